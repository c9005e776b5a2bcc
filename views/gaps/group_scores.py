"""Opportunity scores group by group, with intervals: what is worth doing for whom."""

from dataclasses import dataclass

import pandas as pd

from analysis.errors import NotEnough
from analysis.value import opportunities
from queries.filters import Filters
from views.gaps.answers import ANSWERS, Asked
from views.gaps.by_group import asked_by_group, group_names, side_by_side
from views.gaps.options import Options
from views.kano.words import in_sentence
from views.view import Ask, Nothing
from words.language import Language

RESAMPLES = 400


@dataclass(frozen=True, eq=False)
class GroupScores:
    """Opportunity scores of each benefit in each group.

    Attributes
    ----------
    cells : pandas.DataFrame
        By (group, item id): columns of `analysis.value.Opportunities.benefits`, of cells with
        enough answers on both questions.
    table : pandas.DataFrame
        A row a benefit and a column a group, as a reader sees it.
    said : tuple of str
        The score that is most surely large, and how the table is to be read.
    """

    cells: pd.DataFrame
    table: pd.DataFrame
    said: tuple[str, ...]


def group_scores(filters: Filters, options: Options, ask: Ask) -> GroupScores:
    """Return the scores of the groups that are compared.

    Parameters
    ----------
    filters : Filters
        One on the compared dimension is let go.
    options : Options
        ``compare`` is a dimension.
    ask : Ask

    Raises
    ------
    Nothing
        When too few in every group answered both questions of any benefit.
    """
    say = options.language
    of, rows = asked_by_group(filters, options, ask)
    cells = _cells(rows, of, options.limit)
    if cells.empty:
        raise Nothing(say.say("Too few answers in every group to score any benefit."), "filters")
    names = group_names(cells, options, ask)
    labels = of.survey.items["label"]
    return GroupScores(cells, _table(cells, names, labels, say), _said(cells, names, labels, say))


def _cells(rows: pd.DataFrame, of: Asked, limit: int) -> pd.DataFrame:
    scored = {}
    for code, part in rows.groupby("group"):
        answers = part[["respondent_id", "item_id", "weight", *ANSWERS]]
        try:
            found = opportunities(answers, weights=of.weights, resamples=RESAMPLES)
        except NotEnough:
            continue
        scored[code] = found.benefits
    if not scored:
        return pd.DataFrame()
    cells = pd.concat(scored, names=["group", "item_id"])
    return cells[(cells["n"] >= limit) & (cells["n_satisfied"] >= limit)]


def _table(
    cells: pd.DataFrame, names: dict[str, str], labels: pd.Series, say: Language
) -> pd.DataFrame:
    """Return a row a benefit, the one whose score is surely largest in a group first."""
    text = pd.Series(
        [
            say.say(
                "{score} ({low}–{high}, n = {n})",
                score=say.number(row.score, 1),
                low=say.number(row.low, 1),
                high=say.number(row.high, 1),
                n=say.number(row.n_satisfied),
            )
            for row in cells.itertuples()
        ],
        cells.index,
    )
    return side_by_side(text, cells["low"], names, labels, say)


def _said(
    cells: pd.DataFrame, names: dict[str, str], labels: pd.Series, say: Language
) -> tuple[str, ...]:
    group, item = cells["low"].idxmax()  # a few answers make large scores by chance
    most = cells.loc[(group, item)]
    largest = say.say(
        "Most surely large in any group: {benefit} for «{group}», {score} of 20 ({low}–{high},"
        " n = {n}).",
        benefit=in_sentence(labels[item]),
        group=names[group],
        score=say.number(most["score"], 1),
        low=say.number(most["low"], 1),
        high=say.number(most["high"], 1),
        n=say.number(int(most["n_satisfied"])),
    )
    reading = say.say(
        "n is those who rated both their wish and what they got. Each interval (95%) stands for"
        " its own score; among so many some lie apart by chance. «–» is too few answers."
    )
    return largest, reading
