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

-- name: survey_value_answers
-- A value survey's answers, a row a respondent and item.
select respondent_id, item_id, importance, satisfaction, aware, needed, used, solved
from value_answer where survey_id = $survey_id and replaced_by is null
order by respondent_id, item_id

-- name: survey_need_answers
-- A survey's named answers, a row a respondent and question.
select respondent_id, item_id, value
from need_answer where survey_id = $survey_id and replaced_by is null
order by respondent_id, item_id

-- name: survey_nps_answers
-- Whether the respondents of a survey would recommend the union, and why.
select respondent_id, score, reason_text
from nps_answer where survey_id = $survey_id and replaced_by is null
order by respondent_id

-- name: survey_best_worst_answers
-- What mattered most and least among the values shown to each respondent.
select respondent_id, task, item_id, choice
from best_worst_answer where survey_id = $survey_id and replaced_by is null
order by respondent_id, task, item_id

-- name: known_members
-- Everybody who ever was a member.
select member_id from member where replaced_by is null order by member_id

-- name: benefit_names
-- What the catalogue's benefits are called.
select benefit_id, label, label_en from benefit where replaced_by is null order by benefit_id

-- name: branch_names
-- What the local branches are called.
select branch_id, label from branch where replaced_by is null order by branch_id

-- name: survey_item_benefits
-- Which benefit each item of a survey is, as far as somebody said so.
select item_id, benefit_id, need_id from survey_item
where survey_id = $survey_id and replaced_by is null
order by item_id

-- name: uncoded_exits
-- The last time that each member left or said that they will, where nobody has coded the reason.
select * exclude (import_id, replaced_by) from exit
where replaced_by is null
qualify spell_no = max(spell_no) over (partition by member_id)
    and (reason is null or reason = 'unknown')
order by member_id

-- name: exit_reasons_known
-- The reasons for leaving that the union's own table holds.
select reason from exit_reason where replaced_by is null order by reason

-- name: replace_exit!
update exit set replaced_by = $import_id
where replaced_by is null and (member_id, spell_no) in
      (select (member_id, spell_no) from incoming_exit)

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

-- name: replace_value_answer!
update value_answer set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or (respondent_id, item_id) in
       (select (respondent_id, item_id) from incoming_value_answer))

-- name: replace_need_answer!
update need_answer set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or (respondent_id, item_id) in
       (select (respondent_id, item_id) from incoming_need_answer))

-- name: replace_nps_answer!
update nps_answer set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or respondent_id in (select respondent_id from incoming_nps_answer))

-- name: replace_best_worst_answer!
update best_worst_answer set replaced_by = $import_id
where survey_id = $survey_id and replaced_by is null
  and ($everything or respondent_id in (select respondent_id from incoming_best_worst_answer))

-- name: key_prints
-- The fingerprint of the key that member numbers were made into pseudonyms with.
select fingerprint from key_print

-- name: keep_key_print!
insert into key_print (fingerprint) values ($fingerprint)
