"""What puts a survey's people into saved classes: all that they answered, or the short form."""

from dataclasses import dataclass

import pandas as pd

from analysis.clusters import Kept
from analysis.clusters.bands import are_bands
from views.clusters.survey import Survey
from views.segments.saved import Saved
from views.view import Ask
from words.language import NAMES, language


@dataclass(frozen=True, eq=False)
class Typist:
    """What puts people in, and what it reads.

    Attributes
    ----------
    model : Kept
        Of all answers; the short form's where a survey asks for nothing else. The first classes
        that were saved have no form of their own.
    frame : pandas.DataFrame
        By respondent id: answers, and numbers or the bands they were said in.
    by_form : bool
        Whether it is the short form.
    """

    model: Kept
    frame: pd.DataFrame
    by_form: bool


def bands_asked(found: Saved, survey_id: str, ask: Ask) -> dict[str, str]:
    """Return which numbers of the short form a survey asks for in bands: item ids by number.

    A question is known by what the form calls it, in any of our languages.
    """
    asked = ask("needs_questions", survey_id=survey_id).set_index("label")["item_id"]
    called = {
        _plain(found.question(number, language(code))): number
        for number, levels in found.form.levels.items()
        if are_bands(levels)
        for code in NAMES
    }
    return {
        called[_plain(label)]: str(item) for label, item in asked.items() if _plain(label) in called
    }


def typist(found: Saved, asked: Survey, bands: dict[str, str]) -> Typist:
    """Return what puts a survey's people into saved classes.

    Parameters
    ----------
    found : Saved
    asked : Survey
        With the numbers that helped to make the classes, where they are known.
    bands : dict
        As `bands_asked`.
    """
    # What was a number, and is answered by a choice here, is of use to the form alone.
    frame = asked.answers.drop(columns=[one for one in found.numbers if one in asked.said])
    asks = set(frame) & set(found.model.levels)
    said = {number: item for number, item in bands.items() if item in asked.said}
    less = bool(said) or asks != set(found.model.levels)
    by_form = found.tried is not None and asks <= set(found.form.levels) and less
    if not by_form:
        return Typist(found.model, frame, by_form=False)
    own = {number: _bands(found, number, asked.said[item]) for number, item in said.items()}
    return Typist(found.form, frame.drop(columns=list(own), errors="ignore").assign(**own), True)


def _bands(found: Saved, number: str, said: pd.Series) -> pd.Series:
    """Read a number's bands as the form calls them, in any of our languages."""
    code_of = {
        _plain(label): level
        for one in NAMES
        for level, label in found.answers(number, language(one)).items()
    }
    return said.map(lambda text: code_of.get(_plain(text)), na_action="ignore").astype(object)


def _plain(text: str) -> str:
    """Return a text without what a survey tool may do to its spaces and capitals."""
    return " ".join(str(text).split()).casefold()
