"""Segments: saved all or none, named once, a filter at once, gone when deleted."""

import pandas as pd
import pytest

from analysis.disclosure import LIMIT
from queries.errors import StoreError
from queries.filters import Filters
from queries.names import LONGEST_NAME
from queries.segment_changes import delete, describe, put_in, rename
from queries.segments import NewSegment, save, save_rule
from views.segments.rule import RULE_DIMENSIONS

PAIR = [
    NewSegment("Safe", [1, 2], {"solution": "s", "class": 0}),
    NewSegment("Squeezed", [4], {"solution": "s", "class": 1}),
]


def names(union) -> list[str]:
    return list(union.ask("saved_segments")["name"])


def test_a_saved_segment_is_a_filter_at_once(union) -> None:
    safe, squeezed = save(union, PAIR, "cluster", LIMIT, "anna")
    assert union.ask("people_count", Filters(segment=safe))["n"].iloc[0] == 2
    assert union.ask("people_count", Filters(segment=squeezed))["n"].iloc[0] == 1
    assert list(union.ask("segments")["segment_id"]) == [safe, squeezed]


def test_classes_of_one_solution_are_told_apart_in_the_profiles(union) -> None:
    safe, squeezed = save(union, PAIR, "cluster", LIMIT, "anna")
    profiles = union.ask("people_profiles", segment=safe)
    assert profiles.groupby("segment")["n"].sum().to_dict() == {safe: 2, squeezed: 1}


def test_saving_raises_the_data_version_and_leaves_an_audit_line(union) -> None:
    before = union.data_version()
    save(union, PAIR, "cluster", LIMIT, "anna")
    assert union.data_version() == before + 1


def test_people_are_in_a_segment_once(union) -> None:
    save(union, [NewSegment("Twice", [1, 1, 2])], "rule", 1, "anna")
    assert union.ask("saved_segments")["n"].tolist() == [2]


@pytest.mark.parametrize(
    ("segment", "code"),
    [
        (NewSegment("  ", [1]), "segment_name_missing"),
        (NewSegment("x" * (LONGEST_NAME + 1), [1]), "segment_name_long"),
        (NewSegment(" safe ", [1]), "segment_name_taken"),
        (NewSegment("Nobody", []), "segment_empty"),
        (NewSegment("Again", [1], {"solution": "s", "class": 0}), "segment_saved_already"),
    ],
)
def test_what_cannot_be_saved_saves_nothing(union, segment, code) -> None:
    save(union, PAIR, "cluster", LIMIT, "anna")
    with pytest.raises(StoreError) as refused:
        save(union, [NewSegment("Fine", [3]), segment], "cluster", LIMIT, "anna")
    assert refused.value.code == code
    assert names(union) == ["Safe", "Squeezed"]


def test_a_segment_gets_another_name_and_may_keep_its_own(union) -> None:
    safe, _ = save(union, PAIR, "cluster", LIMIT, "anna")
    rename(union, safe, "  Safe   on autopilot ", "anna")
    rename(union, safe, "Safe on Autopilot", "anna")
    assert names(union) == ["Safe on Autopilot", "Squeezed"]
    with pytest.raises(StoreError) as refused:
        rename(union, safe, "squeezed", "anna")
    assert refused.value.code == "segment_name_taken"


def test_a_deleted_segment_takes_nobody_with_it(union) -> None:
    safe, _ = save(union, PAIR, "cluster", LIMIT, "anna")
    delete(union, safe, "anna")
    assert names(union) == ["Squeezed"]
    assert union.ask("people_count")["n"].iloc[0] == 4
    assert union.ask("people_count", Filters(segment=safe))["n"].iloc[0] == 0


@pytest.mark.parametrize("change", [rename, delete])
def test_a_segment_that_is_gone_is_named_so(union, change) -> None:
    name = ("Name",) if change is rename else ()
    with pytest.raises(StoreError) as refused:
        change(union, "99", *name, "anna")
    assert refused.value.code == "segment_unknown"


def cells(**of) -> pd.DataFrame:
    return pd.DataFrame([of]).reindex(columns=list(RULE_DIMENSIONS)).astype(object)


def test_a_rule_saves_the_people_of_its_cells(union) -> None:
    rule = {"rule": {"sector": ["state"]}}
    segment = save_rule(union, NewSegment("State", (), rule), cells(sector="state"), 1, "anna")
    assert union.ask("people_count", Filters(segment=segment))["n"].iloc[0] == 2
    assert union.ask("saved_segments")["origin"].tolist() == ["rule"]


def test_a_rule_that_nobody_fits_saves_nothing(union) -> None:
    with pytest.raises(StoreError) as refused:
        save_rule(
            union, NewSegment("Nowhere", ()), cells(sector="x'; drop table member"), 5, "anna"
        )
    assert refused.value.code == "segment_empty"
    assert names(union) == []


def test_people_put_in_later_count_at_once(union) -> None:
    safe, squeezed = save(union, PAIR, "cluster", LIMIT, "anna")
    assert put_in(union, {safe: [3], squeezed: []}, LIMIT, "anna") == 1
    assert union.ask("people_count", Filters(segment=safe))["n"].iloc[0] == 3


def test_who_is_in_one_of_the_classes_stays_there(union) -> None:
    safe, squeezed = save(union, PAIR, "cluster", LIMIT, "anna")
    assert put_in(union, {safe: [4], squeezed: [1, 3, 3]}, LIMIT, "anna") == 1
    assert union.ask("saved_segments")["n"].tolist() == [2, 2]


def test_nobody_is_put_into_a_segment_that_is_gone(union) -> None:
    safe, squeezed = save(union, PAIR, "cluster", LIMIT, "anna")
    delete(union, squeezed, "anna")
    with pytest.raises(StoreError) as refused:
        put_in(union, {safe: [3], squeezed: [4]}, LIMIT, "anna")
    assert refused.value.code == "segment_unknown"
    assert union.ask("saved_segments")["n"].tolist() == [2]


def test_a_segment_is_described_and_keeps_how_it_was_made(union) -> None:
    made = NewSegment("Night shift", [1, 2], {"solution": "s", "class": 0})
    segment_id = save(union, [made], "cluster", LIMIT, "test")[0]
    describe(union, segment_id, "Works  nights; <b>calls</b> rarely.", "test")
    row = union.ask("saved_segments").set_index("segment_id").loc[segment_id]
    assert row["description"] == "Works nights; <b>calls</b> rarely."
    assert (row["solution"], row["class"]) == ("s", 0)
    with pytest.raises(StoreError, match="segment_unknown"):
        describe(union, "999", "Nobody", "test")
