"""Kano files: pairs by name, labels matched whole, nothing kept of a person that must not be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uploads.answer_labels import codes_of
from uploads.choices import NO_CHOICES, Choices
from uploads.context import Context
from uploads.kano_columns import pair_roles, pairs
from uploads.kinds import read_file
from uploads.missing import DONT_KNOW, LEFT_BLANK
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.roles import Role

CONTEXT = Context(date(2026, 10, 31), Pseudonyms(b"test"))
HEADER = "ID,Gender,Age,F1_importance,F1_functional,F1_dysfunctional,F2_dysfunctional,F2_functional"
ROW = "r1,female,24,9 - Extremely important,I like it,I dislike it,I am neutral,I expect it"


def reading(*lines, choices=NO_CHOICES):
    return read_file("\n".join(lines).encode(), replace(CONTEXT, choices=choices))


def answers(checked):
    return checked.frames["kano_answer"].set_index(["respondent_id", "item_id"])


def problems(checked, code):
    return [(p.lines, p.column) for p in checked.problems if p.code == code]


def pairs_of(*columns):
    return [
        (pair.label, columns.index(pair.functional), columns.index(pair.dysfunctional))
        for pair in pairs(pair_roles(list(columns), set(columns)))
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("F1_functional", "F1_dysfunctional"), [("F1", 0, 1)]),
        (("F10_dysfunctional", "F10_functional"), [("F10", 1, 0)]),  # as in the public file
        (("F1 [functional]", "F1 [dysfunctional]"), [("F1", 0, 1)]),
        (("Functional: Løntjek", "Dysfunctional: Løntjek"), [("Løntjek", 0, 1)]),
        (("Kurser (funktionel)", "Kurser (dysfunktionel)"), [("Kurser", 0, 1)]),
        (("a functioneel", "b functioneel", "b disfunctioneel", "a disfunctioneel"),
         [("a", 0, 3), ("b", 1, 2)]),
        (("If you have X?", "If you do NOT have X?"), [("If you have X?", 0, 1)]),
        (("If you don’t have X?", "If you have X?"), [("If you have X?", 1, 0)]),
        (("Hvad MED løntjek?", "Hvad UDEN løntjek?"), [("Hvad MED løntjek?", 0, 1)]),
        (("Hva uten kurs", "Hva med kurs"), [("Hva med kurs", 1, 0)]),
        (("Bond zonder hulp", "Bond met hulp"), [("Bond met hulp", 1, 0)]),
        (("Als u een X heeft", "Als u geen X heeft"), [("Als u een X heeft", 0, 1)]),
        (("Si vous avez X", "Si vous n’avez pas X"), [("Si vous avez X", 0, 1)]),
        (("What if? [Legal help]", "What if not there? [Legal help]"), [("Legal help", 0, 1)]),
        (("F1_functional", "F2_dysfunctional"), []),
        (("F1_functional", "F1_functional 2", "F1_dysfunctional"), [("F1", 0, 2)]),
        (("Med X", "Uden X", "Ikke X"), []),  # two say no: which of them?
    ],
)  # fmt: skip
def test_pairs_are_found_by_name(columns, expected):
    assert pairs_of(*columns) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I like it that way", 1), ("i LIKE  it", 1), ("I’m neutral", 3), ("I'm neutral", 3),
        ("I dislike it, but I can live with it that way", 4),
        ("I dislike it, and I can’t accept it", 5),
        ("This would be a minor inconvenience", 4),
        ("Det kan jeg godt lide", 1), ("Det kan jeg ikke lide", 5), ("Det tager jeg for givet", 2),
        ("Det liker jeg", 1), ("Det liker jeg ikke", 5), ("Jeg er nøytral", 3),
        ("Dat vind ik prettig", 1), ("Dat vind ik niet prettig", 5), ("Zo hoort het", 2),
        ("Das ist mir egal", 3), ("Das könnte ich in Kauf nehmen", 4),
        ("1", 1), ("5", 5), ("6", DONT_KNOW), ("9", DONT_KNOW), ("99", DONT_KNOW),
        ("Ved ikke", DONT_KNOW), ("Vet ikke", DONT_KNOW), ("weet niet", DONT_KNOW),
        ("", LEFT_BLANK), (" ", LEFT_BLANK), ("N/A", LEFT_BLANK),
    ],
)  # fmt: skip
def test_labels_are_matched_whole(text, code):
    assert codes_of({text}, {}) == {text: code}


@pytest.mark.parametrize(
    "text", ["I like", "I like it that way!", "Det liker", "prettig", "1 - I like it", "like it"]
)
def test_nothing_is_matched_by_likeness(text):
    assert codes_of({text}, {}) == {}


# methods.md section 1, whole: a row a questionnaire; alternatives of one place divided by " / "
SCALES = (
    "I like it that way | It must be that way | I am neutral | I can live with it that way"
    " | I dislike it that way",
    "I like it | I expect it | I'm neutral | I can tolerate it | I dislike it",
    "I enjoy it that way | It is a basic necessity or I expect it that way | I am neutral"
    " | I dislike it, but I can live with it that way | I dislike it, and I can't accept it",
    "This would be very helpful to me | This is a basic requirement for me"
    " | This would not affect me | This would be a minor inconvenience"
    " | This would be a major problem for me",
    "I like it that way | I am expecting it to be that way | I am neutral"
    " | I can accept it to be that way | I dislike it that way",
    "Det ville jeg blive glad for / Det kan jeg godt lide | Det forventer jeg"
    " / Sådan skal det være / Det er en selvfølge / Det tager jeg for givet"
    " | Det betyder ikke noget for mig / Jeg er neutral / Det er jeg ligeglad med"
    " | Det kan jeg leve med | Det ville jeg være utilfreds med / Det kan jeg ikke lide"
    " / Det bryder jeg mig ikke om",
    "Det ville jeg bli glad for / Det liker jeg | Det forventer jeg / Slik må det være"
    " / Det må være slik / Det tar jeg for gitt | Det spiller ingen rolle / Jeg er nøytral"
    " | Det kan jeg leve med | Det ville jeg være misfornøyd med / Det liker jeg ikke"
    " / Jeg misliker det",
    "Dat zou ik fijn vinden / Dat vind ik prettig / Dat vind ik fijn | Dat verwacht ik"
    " / Dat hoort zo / Zo hoort het / Vanzelfsprekend | Dat maakt mij niet uit / neutraal"
    " | Daar kan ik mee leven | Dat zou ik vervelend vinden / Dat vind ik niet prettig"
    " / Dat vind ik vervelend",
    "Das würde mich sehr freuen | Das setze ich voraus | Das ist mir egal"
    " | Das könnte ich in Kauf nehmen | Das würde mich sehr stören",
)


@pytest.mark.parametrize("scale", SCALES)
def test_every_label_of_a_published_scale_has_its_place(scale):
    for place, alternatives in enumerate(scale.split(" | "), 1):
        for label in alternatives.split(" / "):
            assert codes_of({label}, {}) == {label: place}
            curly = label.replace("'", "\u2019")
            assert codes_of({curly}, {}) == {curly: place}


def test_what_is_not_relevant_is_no_answer():
    assert codes_of({"ikke relevant"}, {}) == {"ikke relevant": DONT_KNOW}


@pytest.mark.parametrize("stranger", ["0", "7", "-1"])
def test_numbers_of_another_scale_are_nobody_s_guess(stranger):
    assert codes_of({"1", "5", stranger}, {}) == {}
    assert codes_of({"1", "5", stranger}, {stranger: 3}) == {"1": 1, "5": 5, stranger: 3}


def test_a_wide_file_becomes_rows():
    checked = reading(HEADER, ROW).checked
    first = answers(checked).loc[("r1", "f1")]
    assert (first["functional"], first["dysfunctional"], first["importance"]) == (1, 5, 9)
    second = answers(checked).loc[("r1", "f2")]
    assert (second["functional"], second["dysfunctional"]) == (2, 3)
    person = checked.frames["respondent"].iloc[0]
    assert (person["gender"], person["age_band"]) == ("female", "under_25")
    assert (checked.rows_in, checked.rows_stored, checked.rows_reported) == (1, 1, 0)


def test_a_long_file_becomes_the_same():
    checked = reading(
        "respondent,item,functional,dysfunctional,importance,gender",
        "r1,Legal help,I like it,I dislike it,9,female",
        "r1,Courses,I expect it,I am neutral,6,female",
        "r2,Legal help,Ved ikke,,,male",
        "r2,Legal help,I like it,I like it,,male",
        ",Courses,I like it,I like it,,male",
        "r3,,I like it,I like it,,male",
    ).checked
    assert answers(checked)["functional"].to_dict() == {
        ("r1", "legal_help"): 1,
        ("r1", "courses"): 2,
    }
    assert problems(checked, "duplicate_answer") == [((4, 5), "item")]
    assert problems(checked, "missing_id") == [((6,), "respondent")]
    assert problems(checked, "missing_item") == [((7,), "item")]
    assert (checked.rows_in, checked.rows_stored, checked.rows_reported) == (6, 2, 4)


def test_rows_that_are_answers_need_an_id():
    with pytest.raises(Refused, match="long_without_id"):
        reading("item,functional,dysfunctional", "Courses,I like it,I dislike it")


def test_missing_answers_keep_their_reason():
    checked = reading("ID,a_functional,a_dysfunctional", "r1,Ved ikke,", "r2,6,1").checked
    rows = checked.frames["kano_answer"]
    assert rows["functional_missing"].tolist() == ["dont_know", "dont_know"]
    assert rows["dysfunctional_missing"].iloc[0] == "left_blank"
    assert rows["functional"].isna().all()


def test_an_unknown_label_leaves_its_cell_out_and_is_listed():
    lines = ("ID,a_functional,a_dysfunctional", "r1,Superb,I dislike it", "r2,Superb,I like it")
    read = reading(*lines)
    assert [(u.text, u.n, u.columns) for u in read.understood.unknown_labels] == [
        ("Superb", 2, ("a_functional",))
    ]
    assert problems(read.checked, "unknown_label") == [((2, 3), "a_functional")]
    assert read.checked.frames["kano_answer"]["functional"].isna().all()
    assert read.checked.rows_stored == 2
    mapped = reading(*lines, choices=Choices(labels={"Superb": 1}))
    assert mapped.checked.frames["kano_answer"]["functional"].tolist() == [1, 1]
    assert mapped.understood.unknown_labels == ()


def test_rows_that_share_an_id_are_reported_and_none_is_stored():
    checked = reading(HEADER, ROW, ROW.replace("female", "male"), ROW.replace("r1", "r2")).checked
    assert problems(checked, "duplicate_respondent") == [((2, 3), "ID")]
    assert (checked.rows_in, checked.rows_stored, checked.rows_reported) == (3, 1, 2)


def test_an_id_that_a_spreadsheet_shortened_is_reported():
    checked = reading(HEADER, ROW.replace("r1", "1.23457E+11"), ROW).checked
    assert problems(checked, "damaged_id") == [((2,), "ID")]


def test_without_ids_rows_go_by_their_line():
    checked = reading("a_functional,a_dysfunctional", "I like it,I dislike it").checked
    assert checked.frames["respondent"]["respondent_id"].tolist() == ["line 2"]
    assert problems(checked, "no_id_column")
    blank = reading(HEADER, ROW.replace("r1", ""), ROW).checked
    assert blank.frames["respondent"]["respondent_id"].tolist() == ["line 2", "r1"]
    assert problems(blank, "line_as_id") == [((2,), "ID")]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cpr", "0101701234"),
        ("Kommentar", "mit nummer er 010170-1234"),
        ("x", "010170-1234"),
        ("Personnummer", "811218-9876"),  # the example number of Sweden's tax agency
        ("x", "811218-9876"),
        ("BSN", "111222333"),  # the example number of the Netherlands' government
        ("x", "010100 00110"),  # made up here, with valid check digits
    ],
)
def test_national_ids_are_asked_about_and_never_in_the_text(name, value):
    head = f"ID,{name},a_functional,a_dysfunctional"
    read = reading(head, f"r1,{value},I like it,I dislike it")
    (question,) = read.open_questions
    assert question.code.startswith("national_ids")
    assert question.facts["columns"] == (name,)
    assert value not in read.understood.table.frame.to_csv()
    left = reading(
        head,
        f"r1,{value},I like it,I dislike it",
        choices=Choices(answers={question.code: "leave_out"}),
    )
    assert not left.open_questions
    assert name not in left.understood.table.frame
    assert len(left.checked.frames["respondent"]) == 1


def test_bare_numbers_are_national_ids_where_most_of_a_column_pass():
    head = "x,a_functional,a_dysfunctional"
    tail = ",I like it,I dislike it"
    found = reading(head, *(f"{n}{tail}" for n in ("0101701234", "1512851111", "3112990000")))
    assert [question.code for question in found.open_questions] == ["national_ids"]
    none = reading(
        head, *(f"{n}{tail}" for n in ("9999701234", "8812851111", "4599990000", "0101701234"))
    )
    assert not none.open_questions


@pytest.mark.parametrize(
    ("name", "value", "role"),
    [
        ("Navn", "Søren", "personal"),
        ("E-mail", "soren", "personal"),
        ("contact", "a@b.dk", "personal"),
        ("Medlemsnummer", "12345", "member_number"),
        ("Kommentar", "et langt svar " * 9, "free_text"),
        ("Region", "Fyn", "region"),
        ("Køn", "Kvinde", "gender"),
        ("Alder", "37", "age"),
        ("Alder", "25–34", "age_band"),
        ("Fødselsår", "1980", "birth_year"),
        ("Status", "Tidligere medlem", "status"),
        ("Status", "completed", "complete"),
        ("Tidsstempel", "31.10.2026 14.05", "answered_at"),
        ("Education", "other", "trait"),
    ],
)  # fmt: skip
def test_other_columns_get_their_role(name, value, role):
    read = reading(f"{name},a_functional,a_dysfunctional", f"{value},I like it,I dislike it")
    assert read.understood.roles[name].name == role
    stored = str(read.checked.frames)
    assert (value in stored) == (role in ("region", "trait"))
    assert ("female" in stored) == (role == "gender")


@pytest.mark.parametrize(
    ("name", "value", "band"),
    [("Age", "24", "under_25"), ("Age", "25", "25_34"), ("Age", "65", "65_over"),
     ("Birth year", "2001", "25_34"), ("Age", "25-34", "25_34"), ("Age", "65+", "65_over")],
)  # fmt: skip
def test_an_age_is_kept_as_its_band_only(name, value, band):
    checked = reading(f"ID,{name},a_functional,a_dysfunctional", f"r1,{value},1,5").checked
    assert checked.frames["respondent"]["age_band"].tolist() == [band]
    assert "age" not in checked.frames["respondent"]


@pytest.mark.parametrize(
    ("name", "cells", "code"),
    [
        ("Age", ["24", "240"], "age_out_of_range"),
        ("Age", ["24", "old"], "no_number"),
        ("Weight", ["1.5", "NaN"], "weight_taken_as_one"),
        ("Weight", ["1.5", "inf"], "no_number"),
        ("Weight", ["1.5", "-1"], "weight_taken_as_one"),
        ("a_importance", ["9 - Extremely important", "very"], "no_importance"),
        ("Timestamp", ["13/04/2020", "03/04/20"], "two_digit_year"),
        ("Timestamp", ["13/04/2020", "30/02/2020"], "no_such_day"),
        ("Timestamp", ["13/04/2020", "43891"], "excel_serial"),
    ],
)
def test_a_cell_that_can_t_be_read_is_left_out_and_its_row_kept(name, cells, code):
    rows = [f"r{n},{cell},I like it,I dislike it" for n, cell in enumerate(cells)]
    checked = reading(f"ID,{name},a_functional,a_dysfunctional", *rows).checked
    assert problems(checked, code) == [((3,), name)]
    assert checked.rows_stored == 2


def test_decimal_commas_are_read_where_the_file_has_them():
    text = "ID;Vægt;a_functional;a_dysfunctional\nr1;1,5;1;5\nr2;0,25;1;5\n"
    people = read_file(text.encode("cp1252"), CONTEXT).checked.frames["respondent"]
    assert people["weight"].tolist() == [1.5, 0.25]


@pytest.mark.parametrize(
    ("cells", "choice", "day"),
    [
        (["03/04/2020", "13/04/2020"], {}, date(2020, 4, 3)),
        (["03/04/2020", "04/13/2020"], {}, date(2020, 3, 4)),
        (["03.04.2020"], {}, date(2020, 4, 3)),
        (["2020-04-03T10:00:00Z"], {}, date(2020, 4, 3)),
        (["03/04/2020"], {"day_or_month": "month_first"}, date(2020, 3, 4)),
    ],
)
def test_day_and_month_are_told_by_the_column(cells, choice, day):
    rows = [f"{cell},I like it,I dislike it" for cell in cells]
    read = reading("Timestamp,a_functional,a_dysfunctional", *rows, choices=Choices(answers=choice))
    assert read.checked.frames["respondent"]["answered_at"].iloc[0].date() == day
    assert not read.open_questions


def test_a_date_that_nothing_decides_is_asked():
    read = reading("Timestamp,a_functional,a_dysfunctional", "03/04/2020,I like it,I dislike it")
    assert [question.code for question in read.open_questions] == ["day_or_month"]


def test_a_scale_turned_round_is_asked_and_never_assumed():
    lines = ["ID,a_functional,a_dysfunctional", *(f"r{n},5,1" for n in range(20))]
    read = reading(*lines)
    assert [question.code for question in read.open_questions] == ["scale_reversed"]
    turned = reading(*lines, choices=Choices(answers={"scale_reversed": "reversed"}))
    assert answers(turned.checked).iloc[0][["functional", "dysfunctional"]].tolist() == [1, 5]
    words = ["ID,a_functional,a_dysfunctional"]
    words += [f"r{n},I dislike it,I like it" for n in range(20)]
    assert [question.code for question in reading(*words).open_questions] == ["sides_swapped"]
    swapped = reading(*words, choices=Choices(answers={"sides_swapped": "swapped"}))
    assert answers(swapped.checked).iloc[0][["functional", "dysfunctional"]].tolist() == [1, 5]


def test_half_a_pair_is_left_out_and_said():
    checked = reading("ID,a_functional,a_dysfunctional,b_functional", "r1,1,5,1").checked
    assert problems(checked, "left_out_half_pair") == [((), "b_functional")]


def test_two_columns_of_one_name_can_t_be_answers():
    with pytest.raises(Refused, match="repeated_question"):
        reading("ID,a_functional,a_functional,a_dysfunctional", "r1,1,1,5")


def test_the_user_can_say_what_a_column_holds():
    choices = Choices(roles={"x": Role("functional", "X"), "y": Role("dysfunctional", "X")})
    read = reading("ID,x,y", "r1,I like it,I dislike it", choices=choices)
    assert [(pair.label, pair.functional) for pair in read.understood.pairs] == [("X", "x")]


def test_a_file_of_another_kind_is_said_to_be_so():
    with pytest.raises(Refused, match="unknown_kind"):
        reading("ID,name", "1,x")


cell = st.sampled_from(["I like it", "I dislike it", "1", "9", "", "?", "Ved ikke", "01.02.2020"])
files = st.lists(st.tuples(st.sampled_from(["r1", "r2", "", "1E+5"]), cell, cell, cell), max_size=9)


@settings(max_examples=30, deadline=None)
@given(files, st.sampled_from(["Age", "Weight", "Timestamp", "a_importance", "Region", "item"]))
def test_rows_in_are_rows_stored_and_rows_reported(rows, name):
    text = "\n".join([f"ID;{name};a_functional;a_dysfunctional", *(";".join(row) for row in rows)])
    try:
        checked = read_file(text.encode(), CONTEXT).checked
    except Refused:
        return
    assert checked.rows_in == checked.rows_stored + checked.rows_reported == len(rows)
