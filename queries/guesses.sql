-- Leaders' guesses: rounds, and what each device handed in.

-- name: guess_round
-- A round by its code.
select code, survey_id, way, started_at, revealed_at from guess_round where code = $code

-- name: guess_rounds
-- The rounds that were revealed, newest first.
select code, survey_id, way, revealed_at from guess_round
where revealed_at is not null order by revealed_at desc, code limit 5

-- name: guesses
-- Every guess of a round.
select guesser, item_id, category, place from guess where code = $code
order by guesser, item_id

-- name: guessers
-- How many have handed in.
select count(distinct guesser) as n from guess where code = $code

-- name: start_round!
insert into guess_round values ($code, $survey_id, $way, $at, null)

-- name: reveal_round!
update guess_round set revealed_at = $at where code = $code and revealed_at is null

-- name: take_back_guess!
delete from guess where code = $code and guesser = $guesser

-- name: guess_round_codes
-- Codes that are taken.
select code from guess_round union select code from questionnaire
