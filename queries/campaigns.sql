-- Did it work? Campaigns, who was drawn into which arm, and what became of them.

-- name: campaigns
-- Every campaign: its goal, offer and prices, how many people each side was meant to have, and
-- the outcomes that came by file.
select c.campaign_id, c.label, cast(c.goal as varchar) as goal, c.channel,
       coalesce(c.fixed_cost, 0) as fixed_cost,
       count(a.campaign_id) filter (a.role = 'treated') as treated,
       count(a.campaign_id) filter (a.role = 'holdout') as holdout,
       count(a.member_id) as linked,
       exists (select 1 from contact t where t.campaign_id = c.campaign_id
               and t.replaced_by is null) as contacts_known,
       coalesce(c.success_action, '') as success_action,
       coalesce((select string_agg(distinct r.outcome, '/') from campaign_result r
                 where r.campaign_id = c.campaign_id and r.replaced_by is null), '') as outcomes
from campaign c
left join assignment a on a.campaign_id = c.campaign_id and a.replaced_by is null
where c.replaced_by is null
group by c.campaign_id, c.label, c.goal, c.channel, c.fixed_cost, c.success_action, c.started_on
order by c.started_on, c.campaign_id

-- name: campaign_arms
-- Every treated arm: its name, and what a contact and a success of it cost.
select a.campaign_id, a.arm, coalesce(o.label, a.arm) as label,
       coalesce(o.unit_cost, c.unit_cost, 0) as unit_cost,
       coalesce(o.cost_per_hit, c.cost_per_hit, 0) as cost_per_hit,
       coalesce(o.offer_ends_on, c.offer_ends_on) as offer_ends_on
from assignment a
join campaign c on c.campaign_id = a.campaign_id and c.replaced_by is null
left join campaign_arm o
  on o.campaign_id = a.campaign_id and o.arm = a.arm and o.replaced_by is null
where a.replaced_by is null and a.role = 'treated'
group by all
order by a.campaign_id, a.arm

-- name: campaign_outcomes
-- Everyone drawn, by campaign, arm, stratum and group, and what became of them. Their status on
-- the day they were drawn is the spell begun last on or before it (ASOF), so that whoever had
-- already come back is no hit. A hit of a campaign that asks people back is the first spell begun
-- after that day, within the window; of one that asks them to stay, being a member when the window
-- closes. Whoever is gone again within 90 days (of the offer's end, of coming back or of the
-- window's end, whichever is last) has not stayed. People whose window is not over are waiting.
with today as (select as_of from meta),
placed as (
    select member_id, min(segment_id) as segment_id
    from segment_member
    where segment_id in (
        select sibling_id from segment_sibling
        where segment_id = coalesce(cast($segment as bigint), (select max(segment_id) from segment))
    )
      and ($by = 'segment' or $segment is not null)
    group by member_id
),
measured as (
    select campaign_id, goal, success_action, window_days, offer_ends_on
    from campaign where replaced_by is null
),
named_outcome as (
    select distinct campaign_id, outcome
    from campaign_result r join measured using (campaign_id)
    where r.replaced_by is null and r.outcome = coalesce($outcome, success_action)
),
by_file as (
    select r.campaign_id, r.unit_id, max(r.value) > 0 as hit
    from campaign_result r left join named_outcome n using (campaign_id)
    where r.replaced_by is null and (n.outcome is null or r.outcome = n.outcome)
    group by r.campaign_id, r.unit_id
),
answered as (select distinct campaign_id from by_file),
drawn as (
    select a.rowid as row_id, a.campaign_id, a.member_id, a.unit_id, a.arm,
           cast(a.role as varchar) as role, coalesce(a.stratum, '') as stratum,
           cast(a.randomised_at as date) as day,
           cast(a.randomised_at as date) + cast(c.window_days as integer) as until,
           c.goal, coalesce(o.offer_ends_on, c.offer_ends_on) as offer_ends_on
    from assignment a join measured c using (campaign_id)
    left join campaign_arm o
      on o.campaign_id = a.campaign_id and o.arm = a.arm and o.replaced_by is null
    where a.replaced_by is null
),
people as (select row_id, member_id, goal, day, until from drawn where member_id is not null),
lived as (
    select member_id, spell_no, started_on, coalesce(ended_on, date '9999-12-31') as out_on
    from spell
    where replaced_by is null and member_id in (select member_id from people)
),
on_the_day as (
    select p.*, coalesce(s.out_on > p.day, false) as was_in, s.spell_no
    from people p asof left join lived s
      on p.member_id = s.member_id and p.day >= s.started_on
),
kept as (
    select d.row_id, d.until as since, s.out_on
    from on_the_day d asof join lived s on d.member_id = s.member_id and d.until >= s.started_on
    where d.goal = 'stay' and d.was_in and s.out_on > d.until
),
back as (
    select d.row_id, s.started_on as since, s.out_on
    from on_the_day d asof join lived s on d.member_id = s.member_id and d.day < s.started_on
    where d.goal = 'return' and not d.was_in and s.started_on <= d.until
),
won as (select * from kept union all select * from back),
grouped as (
    select p.row_id,
           case when bool_or(not coalesce(c.resolved, false)) then 'unresolved'
                else 'resolved' end as grp
    from people p join complaint c on c.member_id = p.member_id and c."at" <= p.day
    where c.replaced_by is null and $by = 'complaint'
    group by p.row_id
    union all
    select d.row_id, e.reason
    from on_the_day d join exit e on e.member_id = d.member_id and e.spell_no = d.spell_no
    where e.replaced_by is null and $by = 'reason'
),
reached as (select distinct campaign_id, member_id from contact where replaced_by is null),
described as (
    select member_id, case when $sector is not null then sector end as sector,
           case when $branch is not null then branch end as branch,
           case when $region is not null then region end as region,
           case when $age_band is not null then age_band end as age_band
    from member_now
    where coalesce($sector, $branch, $region, $age_band) is not null
      and member_id in (select member_id from people)
),
followed as (
    select d.*, won.out_on, as_of, won.row_id is not null or coalesce(f.hit, false) as hit,
           case when d.member_id is null then answered.campaign_id is not null
                else d.until <= as_of or f.unit_id is not null end as over,
           greatest(won.since, d.offer_ends_on) + 90 as check_day,
           reached.member_id is not null as contacted,
           coalesce(grouped.grp, case when $by = 'complaint' then 'none'
                    when $by = 'segment' then cast(placed.segment_id as varchar) end, '') as grp,
           case when $segment is not null then cast(placed.segment_id as varchar) end as segment,
           sector, branch, region, age_band,
           case when $since is not null or $until is not null
                then cast(d.day >= coalesce($since, d.day)
                          and d.day < coalesce($until, d.day + 1) as varchar) end as period
    from drawn d cross join today
    left join won on won.row_id = d.row_id
    left join by_file f on f.campaign_id = d.campaign_id and f.unit_id = d.unit_id
    left join answered on answered.campaign_id = d.campaign_id
    left join reached on reached.campaign_id = d.campaign_id and reached.member_id = d.member_id
    left join grouped on grouped.row_id = d.row_id
    left join placed on placed.member_id = d.member_id
    left join described on described.member_id = d.member_id
)
select campaign_id, role, arm, stratum, grp,
       segment, sector, branch, region, age_band, period,
       count(*) filter (over) as n,
       count(*) filter (not over) as waiting,
       min(until) filter (not over) as first_result,
       count(*) filter (over and contacted) as contacted,
       count(*) filter (over and hit) as hits,
       count(*) filter (over and hit and (out_on is null or out_on > least(check_day, as_of)))
           as stayed,
       count(*) filter (over and hit and check_day <= as_of) as followed,
       count(*) filter (over and hit and check_day <= as_of and out_on <= check_day) as gone_again
from followed
group by all
order by all

-- name: campaign_file_outcomes
-- The outcomes that came by file, commonest first.
select outcome, count(*) as n from campaign_result where replaced_by is null
group by outcome order by n desc, outcome

-- name: campaign_amounts
-- Outcomes that are amounts and not yes or no: every unit's, by campaign, outcome and arm.
with amounts as (
    select campaign_id, outcome from campaign_result where replaced_by is null
    group by campaign_id, outcome having max(value) > 1
)
select r.campaign_id, c.label, r.outcome, a.arm, cast(a.role as varchar) as role,
       count(*) as n, list(r.value) as amounts,
       coalesce(c.unit_cost, 0) as unit_cost
from campaign_result r
join amounts using (campaign_id, outcome)
join assignment a on a.campaign_id = r.campaign_id and a.replaced_by is null
  and r.unit_id = coalesce(a.unit_id, cast(a.member_id as varchar))
join campaign c on c.campaign_id = r.campaign_id and c.replaced_by is null
where r.replaced_by is null
group by r.campaign_id, c.label, r.outcome, a.arm, a.role, c.unit_cost
order by r.campaign_id, r.outcome, role desc, a.arm

-- name: still_in_after_a_year
-- Spells that lasted 90 days and began long enough ago: how many lasted the year. Spells begun
-- before anybody's leaving was recorded are left out: of those times only the stayers are known.
with today as (select as_of, (select min(ended_on) from spell where replaced_by is null) as first_out
               from meta),
tried as (
    select spell_no > 1 as again, coalesce(ended_on, date '9999-12-31') as out_on, started_on
    from spell, today
    where replaced_by is null and started_on <= as_of - 365 and started_on > first_out
)
select again, count(*) as n, count(*) filter (out_on > started_on + 365) as still_in
from tried where out_on > started_on + 90
group by again order by again

-- name: fee_a_month
-- What those that a campaign kept or brought back pay the union a month when its window closes,
-- and in the last line (no campaign) what members pay now. The unemployment fund's part is not in.
with hits as (
    select distinct a.campaign_id, a.member_id,
           cast(a.randomised_at as date) + cast(c.window_days as integer) as until
    from assignment a
    join campaign c on c.campaign_id = a.campaign_id and c.replaced_by is null
    join spell s on s.member_id = a.member_id and s.replaced_by is null
    where a.replaced_by is null
      and cast(a.randomised_at as date) + cast(c.window_days as integer) <= (select as_of from meta)
      and s.started_on <= cast(a.randomised_at as date) + cast(c.window_days as integer)
      and (s.ended_on is null
           or s.ended_on > cast(a.randomised_at as date) + cast(c.window_days as integer))
),
paying as (
    select member_id, from_on, case when product = 'fund' then 0 else monthly_fee end as fee
    from spell_phase
    where replaced_by is null and member_id in (select member_id from hits)
)
select h.campaign_id, count(fee) as n, avg(cast(fee as double)) as fee
from hits h asof join paying p on p.member_id = h.member_id and h.until >= p.from_on
group by h.campaign_id
union all
select null, count(monthly_fee), avg(cast(monthly_fee as double))
from member_now where status in ('active', 'in_notice', 'in_arrears')
order by campaign_id nulls last
