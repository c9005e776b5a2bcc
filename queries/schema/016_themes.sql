-- Themes in what members want: benefits and needs that matter to the same people, under a name.

create sequence theme_ids;

create table theme (
    theme_id bigint primary key,
    name varchar not null,
    subjects json not null,           -- benefit ids and need ids
    definition json not null,         -- how it was found
    created_at timestamp not null
);
