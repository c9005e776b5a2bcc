-- Kano surveys: how people would feel with and without each benefit.

-- name: kano_surveys
-- Kano surveys, newest first.
select survey_id, label, wave, fielded_on from survey
where kind = 'kano' and replaced_by is null
order by coalesce(fielded_on, date '0001-01-01') desc, wave desc, survey_id

-- name: kano_items
-- The benefits that a survey asks about, in its own order.
select i.item_id, i.label, b.label_en, b.kind, i.wording, i.wording_dysfunctional
from survey_item i
left join benefit b on b.benefit_id = i.benefit_id and b.replaced_by is null
where i.survey_id = $survey_id and i.replaced_by is null
order by i.position, i.item_id

-- name: kano_answers
-- Each pair of answers that the filter keeps: 1 like, 2 must-be, 3 neutral, 4 live-with, 5 dislike.
select a.respondent_id, a.item_id as feature, a.functional, a.dysfunctional, r.weight
from (select respondent_id, weight from respondent_now
      where survey_id = $survey_id and {scope}) r
join kano_answer a on a.respondent_id = r.respondent_id
where a.survey_id = $survey_id and a.replaced_by is null
order by a.respondent_id, a.item_id
