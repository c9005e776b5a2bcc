-- Who are they? Respondents of a needs survey, what they answered, and what became of them.

-- name: needs_surveys
-- Surveys of needs, the newest first, with how many answered; after them Kano surveys, whose
-- answers are what each benefit is to a person.
select survey_id, any_value(label) as label, max(fielded_on) as fielded_on,
       count(respondent_id) as n
from survey left join respondent_now using (survey_id)
where kind in ('needs', 'kano') and replaced_by is null
group by survey_id
order by bool_or(kind = 'kano'), fielded_on desc nulls last, survey_id

-- name: needs_questions
-- The questions of a needs survey, in its own order.
select i.item_id, i.label, b.label_en, i.wording, cast(i.position as varchar) as position
from survey_item i
left join benefit b on b.benefit_id = i.benefit_id and b.replaced_by is null
where i.survey_id = $survey_id and i.replaced_by is null
order by i.position, i.item_id

-- name: needs_answers
-- What each respondent answered to each question; null where nothing was said. Of a Kano survey
-- it is the class that the pair of answers has in Kano's table, null where the two contradict.
select respondent_id, item_id, value, coalesce(missing <> 'not_asked', true) as asked
from need_answer
where survey_id = $survey_id and replaced_by is null
union all
select respondent_id, item_id,
       'kano_' || nullif(substr('QAAAORIIIMRIIIMRIIIMRRRRQ', functional * 5 + dysfunctional - 5, 1),
                         'Q') as value,
       coalesce(functional_missing <> 'not_asked', true) as asked
from kano_answer
where survey_id = $survey_id and replaced_by is null
order by respondent_id, item_id

-- name: needs_levels
-- The different answers to each question that is answered in words or numbers, and how many gave
-- each.
select item_id, value, count(*) as n from need_answer
where survey_id = $survey_id and replaced_by is null and value is not null
group by item_id, value order by item_id, value

-- name: needs_respondents
-- Respondents with their weight and filter values; segment as in people_profiles.
with placed as (
    select member_id, min(segment_id) as segment_id
    from segment_member where segment_id in (
        select sibling_id from segment_sibling
        where segment_id = cast($segment as bigint)
    ) group by member_id
)
select respondent_id, weight, member_id is not null as linked, status,
       cast(placed.segment_id as varchar) as segment, sector, branch, region, age_band, member_type
from respondent_now left join placed using (member_id)
where survey_id = $survey_id order by respondent_id

-- name: needs_inside
-- Respondents that the filter keeps.
select respondent_id from respondent_now
where survey_id = $survey_id and {scope} order by respondent_id

-- name: needs_outcomes
-- What the classes are not made from, by respondent: left since answering (among those who were
-- members on that day and have not died), used a benefit in the past year (among members now,
-- where use is recorded), would recommend the union (this survey's score, else the newest other
-- one of the same person), has considered leaving; what members now pay a month (the union's
-- part); has come back (a second membership or more has begun, among all who are linked).
with asked as (
    select r.respondent_id, r.member_id,
           coalesce(cast(r.answered_at as date), s.fielded_on) as on_day
    from respondent_now r join survey s using (survey_id)
    where r.survey_id = $survey_id and s.replaced_by is null
),
then_in as (
    select respondent_id,
           bool_or(ended_on is not null and ended_on <= as_of) as gone,
           bool_or(exit.route is not distinct from 'death') as died
    from asked join spell using (member_id) cross join meta
    left join exit on exit.member_id = spell.member_id and exit.spell_no = spell.spell_no
        and exit.replaced_by is null
    where spell.replaced_by is null and started_on <= on_day
      and (ended_on is null or ended_on > on_day)
    group by respondent_id
),
recorded as (select exists (select 1 from benefit_use where replaced_by is null) as any_use),
used as (
    select distinct respondent_id
    from asked join benefit_use using (member_id) cross join meta
    where replaced_by is null and "at" > as_of - interval 12 month and "at" <= as_of
),
here as (
    select respondent_id, any_value(score) as score from nps_answer
    where survey_id = $survey_id and replaced_by is null group by respondent_id
),
elsewhere as (
    select asked.respondent_id, max_by(n.score, coalesce(o.answered_at, timestamp '1900-01-01'))
               as score
    from asked join respondent_now o on o.member_id = asked.member_id
    join nps_answer n on n.survey_id = o.survey_id and n.respondent_id = o.respondent_id
    where o.survey_id <> $survey_id and n.replaced_by is null and n.score is not null
    group by asked.respondent_id
),
considered as (
    select respondent_id, any_value(value) as value from respondent_trait
    where survey_id = $survey_id and trait = 'considered_leaving' and replaced_by is null
    group by respondent_id
)
select respondent_id,
       case when not died then cast(gone as double) end as gone,
       case when any_use and m.status in ('active', 'in_notice', 'in_arrears')
            then cast(used.respondent_id is not null as double) end as used,
       case when m.status in ('active', 'in_notice', 'in_arrears') then m.monthly_fee end as fee,
       cast(m.spells > 1 as double) as back,
       cast(coalesce(here.score, elsewhere.score) as double) as score,
       case considered.value when 'yes' then 1.0 when 'no' then 0.0 end as considered
from asked cross join recorded
left join then_in using (respondent_id)
left join member_now m on m.member_id = asked.member_id
left join used using (respondent_id)
left join here using (respondent_id)
left join elsewhere using (respondent_id)
left join considered using (respondent_id)
order by respondent_id

-- name: needs_numbers
-- Numbers known of respondents who are linked, as they were on the day they answered: later extracts
-- change none of them. Age in years (by the year of birth), years as a member (all memberships
-- together), and of those who were members on that day the monthly fee (the union's part) and how
-- often they used a benefit in the year before, where use had been recorded for so long.
with asked as (
    select r.respondent_id, r.member_id,
           coalesce(cast(r.answered_at as date), s.fielded_on) as on_day
    from respondent_now r join survey s using (survey_id)
    where r.survey_id = $survey_id and s.replaced_by is null and r.member_id is not null
),
been as (
    select respondent_id,
           sum(cast(least(coalesce(ended_on, on_day), on_day) - started_on as double)) / 365.25
               as years,
           bool_or(ended_on is null or ended_on > on_day) as there
    from asked join spell using (member_id)
    where replaced_by is null and started_on <= on_day
    group by respondent_id
),
paid as (
    select respondent_id, max_by(monthly_fee, from_on) as fee
    from asked join spell_phase using (member_id)
    where replaced_by is null and from_on <= on_day and (to_on is null or to_on > on_day)
    group by respondent_id
),
used as (
    select respondent_id, count(*) as uses
    from asked join benefit_use using (member_id)
    where replaced_by is null and "at" > on_day - interval 12 month and "at" <= on_day
    group by respondent_id
),
recorded as (select min("at") as since from benefit_use where replaced_by is null)
select asked.respondent_id,
       cast(year(on_day) - birth_year as double) as "known-age",
       years as "known-years",
       case when there then fee end as "known-fee",
       case when there and since <= on_day - interval 12 month
            then cast(coalesce(uses, 0) as double) end as "known-uses"
from asked cross join recorded
left join member on member.member_id = asked.member_id and member.replaced_by is null
left join been on been.respondent_id = asked.respondent_id
left join paid on paid.respondent_id = asked.respondent_id
left join used on used.respondent_id = asked.respondent_id
order by asked.respondent_id

-- name: needs_members
-- Respondents who are linked to a member.
select respondent_id, member_id from respondent_now
where survey_id = $survey_id and member_id is not null order by respondent_id
