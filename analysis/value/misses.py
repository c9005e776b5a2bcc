"""What each person misses of the things that are important to them, theme by theme."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from analysis.intervals import wilson
from analysis.rows import Weights
from analysis.value.answers import Rated, rated
from analysis.value.chain import STEPS, followed
from analysis.value.ratios import moments, ratios

# To whom at least so large a share of a theme's things is important, the theme is.
MATTERS_FROM = 0.5


def misses(
    answers: pd.DataFrame,
    theme: pd.Series,
    *,
    not_offered: Collection = (),
    by_right: Collection = (),
    weights: Weights = None,
) -> pd.DataFrame:
    """Follow each person through the things of each theme that are important to them.

    What is important is missed where the chain of `analysis.value.chain` loses it: it is not
    known, was needed and not got, was not solved, or disappoints. Who has it and is satisfied, or
    knows of it and did not need it, misses nothing.

    Parameters
    ----------
    answers, not_offered, by_right, weights
        See `analysis.value.chain`.
    theme : Series
        Theme by item id; items that are not in it are left out.

    Returns
    -------
    DataFrame
        A row a person and theme: ``respondent_id, theme, weight``, ``rated`` (things whose
        importance was said), ``important`` (of these), ``known`` (of these, what came of it is
        known), ``missed`` (of these).

    Raises
    ------
    NotEnough
        See `analysis.value.chain`.
    """
    rows = rated(answers, weights, ("aware", "needed", "used", "solved"))
    steps = followed(answers, rows)
    wanted, said = steps[0]
    missed, settled = _came_of_it(rows, steps, by_right)
    nothing = rows.items.isin(list(not_offered))[rows.item]
    missed, settled = missed | (wanted & nothing), settled | (wanted & nothing)
    table = pd.DataFrame(
        {
            "respondent_id": answers["respondent_id"].to_numpy(),
            "theme": theme.reindex(rows.items).to_numpy()[rows.item],
            "weight": rows.weights,
            "rated": said,
            "important": wanted & said,
            "known": settled,
            "missed": missed,
        }
    ).dropna(subset="theme")
    counted = ["rated", "important", "known", "missed"]
    table[counted] = table[counted].astype(int)
    key = ["respondent_id", "theme", "weight"]
    return table.groupby(key, as_index=False, sort=True)[counted].sum()


def mattering(rows: pd.DataFrame) -> pd.DataFrame:
    """Count by person and theme for `ratios`: to whom it matters, and what they miss.

    Parameters
    ----------
    rows : DataFrame
        By `misses`.

    Returns
    -------
    DataFrame
        ``respondent_id, weight, theme``, ``measure`` (``"matters"``: to whom it does, of who rated
        anything of the theme; ``"lacks"``: to whom it matters and who misses anything of it, of
        the same; ``"misses"``: what is missed, of the things that are important to those to whom
        it matters), ``hits``, ``asked``.
    """
    matters = rows["important"] >= MATTERS_FROM * rows["rated"]
    rated_any = rows["rated"] > 0
    told = matters & rated_any & (rows["known"] > 0)
    measures = {
        "matters": (matters, rated_any),
        "misses": (rows["missed"].where(told, 0), rows["known"].where(told, 0)),
        "lacks": (told & (rows["missed"] > 0), rated_any & (told | ~matters)),
    }
    parts = [
        rows[["respondent_id", "weight", "theme"]].assign(
            measure=name, hits=hits.astype(int), asked=asked.astype(int)
        )
        for name, (hits, asked) in measures.items()
    ]
    table = pd.concat(parts, ignore_index=True)
    return table[table["asked"] > 0]


def theme_shares(rows: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Return shares by (theme, measure), with Wilson's interval on the effective n.

    Parameters
    ----------
    rows : DataFrame
        By `mattering`.
    level : float

    Returns
    -------
    DataFrame
        ``n`` (people), ``share``, ``low``, ``high``.
    """
    sums = moments(rows.rename(columns={"theme": "group", "measure": "item"}))
    found = ratios(sums).rename_axis(["theme", "measure"])
    n = found["effective"]
    low, high = wilson(found["share"].fillna(0) * n, n, level)
    return found[["n", "share"]].assign(low=low, high=high)


def _came_of_it(
    rows: Rated, steps: list[tuple[np.ndarray, np.ndarray]], by_right: Collection
) -> tuple[np.ndarray, np.ndarray]:
    """Say by row what was missed, and of what it is known how it went."""
    passed, known = steps[0]
    going = passed & known
    need_asked = rows.sums(steps[STEPS.index("needed")][1]) > 0
    right = rows.items.isin(list(by_right))
    missed = settled = np.zeros(len(going), dtype=bool)
    told = np.zeros(len(going), dtype=bool)
    for step, (passed, known) in zip(STEPS[1:], steps[1:], strict=True):
        asked = (rows.sums(going & known) > 0)[rows.item]
        stops = going & known & ~passed
        # Not to need it is no loss, and neither is not using what nobody had to need.
        loses = step != "needed" and (step != "used" or (need_asked | right)[rows.item])
        missed = missed | (stops & loses)
        settled = settled | stops
        told = told | (going & known)
        # A step that nobody answered is passed over; else only those go on who are known to pass.
        going = going & ((passed & known) | ~asked)
    return missed, settled | (going & told)
