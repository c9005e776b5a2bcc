"""Newer answers and the saved classes: who can be put into them, and how they have moved."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters import Drift, drift
from analysis.clusters.drift import MARKED, SOME
from analysis.disclosure import groups
from analysis.errors import NotEnough
from queries.filters import Filters
from queries.named import named
from views.clusters.options import Options as ClusterOptions
from views.clusters.survey import survey
from views.segments.moved_words import how_sure, most_moved
from views.segments.options import Options
from views.segments.saved import Saved, saved
from views.segments.typist import Typist, bands_asked, typist
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.language import Language
from words.problems import sentence

# A survey that asks so many of the questions can put people into classes.
LEAST_QUESTIONS = 3


@dataclass(frozen=True, eq=False)
class Newcomers:
    """Who can be put into saved classes.

    Attributes
    ----------
    members : dict
        Member ids by segment id: those who answered, are linked to a member, and are in none of
        the classes yet.
    """

    members: dict[str, list[int]]

    @property
    def n(self) -> int:
        """How many they are."""
        return sum(map(len, self.members.values()))


def possible(found: Saved, ask: Ask) -> dict[str, str]:
    """Return the surveys that ask enough of a solution's questions: labels by id, newest first."""
    known = ask("needs_surveys").set_index("survey_id")["label"]
    own = set(found.model.levels)
    return {
        str(survey_id): str(label)
        for survey_id, label in known.items()
        if len(own & set(ask("needs_questions", survey_id=survey_id)["item_id"]))
        + len(bands_asked(found, survey_id, ask))
        >= min(LEAST_QUESTIONS, len(own))
    }


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return a survey's people in the saved classes, then and now.

    Parameters
    ----------
    filters : Filters
        Not obeyed: whoever answered is put into a class.
    options : Options

    Raises
    ------
    Nothing
        When no classes are saved with their model, or no survey asks enough of their questions.
    """
    del filters
    say = options.language
    found = saved(options, ask)
    choices = possible(found, ask)
    if not choices:
        raise Nothing(say.say("No survey asks enough of the questions of these classes."), "upload")
    chosen = options.survey_id if options.survey_id in choices else next(iter(choices))
    asked = survey(ClusterOptions(say, options.limit, survey_id=chosen, numbers=found.numbers), ask)
    by = typist(found, asked, bands_asked(found, chosen, ask))
    try:
        moved = drift(by.model, by.frame, weights=asked.weights.to_numpy())
    except NotEnough as problem:
        said = sentence(say, problem.code, problem.facts)
        raise Nothing(said, "upload") from problem
    newcomers = _newcomers(found, by, chosen, ask)
    frame = _frame(found, moved, options)
    return View(
        name="segments-newcomers",
        title=say.say("Newer answers in the saved classes"),
        finding=_finding(newcomers, moved, options),
        frame=frame,
        columns=(
            Column("label", say.say("Class")),
            Column("then", say.say("Share when they were made"), "share", "then_low", "then_high"),
            Column("now", say.say("Share in these answers"), "share", "low", "high"),
            Column("n", say.say("People"), "count"),
        ),
        chart=Chart("bars", x="now", y=("now",), label="label"),
        n=int(moved.classes["n"].sum()),
        basis=basis(int(moved.classes["n"].sum()), choices[chosen], options),
        alt=say.say("Two dots a class: its share when the classes were made, and now."),
        notes=_notes(found, by, moved, options),
        computed=_computed(chosen, say),
        result=newcomers,
    )


def basis(n: int, survey_label: str, options: Options) -> str:
    """Say whose answers those are, and how many people's where they are not few."""
    say = options.language
    if n < options.limit:
        return say.say(
            "n < {limit} · {survey}", limit=say.number(options.limit), survey=survey_label
        )
    return say.say("n = {n} · {survey} · 95% intervals", n=say.number(n), survey=survey_label)


def _newcomers(found: Saved, by: Typist, survey_id: str, ask: Ask) -> Newcomers:
    labels = pd.Series(by.model.classify(by.frame).labels, by.frame.index)
    linked = ask("needs_members", survey_id=survey_id).set_index("respondent_id")["member_id"]
    segment = next(iter(found.segments.values()))
    placed = set(ask("segment_members", segment=segment)["member_id"])
    free = linked[linked.index.isin(labels.index) & ~linked.isin(placed)]
    of_class = labels.reindex(free.index)
    return Newcomers(
        {
            segment_id: free[of_class == one].astype("int64").tolist()
            for one, segment_id in found.segments.items()
        }
    )


def _frame(found: Saved, moved: Drift, options: Options) -> pd.DataFrame:
    """Return a row a class that may be shown."""
    classes = moved.classes.reset_index()
    visible = groups(classes[["class", "n"]], ("class",), options.limit)["visible"]
    say = options.language
    names = [
        found.names.get(one) or say.say("A class that is not saved") for one in classes["class"]
    ]
    shown = classes["class"].map(visible).fillna(False).to_numpy(dtype=bool)
    return classes.assign(label=names)[shown].reset_index(drop=True)


def _finding(newcomers: Newcomers, moved: Drift, options: Options) -> str:
    if _few(moved, options):
        return _who(newcomers, options)
    return f"{_who(newcomers, options)} {_how_far(moved.index, options.language)}"


def _few(moved: Drift, options: Options) -> bool:
    """Say whether fewer people answered than may be described."""
    return moved.classes["n"].sum() < options.limit


def _who(newcomers: Newcomers, options: Options) -> str:
    say, n = options.language, newcomers.n
    if not n:
        return say.say("Everybody who answered and is known as a member is in a segment already.")
    if n < options.limit:
        return say.say(
            "Under {limit} people can be put into the segments.", limit=say.number(options.limit)
        )
    return say.say_n(
        "One person can be put into the segments.",
        "{n} people can be put into the segments by their answers.",
        n,
    )


def _how_far(index: float, say: Language) -> str:
    """Read the population stability index (Siddiqi 2006)."""
    if index < SOME:
        return say.say("The classes are as large as when they were made.")
    if index < MARKED:
        return say.say("The classes' sizes have moved somewhat since they were made.")
    return say.say(
        "The classes' sizes have moved markedly since they were made: make them anew soon."
    )


def _notes(found: Saved, by: Typist, moved: Drift, options: Options) -> tuple[str, ...]:
    say = options.language
    few = say.say("Too few people answered to say how they differ.")
    said = [few if _few(moved, options) else how_sure(moved, say)]
    said += most_moved(found, moved, options)
    if by.by_form:
        said.append(
            say.say("This survey asks no more than the short form does; people are put in by it.")
        )
    missing = [item for item in by.model.levels if item not in moved.questions.index]
    if missing:
        said.append(
            say.say(
                "These answers lack {n} of the {all} questions; they are skipped.",
                n=say.number(len(missing)),
                all=say.number(len(by.model.levels)),
            )
        )
    said += _of_numbers(found, by, say)
    unknown = moved.questions["new"].max()
    if unknown > 0 and not np.isnan(unknown):
        said.append(say.say("Answers that nobody gave when the classes were made are skipped."))
    return tuple(said)


def _of_numbers(found: Saved, by: Typist, say: Language) -> list[str]:
    """Say which numbers helped to make the classes, and whether they are known of these people."""
    if not found.numbers:
        return []
    known = [found.question(one, say) for one in found.numbers if one in by.frame]
    if not known:
        return [
            say.say(
                "The classes were made from numbers too, and none of them is known of these"
                " people: they are put in by their answers alone."
            )
        ]
    return [
        say.say(
            "Their numbers help to put them in, where they are known: {numbers}.",
            numbers=say.listed([f"«{label}»" for label in known]),
        )
    ]


def _computed(survey_id: str, say: Language) -> Computed:
    return Computed(
        say.say(
            "The classes are not made anew: each person is put into the saved class that is"
            " likeliest for their answers, and missing answers are skipped. How far the sizes, or"
            " a question's answers, have moved is the population stability index: up to 0.10"
            " little, from 0.25 markedly. A number has moved by the difference of its means,"
            " counted in spreads of those who made the classes: up to 0.2 little, from 0.5"
            " markedly."
        ),
        formula=r"\mathrm{PSI} = \sum_c (p_c - q_c) \ln \frac{p_c}{q_c}",
        source="Siddiqi (2006), Credit Risk Scorecards; Cohen (1988), Statistical Power Analysis;"
        " Goodman (1974); Wilson (1927); Student (1908)",
        queries=(named("needs_answers", "true", {"survey_id": survey_id}),),
    )
