"""A class in plain rules as a segment: saved, listed, a filter, and open to who answers later."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from charts.segments.newcomers import figure
from exports.table import table
from exports.workbook import workbook
from queries.errors import StoreError
from queries.filters import Filters
from queries.segment_changes import delete, put_in
from queries.segments import NewSegment, save
from queries.store import close_all, open_store
from tests.planted import database
from tests.planted_classes import SIZES, union_of, with_second_survey
from views.clusters import rules
from views.clusters.options import Options as ClusterOptions
from views.clusters.rule_saving import rule_drafts
from views.segments import by_rule, view
from views.segments.options import Options
from views.view import Nothing
from words.language import NAMES, language

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")
EN = Options(language("en"))
ALL = Filters()


@pytest.fixture
def own(tmp_path):
    """The planted union with a later survey, to be changed."""
    opened = database(tmp_path / "own.duckdb", with_second_survey())
    yield opened
    opened.close()


def drafts(opened):
    options = ClusterOptions(EN.language, k=3, survey_id="n1")
    return rule_drafts(rules.view(ALL, options, opened.ask).result, EN.language, opened.ask)


def saved(opened, one: int = 2, name: str = "Squeezed, by rule", limit: int = 5) -> str:
    draft = drafts(opened)[one]
    new = NewSegment(name, draft.member_ids, draft.definition)
    return save(opened, [new], "rule", limit, "anna")[0]


def test_everybody_whose_answers_fit_is_in_the_segment_and_it_is_a_filter(own) -> None:
    draft = drafts(own)[2]
    segment = saved(own)
    assert draft.fitting == len(draft.member_ids) == pytest.approx(SIZES[2], abs=3)
    assert own.ask("people_count", Filters(segment=segment))["n"].iloc[0] == draft.fitting


def test_its_rules_and_how_often_they_are_right_are_kept(own) -> None:
    draft = drafts(own)[2]
    segment = saved(own)
    kept = by_rule.saved_rules(own.ask)[f"rule-{segment}"]
    assert kept.rules.precision == pytest.approx(draft.rules.precision, abs=1e-4)
    assert kept.rules.accuracy == pytest.approx(draft.rules.accuracy, abs=1e-4)
    assert [one.answers for one in kept.rules.rules] == [one.answers for one in draft.rules.rules]
    listed = own.ask("saved_segments").iloc[0]
    assert (listed["origin"], listed["right"]) == ("rule", kept.rules.precision)
    assert pd.isna(listed["class"])  # it is no class itself, and hides none


def test_it_is_listed_with_how_often_it_is_right(own) -> None:
    saved(own)
    right = EN.language.share(by_rule.saved_rules(own.ask).popitem()[1].rules.precision)
    assert view(ALL, EN, own.ask).frame["origin"].tolist() == [f"by rule, {right} right"]


def test_anonymous_people_fit_but_are_not_stored(tmp_path) -> None:
    tables = union_of()
    people = tables["respondent"]
    unlinked = people.assign(member_id=people["member_id"].mask(np.arange(len(people)) % 2 == 0))
    opened = database(tmp_path / "half.duckdb", tables | {"respondent": unlinked})
    draft = rule_drafts(
        rules.view(ALL, ClusterOptions(EN.language, k=3), opened.ask).result, EN.language,
        opened.ask,
    )[0]  # fmt: skip
    assert len(draft.member_ids) == pytest.approx(draft.fitting / 2, abs=2)
    opened.close()


@pytest.mark.parametrize(("members", "code"), [([1, 2, 3], "segment_too_small"),
                                               ([], "segment_empty")])  # fmt: skip
def test_a_segment_of_few_is_refused(own, members, code) -> None:
    with pytest.raises(StoreError) as refused:
        save(own, [NewSegment("Few", members)], "rule", 5, "anna")
    assert refused.value.code == code
    assert own.ask("saved_segments").empty


def test_who_answers_later_is_put_in_by_the_same_rules(own) -> None:
    segment = saved(own)
    before = own.ask("people_count", Filters(segment=segment))["n"].iloc[0]
    options = Options(EN.language, solution=f"rule-{segment}", survey_id="n2")
    made = by_rule.view(ALL, options, own.ask)
    assert made.result.n == pytest.approx(30, abs=4)  # thirty new people of that class
    assert made.finding.startswith(f"{made.result.n} people can be put into the segment by")
    assert any(note.startswith("Fits: «") for note in made.notes)
    assert put_in(own, made.result.members, 5, "anna") == made.result.n
    after = own.ask("people_count", Filters(segment=segment))["n"].iloc[0]
    assert after == before + made.result.n
    assert by_rule.view(ALL, options, own.ask).result.n == 0
    assert put_in(own, made.result.members, 5, "anna") == 0  # nobody is in it twice


def test_a_survey_that_asks_something_else_cannot_judge(tmp_path) -> None:
    tables = with_second_survey()
    items, said = tables["survey_item"], tables["need_answer"]
    gone = ["q4", "q5", "q6"]
    opened = database(
        tmp_path / "other.duckdb",
        tables
        | {
            "survey_item": items[(items["survey_id"] == "n1") | ~items["item_id"].isin(gone)],
            "need_answer": said[(said["survey_id"] == "n1") | ~said["item_id"].isin(gone)],
        },
    )
    saved(opened)
    kept = next(iter(by_rule.saved_rules(opened.ask).values()))
    asks_all = set(kept.levels).isdisjoint(gone)
    assert ("n2" in by_rule.possible(kept, opened.ask)) is asks_all
    opened.close()


def test_a_segment_that_is_gone_says_so(own) -> None:
    segment = saved(own)
    delete(own, segment, "anna")
    with pytest.raises(Nothing, match="gone"):
        by_rule.view(ALL, Options(EN.language, solution=f"rule-{segment}"), own.ask)


@pytest.mark.parametrize("code", NAMES)
def test_it_draws_and_leaves_as_files_in_every_language(own, code) -> None:
    segment = saved(own)
    options = Options(language(code), 10, solution=f"rule-{segment}")
    made = by_rule.view(ALL, options, own.ask)
    assert figure(made, options.language).data
    for write in (workbook, table):
        assert write(made, options.language)


@pytest.fixture
def page(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    path = tmp_path / "union.duckdb"
    database(path, with_second_survey()).close()
    monkeypatch.setenv("UNION_DB", str(path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    yield shell
    close_all()


def test_on_screen_a_rule_is_saved_listed_and_takes_new_people(page, tmp_path) -> None:
    page.query_params["clusters_k"], page.query_params["clusters_survey"] = "3", "n1"
    page.run()
    here = page.switch_page("clusters.py")
    here.session_state["clusters-tabs"] = "In plain rules"
    here.run()
    here.selectbox(key="rules-class").set_value(2).run()
    next(one for one in here.button if one.label == "Save the segment").click().run()
    assert not here.exception
    stored = open_store(tmp_path / "union.duckdb").ask("saved_segments")
    assert stored["name"].str.endswith(", by rule").tolist() == [True]
    there = here.switch_page("segments.py").run()
    assert any("by rule, " in one.value for one in there.markdown)
    there.session_state["segments-tabs"] = "Put new people in"
    there.run()
    next(one for one in there.button if one.label == "Put them into the segments").click().run()
    assert not there.exception
    grown = open_store(tmp_path / "union.duckdb").ask("saved_segments")["n"].iloc[0]
    assert grown > stored["n"].iloc[0]


def test_where_few_do_not_fit_nothing_tells_how_many_do(tmp_path) -> None:
    opened = database(tmp_path / "few.duckdb", with_second_survey(new=(2, 1, 8), again=0))
    segment = saved(opened)
    options = Options(EN.language, solution=f"rule-{segment}", survey_id="n2")
    made = by_rule.view(ALL, options, opened.ask)
    assert made.frame.empty
    assert made.result.n == 8
    assert made.finding.strip() == "Some can be put into the segment; few fit, or few don't."
    opened.close()
