"""A partition as it is kept: small enough for a saved segment, whole enough to put people in."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters.levels import MOST_LEVELS, OTHER
from analysis.clusters.numbers import Bells, Numbers
from analysis.clusters.partition import Scores
from analysis.clusters.solution import Clusters
from analysis.clusters.typing_form import Typed, typed

DIGITS = 6
GATHERED_AT_FIRST = "other"
NOBODY = np.empty(0, dtype=np.intp)


@dataclass(frozen=True, eq=False)
class Kept:
    """What is needed to put people into classes again, and to tell how they have changed.

    Attributes
    ----------
    levels : dict
        By question: its answers, in order, the missing one among them.
    scores : Scores
        What speaks for each class.
    classes : float array (K,)
        The classes' weighted shares of those who made them.
    answers : float array (L,)
        The answers' weighted shares of their question, all questions' side by side.
    certainty : float
        People's mean share in their class, when the classes were made.
    numbers : Numbers or None
        Those that helped to make the classes. Of them their scale alone is kept, no one's number.
    effective_n : float
        Of those who made the classes; NaN where it wasn't kept.
    """

    levels: dict[str, pd.Index]
    scores: Scores
    classes: np.ndarray
    answers: np.ndarray
    certainty: float
    numbers: Numbers | None = None
    effective_n: float = np.nan

    def classify(self, frame: pd.DataFrame) -> Typed:
        """Put people into the classes by their answers; see `analysis.clusters.typing_form`."""
        return typed(self, self.scores, frame)

    def as_json(self) -> dict[str, object]:
        """Return what `from_json` reads."""
        return {
            "levels": {name: list(own) for name, own in self.levels.items()},
            "own": self.scores.own.round(DIGITS).tolist(),
            "by_level": self.scores.by_level.round(DIGITS).tolist(),
            "shared": self.scores.shared,
            "classes": self.classes.round(DIGITS).tolist(),
            "answers": self.answers.round(DIGITS).tolist(),
            "certainty": round(self.certainty, DIGITS),
            "effective_n": round(self.effective_n, 1),
            **_numbers_as_json(self.numbers, self.scores.bells),
        }

    @classmethod
    def from_json(cls, said: dict) -> "Kept":
        """Return what `as_json` wrote."""
        return cls(
            levels={name: _levels(own, said) for name, own in said["levels"].items()},
            scores=Scores(
                np.array(said["own"]), np.array(said["by_level"]), said["shared"], _bells(said)
            ),
            classes=np.array(said["classes"]),
            answers=np.array(said["answers"]),
            certainty=said["certainty"],
            numbers=_numbers(said),
            effective_n=said.get("effective_n", np.nan),
        )


def kept(found: Clusters) -> Kept:
    """Return a partition as it is kept."""
    coded, partition = found.coded, found.partition
    everybody = np.zeros(len(coded.codes), dtype=np.intp)
    given = coded.packed.counted(everybody, coded.mass, 1)[0]
    shares = [given[place] / given[place].sum() for place in coded.packed.places]
    return Kept(
        levels=coded.levels,
        scores=partition.scores,
        classes=np.bincount(partition.labels, coded.mass, found.k) / coded.mass.sum(),
        answers=np.concatenate(shares),
        certainty=float(np.average(partition.posterior.max(axis=0), weights=coded.mass)),
        numbers=coded.numbers and coded.numbers.some(NOBODY),
        effective_n=coded.effective_n,
    )


def _levels(own: list[str], said: dict) -> pd.Index:
    """Read a question's levels; the first models kept the gathered ones as plain ``other``."""
    first = "effective_n" not in said
    gathered = first and len(own) >= MOST_LEVELS - 1 and GATHERED_AT_FIRST in own
    levels = [OTHER if gathered and one == GATHERED_AT_FIRST else one for one in own]
    return pd.Index(levels, dtype=object)


def _numbers_as_json(numbers: Numbers | None, bells: Bells | None) -> dict[str, object]:
    if not numbers:
        return {}
    written = {"means": bells.means, "sharpness": bells.sharpness, "peak": bells.peak}
    return {
        "numbers": list(numbers.names),
        "scale": {"mean": numbers.mean.tolist(), "spread": numbers.spread.tolist()},
        "bells": {name: values.tolist() for name, values in written.items()},
    }


def _numbers(said: dict) -> Numbers | None:
    if "numbers" not in said:
        return None
    names, scale = tuple(said["numbers"]), said["scale"]
    nobody = np.empty((0, len(names)))
    return Numbers(names, nobody, nobody, np.array(scale["mean"]), np.array(scale["spread"]))


def _bells(said: dict) -> Bells | None:
    if "bells" not in said:
        return None
    return Bells(*(np.array(said["bells"][name]) for name in ("means", "sharpness", "peak")))
