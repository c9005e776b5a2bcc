-- Campaigns: what was tried, on whom, against whom, and what came of it.

create type campaign_goal as enum ('stay', 'return');
create type arm_role as enum ('treated', 'holdout');

create table campaign (
    campaign_id varchar not null,
    label varchar not null,
    goal campaign_goal not null,
    success_action varchar,           -- what counts as success, in words
    offer_kind varchar,               -- cash, free_months, percent, payment_plan, service, none
    offer_value double,               -- DKK
    offer_ends_on date,
    message varchar,
    benefit_id varchar,               -- the benefit that the message carries
    brand_value varchar,
    reason varchar,                   -- the reason for leaving that it answers; null = any
    channel varchar,
    fixed_cost double default 0,      -- DKK
    unit_cost double default 0,       -- DKK a contact
    cost_per_hit double default 0,    -- DKK a success (the offer, when it is paid out)
    window_days integer not null,     -- how long after the contact an outcome counts
    started_on date,
    import_id bigint not null, replaced_by bigint
);

create table assignment (
    campaign_id varchar not null,
    member_id bigint,                 -- null when the arms came by file without member ids
    unit_id varchar,                  -- the file's own row, when there is no member id
    arm varchar not null,
    role arm_role not null,
    stratum varchar,
    randomised_at timestamp not null,
    import_id bigint not null, replaced_by bigint
);

create table contact (
    campaign_id varchar not null,
    member_id bigint not null,
    attempt utinyint not null,
    "at" timestamp not null,
    channel varchar,
    outcome varchar,
    import_id bigint not null, replaced_by bigint
);

create table campaign_result (        -- an outcome that came by file and not from history
    campaign_id varchar not null,
    unit_id varchar not null,
    outcome varchar not null,
    value double not null,
    import_id bigint not null, replaced_by bigint
);

create type consent_status as enum ('given', 'withdrawn', 'do_not_contact');

create table consent (
    member_id bigint not null,
    channel varchar not null,
    status consent_status not null,
    "at" date not null,
    import_id bigint not null, replaced_by bigint
);
