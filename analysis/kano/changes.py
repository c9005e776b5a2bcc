"""Which features' class hangs on the choice of table and rule."""

from dataclasses import dataclass

import pandas as pd

from analysis.kano.answers import code
from analysis.kano.rules import RULES, categories
from analysis.kano.tables import TABLES, by_class, fits
from analysis.kano.tally import count
from analysis.rows import Weights


@dataclass(frozen=True, eq=False)
class MethodChanges:
    """Classes under every method that fits the answers.

    Attributes
    ----------
    classes : DataFrame
        By feature; columns (table, rule), values as ``category`` in `analysis.kano.analyse`. The
        short form's table is there only when all answers fit it.
    moved : tuple
        Features whose class is not the same everywhere.
    """

    classes: pd.DataFrame
    moved: tuple

    def against(self, table: str, rule: str) -> pd.DataFrame:
        """What another method would change: ``feature, table, rule, category, now``, a row each.

        `now` is the class under the chosen table and rule. KeyError for one that does not fit.
        """
        now = self.classes[(table, rule)].rename("now")
        long = self.classes.stack(["table", "rule"], future_stack=True).rename("category")
        long = long.reset_index().merge(now.reset_index(), on="feature")
        same = (long["category"] == long["now"]) | (long["category"].isna() & long["now"].isna())
        return long[~same].reset_index(drop=True)


def method_changes(
    answers: pd.DataFrame,
    *,
    threshold: float = 5,
    alpha: float = 0.10,
    weights: Weights = None,
) -> MethodChanges:
    """Class every feature under every table and rule.

    Parameters
    ----------
    answers, threshold, alpha, weights
        See `analysis.kano.analyse`.

    Raises
    ------
    NotEnough
        See `analysis.kano.analyse`.
    """
    tally = count(code(answers, weights))
    columns = {
        (table, rule): categories(by_class(tally.cells, table), rule, threshold, alpha)
        for table in TABLES
        if fits(tally.cells, table)
        for rule in RULES
    }
    classes = pd.DataFrame(columns, index=tally.features)
    classes.columns = classes.columns.set_names(["table", "rule"])
    moved = classes.index[classes.nunique(axis=1, dropna=False) > 1]
    return MethodChanges(classes, tuple(moved))
