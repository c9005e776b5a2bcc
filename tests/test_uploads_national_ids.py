"""National ids: found, asked about, and never stored, whatever becomes of the column."""

from pathlib import Path

from queries.store import Store
from tests.test_uploads_registers import SECRET, put, read, rows, text
from tests.test_uploads_registers import store as _store
from uploads.named_list import named_list

store = _store
PEOPLE = text(
    "joined,cpr", "2015-01-13,010190-1234", "2016-05-01,1512851111", "2017-02-01,311299 0000"
)


def traces(folder: Path) -> list[Path]:
    """Return the files below a folder that hold a national id in any way of writing it."""
    ways = [b"010190-1234", b"0101901234", b"1512851111", b"311299 0000", b"3112990000"]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if any(way in file.read_bytes() for way in ways)]


def test_where_they_are_the_only_key_members_are_known_by_their_pseudonyms(store: Store) -> None:
    put(store, PEOPLE, national_ids="as_key")
    # the same people as another program wrote them, one without its leading zero
    again = text("indmeldt;CPR-nr", "13-01-2015;101901234", "01-05-2016;151285-1111")
    imported = put(store, again, national_ids="as_key", is_everyone="part")
    assert (imported.plan.new, imported.plan.known) == (0, 2)
    assert len(rows(store, "select member_id from member")) == 3


def test_no_file_of_the_union_holds_any(store: Store, tmp_path: Path) -> None:
    reading = read(PEOPLE, answers={"national_ids": "as_key"})
    assert "010190" not in reading.understood.table.frame.to_csv()
    put(store, PEOPLE, national_ids="as_key")
    with store.cursor() as cursor:
        cursor.execute("checkpoint")
    assert [file.name for file in traces(tmp_path)] == []


def test_nothing_is_known_by_them_beside_a_member_number() -> None:
    beside = text("member_id,joined,cpr", "1,2015-01-13,010190-1234")
    (question,) = read(beside).open_questions
    assert question.choices == ("leave_out",)
    left = read(beside, answers={"national_ids": "leave_out"})
    assert not left.open_questions
    assert left.checked.rows_stored == 1
    told = [p for p in left.checked.problems if p.code == "national_ids_left_out"]
    assert told[0].facts["columns"] == ("cpr",)


def test_a_list_finds_its_people_in_an_extract_that_has_nothing_else(store: Store) -> None:
    put(store, PEOPLE, national_ids="as_key")
    known = [row[0] for row in rows(store, "select member_id from member order by 1")]
    listed = text("member_id,reason", *(f"{one},pay" for one in known))
    extract = text("cpr,name", "0101901234,Ane", "151285-1111,Bo")
    found = named_list(listed, extract, SECRET)
    assert (found.found, found.missing) == (2, 1)
    assert "Ane" in found.data.decode("utf-8-sig")
