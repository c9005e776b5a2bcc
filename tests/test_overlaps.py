"""No way of saving a segment, or of putting people in, leaves one that gives a few away."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from queries import themes
from queries.errors import StoreError
from queries.segment_changes import put_in
from queries.segments import NewSegment, save, save_rule
from queries.store import Store
from queries.themes import NewTheme
from tests.planted import database, membership
from views.segments.rule import RULE_DIMENSIONS

LIMIT = 5
FORTY = range(1, 41)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """Forty-two people in state, and thirty in industry."""
    joined = date(2020, 1, 1)
    people = membership([(42, "state", joined, None), (30, "industry", joined, None)])
    opened = database(tmp_path / "own.duckdb", people)
    yield opened
    opened.close()


def by_class(opened: Store, name: str, members: range) -> None:
    save(opened, [NewSegment(name, list(members), {"solution": "s", "class": 0})], "cluster",
         LIMIT, "anna")  # fmt: skip


def by_answers(opened: Store, name: str, members: range) -> None:
    save(opened, [NewSegment(name, list(members))], "rule", LIMIT, "anna")


def by_theme(opened: Store, name: str, members: range) -> None:
    themes.save(opened, [NewTheme(name, ["legal"], people=list(members))], LIMIT, "anna")


def by_hand(opened: Store, name: str, members: range) -> None:
    """Save people of few answers first, and put the others in."""
    (segment,) = save(opened, [NewSegment(name, list(members[:30]))], "rule", LIMIT, "anna")
    put_in(opened, {segment: list(members[30:])}, LIMIT, "anna")


def names(opened: Store) -> list[str]:
    return opened.ask("saved_segments")["name"].tolist()


WAYS = [by_class, by_answers, by_theme, by_hand]
Way = Callable[[Store, str, range], None]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("members", [range(1, 38), range(1, 43)])
def test_one_that_lies_in_another_or_holds_it_but_for_few_is_refused(
    own: Store, way: Way, members: range
) -> None:
    by_answers(own, "Forty", FORTY)
    with pytest.raises(StoreError) as refused:
        way(own, "Nearly", members)
    assert refused.value.code == "segment_gives_away"
    assert refused.value.facts == {"own": "Nearly", "name": "Forty"}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("members", [FORTY, range(1, 36), range(3, 60), range(41, 73)])
def test_one_that_is_the_same_or_differs_by_enough_or_lies_elsewhere_is_saved(
    own: Store, way: Way, members: range
) -> None:
    by_answers(own, "Forty", FORTY)
    way(own, "Another", members)
    assert names(own) == ["Forty", "Another"]


def test_a_rule_over_the_membership_is_held_against_what_is_saved(own: Store) -> None:
    by_answers(own, "Forty", FORTY)
    state = pd.DataFrame([{"sector": "state"}]).reindex(columns=list(RULE_DIMENSIONS))
    with pytest.raises(StoreError, match="segment_gives_away"):
        save_rule(own, NewSegment("State", ()), state, LIMIT, "anna")
    assert names(own) == ["Forty"]


def test_segments_saved_together_are_held_against_each_other(own: Store) -> None:
    pair = [NewSegment("Forty", list(FORTY)), NewSegment("Nearly", list(range(1, 38)))]
    with pytest.raises(StoreError, match="segment_gives_away"):
        save(own, pair, "rule", LIMIT, "anna")
    assert names(own) == []


def test_a_theme_whose_people_are_refused_is_not_saved_either(own: Store) -> None:
    by_answers(own, "Forty", FORTY)
    with pytest.raises(StoreError, match="segment_gives_away"):
        by_theme(own, "Nearly", range(1, 38))
    assert names(own) == ["Forty"]
    assert own.ask("themes").empty


def test_nobody_is_put_in_where_it_would_tell_who(own: Store) -> None:
    """Two segments are the same: one more person in either would be had by subtraction."""
    by_answers(own, "Forty", FORTY)
    (same,) = save(own, [NewSegment("The same", list(FORTY))], "rule", LIMIT, "anna")
    with pytest.raises(StoreError, match="segment_gives_away"):
        put_in(own, {same: [41]}, LIMIT, "anna")
    assert own.ask("saved_segments")["n"].tolist() == [40, 40]
    assert put_in(own, {same: [41, 42, 43, 44, 45]}, LIMIT, "anna") == 5


def test_the_stricter_limit_of_a_room_refuses_more(own: Store) -> None:
    by_answers(own, "Forty", FORTY)
    with pytest.raises(StoreError, match="segment_gives_away"):
        save(own, [NewSegment("Thirty-five", list(range(1, 36)))], "rule", 10, "anna")
