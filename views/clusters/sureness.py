"""How sure is each person's class? Settled, likely or open, by class; and who is typical of it."""

import numpy as np
import pandas as pd

from analysis.disclosure import groups
from analysis.intervals import kish, wilson
from queries.filters import Filters
from queries.named import named
from views import clusters
from views.clusters.classes import Classes
from views.clusters.options import Options
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import phrase
from words.language import Language

# A person's share in their class from which it is settled, and from which it is likely.
SETTLED, LIKELY = 0.8, 0.5
BANDS = ("settled", "likely", "open")
# Answers that most of a class's settled people give are typical of it, so many at most.
TYPICAL_FROM, MOST_TYPICAL = 0.5, 4


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return how sure people's class is, by class within a filter.

    Raises
    ------
    Nothing
        As `views.clusters.view`; when the method puts everybody into one class wholly.
    """
    say = options.language
    whole = clusters.view(filters, options, ask)
    found: Classes = whole.result
    if not found.solution.parameters:
        raise Nothing(
            say.say(
                "This method puts everybody wholly into one class; latent classes tell how sure."
            )
        )
    people = _people(found)
    frame = pd.DataFrame([_row(found, one, people, options) for one in found.visible])
    shown = frame.dropna(subset=["settled"])
    if shown.empty:
        raise Nothing(say.say("Too few people in every class to show any."), "filters")
    return View(
        name="clusters-sureness",
        title=say.say("How sure is each person's class?"),
        finding=_finding(people[people["class"].isin(found.visible)], shown, say),
        frame=shown,
        columns=(
            Column("label", say.say("Class")),
            Column("n", say.say("People"), "count"),
            Column("settled", band_label(say, "settled"), "share", "low", "high"),
            Column("likely", band_label(say, "likely"), "share"),
            Column("open", band_label(say, "open"), "share"),
            Column("certainty", say.say("Mean share in the class"), "share"),
            Column("typical", say.say("Typical answers")),
        ),
        chart=Chart("bars", x="settled", y=("settled",), label="label"),
        n=int(shown["n"].sum()),
        basis=whole.basis,
        alt=say.say("A bar a class, parted into settled, likely and open."),
        meaning=tuple(
            say.say("{title}, typically: {what}.", title=row.label, what=row.typical)
            for row in shown.itertuples()
            if row.typical
        ),
        filters=whole.filters,
        computed=_computed(found, say),
    )


def band_label(say: Language, band: str) -> str:
    """Return what a band of certainty is called."""
    return {
        "settled": say.say("Settled: {share} or more", share=say.share(SETTLED)),
        "likely": say.say("Likely: {share} or more", share=say.share(LIKELY)),
        "open": say.say("Open: less"),
    }[band]


def _people(found: Classes) -> pd.DataFrame:
    """Return the filter's people: ``class``, ``sure`` (their share in it), ``band``, ``weight``."""
    asked = found.survey
    sure = pd.Series(found.solution.posterior.max(axis=1), asked.answers.index)
    sure = sure.reindex(found.inside.index)
    band = np.select([sure >= SETTLED, sure >= LIKELY], BANDS[:2], BANDS[2])
    weight = asked.weights.reindex(sure.index)
    return pd.DataFrame({"class": found.inside, "sure": sure, "band": band, "weight": weight})


def _row(found: Classes, one: int, people: pd.DataFrame, options: Options) -> dict[str, object]:
    here = people[people["class"] == one]
    row = {
        "class": one,
        "label": clusters.title_of(found, one),
        "n": len(here),
        "certainty": _mean(here["sure"], here["weight"]),
    }
    if not _may_show(here["band"], options.limit):
        return row | dict.fromkeys((*BANDS, "low", "high"), np.nan)
    typical = _typical(found, here[here["band"] == "settled"].index, options)
    shares = {band: _mean(here["band"] == band, here["weight"]) for band in BANDS}
    n = kish(here["weight"]) or float(len(here))
    low, high = wilson(shares["settled"] * n, n)
    return row | shares | {"low": float(low), "high": float(high), "typical": typical}


def _may_show(bands: pd.Series, limit: int) -> bool:
    """Say whether no band of a class is one of few people."""
    counted = bands.value_counts().rename_axis("band").rename("n").reset_index()
    return bool(groups(counted, ("band",), limit)["visible"].all())


def _mean(values: pd.Series, weight: pd.Series) -> float:
    """Return the weighted mean; the plain one where nobody has any weight."""
    return float(np.average(values, weights=weight if weight.any() else None))


def _typical(found: Classes, settled: pd.Index, options: Options) -> str:
    """List what most of a class's settled people answer, the most common first."""
    if len(settled) < options.limit:
        return ""
    asked, say = found.survey, options.language
    answers = asked.said.loc[settled]
    common = {item: answers[item].value_counts(normalize=True).head(1) for item in answers}
    said = [
        (float(top.iloc[0]), phrase(say, item, str(top.index[0]), asked.questions["label"][item]))
        for item, top in common.items()
        if len(top) and top.iloc[0] >= TYPICAL_FROM
    ]
    said.sort(key=lambda pair: -pair[0])
    return say.listed([f"{text} ({say.share(share)})" for share, text in said[:MOST_TYPICAL]])


def _finding(people: pd.DataFrame, shown: pd.DataFrame, say: Language) -> str:
    settled = _mean(people["band"] == "settled", people["weight"])
    least = shown.loc[shown["settled"].idxmin()]
    if least["settled"] >= settled:
        return say.say(
            "Of {share} of {n} people it is settled which class they are in.",
            share=say.share(settled),
            n=say.number(len(people)),
        )
    return say.say(
        "Of {share} of {n} people it is settled which class they are in; least often in"
        " «{name}» ({least}).",
        share=say.share(settled),
        n=say.number(len(people)),
        name=least["label"],
        least=say.share(least["settled"]),
    )


def _computed(found: Classes, say: Language) -> Computed:
    return Computed(
        say.say(
            "Latent classes give each person a chance of being in each class, by their own"
            " answers. Settled is a chance of {settled} or more, likely {likely} or more; with"
            " less a person lies between classes. Typical is what most settled people answer.",
            settled=say.share(SETTLED),
            likely=say.share(LIKELY),
        ),
        formula=r"P(c \mid x) = \frac{\pi_c \prod_j p_{cj}(x_j)}"
        r"{\sum_d \pi_d \prod_j p_{dj}(x_j)}",
        source="Goodman (1974), Biometrika 61:215; Wilson (1927)",
        queries=(named("needs_answers", "true", {"survey_id": found.survey.survey_id}),),
    )
