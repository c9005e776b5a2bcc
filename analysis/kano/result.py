"""Kano's method on a survey: classes, coefficients, and how sure they are."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import Problem
from analysis.kano.answers import code
from analysis.kano.bootstrap import win_share
from analysis.kano.coefficients import coefficients, strengths
from analysis.kano.continuous import means
from analysis.kano.quality import Quality, inspect
from analysis.kano.rules import categories, exact_p, fong_bound, leaders
from analysis.kano.tables import CLASSES, SCALE, by_class
from analysis.kano.tally import Tally, count
from analysis.rows import Weights

# Below 200 answers the classes move about (Chapman & Callegaro 2022); below 50 they say little.
FEW, VERY_FEW = 200, 50


@dataclass(frozen=True, eq=False)
class KanoResult:
    """What `analyse` found.

    Attributes
    ----------
    features : DataFrame
        By feature, in order of appearance; see `analyse`.
    table, rule : str
        As chosen.
    respondents : int
        People with at least one complete pair.
    half_pairs : Series
        By feature: rows left out because one half of the pair is missing.
    quality : Quality
    problems : tuple of Problem
        ``no_answers``, ``coefficient_undefined``: feature by feature what could not be computed.
    warnings : tuple of Problem
        ``under_50``, ``under_200``: the features concerned and their smallest n.
    tally : Tally
        The counts that all this rests on.
    """

    features: pd.DataFrame
    table: str
    rule: str
    respondents: int
    half_pairs: pd.Series
    quality: Quality
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    tally: Tally

    def matrix(self, feature: object) -> pd.DataFrame:
        """The 5 × 5 counts of a feature's pairs, rows functional, columns dysfunctional.

        Scaled to the effective n under weights, as the classes are. KeyError for a feature that
        is not there.
        """
        cells = self.tally.cells[self.tally.features.get_loc(feature)]
        rows, columns = pd.Index(SCALE, name="functional"), pd.Index(SCALE, name="dysfunctional")
        return pd.DataFrame(cells.reshape(len(SCALE), -1), index=rows, columns=columns)


def analyse(
    answers: pd.DataFrame,
    *,
    table: str = "kano",
    rule: str = "mode",
    threshold: float = 5,
    alpha: float = 0.10,
    weights: Weights = None,
    resamples: int = 1000,
    seed: int = 0,
) -> KanoResult:
    """Kano's method (Kano et al. 1984; Berger et al. 1993, CQM Journal 2(4)).

    Parameters
    ----------
    answers : DataFrame
        One row an answer: ``respondent_id, feature, functional, dysfunctional``, codes 1 like,
        2 must-be, 3 neutral, 4 live-with, 5 dislike. Rows that miss a half are left out and
        counted.
    table : {"kano", "pouliot", "short"}
        See `analysis.kano.tables.evaluation`.
    rule : {"mode", "moai", "blauth", "exact"}
        See `analysis.kano.rules.class_of`. ``"exact"`` says ``"too close"`` when the exact test
        cannot separate the first two classes at `alpha`.
    threshold : float
        Percentage points, for ``"moai"``.
    alpha : float
        Level of the exact test, for ``"exact"``.
    weights : Series, array, str or None
        A Series holds one weight a respondent, by respondent_id; an array one weight a row of
        `answers`; a str names a column of `answers`.
    resamples, seed : int
        Of the bootstrap.

    Returns
    -------
    KanoResult
        `features` has ``n M O A I R Q`` (answers; under weights scaled to sum to Kish's effective
        n, which is then ``n``), ``category`` (a class or ``"too close"``), ``cs_plus`` and
        ``cs_minus`` with 95 % Wilson intervals, ``category_strength`` and ``total_strength`` (0–1),
        ``fong_gap`` and ``fong_bound`` (answers), ``exact_p``, ``win_share`` (0–1) and DuMouchel's
        ``functional_mean`` and ``dysfunctional_mean`` (−2–4). NaN where undefined.

    Raises
    ------
    NotEnough
        ``columns_missing``, ``no_answers``, ``no_complete_pairs``, ``id_missing``,
        ``outside_scale``, ``outside_short_form``, ``duplicate_answers``, ``too_many_features``,
        ``weights_missing``, ``weights_unusable``, ``no_weight``, ``unknown_table``,
        ``unknown_rule``.
    """
    coded = code(answers, weights)
    tally = count(coded)
    quality = inspect(coded, tally, table)
    features = _features(tally, table, rule, threshold, alpha)
    squares = None if tally.squares is None else by_class(tally.squares, table)
    features["win_share"] = win_share(
        by_class(tally.cells, table),
        squares,
        rule,
        threshold=threshold,
        resamples=resamples,
        seed=seed,
    )
    features["functional_mean"], features["dysfunctional_mean"] = means(tally)
    return KanoResult(
        features,
        table,
        rule,
        respondents=int((quality.respondents["answered"] > 0).sum()),
        half_pairs=quality.features["half_pairs"],
        quality=quality,
        problems=_problems(features),
        warnings=_warnings(features["n"]),
        tally=tally,
    )


def _features(tally: Tally, table: str, rule: str, threshold: float, alpha: float) -> pd.DataFrame:
    counts = by_class(tally.cells, table)
    n = counts.sum(1)
    first, second = leaders(counts)
    columns = {
        "n": n,
        **dict(zip(CLASSES, counts.T, strict=True)),
        "category": categories(counts, rule, threshold, alpha),
        **coefficients(counts),
        **strengths(counts),
        "fong_gap": first - second,
        "fong_bound": fong_bound(first, second, n),
        "exact_p": np.where(n > 0, exact_p(first, second), np.nan),
    }
    return pd.DataFrame(columns, index=tally.features)


def _problems(features: pd.DataFrame) -> tuple[Problem, ...]:
    undefined = features[features["cs_plus"].isna()]
    return tuple(
        Problem(
            "coefficient_undefined" if row["n"] else "no_answers",
            {"feature": feature, "n": float(row["n"])},
        )
        for feature, row in undefined.iterrows()
    )


def _warnings(n: pd.Series) -> tuple[Problem, ...]:
    ranges = {"under_50": n[n < VERY_FEW], "under_200": n[(n >= VERY_FEW) & (n < FEW)]}
    return tuple(
        Problem(code, {"features": few.index.tolist(), "n": float(few.min())})
        for code, few in ranges.items()
        if len(few)
    )
