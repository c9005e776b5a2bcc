"""Who answered: who is heard too little is named, small groups are not, weights have a price."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from charts.answered import figure
from queries.filters import NO_FILTERS, Filters
from queries.store import Store, close_all
from tests.planted import database, membership
from views.answered import view
from views.answered.options import Options
from views.view import Nothing
from views.weighting import how_weighted, like_membership, raked
from words.language import language

SAY = language("en")
IN, OUT = date(2015, 1, 1), date(2020, 1, 1)


def respondents(*groups: tuple[int, str | None, str | None]) -> dict[str, pd.DataFrame]:
    """Make an anonymous survey of so many by status and sector."""
    rows = [(status, sector) for n, status, sector in groups for _ in range(n)]
    people = pd.DataFrame(rows, columns=["status", "sector"])
    people["respondent_id"] = [f"r{place}" for place in range(len(people))]
    survey = {
        "survey_id": ["s"],
        "kind": ["nps"],
        "label": ["Asked"],
        "fielded_on": [date(2026, 9, 1)],
    }
    return {"survey": pd.DataFrame(survey), "respondent": people.assign(survey_id="s")}


@pytest.fixture
def union(tmp_path: Path) -> Store:
    """Of 300 members a hundred answered, of 300 former ones twenty; four of eight in the state."""
    people = membership(
        [(292, "industry", IN, None), (8, "state", IN, None), (300, "industry", IN, OUT)]
    )
    asked = respondents(
        (96, "active", "industry"), (4, "active", "state"), (20, "former", "industry")
    )
    opened = database(tmp_path / "union.duckdb", people | asked)
    yield opened
    opened.close()


def seen(store: Store, filters: Filters = NO_FILTERS, **options: object):
    return view(filters, Options(SAY, **options), store.ask)


def test_who_is_heard_too_little_is_named_with_both_shares(union) -> None:
    assert seen(union).finding == (
        "Former members: 50% of the people and 17% of the answers. They are heard too little."
    )


def test_the_share_who_answered_has_its_interval(union) -> None:
    row = seen(union).frame.set_index("group").loc["former"]
    assert (row["n"], row["people"]) == (20, 300)
    assert row["rate_low"] < 20 / 300 < row["rate_high"]


def test_a_group_that_few_answered_is_not_shown(union) -> None:
    found = seen(union).frame
    assert "sector" not in set(found["trait"]) or "state" not in set(found["group"])


def test_weights_give_the_answers_the_membership_s_shares(union) -> None:
    weights = raked("s", union.ask)
    people = union.ask("answered_traits", survey_id="s").set_index("respondent_id")
    share = weights.weights.groupby(people["status"]).sum() / weights.weights.sum()
    assert share["former"] == pytest.approx(0.5)
    assert weights.effective_n == pytest.approx(
        weights.weights.sum() ** 2 / (weights.weights**2).sum()
    )


def test_a_survey_of_members_alone_is_held_against_members(tmp_path) -> None:
    people = membership([(100, "state", IN, None), (100, "state", IN, OUT)])
    store = database(tmp_path / "u.duckdb", people | respondents((50, "active", "state")))
    assert seen(store).metrics[0].beside == "50.0% of 100 people"
    store.close()


@pytest.mark.parametrize(
    ("people", "asked", "says"),
    [
        (True, None, "no survey yet"),
        (False, ((20, "active", "state"),), "no membership"),
        (True, ((20, None, None),), "knows nothing"),
    ],
)
def test_what_is_missing_is_said(tmp_path, people, asked, says) -> None:
    tables = membership([(100, "state", IN, None)]) if people else {}
    store = database(tmp_path / "u.duckdb", tables | (respondents(*asked) if asked else {}))
    with pytest.raises(Nothing) as nothing:
        seen(store)
    assert says in nothing.value.sentence
    store.close()


def test_the_filter_is_said_to_be_unused(union) -> None:
    notes = seen(union, Filters(status="former")).notes
    assert any("filter is not used" in note for note in notes)


def test_the_picture_has_a_mark_a_group(union) -> None:
    found = seen(union)
    for dark in (False, True):
        drawn = figure(found, SAY, dark=dark, present=dark)
        assert len(drawn.data[0].x) == len(drawn.data[1].x) == len(found.frame)


def test_the_page_opens(union, monkeypatch) -> None:
    union.close()
    monkeypatch.setenv("UNION_DB", str(union.path))
    shell = AppTest.from_file(
        str(Path(__file__).parent.parent / "pages" / "shell.py"), default_timeout=60
    )
    shell.query_params["lang"] = "en"
    shell.run()
    here = shell.switch_page("answered.py").run()
    assert not here.exception
    assert here.title[0].value.startswith("Former members")
    close_all()


def test_answers_weigh_as_the_membership_is(union) -> None:
    """Former members are half of the people and a sixth of the answers: each counts for three."""
    rows = pd.DataFrame({"respondent_id": ["r0", "r119"], "weight": 1.0})
    weighed = like_membership(rows, "s", union.ask)["weight"]
    assert weighed.tolist() == pytest.approx([0.6, 3.0], rel=0.01)
    (said,) = how_weighted("s", union.ask, SAY)
    assert said == (
        "Weighted to the membership by status: 120 answers tell as much as 67 unweighted ones"
        " (design effect 1.80)."
    )


def test_a_survey_of_which_nothing_is_known_keeps_its_own_weights(tmp_path) -> None:
    asked = respondents((50, None, None))
    opened = database(tmp_path / "u.duckdb", membership([(80, "industry", IN, None)]) | asked)
    rows = pd.DataFrame({"respondent_id": ["r0"], "weight": 2.0})
    assert like_membership(rows, "s", opened.ask)["weight"].tolist() == [2.0]
    assert how_weighted("s", opened.ask, SAY)[0].startswith("Weighting to the membership was not")
    opened.close()
