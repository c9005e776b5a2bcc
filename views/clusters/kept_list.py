"""The kept solutions: what each was made from, by whom, and whether the data are as they were."""

import json
from dataclasses import dataclass

import pandas as pd

from queries.filters import Filters
from queries.named import named
from views.clusters.kept_solutions import KeptSolution, choices_of, kept_solutions
from views.clusters.options import Options
from views.clusters.sameness import is_recipe, same_answers
from views.clusters.survey import survey
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import method_label
from words.language import Language

SAME, CHANGED, OTHER_QUESTIONS = "same", "changed", "other_questions"
NO_ANSWERS, NO_SURVEY = "no_answers", "no_survey"
# A solution in one of these states can be made anew.
TO_BE_MADE = (SAME, CHANGED)


@dataclass(frozen=True, eq=False)
class Listed:
    """A kept solution as the list says it.

    Attributes
    ----------
    kept : KeptSolution
    facts, state : str
        How it was made, and whether the data are as they were.
    can_be_made : bool
        Whether its survey and questions are still there.
    """

    kept: KeptSolution
    facts: str
    state: str
    can_be_made: bool


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the kept solutions, the newest first.

    Parameters
    ----------
    filters : Filters
        Not obeyed: solutions are made from everybody.

    Raises
    ------
    Nothing
        When none is kept.
    """
    del filters
    say = options.language
    kept = kept_solutions(ask)
    if not kept:
        raise Nothing(say.say("No solution is kept yet."))
    states = {code: _state(one, options, ask) for code, one in kept.items()}
    rows = ask("kept_solutions").set_index("solution_id")
    frame = _frame(rows, states, say)
    return View(
        name="clusters-kept",
        title=say.say("Kept solutions"),
        finding=_finding(list(states.values()), say),
        frame=frame,
        columns=_columns(say),
        chart=Chart("bars", x="people", y=("people",), label="name", y_title=say.say("People")),
        n=len(frame),
        basis=say.say_n("One kept solution", "{n} kept solutions", len(frame)),
        alt=say.say("A table of kept solutions: how each was made, when and by whom."),
        computed=Computed(
            say.say(
                "The data are as they were when a fingerprint (SHA-256) of all answers, numbers and"
                " weights that the classes were made from is the one that was kept; one answer that"
                " differs makes another fingerprint."
            ),
            queries=(named("kept_solutions", "true", {}),),
        ),
        result=tuple(
            Listed(
                one, _facts(one, say), state_words(states[code], say), states[code] in TO_BE_MADE
            )
            for code, one in kept.items()
        ),
    )


def _state(one: KeptSolution, options: Options, ask: Ask) -> str:
    if one.survey_id not in set(ask("needs_surveys")["survey_id"]):
        return NO_SURVEY
    try:
        asked = survey(choices_of(one, options, ask), ask)
    except Nothing:
        return NO_ANSWERS
    if not is_recipe(one, asked, one.k):
        return OTHER_QUESTIONS
    return SAME if same_answers(one, asked) else CHANGED


def state_words(state: str, say: Language) -> str:
    """Say whether the data are as they were."""
    return {
        SAME: say.say("The answers are as they were."),
        CHANGED: say.say("The answers have changed since."),
        OTHER_QUESTIONS: say.say("The survey no longer has the same questions."),
        NO_ANSWERS: say.say("Its questions have no answers any more."),
        NO_SURVEY: say.say("Its survey is not in the database any more."),
    }[state]


def _facts(one: KeptSolution, say: Language) -> str:
    numbers = say.say_n("one number", "{n} numbers", len(one.numbers)) if one.numbers else ""
    return " · ".join(
        filter(
            None,
            (
                one.survey_label,
                method_label(say, one.method),
                say.say("{k} classes", k=say.number(one.k)),
                say.say_n("{n} question", "{n} questions", len(one.columns)),
                numbers,
                say.say("seed {seed}", seed=one.seed),
                say.say_n("One person", "{n} people", one.people),
                say.say("kept {day} by {user}", day=say.day(one.created_at), user=one.created_by),
            ),
        )
    )


def _frame(rows: pd.DataFrame, states: dict[str, str], say: Language) -> pd.DataFrame:
    return (
        rows.drop(columns=["model"])
        .assign(
            how=[method_label(say, method) for method in rows["method"]],
            when=[say.moment(at) for at in rows["created_at"]],
            questions=rows["columns"].map(json.loads).map(len),
            state=[state_words(states[code], say) for code in rows.index],
        )
        .reset_index(drop=True)
    )


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("name", say.say("Name")),
        Column("note", say.say("Note")),
        Column("when", say.say("Kept")),
        Column("created_by", say.say("Kept by")),
        Column("survey_label", say.say("Survey")),
        Column("how", say.say("Method")),
        Column("k", say.say("Classes"), "count"),
        Column("seed", say.say("Seed"), "count"),
        Column("questions", say.say("Questions"), "count"),
        Column("people", say.say("People"), "count"),
        Column("bic", "BIC", "number"),
        Column("silhouette", say.say("Silhouette, −1 to 1"), "coefficient"),
        Column("data_version", say.say("Data version"), "count"),
        Column("state", say.say("The data now")),
    )


def _finding(states: list[str], say: Language) -> str:
    changed = sum(state != SAME for state in states)
    if not changed:
        return say.say("All kept solutions can be made anew from the very same answers.")
    return say.say_n(
        "The data of one kept solution have changed since.",
        "The data of {n} kept solutions have changed since.",
        changed,
    )
