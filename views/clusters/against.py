"""One solution against another: who goes where, with more classes, another way or another year."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.clusters import Clusters, agreement, flow, matched, telling
from analysis.disclosure import rounded
from queries.filters import Filters
from queries.named import named
from views import clusters
from views.clusters.against_kept import KEPT, kept_labels, placed
from views.clusters.classes import TELLING, Classes, letter, suggested
from views.clusters.options import FEWEST_CLASSES, MOST_CLASSES, Options
from views.clusters.solutions import solution
from views.clusters.survey import Survey, survey
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import METHODS, method_label
from words.language import Language

FEWER, MORE, WITHOUT, SURVEY = "fewer", "more", "without", "survey:"
# So many questions in common, and a survey's people can be put into another's classes.
SHARED_QUESTIONS = 3
# From here on two solutions say the same; below the other they share little.
ALIKE, LITTLE = 0.75, 0.4


@dataclass(frozen=True, eq=False)
class Flows:
    """What only the picture of flows needs.

    Attributes
    ----------
    here, there : dict
        By class of this solution, and by its steady number of the other: its name.
    """

    here: dict[int, str]
    there: dict[int, str]


@dataclass(frozen=True, eq=False)
class Other:
    """Another solution for the same people.

    Attributes
    ----------
    labels : int array
        Their class in it, by its own numbers; −1 for none.
    names : dict
        By its own numbers.
    """

    labels: np.ndarray
    names: dict[int, str]


def possible(options: Options, ask: Ask) -> dict[str, str]:
    """Return what this solution can be held against: labels by code.

    Raises
    ------
    Nothing
        As `views.clusters.survey.survey`.
    """
    say, asked = options.language, survey(options, ask)
    found = {}
    if options.k < MOST_CLASSES:
        found[MORE] = say.say("{k} classes", k=say.number(options.k + 1))
    if options.k > FEWEST_CLASSES:
        found[FEWER] = say.say("{k} classes", k=say.number(options.k - 1))
    for method in METHODS:
        if method != options.method and (method != "kprototypes" or asked.numbers):
            found[method] = method_label(say, method)
    if asked.numbers and options.method == "lca":
        found[WITHOUT] = say.say("Without the numbers")
    known = ask("needs_surveys").set_index("survey_id")["label"]
    own = set(asked.answers.columns)
    for survey_id, label in known.drop(asked.survey_id).items():
        theirs = set(ask("needs_questions", survey_id=survey_id)["item_id"])
        if len(own & theirs) >= SHARED_QUESTIONS:
            found[f"{SURVEY}{survey_id}"] = say.say("Classes of {survey}", survey=label)
    return found | kept_labels(own, SHARED_QUESTIONS, say, ask)


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return how many people go from each class to each class of another solution.

    Parameters
    ----------
    filters : Filters
        Not obeyed: all respondents are held against each other.
    options : Options
        ``against`` is one of `possible`'s codes; the first of them where it is none.

    Raises
    ------
    Nothing
        As `views.clusters.view`, for either solution.
    """
    del filters
    say = options.language
    found: Classes = clusters.view(Filters(), options, ask).result
    choices = possible(options, ask)
    code = options.against if options.against in choices else next(iter(choices))
    other = _other(found, code, options, ask)
    labels, names = _steady(found, other)
    frame = _flows(found, labels, names, options)
    if frame.empty:
        raise Nothing(say.say("Too few people go anywhere to show it."), "filters")
    alike = agreement(found.solution.labels, labels)
    return View(
        name="clusters-against",
        title=say.say("Against {other}", other=choices[code]),
        finding=_finding(frame, alike, choices[code], say),
        frame=frame,
        columns=(
            Column("from", say.say("Class here")),
            Column("to", choices[code]),
            Column("n", say.say("People"), "count"),
            Column("share", say.say("Share of the class here"), "share"),
        ),
        chart=Chart("bars", x="n", y=("n",), label="pair"),
        n=int((labels >= 0).sum()),
        basis=say.say(
            "n = {n} · {survey} · adjusted Rand index {index}",
            n=say.number(int((labels >= 0).sum())),
            survey=found.survey.label,
            index=say.number(alike, 2),
        ),
        alt=say.say("Bands from each class here to the classes there, as wide as people are many."),
        notes=(
            say.say(
                "Numbers of people are rounded to the nearest {limit}, and smaller ones left out.",
                limit=say.number(options.limit),
            ),
        ),
        computed=_computed(found, say),
        result=Flows({one: clusters.title_of(found, one) for one in found.visible}, names),
    )


def _other(found: Classes, code: str, options: Options, ask: Ask) -> Other:
    if code.startswith(KEPT):
        labels, made, theirs = placed(code, found.survey, options, ask)
        return Other(labels, _names(made, theirs, options.language))
    if code.startswith(SURVEY):
        theirs = survey(replace(options, survey_id=code.removeprefix(SURVEY), questions=()), ask)
        made = solution(theirs, options.k, options.language)
        typed = made.classify(found.survey.answers)
        return Other(typed.labels, _names(made, theirs, options.language))
    steps = {MORE: 1, FEWER: -1}
    asked = found.survey
    if code == WITHOUT:
        asked = asked.without_numbers()
    elif code not in steps:
        asked = asked.by(code)
    made = solution(asked, options.k + steps.get(code, 0), options.language)
    return Other(made.labels, _names(made, asked, options.language))


def _names(made: Clusters, asked: Survey, say: Language) -> dict[int, str]:
    tells = telling(made.profiles, TELLING)
    return {one: suggested(pairs, asked, say) for one, pairs in tells.items()}


def _steady(found: Classes, other: Other) -> tuple[np.ndarray, dict[int, str]]:
    """Number the other's classes as those here are that most of their people come from."""
    steady = matched(found.solution.labels, other.labels)
    labels = np.where(other.labels >= 0, steady[other.labels], -1)
    return labels, {
        int(steady[one]): f"{letter(int(steady[one]))} · {name}"
        for one, name in other.names.items()
    }


def _flows(
    found: Classes, labels: np.ndarray, names: dict[int, str], options: Options
) -> pd.DataFrame:
    """Return the flows that may be shown, a row each."""
    table = flow(found.solution.labels, labels)
    sizes = table.groupby("class")["n"].transform("sum")
    people = rounded(table["n"], options.limit)
    table = table.assign(n=people, share=people / sizes).drop(columns="jaccard")[people > 0]
    here = {one: clusters.title_of(found, one) for one in found.visible}
    table = table[table["class"].isin(here)]
    return table.assign(
        **{
            "from": table["class"].map(here),
            "to": table["other"].map(names),
        },
        pair=[f"{letter(a)} → {letter(b)}" for a, b in table[["class", "other"]].to_numpy()],
    ).reset_index(drop=True)


def _finding(frame: pd.DataFrame, alike: float, other: str, say: Language) -> str:
    """Say how much the two agree, and which class is broken up most."""
    facts = {"other": other, "index": say.number(alike, 2)}
    text = (
        say.say("{other}: nearly the same people stay together (agreement {index} of 1).", **facts)
        if alike >= ALIKE
        else say.say("{other}: many of the same people stay together ({index} of 1).", **facts)
        if alike >= LITTLE
        else say.say("{other}: few of the same people stay together ({index} of 1).", **facts)
    )
    kept = frame.groupby("class")["share"].max()
    worst = kept.idxmin()
    if kept[worst] == 1:
        whole = say.say("No class is broken up.")
        return f"{text} {whole}"
    name = frame.loc[frame["class"] == worst, "from"].iloc[0]
    broken = say.say(
        "The most broken up is «{name}»: {share} of it stay together.",
        name=name,
        share=say.share(kept[worst]),
    )
    return f"{text} {broken}"


def _computed(found: Classes, say: Language) -> Computed:
    return Computed(
        say.say(
            "The same people are held in both solutions. Classes of the other one get the letter"
            " of the class here that most of their people come from. Another survey's classes are"
            " those of its own people; who answered here is put into them by the questions that"
            " both asked. The adjusted Rand index is 1 when both put the same people together, and"
            " 0 when they agree no more than by chance."
        ),
        formula=r"\mathrm{ARI} = \frac{\sum \binom{n_{ij}}{2} - E}{\frac{1}{2}(A + B) - E}",
        source="Hubert & Arabie (1985), J. Classif. 2:193; Kuhn (1955) (matching)",
        queries=(named("needs_answers", "true", {"survey_id": found.survey.survey_id}),),
    )
