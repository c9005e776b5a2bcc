"""The questionnaire: four languages, even versions, and layouts that come back as they went out."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pandas as pd
import pytest
from docx import Document
from openpyxl import load_workbook

from exports.questionnaire import document, limesurvey, qualtrics, question_list
from queries import questionnaires
from uploads.answer_labels import codes_of
from uploads.context import Context
from uploads.kinds import read_file
from uploads.missing import DONT_KNOW
from uploads.pseudonyms import Pseudonyms
from uploads.question_names import question_name
from views.questionnaire import Options, evenness, finding, questionnaire
from views.view import Nothing
from words.language import NAMES, language
from words.questionnaire import VALUES

EN = language("en")
EVERYTHING = ("kano", "value", "brand")


def catalogue(n=16):
    rows = [(f"b{number:02d}", f"Tilbud {number}", f"Benefit {number}", "advice")
            for number in range(n)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["benefit_id", "label", "label_en", "kind"])
    return lambda name: {"questionnaire_benefits": frame}[name]


def written(code="en", parts=EVERYTHING, n=16, **options):
    made = Options(language(code), parts, **options)
    return questionnaire(made, catalogue(n), "Q7KF")


def test_the_balance_is_stated():
    made = written(parts=("kano",))
    assert finding(made, EN) == "6 of 16 benefits a person, in about 3 minutes."
    assert evenness(made, EN) == (
        "In 32 versions each benefit is asked about 12 times and each pair together 4 times. It"
        " compares benefits 89% as well as asking everybody everything."
    )


def test_a_version_asks_its_own_benefits_and_everybody_the_rest():
    made = written()
    asked = [section.item_id for section in made.of_version(5)]
    assert tuple(item for item in asked if item) == made.design.asked(5)
    assert asked[0] == ""
    assert asked[-7:] == [""] * 7


@pytest.mark.parametrize("code", NAMES)
def test_answers_are_read_when_they_come_back(code):
    """What is offered in each language is what an uploaded file is understood by."""
    pair = written(code, ("kano",)).sections[1].questions[:2]
    for question in pair:
        texts = [text for _, text in question.answers]
        assert [codes_of(set(texts), {})[text] for text in texts] == [1, 2, 3, 4, 5, DONT_KNOW]
        assert question_name(question.code).side == question.code.partition("_")[2]


@pytest.mark.parametrize("code", NAMES)
def test_the_wordings_themselves_are_a_pair(code):
    """A file whose headers are the questions is understood as well."""
    having, lacking = (question_name(q.text) for q in written(code).sections[1].questions[:2])
    assert (having.denies, lacking.denies) == (False, True)


@pytest.mark.parametrize("code", NAMES)
@pytest.mark.parametrize("write", [document, limesurvey, qualtrics, question_list])
def test_every_layout_in_every_language(code, write):
    assert len(write(written(code), "Undersøgelse")) > 2000


def test_the_document_holds_every_question_and_who_is_asked_what():
    made = written()
    paper = Document(BytesIO(document(made, "Survey")))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    for section in made.sections:
        for question in section.questions:
            assert question.text in text
    (table,) = paper.tables
    assert len(table.rows) == 33
    assert table.rows[3].cells[0].text == "Q7KF-03"
    assert table.rows[3].cells[1].text.split("; ") == [
        made.labels[item] for item in made.design.asked(3)
    ]


def limesurvey_rows(made):
    text = limesurvey(made, "Survey").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter="\t"))


def test_limesurvey_draws_the_version_and_shows_what_it_asks():
    made = written()
    rows = limesurvey_rows(made)
    drawn, version = [row for row in rows if row["type/scale"] == "*"]
    assert drawn["text"] == "{if(is_empty(drawn.NAOK), rand(1,32), drawn.NAOK)}"
    assert "join('Q7KF-'" in version["text"]
    groups = {row["name"]: row["relevance"] for row in rows if row["class"] == "G"}
    for item, label in made.labels.items():
        asked = " || ".join(f"drawn.NAOK == {n}" for n in made.design.versions_of(item))
        assert groups[label] == asked


def test_limesurvey_codes_are_as_it_allows_them():
    rows = limesurvey_rows(written())
    names = [row["name"] for row in rows if row["class"] == "Q"]
    assert all(name.isalnum() and name[0].isalpha() and len(name) <= 20 for name in names)
    assert len(set(names)) == len(names)
    assert all(len(row["name"]) <= 5 for row in rows if row["class"] == "A")
    ids = [row["id"] for row in rows if row["class"] in ("G", "Q", "SQ")]
    assert len(set(ids)) == len(ids)


def test_limesurveys_arrays_come_back_as_pairs():
    rows = limesurvey_rows(written(parts=("kano",)))
    place = next(n for n, row in enumerate(rows) if row["type/scale"] == "F")
    sides = [row["name"] for row in rows[place + 1 : place + 3]]
    names = [question_name(f"{rows[place]['name']}[{side}]") for side in sides]
    assert [name.side for name in names] == ["functional", "dysfunctional"]
    assert names[0].stem == names[1].stem


def test_qualtrics_has_a_block_a_section_and_an_id_a_question():
    made = written()
    lines = qualtrics(made, "Survey").decode("utf-8-sig").splitlines()
    assert lines[0] == "[[AdvancedFormat]]"
    assert sum(line.startswith("[[Block:") for line in lines) == len(made.sections) + 1
    ids = [line[5:-2] for line in lines if line.startswith("[[ID:")]
    codes = [question.code for section in made.sections for question in section.questions]
    assert ids == ["setup", *codes]


def test_what_a_union_wrote_is_no_tag_in_qualtrics():
    made = written(parts=("brand",), values=("[[Block:x]]", "b", "c", "d"))
    text = qualtrics(made, "Survey").decode("utf-8-sig")
    assert "\n[[Block:x]]" not in text


def test_the_list_holds_questions_and_versions():
    made = written()
    book = load_workbook(BytesIO(question_list(made, "Survey")), read_only=True)
    questions, versions = (list(sheet.values) for sheet in book)
    asked = sum(len(section.questions) for section in made.sections)
    assert len([row for row in questions if row[0]]) == asked + 1
    third = dict(zip(versions[0][1:], versions[3][1:], strict=False))
    assert {label for label, place in third.items() if place} == {
        made.labels[item] for item in made.design.asked(3)
    }


def test_formulas_stay_text():
    made = written(parts=("brand",), values=("=1+1", "b", "c", "d"))
    book = load_workbook(BytesIO(question_list(made, "=cmd()")))
    assert all(cell.data_type != "f" for row in book.worksheets[0] for cell in row)


def test_values_are_chosen_among_evenly():
    made = written(parts=("brand",))
    assert len(made.sets.versions) == len(VALUES)
    assert made.sets.balance.together == (2, 2)
    best, worst = made.sections[1].questions
    assert (best.code, worst.code) == ("W01_best", "W01_worst")
    assert len(best.answers) == 4


def test_few_benefits_are_asked_of_everybody():
    made = written(parts=("kano",), n=5)
    assert made.versions == 1
    assert finding(made, EN).startswith("Everybody is asked about all 5 benefits")
    assert evenness(made, EN) == ""
    assert "Setup" not in qualtrics(made, "Survey").decode()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"n": 0, "parts": ("kano",)}, "There are no benefits in the catalogue yet"),
        ({"benefits": ("b01",), "parts": ("kano",)}, "Choose at least two benefits"),
        ({"values": ("a", "b"), "parts": ("brand",)}, "Give at least 4 values"),
    ],
)
def test_what_cannot_be_asked_is_said(options, says):
    with pytest.raises(Nothing) as raised:
        written(**options)
    assert raised.value.sentence.startswith(says)


def test_a_questionnaire_is_kept_under_its_code(union):
    made = written(parts=("kano",))
    code = questionnaires.keep(union, "Survey", "kano", made.design.as_json())
    (row,) = questionnaires.kept(union).itertuples()
    assert (row.code, row.kind, row.design) == (code, "kano", made.design.as_json())


@pytest.mark.parametrize("code", NAMES)
def test_choices_among_values_come_back_as_they_went_out(code):
    """Each person chooses one place of each set as most and the next one as least."""
    made = written(code, ("brand",))
    rows = []
    for person in range(20):
        row = {"ID": f"r{person}", "status": "active"}
        for section in made.sections[1:]:
            best, worst = section.questions
            row[best.code] = best.answers[person % 4][1]
            row[worst.code] = worst.answers[(person + 1) % 4][1]
        rows.append(row)
    context = Context(date(2026, 10, 31), Pseudonyms(b"test"))
    reading = read_file(pd.DataFrame(rows).to_csv(index=False).encode(), context)
    assert reading.understood.kind == "brand_values"
    found = reading.checked.frames["best_worst_answer"]
    assert len(found) == 20 * 7 * 4
    best = found[(found["respondent_id"] == "r6") & (found["choice"] == 1)]
    best = best.sort_values("task")["item_id"].tolist()
    assert best == [made.sets.asked(number)[6 % 4] for number in range(1, 8)]
