"""The user's rule for what is missing: which cells mean "don't know", and which "not asked"."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from uploads.answer_labels import Code, is_number
from uploads.choices import Choices
from uploads.missing import DONT_KNOW, LEFT_BLANK, MISSING, NOT_ASKED
from uploads.problems import Problems, Question

NUMBERS = Question("missing_numbers", (DONT_KNOW, NOT_ASKED), DONT_KNOW)
BLANKS = Question("missing_blanks", (LEFT_BLANK, NOT_ASKED), LEFT_BLANK)


def ruled(codes: dict[str, Code], choices: Choices) -> dict[str, Code]:
    """Return what texts stand for by the user's rule for 6, 9, 99 and for blank cells."""
    numbers, blanks = choices.answer(NUMBERS), choices.answer(BLANKS)
    read: dict[str, Code] = {}
    for text, code in codes.items():
        if code == DONT_KNOW and is_number(text):
            read[text] = str(numbers)
        else:
            read[text] = str(blanks) if code == LEFT_BLANK else code
    return read


def told_apart(
    frame: pd.DataFrame, codes_of: Mapping[str, Mapping[str, Code]], problems: Problems
) -> tuple[Question, ...]:
    """Count the cells without an answer by why, say it, and ask for the rule where it matters.

    Parameters
    ----------
    frame : pandas.DataFrame
        The rows that are stored.
    codes_of : mapping of str to mapping
        By column of answers, what each text stands for.
    problems : Problems
        Takes the counts.
    """
    by_reason: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    blank = 0
    for column, codes in codes_of.items():
        for text, n in frame[column].value_counts().items():
            code = codes.get(text)
            if code in MISSING:
                by_reason[str(code)] += n
                if is_number(str(text)):
                    numbers[str(text).strip()] += n
                blank += n if not str(text).strip() else 0
    if by_reason:
        problems.add("missing_told_apart", **{reason: by_reason[reason] for reason in MISSING})
    return tuple(_asked(numbers, blank))


def _asked(numbers: Counter[str], blank: int) -> list[Question]:
    asked = []
    if numbers:
        facts = {"numbers": tuple(sorted(numbers)), "n": sum(numbers.values())}
        asked.append(Question(NUMBERS.code, NUMBERS.choices, NUMBERS.default, facts))
    if blank:
        asked.append(Question(BLANKS.code, BLANKS.choices, BLANKS.default, {"n": blank}))
    return asked
