"""Who are they? Planted classes, and the sentences, names, files and segments that they make."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.kano import CLASSES
from analysis.kano.tables import evaluation
from charts.clusters import every_answer, figure
from charts.clusters.number import figure as number_figure
from charts.clusters.outcomes import figure as outcomes_figure
from exports.slide import slide
from exports.table import table
from exports.workbook import workbook
from queries.filters import Filters
from queries.segments import NewSegment, save
from tests import kano_survey
from tests.planted import database
from tests.planted_classes import SAID, SIZES, union_of
from views import clusters
from views.clusters import answers as clusters_answers
from views.clusters import number as clusters_number
from views.clusters import view
from views.clusters.options import Options
from views.clusters.outcomes import EVERYBODY
from views.clusters.saving import drafts
from views.clusters.solutions import made_sweep, make_sweep
from views.clusters.survey import survey as survey_of
from views.view import Nothing
from words.language import NAMES, language

EN = Options(language("en"), k=3)


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    """The planted union, to be read."""
    opened = database(tmp_path_factory.mktemp("clusters") / "planted.duckdb", union_of())
    yield opened
    opened.close()


@pytest.fixture
def own(tmp_path):
    """The planted union, to be changed."""
    opened = database(tmp_path / "own.duckdb", union_of())
    yield opened
    opened.close()


def changed(tmp_path, **tables):
    """Make the planted union with some tables changed."""
    whole = union_of()
    return database(
        tmp_path / "changed.duckdb",
        whole | {name: change(whole[name]) for name, change in tables.items()},
    )


def test_the_finding_names_the_largest_class_and_the_one_that_leaves(union) -> None:
    answer = view(Filters(), EN, union.ask)
    assert answer.finding.startswith("Half are «")
    assert "one in five is «" in answer.finding
    assert answer.finding.endswith("five times as many of them have left since they answered.")


def test_classes_are_named_by_what_stands_out_and_ordered_by_size(union) -> None:
    answer = view(Filters(), EN, union.ask)
    names = answer.result.names
    assert answer.frame["n"].tolist() == sorted(answer.frame["n"], reverse=True)
    assert answer.frame["n"].tolist() == pytest.approx(SIZES, abs=3)
    assert len(set(names.values())) == 3
    pairs = answer.result.telling[2]
    assert {SAID[question].index(level) for question, level in pairs} == {2}


def test_what_became_of_a_class_comes_with_n_and_interval(union) -> None:
    frame = view(Filters(), EN, union.ask).frame
    last = frame.iloc[2]
    assert last["gone_value"] == pytest.approx(0.5, abs=0.05)
    assert last["gone_low"] < last["gone_value"] < last["gone_high"]
    assert last["gone_n"] == last["n"]
    assert last["score_value"] < -80
    assert "used_value" not in frame  # no use is recorded in this union


def test_a_filter_counts_within_classes_made_from_everybody(union) -> None:
    everybody = view(Filters(), EN, union.ask).result
    answer = view(Filters(sector="state"), EN, union.ask)
    assert answer.result.solution is everybody.solution
    assert answer.n == 160
    assert answer.frame["overall"].tolist() == pytest.approx(
        everybody.sizes.loc[answer.result.visible, "share"].tolist()
    )
    assert answer.finding.startswith("Of these 160 people ")


def test_classes_with_too_few_people_in_the_filter_are_hidden(union) -> None:
    """Three young people are in the first class: it is hidden, and the second to protect it."""
    answer = view(Filters(age_band="under_25"), EN, union.ask)
    here = answer.result
    assert here.sizes["n"].tolist() == [3, 8, 40]
    assert answer.frame["class"].tolist() == here.visible == [2]
    assert any("2 classes have too few" in note for note in answer.notes)
    assert set(here.profiles["class"]) == {2}
    assert set(here.outcomes["class"]) == {2, EVERYBODY}


def test_fewer_than_the_limit_left_shows_no_share_of_them(tmp_path) -> None:
    def linked(respondents: pd.DataFrame) -> pd.DataFrame:
        """Only three of the last class are linked to a member."""
        unlinked = np.arange(len(respondents)) >= 163
        return respondents.assign(member_id=respondents["member_id"].mask(unlinked))

    opened = changed(tmp_path, respondent=linked)
    outcomes = view(Filters(), EN, opened.ask).result.outcomes
    gone = outcomes[outcomes["outcome"] == "gone"]
    assert (gone.loc[gone["class"] >= 0, "n"] >= 5).all()
    assert 2 not in set(gone["class"])
    opened.close()


def test_who_answered_less_than_half_is_not_classified(tmp_path) -> None:
    def gaps(answers: pd.DataFrame) -> pd.DataFrame:
        silent = answers["respondent_id"].isin([f"R{number:03d}" for number in range(7)])
        late = answers["item_id"].isin(["q4", "q5", "q6", "fee_view"])
        return answers.assign(value=answers["value"].mask(silent & late))

    opened = changed(tmp_path, need_answer=gaps)
    answer = view(Filters(), EN, opened.ask)
    assert answer.n == 193
    assert any(note.startswith("7 of 200 respondents") for note in answer.notes)
    assert answer.metrics[0].value == "193"
    opened.close()


def test_a_saved_class_lends_its_name_and_filters(own) -> None:
    found = view(Filters(), EN, own.ask).result
    last = drafts(found, own.ask)[2]
    assert last.anonymous == 0
    (segment,) = save(
        own, [NewSegment("Squeezed", last.member_ids, last.definition)], "cluster", 5, "anna"
    )
    answer = view(Filters(), EN, own.ask)
    assert "«Squeezed»" in answer.finding
    assert answer.result.solution is found.solution
    within = view(Filters(segment=segment), EN, own.ask)
    assert within.n == len(last.member_ids)
    assert [draft.saved for draft in drafts(answer.result, own.ask)] == [False, False, True]


def test_classes_of_one_partition_share_their_solution(union) -> None:
    made = drafts(view(Filters(), EN, union.ask).result, union.ask)
    assert len({draft.definition["solution"] for draft in made}) == 1
    assert [draft.definition["class"] for draft in made] == [0, 1, 2]
    other = drafts(view(Filters(), replace(EN, k=2), union.ask).result, union.ask)
    assert other[0].definition["solution"] != made[0].definition["solution"]


def test_anonymous_respondents_are_classed_but_not_saved(tmp_path) -> None:
    def anonymous(respondents: pd.DataFrame) -> pd.DataFrame:
        return respondents.assign(member_id=respondents["member_id"].mask(
            np.arange(len(respondents)) % 2 == 0
        ))  # fmt: skip

    opened = changed(tmp_path, respondent=anonymous)
    made = drafts(view(Filters(), EN, opened.ask).result, opened.ask)
    assert sum(draft.anonymous for draft in made) == 100
    assert sum(len(draft.member_ids) for draft in made) == 100
    opened.close()


@pytest.mark.parametrize(
    ("options", "tables", "said"),
    [
        ({}, {"survey": lambda survey: survey.head(0)}, "no survey of needs"),
        ({}, {"need_answer": lambda answers: answers.head(0)}, "Nobody has answered half"),
        ({}, {"need_answer": lambda answers: answers.assign(value="x")}, "answered the same"),
        ({"questions": ("2",)}, {}, "One question alone"),
        (
            {"questions": ("1", "4"), "k": 8},
            {"need_answer": lambda rows: rows.replace("z", "y")},
            "different sets of answers",
        ),
        ({}, {"respondent": lambda people: people.head(20)}, "at least 30 are needed"),
        ({}, {"respondent": lambda people: people.head(3)}, "Too few to show"),
        ({}, {"respondent": lambda people: people.head(0)}, "Nobody has answered half"),
    ],
)
def test_what_cannot_be_clustered_is_said_in_a_sentence(tmp_path, options, tables, said) -> None:
    opened = changed(tmp_path, **tables)
    with pytest.raises(Nothing, match=said):
        view(Filters(), replace(EN, **options), opened.ask)
    opened.close()


def test_chosen_questions_alone_make_the_classes(union) -> None:
    found = view(Filters(), replace(EN, questions=("1", "3")), union.ask).result
    assert list(found.survey.answers) == ["prefers_help", "fee_view"]


def test_every_answer_has_its_row(union) -> None:
    answers = clusters_answers.view(Filters(), EN, union.ask)
    assert len(answers.frame) == 18
    assert answers.frame["overall"].sum() == pytest.approx(6)
    assert answers.frame["what"].iloc[0] == "Prefers help by"


def test_how_many_classes_waits_until_they_were_tried(own) -> None:
    few = replace(EN, questions=("1", "2", "6"))
    with pytest.raises(Nothing, match="tried out"):
        clusters_number.view(Filters(), few, own.ask)
    asked = view(Filters(), few, own.ask).result.survey
    make_sweep(asked)
    answer = clusters_number.view(Filters(), few, own.ask)
    assert answer.frame["k"].tolist() == list(made_sweep(asked).table.index)
    assert "colleague" in answer.finding
    assert "optimal" not in answer.finding
    assert len(number_figure(answer, few.language).data) == 3


@pytest.mark.parametrize(("code", "dark"), list(zip(NAMES, (False, True) * 2, strict=True)))
def test_every_language_draws_and_leaves_as_files(union, code: str, dark: bool) -> None:
    options = replace(EN, language=language(code), limit=10)
    answer = view(Filters(), options, union.ask)
    for draw in (figure, every_answer, outcomes_figure):
        assert draw(answer, options.language, dark=dark, present=dark).data
    for made in (answer, clusters_answers.view(Filters(), options, union.ask)):
        for write in (slide, workbook, table):
            assert write(made, options.language)


def test_the_table_of_colours_shows_shares_and_everybody(union) -> None:
    answer = view(Filters(), EN, union.ask)
    drawn = figure(answer, EN.language)
    heat = next(trace for trace in drawn.data if trace.type == "heatmap")
    everybody = next(trace for trace in drawn.data if trace.type == "scatter")
    assert len(heat.x) == 3
    assert len(heat.y) == len(everybody.y) == 9
    assert heat.text[0][0].endswith("%")


def test_markup_in_a_name_is_shown_as_it_is(own) -> None:
    last = drafts(view(Filters(), EN, own.ask).result, own.ask)[0]
    name = "<img src=x> <b>Bold</b>"
    save(own, [NewSegment(name, last.member_ids, last.definition)], "cluster", 5, "anna")
    drawn = figure(view(Filters(), EN, own.ask), EN.language)
    assert "<img" not in " ".join(drawn.layout.xaxis.ticktext)


def test_the_queries_behind_it_are_shown(union) -> None:
    computed = clusters.view(Filters(sector="state"), EN, union.ask).computed
    assert any("sector = $sector" in query.sql for query in computed.queries)


def test_what_benefits_are_to_people_makes_classes_too(tmp_path):
    """Kano answers, pair by pair, are answers like others: two planted kinds of people come out."""
    wants = {"legal": "M", "stress": "A", "pay": "O", "magazine": "I", "politics": "I"}
    other = {"legal": "I", "stress": "I", "pay": "I", "magazine": "R", "politics": "M"}
    plan = {
        status: {item: {code: 150} for item, code in kind.items()}
        for status, kind in (("active", wants), ("former", other))
    }
    opened = kano_survey.build(tmp_path / "k.duckdb", plan)
    answer = view(Filters(), Options(language("en"), survey_id="k1", k=2), opened.ask)
    assert answer.n == 300
    assert "Must be in order" in str(answer.meaning) + answer.finding
    rows = opened.ask("needs_answers", survey_id="k1")
    assert set(rows["value"].dropna()) == {"kano_M", "kano_A", "kano_O", "kano_I", "kano_R"}
    opened.close()


def test_contradictory_pairs_are_no_answer(tmp_path):
    opened = kano_survey.build(tmp_path / "q.duckdb", {"active": {"legal": {"Q": 9, "half": 3}}})
    assert opened.ask("needs_answers", survey_id="k1")["value"].isna().all()
    opened.close()


def test_pairs_are_classed_as_kanos_table_does(tmp_path, monkeypatch):
    pairs = {f"{f}{d}": (f, d) for f in range(1, 6) for d in range(1, 6)}
    monkeypatch.setattr(kano_survey, "PAIRS", pairs)
    plan = {"active": {"legal": dict.fromkeys(pairs, 1)}}
    opened = kano_survey.build(tmp_path / "t.duckdb", plan)
    found = opened.ask("needs_answers", survey_id="k1").set_index("respondent_id")["value"]
    letters = [CLASSES[place] for place in evaluation("kano")]
    said = [found[f"active{number}"] for number in range(25)]
    assert ["Q" if pd.isna(value) else value[-1] for value in said] == letters
    opened.close()


def test_who_was_asked_little_can_be_classed_by_what_they_answered(tmp_path):
    """Half of what somebody was asked is enough; a blank by design is no blank of theirs."""
    plan = {"active": {item: {"M": 30, "I": 30} for item in ("legal", "stress", "pay", "magazine")}}
    opened = kano_survey.build(tmp_path / "b.duckdb", plan)
    with opened.writing("test", "test", "test") as transaction:
        run = transaction._cursor.execute
        blank = "functional = null, dysfunctional = null"
        run(
            f"update kano_answer set {blank} where item_id in ('legal', 'stress', 'pay')"
            " and substr(respondent_id, 7)::int % 2 = 0"
        )
        run(
            "update kano_answer set functional_missing = 'not_asked' where functional is null"
            " and substr(respondent_id, 7)::int % 4 = 0"
        )
    asked = survey_of(Options(language("en"), survey_id="k1"), opened.ask)
    assert len(asked.answers) == 45
    opened.close()
