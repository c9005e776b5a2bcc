-- Did it work? Campaigns, who was drawn into which arm, and what became of them.

-- name: campaigns
-- Every campaign: its goal, offer and prices, and how many people each side was meant to have.
select c.campaign_id, c.label, cast(c.goal as varchar) as goal, c.channel, c.offer_ends_on,
       c.window_days, coalesce(c.fixed_cost, 0) as fixed_cost,
       count(a.campaign_id) filter (a.role = 'treated') as treated,
       count(a.campaign_id) filter (a.role = 'holdout') as holdout,
       count(a.member_id) as linked,
       exists (select 1 from contact t where t.campaign_id = c.campaign_id
               and t.replaced_by is null) as contacts_known,
       exists (select 1 from campaign_result r where r.campaign_id = c.campaign_id
               and r.replaced_by is null) as results_known
from campaign c
left join assignment a on a.campaign_id = c.campaign_id and a.replaced_by is null
where c.replaced_by is null
group by c.campaign_id, c.label, c.goal, c.channel, c.offer_ends_on, c.window_days, c.fixed_cost,
         c.unit_cost, c.cost_per_hit, c.started_on
order by c.started_on, c.campaign_id

-- name: campaign_arms
-- Every treated arm: its name, and what a contact and a success of it cost.
select a.campaign_id, a.arm, coalesce(o.label, a.arm) as label,
       coalesce(o.unit_cost, c.unit_cost, 0) as unit_cost,
       coalesce(o.cost_per_hit, c.cost_per_hit, 0) as cost_per_hit, count(*) as drawn
from assignment a
join campaign c on c.campaign_id = a.campaign_id and c.replaced_by is null
left join campaign_arm o
  on o.campaign_id = a.campaign_id and o.arm = a.arm and o.replaced_by is null
where a.replaced_by is null and a.role = 'treated'
group by a.campaign_id, a.arm, o.label, o.unit_cost, c.unit_cost, o.cost_per_hit, c.cost_per_hit
order by a.campaign_id, a.arm

-- name: campaign_outcomes
-- Everyone drawn, by campaign, arm, stratum and group, and what became of them. Their status on
-- the day they were drawn is the spell begun last on or before it (ASOF), so that whoever had
-- already come back is no hit. A hit of a campaign that asks people back is the first spell begun
-- after that day, within the window; of one that asks them to stay, being a member when the window
-- closes. Whoever is gone again within 90 days (of the offer's end, of coming back or of the
-- window's end, whichever is last) has not stayed. People whose window is not over are waiting.
with today as (select as_of from meta),
siblings as (
    select b.segment_id
    from segment a join segment b
      on a.segment_id = b.segment_id
      or json_extract_string(a.definition, '$.solution')
         = json_extract_string(b.definition, '$.solution')
    where a.segment_id = coalesce(cast($segment as bigint), (select max(segment_id) from segment))
),
placed as (
    select member_id, min(segment_id) as segment_id
    from segment_member where segment_id in (select segment_id from siblings) group by member_id
),
measured as (
    select campaign_id, goal, success_action, window_days, offer_ends_on, channel
    from campaign where replaced_by is null
),
named_outcome as (
    select distinct campaign_id, outcome
    from campaign_result r join measured using (campaign_id)
    where r.replaced_by is null and r.outcome = success_action
),
by_file as (
    select r.campaign_id, r.unit_id, max(r.value) > 0 as hit
    from campaign_result r left join named_outcome n using (campaign_id)
    where r.replaced_by is null and (n.outcome is null or r.outcome = n.outcome)
    group by r.campaign_id, r.unit_id
),
answered as (select distinct campaign_id from by_file),
drawn as (
    select row_number() over () as row_id, a.campaign_id, a.member_id, a.unit_id, a.arm,
           cast(a.role as varchar) as role, coalesce(a.stratum, '') as stratum,
           cast(a.randomised_at as date) as day,
           cast(a.randomised_at as date) + cast(c.window_days as integer) as until,
           c.goal, c.channel, coalesce(o.offer_ends_on, c.offer_ends_on) as offer_ends_on
    from assignment a join measured c using (campaign_id)
    left join campaign_arm o
      on o.campaign_id = a.campaign_id and o.arm = a.arm and o.replaced_by is null
    where a.replaced_by is null
),
lived as (
    select member_id, spell_no, started_on, coalesce(ended_on, date '9999-12-31') as out_on
    from spell
    where replaced_by is null and member_id in (select member_id from drawn)
),
on_the_day as (
    select d.*, coalesce(s.out_on > d.day, false) as was_in, s.spell_no
    from drawn d asof left join lived s
      on d.member_id = s.member_id and d.day >= s.started_on
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
complained as (
    select d.row_id, bool_or(not coalesce(p.resolved, false)) as unresolved
    from drawn d join complaint p on p.member_id = d.member_id and p."at" <= d.day
    where p.replaced_by is null
    group by d.row_id
),
reached as (select distinct campaign_id, member_id from contact where replaced_by is null),
followed as (
    select d.*, won.since, won.out_on,
           won.row_id is not null or coalesce(f.hit, false) as hit,
           case when d.member_id is null then answered.campaign_id is not null
                else d.until <= as_of or f.unit_id is not null end as over,
           greatest(won.since, d.offer_ends_on) + 90 as check_day, as_of,
           reached.member_id is not null as contacted,
           case $by when 'complaint' then case when p.unresolved then 'unresolved'
                                               when not p.unresolved then 'resolved'
                                               else 'none' end
                    when 'reason' then e.reason
                    when 'channel' then d.channel
                    when 'segment' then cast(placed.segment_id as varchar) end as grp,
           case when $segment is not null then cast(placed.segment_id as varchar) end as segment,
           case when $sector is not null then m.sector end as sector,
           case when $branch is not null then m.branch end as branch,
           case when $region is not null then m.region end as region,
           case when $age_band is not null then m.age_band end as age_band,
           case when $since is not null or $until is not null
                then cast(d.day >= coalesce($since, d.day)
                          and d.day < coalesce($until, d.day + 1) as varchar) end as period
    from on_the_day d cross join today
    left join won using (row_id)
    left join by_file f on f.campaign_id = d.campaign_id and f.unit_id = d.unit_id
    left join answered on answered.campaign_id = d.campaign_id
    left join reached on reached.campaign_id = d.campaign_id and reached.member_id = d.member_id
    left join complained p on p.row_id = d.row_id
    left join exit e on e.member_id = d.member_id and e.spell_no = d.spell_no
                    and e.replaced_by is null and d.goal = 'return'
    left join placed on placed.member_id = d.member_id
    left join member_now m on m.member_id = d.member_id
)
select campaign_id, role, arm, stratum, coalesce(grp, '') as grp,
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
