"""What stands behind the classes: their map, how sure each is, their rules, and other solutions."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import approximated
from analysis.intervals import wilson
from charts.clusters.against import figure as against_figure
from charts.clusters.map import figure as map_figure
from charts.clusters.sureness import figure as sureness_figure
from exports.slide import slide
from exports.table import table
from exports.workbook import workbook
from queries.filters import Filters
from tests.planted import database
from tests.planted_classes import SAID, SIZES, union_of, with_second_survey
from views.clusters import against, rules, sureness, view
from views.clusters import map as clusters_map
from views.clusters.options import Options
from views.view import Nothing
from words.language import NAMES, language

EN = Options(language("en"), k=3, survey_id="n1")
ALL = Filters()
VIEWS = {
    against.view: against_figure,
    clusters_map.view: map_figure,
    sureness.view: sureness_figure,
    rules.view: None,
}
# Every sixth answer is another class's, so a class's five shares of six are its own.
OWN = 5 / 6


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    """The planted union with a later survey; the older one makes the classes."""
    opened = database(tmp_path_factory.mktemp("tabs") / "planted.duckdb", with_second_survey())
    yield opened
    opened.close()


def test_the_map_puts_a_class_nearest_to_its_own_answers(union) -> None:
    frame = clusters_map.view(ALL, EN, union.ask).frame
    classes, answers = frame[frame["kind"] == "class"], frame[frame["kind"] == "answer"]
    assert classes["n"].tolist() == list(SIZES)
    for (_, row), own in zip(classes.iterrows(), "xyz", strict=True):
        away = np.hypot(answers["x1"] - row["x1"], answers["x2"] - row["x2"])
        letters = answers.loc[away.nsmallest(len(SAID)).index, "label"]
        assert {f"{item}: {own}" for item in ("q4", "q5", "q6")} <= set(letters)


def test_the_map_names_both_ends_of_an_axis(union) -> None:
    answer = clusters_map.view(ALL, EN, union.ask)
    assert answer.finding.startswith(
        "People differ most between «Finds the fee fair» and «Finds the fee too expensive»"
    )
    assert "%" in answer.chart.x_title


def test_cells_of_the_map_with_few_people_are_blank(union) -> None:
    limit = 50
    shown = clusters_map.view(ALL, replace(EN, limit=limit), union.ask).result.counts
    everybody = clusters_map.view(ALL, replace(EN, limit=1), union.ask).result.counts
    assert np.nanmin(shown) >= limit
    assert np.nansum(everybody) == pytest.approx(sum(SIZES))
    assert np.nansum(shown) < np.nansum(everybody)


def test_answers_that_few_gave_are_not_on_the_map(union) -> None:
    frame = clusters_map.view(ALL, replace(EN, limit=44), union.ask).frame
    assert "q4: z" in set(frame["label"])
    assert "q5: z" not in set(frame["label"])


def test_planted_classes_are_settled(union) -> None:
    answer = sureness.view(ALL, EN, union.ask)
    assert answer.frame["settled"].tolist() == [1, 1, 1]
    assert (answer.frame["settled_low"] < 1).all()
    assert answer.finding == "Of 100% of 200 people it is settled which class they are in."


def test_typical_answers_are_those_that_most_give_with_interval_and_n(union) -> None:
    first, *_ = sureness.view(ALL, EN, union.ask).meaning
    assert "typically: " in first
    low, high = wilson(84, 100)
    assert f"q5: x (84%, {EN.language.share_interval(low, high)}, n = 100)" in first


def test_typical_answers_count_people_by_their_weight(tmp_path) -> None:
    """Who says something else than x to the fifth question weighs nine times as much."""
    tables = with_second_survey()
    said = tables["need_answer"].query("survey_id == 'n1' and item_id == 'q5'")
    other = set(said.loc[said["value"] != "x", "respondent_id"])
    people = tables["respondent"]
    heavy = people["survey_id"].eq("n1") & people["respondent_id"].isin(other)
    tables["respondent"] = people.assign(weight=np.where(heavy, 9.0, 1.0))
    opened = database(tmp_path / "heavy.duckdb", tables)
    made = sureness.view(ALL, replace(EN, questions=("1", "2", "3", "5")), opened.ask)
    assert not [text for text in made.meaning if "q5: x (" in text]
    opened.close()


def test_each_band_of_certainty_has_its_interval(union) -> None:
    loose = sureness.view(ALL, replace(EN, questions=("1", "2", "3")), union.ask)
    shares = [one for one in loose.columns if one.kind == "share"]
    assert len(shares) == 4
    for column in shares:
        values = loose.frame[[column.low, column.name, column.high]]
        assert (values.diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)
        assert (values[column.high] > values[column.low]).any()


def test_how_sure_says_nothing_of_a_class_with_a_band_of_few(union) -> None:
    """One question alone leaves people open in small numbers; their class is not drawn."""
    loose = replace(EN, questions=("1", "2", "3"), limit=5)
    frame = sureness.view(ALL, loose, union.ask).frame
    people = frame[["settled", "likely", "open"]].mul(frame["n"], axis=0).round()
    assert not ((people > 0) & (people < loose.limit)).any(axis=None)


def test_how_sure_counts_within_the_filter(union) -> None:
    assert sureness.view(Filters(sector="state"), EN, union.ask).n == sum(SIZES[:2])


def test_a_method_without_chances_has_no_sureness(union) -> None:
    with pytest.raises(Nothing, match="wholly into one class"):
        sureness.view(ALL, replace(EN, method="kmodes"), union.ask)


def test_rules_find_the_planted_classes(union) -> None:
    answer = rules.view(ALL, EN, union.ask)
    assert (answer.frame["precision"] > OWN).all()
    assert answer.frame.groupby("class_label")["n"].sum().tolist() == pytest.approx(SIZES, abs=3)
    assert "Most fit by: «" in answer.meaning[0]


def test_a_rule_that_few_fit_is_not_said(union) -> None:
    limit = 12
    answer = rules.view(ALL, replace(EN, limit=limit), union.ask)
    assert (answer.frame["n"] >= limit).all()
    assert len(answer.frame) < len(rules.view(ALL, EN, union.ask).frame)


def test_rules_have_an_interval_and_the_number_of_people_behind_each_share(union) -> None:
    answer = rules.view(ALL, EN, union.ask)
    column = next(one for one in answer.columns if one.name == "precision")
    assert (column.low, column.high) == ("low", "high")
    assert ((answer.frame["low"] < answer.frame["precision"]) | (answer.frame["low"] == 0)).all()
    told = r"\d+% \(\d+–\d+%\) of the class \(n = 100\) .* \d+% \(\d+–\d+%\) of those who fit"
    assert re.search(told + r" \(n = \d+\)", answer.meaning[0])


def test_rules_that_few_fit_say_no_more_than_that(union, monkeypatch) -> None:
    def few(coded, labels, one):
        whole = approximated(coded, labels, one)
        own = tuple(replace(rule, n=1) for rule in whole.rules[:3])
        return replace(whole, rules=own, n=float(len(own))) if one == 2 else whole

    monkeypatch.setattr("views.clusters.rules.approximated", few)
    answer = rules.view(ALL, EN, union.ask)
    assert answer.meaning[2].endswith("too few people fit its rules to say more of them.")
    assert "%" not in answer.meaning[2]


def test_another_survey_of_the_same_classes_keeps_all_together(union) -> None:
    answer = against.view(ALL, replace(EN, against="survey:n2"), union.ask)
    assert answer.frame["pair"].tolist() == ["A → A", "B → B", "C → C"]
    assert answer.finding.endswith("No class is broken up.")
    assert "adjusted Rand index 1.00" in answer.basis


def test_one_class_less_puts_two_of_them_together(union) -> None:
    answer = against.view(ALL, replace(EN, against="fewer"), union.ask)
    assert answer.frame.groupby("to")["class"].nunique().max() == 2
    assert answer.frame["n"].sum() == sum(SIZES)


def test_flows_are_rounded_and_small_ones_left_out(union) -> None:
    for other in against.possible(EN, union.ask):
        frame = against.view(ALL, replace(EN, against=other, limit=7), union.ask).frame
        assert (frame["n"] % 7 == 0).all()
        assert (frame["n"] > 0).all()


def test_what_it_cannot_be_held_against_is_not_offered(union) -> None:
    assert "more" not in against.possible(replace(EN, k=8), union.ask)
    assert "fewer" not in against.possible(replace(EN, k=2), union.ask)
    assert "survey:n2" in against.possible(EN, union.ask)
    odd = against.view(ALL, replace(EN, against="nonsense"), union.ask)
    assert odd.title == against.view(ALL, replace(EN, against="more"), union.ask).title


@pytest.mark.parametrize("make", VIEWS)
def test_each_draws_and_leaves_as_files_in_every_language(union, make) -> None:
    for code in NAMES:
        options = replace(EN, language=language(code), limit=10)
        made = make(ALL, options, union.ask)
        if VIEWS[make]:
            assert VIEWS[make](made, options.language, dark=code == "da").data
        for write in (slide, workbook, table):
            assert write(made, options.language)


@pytest.mark.parametrize("make", VIEWS)
def test_each_says_so_where_there_is_no_survey(tmp_path, make) -> None:
    tables = with_second_survey()
    tables |= {name: pd.DataFrame(tables[name]).head(0) for name in ("survey", "need_answer")}
    opened = database(tmp_path / "none.duckdb", tables)
    with pytest.raises(Nothing, match="no survey of needs"):
        make(ALL, replace(EN, survey_id=None), opened.ask)
    opened.close()


def test_how_sure_counts_nobody_whose_class_is_not_shown(tmp_path) -> None:
    tables, rng = union_of(), np.random.default_rng(0)
    answers = tables["need_answer"]
    flip = rng.random(len(answers)) < 0.35
    answers.loc[flip, "value"] = [rng.choice(SAID[item]) for item in answers.loc[flip, "item_id"]]
    opened = database(tmp_path / "unsure.duckdb", tables)
    made = sureness.view(ALL, EN, opened.ask)
    assert len(made.frame) < len(view(ALL, EN, opened.ask).result.visible)
    assert f"of {made.frame['n'].sum()} people" in made.finding
    opened.close()
