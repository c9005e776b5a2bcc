-- What to do about each benefit: the catalogue, what it costs, and what was decided.

-- name: catalogue_benefits
-- The catalogue as it stands.
select benefit_id, label, label_en, kind, unit_value, annual_cost, collective
from benefit where replaced_by is null order by benefit_id

-- name: catalogue_absent
-- Of the people that the filter keeps, how many have none of what one has or has not at work.
select avg(case when shop_steward then 0.0 else 1.0 end) filter (shop_steward is not null)
           as shop_steward,
       avg(case when agreement then 0.0 else 1.0 end) filter (agreement is not null) as agreement
from member_now
where {scope} and list_contains($statuses, cast(status as varchar))

-- name: benefit_decisions
-- What was decided about each benefit, the newest first.
select benefit_id, remedy, note, decided_at, decided_by from benefit_decision
order by decided_at desc, benefit_id

-- name: decide_benefit!
insert into benefit_decision (benefit_id, remedy, note, decided_at, decided_by)
values ($benefit_id, $remedy, $note, $at, $user_name)

-- name: benefit_history
-- Every earlier version of the catalogue's rows, with the import that set it.
select b.benefit_id, b.label, b.unit_value, b.annual_cost, b.import_id, i.imported_at,
       i.imported_by
from benefit b left join import_batch i using (import_id)
where b.replaced_by is not null order by i.imported_at desc nulls last, b.benefit_id
