"""For the analyst: what carries satisfaction overall, and where that can't be told."""

import pytest

from queries.filters import NO_FILTERS, Filters
from views.gaps.drivers import drivers
from views.gaps.options import Options
from views.view import Nothing
from words.language import language

SAY = language("en")


def test_each_benefit_has_its_importance_with_doubt_and_its_n(sample_to_read) -> None:
    found = drivers(NO_FILTERS, Options(SAY), sample_to_read.ask)
    assert {"Benefit", "Derived importance", "Penalty", "Reward", "n"} <= set(found.table.columns)
    assert found.table["Derived importance"].str.contains("–").all()
    assert (
        not found.table.astype("str").apply(lambda cells: cells.str.contains("nan")).any(axis=None)
    )
    assert "by the same member number" in found.said[0]


def test_too_few_in_a_filter_are_said_to_be(sample_to_read) -> None:
    with pytest.raises(Nothing):
        drivers(Filters(member_type="resting"), Options(SAY), sample_to_read.ask)
