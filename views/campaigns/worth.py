"""What a member who is kept or comes back is worth to the union, computed from its own history."""

from dataclasses import dataclass

import pandas as pd

from analysis.intervals import wilson
from views.view import Ask

MONTHS = 12
ENOUGH_SPELLS = 50  # with fewer returners, everyone's first year stands in for theirs


@dataclass(frozen=True)
class Worth:
    """A year's fee of a regained member, and how many of them stay the year.

    Attributes
    ----------
    fees : dict of str to float
        Union's part of the fee, DKK a month, by campaign, of those it kept or brought back.
    fee : float or None
        What members pay now on average; None where no fee is recorded.
    stays, stays_low, stays_high : float or None
        Share of those still in after 90 days who are still in after a year.
    n : int
        Spells that the share rests on.
    of_returners : bool
        Whether these are returners' spells; else everyone's.
    """

    fees: dict[str, float]
    fee: float | None
    stays: float | None
    stays_low: float | None
    stays_high: float | None
    n: int
    of_returners: bool

    def of(self, campaign_id: str) -> float | None:
        """Return what a member kept or brought back by a campaign is worth, in DKK."""
        fee = self.fees.get(campaign_id, self.fee)
        if fee is None or self.stays is None:
            return None
        return MONTHS * fee * self.stays


def worth(ask: Ask, limit: int) -> Worth:
    """Compute what regained members are worth; fees of fewer than `limit` people are not used."""
    asked = ask("fee_a_month")
    asked = asked[asked["n"] >= limit]
    of_campaigns = asked[asked["campaign_id"].notna()]
    everyone = asked.loc[asked["campaign_id"].isna(), "fee"]
    n, still_in, of_returners = _tried(ask("still_in_after_a_year"))
    low, high = wilson(still_in, n)
    return Worth(
        fees=dict(zip(of_campaigns["campaign_id"], of_campaigns["fee"], strict=True)),
        fee=float(everyone.iloc[0]) if len(everyone) else None,
        stays=still_in / n if n >= ENOUGH_SPELLS else None,
        stays_low=float(low),
        stays_high=float(high),
        n=n,
        of_returners=of_returners,
    )


def _tried(spells: pd.DataFrame) -> tuple[int, int, bool]:
    again = spells[spells["again"]]
    of_returners = int(again["n"].sum()) >= ENOUGH_SPELLS
    used = again if of_returners else spells
    return int(used["n"].sum()), int(used["still_in"].sum()), of_returners
