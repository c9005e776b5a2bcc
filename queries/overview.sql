-- Where do we stand? Members, and who joined, left and came back.

-- name: monthly_flow
-- Joined, returned and left by month, within the filter and the window.
with people as (select member_id from member_now where {scope}),
events as (
    select date_trunc('month', started_on) as month, spell_no = 1 as joined,
           spell_no > 1 as returned, false as gone
    from spell join people using (member_id)
    where replaced_by is null and started_on > $since and started_on <= $day
    union all
    select date_trunc('month', ended_on), false, false, true
    from spell join people using (member_id)
    where replaced_by is null and ended_on > $since and ended_on <= $day
)
select cast(month as date) as month, count(*) filter (joined) as joined,
       count(*) filter (returned) as returned, count(*) filter (gone) as gone
from events group by month order by month

-- name: members_on
-- Members on a day and a year before it, within the filter.
with people as (select member_id from member_now where {scope})
select count(distinct member_id) filter (started_on <= $day and (ended_on is null or ended_on > $day))
           as members,
       count(distinct member_id) filter (started_on <= $year_before
           and (ended_on is null or ended_on > $year_before)) as members_year_before
from spell join people using (member_id)
where replaced_by is null

-- name: yearly_flow
-- Joined, returned and left by year, counted back from the day in twelve-month steps: 0 is the
-- year that ends on the day.
with people as (select member_id from member_now where {scope}),
events as (
    select started_on as on_day, spell_no = 1 as joined, spell_no > 1 as returned, false as gone
    from spell join people using (member_id)
    where replaced_by is null and started_on <= $day
    union all
    select ended_on, false, false, true
    from spell join people using (member_id)
    where replaced_by is null and ended_on <= $day
)
select ((year($day) - year(on_day)) * 12 + month($day) - month(on_day)
        - cast(day(on_day) > day($day) as integer)) // 12 as years_back,
       count(*) filter (joined) as joined, count(*) filter (returned) as returned,
       count(*) filter (gone) as gone
from events group by years_back order by years_back

-- name: history_begins
-- The first day of the union's recorded history.
select min(started_on) as first_day from spell where replaced_by is null

-- name: status_strip
-- People by status, and how many of those who are in used nothing in a year.
select cast(status as varchar) as status, count(*) as n, count(*) filter (inactive) as inactive,
       count(inactive) as use_known
from member_now where {scope} group by status order by status

-- name: branch_change
-- Members on a day and a year before it, by local branch.
with people as (select member_id, branch from member_now where {scope})
select branch, count(distinct member_id) filter (started_on <= $day
           and (ended_on is null or ended_on > $day)) as members,
       count(distinct member_id) filter (started_on <= $year_before
           and (ended_on is null or ended_on > $year_before)) as members_year_before
from spell join people using (member_id)
where replaced_by is null and branch is not null
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
