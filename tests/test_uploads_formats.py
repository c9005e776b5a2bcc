"""Workbooks, SPSS, zips and the headers of survey tools: read as they are meant, within bounds."""

import io
import json
import zipfile
from datetime import date, datetime

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from uploads import sheets
from uploads.choices import Choices
from uploads.context import Context
from uploads.gate import read
from uploads.kinds import read_file
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms

CONTEXT = Context(date(2026, 10, 31), Pseudonyms(b"test"))
LIKE, MUST, DISLIKE = "I like it", "I expect it", "I dislike it"


def workbook(*tables: list[list], titles: tuple[str, ...] = (), hidden: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for place, rows in enumerate(tables):
        sheet = book.create_sheet(titles[place] if titles else f"Sheet{place + 1}")
        for row in rows:
            sheet.append(row)
        if sheet.title == hidden:
            sheet.sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def zipped(**files: str | bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return held.getvalue()


def said(table) -> set[str]:
    return {problem.code for problem in table.problems}


def test_a_workbook_s_cells_are_read_as_a_person_sees_them() -> None:
    rows = [
        ["id", "when", "score", "half", "yes", "text"],
        ["007", datetime(2026, 3, 14), 5.0, 0.5, True, "plain"],
        ["8", datetime(2026, 3, 15, 9, 30), 4, 1.25, False, "æøå"],
    ]
    table = read(workbook(rows))
    assert table.frame.to_numpy().tolist() == [
        ["007", "2026-03-14", "5", "0.5", "TRUE", "plain"],
        ["8", "2026-03-15 09:30:00", "4", "1.25", "FALSE", "æøå"],
    ]
    assert table.frame.index.tolist() == [2, 3]
    assert "is_workbook" in said(table)


def test_a_formula_gives_its_cached_value_and_a_merged_cell_stands_once() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([["a", "b"], ["=1+1", "x"], ["m", None]])))
    book.active.merge_cells("A3:B3")
    written = io.BytesIO()
    book.save(written)
    frame = read(written.getvalue()).frame
    assert frame["a"].tolist() == ["", "m"]  # nothing was cached: never computed by us
    assert frame["b"].tolist() == ["x", ""]


def test_which_of_several_sheets_is_asked() -> None:
    two = [["a", "b"], [1, 2], [3, 4]]
    data = workbook(two, two, titles=("First", "Second"))
    table = read(data)
    assert [question.code for question in Choices().open(table.questions)] == ["sheet"]
    chosen = read(data, Choices(answers={"sheet": "Second"}))
    assert not Choices(answers={"sheet": "Second"}).open(chosen.questions)


def test_a_sheet_of_notes_is_no_question_and_a_hidden_one_is_named() -> None:
    notes, two = [["Notes"]], [["a", "b"], [1, 2], [3, 4]]
    table = read(workbook(notes, two, two, titles=("Notes", "Data", "Old"), hidden="Old"))
    assert table.frame.columns.tolist() == ["a", "b"]
    assert not Choices().open(table.questions)
    assert "hidden_sheets" in said(table)


def test_a_cell_in_the_last_corner_is_said_and_does_no_harm() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([["a", "b"], [1, 2]])))
    book.active["XFD1048576"] = "x"
    written = io.BytesIO()
    book.save(written)
    table = read(written.getvalue())
    assert len(table.frame) == 1
    assert "far_cells" in said(table)


def test_a_workbook_that_unzips_too_large_is_refused_before_it_is_opened(monkeypatch) -> None:
    monkeypatch.setattr(sheets.subprocess, "run", lambda *_, **__: pytest.fail("opened"))
    bomb = zipped(**{"xl/workbook__xml": "<x/>", "xl/worksheets/sheet1__xml": " " * 300_000_000})
    assert len(bomb) < 500_000
    with pytest.raises(Refused) as refused:
        read(bomb)
    assert refused.value.code == "unzips_too_large"


def test_a_child_that_dies_of_a_workbook_is_a_sentence(monkeypatch) -> None:
    dead = type("Dead", (), {"returncode": -9, "stdout": b""})
    monkeypatch.setattr(sheets.subprocess, "run", lambda *_, **__: dead)
    with pytest.raises(Refused) as refused:
        read(workbook([["a", "b"], [1, 2]]))
    assert refused.value.code == "workbook_too_large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(**{"xl/workbook__xml": "<broken"}), "damaged_workbook"),
        (b"PK\x03\x04" + b"\0" * 40, "damaged_archive"),
        (zipped(readme__md="x"), "nothing_in_archive"),
        (zipped(**{"word/document__xml": "x"}), "is_document"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "is_open_document"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is_old_workbook"),
        (b"$FL2@(#) broken", "damaged_spss"),
        (b"\x1f\x8b\x08rest", "is_archive"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(data)
    assert refused.value.code == code


def test_spss_gives_labels_for_codes_and_the_question_for_the_variable(tmp_path) -> None:
    frame = pd.DataFrame({"q1": [1.0, 5.0, None], "name": ["a", "b", "c"]})
    file = tmp_path / "x.sav"
    pyreadstat.write_sav(
        frame, str(file), column_labels={"q1": "How important?"},
        variable_value_labels={"q1": {1.0: "Not at all", 5.0: "Very"}},
    )  # fmt: skip
    table = read(file.read_bytes())
    assert table.frame["q1"].tolist() == ["Not at all", "Very", ""]
    assert table.wording["q1"] == "How important?"


def test_a_zip_with_one_csv_is_that_csv() -> None:
    table = read(zipped(answers__csv="a,b\n1,2\n3,4\n"))
    assert table.frame["a"].tolist() == ["1", "3"]
    assert "read_from_archive" in said(table)


def test_surveyxact_s_labels_take_the_place_of_codes_that_run_backwards() -> None:
    data = "respondent;s_1;s_2\n1;1;1\n2;5;0\n3;9;1\n"
    labels = "variable;value;text\ns_1;1;I høj grad\ns_1;5;Slet ikke\ns_2;0;Nej\ns_2;1;Ja\n"
    table = read(zipped(dataset__csv=data, labels__csv=labels))
    assert table.frame["s_1"].tolist() == ["I høj grad", "Slet ikke", "9"]  # 9 has no label
    assert table.frame["s_2"].tolist() == ["Ja", "Nej", "Ja"]
    assert table.tool == "surveyxact"


def test_which_of_several_files_is_asked() -> None:
    data = zipped(a__csv="a,b\n1,2\n", b__csv="c,d\n3,4\n")
    assert [q.code for q in Choices().open(read(data).questions)] == ["file_in_archive"]
    chosen = read(data, Choices(answers={"file_in_archive": "b.csv"}))
    assert chosen.frame.columns.tolist() == ["c", "d"]


QUALTRICS = (
    "StartDate,ResponseId,QID1_1,QID1_2,QID2_1,QID2_2\n"
    '"Start Date","Response ID","If we had it, how would you feel? - Legal help",'
    '"If we had it, how would you feel? - Courses",'
    '"If we did not have it, how would you feel? - Legal help",'
    '"If we did not have it, how would you feel? - Courses"\n'
    + ",".join(['"{""ImportId"":""x""}"'] * 6)
    + f"\n2026-03-01,R_1,{LIKE},{MUST},{DISLIKE},{DISLIKE}"
    + f"\n2026-03-02,R_2,{MUST},{LIKE},{DISLIKE},{LIKE}\n"
)


def test_qualtrics_three_header_rows_are_no_answers_and_pairs_are_found_by_their_rows() -> None:
    reading = read_file(QUALTRICS.encode(), CONTEXT)
    assert reading.understood.table.tool == "qualtrics"
    assert reading.checked.rows_in == reading.checked.rows_stored == 2
    assert [pair.label for pair in reading.understood.pairs] == ["Legal help", "Courses"]
    answers = reading.checked.frames["kano_answer"].set_index(["respondent_id", "item_id"])
    assert answers.loc[("R_1", "courses"), ["functional", "dysfunctional"]].tolist() == [2, 5]


def test_surveymonkey_s_two_rows_make_one_name() -> None:
    text = (
        "Respondent ID,If you had it?,,If you had it NOT?,\n"
        "Response,Legal help,Courses,Legal help,Courses\n"
        f"1,{LIKE},{MUST},{DISLIKE},{DISLIKE}\n2,{LIKE},{LIKE},{DISLIKE},{DISLIKE}\n"
    )
    reading = read_file(text.encode(), CONTEXT)
    assert reading.understood.table.tool == "surveymonkey"
    assert reading.checked.rows_in == 2
    assert [pair.label for pair in reading.understood.pairs] == ["Legal help", "Courses"]


def test_limesurvey_s_two_scales_are_a_natural_pair() -> None:
    text = f"id,Q3[SQ001][1],Q3[SQ001][2]\n1,{LIKE},{DISLIKE}\n2,{MUST},{DISLIKE}\n"
    reading = read_file(text.encode(), CONTEXT)
    assert reading.understood.table.tool == "limesurvey"
    assert len(reading.understood.pairs) == 1
    assert "read_as_limesurvey" in {problem.code for problem in reading.checked.problems}


def test_typeform_s_markup_is_no_part_of_a_name() -> None:
    text = "#,<strong>Legal help</strong> [functional],Legal help [dysfunctional]\n"
    reading = read_file(f"{text}a1,{LIKE},{DISLIKE}\n".encode(), CONTEXT)
    assert reading.understood.table.tool == "typeform"
    assert reading.understood.pairs[0].label == "Legal help"


def test_google_forms_grid_rows_pair_up() -> None:
    text = "Timestamp,Hvis vi har det? [Kurser],Hvis vi ikke har det? [Kurser]\n"
    row = "2026/03/01 9:00:00 AM GMT+1,Det forventer jeg,Det ville jeg være utilfreds med\n"
    reading = read_file((text + row).encode(), CONTEXT)
    assert [pair.label for pair in reading.understood.pairs] == ["Kurser"]


def test_the_child_prints_nothing_but_its_answer(capfd) -> None:
    found = sheets._child(workbook([["a", "b"], [1, 2]]), "workbook", "")
    assert json.dumps(found)
    assert capfd.readouterr().out == ""
