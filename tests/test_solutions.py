"""Kept solutions: kept whole and once, under a name, and let go of; in older files as well."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from queries.backups import back_up, restore
from queries.errors import StoreError
from queries.names import LONGEST_NAME
from queries.solutions import NewSolution, delete, describe, keep, rename
from queries.store import Store

SPRING = NewSolution(
    survey_id="n1",
    survey_label="Needs «2026»",
    method="lca",
    k=3,
    seed=0,
    columns=["fee_view", "q4"],
    numbers=["known-age"],
    weighted=False,
    people=200,
    cost=12.5,
    log_likelihood=None,
    bic=None,
    silhouette=0.25,
    answers_print="lca-abc",
    classes_print="def",
    data_version=4,
    last_import=2,
    model={"own": [-float("inf"), 0.5], "levels": {"æ": ["", "ø"]}},
)
AUTUMN = replace(SPRING, answers_print="lca-other")


def names(union: Store) -> list[str]:
    return list(union.ask("kept_solutions")["name"])


def audit(union: Store) -> list[tuple]:
    with union.cursor() as cursor:
        return cursor.execute(
            'select user_name, action, subject, size from audit_event order by "at", action'
        ).fetchall()


def test_a_kept_solution_comes_back_as_it_was(union) -> None:
    code = keep(union, SPRING, "  Board   in May ", "shown\non the 3rd", "anna")
    row = union.ask("kept_solutions").iloc[0]
    assert (row["solution_id"], row["name"], row["note"]) == (
        code,
        "Board in May",
        "shown on the 3rd",
    )
    assert row["created_by"] == "anna"
    for one in ("columns", "numbers", "model"):
        assert json.loads(row[one]) == getattr(SPRING, one)
    told = ("survey_id", "survey_label", "method", "k", "seed", "weighted", "people", "cost")
    prints = ("silhouette", "answers_print", "classes_print", "data_version", "last_import")
    assert {one: row[one] for one in (*told, *prints)} == {
        one: getattr(SPRING, one) for one in (*told, *prints)
    }
    assert pd.isna(row["bic"])


def test_each_change_raises_the_version_and_leaves_an_audit_line_of_sizes(union) -> None:
    version, before = union.data_version(), len(audit(union))
    code = keep(union, SPRING, "Spring", "", "anna")
    rename(union, code, "May", "ben")
    describe(union, code, "for the board", "ben")
    delete(union, code, "cleo")
    assert union.data_version() == version + 4
    assert audit(union)[before:] == [
        ("anna", "keep_solution", "n1", 1),
        ("ben", "rename_solution", code, 0),
        ("ben", "describe_solution", code, 0),
        ("cleo", "delete_solution", code, 0),
    ]
    assert names(union) == []


def test_the_newest_is_listed_first(union) -> None:
    keep(union, SPRING, "Spring", "", "anna")
    keep(union, AUTUMN, "Autumn", "", "anna")
    assert names(union) == ["Autumn", "Spring"]


@pytest.mark.parametrize(
    ("name", "solution", "code"),
    [
        (" ", AUTUMN, "solution_name_missing"),
        ("x" * (LONGEST_NAME + 1), AUTUMN, "solution_name_long"),
        ("sprING", AUTUMN, "solution_name_taken"),
        ("The same again", SPRING, "solution_kept_already"),
    ],
)
def test_what_cannot_be_kept_leaves_everything_as_it_was(union, name, solution, code) -> None:
    keep(union, SPRING, "Spring", "", "anna")
    with pytest.raises(StoreError) as refused:
        keep(union, solution, name, "", "anna")
    assert refused.value.code == code
    assert names(union) == ["Spring"]


def test_a_solution_is_renamed_described_and_may_keep_its_own_name(union) -> None:
    spring = keep(union, SPRING, "Spring", "", "anna")
    keep(union, AUTUMN, "Autumn", "", "anna")
    rename(union, spring, "SPRING", "anna")
    describe(union, spring, " two \n lines ", "anna")
    assert union.ask("kept_solutions")["note"].tolist() == ["", "two lines"]
    with pytest.raises(StoreError, match="solution_name_taken"):
        rename(union, spring, "autumn", "anna")
    assert names(union) == ["Autumn", "SPRING"]


@pytest.mark.parametrize(
    "change",
    [
        lambda union: rename(union, "99", "New", "anna"),
        lambda union: describe(union, "99", "New", "anna"),
        lambda union: delete(union, "99", "anna"),
    ],
)
def test_a_solution_that_is_not_there_is_unknown(union, change) -> None:
    version = union.data_version()
    with pytest.raises(StoreError, match="solution_unknown"):
        change(union)
    assert union.data_version() == version


def test_no_code_of_a_member_has_a_column(union) -> None:
    assert not {"member_id", "respondent_id"} & set(union.ask("kept_solutions"))


def as_before(union: Store) -> None:
    """Bring the file back to before solutions could be kept."""
    with union.cursor() as cursor:
        cursor.execute("drop table kept_solution")
        cursor.execute("drop sequence kept_solution_ids")
        cursor.execute("delete from schema_step where number >= 17")
    union.close()


def test_an_older_file_gets_the_table_when_it_is_opened(union) -> None:
    as_before(union)
    assert names(union) == []
    keep(union, SPRING, "Spring", "", "anna")
    assert names(union) == ["Spring"]
    assert union.ask("people_count")["n"].iloc[0] == 4


def test_an_older_backup_is_brought_back_and_holds_no_kept_solution(union) -> None:
    with union.cursor() as cursor:
        cursor.execute("drop table kept_solution")
    saved = back_up(union)
    as_made(union)
    keep(union, SPRING, "Spring", "", "anna")
    restore(union, saved, "tester")
    assert names(union) == []
    assert union.ask("people_count")["n"].iloc[0] == 4


def as_made(union: Store) -> None:
    """Take the step again that the dropped table was made by."""
    with union.cursor() as cursor:
        cursor.execute("drop sequence kept_solution_ids")
        cursor.execute("delete from schema_step where number >= 17")
    union.close()


def test_a_backup_brings_kept_solutions_back(union) -> None:
    keep(union, SPRING, "Spring", "", "anna")
    saved = back_up(union)
    delete(union, union.ask("kept_solutions")["solution_id"].iloc[0], "anna")
    restore(union, saved, "tester")
    assert names(union) == ["Spring"]
