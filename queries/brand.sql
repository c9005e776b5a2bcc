-- What the union should stand for: choices of what matters most and least, and what messages carry.

-- name: brand_surveys
-- Surveys of brand values, newest first.
select survey_id, label, wave, fielded_on from survey
where kind = 'brand_values' and replaced_by is null
order by coalesce(fielded_on, date '0001-01-01') desc, wave desc, survey_id

-- name: brand_items
-- The values that a survey lets people choose among, in its own order.
select item_id, label, wording from survey_item
where survey_id = $survey_id and replaced_by is null order by position, item_id

-- name: brand_answers
-- Each value that was shown to somebody whom the filter keeps: 1 matters most, -1 least, 0 neither.
select a.respondent_id, a.task, a.item_id, a.choice, r.weight
from (select respondent_id, weight from respondent_now
      where survey_id = $survey_id and {scope}) r
join best_worst_answer a on a.respondent_id = r.respondent_id
where a.survey_id = $survey_id and a.replaced_by is null
order by a.respondent_id, a.task, a.item_id

-- name: brand_messages
-- Campaigns with the benefit and the value that their message carries; what was said in the app
-- last comes before what the campaign's file said.
with said as (
    select campaign_id, arg_max(benefit_id, "at") as benefit_id,
           arg_max(coalesce(brand_value, ''), "at") as brand_value, true as is_said
    from message_tag group by campaign_id
)
select c.campaign_id, c.label, c.message, c.started_on,
       case when is_said then said.benefit_id else c.benefit_id end as benefit_id,
       nullif(case when is_said then said.brand_value else c.brand_value end, '') as brand_value
from campaign c left join said using (campaign_id)
where c.replaced_by is null
order by c.started_on desc nulls last, c.campaign_id
