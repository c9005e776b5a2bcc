"""A Kano survey as it is asked for: its benefits, its answers within a filter, its classes."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.errors import NotEnough
from analysis.kano import KanoResult, analyse
from queries.filters import Filters
from views.view import Ask, Nothing
from words.language import Language

ANSWERLESS = ("no_answers", "no_complete_pairs")


@dataclass(frozen=True)
class Survey:
    """A Kano survey and the benefits that it asks about.

    Attributes
    ----------
    survey_id, label : str
    fielded_on : datetime.date or None
    labels, kinds : pandas.Series
        By item id, in the survey's order: the benefit's name in the reader's language, and its
        kind (``"cash"``, …; null where the item is none of the catalogue's).
    """

    survey_id: str
    label: str
    fielded_on: date | None
    labels: pd.Series
    kinds: pd.Series


def survey(survey_id: str | None, language: Language, ask: Ask) -> Survey:
    """Return a Kano survey; the newest when none is named.

    Raises
    ------
    Nothing
        When there is no such survey, or nobody answered it.
    """
    known = ask("kano_surveys").set_index("survey_id")
    if known.empty:
        raise Nothing(
            language.say("There is no needs survey yet. Upload one to see what members want."),
            "upload",
        )
    chosen = survey_id or known.index[0]
    if chosen not in known.index:
        raise Nothing(language.say("This needs survey is no longer here."), "upload")
    if ask("respondent_profiles", survey_id=chosen, segment=None).empty:
        raise Nothing(language.say("Nobody has answered this survey yet."), "upload")
    items = ask("kano_items", survey_id=chosen).set_index("item_id")
    fielded = known.at[chosen, "fielded_on"]
    return Survey(
        survey_id=chosen,
        label=str(known.at[chosen, "label"]),
        fielded_on=None if pd.isna(fielded) else pd.Timestamp(fielded).date(),
        labels=_labels(items, language),
        kinds=items["kind"],
    )


def answers(asked: Survey, within: Filters, ask: Ask) -> pd.DataFrame:
    """Return the pairs of answers within a filter, a row a respondent and benefit."""
    rows = ask("kano_answers", within, survey_id=asked.survey_id)
    return rows[rows["feature"].isin(asked.labels.index)]


def classed(rows: pd.DataFrame, table: str, rule: str) -> KanoResult | None:
    """Return Kano's classes of answers; None where nobody answered both halves of anything."""
    try:
        return analyse(rows, table=table, rule=rule, weights=weights(rows))
    except NotEnough as problem:
        if problem.code in ANSWERLESS:
            return None
        raise


def weights(rows: pd.DataFrame) -> str | None:
    """Return the weights' column where the survey has weights."""
    return "weight" if (rows["weight"] != 1).any() else None


def answered(result: KanoResult, limit: int) -> pd.Series:
    """Return by benefit how many answered, of those with at least as many as may be shown."""
    counts = result.quality.features["answered"]
    return counts[counts >= limit]


def _labels(items: pd.DataFrame, language: Language) -> pd.Series:
    if language.code == "en":
        return items["label_en"].fillna(items["label"])
    return items["label"]
