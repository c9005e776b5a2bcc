-- Kano surveys: how people would feel with and without each benefit.

-- name: kano_surveys
-- Kano surveys, newest first.
select survey_id, label, wave, fielded_on from survey
where kind = 'kano' and replaced_by is null
order by coalesce(fielded_on, date '0001-01-01') desc, wave desc, survey_id

-- name: kano_items
-- The benefits that a survey asks about, in its own order.
select i.item_id, i.benefit_id, coalesce(i.benefit_id, i.need_id, i.item_id) as subject, i.label,
       b.label_en, b.kind, i.wording, i.wording_dysfunctional
from survey_item i
left join benefit b on b.benefit_id = i.benefit_id and b.replaced_by is null
where i.survey_id = $survey_id and i.replaced_by is null
order by i.position, i.item_id

-- name: kano_answers
-- Each pair of answers that the filter keeps: 1 like, 2 must-be, 3 neutral, 4 live-with, 5 dislike.
select a.respondent_id, a.item_id as feature, a.functional, a.dysfunctional, a.importance, r.weight
from (select respondent_id, weight from respondent_now
      where survey_id = $survey_id and {scope}) r
join kano_answer a on a.respondent_id = r.respondent_id
where a.survey_id = $survey_id and a.replaced_by is null
order by a.respondent_id, a.item_id

-- name: kano_pairs
-- How often each pair of answers was given in a survey.
select functional, dysfunctional, count(*) as n from kano_answer
where survey_id = $survey_id and replaced_by is null
group by all order by all

-- name: kano_traits
-- What is known of the respondents that the filter keeps, beside what everybody can be filtered by.
with people as (
    select * from respondent_now where survey_id = $survey_id and {scope}
),
placed as (
    select member_id, cast(min(segment_id) as varchar) as segment
    from segment_member where segment_id in (
        select sibling_id from segment_sibling where segment_id = cast($of_solution as bigint)
    ) group by member_id
)
select p.respondent_id, p.status, placed.segment, p.sector, p.branch, p.region, p.age_band,
       p.member_type, p.gender, cast(m.shop_steward as varchar) as shop_steward,
       cast(m.agreement as varchar) as agreement
from people p
left join member_now m on m.member_id = p.member_id
left join placed on placed.member_id = p.member_id
order by p.respondent_id

-- name: kano_own_traits
-- What the survey itself asked its respondents beside the benefits, of those that the filter keeps.
select t.respondent_id, t.trait, t.value from respondent_trait t
join (select respondent_id from respondent_now where survey_id = $survey_id and {scope}) r
  on r.respondent_id = t.respondent_id
where t.survey_id = $survey_id and t.replaced_by is null
order by t.respondent_id, t.trait
