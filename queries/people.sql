-- People as of the extract's date.

-- name: people_profiles
-- How many people share each combination of filter values; segment is one of the chosen
-- segment and its siblings (the classes of one solution), or null for whoever is in none.
with placed as (
    select member_id, min(segment_id) as segment_id
    from segment_member where segment_id in (
        select sibling_id from segment_sibling
        where segment_id = cast($segment as bigint)
    ) group by member_id
)
select cast(status as varchar) as status, cast(placed.segment_id as varchar) as segment,
       sector, branch, region, age_band, member_type, count(*) as n
from member_now left join placed using (member_id)
group by all order by all

-- name: respondent_profiles
-- The same for the respondents of one survey.
with placed as (
    select member_id, min(segment_id) as segment_id
    from segment_member where segment_id in (
        select sibling_id from segment_sibling
        where segment_id = cast($segment as bigint)
    ) group by member_id
)
select status, cast(placed.segment_id as varchar) as segment,
       sector, branch, region, age_band, member_type, count(*) as n
from respondent_now left join placed using (member_id)
where survey_id = $survey_id
group by all order by all

-- name: people_count
-- People that the filter keeps.
select count(*) as n from member_now where {scope}

-- name: respondent_count
-- A survey's respondents that the filter keeps.
select count(*) as n from respondent_now where survey_id = $survey_id and {scope}

-- name: segments
-- Saved segments, oldest first, each with how many part people with it.
select cast(segment_id as varchar) as segment_id, name, origin, created_at,
       (select count(*) from segment_sibling s where s.segment_id = segment.segment_id) as parting
from segment order by segment.segment_id

-- name: branches
-- Local branches by name.
select branch_id, label, region from branch where replaced_by is null order by label, branch_id
