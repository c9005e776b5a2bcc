"""Kept classes against today's: whether answers are as they were, and classes come out the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.clusters import Clusters, matched
from analysis.errors import NotEnough
from queries.filters import NO_FILTERS, Filters
from views.clusters.kept_solutions import KeptSolution, choices_of, kept_solutions
from views.clusters.options import Options
from views.clusters.solutions import SEED, fingerprint, put_into, solution_id
from views.clusters.survey import Survey, survey
from views.view import Ask, Nothing

THEN = ("needs_answers", "needs_respondents")


@dataclass(frozen=True)
class Answers:
    """How a survey's people and answers differ from those of then.

    Attributes
    ----------
    new, gone : int
        People who can be classed now and could not then, and the other way round.
    people, answers : int
        Of those who are in both: who answered something else, and how many answers that is.
    weights : bool
        Whether anybody of them weighs otherwise.
    """

    new: int
    gone: int
    people: int
    answers: int
    weights: bool


@dataclass(frozen=True)
class Moved:
    """How many people are in the same class as then.

    Attributes
    ----------
    both, same : int
        People who were there then and are now; of them in the same class.
    by_model : bool
        Whether their class then is where the kept model puts them, and not known to be the very
        one: the answers of then, or the classes, could not be had exactly.
    """

    both: int
    same: int
    by_model: bool


def is_recipe(one: KeptSolution, asked: Survey, k: int) -> bool:
    """Say whether classes are made as those that were kept: of what, how, and from which seed."""
    return (
        (one.survey_id, one.method, one.k, one.seed) == (asked.survey_id, asked.method, k, SEED)
        and set(one.columns) == set(asked.said.columns)
        and set(one.numbers) == set(asked.numbers)
    )


def shown(asked: Survey, options: Options, ask: Ask) -> Survey:
    """Return the survey with what becomes of the kept solution that is open.

    Its people are put into the kept classes where that was asked, else it is made anew. Other
    choices than its own have nothing to do with it.
    """
    one = kept_solutions(ask).get(options.kept or "")
    if one is None or not is_recipe(one, asked, options.k):
        return asked
    return replace(asked, kept=one) if options.as_kept else replace(asked, again=one.solution_id)


def same_answers(one: KeptSolution, asked: Survey) -> bool:
    """Say whether answers, numbers, weights and people are those of then, to the last one."""
    return fingerprint(asked) == one.answers_print


def same_classes(one: KeptSolution, asked: Survey, made: Clusters) -> bool:
    """Say whether a survey's people are those of then, and each in the class of then."""
    return solution_id(asked, made) == one.classes_print


def survey_then(one: KeptSolution, options: Options, ask: Ask) -> Survey | None:
    """Return the survey as it was when a solution was kept.

    None where it can't be brought back to the last answer: an import of that time was undone, or
    the register that numbers come from has changed.
    """

    def ask_then(name: str, filters: Filters = NO_FILTERS, **values: object) -> pd.DataFrame:
        if name not in THEN:
            return ask(name, filters, **values)
        return ask(f"{name}_then", survey_id=values["survey_id"], last_import=one.last_import)

    try:
        then = survey(choices_of(one, options, ask), ask_then)
    except Nothing:
        return None
    return then if same_answers(one, then) else None


def answers_since(then: Survey, now: Survey) -> Answers:
    """Count how people and answers differ from those of then."""
    both = then.answers.index.intersection(now.answers.index)
    before, after = then.answers.loc[both], now.answers.loc[both, list(then.answers.columns)]
    other = before.ne(after) & ~(before.isna() & after.isna())
    return Answers(
        new=len(now.answers) - len(both),
        gone=len(then.answers) - len(both),
        people=int(other.any(axis=1).sum()),
        answers=int(other.to_numpy().sum()),
        weights=bool(then.weights.loc[both].ne(now.weights.loc[both]).any()),
    )


def moved(one: KeptSolution, then: Survey | None, now: Survey, labels: np.ndarray) -> Moved | None:
    """Count who is in the same class as then.

    Parameters
    ----------
    one : KeptSolution
    then, now : Survey
        As it was, where that is known, and as it is.
    labels : int array
        Classes of today, made anew.

    Returns
    -------
    Moved or None
        None where the answers can't be put into the kept classes.
    """
    of = then or now
    try:
        before = put_into(of, one)
    except NotEnough:
        return None
    exact = then is not None and same_classes(one, then, before)
    old = pd.Series(before.labels, index=of.answers.index)
    new = pd.Series(labels, index=now.answers.index)
    both = old.index.intersection(new.index)
    if both.empty:
        return Moved(0, 0, by_model=not exact)
    return Moved(len(both), in_same(old[both], new[both]), by_model=not exact)


def in_same(old: Sequence[int], new: Sequence[int]) -> int:
    """Count people in the same class, whatever numbers the classes have."""
    before, after = np.asarray(old), np.asarray(new)
    return int((matched(before, after)[after] == before).sum())
