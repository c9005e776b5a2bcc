"""Which option comes first under weights that anybody may change, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.attractiveness import Criteria, Swap, smallest_swap, weighted
from analysis.smaa import Acceptability, rank_acceptability
from views.view import Column
from words.language import N_, Language

SURE, LIKELY = 0.95, 0.8
# Nobody stumbles over a change of a weight as large as this, of 10.
MUCH = 3
# In that place under more than half of all weights.
MOST = 0.5
SHOWN = {
    "place_1": N_("Chance of first place"),
    "place_2": N_("Chance of second place"),
    "place_3": N_("Chance of third place"),
}


@dataclass(frozen=True)
class Change:
    """The smallest change of one weight that gives a place to another option.

    Attributes
    ----------
    by : str
        The option that would take the place.
    swap : Swap
        Which weight, and how far.
    """

    by: str
    swap: Swap


@dataclass(frozen=True, eq=False)
class Places:
    """Options by their weighted score, the best first.

    Attributes
    ----------
    criteria : Criteria
        Each against its best option.
    scores : DataFrame
        By option, best first: ``score``, ``low``, ``high``, 0 to 1.
    all_weights, these_weights : Acceptability
        Chances of each place under all weights, and under those given.
    first, second : Change or None
        What would give first and second place to another option.
    """

    criteria: Criteria
    scores: pd.DataFrame
    all_weights: Acceptability
    these_weights: Acceptability
    first: Change | None
    second: Change | None

    @property
    def order(self) -> list[str]:
        """The options' codes, best first."""
        return list(self.scores.index)

    def place(self, code: str) -> int:
        """Return an option's place, 1 for the best."""
        return self.order.index(code) + 1

    def chance_ahead(self, place: int) -> float:
        """Return how sure a place is with these weights: the option there is no lower."""
        chances = self.these_weights.ranks.loc[self.order[place - 1]]
        return float(np.sum(chances.loc[:place]))

    def chances(self) -> pd.DataFrame:
        """Return the chances of the first places under all weights, ``place_1, …``, best first."""
        ranks = self.all_weights.ranks.loc[self.order]
        return ranks.iloc[:, : len(SHOWN)].set_axis(list(SHOWN)[: ranks.shape[1]], axis=1)


def places(criteria: Criteria, weights: pd.Series) -> Places:
    """Rank options by the weights that were given.

    Parameters
    ----------
    criteria : Criteria
        Of two options or more.
    weights : Series
        0 to 10 by criterion.

    Raises
    ------
    NotEnough
        ``one_option``; ``weights_all_zero``.
    """
    scores = weighted(criteria, weights)
    order = ordered(scores)
    return Places(
        criteria=criteria,
        scores=scores.loc[order],
        all_weights=rank_acceptability(criteria),
        these_weights=rank_acceptability(criteria, weights),
        first=_nearest(criteria, weights, order[0], order[1:]),
        second=_nearest(criteria, weights, order[1], order[2:]),
    )


def ordered(scores: pd.DataFrame) -> list[str]:
    """Return the options' codes, best first; equals by their code."""
    return list(scores.sort_index().sort_values("score", ascending=False, kind="stable").index)


def place_columns(ranked: Places, say: Language) -> tuple[Column, ...]:
    """Return the columns of `Places.chances` as a reader sees them."""
    return tuple(Column(name, say.say(SHOWN[name]), "share") for name in ranked.chances())


def first_place(
    ranked: Places, names: Mapping[str, str], weighed: Mapping[str, str], say: Language
) -> str:
    """Say which option comes first, and how much of that is the weights.

    Parameters
    ----------
    ranked : Places
    names : mapping
        What options are called, by code.
    weighed : mapping
        By criterion, how it is named inside a sentence about its weight; untranslated.
    say : Language
    """
    top, following = ranked.order[:2]
    name = names[top]
    if ranked.chance_ahead(1) < LIKELY:
        return say.say(
            "«{first}» and «{second}» are too close to call",
            first=name,
            second=names[following],
        )
    if ranked.all_weights.ranks.loc[top, 1] >= SURE:
        return say.say("«{first}» comes first whatever the weights", first=name)
    if near(ranked.first):
        return _unless(ranked.first.swap, name, weighed, say)
    if ranked.all_weights.ranks.loc[top, 1] >= MOST:
        return say.say("«{first}» comes first with most weights", first=name)
    return say.say("«{first}» comes first with weights like these", first=name)


def what_changes(
    ranked: Places, names: Mapping[str, str], criteria: Mapping[str, str], say: Language
) -> str:
    """Say which smallest change of one weight would give first place away."""
    if ranked.first is None:
        return say.say("Changing one weight alone gives first place to no other.")
    swap = ranked.first.swap
    return say.say(
        "«{group}» would draw level with first place if «{criterion}» had the weight {needed}"
        " instead of {now}.",
        group=names[ranked.first.by],
        criterion=say.say(criteria[swap.criterion]),
        needed=say.number(swap.needed, 1),
        now=say.number(swap.now),
    )


def under_all_weights(ranked: Places, names: Mapping[str, str], say: Language) -> str:
    """Say how large a share of all weights puts which two first; nothing where that is sure."""
    first = ranked.all_weights.ranks[1].sort_values(ascending=False, kind="stable")
    if first.iloc[0] >= SURE:
        return ""
    return say.say(
        "Of all weights that could be given, {share} put «{first}» first and {next_share}"
        " «{second}».",
        share=say.share(first.iloc[0]),
        first=names[first.index[0]],
        next_share=say.share(first.iloc[1]),
        second=names[first.index[1]],
    )


def near(change: Change | None) -> bool:
    """Say whether so small a change of a weight gives the place away."""
    return change is not None and abs(change.swap.needed - change.swap.now) < MUCH


def _unless(swap: Swap, name: str, weighed: Mapping[str, str], say: Language) -> str:
    facts = {"first": name, "criterion": say.say(weighed[swap.criterion])}
    if swap.needed > swap.now:
        return say.say("«{first}» comes first unless {criterion} counts more", **facts)
    return say.say("«{first}» comes first unless {criterion} counts less", **facts)


def _nearest(
    criteria: Criteria, weights: pd.Series, ahead: str, others: list[str]
) -> Change | None:
    """Find whom the smallest change of one weight would bring level."""
    swaps = {other: smallest_swap(criteria.values, weights, ahead, other) for other in others}
    found = [Change(other, swap) for other, swap in swaps.items() if swap is not None]
    return min(found, key=lambda one: abs(one.swap.needed - one.swap.now), default=None)
