"""The survey that a page is asked for: named in the address, or the newest."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from views.view import Ask, Nothing
from words.language import Language


@dataclass(frozen=True)
class Picked:
    """A survey that has been answered.

    Attributes
    ----------
    survey_id, label : str
    fielded_on : datetime.date or None
    """

    survey_id: str
    label: str
    fielded_on: date | None


def picked(
    surveys: pd.DataFrame, survey_id: str | None, texts: tuple[str, str], say: Language, ask: Ask
) -> Picked:
    """Return the survey of that id; the newest for none.

    Parameters
    ----------
    surveys : pandas.DataFrame
        ``survey_id, label, fielded_on``, the newest first.
    survey_id : str or None
    texts : (str, str)
        What is said when there is no survey, and when that one is gone.
    say : Language
    ask : callable

    Raises
    ------
    Nothing
        When there is no such survey, or nobody answered it.
    """
    none, gone = texts
    if surveys.empty:
        raise Nothing(none, "upload")
    known = surveys.set_index("survey_id")
    chosen = survey_id or str(known.index[0])
    if chosen not in known.index:
        raise Nothing(gone, "upload")
    if ask("respondent_profiles", survey_id=chosen, segment=None).empty:
        raise Nothing(say.say("Nobody has answered this survey yet."), "upload")
    label, fielded = known.loc[chosen, ["label", "fielded_on"]]
    day = None if pd.isna(fielded) else pd.Timestamp(fielded).date()
    return Picked(chosen, str(label), day)


def labels_in(items: pd.DataFrame, language: Language) -> pd.Series:
    """Return what items are called; benefits in English where the catalogue has such a name."""
    if language.code == "en":
        return items["label_en"].fillna(items["label"])
    return items["label"]
