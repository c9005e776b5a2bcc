-- Kept solutions: classes that somebody wants to come back to, and the answers as they were then.

-- name: kept_solutions
-- Kept solutions, the newest first.
select cast(solution_id as varchar) as solution_id, name, note, survey_id, survey_label, method, k,
       seed, cast(columns as varchar) as columns, cast(numbers as varchar) as numbers, weighted,
       people, cost, log_likelihood, bic, silhouette, answers_print, classes_print, data_version,
       last_import, cast(model as varchar) as model, created_at, created_by
from kept_solution order by kept_solution.solution_id desc

-- name: newest_import
-- The newest import that is in force; 0 where there is none.
select coalesce(max(import_id), 0) as import_id from import_batch where undone_at is null

-- name: next_kept_solution_id
select nextval('kept_solution_ids') as solution_id

-- name: rename_kept_solution
update kept_solution set name = $new_name
where solution_id = cast($solution_id as bigint) returning solution_id

-- name: note_on_kept_solution
update kept_solution set note = $text
where solution_id = cast($solution_id as bigint) returning solution_id

-- name: delete_kept_solution
delete from kept_solution where solution_id = cast($solution_id as bigint) returning solution_id

-- name: needs_answers_then
-- What each respondent had answered when an import was the newest one; as needs_answers. What an
-- import brought that was undone since is not there any more.
select respondent_id, item_id, value, coalesce(missing <> 'not_asked', true) as asked
from need_answer
where survey_id = $survey_id and import_id <= $last_import
  and (replaced_by is null or replaced_by > $last_import)
union all
select respondent_id, item_id,
       'kano_' || nullif(substr('QAAAORIIIMRIIIMRIIIMRRRRQ', functional * 5 + dysfunctional - 5, 1),
                         'Q') as value,
       coalesce(functional_missing <> 'not_asked', true) as asked
from kano_answer
where survey_id = $survey_id and import_id <= $last_import
  and (replaced_by is null or replaced_by > $last_import)
order by respondent_id, item_id

-- name: needs_respondents_then
-- Respondents with their weight when an import was the newest one.
select respondent_id, weight from respondent
where survey_id = $survey_id and import_id <= $last_import
  and (replaced_by is null or replaced_by > $last_import)
order by respondent_id
