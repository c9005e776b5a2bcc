"""Kept solutions: sameness is told as it was computed, and never where nothing was."""

from collections import OrderedDict
from dataclasses import replace

import pandas as pd
import pytest

from analysis.clusters import fit
from exports.table import table
from queries.backups import back_up, restore
from queries.filters import Filters
from queries.imports import ImportFile, importing, undo
from queries.solutions import delete, keep
from tests.planted import database
from tests.planted_classes import SIZES, union_of, with_second_survey
from views.clusters import against, kept_list, sameness, sureness, view
from views.clusters.keeping import kept_as, new_solution
from views.clusters.kept_solutions import choices_of, kept_solutions
from views.clusters.options import Options
from views.clusters.reopened import reopened
from views.clusters.survey import survey
from views.view import Nothing
from words.language import NAMES, language

ALL = Filters()
EN = Options(language("en"), k=3, survey_id="n1")
SAME = "Made anew from the same answers: the very same classes."


@pytest.fixture
def union(tmp_path):
    opened = database(tmp_path / "planted.duckdb", union_of())
    yield opened
    opened.close()


def kept(union, options: Options = EN, **changes) -> Options:
    """Keep the classes of the options; return the options with the solution open."""
    new = replace(new_solution(view(ALL, options, union.ask).result, union.ask), **changes)
    code = keep(union, new, f"Kept {new.k} {len(union.ask('kept_solutions'))}", "", "anna")
    return replace(options, kept=code)


def told(union, options: Options) -> str:
    return " ".join(reopened(ALL, options, union.ask).sentences)


def answered(union, people: list[str], item: str, value: str | None) -> int:
    """Import another answer of some people in place of theirs."""
    file = ImportFile("n.csv", "0" * 64, "needs", "tester", 1, 1, 0)
    rows = pd.DataFrame({"respondent_id": people}).assign(survey_id="n1", item_id=item, value=value)
    with importing(union, file) as transaction:
        replaced(transaction, "need_answer", people, f"item_id = '{item}'")
        transaction.insert("need_answer", rows)
        return transaction.import_id


def replaced(transaction, name: str, people: list[str], condition: str = "true") -> None:
    transaction._cursor.execute(
        f"update {name} set replaced_by = $id where replaced_by is null and survey_id = 'n1'"
        f" and respondent_id in (select unnest($people)) and {condition}",
        {"id": transaction.import_id, "people": people},
    )


def people(first: int, last: int) -> list[str]:
    return [f"R{number:03d}" for number in range(first, last)]


@pytest.mark.parametrize("method", ["lca", "kmodes"])
@pytest.mark.parametrize("questions", [(), ("1", "2", "4")])
def test_of_the_same_answers_come_the_very_same_classes(union, method, questions) -> None:
    opened = kept(union, replace(EN, method=method, questions=questions))
    found = reopened(ALL, opened, union.ask)
    assert found.same
    assert found.sentences[-1] == SAME
    assert found.other == ""


def test_made_anew_is_made_anew_though_the_classes_are_still_in_memory(union, monkeypatch) -> None:
    monkeypatch.setattr("views.made._kept", OrderedDict())
    opened, made = kept(union), []

    def counted(*given, **how):
        made.append(how["seed"])
        return fit(*given, **how)

    monkeypatch.setattr("views.clusters.solutions.fit", counted)
    view(ALL, EN, union.ask)
    assert made == []
    assert told(union, opened).endswith(SAME)
    assert made == [0]


def test_numbers_are_part_of_what_is_kept(union) -> None:
    opened = kept(union, replace(EN, numbers=("known-age",)))
    assert told(union, opened).endswith(SAME)
    assert "not those of" in told(union, replace(opened, numbers=()))


def test_an_import_that_leaves_the_survey_alone_changes_nothing(union) -> None:
    opened = kept(union)
    file = ImportFile("k.csv", "0" * 64, "kano", "tester", 1, 1, 0)
    with importing(union, file) as transaction:
        transaction.insert(
            "survey", pd.DataFrame({"survey_id": ["x"], "kind": ["kano"], "label": ["X"]})
        )
    assert told(union, opened).endswith(SAME)


def test_a_changed_answer_is_counted_and_the_same_is_never_claimed(union) -> None:
    opened = kept(union)
    answered(union, people(0, 8), "q4", "z")
    found = reopened(ALL, opened, union.ask)
    assert not found.same
    assert found.other == "kept"
    assert "with another answer: 8 people, 8 answers in all" in told(union, opened)
    assert "All 200 people who are in both are together as they were." in told(union, opened)
    assert SAME not in told(union, opened)
    assert "that can differ" not in told(union, opened)  # the answers of then were brought back


def test_one_changed_answer_is_changed_and_not_counted_out(union) -> None:
    opened = kept(union)
    answered(union, ["R000"], "q4", "z")
    assert "with another answer: fewer than 5 people." in told(union, opened)
    assert "One person" not in told(union, opened)


def test_people_who_moved_to_another_class_are_said_as_a_share(union) -> None:
    opened = kept(union)
    for item, value in (("q4", "z"), ("q5", "z"), ("q6", "z"), ("fee_view", "too_expensive"),
                        ("job_fear", "a_lot"), ("prefers_help", "meeting")):  # fmt: skip
        answered(union, people(0, 20), item, value)
    assert "Of the 200 people who are in both, 90% are in the same class." in told(union, opened)


def test_few_who_moved_are_not_counted_out(union) -> None:
    opened = kept(union)
    for item, value in (("q4", "z"), ("q5", "z"), ("q6", "z"), ("fee_view", "too_expensive"),
                        ("job_fear", "a_lot"), ("prefers_help", "meeting")):  # fmt: skip
        answered(union, people(0, 2), item, value)
    assert "200 people who are in both, all but fewer than 5 are in the same" in told(union, opened)


def test_people_who_are_new_and_gone_are_counted(union) -> None:
    opened = kept(union)
    file = ImportFile("n.csv", "0" * 64, "needs", "tester", 1, 1, 0)
    with importing(union, file) as transaction:
        replaced(transaction, "need_answer", people(0, 10))
        replaced(transaction, "respondent", people(0, 10))
    text = told(union, opened)
    assert "gone: 10 people." in text
    assert "190 people who are in both" in text


def test_what_answers_weigh_is_told_from_what_they_are(union) -> None:
    opened = kept(union)
    file = ImportFile("n.csv", "0" * 64, "needs", "tester", 1, 1, 0)
    with importing(union, file) as transaction:
        replaced(transaction, "respondent", people(0, 10))
        rows = pd.DataFrame({"respondent_id": people(0, 10), "member_id": range(1, 11)})
        transaction.insert("respondent", rows.assign(survey_id="n1", weight=2.0))
    assert "People answer as they did; what their answers weigh has changed." in told(union, opened)


def test_after_an_undo_of_then_nothing_is_counted_that_is_not_known(union) -> None:
    import_id = answered(union, people(0, 8), "q4", "z")
    opened = kept(union)
    assert told(union, opened).endswith(SAME)
    undo(union, import_id, "tester")
    text = told(union, opened)
    assert "What differs can't be said" in text
    assert "with another answer" not in text
    assert "that can differ from then" in text


def test_an_undone_change_makes_it_the_same_again(union) -> None:
    opened = kept(union)
    import_id = answered(union, people(0, 8), "q4", "z")
    assert SAME not in told(union, opened)
    undo(union, import_id, "tester")
    assert told(union, opened).endswith(SAME)


def test_other_classes_from_the_same_answers_are_said_to_be_others(union) -> None:
    opened = kept(union, classes_print="of another version", model=model_of(union, k=3, moved=30))
    found = reopened(ALL, opened, union.ask)
    assert not found.same
    assert found.other == "kept"
    text = " ".join(found.sentences)
    assert "the classes are not the same. Most likely another version" in text
    assert "of the 200 people" in text.lower()
    assert SAME not in text


def test_a_tampered_fingerprint_of_classes_is_not_believed(union) -> None:
    opened = kept(union, classes_print="0" * 16)
    assert not reopened(ALL, opened, union.ask).same
    assert SAME not in told(union, opened)


def model_of(union, k: int, moved: int) -> dict:
    """A model that another version could have left: its largest class is easier to be in."""
    new = new_solution(view(ALL, replace(EN, k=k), union.ask).result, union.ask)
    own = new.model["own"]
    return new.model | {"own": [own[0] + moved, *own[1:]]}


def test_the_kept_classes_are_shown_without_making_any(union, monkeypatch) -> None:
    opened = kept(union)
    made = view(ALL, EN, union.ask).result
    answered(union, people(0, 8), "q4", "y")
    monkeypatch.setattr("views.clusters.solutions.fit", None)
    shown = replace(opened, as_kept=True)
    answer = view(ALL, shown, union.ask)
    found = answer.result
    assert "nothing is made anew" in answer.notes[0]  # files carry it too
    assert found.survey.kept.solution_id == opened.kept
    assert found.solution.labels.tolist() == made.solution.labels.tolist()
    said = reopened(ALL, shown, union.ask)
    assert said.other == "anew"
    # One of the eight had said so before.
    assert "nothing is made anew" in said.sentences[0]
    assert "7 people, 7 answers" in said.sentences[1]


def test_kept_classes_are_held_against_others_that_are_made(union) -> None:
    shown = replace(kept(union), as_kept=True, against="more")
    anew = replace(EN, against="more")
    held, made = (against.view(ALL, one, union.ask) for one in (shown, anew))
    pd.testing.assert_frame_equal(held.frame, made.frame)
    asked = view(ALL, shown, union.ask).result.survey
    assert asked.kept
    assert asked.by("kprototypes").kept is None
    assert asked.without_numbers().kept is None
    again = view(ALL, replace(shown, as_kept=False), union.ask).result.survey
    assert again.again
    assert not again.by("kprototypes").again


def test_kept_classes_of_other_choices_are_made_anew(union) -> None:
    opened = replace(kept(union), as_kept=True, k=4)
    assert view(ALL, opened, union.ask).result.survey.kept is None
    found = reopened(ALL, opened, union.ask)
    assert found.other == "choices"
    assert not found.same


def test_a_small_kept_class_shows_nothing(union) -> None:
    """All but a few of a class are gone since: what is left of it is not shown."""
    opened = replace(kept(union), as_kept=True)
    file = ImportFile("n.csv", "0" * 64, "needs", "tester", 1, 1, 0)
    gone = people(163, 200)
    with importing(union, file) as transaction:
        replaced(transaction, "need_answer", gone)
        replaced(transaction, "respondent", gone)
    answer = view(ALL, opened, union.ask)
    assert answer.result.sizes["n"].tolist() == [100, 60, 3]
    assert 2 not in answer.result.visible
    assert (answer.frame["n"] >= EN.limit).all()


def test_a_survey_that_is_gone_is_said_to_be_gone(tmp_path) -> None:
    opened = database(tmp_path / "two.duckdb", with_second_survey())
    choice = kept(opened)
    with opened.writing("tester", "test", "x") as transaction:
        transaction._cursor.execute("delete from survey where survey_id = 'n1'")
    assert "its survey, Needs 2026, is not in the database any more" in told(opened, choice)
    listed = kept_list.view(ALL, EN, opened.ask).result[0]
    assert not listed.can_be_made
    assert "not in the database" in listed.state
    assert not any(code.startswith("kept:") for code in against.possible(EN, opened.ask))
    opened.close()


def test_questions_that_are_gone_are_named(union) -> None:
    opened = kept(union)
    with union.writing("tester", "test", "x") as transaction:
        transaction._cursor.execute("delete from survey_item where item_id = 'fee_view'")
    assert "no longer has «The fee is»" in told(union, opened)
    assert not kept_list.view(ALL, EN, union.ask).result[0].can_be_made


def test_a_solution_that_was_let_go_of_is_gone(union) -> None:
    opened = kept(union)
    delete(union, opened.kept, "anna")
    assert told(union, opened) == "The kept solution that was opened here is gone."
    assert view(ALL, replace(opened, as_kept=True), union.ask).result.survey.kept is None


def test_the_list_says_of_which_the_data_are_as_they_were(union) -> None:
    with pytest.raises(Nothing, match="No solution is kept yet"):
        kept_list.view(ALL, EN, union.ask)
    kept(union)
    kept(union, replace(EN, questions=("1", "2", "3")))
    assert "very same answers" in kept_list.view(ALL, EN, union.ask).finding
    answered(union, people(0, 1), "q4", "z")
    answer = kept_list.view(ALL, EN, union.ask)
    assert answer.frame["state"].tolist() == [
        "The answers are as they were.",
        "The answers have changed since.",
    ]
    assert answer.finding == "The data of one kept solution have changed since."
    assert "3 questions" in answer.result[0].facts
    assert "by anna" in answer.result[0].facts


def test_what_is_kept_is_known_again_and_not_kept_twice(union) -> None:
    found = view(ALL, EN, union.ask).result
    assert kept_as(found, union.ask) is None
    opened = kept(union)
    assert kept_as(found, union.ask).solution_id == opened.kept
    assert kept_as(view(ALL, replace(EN, k=4), union.ask).result, union.ask) is None


def test_the_choices_of_a_kept_solution_are_those_it_was_made_with(union) -> None:
    opened = kept(union, replace(EN, questions=("1", "3"), numbers=("known-age",)))
    one = kept_solutions(union.ask)[opened.kept]
    again = choices_of(one, EN, union.ask)
    assert sameness.is_recipe(one, survey(again, union.ask), again.k)
    assert again.questions == ("1", "3")
    assert again.numbers == ("known-age",)


def test_no_one_s_id_or_answer_is_kept(union) -> None:
    kept(union)
    text = union.ask("kept_solutions").to_csv()
    assert not any(person in text for person in people(0, sum(SIZES)))


def test_classes_are_held_against_kept_ones_by_people_in_both(union) -> None:
    opened = kept(union)
    file = ImportFile("n.csv", "0" * 64, "needs", "tester", 1, 1, 0)
    with importing(union, file) as transaction:
        replaced(transaction, "need_answer", people(0, 10))
        replaced(transaction, "respondent", people(0, 10))
    code = f"kept:{opened.kept}"
    assert against.possible(EN, union.ask)[code].startswith("«Kept 3 0», kept ")
    answer = against.view(ALL, replace(EN, k=2, against=code), union.ask)
    assert answer.n == 190
    same = against.view(ALL, replace(EN, against=code), union.ask)
    assert same.frame["pair"].tolist() == ["A → A", "B → B", "C → C"]


def test_a_later_survey_is_held_against_the_kept_classes_of_an_earlier(tmp_path) -> None:
    opened = database(tmp_path / "two.duckdb", with_second_survey())
    code = f"kept:{kept(opened).kept}"
    later = replace(EN, survey_id="n2", against=code)
    answer = against.view(ALL, later, opened.ask)
    assert "adjusted Rand index 1.00" in answer.basis
    opened.close()


@pytest.mark.parametrize("code", NAMES)
def test_the_list_leaves_as_a_file_in_every_language(union, code) -> None:
    kept(union)
    options = replace(EN, language=language(code))
    assert b"Kept 3 0" in table(kept_list.view(ALL, options, union.ask), options.language, False)


def test_a_backup_brings_kept_classes_back_with_their_data(union) -> None:
    opened = kept(union)
    saved = back_up(union)
    answered(union, people(0, 8), "q4", "z")
    delete(union, opened.kept, "anna")
    restore(union, saved, "tester")
    assert told(union, opened).endswith(SAME)


def test_latent_classes_as_they_were_kept_tell_how_sure_too(union) -> None:
    opened = kept(union)
    anew = sureness.view(ALL, opened, union.ask)
    assert sureness.view(ALL, replace(opened, as_kept=True), union.ask).finding == anew.finding


def test_how_it_was_computed_does_not_say_that_kept_classes_were_made_now(union) -> None:
    opened = kept(union)
    words = view(ALL, replace(opened, as_kept=True), union.ask).computed.words
    assert "nothing is made anew" in words
    assert "make the classes" not in words
    assert "make the classes" in view(ALL, opened, union.ask).computed.words


def test_a_number_that_is_gone_is_named_and_no_choice_offered(tmp_path) -> None:
    tables = union_of()
    item = {"survey_id": "n1", "item_id": "hours", "label": "Hours a week", "position": 7}
    tables["survey_item"] = pd.concat([tables["survey_item"], pd.DataFrame([item])])
    hours = tables["respondent"][["respondent_id"]].assign(survey_id="n1", item_id="hours")
    hours["value"] = [str(20 + number % 9) for number in range(len(hours))]
    tables["need_answer"] = pd.concat([tables["need_answer"], hours])
    opened = database(tmp_path / "hours.duckdb", tables)
    options = kept(opened, replace(EN, numbers=("hours",)))
    with opened.writing("anna", "test", "hours") as transaction:
        transaction._cursor.execute("delete from need_answer where item_id = 'hours'")
        transaction._cursor.execute("delete from survey_item where item_id = 'hours'")
    found = reopened(ALL, options, opened.ask)
    assert "no longer has «hours»" in found.sentences[0]
    assert found.other == ""
    opened.close()


def test_a_solution_whose_answers_are_gone_cannot_be_opened(union) -> None:
    kept(union)
    with union.writing("anna", "test", "answers") as transaction:
        transaction._cursor.execute("delete from need_answer")
    listed = kept_list.view(ALL, EN, union.ask).result[0]
    assert listed.state == "Its questions have no answers any more."
    assert not listed.can_be_made
