"""Numbers by class: each class's mean within a filter, beside everybody's."""

import pandas as pd

from analysis.clusters import Clusters
from analysis.means import mean
from views.clusters.outcomes import shown
from views.clusters.survey import Survey
from words.clusters import capital, high_or_low
from words.language import Language

# A class whose mean is so many of everybody's spreads away stands out (Cohen 1988: medium).
STANDS_OUT = 0.5
NAMED_AFTER, BETWEEN = 2, " · "
COLUMNS = ("question", "class", "n", "mean", "low", "high", "overall", "spread")


def means(asked: Survey, labels: pd.Series, limit: int) -> pd.DataFrame:
    """Return the mean of every chosen number in every class.

    Parameters
    ----------
    asked : Survey
    labels : pandas.Series
        Class by respondent id, of those who are spoken of; only classes that may be shown.
    limit : int
        The least number of people of whom a shown mean may speak.

    Returns
    -------
    pandas.DataFrame
        A row a number and class: ``question`` (the number), ``class``, ``n`` (people of whom it is
        known), ``mean`` and its 95 % interval ``low``, ``high``; ``overall`` and ``spread``, the
        mean and spread of everybody who made the classes. Means of too few people, and those that
        would give them away, are left out.
    """
    rows = []
    for column in asked.numbers:
        everybody = asked.answers[column].dropna()
        known = everybody.reindex(labels.index).dropna()
        if len(known) < limit:
            continue
        whole = mean(everybody, asked.weights.reindex(everybody.index))
        of_class = labels.reindex(known.index)
        for one in shown(of_class, limit):
            values = known[of_class == one]
            own = mean(values, asked.weights.reindex(values.index))
            rows.append((column, one, own.n, own.value, own.low, own.high, whole.value,
                         whole.spread))  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))


def standing_out(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the means that surely and clearly differ from everybody's, the farthest first."""
    sure = (rows["low"] > rows["overall"]) | (rows["high"] < rows["overall"])
    away = (rows["mean"] - rows["overall"]) / rows["spread"].where(rows["spread"] > 0)
    rows = rows.assign(away=away)[sure & (away.abs() >= STANDS_OUT)]
    return rows.sort_values("away", key=abs, ascending=False, kind="stable")


def named_by_numbers(found: Clusters, asked: Survey, language: Language) -> dict[int, str]:
    """Name classes after the one or two numbers that set them apart most, where any does."""
    if found.numbers is None:
        return {}
    spreads = {one: asked.answers[one].std() for one in asked.numbers}
    rows = standing_out(found.numbers.assign(spread=found.numbers["question"].map(spreads)))
    names, first = {}, set()
    for one, own in rows.groupby("class").head(NAMED_AFTER).groupby("class"):
        said = [
            high_or_low(language, column, asked.numbers[column], away > 0)
            for column, away in zip(own["question"], own["away"], strict=True)
        ]
        said.sort(key=first.__contains__)  # what another class is called by comes second
        first.add(said[0])
        names[int(one)] = capital(BETWEEN.join(said))
    return names
