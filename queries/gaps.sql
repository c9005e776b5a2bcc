-- What do they want, and do they get it? Value surveys: importance, awareness, need, use, outcome.

-- name: gaps_surveys
-- Value surveys, newest first.
select survey_id, label, wave, fielded_on from survey
where kind = 'value' and replaced_by is null
order by coalesce(fielded_on, date '0001-01-01') desc, wave desc, survey_id

-- name: gaps_items
-- What a survey asks about, in its own order, with what the catalogue says of it; an item that is
-- a need and no benefit is one that the union has nothing for.
select i.item_id, coalesce(i.benefit_id, i.need_id, i.item_id) as subject, i.label, b.label_en,
       b.kind, coalesce(b.collective, false) as collective,
       i.benefit_id is null and i.need_id is not null as unmet
from survey_item i
left join benefit b on b.benefit_id = i.benefit_id and b.replaced_by is null
where i.survey_id = $survey_id and i.replaced_by is null
order by i.position, i.item_id

-- name: gaps_answers
-- Each answer that the filter keeps: importance and satisfaction 1-5, the rest yes or no; a
-- "don't know" and what was not asked are missing. The group is the one that is compared by.
with placed as (
    select member_id, cast(min(segment_id) as varchar) as segment
    from segment_member where segment_id in (
        select sibling_id from segment_sibling
        where segment_id = cast($of_solution as bigint)
    ) group by member_id
),
people as (
    select respondent_id, member_id, weight, coalesce(status, '') as status,
           coalesce(branch, '') as branch
    from respondent_now where survey_id = $survey_id and {scope}
)
select p.respondent_id, a.item_id, a.importance, a.satisfaction, a.aware, a.needed, a.used,
       a.solved, p.weight, p.status, p.branch, coalesce(placed.segment, '') as segment
from people p
join value_answer a on a.respondent_id = p.respondent_id
left join placed on placed.member_id = p.member_id
where a.survey_id = $survey_id and a.replaced_by is null and a.missing is null
order by p.respondent_id, a.item_id

-- name: gaps_overall
-- How likely each respondent that the filter keeps is to recommend the union (0-10), by the newest
-- answer of the same member in any survey that asked: their satisfaction overall.
with scores as (
    select r.member_id, arg_max(a.score, coalesce(r.answered_at, timestamp '1970-01-01')) as score
    from nps_answer a
    join respondent_now r on r.survey_id = a.survey_id and r.respondent_id = a.respondent_id
    where a.replaced_by is null and a.score is not null and r.member_id is not null
    group by r.member_id
)
select p.respondent_id, cast(s.score as double) as score
from (select respondent_id, member_id from respondent_now
      where survey_id = $survey_id and {scope}) p
join scores s on s.member_id = p.member_id
order by p.respondent_id
