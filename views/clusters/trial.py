"""Why latent classes come first: what each method found where the true groups were known.

``python -m benchmarks clusters`` measures it with our own engine and writes the file.
"""

import json
from functools import cache
from pathlib import Path

import pandas as pd

from words.clusters import STRUCTURES
from words.language import Language

FILE = Path(__file__).with_name("trial.json")
METHODS = ("lca", "kmodes", "true_chances")


def agreement() -> pd.DataFrame:
    """Return the agreement with the true groups: a row a structure, a column a method.

    The adjusted Rand index, the median of several trials: 1 for the same groups, 0 for what chance
    alone would give. ``true_chances`` is the most that can be found: everybody put where the
    chances that the answers were drawn by make likeliest.
    """
    return pd.DataFrame.from_dict(_trial()["agreement"], orient="index")[list(METHODS)]


def why_latent_classes(say: Language) -> str:
    """Say in one sentence how much latent classes found of what could be found, beside k-modes."""
    table = agreement()
    found = table[["lca", "kmodes"]].div(table["true_chances"], axis=0)
    facts = {
        f"{method}_{name}": say.share(found.at[name, method])
        for name in found.index
        for method in found
    }
    return say.say(
        "Why latent classes come first: where the true groups were known, they found {lca_strong}"
        " of what can be found where the groups differed strongly, {lca_middling} where middling"
        " and {lca_weak} where weakly; k-modes found {kmodes_strong}, {kmodes_middling} and"
        " {kmodes_weak}.",
        **facts,
    )


def how_tried(say: Language) -> str:
    """Say how that was measured."""
    how = _trial()
    return say.say(
        "{people} people in {classes} groups answered {questions} questions of {answers} answers"
        " each, by chances that were drawn for every group; {trials} trials each, the middle one"
        " is shown. Agreement counts pairs of people who are together, or apart, in both: 1 is the"
        " same groups, 0 is what chance alone would give (adjusted Rand index; Hubert & Arabie"
        " 1985, J. Classif. 2:193). The most that can be found is what somebody finds who knows"
        " those chances. Your own answers may be of another kind.",
        **{name: say.number(how[name]) for name in how if name != "agreement"},
    )


def as_shown(say: Language) -> pd.DataFrame:
    """Return the agreements as a reader sees them."""
    table = agreement().map(lambda value: say.number(value, 2))
    table.index = pd.Index([say.say(STRUCTURES[name]) for name in table.index])
    table.columns = [
        say.say("Latent classes"),
        say.say("k-modes"),
        say.say("The most that can be found"),
    ]
    return table.rename_axis(say.say("The groups differ")).reset_index()


@cache
def _trial() -> dict:
    return json.loads(FILE.read_text("utf-8"))
