-- What do members get for the money? Uses, prices and the fee; need and awareness are survey answers.

-- name: worth_benefits
-- What a value survey asks about, of the catalogue's benefits alone, with their prices.
select i.item_id, b.benefit_id, i.label, b.label_en, b.kind, b.collective, b.unit_value
from survey_item i
join benefit b on b.benefit_id = i.benefit_id and b.replaced_by is null
where i.survey_id = $survey_id and i.replaced_by is null
order by i.position, i.item_id

-- name: worth_people
-- Whom the picture speaks of, and their fee: the union's part alone, before and after what can be
-- deducted (at most $deductible DKK a year). Those who are in the unemployment fund alone have no
-- part in the union's offers.
select count(*) as people,
       count(monthly_fee) as with_fee,
       avg(cast(12 * monthly_fee as double)) as fee,
       avg(cast(least(12 * monthly_fee, $deductible) as double)) as deducted
from member_now
where {scope} and list_contains($statuses, cast(status as varchar))
  and (product is null or product <> 'fund')

-- name: worth_uses
-- Uses of each benefit in these people's last year as members, and the sum of their squares, from
-- which the doubt of a mean use comes.
with people as (
    select member_id, least(coalesce(ended_on, as_of), as_of) as until
    from member_now, (select as_of from meta)
    where {scope} and list_contains($statuses, cast(status as varchar))
      and (product is null or product <> 'fund')
),
counted as (
    select u.benefit_id, u.member_id, count(*) as uses
    from benefit_use u join people p using (member_id)
    where u.replaced_by is null
      and u."at" > p.until - interval 12 month and u."at" <= p.until
    group by u.benefit_id, u.member_id
)
select benefit_id, cast(sum(uses) as double) as total,
       cast(sum(uses * uses) as double) as squares
from counted group by benefit_id order by benefit_id

-- name: worth_recorded
-- Whether any use is recorded at all.
select count(*) > 0 as any_use from (select 1 from benefit_use where replaced_by is null limit 1)
