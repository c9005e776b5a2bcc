"""Where do we stand? Planted histories, and the sentences that they make."""

from datetime import date

import pandas as pd
import pytest

from queries.filters import Filters
from tests.planted import database, membership
from views.overview import view
from views.overview.periods import by_period
from views.view import Nothing, Options
from words.language import NAMES, language

EN = Options(language("en"))


@pytest.fixture
def shrinking(tmp_path):
    """100 of old, 10 joined this year, 30 left this year, 8 of those who had left came back."""
    tables = membership(
        [
            (100, "state", date(2015, 1, 1), None),
            (10, "state", date(2026, 5, 1), None),
            (30, "industry", date(2015, 1, 1), date(2026, 6, 1)),
            (20, "industry", date(2015, 1, 1), date(2020, 6, 1)),
        ]
    )
    returned = (
        tables["spell"].tail(8).assign(spell_no=2, started_on=date(2026, 9, 1), ended_on=None)
    )
    tables["spell"] = pd.concat([tables["spell"], returned])
    opened = database(tmp_path / "shrinking.duckdb", tables)
    yield opened
    opened.close()


def test_the_finding_counts_members_change_and_returns(shrinking) -> None:
    answer = view(Filters(), EN, shrinking.ask)
    assert answer.finding.startswith("We are 118: 12 fewer than a year ago, though 8 came back")
    assert [metric.value for metric in answer.metrics] == ["118", "30", "8"]


def test_the_frame_adds_up_to_the_metrics(shrinking) -> None:
    frame = view(Filters(), EN, shrinking.ask).frame
    assert frame[["joined", "returned", "left", "net"]].sum().to_list() == [10, 8, -30, -12]


def test_a_period_ends_the_count_on_its_last_day(shrinking) -> None:
    answer = view(Filters(until=date(2026, 6, 1)), EN, shrinking.ask)
    assert answer.finding.startswith("We are 140: 10 more than a year ago")


def test_people_picked_by_status_are_not_compared_with_last_year(shrinking) -> None:
    answer = view(Filters(status="active"), EN, shrinking.ask)
    assert answer.finding == ("118 people are «active» now; 18 of them began in the past year.")


def test_a_group_without_members_says_so(shrinking) -> None:
    with pytest.raises(Nothing):
        view(Filters(status="in_notice"), EN, shrinking.ask)


def test_an_empty_union_says_what_mends_it(tmp_path) -> None:
    empty = database(tmp_path / "empty.duckdb", {})
    with pytest.raises(Nothing, match="no membership history") as nothing:
        view(Filters(), EN, empty.ask)
    assert nothing.value.mend == "upload"


@pytest.mark.parametrize("code", NAMES)
def test_the_finding_is_said_in_every_language(shrinking, code: str) -> None:
    assert "118" in view(Filters(), Options(language(code)), shrinking.ask).finding


def test_the_queries_behind_it_are_shown(shrinking) -> None:
    computed = view(Filters(sector="state"), EN, shrinking.ask).computed
    assert any("sector = $sector" in query.sql for query in computed.queries)


@pytest.mark.parametrize(
    ("joined", "limit", "grain", "periods"),
    [
        ([6] * 12, 5, "M", 12),
        ([3] * 12, 5, "Q", 4),
        ([1] * 12, 5, "Y", 1),
        ([6] * 12, 10, "Q", 4),
    ],
)
def test_periods_grow_until_none_speaks_of_too_few(joined, limit, grain, periods) -> None:
    months = pd.date_range("2025-01-01", periods=12, freq="MS")
    counted = pd.DataFrame({"month": months, "joined": joined, "returned": 0, "gone": 0})
    flow, found = by_period(counted, date(2025, 1, 1), limit)
    assert (found, len(flow), flow["joined"].sum()) == (grain, periods, sum(joined))


def test_what_is_too_few_in_a_whole_year_is_not_shown() -> None:
    counted = pd.DataFrame(
        {"month": [pd.Timestamp("2025-03-01")], "joined": [50], "returned": [2], "gone": [0]}
    )
    flow, _ = by_period(counted, date(2025, 1, 1), 5)
    assert flow["returned"].isna().all()
    assert flow["net"].isna().all()
    assert flow["joined"].tolist() == [50]


def test_people_of_a_segment_are_not_compared_with_last_year(shrinking) -> None:
    with shrinking.writing("t", "segment", "x") as transaction:
        transaction.insert("segment", pd.DataFrame({"segment_id": [1], "name": ["S"],
                           "origin": ["cluster"], "definition": ["{}"],
                           "created_at": [pd.Timestamp("2026-01-01")]}))  # fmt: skip
        transaction.insert(
            "segment_member", pd.DataFrame({"segment_id": 1, "member_id": range(1, 51)})
        )
    answer = view(Filters(segment="1"), EN, shrinking.ask)
    assert answer.finding == "50 people are in this segment, and 50 of them are members now."
    assert answer.metrics == ()
