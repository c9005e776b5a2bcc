"""Segments: who leaves them, who newly belongs there, the short form, and rules."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from charts.segments import figure
from charts.segments.newcomers import figure as newcomers_figure
from exports.slide import slide
from exports.table import table
from exports.workbook import workbook
from queries.filters import Filters
from queries.segment_changes import put_in
from queries.segments import NewSegment, save, save_rule
from tests.planted import database
from tests.planted_classes import LEFT, SIZES, union_of, with_second_survey
from tests.sample_surveys import put
from views import clusters
from views.clusters.options import Options as ClusterOptions
from views.clusters.saving import drafts, model_of
from views.segments import form, newcomers, view
from views.segments.options import Options
from views.segments.rule import in_words, rule, values_of
from views.segments.saved import saved, solutions
from views.view import Nothing
from words.language import NAMES, language

EN = Options(language("en"))
ALL = Filters()
NAMED = ("Safe", "Pay", "Squeezed")


def with_classes(path, tables=None):
    """Open the planted union with its three classes saved as segments."""
    opened = database(path, tables or with_second_survey())
    save_classes(opened, 3, NAMED)
    return opened


def save_classes(opened, k, names) -> None:
    """Save the first survey's classes under these names."""
    options = ClusterOptions(EN.language, k=k, survey_id="n1")
    found = clusters.view(ALL, options, opened.ask).result
    model = model_of(found)
    new = [
        NewSegment(name, list(draft.member_ids), draft.definition | model)
        for name, draft in zip(names, drafts(found, opened.ask), strict=True)
    ]
    save(opened, new, "cluster", EN.limit, "anna")


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    """Three saved classes, to be read."""
    opened = with_classes(tmp_path_factory.mktemp("segments") / "planted.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def own(tmp_path):
    """Three saved classes, to be changed."""
    opened = with_classes(tmp_path / "own.duckdb")
    yield opened
    opened.close()


def test_the_segment_that_surely_leaves_most_is_named(union) -> None:
    answer = view(ALL, EN, union.ask)
    assert answer.finding.startswith("«Squeezed» loses most: 50% of its members left")
    assert answer.frame["name"].tolist() == ["Safe", "Pay", "Squeezed"]
    assert answer.frame["n"].tolist() == list(SIZES)
    squeezed = answer.frame.iloc[2]
    assert squeezed["gone"] == pytest.approx(LEFT[2] / SIZES[2])
    assert squeezed["low"] < squeezed["gone"] < squeezed["high"]
    assert squeezed["there"] == SIZES[2]


def test_a_filter_counts_inside_the_segments(union) -> None:
    frame = view(Filters(sector="state"), EN, union.ask).frame.set_index("name")
    assert frame.index.tolist() == ["Safe", "Pay"]
    assert frame["n"].tolist() == list(SIZES[:2])


def test_a_segment_with_few_members_now_shows_neither_them_nor_their_fees(tmp_path) -> None:
    """All but three of the last class have left; a second segment hides them from subtraction."""
    opened = with_classes(tmp_path / "gone.duckdb", union_of(left=(30, 5, 37)))
    frame = view(ALL, EN, opened.ask).frame.set_index("name")
    assert frame["now"].isna().to_dict() == {"Safe": False, "Pay": True, "Squeezed": True}
    assert frame["fees"].isna().equals(frame["now"].isna())
    opened.close()


def test_a_segment_of_few_is_not_shown(own) -> None:
    save(own, [NewSegment("Four", [1, 2, 3, 4])], "rule", 1, "anna")
    answer = view(ALL, EN, own.ask)
    assert "Four" not in set(answer.frame["name"])
    assert "One segment has too few people here and is not shown." in answer.notes


def test_without_segments_it_says_where_they_are_made(tmp_path) -> None:
    opened = database(tmp_path / "none.duckdb", union_of())
    with pytest.raises(Nothing, match="No segment is saved yet") as nothing:
        view(ALL, EN, opened.ask)
    assert nothing.value.mend == "clusters"
    with pytest.raises(Nothing, match="Save classes as segments first"):
        newcomers.view(ALL, EN, opened.ask)
    opened.close()


def test_new_people_are_typed_into_the_saved_classes(own) -> None:
    """The planted newcomers land where they were planted, and who answers again stays."""
    answer = newcomers.view(ALL, EN, own.ask)
    assert answer.finding.startswith("60 people can be put into the segments")
    assert [len(ids) for ids in answer.result.members.values()] == [20, 10, 30]
    assert put_in(own, answer.result.members, EN.limit, "anna") == 60
    assert own.ask("saved_segments")["n"].tolist() == np.add(SIZES, (20, 10, 30)).tolist()
    after = newcomers.view(ALL, EN, own.ask)
    assert after.result.n == 0
    assert after.finding.startswith("Everybody who answered")


def test_put_in_means_counted_on_every_page(own) -> None:
    before = view(ALL, EN, own.ask).frame.set_index("name")["n"]
    put_in(own, newcomers.view(ALL, EN, own.ask).result.members, EN.limit, "anna")
    after = view(ALL, EN, own.ask).frame.set_index("name")["n"]
    assert (after - before).to_dict() == {"Safe": 20, "Pay": 10, "Squeezed": 30}


def test_it_says_how_far_the_classes_have_moved(union) -> None:
    answer = newcomers.view(ALL, EN, union.ask)
    assert answer.finding.endswith("make them anew soon.")
    now = answer.frame.set_index("label")["now"]
    assert now.to_dict() == pytest.approx({"Safe": 27 / 81, "Pay": 17 / 81, "Squeezed": 37 / 81})


def test_a_class_of_few_newcomers_is_not_drawn(tmp_path) -> None:
    opened = with_classes(tmp_path / "few.duckdb", with_second_survey(new=(60, 2, 40), again=1))
    answer = newcomers.view(ALL, EN, opened.ask)
    assert "Pay" not in set(answer.frame["label"])
    assert len(answer.frame) == 1  # a second one is hidden, so that the first isn't told by sums
    opened.close()


def test_a_survey_without_the_questions_puts_nobody_in(tmp_path) -> None:
    tables = with_second_survey()
    for name in ("survey_item", "need_answer"):
        rows = tables[name]
        later = rows["survey_id"].eq("n2")
        other = rows["item_id"].where(~later, "other_" + rows["item_id"])
        tables[name] = rows.assign(item_id=other)
    opened = with_classes(tmp_path / "other.duckdb", tables)
    assert set(newcomers.possible(saved(EN, opened.ask), opened.ask)) == {"n1"}
    opened.close()


def test_the_short_form_puts_a_person_where_all_answers_would(union) -> None:
    found = saved(EN, union.ask)
    assert form.numbers_asked(found) == [3, 4, 5, 6]
    for number, name in enumerate(NAMED):
        said = {item: list(found.answers(item, EN.language))[number] for item in found.short}
        placed = form.place(found, said)
        assert found.names[placed.one] == name
        assert placed.chance > 0.9 > placed.next_chance
    assert form.place(found, {}).one == -1


def test_more_questions_are_right_more_often(union) -> None:
    found = saved(EN, union.ask)
    right = found.tried["accuracy"]
    assert right.iloc[-1] > right.iloc[0] > found.guess == max(SIZES) / sum(SIZES)
    said = form.how_good(found, 3, EN.language)
    assert "by guessing it would be 50%. Tried on 200 people" in said
    low, high = found.tried.loc[3, ["low", "high"]]
    assert f"({EN.language.share_interval(low, high)})" in said


def test_classes_saved_before_forms_were_tried_on_others_say_so(own) -> None:
    """Their form is the model's own, and its old figure, too good, is not shown."""
    with own.writing("test", "test", "test") as transaction:
        transaction.sql("""
            update segment set definition = json_merge_patch(definition, json_object('short',
                json_object('model', null, 'low', null, 'high', null, 'n', null)))""")
    found = saved(EN, own.ask)
    assert form.how_good(found, 3, EN.language).startswith("How often the form is right was not")
    assert form.numbers_asked(found) == [3, 4, 5, 6]
    said = {item: list(found.answers(item, EN.language))[1] for item in found.short}
    assert found.names[form.place(found, said).one] == "Pay"


def test_the_form_asks_what_the_survey_asked(union) -> None:
    """Its questions and answers are called alike, so that what comes back is recognised."""
    found = saved(EN, union.ask)
    for code in NAMES:
        written = form.questionnaire(found, 4, language(code))
        assert len(written.sections[0].questions) == 4


def test_solutions_are_listed_newest_first(own) -> None:
    found = clusters.view(ALL, ClusterOptions(EN.language, k=2, survey_id="n1"), own.ask).result
    new = [
        NewSegment(
            f"Half {draft.letter}", list(draft.member_ids), draft.definition | model_of(found)
        )
        for draft in drafts(found, own.ask)
    ]
    save(own, new, "cluster", EN.limit, "anna")
    assert list(solutions(own.ask).values()) == ["Half A / Half B", " / ".join(NAMED)]
    assert len(saved(EN, own.ask).names) == 2
    older = replace(EN, solution=list(solutions(own.ask))[1])
    assert saved(older, own.ask).names == dict(enumerate(NAMED))
    assert saved(replace(EN, solution="gone"), own.ask).names == saved(EN, own.ask).names


def test_a_rule_keeps_those_who_fit_all_lines(union) -> None:
    found = rule({"sector": ("state",), "age_band": ()}, EN, union.ask)
    assert found.n == sum(SIZES[:2]) + 30  # the later survey's first two classes are there too
    assert in_words(found, EN.language, union.ask) == "State"
    assert found.definition == {"rule": {"sector": ["state"]}}
    assert not found.left_out


def test_a_rule_never_keeps_a_cell_too_small_to_show(tmp_path) -> None:
    """Three young people are in industry: neither they nor who would give them away are kept."""
    tables = union_of()
    member = tables["member"]
    young = (member["sector"] == "industry") & (np.arange(len(member)) < 163)
    old = member["sector"].eq("state")
    tables["member"] = member.assign(birth_year=np.where(young, 2005, np.where(old, 1980, 1960)))
    opened = database(tmp_path / "rule.duckdb", tables)
    found = rule({"sector": ("industry",), "age_band": ("under_25",)}, EN, opened.ask)
    assert found.n == 0
    assert found.left_out
    assert found.cells.empty
    opened.close()


def test_a_rule_saved_is_a_filter(own) -> None:
    found = rule({"sector": ("industry",)}, EN, own.ask)
    segment = save_rule(
        own, NewSegment("Industry", (), found.definition), found.cells, EN.limit, "anna"
    )
    assert own.ask("people_count", Filters(segment=segment))["n"].iloc[0] == found.n
    assert view(ALL, EN, own.ask).frame.set_index("name").at["Industry", "origin"] == "by a rule"


def test_values_of_few_people_cannot_be_chosen(tmp_path) -> None:
    tables = union_of()
    sector = tables["member"]["sector"].where(np.arange(200) > 1, "state_secrets")
    tables["member"] = tables["member"].assign(sector=sector)
    opened = database(tmp_path / "few.duckdb", tables)
    assert "state_secrets" not in values_of("sector", EN, opened.ask)
    opened.close()


@pytest.mark.parametrize("make", [view, newcomers.view])
def test_each_draws_and_leaves_as_files_in_every_language(union, make) -> None:
    draw = {view: figure, newcomers.view: newcomers_figure}[make]
    for code in NAMES:
        options = replace(EN, language=language(code), limit=10)
        made = make(ALL, options, union.ask)
        assert draw(made, options.language, dark=code == "da").data
        for write in (slide, workbook, table):
            assert write(made, options.language)


def test_what_moved_is_told_with_its_interval_and_n(union, tmp_path) -> None:
    notes = newcomers.view(ALL, EN, union.ask).notes
    assert re.search(r"is \d+% in these answers \(\d+–\d+%, n = 81\)", notes[0])
    changed = next(note for note in notes if note.startswith("Most changed is «"))
    assert re.search(r"was \d+% \(\d+–\d+%\) .* is \d+% \(\d+–\d+%\) \(n = 81\)", changed)
    frame = newcomers.view(ALL, EN, union.ask).frame
    assert ((frame["then_low"] < frame["then"]) & (frame["then"] < frame["then_high"])).all()


def test_an_answer_that_fewer_gave_than_may_be_shown_is_not_told(union) -> None:
    notes = newcomers.view(ALL, replace(EN, limit=82), union.ask).notes
    assert not [note for note in notes if note.startswith("Most changed")]


@pytest.mark.parametrize("code", NAMES)
def test_the_form_comes_back_as_it_went_out(own, code: str) -> None:
    """A survey tool's file of the form's own wordings is read, and its people are put in."""
    found = saved(EN, own.ask)
    asked = form.questionnaire(found, 6, language(code)).sections[0].questions
    people = [number for number in range(3) for _ in range(10)]
    rows = {"Member number": range(1001, 1001 + len(people))} | {
        question.text: [question.answers[number][1] for number in people] for question in asked
    }
    data = pd.DataFrame(rows).to_csv(index=False).encode()
    own_people(own, rows["Member number"])
    put(own, data, "The short form", answers={"kind": "needs"})
    answer = newcomers.view(ALL, EN, own.ask)
    assert [len(ids) for ids in answer.result.members.values()] == [10, 10, 10]


def own_people(opened, numbers) -> None:
    """Have people with these member numbers in the register."""
    with opened.writing("test", "test", "test") as transaction:
        transaction.insert("member", pd.DataFrame({"member_id": numbers, "birth_year": 1980}))


@pytest.mark.parametrize("new", [(0, 0, 1), (1, 1, 1)])
def test_of_few_answers_no_more_is_said_than_that_they_are_few(tmp_path, new) -> None:
    opened = database(tmp_path / "few.duckdb", with_second_survey(new=new, again=0))
    save_classes(opened, 3, NAMED)
    made = newcomers.view(ALL, replace(EN, survey_id="n2"), opened.ask)
    assert made.finding == "Under 5 people can be put into the segments."
    assert made.notes[0] == "Too few people answered to say how they differ."
    assert made.basis.startswith("n < 5 · ")
    opened.close()
