"""The benefits to tell each member of: those that matter most to their own group."""

import pandas as pd

from queries.filters import Filters
from views.view import Ask, View
from views.worth import view
from views.worth.options import Options
from views.worth.sheet import Sheet, benefit_ids, of_each, sheet

Allowed = tuple[str, str]


def personal(
    by: str, filters: Filters, options: Options, allowed: Allowed, ask: Ask
) -> tuple[pd.DataFrame, pd.Series]:
    """Return each member's first benefits, of those who may be told.

    Parameters
    ----------
    by : str
        A dimension of the filter: whose group a member's benefits are those of. Whoever is in no
        group that may be shown gets what matters to all.
    filters, options
        As of `views.worth.view`.
    allowed : tuple of str
        The channel, and its legal basis.
    ask : Ask

    Returns
    -------
    pandas.DataFrame
        ``member_id`` and ``benefits`` (at most three ids), a row a member.
    pandas.Series
        Benefits' names by id.

    Raises
    ------
    Nothing
        As of `views.worth.view`.
    """
    everybody = view(filters, options, ask)
    own = [_rows(of, page, allowed, ask) for of, page in of_each(by, filters, options, ask)]
    rest = _rows(everybody, sheet(everybody, "", options.language), allowed, ask)
    rows = pd.concat([*own, rest]).drop_duplicates("member_id")  # the first is their own group's
    names = everybody.result.labels.set_axis(everybody.result.benefit_ids)
    return rows.sort_values("member_id", ignore_index=True), names


def _rows(of: View, page: Sheet, allowed: Allowed, ask: Ask) -> pd.DataFrame:
    channel, legal_basis = allowed
    return ask(
        "worth_personal",
        of.result.asked.scope.filters,
        statuses=list(of.result.asked.statuses),
        benefits=benefit_ids(page, of),
        channel=channel,
        legal_basis=legal_basis,
    )
