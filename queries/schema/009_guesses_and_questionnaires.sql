-- What leaders guess before the reveal, questionnaires as they were written, and what people say
-- that the union should stand for.

create table guess_round (
    code varchar not null,            -- four signs, in the round's address
    survey_id varchar not null,
    way varchar not null,             -- classes, or places by importance
    started_at timestamp not null,
    revealed_at timestamp             -- null = still guessing
);

create table guess (                  -- one row a benefit that somebody placed
    code varchar not null,
    guesser varchar not null,         -- drawn for each device; nobody's name
    item_id varchar not null,
    category varchar,                 -- M, O, A, I
    place utinyint,                   -- 1 = most important
    "at" timestamp not null
);

create table questionnaire (          -- so that blanks by design are known when answers come back
    code varchar not null,            -- four signs, in the file's version column
    label varchar not null,
    kind survey_kind not null,
    design json not null,             -- which version asks about which items
    made_at timestamp not null
);

create table best_worst_answer (      -- one row an item that was shown in a choice
    survey_id varchar not null,
    respondent_id varchar not null,
    task utinyint not null,
    item_id varchar not null,
    choice tinyint not null,          -- 1 matters most, -1 matters least, 0 neither
    import_id bigint not null, replaced_by bigint
);

create table message_tag (            -- what a campaign's message carries, as said in the app
    campaign_id varchar not null,
    benefit_id varchar,
    brand_value varchar,
    user_name varchar not null,
    "at" timestamp not null
);
