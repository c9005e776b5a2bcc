"""What leaders guess of members: where the two part, biggest surprise first."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import spearmanr
from statsmodels.stats.inter_rater import fleiss_kappa

from analysis.errors import NotEnough
from analysis.kano import KanoResult
from analysis.kano.rules import exact_p, top_two

GUESSABLE = ("M", "O", "A", "I")
OPINIONS = ["M", "O", "A", "I", "R"]
ALPHA = 0.10


@dataclass(frozen=True, eq=False)
class Parted:
    """Guesses beside what members say.

    Attributes
    ----------
    features : DataFrame
        By feature, the biggest surprise first; see `classes_guessed` and `places_guessed`.
    guessers : int
        How many handed in.
    among : float
        How well the guessers agree with each other: the share of pairs of guesses that are the
        same, or Kendall's W. NaN for one alone.
    beyond_chance : float
        Fleiss' kappa of the guesses; for places Spearman's rank correlation with members.
    """

    features: pd.DataFrame
    guessers: int
    among: float
    beyond_chance: float


def classes_guessed(guesses: pd.DataFrame, members: KanoResult) -> Parted:
    """Hold guessed classes against those of a Kano survey.

    The surprise of a benefit is what the guesses miss: members' share of their own most frequent
    class, less the share that answers as was guessed, on average over the guessers. It is 0 when
    everybody guessed right, and when two classes are too close to call either of them is right.

    Parameters
    ----------
    guesses : DataFrame
        ``guesser, feature, category`` (M, O, A or I), a row a guess.
    members : KanoResult
        Features that nobody guessed, or nobody answered, are left out.

    Returns
    -------
    Parted
        `features` has ``guessed`` (the class that most guessed; M before O before A before I),
        ``agreed`` (share of guessers who guessed it), ``truth`` (members' class) and ``second``
        (the other one where two are too close, else null), ``guessed_share`` and ``truth_share``
        (of members' opinions), ``right`` (bool) and ``surprise`` (0–1).

    Raises
    ------
    NotEnough
        ``no_guesses`` when no feature was both guessed and answered.
    """
    opinions = members.features[OPINIONS]
    answered = opinions.index[opinions.sum(axis=1) > 0]
    guessed = guesses[guesses["feature"].isin(answered) & guesses["category"].isin(GUESSABLE)]
    if guessed.empty:
        raise NotEnough("no_guesses")
    counts = guessed.groupby(["feature", "category"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(GUESSABLE), fill_value=0)
    told = members.features.loc[counts.index]
    rows = _against(counts, told)
    order = rows["surprise"].rank(method="first", ascending=False).sort_values().index
    return Parted(
        rows.loc[order],
        int(guessed["guesser"].nunique()),
        _pairs_alike(counts.to_numpy()),
        _kappa(counts.to_numpy()),
    )


def _against(counts: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    shares = told[OPINIONS].div(told[OPINIONS].sum(axis=1), axis=0).to_numpy(dtype=float)
    first, second = top_two(told[[*OPINIONS, "Q"]].to_numpy(dtype=float))
    row = np.arange(len(told))
    ahead, behind = (told[OPINIONS].to_numpy(dtype=float)[row, at] for at in (first, second))
    close = exact_p(ahead, behind) > ALPHA
    # Where two can't be told apart, a guess of either is as right as one of the other.
    worth = shares.copy()
    worth[row[close], second[close]] = shares[row[close], first[close]]
    weights = counts.to_numpy() / counts.to_numpy().sum(1, keepdims=True)
    guessed = counts.to_numpy().argmax(1)
    names = np.array(OPINIONS, dtype=object)
    return pd.DataFrame(
        {
            "guessed": names[guessed],
            "agreed": weights[row, guessed],
            "truth": names[first],
            "second": np.where(close, names[second], None),
            "guessed_share": shares[row, guessed],
            "truth_share": shares[row, first],
            "right": (guessed == first) | (close & (guessed == second)),
            "surprise": worth[row, first] - (weights * worth[:, : len(GUESSABLE)]).sum(1),
        },
        index=counts.index,
    )


def places_guessed(guesses: pd.DataFrame, importance: pd.DataFrame) -> Parted:
    """Hold guessed places by importance against members' own.

    Features that a guesser left unplaced share the mean of the places left over.

    Parameters
    ----------
    guesses : DataFrame
        ``guesser, feature, place`` (1 = most important), a row a placed feature.
    importance : DataFrame
        By feature: ``importance``, members' mean; null where it was not asked.

    Returns
    -------
    Parted
        `features` has ``guessed`` (mean place), ``truth`` (place by members' mean), ``importance``
        and ``surprise`` (places apart).

    Raises
    ------
    NotEnough
        ``no_guesses``; ``no_importance`` when the survey did not ask how important things are.
    """
    asked = importance["importance"].dropna()
    if asked.empty:
        raise NotEnough("no_importance")
    placed = guesses[guesses["feature"].isin(asked.index) & guesses["place"].notna()]
    if placed.empty:
        raise NotEnough("no_guesses")
    table = placed.pivot(index="guesser", columns="feature", values="place")
    table = table.reindex(columns=asked.index).astype(float).rank(axis=1)
    left_over = table.isna().sum(axis=1)
    table = table.T.fillna(table.shape[1] - (left_over - 1) / 2).T
    told = pd.DataFrame({"guessed": table.mean(), "importance": asked})
    told["truth"] = asked.rank(ascending=False)
    told["surprise"] = (told["guessed"] - told["truth"]).abs()
    rho = float(spearmanr(told["guessed"], told["truth"]).statistic) if len(told) > 1 else np.nan
    told = told.sort_values("surprise", ascending=False, kind="stable")
    return Parted(told, len(table), _kendalls_w(table.to_numpy()), rho)


def _pairs_alike(counts: np.ndarray) -> float:
    """Share of pairs of guesses about one feature that are the same."""
    n = counts.sum(1)
    pairs = (n * (n - 1)).sum()
    return float((counts * (counts - 1)).sum() / pairs) if pairs else np.nan


def _kappa(counts: np.ndarray) -> float:
    """Fleiss' kappa (1971, Psychological Bulletin 76:378) of the features that all guessed."""
    full = counts[counts.sum(1) == counts.sum(1).max()]
    if full.sum(1).max() < 2 or (full.sum(0) > 0).sum() < 2:
        return np.nan
    return float(fleiss_kappa(full))


def _kendalls_w(places: np.ndarray) -> float:
    """Kendall's W (1939) with the correction for ties; NaN for one guesser or one feature."""
    people, features = places.shape
    if people < 2 or features < 2:
        return np.nan
    spread = np.square(places.sum(0) - people * (features + 1) / 2).sum()
    ties = sum(
        (np.unique(row, return_counts=True)[1] ** 3 - np.unique(row, return_counts=True)[1]).sum()
        for row in places
    )
    most = people**2 * (features**3 - features) - people * ties
    return float(12 * spread / most) if most else np.nan
