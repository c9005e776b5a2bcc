"""Saved classes as people are put into them: model, names, the few best questions."""

import json
from dataclasses import dataclass

import pandas as pd

from analysis.clusters import Kept
from analysis.clusters.bands import are_bands
from views.clusters.survey import own_labels
from views.segments.options import Options
from views.view import Ask, Nothing
from words.clusters import answer_label, number_label, place, question_label
from words.language import Language


@dataclass(frozen=True, eq=False)
class Saved:
    """The saved classes of one solution.

    Attributes
    ----------
    solution, survey_id : str
        Which one, and whose answers it was made from.
    model : Kept
    names, segments : dict
        Name and segment id by class; classes that were never saved have none.
    short : list of str
        The questions that tell the classes apart best, the best first; numbers among them are
        asked for in bands.
    form : Kept
        What puts people in by these questions alone.
    tried : pandas.DataFrame or None
        By number of those asked, from one: ``accuracy`` (the share of people who land where all
        their answers put them, by a form made without them), ``low``, ``high``. None for classes
        that were saved when this wasn't tried yet.
    n : int
        People that it was tried on.
    guess : float
        The share that the largest class alone would get right.
    labels : pandas.Series
        What the survey calls its questions, by item id.
    """

    solution: str
    survey_id: str
    model: Kept
    names: dict[int, str]
    segments: dict[int, str]
    short: list[str]
    form: Kept
    tried: pd.DataFrame | None
    n: int
    guess: float
    labels: pd.Series

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that helped to make the classes."""
        return self.model.numbers.names if self.model.numbers else ()

    def question(self, item: str, language: Language) -> str:
        """Return what a question, or a number, is called."""
        own = str(self.labels.get(item, item))
        label = number_label if item in self.numbers else question_label
        return label(language, item, own)

    def answers(self, item: str, language: Language) -> dict[str, str]:
        """Return a question's answers by code, in their order, the missing one left out."""
        asked = self.model.levels if item in self.model.levels else self.form.levels
        levels = [level for level in asked[item] if level]
        if not are_bands(asked[item]):
            levels.sort(key=lambda level: (place(item, level), level))
        return {level: answer_label(language, item, level) for level in levels}


def solutions(ask: Ask) -> dict[str, str]:
    """Return the solutions that were saved with their model, the newest first: names by code."""
    known = ask("segment_models")
    return {
        str(solution): " / ".join(rows["name"])
        for solution, rows in known.groupby("solution", sort=False)
    }


def saved(options: Options, ask: Ask) -> Saved:
    """Return the solution that the options name, the newest when they name none.

    Raises
    ------
    Nothing
        When no classes are saved with their model.
    """
    known = ask("segment_models")
    if known.empty:
        raise Nothing(
            options.language.say(
                "Save classes as segments first; then new people can be put into them."
            ),
            "clusters",
        )
    chosen = options.solution if (known["solution"] == options.solution).any() else None
    rows = known[known["solution"] == (chosen or known["solution"].iloc[0])]
    first = rows.iloc[0]
    model, short = json.loads(first["model"]), json.loads(first["short"])
    asked = ask("needs_questions", survey_id=first["survey_id"]).set_index("item_id")
    return Saved(
        solution=str(first["solution"]),
        survey_id=str(first["survey_id"]),
        model=Kept.from_json(model),
        names={int(row["class"]): str(row["name"]) for _, row in rows.iterrows()},
        segments={int(row["class"]): str(row["segment_id"]) for _, row in rows.iterrows()},
        short=list(short["questions"]),
        form=Kept.from_json(short.get("model", model)),
        tried=_tried(short),
        n=int(short.get("n", 0)),
        guess=float(short["guess"]),
        labels=own_labels(asked, options.language),
    )


def _tried(short: dict) -> pd.DataFrame | None:
    if "low" not in short:
        return None
    told = {name: short[name] for name in ("accuracy", "low", "high")}
    return pd.DataFrame(told, index=pd.RangeIndex(1, len(short["low"]) + 1, name="asked"))
