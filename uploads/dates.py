"""Dates as people write them; which of day and month comes first is told by the column."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from uploads.problems import Question

# the time of day, as tools write it: 14:05, 09.00.00, 9:00:00 AM GMT+1
_TIME = (
    r"(?:,?[T ](?:kl\. )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?"
)
_ZONE = r"(?: ?(?:Z|(?:GMT|UTC|CES?T)?(?:[+-]\d{1,2}(?::?\d{2})?)?))"
_ISO = re.compile(rf"(\d{{4}})([-/])(\d{{1,2}})\2(\d{{1,2}}){_TIME}{_ZONE}")
_WRITTEN = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{2}}|\d{{4}}){_TIME}{_ZONE}")
_SERIAL = re.compile(r"([1-6]\d{4})(?:[.,](\d+))?")
_SPREADSHEETS_BEGAN = datetime(1899, 12, 30)


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


def serial_question(values: Iterable[str], column: str) -> Question | None:
    """Ask whether a spreadsheet's numbers for days are to be made days of, where there are any."""
    example = next((value.strip() for value in values if _SERIAL.fullmatch(value.strip())), None)
    if example is None:
        return None
    facts = {"column": column, "example": example, "day": _from_serial(example).date()}
    return Question("excel_days", ("convert", "leave_out"), facts=facts)


def moment(text: str, *, first: bool, convert: bool = False) -> datetime:
    """Return a date and time of day.

    Parameters
    ----------
    text : str
        ``2026-10-31``, ``31.10.2026``, ``31/10/2026 14:05``, …
    first : bool
        Whether the day comes before the month.
    convert : bool
        Whether a spreadsheet's number for a day is made one of.

    Raises
    ------
    NoDate
        With the reason.
    """
    text = text.strip()
    iso, written = _ISO.fullmatch(text), _WRITTEN.fullmatch(text)
    if iso:
        return _made(iso[1], iso[3], iso[4], iso.groups()[4:])
    if not written and convert and _SERIAL.fullmatch(text):
        return _from_serial(text)
    if not written:
        raise NoDate("excel_serial" if _SERIAL.fullmatch(text) else "no_date")
    if len(written[4]) == 2:
        raise NoDate("two_digit_year")
    day, month = (written[1], written[3]) if first else (written[3], written[1])
    return _made(written[4], month, day, written.groups()[4:])


def _from_serial(text: str) -> datetime:
    """Return the moment that a spreadsheet counts in days, and parts of a day, from 1899 on."""
    days = float(text.replace(",", "."))
    return (_SPREADSHEETS_BEGAN + timedelta(days=days)).replace(microsecond=0)


def _made(year: str, month: str, day: str, time: tuple[str | None, ...]) -> datetime:
    hour, minute, second, half = time
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half in "pP" else 0)
    try:
        return datetime(int(year), int(month), int(day), hours, int(minute or 0), int(second or 0))
    except ValueError:
        raise NoDate("no_such_day") from None
