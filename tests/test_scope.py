"""Whom a page speaks of: filters checked against small groups and against what a survey knows."""

from datetime import date

import pandas as pd
import pytest

from queries.filters import Filters
from tests.planted import database, membership
from views.scope import people, respondents
from views.view import Nothing, Options
from words.language import language

EN = Options(language("en"))
LONG_AGO = date(2015, 1, 1)


@pytest.fixture
def small(tmp_path):
    tables = membership(
        [
            (40, "state", LONG_AGO, None),
            (30, "industry", LONG_AGO, None),
            (20, "state", LONG_AGO, date(2020, 1, 1)),
            (3, "office_it", LONG_AGO, None),
        ]
    )
    tables["survey"] = pd.DataFrame({"survey_id": ["k"], "kind": ["kano"], "label": ["K"]})
    tables["respondent"] = pd.DataFrame(
        {
            "survey_id": "k",
            "respondent_id": [str(n) for n in range(60)],
            "member_id": [*range(1, 51), *[None] * 10],
        }
    ).astype({"member_id": "Int64"})
    opened = database(tmp_path / "small.duckdb", tables)
    yield opened
    opened.close()


def test_a_filter_keeps_and_counts_its_people(small) -> None:
    scope = people(Filters(sector="state"), EN, small.ask)
    assert (scope.n, scope.chips) == (60, ("Sector: State",))


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        (Filters(sector="office_it"), "Too few to show"),
        (Filters(sector="industry"), "Too few to show"),  # all minus the others would be three
        (Filters(sector="nobody's"), "Nobody matches"),
    ],
)
def test_a_group_that_may_not_be_shown_is_refused(small, filters: Filters, why: str) -> None:
    with pytest.raises(Nothing, match=why):
        people(filters, EN, small.ask)


def test_a_breakdown_hides_small_groups(small) -> None:
    shown = people(Filters(), EN, small.ask).groups("sector")
    assert shown["visible"].to_dict() == {"industry": False, "office_it": False, "state": True}


def test_what_a_survey_does_not_know_is_named_and_not_used(small) -> None:
    scope = respondents("k", Filters(branch="fyn", since=date(2026, 1, 1)), EN, small.ask)
    assert scope.filters == Filters()
    assert scope.n == 60
    assert "does not know branch and period" in scope.notes[0]


def test_respondents_that_a_filter_knows_nothing_of_are_counted(small) -> None:
    scope = respondents("k", Filters(sector="state"), EN, small.ask)
    assert scope.n == 40
    assert "10 of 60 respondents are not classified by sector" in scope.notes[0]
