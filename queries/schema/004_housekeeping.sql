-- Imports, segments, the audit trail, and what is derived from history at each commit.

create sequence import_ids;

create table import_batch (
    import_id bigint not null,
    file_name varchar not null,
    file_sha256 varchar not null,
    kind varchar not null,
    mapping json,
    imported_by varchar not null,
    imported_at timestamp not null,
    rows_in bigint not null,
    rows_stored bigint not null,
    rows_reported bigint not null,
    undone_at timestamp
);

create sequence segment_ids;

create table segment (
    segment_id bigint not null,
    name varchar not null,
    origin varchar not null,          -- cluster, rule, upload
    definition json not null,
    created_at timestamp not null
);

create table segment_member (
    segment_id bigint not null,
    member_id bigint not null
);

create table audit_event (            -- who did what: sizes only, never values
    "at" timestamp not null,
    user_name varchar not null,
    action varchar not null,
    subject varchar not null,
    size bigint
);

create type member_status as enum ('active', 'in_notice', 'in_arrears', 'recently_left', 'former');

-- One row a person as of meta.as_of; rebuilt from history by derive.sql in each commit.
create table member_now (
    member_id bigint not null,
    status member_status not null,
    inactive boolean,                 -- in, and no use in a year; null = no use is recorded at all
    sector varchar,
    branch varchar,                   -- branch_id of the last phase
    region varchar,
    age_band varchar,
    member_type varchar,
    gender varchar,
    product product,
    monthly_fee double,
    agreement boolean,
    shop_steward boolean,
    spells utinyint not null,
    started_on date not null,         -- of the last spell
    ended_on date,
    route exit_route,
    reason varchar,
    defection_group varchar
);

-- One row a respondent, with the same filter columns as member_now.
create table respondent_now (
    survey_id varchar not null,
    respondent_id varchar not null,
    member_id bigint,
    weight double not null,
    status varchar,
    sector varchar,
    branch varchar,
    region varchar,
    age_band varchar,
    member_type varchar,
    gender varchar,
    answered_at timestamp,
    complete boolean
);
