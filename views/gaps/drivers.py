"""What carries satisfaction overall: stated against derived importance, penalty and reward."""

from dataclasses import dataclass

import pandas as pd

from analysis.errors import NotEnough
from analysis.value import derived_importance, penalty_reward
from queries.filters import Filters
from views.gaps.answers import asked
from views.gaps.options import Options
from views.view import Ask, Nothing
from words.gaps import READINGS
from words.language import Language

RESAMPLES = 100


@dataclass(frozen=True, eq=False)
class Drivers:
    """What carries satisfaction overall.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a benefit, as a reader sees it, what carries most first.
    said : tuple of str
        What it rests on, and how it is to be read.
    """

    table: pd.DataFrame
    said: tuple[str, ...]


def drivers(filters: Filters, options: Options, ask: Ask) -> Drivers:
    """Hold what people say is important against what carries their score overall.

    Raises
    ------
    Nothing
        When too few who rated benefits said whether they would recommend the union.
    """
    say = options.language
    of = asked(
        options.survey_id, filters, options, ask, weights=options.weights, theme_id=options.theme
    )
    scores = ask("gaps_overall", of.scope.filters, survey_id=of.survey.survey_id)
    overall = scores.set_index("respondent_id")["score"]
    rows = of.rows[of.rows["respondent_id"].isin(overall.index)]
    ratings = rows.pivot(index="respondent_id", columns="item_id", values="satisfaction")
    ratings = ratings.astype("float64").dropna(how="all")
    overall = overall.reindex(ratings.index)
    try:
        found = derived_importance(ratings, overall, resamples=RESAMPLES)
        ends = penalty_reward(ratings, overall).benefits
    except NotEnough as problem:
        raise Nothing(
            say.say("Too few of those who rated benefits said whether they would recommend us.")
        ) from problem
    stated = of.rows.groupby("item_id")["importance"].mean()
    table = _table(found.benefits.join(ends).join(stated.rename("stated")), of.survey.items, say)
    basis = say.say(
        "n = {n} who rated a benefit and said how likely they are to recommend the union (0–10),"
        " by the same member number. All of it explains {share} of the score.",
        n=say.number(found.n),
        share=say.share(found.r_squared),
    )
    reading = say.say(
        "Derived importance: Shapley values of R² (Lindeman, Merenda & Gold 1980). Penalty and"
        " reward: what a rating of 1–2, and of 5, does to the score (Brandt 1987). Correlation is"
        " no cause: use both beside what people say."
    )
    alike = say.say("All answers count alike here: weights are not used.")
    return Drivers(table, (basis, reading) if of.weights is None else (basis, reading, alike))


def _table(rows: pd.DataFrame, items: pd.DataFrame, say: Language) -> pd.DataFrame:
    rows = rows.sort_values("shapley", ascending=False)
    return pd.DataFrame(
        {
            say.say("Benefit"): items["label"].reindex(rows.index),
            say.say("Stated importance (1–5)"): [say.number(one, 1) for one in rows["stated"]],
            say.say("Derived importance"): [
                f"{say.share(mid, 1)} ({say.share_interval(low, high, 1)})"
                for mid, low, high in rows[["shapley", "low", "high"]].itertuples(index=False)
            ],
            say.say("Penalty"): _ends(rows, "penalty", say),
            say.say("Reward"): _ends(rows, "reward", say),
            say.say("Read as"): [say.say(READINGS[code]) for code in rows["reading"]],
            "n": [say.number(n) for n in rows["n"]],
        }
    )


def _ends(rows: pd.DataFrame, end: str, say: Language) -> list[str]:
    return [
        "–"
        if pd.isna(mid)
        else f"{say.signed(mid, 1)} ({say.signed(low, 1)} … {say.signed(high, 1)})"
        for mid, low, high in rows[[end, f"{end}_low", f"{end}_high"]].itertuples(index=False)
    ]
