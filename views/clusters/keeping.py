"""Classes on their way to being kept: how they were made, and what was found."""

import math

from analysis.clusters import kept
from queries.solutions import NewSolution
from views.clusters.classes import Classes
from views.clusters.kept_solutions import KeptSolution, kept_solutions
from views.clusters.sameness import is_recipe, same_answers
from views.clusters.solutions import SEED, fingerprint
from views.view import Ask


def new_solution(found: Classes, ask: Ask) -> NewSolution:
    """Return a solution ready to be kept: of everybody who can be classed, whatever the filter."""
    asked, made = found.survey, found.solution
    return NewSolution(
        survey_id=asked.survey_id,
        survey_label=asked.label,
        method=asked.method,
        k=made.k,
        seed=SEED,
        columns=list(asked.said.columns),
        numbers=list(asked.numbers),
        weighted=asked.weights.nunique() > 1,
        people=len(asked.answers),
        cost=made.cost,
        log_likelihood=_known(made.log_likelihood),
        bic=_known(made.bic),
        silhouette=made.silhouette,
        answers_print=fingerprint(asked),
        classes_print=found.solution_id,
        data_version=int(ask("meta")["data_version"].iloc[0]),
        last_import=int(ask("newest_import")["import_id"].iloc[0]),
        model=kept(made).as_json(),
    )


def kept_as(found: Classes, ask: Ask) -> KeptSolution | None:
    """Return the kept solution that these classes are; None where they are none."""
    asked = found.survey
    for one in kept_solutions(ask).values():
        same = is_recipe(one, asked, found.solution.k) and one.classes_print == found.solution_id
        if same and same_answers(one, asked):
            return one
    return None


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
