"""A question that numbers answer comes in with a survey of needs, and may make classes."""

import pytest

from queries.filters import Filters
from tests.planted import database
from tests.planted_classes import union_of
from tests.sample_surveys import put
from tests.test_uploads_needs import named, reading
from views.clusters import view
from views.clusters.options import Options
from views.clusters.survey import possible
from words.language import language

HOURS = "Hvor mange timer arbejder du om ugen?"
HEAD = f"Respondent;Hvad er vigtigst?;Hvor vil du have hjælp?;Bruger du os?;{HOURS}"


def lines(hours=lambda number: f"{10 + number / 2:.2f}".replace(".", ","), n=60) -> list[str]:
    """A Danish survey tool's file: three named questions and one of hours."""
    kinds = (("Løn", "Telefon", "Ja"), ("Tryghed", "Mail", "Nej"))
    rows = [(number, *kinds[number >= n // 2], hours(number)) for number in range(n)]
    return [HEAD, *(";".join(map(str, row)) for row in rows)]


def hours_of(read) -> list[str]:
    return [value for (_, item), value in named(read).items() if item.startswith("hvor_mange")]


def test_hours_with_decimal_commas_are_a_question_and_stored_with_a_point() -> None:
    read = reading(*lines())
    assert read.understood.roles[HOURS].name == "question"
    assert hours_of(read)[:3] == ["10", "10.5", "11"]


def test_text_among_the_numbers_stays_as_it_was_written() -> None:
    read = reading(*lines(lambda number: "fuld tid" if number == 3 else f"{10 + number / 2}"))
    assert hours_of(read)[3] == "fuld tid"


def test_a_blank_and_don_t_know_are_missing() -> None:
    said = {3: "", 4: "Ved ikke"}
    read = reading(*lines(lambda number: said.get(number, f"{10 + number / 2}")))
    assert len(hours_of(read)) == 58


@pytest.mark.parametrize("column", ["Timer", "Kundenummer", "Varighed"])
def test_a_column_of_numbers_that_asks_nothing_is_no_question(column: str) -> None:
    whole = lines()
    read = reading(whole[0].replace(HOURS, column), *whole[1:])
    assert read.understood.roles[column].name != "question"


def test_many_words_are_no_numbers() -> None:
    read = reading(*lines(lambda number: f"ord {number}"))
    assert read.understood.roles[HOURS].name != "question"


def test_an_uploaded_number_makes_classes(tmp_path) -> None:
    opened = database(tmp_path / "own.duckdb", union_of())
    put(opened, "\n".join(lines()).encode(), "Hours", answers={"kind": "needs"})
    survey = next(
        row.survey_id for row in opened.ask("needs_surveys").itertuples() if row.label == "Hours"
    )
    (code,) = possible(survey, language("en"), opened.ask)[1]
    options = Options(language("en"), survey_id=survey, numbers=(code,), k=2, method="kprototypes")
    found = view(Filters(), options, opened.ask).result
    assert sorted(found.means["mean"]) == pytest.approx([17.25, 32.25], abs=0.5)
    opened.close()
