-- Surveys: what members and former members say. An anonymous survey has respondents without member_id.

create type survey_kind as enum ('kano', 'value', 'needs', 'nps', 'exit', 'brand_values');

-- Why an answer is missing: the person said so, left it blank, or was never asked.
create type missing_why as enum ('dont_know', 'left_blank', 'not_asked');

create table survey (
    survey_id varchar not null,
    kind survey_kind not null,
    label varchar not null,
    wave integer not null default 1,
    fielded_on date,
    import_id bigint not null, replaced_by bigint
);

create table survey_item (
    survey_id varchar not null,
    item_id varchar not null,
    position integer not null,
    label varchar not null,           -- short name on screen
    wording varchar,                  -- the question; for Kano the functional one
    wording_dysfunctional varchar,
    benefit_id varchar,
    need_id varchar,
    import_id bigint not null, replaced_by bigint
);

create table respondent (
    survey_id varchar not null,
    respondent_id varchar not null,
    member_id bigint,                 -- null = anonymous
    weight double not null default 1,
    age_band varchar,                 -- what the survey itself says, for those who are not linked
    gender varchar,
    region varchar,
    sector varchar,
    branch_id varchar,
    member_type varchar,
    status varchar,
    answered_at timestamp,
    complete boolean,
    import_id bigint not null, replaced_by bigint
);

create table respondent_trait (       -- any further background column of a survey
    survey_id varchar not null,
    respondent_id varchar not null,
    trait varchar not null,
    value varchar not null,
    import_id bigint not null, replaced_by bigint
);

create table kano_answer (
    survey_id varchar not null,
    respondent_id varchar not null,
    item_id varchar not null,
    functional utinyint,              -- 1 like, 2 must-be, 3 neutral, 4 live-with, 5 dislike; null = missing
    dysfunctional utinyint,
    functional_missing missing_why,
    dysfunctional_missing missing_why,
    importance double,                -- self-stated, on the survey's own scale
    import_id bigint not null, replaced_by bigint
);

create table value_answer (
    survey_id varchar not null,
    respondent_id varchar not null,
    item_id varchar not null,
    importance utinyint,              -- 1-5; null = missing
    satisfaction utinyint,            -- 1-5, among those who used it
    aware boolean,                    -- knew that the union offers it
    needed boolean,                   -- needed it in the past year
    used boolean,                     -- got through, among those who needed it
    solved boolean,                   -- among those who used it
    missing missing_why,              -- why the whole row is empty, where it is
    import_id bigint not null, replaced_by bigint
);

create table need_answer (
    survey_id varchar not null,
    respondent_id varchar not null,
    item_id varchar not null,
    value varchar,                    -- the answer's code; null = missing
    missing missing_why,
    import_id bigint not null, replaced_by bigint
);

create table nps_answer (
    survey_id varchar not null,
    respondent_id varchar not null,
    score utinyint,                   -- 0-10; null = missing
    reason_text varchar,
    missing missing_why,
    import_id bigint not null, replaced_by bigint
);
