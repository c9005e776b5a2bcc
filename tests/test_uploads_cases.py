"""The list of files people will upload, case by case: what no other test of uploads feeds in."""

import io
import threading
import time
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from pages.parts import jobs
from pages.parts.upload_change import _sentence
from queries.errors import StoreError
from tests.test_uploads_formats import DISLIKE, LIKE, MUST, workbook, zipped
from tests.test_uploads_importing import put as put_survey
from tests.test_uploads_importing import small
from tests.test_uploads_importing import store as survey_store  # noqa: F401
from tests.test_uploads_kano import pairs_of
from tests.test_uploads_page import page, press, respondents, store, upload  # noqa: F401
from tests.test_uploads_registers import put, read, spells, text
from tests.test_uploads_registers import store as register_store  # noqa: F401
from uploads import gate, lines, mappings
from uploads.bad_rows import bad_rows
from uploads.choices import Choices
from uploads.kinds import KINDS
from uploads.problems import Refused, reported_lines
from uploads.staging import sha256
from words.language import language
from words.problems import sentence
from words.questions import question

EN = language("en")
KANO = "ID,a_functional,a_dysfunctional"
PAIR = f"{LIKE},{DISLIKE}"


def sentences(problems, **place) -> str:
    return "\n".join(
        sentence(EN, one.code, one.facts, lines=one.lines, column=one.column) for one in problems
    )


def told(data: bytes, **choices) -> str:
    """All that a person reads about a file: why it is refused, or its problems and questions."""
    try:
        reading = read(data, **choices)
    except Refused as refused:
        return sentence(EN, refused.code, refused.facts, lines=refused.lines)
    asked = [question(EN, one.code, one.facts) for one in reading.checked.questions]
    return "\n".join([sentences(reading.checked.problems), *asked])


def kano(reading) -> list[list]:
    answers = reading.checked.frames["kano_answer"]
    return answers[["respondent_id", "functional", "dysfunctional"]].to_numpy().tolist()


def answered(reading) -> list:
    return reading.checked.frames["respondent"]["answered_at"].tolist()


# Layouts


QUALTRICS_IN_NUMBERS = (
    "EndDate,Status,Finished,ResponseId,QID1_1,QID1_2,QID2_1,QID2_2\n"
    '"End Date","Response Type","Finished","Response ID","If we had it? - Help",'
    '"If we had it? - Courses","If we did not have it? - Help","If we did not have it? - Courses"\n'
    + ",".join(['"{""ImportId"":""x""}"'] * 8)
    + "\n2026-03-01 10:05:00,0,1,R_1,1,2,5,5\n2026-03-02 10:05:00,0,0,R_2,2,1,5,4\n"
).encode()


def test_qualtrics_answers_may_be_numbers() -> None:
    assert kano(read(QUALTRICS_IN_NUMBERS)) == [
        ["R_1", 1, 5], ["R_2", 2, 5], ["R_1", 2, 5], ["R_2", 1, 4]
    ]  # fmt: skip


def test_qualtrics_tells_in_numbers_who_finished() -> None:
    reading = read(QUALTRICS_IN_NUMBERS)
    assert reading.checked.frames["respondent"]["complete"].tolist() == [True, False]


SURVEYMONKEY = (
    'Respondent ID,End Date,"If you had it,\nhow would you feel?","If you had it,\nhow would you'
    ' feel?","If you did NOT have it,\nhow would you feel?","If you did NOT have it,\nhow would'
    ' you feel?",Anything else?\n,,Help,Courses,Help,Courses,Open-Ended Response\n'
    f"1,03/14/2026 10:05:00 AM,{LIKE},{MUST},{DISLIKE},{DISLIKE},\n"
    f"2,03/02/2026 10:05:00 PM,{LIKE},{LIKE},{DISLIKE},{DISLIKE},\n"
).encode()


def test_surveymonkey_s_questions_may_be_repeated_and_hold_commas_and_line_breaks() -> None:
    reading = read(SURVEYMONKEY)
    assert [pair.label for pair in reading.understood.pairs] == ["Help", "Courses"]
    assert kano(reading)[2:] == [["1", 2, 5], ["2", 1, 5]]
    assert (reading.checked.rows_in, reading.checked.rows_stored) == (2, 2)


def test_surveymonkey_s_repeated_questions_are_no_repeated_names() -> None:
    assert "Several columns have this name" not in told(SURVEYMONKEY)


GRID = "{},Hvis vi har det? [Kurser],Hvis vi ikke har det? [Kurser]\n{},1,5\n"


@pytest.mark.parametrize(
    ("data", "moment"),
    [
        (GRID.format("Timestamp", "2026/03/14 9:00:00 AM GMT+1"), "2026-03-14 09:00"),
        (GRID.format("Tidsstempel", "2026/03/14 09.00.00"), "2026-03-14 09:00"),
        (GRID.format("Tidsstempel", "14/03/2026 09.00.00"), "2026-03-14 09:00"),
        (GRID.format("Tijdstempel", "14-3-2026 9:00:00"), "2026-03-14 09:00"),
        (SURVEYMONKEY.decode(), "2026-03-14 10:05"),
    ],
)
def test_a_tool_s_own_way_of_writing_the_time_is_read(data: str, moment: str) -> None:
    assert answered(read(data.encode()))[0] == pd.Timestamp(moment)


TYPEFORM = (
    "#,{},Start Date (UTC),Submit Date (UTC),Network ID\n"
    "a1,{},2026-03-01 10:00:00,2026-03-01 10:05:00,n1\n"
    "a2,{},2026-03-01 11:00:00,2026-03-01 11:05:00,n2\n"
)


def test_typeform_s_dates_and_ids_are_told_from_its_questions() -> None:
    asked = "If you have <strong>help</strong>?,If you do NOT have <strong>help</strong>?"
    reading = read(TYPEFORM.format(asked, PAIR, PAIR).encode())
    assert [pair.label for pair in reading.understood.pairs] == ["If you have help?"]
    assert kano(reading) == [["a1", 1, 5], ["a2", 1, 5]]
    assert answered(reading)[0] == pd.Timestamp("2026-03-01 10:05")


def test_typeform_s_start_date_is_no_answer_and_its_network_id_no_trait() -> None:
    asked = "<strong>What</strong> matters?,Who helps?,Why?"
    reading = read(TYPEFORM.format(asked, "Pay,Union,x", "Time,Boss,y").encode())
    frames = reading.checked.frames
    assert "Start Date (UTC)" not in frames["survey_item"]["label"].tolist()
    assert "Network ID" not in frames["respondent_trait"]["trait"].tolist()


@pytest.mark.parametrize(
    "header",
    [
        "id,lastpage,Q1[SQ001]. Having it? [Help],Q2[SQ001]. Not having it? [Help]",
        "Response ID,Last page,Having it? [Help],Not having it? [Help]",
    ],
)
def test_limesurvey_s_full_texts_pair_up_with_and_without_codes(header: str) -> None:
    reading = read(f"{header}\n1,3,{PAIR}\n".encode())
    assert [pair.label for pair in reading.understood.pairs] == ["Help"]


def test_limesurvey_s_short_answers_are_listed_and_mapped_once() -> None:
    data = b"id,Q3[SQ001][1],Q3[SQ001][2]\n1,A1,A5\n2,A2,A5\n"
    assert {label.text: label.n for label in read(data).understood.unknown_labels} == {
        "A1": 1, "A2": 1, "A5": 2
    }  # fmt: skip
    assert kano(read(data))[0][1:] == [pd.NA, pd.NA]
    assert kano(read(data, labels={"A1": 1, "A2": 2, "A5": 5})) == [["1", 1, 5], ["2", 2, 5]]


def test_surveyxact_s_zip_in_windows_1252_is_a_value_survey_with_zeros_and_ones() -> None:
    data = "respondent;Kurser [Vigtighed];Kurser [Kender det];Råd [Vigtighed]\n1;1;1;5\n2;5;0;3\n"
    named = "variabel;værdi;tekst\n" + "".join(
        f"{one} [Vigtighed];1;I høj grad\n{one} [Vigtighed];3;Hverken eller\n"
        f"{one} [Vigtighed];5;Slet ikke\n"
        for one in ("Kurser", "Råd")
    )
    reading = read(zipped(dataset__csv=data.encode("cp1252"), labels__csv=named.encode("cp1252")))
    answers = reading.checked.frames["value_answer"].set_index(["respondent_id", "item_id"])
    assert answers["importance"].tolist() == [5, 1, 1, 3]
    assert answers.loc[[("1", "kurser"), ("2", "kurser")], "aware"].tolist() == [True, False]


def test_surveyxact_s_status_is_one_column_a_state() -> None:
    head = "respondent;a_functional;a_dysfunctional;" + ";".join(
        f"statoverall_{n}" for n in range(1, 6)
    )
    reading = read(text(head, "1;1;5;0;0;0;1;0", "2;1;5;0;0;1;0;0"))
    assert reading.checked.frames["respondent"]["complete"].tolist() == [True, False]


def enalyzer(form: str, tmp_path) -> bytes:
    rows = [["Respondent", "Timestamp", "a_functional", "a_dysfunctional"],
            ["r1", "04-13-2026", LIKE, DISLIKE], ["r2", "04-03-2026", MUST, DISLIKE]]  # fmt: skip
    if form == "csv":
        return "\n".join(";".join(row) for row in rows).encode("cp1252")
    if form == "xlsx":
        return workbook(rows)
    frame = pd.DataFrame(rows[1:], columns=rows[0])
    coded = frame.replace({LIKE: 1.0, MUST: 2.0, DISLIKE: 5.0})
    labels = {1.0: LIKE, 2.0: MUST, 5.0: DISLIKE}
    file = tmp_path / "x.sav"
    pyreadstat.write_sav(coded, str(file), variable_value_labels=dict.fromkeys(rows[0][2:], labels))
    return file.read_bytes()


@pytest.mark.parametrize("form", ["csv", "xlsx", "spss"])
def test_enalyzer_s_three_forms_are_the_same_survey_with_the_month_first(form, tmp_path) -> None:
    reading = read(enalyzer(form, tmp_path))
    assert kano(reading) == [["r1", 1, 5], ["r2", 2, 5]]
    assert answered(reading) == [pd.Timestamp("2026-04-13"), pd.Timestamp("2026-04-03")]


def test_a_sheet_kept_by_hand_is_read_whole(register_store) -> None:  # noqa: F811
    data = (
        "Medlemsudtræk oktober;;;;;\n;;;;;\nMedlemsnummer;Indmeldt;;Kontingent;Medlemstype;Afdeling"
        "\n007;13-02-2016;;1.234,50;Fuldtid;Ærø\n8;14-02-2016;;485,00;Deltid;Fyn\n"
        "I alt;;;1.719,50;;\n"
    ).encode("cp1252")
    checked = read(data).checked
    assert checked.rows_in == checked.rows_stored + len(reported_lines(checked.problems)) == 5
    assert checked.frames["history"]["monthly_fee"].tolist() == [1234.5, 485.0]
    assert checked.frames["history"]["branch_id"].tolist() == ["Ærø", "Fyn"]
    for said in ("on line 3", "looks like a total", "Column 3 has no name and no values", "Ærø"):
        assert said in sentences(checked.problems)


def test_dates_of_several_shapes_may_stand_in_one_column() -> None:
    shapes = ["2016-02-13", "13-02-2016", "13.02.2016", "13/02/2016", "2016-02-13 00:00:00"]
    reading = read(text("member_id,joined", *(f"{n},{day}" for n, day in enumerate(shapes))))
    days = reading.checked.frames["history"]["started_on"]
    assert days.tolist() == [pd.Timestamp("2016-02-13")] * len(shapes)


@pytest.mark.parametrize(
    "columns",
    [
        ("Si l'app vous prévient", "Si l'app NE vous prévient PAS"),
        ("Kurset har gebyr", "Kurset har IKKE gebyr"),
        ("Si vous avez X", "Si vous n'avez pas X"),
        ("Si le service est offert", "Si le service n'est pas offert"),
    ],
)
def test_more_ways_to_say_no_make_a_pair(columns: tuple[str, str]) -> None:
    assert pairs_of(*columns) == [(columns[0], 0, 1)]


# A mapping: saved, recognised, and a column renamed since


def test_a_mapping_is_kept_on_the_page_and_recognised_next_time(page) -> None:  # noqa: F811
    upload(page, small("r1,Super,Bad", "r2,Super,Bad").decode())
    for text_, code in (("Super", "1"), ("Bad", "5")):
        next(box for box in page.selectbox if text_ in box.label).set_value(code).run()
    page.text_input(key="mapping-name").set_value("weekly").run()
    press(page, "Keep")
    assert mappings.saved("weekly").labels == {"Super": 1, "Bad": 5}
    press(page, "Put this file aside")
    upload(page, small("r3,Super,Bad").decode(), "next.csv")
    (box,) = [one for one in page.selectbox if one.label == "Read it as saved under"]
    assert "weekly would fit" in box.placeholder
    box.set_value("weekly").run()
    labels = {one.label.replace("\\", "") for one in page.selectbox if "«" in one.label}
    assert labels == {"«Super» (mapped)", "«Bad» (mapped)"}


def test_columns_renamed_since_a_mapping_was_kept_are_named(page) -> None:  # noqa: F811
    mappings.save("weekly", ["ID", "Region", *KANO.split(",")[1:]], Choices())
    upload(page, f"ID,Landsdel,{KANO[3:]}\nr1,Fyn,1,5\n")
    next(box for box in page.selectbox if "saved" in box.label).set_value("weekly").run()
    said = " ".join(one.value for one in page.caption).replace("\\", "")
    assert "Gone since then: Region" in said
    assert "New since then: Landsdel" in said


def test_a_needed_column_renamed_since_last_time_leads_to_the_mapping(page) -> None:  # noqa: F811
    mappings.save("members", ["Medlemsnummer", "Indmeldt"], Choices(kind="members"))
    upload(page, "Medlemsnummer;Startede den\n1;13-02-2016\n", "medlemmer.csv")
    assert any(box.label == "What kind of file it is" for box in page.selectbox)


# Encodings and letters


def test_a_file_with_a_utf8_mark_and_a_stray_letter_names_its_line() -> None:
    assert told(b"\xef\xbb\xbf" + KANO.encode() + b"\nr1,1,5\nS\xf8ren,1,5\n").startswith("line 3:")


SHEET = [["member_id", "joined", "branch"]]


def test_marks_that_can_t_be_seen_are_taken_out_of_a_workbook() -> None:
    reading = read(workbook([*SHEET, ["1", "2016-02-13", "Fy\u200bn\u202e"]]))
    assert reading.checked.frames["history"]["branch_id"].tolist() == ["Fyn"]


@pytest.mark.parametrize(
    ("cells", "stored", "said"),
    [
        (["Fy\u200bn"], {"Fyn"}, "Invisible characters were taken out"),
        (["A\u030asen", "Åsen"], {"Åsen"}, "Letters written in two parts"),
        (["SÃ¸ren"], {"SÃ¸ren"}, "Letters look damaged"),
    ],
)
def test_a_workbook_s_letters_are_watched_like_a_text_file_s(cells, stored, said) -> None:
    data = workbook([*SHEET, *([str(n), "2016-02-13", one] for n, one in enumerate(cells))])
    assert set(read(data).checked.frames["history"]["branch_id"]) == stored
    assert said in told(data)


def test_names_in_two_forms_are_the_same_name_in_the_store() -> None:
    data = text("member_id,joined,branch", "1,2016-02-13,A\u030asen", "2,2016-02-13,Åsen")
    assert set(read(data).checked.frames["history"]["branch_id"]) == {"Åsen"}


# What the person reads


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (KANO.encode(), "The file has a header but no rows."),
        ("id,a\n1,ø\n".encode("utf-16-le"), "This looks like UTF-16. Save it as “CSV UTF-8”."),
        (b"\0" * 100, "This is not a text file."),
        (text(KANO, 'r1,"1,5', "r2,1,5"), "line 2: A quotation mark opens here"),
        (text(KANO, "r1,1,5,"), "Every row ends with a separator; it is dropped."),
        (text(KANO, "r1,1,5", "r2,1,5,3"), "line 3: 4 fields, the header has 3."),
        (text("ID,,a_functional,a_dysfunctional", "r1,x,1,5"), "Column 2 has no name."),
        (text("ID,b,b,a_functional,a_dysfunctional", "r1,1,2,1,5"),
         "column b: Several columns have this name: columns 2 and 3."),
        (text("r1,1,5", "r2,1,5"), "None of the 3 columns"),
        (text("Survey", "October", "", KANO, "r1,1,5"),
         "lines 1, 2 and 3: Above the header, which is on line 4. It is skipped."),
        (text("member_id,joined", "1,43891"), "43891 is a spreadsheet's number for 1 Mar 2020."),
        (text(KANO, f"r1,{'1' * 10_001},5", "r2,1,5"), "line 2: A cell is longer than 10,000"),
        (text(KANO, f"r1,{'1' * 140_000},5", "r2,1,5"), "line 2: A cell is longer than 131,072"),
        (text(",".join(f"c{n}" for n in range(501)), ",".join("x" * 501)),
         "The header has 501 columns; 500 are read."),
        (workbook([[f"c{n}" for n in range(501)], ["x"] * 501]), "500 are read"),
        (workbook([["ID", "a_functional", "a_dysfunctional"], ["r1", "1", "5"]]),
         "That is an Excel workbook"),
        (b"%PDF-1.7", "That is a PDF."),
        (b'{"id": 1}\n{"id": 2}\n', "That is JSON."),
        (b"<html><table></table></html>", "That is a web page"),
    ],
)  # fmt: skip
def test_a_person_reads_what_it_is_and_what_to_do(data: bytes, said: str) -> None:
    assert said in told(data)


@pytest.mark.parametrize(
    "page_",
    [
        b"<!-- saved from url=(0021)https://example.org/ -->\n<html><body>Log in</body></html>",
        b"<meta charset='utf-8'>\n<table><tr><td>1</td></tr></table>\n",
        b"<style>td { color: red }</style>\n<table><tr><td>1</td></tr></table>\n",
    ],
)
def test_a_web_page_is_told_by_more_than_its_first_tag(page_: bytes) -> None:
    assert "That is a web page" in told(page_)


@pytest.mark.parametrize("limit", [20, 25])
def test_a_line_without_end_is_refused_before_it_is_held(monkeypatch, limit) -> None:
    monkeypatch.setattr(lines, "LINE_LENGTH", limit)
    with pytest.raises(Refused, match="line_too_long") as refused:
        gate.read(b"id,a\n1,x\n2," + b"y" * 40 + b"\n")
    assert refused.value.line == 3


def test_a_decimal_comma_is_shown_as_it_was_read() -> None:
    said = told(text("member_id;joined;fee", "1;13-02-2016;1.234,50"))
    assert "1.234,50" in said
    assert "1234.50" in said


# Dates, numbers, words


def test_a_spreadsheet_s_day_numbers_in_a_survey_are_asked_about() -> None:
    asked = read(text("Timestamp," + KANO, "43891,r1,1,5")).open_questions
    assert [one.code for one in asked] == ["excel_days"]


def test_a_birth_date_in_the_future_is_named_by_line_and_column() -> None:
    said = told(text("member_id,joined,birth date", "1,2016-02-13,1980-04-17",
                     "2,2016-02-13,2031-01-01"))  # fmt: skip
    assert "line 3, column birth date: Nobody is born yet who is born then." in said


FEES = "member_id,joined,fee"


@pytest.mark.parametrize("word", ["inf", "-inf", "Infinity", "about 485"])
def test_what_is_no_number_is_named_by_line_and_column(word: str) -> None:
    said = told(text(FEES, "1,2016-02-13,485", f"2,2016-02-13,{word}"))
    assert f"line 3, column fee: “{word}” is no number." in said


@pytest.mark.parametrize("word", ["NaN", "NULL", "NA", "n/a"])
def test_words_for_no_value_are_shown_in_a_register(word: str) -> None:
    assert word in told(text(FEES, "1,2016-02-13,485", f"2,2016-02-13,{word}"))


def test_words_for_no_value_are_counted_in_a_survey() -> None:
    said = told(text(KANO, "r1,NULL,5", "r2,NA,5", "r3,n/a,5", "r4,1,5"))
    assert "3 left blank" in said


def late_text(kind: str) -> bytes:
    """30,000 rows of which the last holds a text where numbers are."""
    if kind == "members":
        return text(FEES, *(f"{n},2016-02-13,485" for n in range(29_999)), "x,2016-02-13,about")
    if kind == "payments":
        good = (f"{n},2026-02-13,485,2026-02-14" for n in range(29_999))
        return text("member_id,due,amount,paid", *good, "x,2026-02-13,about,2026-02-14")
    good = (f"{('call', 'none')[n % 2]},{n % 7}" for n in range(29_999))
    return text("arm,spend", *good, "call,about")


@pytest.mark.parametrize(
    "kind",
    [
        "members",
        "payments",
        "campaign",
    ],
)
def test_a_text_on_line_30_001_of_a_column_of_numbers_is_named(kind: str) -> None:
    said = told(late_text(kind))
    assert "line 30,001" in said
    assert "about" in said


def test_the_rest_goes_in_only_if_the_person_says_so(register_store) -> None:  # noqa: F811
    with pytest.raises(Refused, match="questions_open"):
        put(register_store, late_text("payments"))


@pytest.mark.parametrize(
    "outcome",
    [
        "inf",
        "10,5",
    ],
)
def test_a_campaign_s_outcomes_are_numbers_and_nothing_else(outcome: str) -> None:
    reading = read(text("arm;spend", f"call;{outcome}", "none;0", "call;2"))
    stored = reading.checked.frames["campaign_result"]["value"].tolist()
    assert stored == ([0.0, 2.0] if outcome == "inf" else [10.5, 0.0, 2.0])


@pytest.mark.parametrize(
    "rows",
    [
        ("member_id,due,amount,paid", "1,2026-02-13,,2026-02-14", "2,2026-02-13,485,2026-02-14"),
        ("member_id,due,paid", "1,2026-02-13,2026-02-14", "2,2026-02-13,2026-02-14"),
        ("member_id,event,date", "1,benefit use,2026-02-13", "2,complaint,2026-02-13"),
    ],
    ids=["no amount", "no column of amounts", "no column of benefits"],
)
def test_an_event_that_lacks_what_is_stored_of_it_is_reported(register_store, rows) -> None:  # noqa: F811
    checked = read(text(*rows)).checked
    assert 2 in reported_lines(checked.problems)
    if checked.rows_stored:
        put(register_store, text(*rows), rows_left_out="import_others")


@pytest.mark.parametrize("workplace", ["9999999999", "99999999999999999999999"])
def test_a_whole_number_too_large_is_named(register_store, workplace) -> None:  # noqa: F811
    data = text("member_id,joined,workplace", f"1,2016-02-13,{workplace}", "2,2016-02-13,17")
    assert "line 2, column workplace" in told(data)
    put(register_store, data)


def test_a_member_drawn_into_two_arms_is_listed() -> None:
    said = told(text("campaign,member_id,arm,role", "S,1,call,treated", "S,1,none,control",
                     "S,2,none,control"))  # fmt: skip
    assert "lines 2 and 3" in said


def test_mixed_spellings_of_yes_are_shown_in_a_register_too() -> None:
    reading = read(text("member_id,event,date,resolved", "1,complaint,2026-01-02,ja",
                        "2,complaint,2026-01-03,1", "3,complaint,2026-01-04,TRUE",
                        "4,complaint,2026-01-05,nej"))  # fmt: skip
    assert reading.checked.frames["complaint"]["resolved"].tolist() == [True, True, True, False]
    assert "Read as yes: 1, TRUE, ja" in sentences(reading.checked.problems)


@pytest.mark.parametrize("forever", ["31-12-9999", "9999-12-31", "31.12.9999"])
def test_an_end_that_never_comes_is_still_in(register_store, forever) -> None:  # noqa: F811
    put(register_store, text("member_id;joined;left", f"1;13-02-2016;{forever}"))
    assert spells(register_store, "1") == [(1, date(2016, 2, 13), None)]


# Cells that look like something else, on the way in and out


def test_what_looks_like_a_formula_is_text_and_led_by_an_apostrophe_on_the_way_out() -> None:
    cells = ["=1+1", "@SUM(A1)", "+4512345678", "-1"]
    data = text(KANO, *(f"r1,{cell},5" for cell in cells))
    reading = read(data)
    table = reading.understood.table
    assert table.frame["a_functional"].tolist() == cells
    written = bad_rows(data, table, reading.checked.problems, EN).decode("utf-8-sig")
    assert [line.split(",")[1] for line in written.splitlines()[1:]] == [f"'{c}" for c in cells]
    assert gate.read(written.encode()).frame["a_functional"].tolist() == cells


TWICE = [["ID", "a_functional", "a_dysfunctional"], ["r1", "1", "5"], ["r1", "2", "5"]]


@pytest.mark.parametrize(
    "data", [workbook(TWICE), zipped(a__csv="\n".join(",".join(row) for row in TWICE))],
    ids=["workbook", "zip"],
)  # fmt: skip
def test_the_rows_to_mend_can_be_had_from_a_packed_file_too(data: bytes) -> None:
    reading = read(data)
    written = bad_rows(data, reading.understood.table, reading.checked.problems, EN)
    assert len(written.decode("utf-8-sig").splitlines()) == 3


def with_cached(value: str) -> bytes:
    """A workbook whose formula was computed by the program that wrote it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook([["a", "b"], ["=1+1", "x"], ["3", "y"]])))
    plain = io.BytesIO()
    book.save(plain)
    written = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            inside = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                inside = inside.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>%s</v>"
                                        % value.encode())  # fmt: skip
                inside = inside.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>%s</v>"
                                        % value.encode())  # fmt: skip
            new.writestr(entry, inside)
    return written.getvalue()


def test_a_formula_s_cached_value_is_what_is_read() -> None:
    assert gate.read(with_cached("2")).frame["a"].tolist() == ["2", "3"]


# Again and again


def test_a_weekly_file_says_what_is_new_known_and_changed(survey_store) -> None:  # noqa: F811
    def people(first: str, n: int) -> list[str]:
        return [f"r{i},{first if i < 3 else LIKE},{DISLIKE}" for i in range(n)]

    put_survey(survey_store, small(*people(LIKE, 412)))
    done = put_survey(survey_store, small(*people(MUST, 500)), known_survey="update")
    assert "412 respondents known, 88 new, 3 with changed answers" in _sentence(done.plan, EN)


def test_those_who_are_not_in_an_extract_are_counted_in_the_question(register_store) -> None:  # noqa: F811
    put(register_store, text("member_id,joined", *(f"{n},2016-02-13" for n in range(9_900))))
    part = text("member_id,joined", *(f"{n},2016-02-13" for n in range(100)))
    plan = KINDS["members"].plan(register_store, read(part), sha256(part), "")
    (asked,) = [one for one in plan.questions if one.code == "is_everyone"]
    said = question(EN, asked.code, asked.facts)
    assert said == "9,800 members are not in this file of 31 Oct 2026. Is it everyone?"


# All of it or none of it


def test_an_import_goes_on_when_the_browser_is_closed(page, store) -> None:  # noqa: F811
    upload(page, small("r1,1,5", "r2,1,5").decode())
    press(page, "Import")
    del page
    deadline = time.monotonic() + 30
    while not jobs.find("import").over and time.monotonic() < deadline:
        time.sleep(0.05)
    assert respondents(store) == 2


def test_of_two_imports_at_once_each_is_whole_or_refused(survey_store) -> None:  # noqa: F811
    said = []

    def one(name: str) -> None:
        rows = [f"{name}{n},{PAIR}" for n in range(2_000)]
        try:
            said.append(put_survey(survey_store, small(*rows), name).rows_stored)
        except StoreError as error:
            said.append(error.code)

    both = [threading.Thread(target=one, args=(name,)) for name in ("first", "second")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    stored = survey_store.ask("surveys_of_kind", kind="kano")["respondents"].tolist()
    assert set(said) <= {2_000, "database_busy"}
    assert stored == [2_000] * said.count(2_000)
    assert stored
