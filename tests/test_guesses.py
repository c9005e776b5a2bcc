"""Leaders' guesses against members' answers: what is right, what surprises, who agrees."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import friedmanchisquare

from analysis.errors import NotEnough
from analysis.guesses import _kappa, _kendalls_w, classes_guessed, places_guessed
from analysis.kano import analyse
from tests.test_kano import from_counts

MEMBERS = {
    "legal": [60, 20, 10, 10, 0, 0],
    "stress": [10, 10, 60, 20, 0, 0],
    "pay": [0, 42, 40, 18, 0, 0],
    "magazine": [5, 5, 10, 30, 50, 10],
}


@pytest.fixture(scope="module")
def members():
    return analyse(from_counts(MEMBERS), resamples=1)


def guessed(**letters):
    """Guesses by feature, a letter a guesser."""
    rows = [
        (f"g{number}", feature, letter)
        for feature, said in letters.items()
        for number, letter in enumerate(said)
    ]
    return pd.DataFrame(rows, columns=["guesser", "feature", "category"])


def test_what_is_missed_comes_first(members):
    parted = classes_guessed(guessed(legal="MM", stress="II", pay="OO", magazine="IA"), members)
    assert parted.features.index.tolist() == ["stress", "magazine", "legal", "pay"]
    assert parted.features["surprise"].tolist() == pytest.approx([0.4, 0.3, 0, 0])
    assert parted.features["right"].tolist() == [False, False, True, True]
    assert parted.guessers == 2


def test_of_two_that_are_too_close_either_is_right(members):
    for letter in "OA":
        row = classes_guessed(guessed(pay=letter), members).features.loc["pay"]
        assert (row["right"], row["surprise"], row["truth"], row["second"]) == (True, 0, "O", "A")
    assert not classes_guessed(guessed(pay="I"), members).features.loc["pay", "right"]


def test_a_divided_room_misses_in_part(members):
    row = classes_guessed(guessed(legal="MMMI"), members).features.loc["legal"]
    assert (row["guessed"], row["agreed"]) == ("M", 0.75)
    assert row["surprise"] == pytest.approx((0.6 - 0.1) / 4)


def test_how_well_the_room_agrees(members):
    assert classes_guessed(guessed(legal="MM", stress="AI"), members).among == 0.5
    alone = classes_guessed(guessed(legal="M"), members)
    assert np.isnan(alone.among)
    assert np.isnan(alone.beyond_chance)


def test_fleiss_published_kappa():
    """Wikipedia's worked example, ten subjects and fourteen raters: kappa .210."""
    counts = [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]  # fmt: skip
    assert _kappa(np.array(counts)) == pytest.approx(0.210, abs=5e-4)


def test_kendalls_w_by_hand():
    assert _kendalls_w(np.array([[1, 2, 3], [1, 2, 3]])) == pytest.approx(1)
    assert _kendalls_w(np.array([[1, 2, 3], [3, 2, 1]])) == pytest.approx(0)
    # Friedman's chi² = m (k − 1) W, as scipy counts it without ties.
    places = np.array([[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4]])
    assert 3 * 3 * _kendalls_w(places) == pytest.approx(friedmanchisquare(*places.T).statistic)


IMPORTANCE = pd.DataFrame({"importance": [9.0, 7, 5, 3]}, index=["a", "b", "c", "d"])


def placed(*orders):
    rows = [
        (f"g{number}", feature, place)
        for number, order in enumerate(orders)
        for place, feature in enumerate(order, start=1)
    ]
    return pd.DataFrame(rows, columns=["guesser", "feature", "place"])


def test_places_part_by_how_many_they_are_off():
    parted = places_guessed(placed("dbca"), IMPORTANCE)
    assert parted.features.loc["a", ["guessed", "truth", "surprise"]].tolist() == [4, 1, 3]
    assert set(parted.features.index[:2]) == {"a", "d"}
    assert places_guessed(placed("abcd"), IMPORTANCE).beyond_chance == pytest.approx(1)


def test_what_is_left_unplaced_shares_the_places_left_over():
    found = places_guessed(placed("d"), IMPORTANCE).features["guessed"]
    assert found[["a", "b", "c", "d"]].tolist() == [3, 3, 3, 1]


@pytest.mark.parametrize(
    ("guesses", "importance", "code"),
    [
        (placed("xyz"), IMPORTANCE, "no_guesses"),
        (placed("ab"), IMPORTANCE.assign(importance=np.nan), "no_importance"),
    ],
)
def test_unusable_places_are_refused(guesses, importance, code):
    with pytest.raises(NotEnough) as refused:
        places_guessed(guesses, importance)
    assert refused.value.code == code


@pytest.mark.parametrize("guesses", [guessed(nothing="M"), guessed(legal="Q")])
def test_guesses_about_nothing_are_refused(members, guesses):
    with pytest.raises(NotEnough) as refused:
        classes_guessed(guesses, members)
    assert refused.value.code == "no_guesses"
