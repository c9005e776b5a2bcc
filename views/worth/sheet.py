"""One group's page for communication: the few benefits that matter most, in words to send."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from queries.filters import Filters
from views.kano.words import in_sentence
from views.scope import people, value_label
from views.view import Ask, Nothing, View
from views.worth import view
from views.worth.options import Options
from views.worth.words import CLEAR_UNKNOWN
from words.gaps import whom
from words.language import Language

TO_TELL, TO_REMIND = 3, 2


@dataclass(frozen=True)
class Line:
    """A benefit on a group's page.

    Attributes
    ----------
    item_id : str
    benefit : str
        Its name in the reader's language.
    unknown : bool
        Whether it is there to be told of; else to be reminded of.
    evidence : str
        Why it matters to this group, with its n: for the union's own eyes.
    message : str
        What may be sent as it stands. It promises nothing that the figures don't hold.
    """

    item_id: str
    benefit: str
    unknown: bool
    evidence: str
    message: str


@dataclass(frozen=True)
class Sheet:
    """A group's page.

    Attributes
    ----------
    name : str
        The group.
    finding : str
        Of the value picture of this group.
    lines : tuple of Line
        Three to tell of and two to remind of, where there are as many.
    basis : str
        Where the figures come from.
    """

    name: str
    finding: str
    lines: tuple[Line, ...]
    basis: str


def sheet(of: View, name: str, say: Language) -> Sheet:
    """Return the page of the group that a value picture speaks of.

    What is told of is what is important *and* unknown, to a fifth or more; what is reminded of is
    what is known and most important.
    """
    rows = of.frame[of.frame["important"].notna() & of.frame["known"].notna()]
    told_of = rows[(rows["known"] <= 1 - CLEAR_UNKNOWN) & (rows["important"] > 0)]
    missed = (told_of["important"] * (1 - told_of["known"])).sort_values(ascending=False)
    tell = rows.loc[missed.index[:TO_TELL]]
    rest = rows.drop(index=tell.index).sort_values("important", ascending=False)
    who = whom(say, of.result.asked.who)
    lines = [_to_tell(row, who, say) for _, row in tell.iterrows()]
    lines += [_to_remind(row, who, say) for _, row in rest.head(TO_REMIND).iterrows()]
    return Sheet(name, of.finding, tuple(lines), of.basis)


def sheets(by: str, filters: Filters, options: Options, ask: Ask) -> tuple[Sheet, ...]:
    """Return a page for each group of a dimension that may be shown within a filter."""
    return tuple(page for _, page in of_each(by, filters, options, ask))


def of_each(by: str, filters: Filters, options: Options, ask: Ask) -> Iterator[tuple[View, Sheet]]:
    """Yield the value picture and the page of each group that may be shown within a filter.

    Parameters
    ----------
    by : str
        A dimension of the filter.
    filters, options, ask
        As of `views.worth.view`.
    """
    for value in _values(by, filters, options, ask):
        narrowed = Filters(**{**filters.parameters(), by: value})
        try:
            of = view(narrowed, options, ask)
        except Nothing:
            continue
        name = value_label(options.language, by, value, ask)
        yield of, sheet(of, name, options.language)


def _values(by: str, filters: Filters, options: Options, ask: Ask) -> list[str]:
    if by == "segment":
        return list(ask("segments")["segment_id"])
    shown = people(filters.without(by), options, ask).groups(by).query("visible")
    return [str(value) for value in shown.index if value]


def _to_tell(row: pd.Series, who: str, say: Language) -> Line:
    facts = _facts(row, who, say) | {"unknown": say.share(1 - row["known"])}
    evidence = say.say(
        "Important to {important} (n = {n}), and {unknown} don't know of it (n = {n_known}).",
        **facts,
    )
    message = say.say(
        "Did you know that {benefit} is part of your membership? {important} of our {whom} call it"
        " important.",
        **facts,
    )
    return Line(row["item_id"], row["label"], True, evidence, message)


def _to_remind(row: pd.Series, who: str, say: Language) -> Line:
    facts = _facts(row, who, say) | {"known": say.share(row["known"])}
    evidence = say.say(
        "Important to {important} (n = {n}), and {known} know of it (n = {n_known}).", **facts
    )
    message = say.say(
        "{benefit} is there for you. {important} of our {whom} call it important.",
        **facts | {"benefit": row["label"]},
    )
    return Line(row["item_id"], row["label"], False, evidence, message)


def _facts(row: pd.Series, who: str, say: Language) -> dict[str, str]:
    return {
        "benefit": in_sentence(row["label"]),
        "important": say.share(row["important"]),
        "n": say.number(row["n_important"]),
        "n_known": say.number(row["n_known"]),
        "whom": who,
    }


def benefit_ids(of: Sheet, found: View) -> list[str]:
    """Return the catalogue's ids of a page's benefits, in its order."""
    return list(found.result.benefit_ids.reindex([line.item_id for line in of.lines]))
