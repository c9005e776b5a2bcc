"""A questionnaire goes out and comes back: its benefits are known again, blanks by design too."""

import pandas as pd
import pytest

from analysis.designs import version_code
from queries import questionnaires
from queries.filters import NO_FILTERS
from tests.kano_survey import LABELS, build
from tests.test_uploads_importing import put
from tests.test_view_kano import CLEAR
from uploads.questionnaires import designs
from views.kano import Options as KanoOptions
from views.kano import view
from views.questionnaire import Options, questionnaire
from words.language import language
from words.questionnaire import OFFERED

EN = language("en")
LIKE, _, NEUTRAL, _, DISLIKE = OFFERED["en"]


@pytest.fixture
def sent_out(tmp_path):
    """A database whose questionnaire asks each person about three of five benefits."""
    opened = build(tmp_path / "u.duckdb", {"active": CLEAR})
    written = questionnaire(Options(EN, ("kano",), a_person=3), opened.ask)
    code = questionnaires.keep(opened, "Survey", "kano", written.design.as_json())
    yield opened, written, code
    opened.close()


def answered(written, code, people=60, skipped=0):
    """A file as a survey tool returns it; the first benefit of each of the first is skipped."""
    rows = []
    for person in range(people):
        version = person % written.versions + 1
        row = {"ID": f"r{person}", "version": version_code(code, version)}
        asked = written.design.asked(version)
        for item in written.design.items:
            column = written.design.column(item)
            told = item in asked and not (person < skipped and item == asked[0])
            row[f"{column}_functional"] = LIKE if told else ""
            row[f"{column}_dysfunctional"] = NEUTRAL if told else ""
        rows.append(row)
    return pd.DataFrame(rows).to_csv(index=False).encode()


def stored(opened):
    with opened.cursor() as cursor:
        return cursor.execute("select * from kano_answer where survey_id not in ('k1', 'k0')").df()


def test_blanks_by_design_are_told_from_blanks_left(sent_out):
    opened, written, code = sent_out
    put(opened, answered(written, code, skipped=4), "Returned")
    rows = stored(opened)
    reasons = rows["functional_missing"].value_counts()
    assert reasons[reasons > 0].to_dict() == {"not_asked": 60 * 2, "left_blank": 4}
    assert (rows["functional_missing"] == rows["dysfunctional_missing"]).sum() == 124
    assert rows["functional"].notna().sum() == 60 * 3 - 4


def test_benefits_are_known_again_by_their_names(sent_out):
    opened, written, code = sent_out
    put(opened, answered(written, code), "Returned")
    assert set(stored(opened)["item_id"]) == set(LABELS)
    survey = opened.ask("kano_surveys").query("label == 'Returned'")["survey_id"].item()
    answer = view(NO_FILTERS, KanoOptions(EN, survey_id=survey), opened.ask)
    assert set(answer.frame["label"]) == {label for _, label, _ in LABELS.values()}


@pytest.mark.parametrize("change", ["no version column", "another code"])
def test_a_file_of_no_known_questionnaire_stays_as_it_is(sent_out, change):
    opened, written, code = sent_out
    data = answered(written, code if change == "no version column" else "ZZZZ")
    if change == "no version column":
        data = data.replace(b"version", b"group").replace(code.encode(), b"part")
    put(opened, data, "Returned")
    rows = stored(opened)
    assert set(rows["functional_missing"].dropna()) == {"left_blank"}
    assert not set(rows["item_id"]) & set(LABELS)


def test_what_was_answered_although_it_was_not_asked_is_kept(sent_out):
    opened, written, code = sent_out
    text = answered(written, code).decode().replace(",,", f",{LIKE},", 1)
    put(opened, text.encode(), "Returned")
    assert stored(opened)["functional"].notna().sum() == 60 * 3 + 1


def test_kept_designs_are_read_back(sent_out):
    opened, written, code = sent_out
    assert designs(opened) == {code: written.design}


def test_value_questions_come_back_as_well(sent_out):
    opened, _, _ = sent_out
    written = questionnaire(Options(EN, ("value",), a_person=3), opened.ask)
    code = questionnaires.keep(opened, "Value", "value", written.design.as_json())
    rows = []
    for person in range(60):
        version = person % written.versions + 1
        row = {"ID": f"r{person}", "version": version_code(code, version)}
        for item in written.design.items:
            told, column = item in written.design.asked(version), written.design.column(item)
            row[f"{column}_importance"] = person % 5 + 1 if told else ""
            row[f"{column}_aware"] = ("Yes", "No")[person % 2] if told else ""
            row[f"{column}_satisfaction"] = person % 4 + 1 if told else ""
        rows.append(row)
    put(opened, pd.DataFrame(rows).to_csv(index=False).encode(), "Value")
    with opened.cursor() as cursor:
        found = cursor.execute("select * from value_answer").df()
    assert set(found["item_id"]) == set(LABELS)
    assert (found["missing"] == "not_asked").sum() == 60 * 2
    assert found["importance"].notna().sum() == 60 * 3
