-- Where do we stand? Members, and who joined, left and came back.

-- name: flow
-- Who joined, returned and left, by month and by the year counted back from the day (0 is the year
-- that ends on the day), within the filter.
with people as (select member_id from member_now where {scope}),
spells as materialized (
    select spell_no, started_on, ended_on from spell semi join people using (member_id)
    where replaced_by is null
),
events as (
    select started_on as on_day, spell_no = 1 as joined, spell_no > 1 as returned, false as gone
    from spells where started_on <= $day
    union all
    select ended_on, false, false, true from spells where ended_on <= $day
),
days as (
    select on_day, count(*) filter (joined) as joined, count(*) filter (returned) as returned,
           count(*) filter (gone) as gone
    from events group by on_day
)
select cast(date_trunc('month', on_day) as date) as month,
       ((year($day) - year(on_day)) * 12 + month($day) - month(on_day)
        - cast(day(on_day) > day($day) as integer)) // 12 as years_back,
       cast(sum(joined) as bigint) as joined, cast(sum(returned) as bigint) as returned,
       cast(sum(gone) as bigint) as gone
from days group by month, years_back order by month, years_back

-- name: history_begins
-- The first day that anybody is recorded to have left: from there on, coming and going is whole.
-- Memberships that began earlier are in the history only when they lasted until then.
select min(ended_on) as first_day from spell where replaced_by is null

-- name: status_strip
-- People by status, and how many of those who are in used nothing in a year.
select cast(status as varchar) as status, count(*) as n, count(*) filter (inactive) as inactive,
       count(inactive) as use_known
from member_now where {scope} group by status order by status

-- name: members_by_branch
-- Members on a day and a year before it, by local branch. Nobody has two memberships on one day.
with people as (select member_id, branch from member_now where {scope})
select branch, count(*) filter (started_on <= $day and (ended_on is null or ended_on > $day))
           as members,
       count(*) filter (started_on <= $year_before
           and (ended_on is null or ended_on > $year_before)) as members_year_before
from spell join people using (member_id)
where replaced_by is null
group by branch order by branch

-- name: yearly_exits
-- Who left by route, in the year that ends on the day and in the year before it.
with people as (select member_id from member_now where {scope})
select cast(route as varchar) as route,
       count(*) filter (ended_on > $year_before) as this_year,
       count(*) filter (ended_on <= $year_before) as last_year
from exit join spell using (member_id, spell_no) join people using (member_id)
where exit.replaced_by is null and spell.replaced_by is null
  and ended_on > $two_years_before and ended_on <= $day
group by route order by route
