-- Classes that somebody wants to come back to: how they were made, and what was found. Of people it
-- holds how many they were; the model holds what each class answers, in shares.

create sequence kept_solution_ids;

create table kept_solution (
    solution_id bigint primary key,
    name varchar not null,
    note varchar not null,
    survey_id varchar not null,
    survey_label varchar not null,    -- as it was called then, should it be gone
    method varchar not null,
    k utinyint not null,
    seed integer not null,
    columns json not null,            -- item ids of the questions, in the survey's order
    numbers json not null,            -- item ids, or what is known of members
    weighted boolean not null,        -- whether people's survey weights differ
    people bigint not null,           -- everybody who can be classed, whatever the filter
    cost double not null,
    log_likelihood double,            -- null: the method has none
    bic double,
    silhouette double not null,
    answers_print varchar not null,   -- fingerprint of answers, numbers, weights and method
    classes_print varchar not null,   -- fingerprint of who is in which class
    data_version bigint not null,
    last_import bigint not null,      -- the newest import then; 0 = none
    model json not null,
    created_at timestamp not null,
    created_by varchar not null
);
