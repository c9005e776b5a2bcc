"""Who answered, in words: who is heard too little, and what weighting costs."""

import pandas as pd

from analysis.raking import Raked
from views.kano.words import in_sentence
from views.view import Metric
from words.gaps import whom
from words.language import Language

CLEAR = 0.8  # heard less than this part of their share of the people
SMALL = 0.03  # a group below this share of the people is no headline
COSTLY = 1.5


def finding(rows: pd.DataFrame, say: Language) -> str:
    """Name the group that is most clearly heard too little; else say that nobody is."""
    under = least_heard(rows)
    if under is None:
        return say.say("Those who answered look like the membership in all that is known of them.")
    return say.say(
        "{group}: {target} of the people and {share} of the answers. They are heard too little.",
        group=_group(under, say),
        target=say.share(under["target"]),
        share=say.share(under["share"]),
    )


def least_heard(rows: pd.DataFrame) -> pd.Series | None:
    """Return the group that is surely heard less than its share of the people, by the most."""
    clear = rows[(rows["share_high"] < CLEAR * rows["target"]) & (rows["target"] >= SMALL)]
    if clear.empty:
        return None
    return clear.loc[(clear["share"] - clear["target"]).idxmin()]


def metrics(rows: pd.DataFrame, answered: int, people: int, weights: Raked | None, say: Language):
    """Return how many answered, the range of the response, and the price of weighting."""
    rate = say.say("{share} of {n} people", share=say.share(answered / people, 1),
                   n=say.number(people))  # fmt: skip
    figures = [Metric(say.say("Answered"), say.number(answered), rate)]
    if len(rows) > 1:
        low, high = rows.loc[rows["rate"].idxmin()], rows.loc[rows["rate"].idxmax()]
        figures.append(
            Metric(
                say.say("Share who answered"),
                say.share_interval(low["rate"], high["rate"]),
                say.say("from {least} to {most}", least=in_sentence(low["label"]),
                        most=in_sentence(high["label"])),
            )
        )  # fmt: skip
    if weights is not None:
        figures.append(
            Metric(
                say.say("Weighted, they count as"),
                say.number(weights.effective_n),
                say.say("design effect {deff}", deff=say.number(weights.design_effect, 2)),
            )
        )
    return tuple(figures)


def meaning(rows: pd.DataFrame, weights: Raked | None, say: Language) -> tuple[str, ...]:
    """Say what follows: who else is heard too little, and whether weighting is worth it."""
    said = [_others(rows, say)]
    if weights is None:
        said.append(say.say("Nothing is known of these respondents that weights could be made by."))
        return tuple(sentence for sentence in said if sentence)
    sentence = say.say(
        "Weighted to look like the membership, {n} answers tell as much as {effective}"
        " unweighted ones would.",
        n=say.number(len(weights.weights)),
        effective=say.number(weights.effective_n),
    )
    if weights.design_effect > COSTLY:
        sentence += " " + say.say("That is a high price: look at both.")
    said.append(sentence)
    if weights.trimmed:
        said.append(
            say.say_n(
                "{n} person counts for the most that is allowed, five times the mean.",
                "{n} people count for the most that is allowed, five times the mean.",
                weights.trimmed,
            )
        )
    return tuple(sentence for sentence in said if sentence)


def _others(rows: pd.DataFrame, say: Language) -> str:
    clear = rows[(rows["share_high"] < CLEAR * rows["target"]) & (rows["target"] >= SMALL)]
    order = (clear["share"] - clear["target"]).sort_values().index[1:4]
    if order.empty:
        return ""
    names = [
        say.say(
            "{group} ({share} of {n} answered)",
            group=_group(row, say),
            share=say.share(row["rate"]),
            n=say.number(row["people"]),
        )
        for _, row in clear.loc[order].iterrows()
    ]
    return say.say("Heard too little as well: {names}.", names=say.listed(names))


def _group(row: pd.Series, say: Language) -> str:
    """Name a group so that a sentence can begin with it."""
    if row["trait"] == "status":
        who = whom(say, row["group"])
        return who[:1].upper() + who[1:]
    return f"{row['trait_label']} – {in_sentence(row['label'])}"
