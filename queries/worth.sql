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

-- name: worth_channels
-- By which channels the union may send information on benefits, and on what legal basis.
select channel, legal_basis from contact_rule
where replaced_by is null and message_kind = 'service' and allowed and legal_basis <> 'none'
order by channel

-- name: worth_personal
-- For each member who may be told by a channel: of some benefits in order, the first three that he
-- or she has not used in two years. Whoever asked not to be contacted, withdrew consent, died or
-- was excluded is not in it; where the basis is consent, only those who gave it.
with wanted as (
    select unnest($benefits) as benefit_id, generate_subscripts($benefits, 1) as place
),
asked as (
    select member_id, channel, arg_max(status, "at") as status from consent
    where replaced_by is null group by member_id, channel
),
reachable as (
    select member_id from member_now
    where {scope} and list_contains($statuses, cast(status as varchar))
      and (product is null or product <> 'fund')
      and coalesce(cast(route as varchar), '') not in ('death', 'excluded')
      and member_id not in (
          select member_id from member where replaced_by is null and died_on is not null)
      and member_id not in (
          select member_id from asked
          where status = 'do_not_contact' or (channel = $channel and status = 'withdrawn'))
      and ($legal_basis <> 'consent' or member_id in (
          select member_id from asked where channel = $channel and status = 'given'))
),
used as (
    select distinct member_id, benefit_id from benefit_use, (select as_of from meta)
    where replaced_by is null and "at" > as_of - interval 24 month
)
select r.member_id, list_slice(list(w.benefit_id order by w.place), 1, 3) as benefits
from reachable r cross join wanted w
anti join used u on u.member_id = r.member_id and u.benefit_id = w.benefit_id
group by r.member_id order by r.member_id
