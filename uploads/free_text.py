"""What people write in their own words: kept only when the user says so, and only what is clean."""

import re

import pandas as pd

from uploads.choices import Choices
from uploads.problems import Problems, Question
from uploads.text import blank_cells

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
_PHONE = re.compile(r"(?<!\d)(?:\+|00)?\d(?:[ .-]?\d){7,}(?!\d)")


def free_text_question(column: str, texts: pd.Series) -> Question:
    """Ask whether a column of free text is kept; it is left out until the user says so."""
    n = int((~blank_cells(texts)).sum())
    return Question(
        "keep_free_text", ("leave_out", "keep"), "leave_out", {"column": column, "n": n}
    )


def clean_texts(texts: pd.Series, choices: Choices, problems: Problems) -> pd.Series:
    """Return the texts that are kept; the others are missing, and that is said.

    A text with an address or a telephone number in it is never kept. Names can't be told from
    other words, which is why nothing is kept unasked.
    """
    column = str(texts.name)
    blank = blank_cells(texts)
    if choices.answer(free_text_question(column, texts)) != "keep":
        if not blank.all():
            problems.add("free_text_left_out", column=column, n=int((~blank).sum()))
        return pd.Series(pd.NA, texts.index, dtype="str")
    addressed = {text for text in texts[~blank].unique() if _tells_who(text)}
    telling = texts.isin(list(addressed))  # national ids were taken out at the gate
    for line in texts.index[telling]:
        problems.add("free_text_tells_who", line, column, "cell")
    return texts.str.strip().mask(blank | telling)


def _tells_who(text: str) -> bool:
    return bool(_ADDRESS.search(text) or _PHONE.search(text))
