"""Leaders' guess: where those who lead and those who are led part, the biggest surprise first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.errors import NotEnough
from analysis.guesses import Parted, classes_guessed, places_guessed
from analysis.kano import continuous
from queries.filters import Filters
from queries.guesses import CLASSES, PLACES
from queries.named import named
from views.guess.frame import by_class, by_place, class_columns, place_columns
from views.guess.options import Options
from views.guess.words import (
    class_finding,
    class_meaning,
    class_metrics,
    place_finding,
    place_meaning,
    place_metrics,
)
from views.kano.answers import Survey, answers, classed, survey
from views.kano.options import Options as KanoOptions
from views.scope import Scope, respondents
from views.view import Ask, Chart, Computed, Nothing, View
from words.language import Language


class Told(NamedTuple):
    """How one way of guessing is told."""

    finding: Callable
    metrics: Callable
    meaning: Callable
    columns: Callable


TOLD = {
    CLASSES: Told(class_finding, class_metrics, class_meaning, class_columns),
    PLACES: Told(place_finding, place_metrics, place_meaning, place_columns),
}


@dataclass(frozen=True, eq=False)
class Reveal:
    """What the reveal rests on.

    Attributes
    ----------
    way : str
        ``"classes"`` or ``"places"``.
    parted : Parted
    """

    way: str
    parted: Parted


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return a revealed round beside what members say.

    Raises
    ------
    Nothing
        When there is no such round, it is not revealed yet, or members' answers can't carry it.
    """
    say = options.language
    found = ask("guess_round", code=options.code)
    if found.empty or pd.isna(found["revealed_at"].iloc[0]):
        raise Nothing(say.say("There is no revealed round with this code."))
    way = str(found["way"].iloc[0])
    asked = survey(str(found["survey_id"].iloc[0]), say, ask)
    scope = respondents(asked.survey_id, filters, options, ask)
    kano = KanoOptions(say, options.limit, rule="mode")
    rows = answers(asked, scope.filters, kano, ask)
    result = classed(rows, kano)
    if result is None:
        raise Nothing(say.say("Nobody answered both halves of any question."), "filters")
    shown = result.quality.features["answered"]
    shown = shown.index[shown >= options.limit]
    said = ask("guesses", code=options.code).rename(columns={"item_id": "feature"})
    said = said[said["feature"].isin(shown)]
    try:
        if way == CLASSES:
            parted = classes_guessed(said, result)
            frame = by_class(parted, asked, result, say)
        else:
            parted = places_guessed(said, continuous(rows).features.loc[shown])
            frame = by_place(parted, asked, rows)
    except NotEnough as problem:
        raise Nothing(_why(problem.code, say)) from problem
    return _view(Reveal(way, parted), frame, asked, scope, options)


def _why(code: str, language: Language) -> str:
    if code == "no_importance":
        return language.say("This survey did not ask how important each benefit is.")
    return language.say("No benefit was both guessed and answered by enough members.")


def _view(
    found: Reveal, frame: pd.DataFrame, asked: Survey, scope: Scope, options: Options
) -> View:
    say, told = options.language, TOLD[found.way]
    finding = told.finding(frame, say)
    return View(
        name="guess",
        title=say.say("Leaders' guess"),
        finding=finding,
        frame=frame,
        columns=told.columns(say),
        chart=_chart(found.way, say),
        n=scope.n,
        basis=say.say(
            "{guessers} handed in · n = {n} members · {survey}",
            guessers=say.say_n("One guess", "{n} guesses", found.parted.guessers),
            n=say.number(scope.n),
            survey=asked.label,
        ),
        alt=say.say(
            "What leaders guessed beside what members say, benefit by benefit. {finding}",
            finding=finding,
        ),
        metrics=told.metrics(frame, found.parted, say),
        meaning=told.meaning(frame, found.parted, say),
        notes=scope.notes,
        filters=scope.chips,
        computed=_computed(found.way, asked, scope, options),
        result=found,
    )


def _chart(way: str, language: Language) -> Chart:
    if way == CLASSES:
        title = language.say("Share of members")
        return Chart("bars", "label", ("guessed_share", "truth_share"), "label", y_title=title)
    title = language.say("Place by importance")
    return Chart("bars", "label", ("guessed", "truth"), "label", y_title=title)


def _computed(way: str, asked: Survey, scope: Scope, options: Options) -> Computed:
    say = options.language.say
    words = say(
        "A benefit's surprise is the share of members in their own most frequent class, less the"
        " share who answer as was guessed. Where two classes are too close to call, either is"
        " right. Agreement: the share of pairs of guesses about one benefit that are the same."
    )
    source = "Fleiss (1971), Psychological Bulletin 76:378"
    if way != CLASSES:
        words = say(
            "Members' places follow their own mean importance. What was left unplaced shares the"
            " places left over. Agreement: Kendall's W among those who guessed."
        )
        source = "Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10:275"
    values = scope.filters.parameters() | {"survey_id": asked.survey_id, "code": options.code}
    return Computed(words, source=source, queries=tuple(
        named(name, scope.filters.condition(), values) for name in ("guesses", "kano_answers")
    ))  # fmt: skip
