"""What the gaps page rests on: the chain and its losses, scores, the plane, the groups."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.value import (
    Chain,
    Gaps,
    Losses,
    Opportunities,
    chain,
    gaps,
    losses,
    opportunities,
    question_shares,
)
from views.gaps.answers import ANSWERS, Asked
from views.gaps.groups import Groups, compared
from views.gaps.options import Options
from views.view import Ask

# The kinds of benefit that are help with something, which can be solved or not.
HELP = ("advice", "insurance")


@dataclass(frozen=True, eq=False)
class ValueGaps:
    """What the gaps page rests on, for its figures.

    Attributes
    ----------
    asked : Asked
        Whom it speaks of.
    chain : Chain
        Important to satisfied, step by step.
    unweighted : Chain or None
        As `chain`, without weights; None where none count.
    losses : Losses
        The chain's losses with their doubt.
    shares : pandas.DataFrame
        Each question by itself: `analysis.value.question_shares`.
    scores : Opportunities
    plane : Gaps
        Importance against satisfaction, with the crosshair.
    groups : Groups
        The comparison that was asked for.
    """

    asked: Asked
    chain: Chain
    unweighted: Chain | None
    losses: Losses
    shares: pd.DataFrame
    scores: Opportunities
    plane: Gaps
    groups: Groups


def found(of: Asked, options: Options, ask: Ask) -> ValueGaps:
    """Follow those whom the page speaks of through every benefit."""
    answers = of.rows[["respondent_id", "item_id", "weight", *ANSWERS]]
    follow = partial(following(of, of.rows), members=of.members)
    followed = follow(weights=of.weights)
    return ValueGaps(
        asked=of,
        chain=followed,
        unweighted=None if of.weights is None else follow(weights=None),
        losses=losses(followed),
        shares=question_shares(answers, weights=of.weights),
        scores=opportunities(answers, weights=of.weights),
        plane=gaps(answers, crosshair=options.crosshair, weights=of.weights),
        groups=compared(of, options, ask),
    )


def following(of: Asked, rows: pd.DataFrame) -> Callable[..., Chain]:
    """Return what follows those who gave some answers through every benefit.

    Returns
    -------
    callable
        `analysis.value.chain` of these answers; takes ``weights`` and ``members``.
    """
    items = of.survey.items
    return partial(
        chain,
        rows[["respondent_id", "item_id", "weight", *ANSWERS]],
        not_offered=items.index[items["unmet"]],
        by_right=items.index[items["collective"]],
        nothing_to_solve=items.index[items["kind"].notna() & ~items["kind"].isin(HELP)],
    )
