"""What each theme weighs: members, the fees they pay, and how much they miss."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.attractiveness import Criteria, scaled
from analysis.value.theme_wants import theme_wants
from views.gaps.answers import CURRENT
from views.themes.found import Found
from views.themes.options import CRITERIA
from views.view import Ask

MARGIN = float(norm.isf(0.025))
MONTHS = 12


@dataclass(frozen=True, eq=False)
class Figures:
    """The criteria of each theme, in their own units.

    Attributes
    ----------
    values, low, high, n : DataFrame
        Themes in rows, criteria in columns: ``members`` (people who want a benefit of it, on
        average), ``value`` (the fees a year of as many as want one and miss it) and ``gap`` (the
        share of what is wanted that is missed); NaN where too few say so. ``n`` is what a figure
        rests on.
    lacking : DataFrame
        By theme: people who want a benefit of it and miss it, on average: ``value``, ``low``,
        ``high``, ``n``.
    """

    values: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    n: pd.DataFrame
    lacking: pd.DataFrame

    @property
    def known(self) -> list[str]:
        """The criteria that are known of every theme: only by these can themes be ranked."""
        return [name for name in CRITERIA if self.values[name].notna().all()]

    def criteria(self) -> Criteria:
        """Return what is known, against the best theme's."""
        return scaled(self.values[self.known], self.low[self.known], self.high[self.known])


def figures(found: Found, limit: int, ask: Ask) -> Figures:
    """Work out the criteria of the themes that may be shown."""
    of = found.asked
    people = of.members or of.n
    parts = {
        "members": _people(found, "wants", people),
        "gap": _share(found, "misses"),
    }
    lacking = _people(found, "lacks", people)
    parts["value"] = _times(lacking, _fees(found, limit, ask))
    stacked = pd.concat({name: parts[name] for name in CRITERIA}, axis=1)
    tables = [stacked.xs(what, axis=1, level=1) for what in ("value", "low", "high", "n")]
    return Figures(*tables, lacking)


def _share(found: Found, measure: str) -> pd.DataFrame:
    rows = found.shares.xs(measure, level="measure").reindex(found.codes)
    return rows.rename(columns={"share": "value"})[["value", "low", "high", "n"]]


def _people(found: Found, measure: str, people: float) -> pd.DataFrame:
    share = _share(found, measure)
    return share.assign(**{name: share[name] * people for name in ("value", "low", "high")})


def _fees(found: Found, limit: int, ask: Ask) -> pd.DataFrame:
    """Return by theme the mean fee a year of members to whom it matters, with its interval."""
    of = found.asked
    known = ask("themes_people", of.scope.filters, survey_id=of.survey.survey_id)
    known = known[known["status"].isin(CURRENT)]
    fee = known.set_index("respondent_id")["monthly_fee"].dropna() * MONTHS
    rows = theme_wants(of.rows, found.theme_of)
    rows = rows[rows["matters"]]
    rows = rows.assign(fee=rows["respondent_id"].map(fee)).dropna(subset="fee")
    means = {code: _mean(rows[rows["theme"] == code], limit) for code in found.codes}
    return pd.DataFrame.from_dict(means, orient="index", columns=["value", "low", "high", "n"])


def _mean(rows: pd.DataFrame, limit: int) -> tuple[float, float, float, int]:
    weight, fee = rows["weight"].to_numpy(), rows["fee"].to_numpy()
    if len(rows) < max(limit, 2) or not weight.any():
        return np.nan, np.nan, np.nan, len(rows)
    share = weight / weight.sum()
    mean = float(share @ fee)
    # The variance of a weighted mean, as of a ratio: Σ share² · (fee − mean)².
    half = MARGIN * float(np.sqrt((share**2) @ (fee - mean) ** 2))
    return mean, max(mean - half, 0.0), mean + half, len(rows)


def _times(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Multiply two figures; their doubts combine as those of a product."""
    value = one["value"] * other["value"]
    ends = {
        end: np.hypot((one[end] - one["value"]) * other["value"],
                      (other[end] - other["value"]) * one["value"])
        for end in ("low", "high")
    }  # fmt: skip
    n = other["n"].where(value.notna(), 0)
    low = (value - ends["low"]).clip(lower=0)
    return pd.DataFrame({"value": value, "low": low, "high": value + ends["high"], "n": n})
