"""Surveys of named answers: needs, leaving, recommending; and free text, kept only when clean."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uploads.choices import NO_CHOICES, Choices
from uploads.context import Context
from uploads.kinds import read_file
from uploads.missing import DONT_KNOW, LEFT_BLANK
from uploads.needs_questionnaire import known_answers, known_question
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from words.language import NAMES, language

CONTEXT = Context(date(2026, 10, 31), Pseudonyms(b"test"))
NEEDS = "Respondent;Hvad er vigtigst?;Hvor vil du have hjælp?;Bruger du os?;Køn"
FORM = "Tidsstempel;Medlemsnr;Hvorfor meldte du dig ud?;Fik du hjælp?"


def reading(*lines, **choices):
    context = replace(CONTEXT, choices=Choices(**choices) if choices else NO_CHOICES)
    return read_file("\n".join(lines).encode(), context)


def named(read):
    frame = read.checked.frames["need_answer"].set_index(["respondent_id", "item_id"])
    return frame["value"].dropna().to_dict()


def codes(read):
    return {problem.code for problem in read.checked.problems}


def questions(read):
    return {question.code: question for question in read.checked.questions}


def test_any_questions_with_named_answers_are_a_survey_of_needs_in_their_own_words():
    read = reading(NEEDS, "1;Løn;Telefon;Ja;K", "2;Tryghed;Ved ikke;;M", "3;Løn;Mail;Nej;K")
    assert read.understood.kind == "needs"
    assert named(read)["1", "hvad_er_vigtigst"] == "Løn"
    missing = read.checked.frames["need_answer"]["missing"].dropna().tolist()
    assert missing == [DONT_KNOW, LEFT_BLANK]
    assert read.checked.frames["respondent"]["gender"].tolist() == ["K", "male", "K"]


@pytest.mark.parametrize("code", NAMES)
def test_the_questionnaire_s_own_questions_are_known_in_each_language(code):
    say = language(code).say
    assert known_question(say("Fear of losing the job")) == "job_fear"
    assert known_answers("job_fear")[say("A lot").casefold()] == "a_lot"


def test_a_known_question_is_stored_by_its_codes_and_an_unknown_answer_in_its_own_words():
    column = "Er du bange for at miste dit job?"
    read = reading(
        f"Svarnr;{column};Hvad så?;Og så?", "a;Slet ikke;x;y", "b;Somewhere;z;w", "c;Meget;x;y"
    )
    found = [value for (_, item), value in named(read).items() if item == "job_fear"]
    assert found == ["none", "Somewhere", "a_lot"]


def test_a_row_an_answer_is_a_survey_of_needs_too():
    read = reading(
        "respondent,question,answer", "r1,Why?,Pay", "r1,Who?,Me", "r2,Why?,Fun", ",Why?,x"
    )
    assert read.understood.layout == "long"
    assert named(read) == {("r1", "why"): "Pay", ("r1", "who"): "Me", ("r2", "why"): "Fun"}
    checked = read.checked
    assert (checked.rows_in, checked.rows_stored, checked.rows_reported) == (4, 3, 1)


@pytest.mark.parametrize(
    "lines",
    [
        ("Medlemsnr;Indmeldt;Status;Køn", "1;2020-01-01;aktiv;K"),
        ("Medlemsnr;Dato;Hændelse;Kanal", "1;2020-01-01;klage;telefon"),
    ],
)
def test_a_register_is_never_taken_for_a_survey(lines):
    assert reading(*lines).understood.kind in ("members", "events")


def test_columns_of_a_few_words_with_nobody_who_answered_are_no_survey():
    with pytest.raises(Refused, match="unknown_kind"):
        reading("Farve;Form;Stof", "rød;rund;træ", "blå;flad;jern", "rød;rund;jern")


def test_a_score_and_its_reason_are_a_survey_of_recommending():
    read = reading("Svarnr;NPS;Hvorfor?", "a;10;God hjælp hver gang", "b;99;", "c;elleve;x")
    assert read.understood.kind == "nps"
    scores = read.checked.frames["nps_answer"]
    assert scores["score"].tolist()[0] == 10
    assert scores["missing"].tolist()[1] == DONT_KNOW
    assert "no_score" in codes(read)
    mapped = reading("Svarnr;NPS", "a;10", "c;elleve", "d;5", labels={"elleve": 10})
    assert mapped.checked.frames["nps_answer"]["score"].tolist() == [10, 10, 5]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("Would you recommend us to a colleague? (0-10)", "nps"),
        ("Hvor sandsynligt er det, at du vil anbefale os?", "nps"),
        ("Hoe waarschijnlijk is het dat u ons zou aanbevelen?", "nps"),
        ("Hvor gammel er din bil?", None),
    ],
)
def test_what_asks_for_a_score_is_told_by_its_words(column, kind):
    lines = (f"Svarnr;{column}", *(f"{n};{n}" for n in range(11)))
    if kind is None:
        with pytest.raises(Refused):
            reading(*lines)
    else:
        assert reading(*lines).understood.kind == kind


def test_a_score_out_of_five_is_asked_about():
    lines = ("Svarnr;Vil du anbefale os?", *(f"{n};{n % 5 + 1}" for n in range(60)))
    assert questions(reading(*lines))["score_out_of"].default is None
    kept = reading(*lines, answers={"score_out_of": "leave_out"})
    assert kept.checked.holds_nothing


def test_what_people_wrote_is_left_out_unless_asked_for_and_never_with_an_address_in_it():
    lines = (
        "Svarnr;NPS;Why?", "a;10;Great help with my pay", "b;2;Mail me at a.b@example.org today",
        "c;3;Call +45 22 33 44 55 please", "d;4;",
    )  # fmt: skip
    unasked = reading(*lines)
    assert unasked.checked.frames["nps_answer"]["reason_text"].isna().all()
    assert questions(unasked)["keep_free_text"].facts["n"] == 3
    kept = reading(*lines, answers={"keep_free_text": "keep"})
    texts = kept.checked.frames["nps_answer"]["reason_text"].dropna().tolist()
    assert texts == ["Great help with my pay"]
    told = next(p for p in kept.checked.problems if p.code == "free_text_tells_who")
    assert told.lines == (3, 4)


def test_a_national_id_in_what_people_wrote_is_taken_out_with_its_text():
    lines = (
        "Svarnr;NPS;Why?", "a;10;My number is 010170-1234 by the way",
        "b;9;Good advice when I lost my job", "c;2;Nobody answers the telephone",
    )  # fmt: skip
    asked = questions(reading(*lines))
    assert asked["national_ids_in_text"].facts["columns"] == ("Why?",)
    answers = {"national_ids_in_text": "empty_cells", "keep_free_text": "keep"}
    kept = reading(*lines, answers=answers)
    assert kept.checked.frames["nps_answer"]["reason_text"].notna().tolist() == [False, True, True]
    told = next(p for p in kept.checked.problems if p.code == "national_id_in_text")
    assert (told.lines, told.column, told.effect) == ((2,), "Why?", "cell")


def test_reasons_for_leaving_are_coded_where_they_are_known_and_kept_where_they_are_not():
    lines = (FORM, "2026-10-01;1;For dyrt;Ja", "2026-10-02;2;Flyttet til Mars;Nej")
    read = reading(*lines)
    assert read.understood.kind == "exit"
    found = {value for (_, item), value in named(read).items() if item == "reason"}
    assert found == {"too_expensive", "Flyttet til Mars"}
    (label,) = read.understood.unknown_labels
    assert "changed_job" in label.codes
    mapped = reading(*lines, labels={"Flyttet til Mars": "changed_job"})
    found = {value for (_, item), value in named(mapped).items() if item == "reason"}
    assert found == {"too_expensive", "changed_job"}


def test_questions_to_those_who_left_may_be_either_and_the_user_says_which():
    lines = (
        "Svarnr;Status;Hvad gik galt?;Kommer du igen?;Hvad så?",
        "a;Tidligere medlem;Alt;Ja;x", "b;Udmeldt;Intet;Nej;y", "c;Udmeldt;Lidt;Nej;x",
    )  # fmt: skip
    read = reading(*lines)
    assert read.context.choices.open(read.checked.questions) == (questions(read)["kind"],)
    said = reading(*lines, answers={"kind": "exit"})
    assert said.understood.kind == "exit"
    assert questions(said)["kind"].choices == ("needs", "exit")  # it can be taken back
    assert "kind" not in questions(reading(*lines, kind="needs"))


def test_having_considered_leaving_is_no_need():
    lines = (f"{NEEDS};Har du overvejet at melde dig ud?", "1;a;b;Ja;K;Ja", "2;c;d;Nej;M;Nej")
    traits = reading(*lines).checked.frames["respondent_trait"]
    assert traits[["trait", "value"]].to_numpy().tolist() == [
        ["considered_leaving", "yes"],
        ["considered_leaving", "no"],
    ]


def test_choices_of_most_and_least_become_a_row_a_value_that_was_shown():
    head = "Svarnr;W01_best;W01_worst;Valg 2: betyder mest;Valg 2: betyder mindst"
    read = reading(
        head, "a;Tryghed;Nærhed;Security;Renewal", "b;Nærhed;Tryghed;Renewal;Security",
        "c;Tryghed;Tryghed;Security;", "d;Ved ikke;;;",
    )  # fmt: skip
    assert read.understood.kind == "brand_values"
    rows = read.checked.frames["best_worst_answer"]
    of_a = rows[rows["respondent_id"] == "a"].set_index(["task", "item_id"])["choice"].to_dict()
    assert of_a == {(1, "tryghed"): 1, (1, "nærhed"): -1, (2, "tryghed"): 1, (2, "fornyelse"): -1}
    assert {"most_is_least", "half_choice"} <= codes(read)
    assert set(rows["respondent_id"]) == {"a", "b"}


def test_a_question_called_reason_is_not_taken_for_the_reason():
    read = reading(
        "Svarnr;Reason;Hvorfor meldte du dig ud?", "a;x;For dyrt", "b;y;Nyt job", "c;x;Nyt job"
    )
    assert read.checked.frames["survey_item"]["item_id"].tolist() == ["reason_2", "reason"]


NAMES_AT_RANDOM = (
    "Svarnr", "Medlemsnr", "Besvaret", "Status", "Progress", "Alder", "Kurser [Vigtighed]",
    "Kurser [Tilfredshed]", "Kurser [Kender det]", "importance", "item", "answer", "question",
    "Hvorfor?", "Hvordan?", "NPS", "Hvorfor meldte du dig ud?", "Valg 1: mest", "Valg 1: mindst",
    "Valg 2: mest", "Valg 2: mindst", "a_functional", "a_dysfunctional", "Comment",
)  # fmt: skip
CELLS_AT_RANDOM = (
    "", "1", "5", "9", "99", "ja", "Nej", "Ved ikke", "Meget vigtigt", "I like it", "x" * 70,
    "2026-01-01", "31/12/2026", "For dyrt", "Tryghed", "nan", "1,5", "=1+1", "<b>", "1.2E+11",
    "null", "a@b.dk", "Nogen svar",
)  # fmt: skip
KEYS = {
    "respondent": ["respondent_id"], "survey_item": ["item_id"], "nps_answer": ["respondent_id"],
    "value_answer": ["respondent_id", "item_id"], "need_answer": ["respondent_id", "item_id"],
    "best_worst_answer": ["respondent_id", "task", "item_id"],
}  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_every_row_of_any_file_is_stored_or_reported(random):
    head = ["Svarnr", *random.sample(NAMES_AT_RANDOM[1:], random.randint(1, 7))]
    cells = random.sample(CELLS_AT_RANDOM, random.randint(2, 8))
    n = random.randint(1, 30)
    rows = [[f"r{i % 25}", *random.choices(cells, k=len(head) - 1)] for i in range(n)]
    kind = random.choice([None, None, "value", "needs", "nps", "exit", "brand_values"])
    try:
        checked = reading(*(";".join(row) for row in (head, *rows)), kind=kind).checked
    except Refused:
        return
    assert checked.rows_in == checked.rows_stored + checked.rows_reported
    for table in KEYS.keys() & checked.frames.keys():
        assert not checked.frames[table].duplicated(KEYS[table]).any()
