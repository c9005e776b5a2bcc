"""A column's cells read as what they are; each that reads as nothing is reported by its line."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import pandas as pd

from uploads.choices import Choices
from uploads.dates import NoDate, day_first, moment, serial_question
from uploads.fields import Field
from uploads.numbers import Sign, decimal_sign, number
from uploads.problems import Effect, Problems, Question
from uploads.pseudonyms import Pseudonyms
from uploads.text import blank_cells, different_values, is_blank, key, looked_up, means_blank
from uploads.vocabularies import WORDS
from uploads.yes_and_no import say_how_yes_was_read

_LARGEST = 2**31 - 1
_FOREVER = 9000  # a year as late as this stands for "no end"
_DAMAGED = r"\d(?:[.,]\d+)?[eE]\+?\d+"


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
        self._say_blanks(texts)
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
        whole = field.reads == "whole"
        read = partial(_whole, sign=sign) if whole else partial(number, sign=sign)
        values = self._mapped(texts, field, read, "no_number", "float64")
        if sign == "," and not whole:
            self._say_how_commas_were_read(texts)
        return values.round().astype("Int64") if whole else values

    def _say_how_commas_were_read(self, texts: pd.Series) -> None:
        written = (text for text in different_values(texts) if "," in text)
        example = next((text for text in written if number(text, ",") is not None), None)
        if example is not None:
            value = f"{number(example, ','):.2f}"
            self._problems.add("comma_read", column=str(texts.name), example=example, value=value)

    def _days(self, texts: pd.Series, field: Field) -> pd.Series:
        values = different_values(texts).str.strip()
        serials = serial_question(values, str(texts.name))
        if serials is not None:
            self.questions.setdefault(serials.code, serials)
        convert = serials is not None and self._choices.answer(serials) == "convert"
        first = day_first(values, str(texts.name)) if len(values) else True
        if isinstance(first, Question):
            self.questions.setdefault(first.code, first)
            first = self._choices.answer(first) != "month_first"
        read: dict[str, date] = {}
        bad: dict[str, str] = {}
        for text in different_values(texts):
            try:
                read[text] = moment(text, first=bool(first), convert=convert).date()
            except NoDate as none:
                bad[text] = none.code
        self._report_days(texts, bad, field)
        days = {text: day for text, day in read.items() if day.year < _FOREVER}
        return pd.to_datetime(looked_up(texts, days)).astype("datetime64[s]")

    def _report_days(self, texts: pd.Series, bad: Mapping[str, str], field: Field) -> None:
        for line, text in texts[texts.isin(bad)].items():
            effect = self._effect(field)
            self._problems.add(bad[text], line, str(texts.name), effect, example=text)

    def _yes_no(self, texts: pd.Series, field: Field) -> pd.Series:
        words = WORDS["yes_no"] | self._own()
        means = {"yes": True, "no": False}
        spelled = ((text, words.get(key(text))) for text in texts.unique())
        say_how_yes_was_read(spelled, self._problems)
        return self._mapped(
            texts,
            field,
            lambda text: means.get(words.get(key(text), "")),
            "not_yes_or_no",
            "boolean",
        )

    def _say_blanks(self, texts: pd.Series) -> None:
        """Name the words that stand for an empty cell: one of them may be somebody's own."""
        different = texts.drop_duplicates()
        written = [text for text in different[blank_cells(different)] if not is_blank(text)]
        if written:
            words = sorted({text.strip() for text in written})
            facts = {"words": ", ".join(words), "n": int(texts.isin(written).sum())}
            self._problems.add("read_as_blank", column=str(texts.name), **facts)

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


def _whole(text: str, sign: Sign) -> float | None:
    """Return a whole number that the database can hold."""
    value = number(text, sign)
    return value if value is not None and abs(value) <= _LARGEST else None


def unknown_words(texts: pd.Series, field: Field, choices: Choices) -> pd.Series:
    """Count the words of a code's column that stand for nothing known."""
    if field.reads not in ("code", "yes_no") or (field.reads == "code" and field.codes is None):
        return pd.Series(dtype="int64")
    words = WORDS[field.codes or "yes_no"]
    own = {key(text) for text in choices.labels}
    counts = texts.value_counts()
    known = [means_blank(text) or key(text) in words or key(text) in own for text in counts.index]
    return counts[[not one for one in known]]
