"""Outcomes that are amounts, such as spending: what the treated arm brought more than control."""

import pandas as pd

from analysis.campaigns import compare_values
from analysis.errors import NotEnough
from views.campaigns.options import Options
from views.view import Ask
from words.language import Language


def amounts(options: Options, ask: Ask) -> tuple[str, ...]:
    """Say for each treated arm what it brought of each amount, beside its control group."""
    rows = ask("campaign_amounts")
    rows = rows[rows["n"] >= options.limit]
    said = []
    for _, cells in rows.groupby(["campaign_id", "outcome"], sort=False):
        control = cells[cells["role"] == "holdout"]
        if len(control) == 1:
            treated = cells[cells["role"] == "treated"]
            said += [
                _sentence(row, control.iloc[0], options.language) for _, row in treated.iterrows()
            ]
    return tuple(filter(None, said))


def _sentence(treated: pd.Series, control: pd.Series, say: Language) -> str:
    try:
        found = compare_values(
            treated["amounts"], control["amounts"], cost=treated["unit_cost"] * treated["n"]
        )
    except NotEnough:
        return ""
    sentence = say.say(
        "{campaign}, {arm}, {outcome}: {more} more than without it ({low} to {high}, n = {n}).",
        campaign=treated["label"],
        arm=treated["arm"],
        outcome=treated["outcome"],
        more=say.number(found.incremental),
        low=say.number(found.incremental_low),
        high=say.number(found.incremental_high),
        n=say.number(treated["n"]),
    )
    if found.incremental_roi is None:
        return sentence
    return (
        sentence
        + " "
        + say.say(
            "Against its cost that is {roi}; counting all of it would say {naive}.",
            roi=f"{say.signed(100 * found.incremental_roi)} %",
            naive=f"{say.signed(100 * found.naive_roi)} %",
        )
    )
