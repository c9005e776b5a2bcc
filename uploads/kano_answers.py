"""The answers of a Kano file: texts become codes of the scale, or why there is none."""

import pandas as pd

from uploads.answer_labels import Code, is_number, says_missing
from uploads.kano_columns import Pair
from uploads.numbers import labelled_number
from uploads.problems import Problems, Question, short
from uploads.text import means_blank

_ENOUGH = 20
_APART = 0.5
_CODE_OF_MISSING = 99


def pair_answers(
    rows: pd.DataFrame, pair: Pair, codes: dict[str, Code], problems: Problems
) -> pd.DataFrame:
    """Return the answers of one feature's columns.

    Parameters
    ----------
    rows : pandas.DataFrame
        The file's rows, by line.
    pair : Pair
        Which columns.
    codes : dict of str to (int or str)
        What each text stands for; a cell whose text is not among them is left out and reported.

    Returns
    -------
    pandas.DataFrame
        ``functional``, ``dysfunctional`` (1-5), ``…_missing`` (why not), ``importance``; by line.
    """
    numbers = {text: code for text, code in codes.items() if isinstance(code, int)}
    missing = {text: code for text, code in codes.items() if isinstance(code, str)}
    answers = pd.DataFrame(index=rows.index)
    for side in ("functional", "dysfunctional"):
        texts = rows[getattr(pair, side)]
        answers[side] = texts.map(numbers).astype("UInt8")
        answers[f"{side}_missing"] = texts.map(missing).astype("str")
        for line, text in texts[~texts.isin(codes)].items():
            problems.add("unknown_label", line, str(texts.name), "cell", text=short(text))
    answers["importance"] = _importance(rows, pair, problems)
    return answers


def turned(answers: pd.DataFrame, codes: dict[str, Code]) -> Question | None:
    """Ask, where having the features is disliked more than lacking them, what is turned round.

    Over a whole survey that does not happen: numbers may run from dislike to like, or the two
    columns of the pairs may be named the wrong way round.
    """
    both = answers[["functional", "dysfunctional"]].dropna()
    if len(both) < _ENOUGH:
        return None
    having, lacking = both.mean()
    if having - lacking < _APART:
        return None
    if any(is_number(text) and isinstance(code, int) for text, code in codes.items()):
        return Question("scale_reversed", ("as_is", "reversed"))
    return Question("sides_swapped", ("as_is", "swapped"))


def reversed_numbers(codes: dict[str, Code]) -> dict[str, Code]:
    """Read numbers from 5 = like to 1 = dislike; words stay what they say."""
    return {
        text: 6 - code if isinstance(code, int) and is_number(text) else code
        for text, code in codes.items()
    }


def swapped_sides(answers: pd.DataFrame) -> pd.DataFrame:
    """Take each functional answer for the dysfunctional one, and the other way round."""
    names = {"functional": "dysfunctional", "functional_missing": "dysfunctional_missing"}
    return answers.rename(columns=names | {new: old for old, new in names.items()})


def _importance(rows: pd.DataFrame, pair: Pair, problems: Problems) -> pd.Series:
    if pair.importance is None:
        return pd.Series(pd.NA, rows.index, dtype="Float64")
    texts = rows[pair.importance]
    values = {text: labelled_number(text) for text in texts.unique()}
    unread = [
        text
        for text, value in values.items()
        if value is None and not means_blank(text) and not says_missing(text)
    ]
    for line, text in texts[texts.isin(unread)].items():
        problems.add("no_importance", line, pair.importance, "cell", text=short(text))
    return texts.map(values).replace(_CODE_OF_MISSING, pd.NA).astype("Float64")
