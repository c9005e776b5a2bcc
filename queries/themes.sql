-- Which themes run through what they want: those that were saved, and what those who care pay.

-- name: themes
-- Saved themes, the oldest first.
select cast(theme_id as varchar) as theme_id, name, cast(subjects as varchar) as subjects,
       created_at
from theme order by theme.theme_id

-- name: next_theme_id
select nextval('theme_ids') as theme_id

-- name: rename_theme
update theme set name = $new_name where theme_id = cast($theme_id as bigint) returning theme_id

-- name: delete_theme
delete from theme where theme_id = cast($theme_id as bigint) returning theme_id

-- name: themes_people
-- Respondents of a survey that the filter keeps: who is linked to a member, that member's status,
-- and the monthly fee now, or the last one of who has left.
select r.respondent_id, r.member_id, cast(m.status as varchar) as status,
       cast(m.monthly_fee as double) as monthly_fee
from (select respondent_id, member_id from respondent_now
      where survey_id = $survey_id and {scope}) r
join member_now m using (member_id)
order by r.respondent_id
