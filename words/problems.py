"""Codes and facts of what went wrong, as sentences: what, where, and what to do about it."""

from collections.abc import Sequence

from words.analysis_problems import ANALYSIS_PROBLEMS
from words.file_problems import FILE_PROBLEMS
from words.language import N_, Language
from words.row_problems import ROW_PROBLEMS
from words.sentences import filled, first_of
from words.store_problems import STORE_PROBLEMS

PROBLEMS = FILE_PROBLEMS | ROW_PROBLEMS | STORE_PROBLEMS | ANALYSIS_PROBLEMS
UNNAMED = (N_("This can't be done with these data ({code})."), "")


def sentence(
    language: Language,
    code: str,
    facts: dict[str, object],
    *,
    file: str | None = None,
    lines: Sequence[int] = (),
    column: str | None = None,
) -> str:
    """Say a problem in full: where it is, what it is, what to do.

    Parameters
    ----------
    language : Language
        What to say it in.
    code : str
        Of a `StoreError`, a `NotEnough`, a refused upload or one of its problems.
    facts : dict
        What the sentence needs. Text of a file reaches the sentence as it is: whoever shows it
        where markup is read must escape the whole sentence.
    file, lines, column : optional
        Where it is.
    """
    place = where(language, file=file, lines=lines, column=column)
    said = " ".join(filter(None, (what(language, code, facts), cure(language, code, facts))))
    return f"{place}: {said}" if place else said


def what(language: Language, code: str, facts: dict[str, object]) -> str:
    """Say what the matter is."""
    return filled(language, PROBLEMS.get(code, UNNAMED)[0], {"code": code} | facts)


def cure(language: Language, code: str, facts: dict[str, object]) -> str:
    """Say what to do about it; empty where nothing need be done."""
    return filled(language, PROBLEMS.get(code, UNNAMED)[1], facts)


def where(
    language: Language,
    *,
    file: str | None = None,
    lines: Sequence[int] = (),
    column: str | None = None,
) -> str:
    """Say where in a file it is: ``answers.csv, line 17, column Age``."""
    parts = [file] if file else []
    if lines:
        parts.append(lines_of(language, lines))
    if column:
        parts.append(language.say("column {column}", column=column))
    return ", ".join(parts)


def lines_of(language: Language, lines: Sequence[int]) -> str:
    """Say which lines: ``line 17``, ``lines 17, 23 and 31``."""
    if len(lines) == 1:
        return language.say("line {line}", line=language.number(lines[0]))
    return language.say("lines {lines}", lines=first_of(language, lines))
