-- What an import of members needs to know of the history that is stored.

-- name: history_spells
-- Every spell that is stored, in order.
select member_id, spell_no, started_on, ended_on from spell where replaced_by is null
order by member_id, spell_no

-- name: history_phases
-- The last phase of each spell.
select member_id, spell_no, max_by(member_type, from_on) as member_type,
       cast(max_by(product, from_on) as varchar) as product,
       max_by(monthly_fee, from_on) as monthly_fee, max_by(branch_id, from_on) as branch_id,
       max_by(workplace_id, from_on) as workplace_id, max(from_on) as from_on
from spell_phase where replaced_by is null
group by member_id, spell_no order by member_id, spell_no

-- name: history_known
-- Names of what members can belong to, and the reasons that are described.
select 'branch' as what, branch_id as name from branch where replaced_by is null
union all select 'reason', reason from exit_reason where replaced_by is null
order by all

-- name: move_as_of!
-- The extract's date becomes today everywhere; it never goes back.
update meta set as_of = greatest(as_of, cast($day as date))
