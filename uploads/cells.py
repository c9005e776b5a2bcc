"""A column's cells read as what they are; each that reads as nothing is reported by its line."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

import pandas as pd

from uploads.choices import Choices
from uploads.dates import NoDate, day_first, moment
from uploads.fields import Field
from uploads.numbers import decimal_sign, number
from uploads.problems import Effect, Problems, Question
from uploads.pseudonyms import Pseudonyms
from uploads.text import blank_cells, different_values, key, looked_up, means_blank
from uploads.vocabularies import WORDS

_FOREVER = 9000  # a year as late as this stands for "no end"
_DAMAGED = r"\d(?:[.,]\d+)?[eE]\+?\d+"
_SERIAL = r"[1-6]\d{4}(?:[.,]0+)?"
_EXCEL_BEGAN = date(1899, 12, 30)


class Cells:
    """Reads the cells of a register's file.

    Parameters
    ----------
    delimiter : str
        Between the file's fields; tells decimal commas where a column doesn't.
    choices : Choices
        Own words for codes, and answers to what the dates leave open.
    pseudonyms : Pseudonyms
        What member numbers become.
    problems : Problems
        Takes each cell that is left out.

    Attributes
    ----------
    questions : dict of str to Question
        What is open, by code.
    missing : set of int
        Lines that lack a cell that they need.
    """

    def __init__(
        self, delimiter: str, choices: Choices, pseudonyms: Pseudonyms, problems: Problems
    ) -> None:
        self._delimiter = delimiter
        self._choices = choices
        self._pseudonyms = pseudonyms
        self._problems = problems
        self.questions: dict[str, Question] = {}
        self.missing: set[int] = set()

    def read(self, texts: pd.Series, field: Field) -> pd.Series:
        """Return a column's values by line; missing where a cell holds nothing usable."""
        readers: Mapping[str, Callable[[pd.Series, Field], pd.Series]] = {
            "member": self._members,
            "id": self._ids,
            "number": self._numbers,
            "whole": self._numbers,
            "day": self._days,
            "yes_no": self._yes_no,
            "code": self._codes,
            "text": self._texts,
        }
        values = readers[field.reads](texts, field)
        if field.needed:
            self._refuse_missing(texts, values)
        return values

    def _refuse_missing(self, texts: pd.Series, values: pd.Series) -> None:
        """Report each row that lacks what it needs; an unreadable cell was reported already."""
        gone = values.index[values.isna()]
        blank = blank_cells(texts.loc[gone])
        for line in gone[blank.to_numpy()]:
            self._problems.add("missing_cell", line, str(texts.name), "row")
        self.missing.update(int(line) for line in gone)

    def _effect(self, field: Field) -> Effect:
        return "row" if field.needed else "cell"

    def _mapped(
        self,
        texts: pd.Series,
        field: Field,
        one: Callable[[str], object],
        code: str,
        dtype: str | None = None,
    ) -> pd.Series:
        values = {text: one(text) for text in different_values(texts)}
        unread = {text for text, value in values.items() if value is None}
        read = {text: value for text, value in values.items() if value is not None}
        if unread:
            for line, text in texts[texts.isin(unread)].items():
                self._problems.add(code, line, str(texts.name), self._effect(field), example=text)
        return looked_up(texts, read, dtype)

    def _ids(self, texts: pd.Series, _field: Field) -> pd.Series:
        ids = texts.str.strip()
        damaged = ids.str.fullmatch(_DAMAGED).astype(bool)
        for line, text in ids[damaged].items():
            self._problems.add("damaged_id", line, str(texts.name), "row", example=text)
            self.missing.add(int(line))
        blank = blank_cells(ids)
        return ids.mask(damaged | blank)

    def _members(self, texts: pd.Series, field: Field) -> pd.Series:
        ids = self._ids(texts, field)
        known = ids.dropna()
        return self._pseudonyms.of(known).astype("Int64").reindex(ids.index)

    def _numbers(self, texts: pd.Series, field: Field) -> pd.Series:
        sign = decimal_sign(different_values(texts), self._delimiter)
        values = self._mapped(texts, field, lambda text: number(text, sign), "no_number", "float64")
        if field.reads == "whole":
            return values.round().astype("Int64")
        return values

    def _days(self, texts: pd.Series, field: Field) -> pd.Series:
        values = different_values(texts).str.strip()
        serials = values[values.str.fullmatch(_SERIAL).astype(bool)]
        convert = bool(len(serials)) and self._convert_serials(str(texts.name), serials)
        first = day_first(values, str(texts.name)) if len(values) else True
        if isinstance(first, Question):
            self.questions.setdefault(first.code, first)
            first = self._choices.answer(first) != "month_first"
        read: dict[str, date] = {}
        bad: dict[str, str] = {}
        for text in different_values(texts):
            try:
                read[text] = _day(text, first=bool(first), convert=convert)
            except NoDate as none:
                bad[text] = none.code
        self._report_days(texts, bad, field)
        days = {text: day for text, day in read.items() if day.year < _FOREVER}
        return pd.to_datetime(looked_up(texts, days)).astype("datetime64[s]")

    def _convert_serials(self, column: str, serials: pd.Series) -> bool:
        example = serials.iloc[0]
        facts = {"column": column, "example": example, "day": _from_serial(example)}
        question = Question("excel_days", ("convert", "leave_out"), facts=facts)
        self.questions.setdefault(question.code, question)
        return self._choices.answer(question) == "convert"

    def _report_days(self, texts: pd.Series, bad: Mapping[str, str], field: Field) -> None:
        for line, text in texts[texts.isin(bad)].items():
            effect = self._effect(field)
            self._problems.add(bad[text], line, str(texts.name), effect, example=text)

    def _yes_no(self, texts: pd.Series, field: Field) -> pd.Series:
        words = WORDS["yes_no"] | self._own()
        means = {"yes": True, "no": False}
        return self._mapped(
            texts,
            field,
            lambda text: means.get(words.get(key(text), "")),
            "not_yes_or_no",
            "boolean",
        )

    def _codes(self, texts: pd.Series, field: Field) -> pd.Series:
        if field.codes is None:
            return self._texts(texts, field)
        words = WORDS[field.codes] | self._own()
        return self._mapped(texts, field, lambda text: words.get(key(text)), "unknown_word")

    def _own(self) -> dict[str, str]:
        return {key(text): str(code) for text, code in self._choices.labels.items()}

    def _texts(self, texts: pd.Series, _field: Field) -> pd.Series:
        stripped = texts.str.strip()
        return stripped.mask(blank_cells(stripped))


def unknown_words(texts: pd.Series, field: Field, choices: Choices) -> pd.Series:
    """Count the words of a code's column that stand for nothing known."""
    if field.reads not in ("code", "yes_no") or (field.reads == "code" and field.codes is None):
        return pd.Series(dtype="int64")
    words = WORDS[field.codes or "yes_no"]
    own = {key(text) for text in choices.labels}
    counts = texts.value_counts()
    known = [means_blank(text) or key(text) in words or key(text) in own for text in counts.index]
    return counts[[not one for one in known]]


def _day(text: str, *, first: bool, convert: bool) -> date:
    try:
        found: datetime = moment(text, first=first)
    except NoDate as none:
        if none.code == "excel_serial" and convert:
            return _from_serial(text)
        raise
    return found.date()


def _from_serial(text: str) -> date:
    return _EXCEL_BEGAN + timedelta(
        days=int(text.split(".", maxsplit=1)[0].split(",", maxsplit=1)[0])
    )
