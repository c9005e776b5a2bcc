"""How sure is each person's class? Settled, likely or open, by class; and who is typical of it."""

import numpy as np
import pandas as pd

from analysis.disclosure import groups
from analysis.intervals import weighted_share
from analysis.means import mean
from queries.filters import Filters
from queries.named import named
from views import clusters
from views.clusters.classes import Classes
from views.clusters.options import Options
from views.clusters.typical import typical
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.language import Language

# A person's share in their class from which it is settled, and from which it is likely.
SETTLED, LIKELY = 0.8, 0.5
BANDS = ("settled", "likely", "open")


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
    if not found.solution.partition.scores.shared:
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
        finding=_finding(people[people["class"].isin(shown["class"])], shown, say),
        frame=shown,
        columns=(
            Column("label", say.say("Class")),
            Column("n", say.say("People"), "count"),
            Column("settled", band_label(say, "settled"), "share", "settled_low", "settled_high"),
            Column("likely", band_label(say, "likely"), "share", "likely_low", "likely_high"),
            Column("open", band_label(say, "open"), "share", "open_low", "open_high"),
            Column(
                "certainty",
                say.say("Mean share in the class"),
                "share",
                "certainty_low",
                "certainty_high",
            ),
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
    row = {"class": one, "label": clusters.title_of(found, one), "n": len(here)}
    if not _may_show(here["band"], options.limit):
        return row | {"settled": np.nan}
    sure = mean(here["sure"], here["weight"])
    row |= {"certainty": sure.value, "certainty_low": sure.low, "certainty_high": sure.high}
    for band in BANDS:
        told = weighted_share(here["band"] == band, here["weight"])
        row |= {band: told.value, f"{band}_low": told.low, f"{band}_high": told.high}
    return row | {"typical": typical(found, here[here["band"] == "settled"]["weight"], options)}


def _may_show(bands: pd.Series, limit: int) -> bool:
    """Say whether no band of a class is one of few people."""
    counted = bands.value_counts().rename_axis("band").rename("n").reset_index()
    return bool(groups(counted, ("band",), limit)["visible"].all())


def _finding(people: pd.DataFrame, shown: pd.DataFrame, say: Language) -> str:
    settled = weighted_share(people["band"] == "settled", people["weight"]).value
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
            " less a person lies between classes. Typical is what most settled people answer,"
            " by their survey weight; n is how many of them answered.",
            settled=say.share(SETTLED),
            likely=say.share(LIKELY),
        ),
        formula=r"P(c \mid x) = \frac{\pi_c \prod_j p_{cj}(x_j)}"
        r"{\sum_d \pi_d \prod_j p_{dj}(x_j)}",
        source="Goodman (1974), Biometrika 61:215; Wilson (1927); Kish (1965)",
        queries=(named("needs_answers", "true", {"survey_id": found.survey.survey_id}),),
    )
