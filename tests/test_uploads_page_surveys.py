"""The upload page with surveys of every kind: what they are, what is asked, what is in after it."""

import pytest

from tests.test_uploads_page import finished, page, press, store, upload  # noqa: F401

FILES = {
    "Value survey": "Svarnr;Kurser [Vigtighed];Kurser [Kender det]\na;5;ja\nb;2;nej\n",
    "Needs survey": "Svarnr;Hvorfor?;Hvordan?;Hvornår?\na;x;y;z\nb;z;y;x\n",
    "Recommendation survey": "Svarnr;Vil du anbefale os?\na;9\nb;2\n",
    "Exit survey": "Svarnr;Hvorfor meldte du dig ud?\na;For dyrt\nb;Nyt job\n",
    "Survey of what the union should stand for":
        "Svarnr;Valg 1: mest;Valg 1: mindst;Valg 2: mest;Valg 2: mindst\n"
        "a;Tryghed;Nærhed;Nærhed;Fornyelse\nb;Nærhed;Tryghed;Nærhed;Fornyelse\n",
}  # fmt: skip


def shown(page) -> str:  # noqa: F811
    texts = (*page.markdown, *page.success, *page.error, *page.caption)
    return " ".join(element.value for element in texts).replace("\\", "")


@pytest.mark.parametrize("kind", FILES)
def test_a_survey_of_each_kind_goes_in(page, store, kind):  # noqa: F811
    upload(page, FILES[kind])
    assert not page.exception
    assert f"{kind}: 2 respondents" in shown(page)
    press(page, "Import")
    finished(page)
    assert "2 of 2 rows are in" in shown(page)
    with store.cursor() as cursor:
        assert cursor.execute("select count(*) from respondent").fetchone() == (2,)


def test_which_of_two_kinds_a_file_is_can_be_said_and_taken_back(page):  # noqa: F811
    head = "Svarnr;Status;Hvad gik galt?;Kommer du igen?;Hvad så?"
    upload(page, f"{head}\na;Udmeldt;x;Ja;z\nb;Udmeldt;y;Nej;w\n")
    question = next(one for one in page.radio if "either" in one.label)
    question.set_value("exit").run()
    assert "Exit survey: 2 respondents" in shown(page)
    question = next(one for one in page.radio if "either" in one.label)
    assert question.value == "exit"
    question.set_value("needs").run()
    assert "Needs survey: 2 respondents" in shown(page)


def test_an_unknown_word_is_mapped_and_mapped_again(page, store):  # noqa: F811
    upload(page, FILES["Value survey"] + "c;Superb;ja\n")
    for code in ("4", "5"):
        box = next(one for one in page.selectbox if "Superb" in one.label)
        box.set_value(code).run()
    press(page, "Import")
    finished(page)
    with store.cursor() as cursor:
        found = cursor.execute("select importance from value_answer order by 1").fetchall()
    assert [row[0] for row in found] == [2, 5, 5]


def test_what_the_catalogue_calls_otherwise_is_said_once(page, store):  # noqa: F811
    upload(page, "benefit_id;label;kind\ncourses;Kurser og uddannelse;advice\n", "catalogue.csv")
    press(page, "Import")
    finished(page)
    press(page, "Upload another file")
    upload(page, FILES["Value survey"])
    box = next(one for one in page.selectbox if one.label == "Kurser")
    box.set_value("courses").run()
    press(page, "Import")
    finished(page)
    with store.cursor() as cursor:
        assert cursor.execute("select benefit_id from survey_item").fetchone() == ("courses",)
