"""How much of each theme is important to each person."""

import pandas as pd

from analysis.value.answers import HIGH_FROM

# To whom at least so large a share of a theme is important, of those who rated as much of it.
MATTERS_FROM = 0.5


def theme_wants(answers: pd.DataFrame, theme: pd.Series) -> pd.DataFrame:
    """Count by person and theme.

    Parameters
    ----------
    answers : DataFrame
        One row a respondent × benefit: ``respondent_id, item_id, importance, weight``.
    theme : Series
        Theme by item id; items that are not in it are left out.

    Returns
    -------
    DataFrame
        A row a person and theme: ``respondent_id, theme, weight``, ``rated`` (benefits whose
        importance was said, 1 or more), ``important`` (of these) and ``matters``: whether half of
        the theme was rated, and half of that is important.
    """
    rows = answers[["respondent_id", "weight"]].assign(
        theme=answers["item_id"].map(theme),
        rated=answers["importance"].notna().astype(int),
        important=(answers["importance"].fillna(0) >= HIGH_FROM).astype(int),
    )
    key = ["respondent_id", "theme", "weight"]
    found = rows.dropna(subset="theme").groupby(key, as_index=False)[["rated", "important"]].sum()
    found = found[found["rated"] > 0]
    size = found["theme"].map(theme.value_counts())
    enough = found["rated"] >= MATTERS_FROM * size
    return found.assign(matters=enough & (found["important"] >= MATTERS_FROM * found["rated"]))
