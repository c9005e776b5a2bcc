"""Which answers tell a class from everybody: what it can be named after."""

import pandas as pd

from analysis.clusters.levels import MISSING

INDEX_FROM, SHARE_FROM, RESIDUAL_FROM = 120, 0.20, 2.58


def telling(profiles: pd.DataFrame, most: int = 2) -> dict[int, list[tuple[str, str]]]:
    """Answers that are over-represented in a class, the most so first.

    The mode would name most classes alike: what the most in a class say is often what the most
    say anywhere. An answer counts as over-represented with an index of 120 or more, a share of a
    fifth or more and a standardised residual of 2.58 or more, and goes to the class where its
    residual is largest; a class that has none of its own takes its best among all.

    Parameters
    ----------
    profiles : DataFrame
        By `analysis.clusters.profile`.
    most : int
        At most so many a class, each from another question.

    Returns
    -------
    dict
        By class, a list of (question, level); empty for a class that answers like everybody.
    """
    rows = profiles[profiles["level"] != MISSING]
    rows = rows[
        (rows["index"] >= INDEX_FROM)
        & (rows["share"] >= SHARE_FROM)
        & (rows["residual"] >= RESIDUAL_FROM)
    ].sort_values(["residual", "question", "level"], ascending=[False, True, True])
    own = rows.drop_duplicates(["question", "level"])
    return {
        one: _first(own[own["class"] == one], most) or _first(rows[rows["class"] == one], most)
        for one in sorted(profiles["class"].unique())
    }


def _first(rows: pd.DataFrame, most: int) -> list[tuple[str, str]]:
    chosen = rows.drop_duplicates("question").head(most)
    return list(chosen[["question", "level"]].itertuples(index=False, name=None))
