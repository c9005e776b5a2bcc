-- What is derived from history at each commit, so that a page reads one narrow table.

-- name: clear_member_now!
delete from member_now

-- name: derive_member_now!
-- One row a person as of the extract's date: the last spell begun, its last phase, the status.
-- The last spell is taken by ordering and not by an EXISTS on ended ones, which would count
-- people who had already come back.
insert into member_now
with today as (select as_of from meta),
last_spell as (
    select member_id, max(spell_no) as spells, arg_max(started_on, spell_no) as started_on,
           max_by(coalesce(ended_on, date '9999-12-31'), spell_no) as out_on
    from spell, today
    where replaced_by is null and started_on <= as_of
    group by member_id
),
last_phase as (
    select member_id, spell_no, arg_max(member_type, from_on) as member_type,
           arg_max(product, from_on) as product, arg_max(monthly_fee, from_on) as monthly_fee,
           arg_max(branch_id, from_on) as branch_id, arg_max(workplace_id, from_on) as workplace_id
    from spell_phase, today
    where replaced_by is null and from_on <= as_of
    group by member_id, spell_no
),
overdue as (
    select distinct member_id from payment, today
    where replaced_by is null and paid_on is null and due_on < as_of - interval 30 day
),
seen as (
    select member_id from activity_month, today
    where replaced_by is null and month >= as_of - interval 12 month
      and coalesce(logins, 0) + coalesce(calls, 0) + coalesce(benefit_uses, 0) > 0
    union
    select member_id from benefit_use, today
    where replaced_by is null and "at" > as_of - interval 12 month
),
recorded as (
    select exists (select 1 from activity_month where replaced_by is null)
        or exists (select 1 from benefit_use where replaced_by is null) as any_use
)
select
    m.member_id,
    case when s.out_on > as_of and s.out_on < date '9999-12-31' then 'in_notice'
         when s.out_on > as_of and overdue.member_id is not null then 'in_arrears'
         when s.out_on > as_of then 'active'
         when s.out_on > as_of - interval 12 month then 'recently_left'
         else 'former' end,
    case when any_use then s.out_on > as_of and seen.member_id is null end,
    m.sector,
    p.branch_id,
    branch.region,
    case when as_age < 25 then 'under_25' when as_age < 35 then '25_34'
         when as_age < 45 then '35_44' when as_age < 55 then '45_54'
         when as_age < 65 then '55_64' when as_age >= 65 then '65_over' end,
    p.member_type,
    m.gender,
    p.product,
    p.monthly_fee,
    w.agreement,
    w.shop_steward,
    s.spells,
    s.started_on,
    case when s.out_on < date '9999-12-31' then s.out_on end,
    e.route,
    e.reason,
    case when e.member_id is null then null
         when e.route = 'arrears' then 'arrears'
         else coalesce(r.defection_group, 'unknown') end
from (select *, year(as_of) - birth_year as as_age from member, today where replaced_by is null) m
join last_spell s using (member_id)
left join last_phase p on p.member_id = m.member_id and p.spell_no = s.spells
left join branch on branch.branch_id = p.branch_id and branch.replaced_by is null
left join workplace w on w.workplace_id = p.workplace_id and w.replaced_by is null
left join overdue on overdue.member_id = m.member_id
left join seen on seen.member_id = m.member_id
left join exit e on e.member_id = m.member_id and e.spell_no = s.spells and e.replaced_by is null
left join exit_reason r on r.reason = e.reason and r.replaced_by is null
cross join recorded
order by m.member_id

-- name: clear_respondent_now!
delete from respondent_now

-- name: derive_respondent_now!
-- What history knows of a linked respondent, and what the survey itself says of the others.
insert into respondent_now
select r.survey_id, r.respondent_id, r.member_id, r.weight,
       coalesce(cast(m.status as varchar), r.status),
       coalesce(m.sector, r.sector),
       coalesce(m.branch, r.branch_id),
       coalesce(m.region, r.region),
       coalesce(m.age_band, r.age_band),
       coalesce(m.member_type, r.member_type),
       coalesce(m.gender, r.gender),
       r.answered_at,
       r.complete
from respondent r
left join member_now m using (member_id)
where r.replaced_by is null
order by r.survey_id, r.respondent_id

-- name: match_survey_items!
-- What a survey asks about is the benefit of that name, whichever of the two came first: the survey
-- or the catalogue. What somebody said is a need, or another benefit that is there, stays.
update survey_item set benefit_id = named.benefit_id
from (
    select name, min(benefit_id) as benefit_id
    from (select benefit_id, unnest([label, label_en, benefit_id]) as name
          from benefit where replaced_by is null)
    where name is not null group by name
) named
where survey_item.replaced_by is null and need_id is null
  and lower(trim(nfc_normalize(survey_item.label))) = lower(trim(nfc_normalize(named.name)))
  and survey_id in (select survey_id from survey where kind in ('kano', 'value'))
  and (survey_item.benefit_id is null or survey_item.benefit_id not in
       (select benefit_id from benefit where replaced_by is null))
