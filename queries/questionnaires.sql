-- Questionnaires as they were written, so that their answers are understood when they come back.

-- name: questionnaire_benefits
-- The catalogue's benefits, in the order of the newest survey that asks about them.
with newest as (
    select survey_id from survey where kind in ('kano', 'value') and replaced_by is null
    order by coalesce(fielded_on, date '0001-01-01') desc, survey_id limit 1
)
select b.benefit_id, b.label, b.label_en, b.kind
from benefit b
left join survey_item i on i.benefit_id = b.benefit_id and i.replaced_by is null
    and i.survey_id = (select survey_id from newest)
where b.replaced_by is null
order by coalesce(i.position, 9999), b.label, b.benefit_id

-- name: questionnaires
-- Every questionnaire, newest first.
select code, label, cast(kind as varchar) as kind, cast(design as varchar) as design, made_at
from questionnaire order by made_at desc, code

-- name: keep_questionnaire!
insert into questionnaire values ($code, $label, $kind, $design, $at)
