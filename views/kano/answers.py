"""A Kano survey as it is asked for: its benefits, its answers within a filter, its classes."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.kano import KanoResult, analyse, contradictory
from analysis.kano.tables import CELLS, SCALE, fits
from queries.filters import Filters
from views.kano.options import Options
from views.surveys import labels_in, picked
from views.theme import theme, within
from views.view import Ask, Nothing
from views.weighting import like_membership
from words.language import Language

ANSWERLESS = ("no_answers", "no_complete_pairs")


@dataclass(frozen=True)
class Survey:
    """A Kano survey and the benefits that it asks about.

    Attributes
    ----------
    survey_id, label : str
    fielded_on : datetime.date or None
    labels, kinds, benefits : pandas.Series
        By item id, in the survey's order: the benefit's name in the reader's language, its kind
        (``"cash"``, …) and its id; the last two null where the item is none of the catalogue's.
    """

    survey_id: str
    label: str
    fielded_on: date | None
    labels: pd.Series
    kinds: pd.Series
    benefits: pd.Series


def survey(
    survey_id: str | None, language: Language, ask: Ask, theme_id: str | None = None
) -> Survey:
    """Return a Kano survey; the newest when none is named.

    Parameters
    ----------
    survey_id : str or None
    language : Language
    ask : callable
    theme_id : str, optional
        A saved theme: only what is in it.

    Raises
    ------
    Nothing
        When there is no such survey, nobody answered it, or it asks about nothing of the theme.
    """
    texts = (
        language.say("There is no needs survey yet. Upload one to see what members want."),
        language.say("This needs survey is no longer here."),
    )
    found = picked(ask("kano_surveys"), survey_id, texts, language, ask)
    items = ask("kano_items", survey_id=found.survey_id).set_index("item_id")
    items = within(items, items["subject"], theme(theme_id, ask), language)
    return Survey(
        survey_id=found.survey_id,
        label=found.label,
        fielded_on=found.fielded_on,
        labels=labels_in(items, language),
        kinds=items["kind"],
        benefits=items["benefit_id"],
    )


def answers(asked: Survey, within: Filters, options: Options, ask: Ask) -> pd.DataFrame:
    """Return the pairs of answers within a filter, a row a respondent and benefit."""
    rows = ask("kano_answers", within, survey_id=asked.survey_id)
    rows = rows[rows["feature"].isin(asked.labels.index)]
    if options.weights == "membership":
        rows = like_membership(rows, asked.survey_id, ask)
    left_out = careless(asked, options, ask)
    return rows[~rows["respondent_id"].isin(left_out)] if len(left_out) else rows


def careless(asked: Survey, options: Options, ask: Ask) -> pd.Index:
    """Return whom the options leave out, judged by all that each of them answered."""
    nobody = pd.Index([])
    if options.leave_out is None:
        return nobody
    rows = ask("kano_answers", survey_id=asked.survey_id)
    result = classed(rows, replace(options, weights="none"))
    if result is None:
        return nobody
    of_code = {
        "straight": result.quality.straight_liners,
        "contradictory": contradictory(result.quality),
    }
    return of_code.get(options.leave_out, of_code["straight"].union(of_code["contradictory"]))


def classed(rows: pd.DataFrame, options: Options, rule: str | None = None) -> KanoResult | None:
    """Return Kano's classes of answers; None where nobody answered both halves of anything.

    Parameters
    ----------
    rows : pandas.DataFrame
        As `answers` returns them.
    options : Options
        Table, rule, threshold and whether weights count.
    rule : str, optional
        Instead of the options' rule.
    """
    try:
        return analyse(
            rows,
            table=options.table,
            rule=rule or options.rule,
            threshold=options.threshold,
            weights=weights(rows, options),
        )
    except NotEnough as problem:
        if problem.code in ANSWERLESS:
            return None
        if problem.code == "outside_short_form":
            say = options.language
            raise Nothing(
                say.say("Some answers are not in the short form; choose another table."), "filters"
            ) from problem
        raise


def weights(rows: pd.DataFrame, options: Options) -> str | None:
    """Return the weights' column where some weigh more than others and that is to count."""
    return "weight" if options.weights != "none" and is_weighted(rows) else None


def is_weighted(rows: pd.DataFrame) -> bool:
    """Say whether some answers weigh more than others."""
    return bool((rows["weight"] != 1).any())


def fits_short_form(pairs: pd.DataFrame) -> bool:
    """Say whether the query ``kano_pairs`` found only answers that the short form has."""
    known = pairs.dropna(subset=["functional", "dysfunctional"])
    cells = np.zeros(CELLS)
    place = (known["functional"] - 1) * len(SCALE) + known["dysfunctional"] - 1
    cells[place.astype(int)] = known["n"]
    return fits(cells, "short")


def answered(result: KanoResult, limit: int) -> pd.Series:
    """Return by benefit how many answered, of those with at least as many as may be shown."""
    counts = result.quality.features["answered"]
    return counts[counts >= limit]
