"""Dates as people write them; which of day and month comes first is told by the column."""

import re
from collections.abc import Iterable
from datetime import datetime

from uploads.problems import Question

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})\S*)?)?(?: ?Z)?")
_WRITTEN = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})"
    r"(?:,? (?:kl\. )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?"
)
_SERIAL = re.compile(r"[2-6]\d{4}([.,]\d+)?")


class NoDate(Exception):
    """A text that is no date: ``two_digit_year``, ``no_such_day``, ``excel_serial``, ``no_date``.

    Parameters
    ----------
    code : str
        Why.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def day_first(values: Iterable[str], column: str) -> bool | Question:
    """Say whether the day stands before the month, or ask where nothing decides.

    Parameters
    ----------
    values : iterable of str
        The column's different values. One day past the 12th decides for all; dots between the
        parts are only written day first.
    column : str
        Its name, for the question.
    """
    written = [found for found in (_WRITTEN.fullmatch(value.strip()) for value in values) if found]
    if any(int(found[1]) > 12 for found in written):
        return True
    if any(int(found[3]) > 12 for found in written):
        return False
    if all(found[2] == "." for found in written):
        return True
    facts = {"column": column, "example": written[0].group()}
    return Question("day_or_month", ("day_first", "month_first"), facts=facts)


def moment(text: str, *, first: bool) -> datetime:
    """Return a date and time of day.

    Parameters
    ----------
    text : str
        ``2026-10-31``, ``31.10.2026``, ``31/10/2026 14:05``, …
    first : bool
        Whether the day comes before the month.

    Raises
    ------
    NoDate
        With the reason.
    """
    text = text.strip()
    iso, written = _ISO.fullmatch(text), _WRITTEN.fullmatch(text)
    if iso:
        return _made(iso[1], iso[2], iso[3], iso.groups()[3:])
    if not written:
        raise NoDate("excel_serial" if _SERIAL.fullmatch(text) else "no_date")
    if len(written[4]) == 2:
        raise NoDate("two_digit_year")
    day, month = (written[1], written[3]) if first else (written[3], written[1])
    return _made(written[4], month, day, written.groups()[4:])


def _made(year: str, month: str, day: str, time: tuple[str | None, ...]) -> datetime:
    try:
        return datetime(int(year), int(month), int(day), *(int(part or 0) for part in time))
    except ValueError:
        raise NoDate("no_such_day") from None
