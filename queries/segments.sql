-- Saved segments: made on one page, a filter on every other.

-- name: next_segment_id
select nextval('segment_ids') as segment_id

-- name: saved_segments
-- Saved segments with how many people are in each, the newest last.
select cast(s.segment_id as varchar) as segment_id, s.name, s.origin, s.created_at,
       json_extract_string(s.definition, '$.solution') as solution,
       cast(json_extract_string(s.definition, '$.class') as integer) as class,
       cast(json_extract_string(s.definition, '$.stands_for.precision') as double) as "right",
       coalesce(json_extract_string(s.definition, '$.description'), '') as description,
       count(m.member_id) as n
from segment s left join segment_member m using (segment_id)
group by all order by max(s.segment_id)

-- name: rename_segment
update segment set name = $new_name where segment_id = cast($segment_id as bigint)
returning segment_id

-- name: describe_segment
update segment
set definition = json_merge_patch(definition, json_object('description', cast($text as varchar)))
where segment_id = cast($segment_id as bigint) returning segment_id

-- name: delete_segment
delete from segment where segment_id = cast($segment_id as bigint) returning segment_id

-- name: delete_segment_members!
delete from segment_member where segment_id = cast($segment_id as bigint)

-- name: segment_facts
-- By saved segment, and for everybody in a row without one: people, those who are members now and
-- what they pay in a year, and of those who were members a year ago, how many have left since
-- (who died is left out).
with before as (
    select member_id, bool_or(ended_on <= as_of) as gone,
           bool_or(ended_on <= as_of and exit.route is not distinct from 'death') as died
    from spell cross join meta
    left join exit using (member_id, spell_no)
    where spell.replaced_by is null and exit.replaced_by is null
      and started_on <= as_of - interval 12 month
      and (ended_on is null or ended_on > as_of - interval 12 month)
    group by member_id
),
placed as (
    select segment_id, member_id from segment_member
    union all
    select null, member_id from member_now
)
select cast(segment_id as varchar) as segment_id, count(*) as n,
       count(*) filter (status in ('active', 'in_notice', 'in_arrears')) as now,
       12 * coalesce(sum(monthly_fee) filter (status in ('active', 'in_notice', 'in_arrears')), 0)
           as fees,
       count(*) filter (not died) as there,
       count(*) filter (not died and gone) as gone
from placed join member_now using (member_id) left join before using (member_id)
group by segment_id order by placed.segment_id nulls last

-- name: segment_models
-- Saved classes that know how people are put into them, the newest solution first.
select cast(segment_id as varchar) as segment_id, name, created_at,
       json_extract_string(definition, '$.solution') as solution,
       cast(json_extract_string(definition, '$.class') as integer) as class,
       json_extract_string(definition, '$.survey') as survey_id,
       json_extract_string(definition, '$.model') as model,
       json_extract_string(definition, '$.short') as short
from segment
where json_extract_string(definition, '$.model') is not null
order by max(segment.segment_id) over (
    partition by json_extract_string(definition, '$.solution')) desc, segment.segment_id

-- name: segment_members
-- Who is in a segment or in any that was made with it.
select member_id, cast(segment_id as varchar) as segment_id
from segment_member where segment_id in (
    select sibling_id from segment_sibling where segment_id = cast($segment as bigint))
order by member_id, segment_id

-- name: segment_rules
-- Saved segments that are a class in plain rules, the newest first.
select cast(segment_id as varchar) as segment_id, name, created_at,
       json_extract_string(definition, '$.stands_for.survey') as survey_id,
       json_extract(definition, '$.stands_for') as stands_for
from segment
where json_extract_string(definition, '$.stands_for.survey') is not null
order by segment.segment_id desc

-- name: nearly_the_same
-- Segments that a segment lies in or holds, and differs from by some people, but by fewer than the
-- limit.
with size as (select segment_id, count(*) as n from segment_member group by segment_id),
shared as (
    select theirs.segment_id, count(*) as n
    from segment_member ours join segment_member theirs using (member_id)
    where ours.segment_id = cast($segment as bigint) and theirs.segment_id <> ours.segment_id
    group by theirs.segment_id
)
select own.name as own, other.name
from shared
join segment other using (segment_id)
join size on size.segment_id = shared.segment_id
join segment own on own.segment_id = cast($segment as bigint)
join size as own_size on own_size.segment_id = own.segment_id
where least(size.n, own_size.n) = shared.n
  and greatest(size.n, own_size.n) - shared.n between 1 and $limit - 1
order by shared.segment_id

-- name: members_of_cells
-- People in the cells that a rule keeps; a dimension that the rule doesn't name is null there.
select distinct member_id
from member_now join rule_cells cells
  on (cells.status is null or coalesce(cast(member_now.status as varchar), '') = cells.status)
 and (cells.sector is null or coalesce(member_now.sector, '') = cells.sector)
 and (cells.branch is null or coalesce(member_now.branch, '') = cells.branch)
 and (cells.region is null or coalesce(member_now.region, '') = cells.region)
 and (cells.age_band is null or coalesce(member_now.age_band, '') = cells.age_band)
 and (cells.member_type is null or coalesce(member_now.member_type, '') = cells.member_type)
order by member_id

-- name: member_known
-- Whether somebody is in the register.
select count(*) > 0 as known from member_now where member_id = $member_id
