"""What the classes answer, as a table: a row an answer, class beside class."""

import pandas as pd

from views.clusters.classes import TELLING, Classes
from views.clusters.means import NAMED_AFTER
from words.clusters import place

# With more classes than this, each is told by fewer answers.
MANY = 5


def strongest(found: Classes, briefly: bool = False) -> pd.DataFrame:
    """Return the answers that tell the visible classes apart, class by class.

    Parameters
    ----------
    found : Classes
    briefly : bool
        Two answers a class at most, as with many classes.

    Returns
    -------
    DataFrame
        A row an answer: ``question, level``, ``overall`` and by class number the ``share`` and
        ``index`` as columns ``share_0, index_0, …``.
    """
    each = NAMED_AFTER if briefly or len(found.visible) > MANY else TELLING
    pairs = [pair for one in found.visible for pair in found.telling[one][:each]]
    table = by_answer(found)
    wanted = pd.MultiIndex.from_tuples(dict.fromkeys(pairs), names=["question", "level"])
    return table.set_index(["question", "level"]).reindex(wanted).reset_index()


def by_answer(found: Classes) -> pd.DataFrame:
    """Return every answer as a row; see `strongest`. Levels nobody gave are left out."""
    rows = found.profiles
    told = ["share", "index", "residual"]
    table = rows.pivot(index=["question", "level"], columns="class", values=told)
    table.columns = [f"{name}_{one}" for name, one in table.columns]
    table["overall"] = rows.groupby(["question", "level"])["overall"].first()
    return table.reset_index().loc[lambda frame: frame["overall"] > 0]


def in_order(table: pd.DataFrame, found: Classes) -> pd.DataFrame:
    """Sort answers as the survey asks: by question, then by the answers' own order."""
    questions = list(found.survey.questions.index)
    places = [
        (questions.index(row.question), not row.level, place(row.question, row.level), row.level)
        for row in table.itertuples()
    ]
    order = sorted(range(len(table)), key=places.__getitem__)
    return table.iloc[order].reset_index(drop=True)
