"""The store: what is asked, what is written, and that all of it lands or none."""

import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

from queries.backups import KEPT, back_up, backups, made_at, restore
from queries.building import building
from queries.errors import StoreError
from queries.filters import Filters
from queries.imports import ImportFile, importing, undo
from queries.named import named
from queries.store import Store

FILE = ImportFile("k.csv", "0" * 64, "kano", "tester", 1, 1, 0)
SURVEY = pd.DataFrame({"survey_id": ["k"], "kind": ["kano"], "label": ["Kano"]})


def test_status_is_read_from_the_last_spell(union: Store) -> None:
    counted = union.ask("status_strip").set_index("status")["n"]
    assert counted.to_dict() == {"active": 2, "in_notice": 1, "former": 1}


def test_a_returned_member_counts_once_and_as_a_member(union: Store) -> None:
    found = union.ask(
        "members_by_branch", day=date(2026, 10, 31), year_before=date(2025, 10, 31)
    ).iloc[0]
    assert (found["members"], found["members_year_before"]) == (3, 1)


def test_flow_tells_joining_from_coming_back(union: Store) -> None:
    flow = union.ask("flow", day=date(2026, 10, 31))
    assert flow[["joined", "returned", "gone"]].sum().to_list() == [4, 1, 2]


def test_a_year_is_counted_back_from_the_day(union: Store) -> None:
    flow = union.ask("flow", day=date(2026, 11, 14))
    years = flow.groupby("years_back")[["joined", "returned", "gone"]].sum()
    assert years.loc[0].to_list() == [1, 1, 0]
    assert union.ask("flow", day=date(2026, 11, 15))["years_back"].tolist().count(1) == 1


@pytest.mark.parametrize(
    ("filters", "n"),
    [
        (Filters(), 4),
        (Filters(status="former"), 1),
        (Filters(sector="state"), 2),
        (Filters(sector="state", status="in_notice"), 1),
        (Filters(sector="'; drop table member; --"), 0),
        (Filters(age_band="65_over"), 1),
    ],
)
def test_a_filter_keeps_whom_it_names(union: Store, filters: Filters, n: int) -> None:
    assert union.ask("people_count", filters)["n"].iloc[0] == n


def test_an_import_raises_the_version_and_is_listed(union: Store) -> None:
    before = union.data_version()
    with importing(union, FILE) as transaction:
        transaction.insert("survey", SURVEY)
    assert union.data_version() == before + 1
    listed = union.ask("import_batches").iloc[0]
    assert (listed["file_name"], listed["rows_stored"]) == ("k.csv", 1)


def test_an_error_inside_an_import_leaves_everything_as_it_was(union: Store) -> None:
    before = contents(union)
    with pytest.raises(RuntimeError), importing(union, FILE) as transaction:
        transaction.insert("survey", SURVEY)
        raise RuntimeError
    assert contents(union) == before


def test_a_cancel_while_deriving_leaves_everything_as_it_was(union: Store) -> None:
    class Stopped(Exception):
        pass

    def cancel_late(_fraction: float, stage: str) -> None:
        if stage == "commit":
            raise Stopped

    before = contents(union)
    with pytest.raises(Stopped), importing(union, FILE, cancel_late) as transaction:
        transaction.insert("survey", SURVEY)
    assert contents(union) == before


def test_an_undone_import_is_gone_and_stays_listed(union: Store) -> None:
    with importing(union, FILE) as transaction:
        transaction.insert("survey", SURVEY)
        import_id = transaction.import_id
    undo(union, import_id, "tester")
    assert contents(union)["survey"] == 0
    assert union.ask("import_batches")["undone_at"].notna().all()


def test_undo_brings_back_what_was_replaced(union: Store) -> None:
    with importing(union, FILE) as transaction:
        transaction.insert("member", pd.DataFrame({"member_id": [1], "sector": ["industry"]}))
        transaction._cursor.execute(
            "update member set replaced_by = $id where member_id = 1 and import_id = 0",
            {"id": transaction.import_id},
        )
        import_id = transaction.import_id
    assert union.ask("people_count", Filters(sector="industry"))["n"].iloc[0] == 3
    undo(union, import_id, "tester")
    assert union.ask("people_count", Filters(sector="industry"))["n"].iloc[0] == 2


def test_an_import_that_a_later_one_replaced_is_undone_after_it(union: Store) -> None:
    with importing(union, FILE) as transaction:
        transaction.insert("survey", SURVEY)
        first = transaction.import_id
    with importing(union, FILE) as transaction:
        transaction._cursor.execute(
            "update survey set replaced_by = $id", {"id": transaction.import_id}
        )
        second = transaction.import_id
    with pytest.raises(StoreError, match="later_import_first"):
        undo(union, first, "tester")
    undo(union, second, "tester")
    undo(union, first, "tester")
    assert contents(union)["survey"] == 0


def test_a_second_write_waits_its_turn_and_says_so(union: Store) -> None:
    with (
        union.writing("a", "test", "x"),
        pytest.raises(StoreError, match="database_busy"),
        union.writing("b", "test", "x"),
    ):
        pass


def test_the_newest_seven_backups_are_kept(union: Store) -> None:
    made = [back_up(union) for _ in range(KEPT + 2)]
    assert backups(union) == made[:1:-1]
    assert made_at(made[-1]) >= made_at(made[-2])


def test_a_backup_brings_every_row_back_and_raises_the_version(union: Store) -> None:
    before, saved = contents(union), back_up(union)
    with importing(union, FILE) as transaction:
        transaction.insert("survey", SURVEY)
    version = union.data_version()
    restore(union, saved, "tester")
    after = contents(union)
    assert (after.pop("audit_event"), union.data_version()) == (2, version + 1)
    before.pop("audit_event")
    assert after == before


def test_a_second_process_gets_a_named_error(union: Store) -> None:
    union.data_version()
    code = (
        "import sys; from pathlib import Path; from queries.store import Store\n"
        "from queries.errors import StoreError\n"
        "try: Store(Path(sys.argv[1])).data_version()\n"
        "except StoreError as error: print(error.code)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, str(union.path)], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "database_in_use"


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/hostname')",
        "copy (select 1) to '/tmp/leak.csv'",
        "attach '/tmp/other.duckdb'",
        "set memory_limit = '1GB'",
        "install httpfs",
    ],
)
def test_sql_reaches_nothing_outside(union: Store, sql: str) -> None:
    with union.cursor() as cursor, pytest.raises(Exception, match=r"disabled|locked|Permission"):
        cursor.execute(sql)


def test_a_damaged_file_is_said_to_be_damaged(tmp_path) -> None:
    path = tmp_path / "bad.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreError, match="database_damaged"):
        Store(path).data_version()


def test_a_missing_file_is_said_to_be_missing(tmp_path) -> None:
    with pytest.raises(StoreError, match="no_database"):
        Store(tmp_path / "none.duckdb").data_version()


def test_a_newer_schema_is_not_touched(union: Store) -> None:
    with union.cursor() as cursor:
        cursor.execute("insert into schema_step values (999)")
    union.close()
    with pytest.raises(StoreError, match="database_newer"):
        union.data_version()


def test_a_build_that_fails_leaves_nothing_behind(tmp_path) -> None:
    path = tmp_path / "new.duckdb"
    with (
        pytest.raises(RuntimeError),
        building(path, as_of=date(2026, 1, 1), is_sample=True, union_name="X"),
    ):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_every_named_query_that_pages_ask_is_explained() -> None:
    for name in ("people_profiles", "flow", "status_strip"):
        assert named(name, "true", {}).description


def contents(union: Store) -> dict[str, int]:
    """Rows of every stored table."""
    with union.cursor() as cursor:
        tables = cursor.execute(named("stored_tables", "true", {}).sql).df()["table_name"]
        return {
            table: cursor.execute(f"select count(*) from {table}").fetchone()[0] for table in tables
        }
