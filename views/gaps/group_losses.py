"""The widest loss of each benefit group by group: members against former members, and branches."""

from dataclasses import dataclass

import pandas as pd

from analysis.errors import NotEnough
from analysis.value import losses
from queries.filters import Filters
from views.gaps.answers import Asked
from views.gaps.by_group import asked_by_group, group_names, side_by_side
from views.gaps.options import Options
from views.gaps.result import following
from views.kano.words import in_sentence
from views.view import Ask, Nothing
from words.gaps import gap_label
from words.language import Language

DRAWS = 1000  # a table of many cells, each read to a percentage point


@dataclass(frozen=True, eq=False)
class GroupLosses:
    """Where each group loses most of a benefit's people.

    Attributes
    ----------
    cells : pandas.DataFrame
        By (group, item id): ``gap`` (code) that surely loses the largest share of those who got to
        it, ``share`` with ``share_low`` and ``share_high``, ``n`` (answers that tell so).
    table : pandas.DataFrame
        A row a benefit and a column a group, as a reader sees it.
    said : tuple of str
        The surest loss of any group, and how the table is to be read.
    """

    cells: pd.DataFrame
    table: pd.DataFrame
    said: tuple[str, ...]


def group_losses(filters: Filters, options: Options, ask: Ask) -> GroupLosses:
    """Return the widest losses of the groups that are compared.

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
        When too few in every group answered to follow any benefit.
    """
    say = options.language
    of, rows = asked_by_group(filters, options, ask)
    cells = _cells(rows, of, options.limit)
    if cells.empty:
        raise Nothing(say.say("Too few answers in every group to follow any benefit."), "filters")
    names = group_names(cells, options, ask)
    labels = of.survey.items["label"]
    text = pd.Series([_cell(row, say) for row in cells.itertuples()], cells.index)
    table = side_by_side(text, cells["share_low"], names, labels, say)
    return GroupLosses(cells, table, _said(cells, names, labels, say))


def _cells(rows: pd.DataFrame, of: Asked, limit: int) -> pd.DataFrame:
    """Pick in each group, for each benefit, the loss that is surely the largest share."""
    found = {}
    for code, part in rows.groupby("group"):
        try:
            gaps = losses(following(of, part)(weights=of.weights), draws=DRAWS).gaps
        except NotEnough:
            continue
        gaps = gaps[gaps["n"] >= limit].dropna(subset="share_low").reset_index(level="gap")
        widest = gaps.sort_values("share_low", ascending=False, kind="stable")
        found[code] = widest[~widest.index.duplicated()]
    if not found:
        return pd.DataFrame()
    return pd.concat(found, names=["group", "item_id"])


def _cell(row: pd.Series, say: Language) -> str:
    return say.say(
        "{gap}: {share} ({interval}, n = {n})",
        gap=gap_label(say, row.gap),
        share=say.share(row.share),
        interval=say.share_interval(row.share_low, row.share_high),
        n=say.number(row.n),
    )


def _said(
    cells: pd.DataFrame, names: dict[str, str], labels: pd.Series, say: Language
) -> tuple[str, ...]:
    group, item = cells["share_low"].idxmax()
    most = cells.loc[(group, item)]
    surest = say.say(
        "Most surely lost in any group: {share} ({interval}, n = {n}) with {benefit} for «{group}»"
        " ({gap}).",
        share=say.share(most["share"]),
        interval=say.share_interval(most["share_low"], most["share_high"]),
        n=say.number(most["n"]),
        benefit=in_sentence(labels[item]),
        group=names[group],
        gap=gap_label(say, most["gap"]).lower(),
    )
    reading = say.say(
        "Each cell names the step at which the largest share of those who got to it is surely"
        " lost. Each interval (95%) stands for its own; among so many some lie apart by chance."
        " «–» is too few answers."
    )
    return surest, reading
