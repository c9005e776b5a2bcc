"""Retention and lifetime value against Fader & Hardie's tables."""

import numpy as np
import pytest

from analysis.errors import NotEnough
from analysis.lifetime import ShiftedBetaGeometric, fit, second_lifetime_value

# Fader & Hardie (2007), table 1: % surviving at years 0–12.
HIGH_END = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4]
REGULAR = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3]


@pytest.mark.parametrize(
    ("survivors", "parameters", "log_likelihood", "at_12"),
    [
        (HIGH_END, (0.668, 3.806), -1611.158, 0.3780),
        (REGULAR, (0.704, 1.182), -1680.265, 0.1700),
    ],
)
def test_fader_hardie_fit_of_seven_years(survivors, parameters, log_likelihood, at_12):
    model = fit(np.array(survivors[:8]) * 10)
    assert (model.a, model.b) == pytest.approx(parameters, abs=5e-4)
    assert model.log_likelihood == pytest.approx(log_likelihood, abs=5e-4)
    assert model.survival(12) == pytest.approx(at_12, abs=5e-5)


@pytest.mark.parametrize(("year", "derl"), [(1, 3.31), (2, 3.45), (3, 3.59), (4, 3.72), (5, 3.84)])
def test_residual_lifetime_published(year, derl):
    """Fader & Hardie (2010), Marketing Science 29:85, by eq. 6: a 3.80, b 15.20, d .10."""
    model = ShiftedBetaGeometric(3.80, 15.20)
    assert model.residual_lifetime(year, 0.10) == pytest.approx(derl, abs=5e-3)


@pytest.mark.parametrize(("a", "b", "discount"), [(0.668, 3.806, 0.03), (3.8, 15.2, 0.1)])
@pytest.mark.parametrize("year", [1, 7])
def test_residual_lifetime_is_its_sum(a, b, discount, year):
    model, k = ShiftedBetaGeometric(a, b), np.arange(3000)
    terms = model.survival(year + k) / model.survival(year - 1) * (1 + discount) ** -k
    assert model.residual_lifetime(year, discount) == pytest.approx(terms.sum(), rel=1e-9)


def test_residual_lifetime_without_discount_may_have_no_end():
    assert ShiftedBetaGeometric(3.0, 2.0).residual_lifetime(1, 0) == pytest.approx(1.0)
    with pytest.raises(NotEnough) as refused:
        ShiftedBetaGeometric(0.668, 3.806).residual_lifetime(1, 0)
    assert refused.value.code == "discount_needed"


def test_retention_is_the_ratio_of_survival():
    model, years = ShiftedBetaGeometric(0.7, 1.2), np.arange(1, 9)
    ratio = model.survival(years) / model.survival(years - 1)
    assert model.retention(years) == pytest.approx(ratio)
    assert model.survival(0) == 1


@pytest.mark.parametrize(("a", "b"), [(0.5, 2.0), (1.5, 6.0), (3.0, 3.0)])
def test_fit_recovers_what_made_the_data(a, b):
    survivors = 1e6 * ShiftedBetaGeometric(a, b).survival(np.arange(9))
    assert (fit(survivors).a, fit(survivors).b) == pytest.approx((a, b), rel=1e-3)


@pytest.mark.parametrize(
    ("survivors", "code"),
    [
        ([100, 80], "too_few_years"),
        ([], "too_few_years"),
        ([100, 80, 90], "survivors_rise"),
        ([100, 80, float("nan")], "survivors_rise"),
        ([100, 100, 100], "no_losses"),
        ([100, 60, 60, 60], "no_losses"),
        ([1000, 500, 250, 125], "no_fit"),
        ([1000, 900, 700, 400, 100], "no_fit"),
    ],
)
def test_unfittable_cohorts_are_refused_by_code(survivors, code):
    with pytest.raises(NotEnough) as refused:
        fit(survivors)
    assert refused.value.code == code


def test_second_lifetime_value_by_hand():
    """.2 × (100 + 50/1.1 + 25/1.21 − 30) − 2 = 25.2231."""
    value = second_lifetime_value(0.2, [1, 0.5, 0.25], 100, discount=0.10, offer=30, contact_cost=2)
    assert value == pytest.approx(25.2231, abs=5e-5)


def test_second_lifetime_value_takes_many_members():
    values = second_lifetime_value([0.0, 0.2, 1.0], [1, 0.5, 0.25], 100, contact_cost=2)
    assert values == pytest.approx([-2, 33, 173])


@pytest.mark.parametrize(
    ("p", "survival", "discount", "code"),
    [
        (1.2, [1], 0, "share_outside"),
        (0.2, [1, -0.1], 0, "share_outside"),
        (0.2, [1], -1, "discount_needed"),
        (0.2, [], 0, "no_spells"),
    ],
)
def test_impossible_second_lives_are_refused_by_code(p, survival, discount, code):
    with pytest.raises(NotEnough) as refused:
        second_lifetime_value(p, survival, 100, discount=discount)
    assert refused.value.code == code
