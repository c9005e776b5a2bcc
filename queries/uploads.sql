-- What an import needs to know of the surveys that are stored, and how it supersedes their rows.

-- name: surveys_of_kind
-- The surveys of a kind and how many answered each, newest wave first.
select s.survey_id, s.label, s.wave, s.fielded_on, count(r.respondent_id) as respondents
from survey s
left join respondent r on r.survey_id = s.survey_id and r.replaced_by is null
where s.replaced_by is null and s.kind = cast($kind as survey_kind)
group by s.survey_id, s.label, s.wave, s.fielded_on
order by s.wave desc, s.survey_id

-- name: survey_respondents
-- Who answered a survey, as its files said.
select respondent_id, member_id, weight, age_band, gender, region, sector, branch_id,
       member_type, status, answered_at, complete
from respondent where survey_id = $survey_id and replaced_by is null
order by respondent_id

-- name: survey_kano_answers
-- A survey's Kano answers, a row a respondent and item.
select respondent_id, item_id, functional, dysfunctional, importance
from kano_answer where survey_id = $survey_id and replaced_by is null
order by respondent_id, item_id

-- name: replace_survey!
-- The survey itself is always superseded, so that an import that another one builds upon can't
-- be undone before it.
update survey set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null

-- name: replace_survey_item!
update survey_item set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or item_id in (select item_id from incoming_survey_item))

-- name: replace_respondent!
update respondent set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or respondent_id in (select respondent_id from incoming_respondent))

-- name: replace_respondent_trait!
update respondent_trait set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or (respondent_id, trait) in
       (select (respondent_id, trait) from incoming_respondent_trait))

-- name: replace_kano_answer!
update kano_answer set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or (respondent_id, item_id) in
       (select (respondent_id, item_id) from incoming_kano_answer))
