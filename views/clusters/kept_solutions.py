"""Kept solutions as they are read: how each was made, what was found, and its model."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

import pandas as pd

from analysis.clusters import Kept
from views.clusters.options import Options
from views.view import Ask


@dataclass(frozen=True, eq=False)
class KeptSolution:
    """Classes that somebody wanted to come back to.

    Attributes
    ----------
    solution_id, name, note : str
    survey_id, survey_label : str
        Whose answers, and what the survey was called then.
    method : str
    k, seed : int
    columns, numbers : tuple of str
        Item ids of the questions; numbers that helped.
    people : int
        Who could be classed.
    answers_print, classes_print : str
        Fingerprints of the answers, and of who is in which class.
    last_import : int
        The newest import then.
    created_at : datetime.datetime
    created_by : str
    written : str
        The model, as JSON.
    """

    solution_id: str
    name: str
    note: str
    survey_id: str
    survey_label: str
    method: str
    k: int
    seed: int
    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    people: int
    answers_print: str
    classes_print: str
    last_import: int
    created_at: datetime
    created_by: str
    written: str

    @cached_property
    def model(self) -> Kept:
        """What puts people into the classes without making them anew."""
        return Kept.from_json(json.loads(self.written))


def kept_solutions(ask: Ask) -> dict[str, KeptSolution]:
    """Return the kept solutions by id, the newest first."""
    rows = ask("kept_solutions")
    return {row["solution_id"]: _read(row) for _, row in rows.iterrows()}


def _read(row: pd.Series) -> KeptSolution:
    texts = ("solution_id", "name", "note", "survey_id", "survey_label", "method")
    prints = ("answers_print", "classes_print", "created_by")
    return KeptSolution(
        **{one: str(row[one]) for one in (*texts, *prints)},
        **{one: int(row[one]) for one in ("k", "seed", "people", "last_import")},
        columns=tuple(json.loads(row["columns"])),
        numbers=tuple(json.loads(row["numbers"])),
        created_at=row["created_at"],
        written=str(row["model"]),
    )


def codes(one: KeptSolution, ask: Ask) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a kept solution was made from, as the address says it: questions, numbers.

    What the survey doesn't ask any more is left out.
    """
    asked = ask("needs_questions", survey_id=one.survey_id)
    places = dict(zip(asked["item_id"], asked["position"], strict=True))
    questions = tuple(places[item] for item in one.columns if item in places)
    return questions, tuple(places.get(number, number) for number in one.numbers)


def choices_of(one: KeptSolution, options: Options, ask: Ask) -> Options:
    """Return the choices that a kept solution was made with, to be made anew."""
    questions, numbers = codes(one, ask)
    return replace(
        options,
        survey_id=one.survey_id,
        questions=questions,
        numbers=numbers,
        k=one.k,
        method=one.method,
        kept=None,
        as_kept=False,
    )
