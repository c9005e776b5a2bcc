"""Imports: published answers come out as published, all or nothing, and out again by undo."""

import os
from collections import Counter
from datetime import date

import pytest

from queries.building import building
from queries.errors import StoreError
from queries.imports import undo
from queries.store import open_store
from uploads.choices import Choices
from uploads.importing import import_staged
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.staging import KEPT_SECONDS, let_go, sha256, stage, staged
from uploads.upload import Upload

LIKE, MUST, NEUTRAL, _, DISLIKE = LABELS = (
    "I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it",
)  # fmt: skip
CELL = {
    "M": (NEUTRAL, DISLIKE), "O": (LIKE, DISLIKE), "A": (LIKE, NEUTRAL),
    "I": (NEUTRAL, NEUTRAL), "R": (NEUTRAL, LIKE), "Q": (MUST, MUST),
}  # fmt: skip
# REPPL transfers (public study, n = 358), Pouliot's table: answers per class
GOLDEN = {
    "F6": {"M": 9, "O": 19, "A": 91, "I": 160, "R": 49, "Q": 30},
    "F8": {"M": 66, "O": 122, "A": 78, "I": 62, "R": 7, "Q": 23},
    "F9": {"M": 25, "O": 76, "A": 145, "I": 78, "R": 12, "Q": 22},
    "F10": {"M": 90, "O": 174, "A": 18, "I": 42, "R": 7, "Q": 27},
}
# of the questionable answers, those that Kano's table calls indifferent (published beside them)
INDIFFERENT_TO_KANO = {"F6": 17, "F8": 9, "F9": 7, "F10": 10}


def transfers():
    """A file of the public study's shape: its counts, and F10's two columns swapped."""
    header, columns = ["ID", "Gender"], []
    for feature, counts in GOLDEN.items():
        pairs = [CELL[letter] for letter, n in counts.items() for _ in range(n)]
        moved = INDIFFERENT_TO_KANO[feature]
        pairs[len(pairs) - counts["Q"] + moved :] = [(LIKE, LIKE)] * (counts["Q"] - moved)
        functional, dysfunctional = zip(*pairs, strict=True)
        sides = [(f"{feature}_functional", functional), (f"{feature}_dysfunctional", dysfunctional)]
        for name, cells in reversed(sides) if feature == "F10" else sides:
            header.append(name)
            columns.append(cells)
    rows = zip([f"ALL1-{n}" for n in range(358)], ["female"] * 358, *columns, strict=True)
    return "\n".join(",".join(row) for row in [tuple(header), *rows]).encode()


def small(*rows):
    return "\n".join(("ID,a_functional,a_dysfunctional", *rows)).encode()


FIRST = ("r1,I like it,I dislike it", "r2,I like it,I am neutral")


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "own.duckdb"
    with building(path, as_of=date(2026, 10, 31), is_sample=False, union_name="Test union"):
        pass
    opened = open_store(path)
    yield opened
    opened.close()


def put(store, data, label="Transfers", progress=None, **answers):
    upload = Upload("answers.csv", stage(store.path, data), label, "tester",
                    choices=Choices(answers=answers))  # fmt: skip
    return import_staged(store, upload, Pseudonyms(b"test"), progress)


def rows_of(store):
    """What there is to see, without the numbers of imports."""
    surveys = store.ask("surveys_of_kind", kind="kano")
    answers = [store.ask("survey_kano_answers", survey_id=name) for name in surveys["survey_id"]]
    return [frame.to_csv() for frame in (surveys, *answers)]


def functional(store, survey_id="kano_transfers_1"):
    frame = store.ask("survey_kano_answers", survey_id=survey_id)
    return dict(zip(frame["respondent_id"], frame["functional"], strict=True))


def test_published_answers_come_out_with_the_published_counts(store):
    imported = put(store, transfers())
    assert (imported.rows_in, imported.rows_stored, imported.rows_reported) == (358, 358, 0)
    rows = store.ask("survey_kano_answers", survey_id=imported.plan.survey_id)
    letters = {
        (LABELS.index(f) + 1, LABELS.index(d) + 1): letter for letter, (f, d) in CELL.items()
    } | {(1, 1): "Q"}
    for feature, counts in GOLDEN.items():
        own = rows[rows["item_id"] == feature.lower()]
        found = Counter(
            letters[int(f), int(d)]
            for f, d in zip(own["functional"], own["dysfunctional"], strict=True)
        )
        assert found == counts


def test_what_an_import_did_is_in_the_list_of_imports(store):
    put(store, small(*FIRST, "r3,x"), rows_left_out="import_others")
    line = store.ask("import_batches").iloc[0]
    assert (line["file_name"], line["kind"], line["imported_by"]) == (
        "answers.csv",
        "kano",
        "tester",
    )
    assert (line["rows_in"], line["rows_stored"], line["rows_reported"]) == (3, 2, 1)


def test_undo_takes_everything_out_again(store):
    before = rows_of(store)
    imported = put(store, transfers())
    assert rows_of(store) != before
    undo(store, imported.import_id, "tester")
    assert rows_of(store) == before
    put(store, transfers())


@pytest.mark.parametrize(
    ("data", "answers", "code"),
    [
        (small(*FIRST, "r3,x"), {}, "questions_open"),
        (small("r1,Superb,Awful"), {}, "nothing_to_store"),
        (small('r1,"I like it,I dislike it'), {}, "unclosed_quote"),
        (b"ID,cpr,a_functional,a_dysfunctional\nr1,010170-1234,1,5", {}, "questions_open"),
        (b"PK\x03\x04xl/workbook.xml", {}, "damaged_archive"),
    ],
)
def test_a_file_that_can_t_go_in_changes_nothing(store, data, answers, code):
    before, version = rows_of(store), store.data_version()
    with pytest.raises(Refused, match=code):
        put(store, data, **answers)
    assert (rows_of(store), store.data_version()) == (before, version)
    assert store.ask("import_batches").empty


def test_the_same_file_twice_is_noticed_under_any_name(store):
    put(store, small(*FIRST))
    for label in ("Transfers", "Another"):
        with pytest.raises(Refused, match="questions_open"):
            put(store, small(*FIRST), label)
    put(store, small(*FIRST), "Another", same_file="new_survey")
    assert len(store.ask("surveys_of_kind", kind="kano")) == 2


@pytest.mark.parametrize("label", ["Transfers", "transfers", " Transfers! "])
def test_a_survey_that_is_known_is_never_touched_unasked(store, label):
    put(store, small(*FIRST))
    with pytest.raises(Refused, match="questions_open"):
        put(store, small("r3,I like it,I like it"), label)


def test_newer_answers_update_by_respondent(store):
    put(store, small(*FIRST))
    newer = small("r2,I dislike it,I am neutral", "r3,I expect it,I dislike it")
    plan = put(store, newer, known_survey="update").plan
    assert (plan.known, plan.new, plan.changed) == (1, 1, 1)
    assert functional(store) == {"r1": 1, "r2": 5, "r3": 2}
    assert len(store.ask("surveys_of_kind", kind="kano")) == 1


def test_a_replacement_sets_the_earlier_answers_aside(store):
    put(store, small(*FIRST))
    put(store, small("r9,I expect it,I dislike it"), known_survey="replace")
    assert functional(store) == {"r9": 2}


def test_a_new_wave_stands_beside_the_earlier_one(store):
    put(store, small(*FIRST))
    plan = put(store, small("r1,I expect it,I dislike it"), known_survey="new_wave").plan
    assert (plan.survey_id, plan.wave) == ("kano_transfers_2", 2)
    assert functional(store) == {"r1": 1, "r2": 1}
    assert functional(store, "kano_transfers_2") == {"r1": 2}


@pytest.mark.parametrize("way", ["update", "replace"])
def test_undo_brings_back_what_was_superseded(store, way):
    first = put(store, small(*FIRST))
    before = rows_of(store)
    second = put(store, small("r2,I dislike it,I am neutral"), known_survey=way)
    with pytest.raises(StoreError, match="later_import_first"):
        undo(store, first.import_id, "tester")
    undo(store, second.import_id, "tester")
    assert rows_of(store) == before


def test_an_update_keeps_what_only_earlier_files_said(store):
    earlier = b"ID,Gender,a_functional,a_dysfunctional,b_functional,b_dysfunctional\nr1,f,1,5,2,4"
    put(store, earlier)
    put(store, small("r1,I expect it,I dislike it"), known_survey="update")
    people = store.ask("survey_respondents", survey_id="kano_transfers_1")
    assert people["gender"].tolist() == ["female"]
    answers = store.ask("survey_kano_answers", survey_id="kano_transfers_1")
    assert answers[["item_id", "functional"]].to_numpy().tolist() == [["a", 2], ["b", 2]]


def test_lines_for_ids_can_t_be_updated(store):
    anonymous = b"a_functional,a_dysfunctional\nI like it,I dislike it"
    put(store, anonymous)
    with pytest.raises(Refused, match="questions_open"):
        put(store, anonymous.replace(b"like it", b"expect it"), known_survey="update")


@pytest.mark.parametrize("stop_at", ["read_file", "backup", "store_respondent", "commit"])
def test_a_cancelled_import_leaves_nothing(store, stop_at):
    def progress(_fraction, code):
        if code == stop_at:
            raise KeyboardInterrupt

    before, version = rows_of(store), store.data_version()
    with pytest.raises(KeyboardInterrupt):
        put(store, small(*FIRST), progress=progress)
    assert (rows_of(store), store.data_version()) == (before, version)
    assert store.ask("import_batches").empty
    put(store, small(*FIRST))


def test_progress_only_rises(store):
    seen = []
    put(store, small(*FIRST), progress=lambda fraction, _code: seen.append(fraction))
    assert seen == sorted(seen)
    assert len(seen) > 5


def test_text_of_a_file_is_never_code(store):
    evil = b"ID,\"x'); drop table kano_answer; --\",a_functional,a_dysfunctional\nr'1,y,1,5"
    put(store, evil, label="'; drop table survey; --")
    assert len(store.ask("surveys_of_kind", kind="kano")) == 1


def test_an_upload_waits_beside_the_database_until_it_is_imported(store):
    data = small(*FIRST)
    name = stage(store.path, data)
    file = store.path.parent / "staging" / name
    assert (name, staged(store.path, name)) == (sha256(data), data)
    assert file.stat().st_mode & 0o077 == 0
    put(store, data)
    assert not file.exists()
    let_go(store.path, name)


def test_an_upload_that_waited_too_long_or_was_changed_is_gone(store):
    old = stage(store.path, b"old")
    folder = store.path.parent / "staging"
    os.utime(folder / old, (1, 1))
    name = stage(store.path, b"new")
    assert KEPT_SECONDS < 7 * 24 * 3600
    (folder / name).write_bytes(b"changed")
    for gone in (old, name, "../own.duckdb"):
        with pytest.raises(Refused, match="upload_gone"):
            staged(store.path, gone)
