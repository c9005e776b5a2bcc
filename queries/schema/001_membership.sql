-- Membership: people, their spells, and what happened in them.
-- Every fact row carries import_id (what undo removes) and replaced_by (the later import that
-- superseded it; null = current), so that nothing is overwritten and each import can be undone.

create table meta (
    as_of date not null,              -- the extract's date: "today" everywhere in the product
    data_version bigint not null,     -- goes up with each commit, restore and undo
    is_sample boolean not null,
    union_name varchar not null
);

create table branch (
    branch_id varchar not null,
    label varchar not null,
    region varchar,
    notice_months utinyint default 1,
    fee_supplement double default 0,  -- DKK a month
    import_id bigint not null, replaced_by bigint
);

create table workplace (
    workplace_id integer not null,
    sector varchar,
    size integer,
    density double,                   -- share of colleagues in the union, 0-1
    agreement boolean,                -- covered by a collective agreement
    shop_steward boolean,
    club boolean,
    import_id bigint not null, replaced_by bigint
);

create table member (
    member_id bigint not null,        -- pseudonym: 63 bits of an HMAC of the member number
    birth_year smallint,
    gender varchar,
    municipality varchar,
    sector varchar,
    occupation varchar,
    join_channel varchar,
    join_reason varchar,
    referred_by bigint,
    died_on date,
    import_id bigint not null, replaced_by bigint
);

create table spell (
    member_id bigint not null,
    spell_no utinyint not null,
    started_on date not null,
    ended_on date,                    -- first day out; null = still in; in the future = in notice
    import_id bigint not null, replaced_by bigint
);

create type product as enum ('union', 'both', 'fund');

create table spell_phase (
    member_id bigint not null,
    spell_no utinyint not null,
    member_type varchar not null,     -- full, part_time, student, new_graduate, unemployed, early_pension, senior, resting
    product product not null,
    monthly_fee double,               -- the union's part, DKK a month
    branch_id varchar,
    workplace_id integer,
    from_on date not null,
    to_on date,                       -- first day of the next phase or out; null = still running
    import_id bigint not null, replaced_by bigint
);

create table payment (
    member_id bigint not null,
    due_on date not null,
    amount double not null,           -- DKK
    paid_on date,                     -- null = not paid
    import_id bigint not null, replaced_by bigint
);

create type exit_route as enum ('resigned', 'transferred', 'arrears', 'retired', 'death', 'excluded');

create table exit (
    member_id bigint not null,
    spell_no utinyint not null,
    notice_on date,
    route exit_route not null,
    reason_text varchar,
    reason varchar,                   -- exit_reason.reason; null = not coded
    coded_by varchar,
    destination_type varchar,         -- for transfers: where to
    stated_by varchar,                -- form, interview, advisor, none
    import_id bigint not null, replaced_by bigint
);

create table exit_reason (
    reason varchar not null,
    defection_group varchar not null, -- pushed_on_purpose, pushed_away, pulled_away, bought_away, moved_away, arrears, unknown
    controllable boolean not null,
    changeable boolean not null,
    fixable_by date,                  -- null = never, or not known
    improved varchar,                 -- what has been improved since, in the union's words
    import_id bigint not null, replaced_by bigint
);

create table rejoin_rule (
    rule varchar not null,            -- debt_first, waiting_months, no_leaving_in_conflict, …
    value varchar not null,
    applies_to varchar,
    import_id bigint not null, replaced_by bigint
);

create table contact_rule (
    channel varchar not null,
    message_kind varchar not null,    -- service, recruiting, discount, survey
    legal_basis varchar not null,     -- consent, legitimate_interest, contract, none
    allowed boolean not null,
    import_id bigint not null, replaced_by bigint
);

create table benefit (
    benefit_id varchar not null,
    label varchar not null,
    label_en varchar,
    kind varchar not null,            -- cash, advice, insurance, community, solidarity, political
    unit_value double,                -- DKK a use; null = not priced
    annual_cost double,               -- DKK a year for the union
    collective boolean not null,
    import_id bigint not null, replaced_by bigint
);

create table benefit_use (
    member_id bigint not null,
    benefit_id varchar not null,
    "at" date not null,
    channel varchar,
    amount double,
    resolved boolean,
    satisfied boolean,
    import_id bigint not null, replaced_by bigint
);

create table interaction (
    member_id bigint not null,
    "at" date not null,
    what varchar not null,
    channel varchar,
    outcome varchar,
    import_id bigint not null, replaced_by bigint
);

create table complaint (
    member_id bigint not null,
    "at" date not null,
    what varchar,
    channel varchar,
    resolved boolean,
    satisfied boolean,
    import_id bigint not null, replaced_by bigint
);

create table referral (
    member_id bigint not null,        -- who referred
    referred_id bigint,               -- who came, where known
    "at" date not null,
    import_id bigint not null, replaced_by bigint
);

create table purchase (
    member_id bigint not null,
    "at" date not null,
    what varchar,
    channel varchar,
    amount double,
    import_id bigint not null, replaced_by bigint
);

create table activity_month (
    member_id bigint not null,
    month date not null,              -- first day of the month
    logins usmallint,
    calls usmallint,
    benefit_uses usmallint,
    email_opens usmallint,            -- only where the union has a basis for tracking
    saw_terms_page boolean,           -- likewise
    import_id bigint not null, replaced_by bigint
);
