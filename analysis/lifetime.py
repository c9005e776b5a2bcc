"""What a membership is worth over its life: sBG retention, residual and second lifetime value."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import minimize
from scipy.special import betaln, hyp2f1, xlogy

from analysis.errors import NotEnough

# Two parameters need two retention rates.
LEAST_YEARS = 2

# A fit that is better by no more than this, per member, than everybody alike is that limit.
FLAT = 1e-7


@dataclass(frozen=True)
class ShiftedBetaGeometric:
    """Members differ in their chance to leave, Beta(a, b), and each keeps his own.

    Fader & Hardie (2007), J. Interactive Marketing 21(1):76.

    Attributes
    ----------
    a, b : float
        Parameters, above 0. Small ones: members differ much.
    log_likelihood : float or None
        Of the members that it was fitted on.
    """

    a: float
    b: float
    log_likelihood: float | None = None

    def survival(self, years: ArrayLike) -> np.ndarray:
        """Share still in after so many renewals, 1 at 0."""
        years = np.asarray(years, dtype=float)
        return np.exp(betaln(self.a, self.b + years) - betaln(self.a, self.b))

    def retention(self, years: ArrayLike) -> np.ndarray:
        """Share of those in at year t − 1 who renew into year t, t from 1."""
        years = np.asarray(years, dtype=float)
        return (self.b + years - 1) / (self.a + self.b + years - 1)

    def residual_lifetime(self, year: int, discount: float) -> float:
        """Discounted expected payments of a member whose payment is due now.

        Fader & Hardie (2010), Marketing Science 29:85, eq. 6: DERL = Σₖ S(n+k)/S(n−1)·(1+d)⁻ᵏ,
        k from 0, in closed form.

        Parameters
        ----------
        year : int
            n, from 1: the member has renewed n − 1 times, and the first payment counted is the
            one that he may or may not make now.
        discount : float
            d a year, 0 or more.

        Returns
        -------
        float
            Payments; times the fee it is money.

        Raises
        ------
        NotEnough
            ``renewals_outside``; ``discount_needed`` where without discount the sum has no end.
        """
        if year < 1:
            raise NotEnough("renewals_outside", year=year)
        if discount < 0 or (discount == 0 and self.a <= 1):
            raise NotEnough("discount_needed", discount=discount, a=self.a)
        b, c = self.b + year, self.a + self.b + year
        return float(self.retention(year) * hyp2f1(1, b, c, 1 / (1 + discount)))


def fit(survivors: ArrayLike) -> ShiftedBetaGeometric:
    """Fit the model to one cohort by maximum likelihood.

    Parameters
    ----------
    survivors : array
        Members of the cohort still in at years 0, 1, 2, …; at least two renewals.

    Raises
    ------
    NotEnough
        ``too_few_years``, ``survivors_rise`` (or negative, or missing), ``no_losses``
        after the first year (those who stayed would stay for ever), ``no_fit`` where retention
        does not rise with time: then members do not differ, and a and b grow without end.
    """
    survivors = np.asarray(survivors, dtype=float)
    if len(survivors) <= LEAST_YEARS:
        raise NotEnough("too_few_years", years=max(len(survivors) - 1, 0), least=LEAST_YEARS)
    losses = -np.diff(survivors)
    if not (losses >= 0).all() or not survivors[-1] >= 0:
        raise NotEnough("survivors_rise", survivors=survivors.tolist())
    if not losses[1:].any():
        raise NotEnough("no_losses", years=len(losses))
    best = minimize(
        lambda logs: -_log_likelihood(*np.exp(logs), losses, survivors[-1]) / survivors[0],
        np.zeros(2),
        method="L-BFGS-B",
        bounds=[(-12, 12)] * 2,
        options={"ftol": 1e-14, "gtol": 1e-9},
    )
    log_likelihood = float(-best.fun * survivors[0])
    if log_likelihood - _all_alike(losses, survivors) < FLAT * survivors[0]:
        raise NotEnough("no_fit", years=len(losses))
    a, b = (float(parameter) for parameter in np.exp(best.x))
    return ShiftedBetaGeometric(a, b, log_likelihood)


def _all_alike(losses: np.ndarray, survivors: np.ndarray) -> float:
    """Log-likelihood where everybody has the same chance to leave, the model's limit."""
    left, stayed = losses.sum(), survivors[1:].sum()
    return float(xlogy(left, left / (left + stayed)) + xlogy(stayed, stayed / (left + stayed)))


def _log_likelihood(a: float, b: float, losses: np.ndarray, left: float) -> float:
    years = np.arange(1, len(losses) + 1)
    leaving = betaln(a + 1, b + years - 1) - betaln(a, b)
    staying = betaln(a, b + len(losses)) - betaln(a, b)
    return float(losses @ leaving + left * staying)


def second_lifetime_value(
    p_return: ArrayLike,
    survival: ArrayLike,
    fee: float,
    *,
    discount: float = 0.0,
    offer: float = 0.0,
    contact_cost: float = 0.0,
) -> ArrayLike:
    """Expected worth of trying to win somebody back.

    E = p(return) × [Σ fee·S₂(t)(1+d)⁻ᵗ − offer] − contact cost (Thomas, Blattberg & Fox 2004,
    J. Marketing Research 41:31; Griffin & Lowenstein 2001).

    Parameters
    ----------
    p_return : number or array
        Chance to return if contacted, 0–1.
    survival : array
        S₂ at t = 0, 1, 2, … of second spells only, never of first ones; nothing is counted
        beyond its end.
    fee : float
        Per unit of t, paid at its beginning.
    discount : float
        Per unit of t.
    offer, contact_cost : float
        Paid to those who return, and for everyone contacted.

    Returns
    -------
    number or array
        In the fee's currency, one for each `p_return`.

    Raises
    ------
    NotEnough
        ``share_outside``, ``discount_needed`` (−1 or less), ``no_spells``.
    """
    p_return, survival = np.asarray(p_return, dtype=float), np.asarray(survival, dtype=float)
    if not survival.size:
        raise NotEnough("no_spells")
    for name, shares in (("p_return", p_return), ("survival", survival)):
        if not ((shares >= 0) & (shares <= 1)).all():
            raise NotEnough("share_outside", name=name)
    if discount <= -1:
        raise NotEnough("discount_needed", discount=discount)
    fees = fee * survival @ (1 + discount) ** -np.arange(len(survival), dtype=float)
    return (p_return * (fees - offer) - contact_cost)[()]
