"""What most of a class's settled people answer, as a profile: each share with interval and n."""

from dataclasses import dataclass

import pandas as pd

from analysis.intervals import kish, wilson
from views.clusters.classes import Classes
from views.clusters.options import Options
from words.clusters import phrase
from words.language import Language

# Answers that most of a class's settled people give are typical of it, so many at most.
TYPICAL_FROM, MOST_TYPICAL = 0.5, 4


@dataclass(frozen=True)
class Share:
    """A weighted share with its interval, and the people that it is of."""

    value: float
    low: float
    high: float
    n: int


def share_of(hits: pd.Series, weight: pd.Series) -> Share:
    """Return the weighted share of hits (Wilson, on Kish's n); plain where nobody has weight."""
    weight = weight if weight.any() else pd.Series(1.0, weight.index)
    value, n = float((weight * hits).sum() / weight.sum()), kish(weight)
    low, high = wilson(min(value, 1.0) * n, n)
    return Share(value, float(low), float(high), len(hits))


def typical(found: Classes, settled: pd.Series, options: Options) -> str:
    """List what most of a class's settled people answer, the most common first.

    Parameters
    ----------
    found : Classes
    settled : pandas.Series
        Survey weight of a class's settled people, by respondent id.
    options : Options
        Of fewer people than its limit nothing is said, nor of a question that fewer answered.
    """
    asked, say = found.survey, options.language
    said = []
    for item, answers in asked.said.loc[settled.index].items():
        given = answers.dropna()
        if len(given) >= max(options.limit, 1):
            level, share = _commonest(given, settled[given.index])
            if share.value >= TYPICAL_FROM:
                what = phrase(say, item, str(level), asked.questions["label"][item])
                said.append((share, what))
    said.sort(key=lambda pair: -pair[0].value)
    return say.listed([_written(share, what, say) for share, what in said[:MOST_TYPICAL]])


def _commonest(given: pd.Series, weight: pd.Series) -> tuple[object, Share]:
    counted = weight.groupby(given).sum() if weight.any() else given.value_counts()
    level = counted.idxmax()
    return level, share_of(given == level, weight)


def _written(share: Share, what: str, say: Language) -> str:
    return say.say(
        "{what} ({share}, {interval}, n = {n})",
        what=what,
        share=say.share(share.value),
        interval=say.share_interval(share.low, share.high),
        n=say.number(share.n),
    )
