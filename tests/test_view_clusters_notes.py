"""What coding did to the answers is said on the page, in plain sentences."""

import numpy as np
import pandas as pd

from queries.filters import Filters
from tests.planted import database
from tests.planted_classes import SIZES, union_of
from views.clusters import answers, view
from views.clusters.options import Options
from words.language import NAMES, language

ALL = Filters()
EN = Options(language("en"), k=3)
N = sum(SIZES)


def notes(tmp_path, change, filters: Filters = ALL, options: Options = EN) -> str:
    """Return the page's notes when some answers were others."""
    tables = union_of()
    opened = database(
        tmp_path / "notes.duckdb", tables | {"need_answer": change(tables["need_answer"])}
    )
    said = " / ".join(view(filters, options, opened.ask).notes)
    opened.close()
    return said


def number(said: pd.DataFrame) -> pd.Series:
    """Return which person an answer is of."""
    return said["respondent_id"].str[1:].astype(int)


def blanked(item: str, share: float):
    """Return a change that leaves a share of the answers to a question blank."""
    return lambda said: said.assign(
        value=said["value"].mask((said["item_id"] == item) & (number(said) < share * N))
    )


def test_a_question_that_many_left_blank_is_named_with_its_share(tmp_path) -> None:
    said = notes(tmp_path, blanked("q4", 0.25))
    assert "Many gave no answer to «q4» (25%)" in said


def test_where_few_left_one_blank_the_worst_is_named(tmp_path) -> None:
    assert "Few gave no answer: at most 4%, to «q5»." in notes(tmp_path, blanked("q5", 0.04))


def test_where_everybody_answered_nothing_is_said_of_it(tmp_path) -> None:
    assert "gave no answer" not in notes(tmp_path, lambda said: said)


def test_who_was_not_asked_left_nothing_blank(tmp_path) -> None:
    def not_asked(said: pd.DataFrame) -> pd.DataFrame:
        skipped = (said["item_id"] == "q4") & (number(said) % 4 == 0)
        return said.assign(
            value=said["value"].mask(skipped), missing=np.where(skipped, "not_asked", None)
        )

    assert "gave no answer" not in notes(tmp_path, not_asked)


def test_every_share_of_blanks_is_among_the_answers(tmp_path) -> None:
    tables = union_of()
    said = blanked("q4", 0.25)(tables["need_answer"])
    opened = database(tmp_path / "twin.duckdb", tables | {"need_answer": said})
    frame = answers.view(Filters(), EN, opened.ask).frame
    row = frame[(frame["question"] == "q4") & (frame["answer"] == "Not answered")]
    assert row["overall"].item() == 0.25
    opened.close()


def test_a_question_answered_alike_or_by_nobody_is_left_out_and_named(tmp_path) -> None:
    def alike(said: pd.DataFrame) -> pd.DataFrame:
        value = said["value"].mask(said["item_id"] == "q4", "x").mask(said["item_id"] == "q5")
        return said.assign(value=value)

    said = notes(tmp_path, alike)
    assert "Everybody has the same in «q4»; it tells nobody apart and is left out." in said
    assert "Nobody answered «q5»; it is left out." in said


def test_rare_answers_that_were_put_together_are_told(tmp_path) -> None:
    def many(said: pd.DataFrame) -> pd.DataFrame:
        own = "word " + (number(said) % 40).astype(str)
        return said.assign(value=said["value"].mask(said["item_id"] == "q6", own))

    assert "different answers were given to «q6» that the rarest count as one." in notes(
        tmp_path, many
    )


def test_who_answered_nothing_is_counted_where_nothing_is_filtered(tmp_path) -> None:
    def silent(said: pd.DataFrame) -> pd.DataFrame:
        return said.assign(value=said["value"].mask(number(said) < 9))

    assert "9 of 200 respondents answered fewer than half" in notes(tmp_path, silent)
    assert "9 answered none of them." in notes(tmp_path, silent)
    assert "answered none" not in notes(tmp_path, silent, Filters(sector="state"))
    few = Options(language("en"), limit=10, k=3)
    assert "answered none" not in notes(tmp_path, silent, options=few)


def test_the_notes_are_said_in_every_language(tmp_path) -> None:
    for code in NAMES:
        options = Options(language(code), k=3)
        assert "«q4» (25" in notes(tmp_path / code, blanked("q4", 0.25), options=options)
