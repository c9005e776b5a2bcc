-- Who answered a survey, held against the membership.

-- name: answered_surveys
-- Every survey with at least one respondent, newest first.
select s.survey_id, s.label, cast(s.kind as varchar) as kind, s.wave, s.fielded_on,
       count(r.respondent_id) as respondents
from survey s
join respondent_now r on r.survey_id = s.survey_id
where s.replaced_by is null
group by s.survey_id, s.label, s.kind, s.wave, s.fielded_on
order by coalesce(s.fielded_on, date '0001-01-01') desc, s.wave desc, s.survey_id

-- name: answered_traits
-- What is known of each respondent, for weights that make a survey look like the membership.
select respondent_id, status, sector, branch, age_band, member_type, weight
from respondent_now where survey_id = $survey_id order by respondent_id
