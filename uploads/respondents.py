"""What a survey says of those who answered it: age band, gender, weight, and other traits."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from uploads.background import vocabulary
from uploads.choices import Choices
from uploads.completion import finished
from uploads.context import Context
from uploads.dates import NoDate, day_first, moment, serial_question
from uploads.numbers import decimal_sign, number
from uploads.problems import Problems, Question
from uploads.pseudonyms import Pseudonyms
from uploads.respondent_ids import DAMAGED_ID
from uploads.text import blank_cells, different_values
from uploads.understood import Understood

PLAIN = ("gender", "region", "sector", "branch_id", "member_type", "status", "age_band")
_BANDS = ((25, "under_25"), (35, "25_34"), (45, "35_44"), (55, "45_54"), (65, "55_64"))
_YOUNGEST, _OLDEST = 13, 110


def respondent_frames(
    understood: Understood, ids: pd.Series, context: Context, problems: Problems
) -> tuple[dict[str, pd.DataFrame], tuple[Question, ...]]:
    """Return the rows for ``respondent`` and ``respondent_trait``, and what the dates ask.

    Parameters
    ----------
    understood : Understood
        The file and its columns' roles.
    ids : pandas.Series
        Respondent's id by line, of the rows that are stored.
    context : Context
        Day or month first, where the file leaves it open; ages are counted to the year of the
        extract's date; member numbers become pseudonyms.
    problems : Problems
        Takes each cell that is left out.
    """
    rows = understood.table.frame.loc[ids.index]
    _say_contradictions(understood, rows, ids, problems)
    rows = rows[~ids.duplicated()]
    people = pd.DataFrame({"respondent_id": ids[rows.index]})
    for name in PLAIN:
        column = understood.column(name)
        if column:
            values = different_values(rows[column])
            people[name] = rows[column].map({text: vocabulary(name, text) for text in values})
    _add_member(people, understood, rows, context.pseudonyms, problems)
    _add_complete(people, understood, rows)
    _add_age(people, understood, rows, context.as_of, problems)
    _add_weight(people, understood, rows, problems)
    questions = _add_moment(people, understood, rows, context.choices, problems)
    return {"respondent": people, "respondent_trait": _traits(understood, rows, ids)}, questions


def _say_contradictions(
    understood: Understood, rows: pd.DataFrame, ids: pd.Series, problems: Problems
) -> None:
    """In a long file a person's background stands on many lines; the first one counts."""
    if understood.layout != "long":
        return
    for column in understood.columns("trait", "age", "birth_year", "weight", "answered_at", *PLAIN):
        first = rows[column].groupby(ids).transform("first")
        for line in rows.index[rows[column] != first]:
            problems.add("background_differs", line, column, "cell")


def _add_member(
    people: pd.DataFrame,
    understood: Understood,
    rows: pd.DataFrame,
    pseudonyms: Pseudonyms,
    problems: Problems,
) -> None:
    """Link answers to members by their number's pseudonym; the number itself goes no further."""
    column = understood.column("member_number")
    if not column:
        return
    numbers = rows[column].str.strip()
    damaged = numbers.str.fullmatch(DAMAGED_ID).astype(bool)
    for line, text in numbers[damaged].items():
        problems.add("damaged_member_number", line, column, "cell", example=text)
    given = numbers[~damaged & ~blank_cells(numbers)]
    for line in given.index[given.duplicated(keep=False)]:
        problems.add("member_twice", line, column)
    people["member_id"] = pseudonyms.of(given).astype("Int64").reindex(people.index)


def _add_complete(people: pd.DataFrame, understood: Understood, rows: pd.DataFrame) -> None:
    column = understood.column("complete")
    if column:
        people["complete"] = finished(rows[column])


def _add_age(
    people: pd.DataFrame,
    understood: Understood,
    rows: pd.DataFrame,
    as_of: date,
    problems: Problems,
) -> None:
    """Store an age or a birth year as its band only."""
    for role in ("age", "birth_year"):
        column = understood.column(role)
        if column and "age_band" not in people:
            values = _numbers(rows[column], ".", problems)
            ages = as_of.year - values if role == "birth_year" else values
            possible = ages.between(_YOUNGEST, _OLDEST)
            for line in ages.index[ages.notna() & ~possible]:
                problems.add("age_out_of_range", line, column, "cell")
            people["age_band"] = [_band(age) for age in ages.where(possible)]


def _band(age: float) -> str | None:
    if pd.isna(age):
        return None
    return next((name for limit, name in _BANDS if age < limit), "65_over")


def _add_weight(
    people: pd.DataFrame, understood: Understood, rows: pd.DataFrame, problems: Problems
) -> None:
    """Read weights; a row without a usable one counts once, and that is said."""
    column = understood.column("weight")
    if column:
        sign = decimal_sign(rows[column], understood.table.delimiter)
        weights = _numbers(rows[column], sign, problems)
        for line in weights.index[~(weights > 0)]:
            problems.add("weight_taken_as_one", line, column, "cell")
        people["weight"] = weights.where(weights > 0, 1.0)


def _numbers(texts: pd.Series, sign: str, problems: Problems) -> pd.Series:
    return _cells(texts, lambda text: number(text, sign), "no_number", problems).astype("float64")


def _cells(
    texts: pd.Series, read: Callable[[str], object], code: str, problems: Problems
) -> pd.Series:
    """Read each cell that holds something; report those that read as nothing."""
    values = {text: read(text) for text in different_values(texts)}
    unread = [text for text, value in values.items() if value is None]
    for line, text in texts[texts.isin(unread)].items():
        problems.add(code, line, str(texts.name), "cell", example=text)
    return texts.map(values)


def _add_moment(
    people: pd.DataFrame,
    understood: Understood,
    rows: pd.DataFrame,
    choices: Choices,
    problems: Problems,
) -> tuple[Question, ...]:
    column = understood.column("answered_at")
    if not column:
        return ()
    values = different_values(rows[column])
    first = day_first(values, column)
    questions = (first,) if isinstance(first, Question) else ()
    day_leads = choices.answer(first) != "month_first" if questions else bool(first)
    serials = serial_question(values, column)
    questions += (serials,) if serials else ()
    convert = serials is not None and choices.answer(serials) == "convert"
    people["answered_at"] = _moments(rows[column], problems, first=day_leads, convert=convert)
    return questions


def _moments(texts: pd.Series, problems: Problems, *, first: bool, convert: bool) -> pd.Series:
    read, bad = {}, {}
    for text in different_values(texts):
        try:
            read[text] = moment(text, first=first, convert=convert)
        except NoDate as none:
            bad[text] = none.code
    for line, text in texts[texts.isin(bad)].items():
        problems.add(bad[text], line, str(texts.name), "cell", example=text)
    return pd.to_datetime(texts.map(read))


def _traits(understood: Understood, rows: pd.DataFrame, ids: pd.Series) -> pd.DataFrame:
    parts = [
        pd.DataFrame({"respondent_id": ids[there.index], "trait": column, "value": there})
        for column in understood.columns("trait")
        for there in [rows.loc[rows[column].isin(different_values(rows[column])), column]]
    ]
    empty = pd.DataFrame({"respondent_id": [], "trait": [], "value": []}, dtype="str")
    traits = pd.concat(parts or [empty])
    return traits.assign(value=traits["value"].str.strip())
