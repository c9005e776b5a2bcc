-- Where effort pays: people who left, in groups by reason, saved segment or branch.

-- name: effort_people
-- People who left, by group and by the filters in force: how many can be reached and why the
-- others can't, what they paid, whether they had recommended us or complained before they left,
-- and whether their reason can be mended.
with today as (select as_of from meta),
placed as (
    select member_id, min(segment_id) as segment_id
    from segment_member where segment_id in (
        select sibling_id from segment_sibling
        where segment_id = cast($segment as bigint)
    ) group by member_id
),
chosen as (select member_id, segment_id from segment_member where $rows = 'segment'),
gone as (
    select m.member_id, m.status, m.sector, m.branch, m.region, m.age_band, m.member_type,
           m.monthly_fee, m.ended_on, m.route, m.reason, placed.segment_id,
           case $rows
               when 'reason' then coalesce(defection_group, 'unknown')
                    || case when status = 'recently_left' then '/recent' else '/earlier' end
               when 'branch' then coalesce(branch, '')
               when 'segment' then cast(chosen.segment_id as varchar)
               else 'all' end as code
    from member_now m
    left join placed using (member_id)
    left join chosen using (member_id)
    where status in ('recently_left', 'former')
      and ($rows <> 'segment' or chosen.segment_id is not null)
      and (cast($since as date) is null or ended_on >= cast($since as date))
      and (cast($until as date) is null or ended_on < cast($until as date))
),
dead as (
    select member_id from member where replaced_by is null and died_on is not null
),
refused as (
    select distinct member_id from (
        select member_id, arg_max(status, "at") as status from consent
        where replaced_by is null and member_id in (
            select member_id from consent
            where replaced_by is null and status = 'do_not_contact')
        group by member_id, channel
    ) where status = 'do_not_contact'
),
recommended as (
    select member_id, min("at") as first_at from (
        select member_id, "at" from referral where replaced_by is null
        union all
        select m.referred_by, s.started_on
        from member m join spell s using (member_id)
        where m.replaced_by is null and s.replaced_by is null and s.spell_no = 1
          and m.referred_by is not null
    ) group by member_id
),
complained as (
    select c.member_id, arg_max(c.resolved and coalesce(c.satisfied, true), c."at") as resolved
    from complaint c join member_now m using (member_id)
    where c.replaced_by is null and c.resolved is not null and c."at" <= m.ended_on
    group by c.member_id
),
known as (
    select g.*,
           case when g.route = 'death' or dead.member_id is not null then 'dead'
                when g.route = 'excluded' then 'excluded'
                when refused.member_id is not null then 'refused'
                else 'yes' end as reach,
           coalesce(recommended.first_at <= g.ended_on, false) as has_recommended,
           complained.resolved,
           coalesce(r.defection_group = 'bought_away', false) as over_price,
           coalesce(r.defection_group = 'pushed_away', false) as pushed_away,
           coalesce(r.controllable and r.changeable
                    and r.fixable_by <= today.as_of + interval 12 month, false) as fixable
    from gone g
    cross join today
    left join dead using (member_id)
    left join refused using (member_id)
    left join recommended using (member_id)
    left join complained using (member_id)
    left join exit_reason r on r.reason = g.reason and r.replaced_by is null
)
select case when $by_status then cast(status as varchar) end as status,
       case when $by_segment then cast(segment_id as varchar) end as segment,
       case when $by_sector then sector end as sector,
       case when $by_branch then branch end as branch,
       case when $by_region then region end as region,
       case when $by_age_band then age_band end as age_band,
       case when $by_member_type then member_type end as member_type,
       code, reach, count(*) as n,
       count(monthly_fee) as fee_n, coalesce(sum(cast(monthly_fee as double)), 0) as fee_sum,
       coalesce(sum(cast(monthly_fee as double) * monthly_fee), 0) as fee_squares,
       count(*) filter (has_recommended) as referrers,
       count(resolved) as complained, count(*) filter (resolved) as resolved,
       count(*) filter (over_price) as price,
       count(*) filter (fixable) as fixable,
       count(*) filter (fixable and not pushed_away) as fixable_hard
from known
group by all order by all

-- name: effort_returns
-- Of those who left long enough ago: how many came back within a year, and how many of those
-- still away after a year came back in the next; without a campaign having drawn them first.
-- The dead and the excluded are left out.
with today as (select as_of from meta),
people as (select member_id, branch from member_now where {scope}),
exits as (
    select s.member_id, s.spell_no, s.ended_on, n.started_on as back_on, p.branch,
           case when e.route = 'arrears' then 'arrears'
                else coalesce(r.defection_group, 'unknown') end as reason_group
    from spell s
    join people p using (member_id)
    cross join today
    left join exit e on e.member_id = s.member_id and e.spell_no = s.spell_no
         and e.replaced_by is null
    left join exit_reason r on r.reason = e.reason and r.replaced_by is null
    left join spell n on n.member_id = s.member_id and n.spell_no = s.spell_no + 1
         and n.spell_no > 1 and n.replaced_by is null and n.started_on <= as_of
    where s.replaced_by is null and s.ended_on <= as_of - interval 12 month
      and coalesce(e.route not in ('death', 'excluded'), true)
),
prompted as (
    select distinct x.member_id, x.spell_no
    from exits x
    join assignment a using (member_id)
    join campaign c using (campaign_id)
    where a.replaced_by is null and c.replaced_by is null and c.goal = 'return'
      and a.role = 'treated' and a.randomised_at >= x.ended_on and a.randomised_at < x.back_on
),
codes as (
    select *, reason_group as code from exits where $rows = 'reason'
    union all
    select *, coalesce(branch, '') from exits where $rows = 'branch'
    union all
    select x.*, cast(g.segment_id as varchar)
    from exits x join segment_member g using (member_id) where $rows = 'segment'
),
timed as (
    select code, ended_on <= as_of - interval 24 month as two_years,
           coalesce(back_on < ended_on + interval 12 month, false) as in_first,
           coalesce(back_on >= ended_on + interval 12 month
                    and back_on < ended_on + interval 24 month, false) as in_second,
           p.member_id is null as unprompted
    from codes cross join today left join prompted p using (member_id, spell_no)
)
select code, count(*) as first_n, count(*) filter (in_first and unprompted) as first_back,
       count(*) filter (two_years and not in_first) as second_n,
       count(*) filter (two_years and in_second and unprompted) as second_back
from timed group by code order by code

-- name: effort_second_spells
-- How long those who came back stayed: second and later spells by group of the reason that they
-- had left for, the month in which they ended or the last seen whole.
with today as (select as_of from meta),
people as (select member_id, branch from member_now where {scope}),
spells as (
    select n.member_id, p.branch, coalesce(n.ended_on <= as_of, false) as ended,
           case when e.route = 'arrears' then 'arrears'
                else coalesce(r.defection_group, 'unknown') end as reason_group,
           least(coalesce(n.ended_on, as_of), as_of) as until_on, n.started_on
    from spell n
    join people p using (member_id)
    cross join today
    left join exit e on e.member_id = n.member_id and e.spell_no = n.spell_no - 1
         and e.replaced_by is null
    left join exit_reason r on r.reason = e.reason and r.replaced_by is null
    where n.replaced_by is null and n.spell_no > 1 and n.started_on <= as_of
),
codes as (
    select *, reason_group as code from spells where $rows = 'reason'
    union all
    select *, coalesce(branch, '') from spells where $rows = 'branch'
    union all
    select s.*, cast(g.segment_id as varchar)
    from spells s join segment_member g using (member_id) where $rows = 'segment'
),
aged as (
    select code, ended,
           (year(until_on) - year(started_on)) * 12 + month(until_on) - month(started_on)
           - cast(day(until_on) < day(started_on) as integer) + cast(ended as integer) as months
    from codes
)
select code, months, ended, count(*) as n from aged
where months >= 1
group by code, months, ended order by code, months, ended
