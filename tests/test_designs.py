"""Who is asked about what: even, known when the answers come back."""

import numpy as np
import pytest

from analysis.designs import design, from_json, items_asked, version_code
from analysis.errors import NotEnough


def names(n):
    return tuple(f"b{number:02d}" for number in range(n))


@pytest.mark.parametrize("items", [7, 9, 10, 12, 13, 16, 20, 25, 31])
@pytest.mark.parametrize("a_person", [6, 7, 8])
def test_items_and_pairs_are_asked_about_equally_often(items, a_person):
    balance = design(names(items), a_person).balance
    assert balance.asked[0] == balance.asked[1]
    assert balance.together[1] - balance.together[0] <= 2
    if items > a_person:
        # No design can be more efficient than a perfectly balanced one.
        best = items * (a_person - 1) / (a_person * (items - 1))
        assert 0.98 * best <= balance.efficiency <= best + 1e-9
        assert balance.together[0] >= 1


def test_fanos_plane():
    """Seven items in threes: each pair exactly once; efficiency v(k − 1)/k(v − 1) = 7/9."""
    found = design(names(7), 3)
    assert len(found.versions) == 7
    assert found.balance.together == (1, 1)
    assert found.balance.efficiency == pytest.approx(7 / 9)


def test_each_item_is_asked_equally_often_at_each_place():
    found = design(names(16), 6)
    places = np.array(found.versions)
    for column in places.T:
        assert len(set(np.bincount(column, minlength=16))) == 1


def test_few_items_are_asked_of_everybody():
    found = design(names(5), 6)
    assert found.versions == ((0, 1, 2, 3, 4),)
    assert found.balance.efficiency == pytest.approx(1)


def test_a_design_is_the_same_again_and_survives_being_written():
    found = design(names(16), 6)
    assert design(names(16), 6) == found
    assert from_json(found.as_json()) == found


def test_what_was_asked_is_told_from_the_version_column():
    found = design(names(16), 6)
    designs = {"Q7KF": found}
    assert items_asked(version_code("Q7KF", 3), designs) == found.asked(3)
    assert items_asked(" q7kf-03 ", designs) == found.asked(3)
    assert set(found.asked(3)) == {item for item in found.items if 3 in found.versions_of(item)}


@pytest.mark.parametrize("cell", ["", "3", "Q7KF-99", "Q7KF-00", "AAAA-03", "Q7KF-3", "Q7KF-03-1"])
def test_what_is_no_version_is_said_to_be_none(cell):
    assert items_asked(cell, {"Q7KF": design(names(16), 6)}) is None


@pytest.mark.parametrize(("items", "a_person"), [(1, 6), (0, 6), (5, 1)])
def test_too_few_items_are_refused(items, a_person):
    with pytest.raises(NotEnough) as refused:
        design(names(items), a_person)
    assert refused.value.code == "too_few_items"


def test_a_version_that_is_not_there_is_refused():
    with pytest.raises(NotEnough) as refused:
        design(names(16), 6).asked(0)
    assert refused.value.code == "unknown_version"


def test_columns_tell_their_item_in_every_tools_spelling():
    found = design(names(16), 6)
    for item in found.items:
        for ending in ("_functional", "[dysfunctional]", "importance", ""):
            assert found.item_of(found.column(item) + ending) == item
    assert found.item_of("K17_functional") is None
    assert found.item_of("kommentar") is None
