"""What most of a class's settled people answer, as a profile: each share with interval and n."""

import pandas as pd

from analysis.intervals import Share, weighted_share
from views.clusters.classes import Classes
from views.clusters.options import Options
from words.clusters import phrase
from words.language import Language

# Answers that most of a class's settled people give are typical of it, so many at most.
TYPICAL_FROM, MOST_TYPICAL = 0.5, 4


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
    return level, weighted_share(given == level, weight)


def _written(share: Share, what: str, say: Language) -> str:
    return say.say(
        "{what} ({share}, {interval}, n = {n})",
        what=what,
        share=say.share(share.value),
        interval=say.share_interval(share.low, share.high),
        n=say.number(share.n),
    )
