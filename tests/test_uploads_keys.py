"""The key: carried to another machine, told from another one, and used to name a list."""

import csv
import stat
from io import StringIO

import pytest

from tests.test_uploads_registers import DAY, put, read, rows, text
from tests.test_uploads_registers import store as _store
from uploads.choices import Choices
from uploads.importing import import_staged
from uploads.named_list import named_list
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.secret import carried, pseudonyms, secret_file, take_over
from uploads.staging import stage
from uploads.upload import Upload

store = _store
MEMBERS = text("member_id,joined", "1,2015-01-13", "2,2016-01-13")


def test_a_key_carried_to_another_machine_makes_the_same_pseudonyms(monkeypatch, tmp_path) -> None:
    ours = pseudonyms()
    held = carried()
    monkeypatch.setenv("UNION_KEY", str(tmp_path / "other" / "key"))
    assert pseudonyms().fingerprint != ours.fingerprint
    take_over(held)
    assert pseudonyms() == ours
    assert stat.S_IMODE(secret_file().stat().st_mode) == 0o600


@pytest.mark.parametrize("data", [b"", b"hello", b"union-members-key-1\nxyz", carried])
def test_what_is_no_key_changes_nothing(data) -> None:
    before = pseudonyms()
    if callable(data):
        data = data()[:-10]
    with pytest.raises(Refused) as refused:
        take_over(data)
    assert refused.value.code == "no_key"
    assert pseudonyms() == before


def test_another_key_is_noticed_before_anything_is_stored(store) -> None:
    put(store, MEMBERS)
    data = text("member_id,joined", "3,2017-01-13")
    upload = Upload("m.csv", stage(store.path, data), "m", "t", None,
                    Choices(day=DAY.isoformat(), answers={"is_everyone": "part"}))  # fmt: skip
    with pytest.raises(Refused) as refused:
        import_staged(store, upload, Pseudonyms(b"another"))
    assert refused.value.code == "other_key"
    assert rows(store, "select count(*) from member") == [(2,)]


def test_the_database_holds_no_key(store) -> None:
    put(store, MEMBERS)
    assert rows(store, "select fingerprint from key_print")[0][0].encode() != b"test"
    assert len(rows(store, "select fingerprint from key_print")[0][0]) == 16


def test_a_list_by_pseudonym_gets_its_numbers_and_names_back() -> None:
    key = Pseudonyms(b"test")
    ids = key.of(read(MEMBERS).understood.table.frame["member_id"])
    listed = text("member_id;Benefit 1", f"{ids.iloc[0]};Courses", "999;Legal help")
    extract = text("medlemsnummer;navn", "1;=Anna", "2;Bo")
    found = named_list(listed, extract, key)
    assert (found.found, found.missing) == (1, 1)
    table = list(csv.reader(StringIO(found.data.decode("utf-8-sig")), delimiter=";"))
    assert table == [["medlemsnummer", "navn", "Benefit 1"], ["1", "'=Anna", "Courses"],
                     ["", "", "Legal help"]]  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "extract", "code"),
    [
        ("a,b\n1,2", "member number,name\n1,x", "no_pseudonyms"),
        ("member_id,b\n1,2", "x,name\n1,x", "no_member_numbers"),
        ("member_id,b\n1,2", "member number,name\n1,x", "other_key"),
    ],
)
def test_what_a_list_lacks_is_said(listed, extract, code) -> None:
    with pytest.raises(Refused) as refused:
        named_list(listed.encode(), extract.encode(), Pseudonyms(b"test"))
    assert refused.value.code == code
