"""Classes on their way to becoming segments: who is in each, and how it was made."""

from dataclasses import dataclass

import pandas as pd

from analysis.clusters import kept, short_form
from views.clusters.classes import Classes, letter
from views.clusters.solutions import SEED
from views.view import Ask


@dataclass(frozen=True, eq=False)
class Draft:
    """A class that may be saved.

    Attributes
    ----------
    number : int
        The class.
    letter, name : str
        How it is marked; its saved or suggested name.
    saved : bool
        Whether it is a segment already.
    member_ids : pandas.Series
        Its people that are linked to a member, whatever the filter.
    anonymous : int
        Its people that are not, and so can't be in a segment.
    definition : dict
        How it was made.
    """

    number: int
    letter: str
    name: str
    saved: bool
    member_ids: pd.Series
    anonymous: int
    definition: dict[str, object]


def model_of(found: Classes) -> dict[str, object]:
    """Return what puts people into these classes later: all answers, and the few best questions."""
    form = short_form(found.solution.coded, found.solution.partition)
    tried = form.accuracy.round(4)
    return {
        "model": kept(found.solution).as_json(),
        "short": {
            "questions": form.questions,
            "model": form.kept.as_json(),
            **{name: tried[name].tolist() for name in ("accuracy", "low", "high")},
            "n": form.n,
            "guess": float(tried["guess"].iloc[0]),
        },
    }


def drafts(found: Classes, ask: Ask) -> list[Draft]:
    """Return the classes that may be shown, ready to be saved."""
    members = ask("needs_members", survey_id=found.survey.survey_id)
    linked = members.set_index("respondent_id")["member_id"]
    saved = ask("saved_segments")
    taken = set(saved.loc[saved["solution"] == found.solution_id, "class"])
    version = int(ask("meta")["data_version"].iloc[0])
    return [
        _draft(found, one, linked, saved=one in taken, version=version) for one in found.visible
    ]


def _draft(found: Classes, one: int, linked: pd.Series, *, saved: bool, version: int) -> Draft:
    people = found.survey.answers.index[found.solution.labels == one]
    member_ids = linked[linked.index.isin(people)]
    return Draft(
        number=one,
        letter=letter(one),
        name=found.names[one],
        saved=saved,
        member_ids=member_ids,
        anonymous=len(people) - len(member_ids),
        definition={
            "solution": found.solution_id,
            "class": one,
            "survey": found.survey.survey_id,
            "columns": list(found.survey.said.columns),
            "numbers": list(found.survey.numbers),
            "method": found.survey.method,
            "k": found.solution.k,
            "seed": SEED,
            "data_version": version,
            **({"kept": found.survey.kept.solution_id} if found.survey.kept else {}),
        },
    )
