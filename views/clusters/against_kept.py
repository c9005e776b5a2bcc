"""Kept solutions as something to hold classes against: where today's people are in them."""

import numpy as np
import pandas as pd

from analysis.clusters import Clusters
from analysis.errors import NotEnough
from views.clusters.kept_solutions import KeptSolution, choices_of, kept_solutions
from views.clusters.options import Options
from views.clusters.sameness import is_recipe
from views.clusters.solutions import put_into
from views.clusters.survey import Survey, survey
from views.view import Ask, Nothing
from words.language import Language
from words.problems import sentence

KEPT = "kept:"


def kept_labels(own: set[str], shared: int, say: Language, ask: Ask) -> dict[str, str]:
    """Return the kept solutions made from enough of some questions: labels by code.

    Parameters
    ----------
    own : set of str
        The questions.
    shared : int
        So many of them at least.
    """
    there = set(ask("needs_surveys")["survey_id"])
    return {
        f"{KEPT}{code}": say.say("«{name}», kept {day}", name=one.name, day=say.day(one.created_at))
        for code, one in kept_solutions(ask).items()
        if one.survey_id in there and len(own & set(one.columns)) >= min(shared, len(own))
    }


def placed(
    code: str, people: Survey, options: Options, ask: Ask
) -> tuple[np.ndarray, Clusters, Survey]:
    """Return the kept class of each of a survey's people, −1 for none; the classes; whose they are.

    Raises
    ------
    Nothing
        When the kept solution's questions are not all there any more.
    """
    one, say = kept_solutions(ask)[code.removeprefix(KEPT)], options.language
    theirs = survey(choices_of(one, options, ask), ask)
    if not is_recipe(one, theirs, one.k):
        raise Nothing(say.say("The survey no longer has the same questions."), "filters")
    try:
        made = put_into(theirs, one)
    except NotEnough as problem:
        raise Nothing(sentence(say, problem.code, problem.facts), "filters") from problem
    return _labels(one, people, theirs, made), made, theirs


def _labels(one: KeptSolution, people: Survey, theirs: Survey, made: Clusters) -> np.ndarray:
    if people.survey_id != theirs.survey_id:
        return one.model.classify(people.answers).labels
    labels = pd.Series(made.labels, index=theirs.answers.index)
    return labels.reindex(people.answers.index, fill_value=-1).to_numpy()
