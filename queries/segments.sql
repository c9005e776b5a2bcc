-- Saved segments: made on one page, a filter on every other.

-- name: next_segment_id
select nextval('segment_ids') as segment_id

-- name: saved_segments
-- Saved segments with how many people are in each, the newest last.
select cast(s.segment_id as varchar) as segment_id, s.name, s.origin, s.created_at,
       json_extract_string(s.definition, '$.solution') as solution,
       cast(json_extract_string(s.definition, '$.class') as integer) as class,
       count(m.member_id) as n
from segment s left join segment_member m using (segment_id)
group by all order by max(s.segment_id)

-- name: rename_segment
update segment set name = $new_name where segment_id = cast($segment_id as bigint)
returning segment_id

-- name: delete_segment
delete from segment where segment_id = cast($segment_id as bigint) returning segment_id

-- name: delete_segment_members!
delete from segment_member where segment_id = cast($segment_id as bigint)
