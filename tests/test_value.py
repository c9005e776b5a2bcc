"""Opportunity scores, gaps and the chain, by hand and by simulation."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import ttest_rel

from analysis.errors import NotEnough
from analysis.intervals import wilson
from analysis.value import chain, gaps, opportunities

COLUMNS = ["importance", "satisfaction", "aware", "needed", "used", "solved"]


def answers(*groups, item="legal"):
    """Rows from (how many, answers…) groups; answers in the order of COLUMNS, None at the end."""
    rows = [
        dict(zip(COLUMNS, [*values, *[None] * (len(COLUMNS) - len(values))], strict=True))
        for many, *values in groups
        for _ in range(many)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.assign(respondent_id=[f"p{i}" for i in range(len(rows))], item_id=item)


@pytest.mark.parametrize(
    ("important", "satisfied", "score", "band"),
    [
        (90, 30, 15, "extreme"),  # Ulwick (2002): I 9, S 3 → 15
        (90, 90, 9, "served"),  # Ulwick (2002): I 9, S 9 → 9
        (80, 40, 12, "high"),
        (70, 40, 10, "worth_a_look"),
        (40, 70, 4, "over_served"),
        (0, 0, 0, "served"),
        (100, 0, 20, "extreme"),
    ],
)
def test_opportunity_score(important, satisfied, score, band):
    importance = np.repeat([5, 2], [important, 100 - important])
    satisfaction = np.repeat([4, 3], [satisfied, 100 - satisfied])
    frame = answers(*[(1, *pair) for pair in zip(importance, satisfaction, strict=True)])
    row = opportunities(frame).benefits.loc["legal"]
    assert row["score"] == pytest.approx(score)
    assert row["band"] == band
    assert row["low"] <= row["score"] + 1e-9


def test_opportunity_counts_everyones_importance_and_users_satisfaction():
    row = opportunities(answers((60, 5), (20, 5, 5), (20, 1, 1))).benefits.loc["legal"]
    assert (row["n"], row["n_satisfied"]) == (100, 40)
    assert (row["importance"], row["satisfaction"]) == pytest.approx((8, 5))
    assert row["score"] == pytest.approx(11)


def test_opportunity_without_satisfaction_is_unknown():
    frame = pd.concat([answers((5, 5)), answers((5, 5, 5), item="card")])
    benefits = opportunities(frame).benefits
    assert benefits.loc["legal", ["score", "low", "high", "band"]].isna().all()
    assert benefits.loc["card", "score"] == 10


def opportunity_coverage(runs, n, seed, weighted):
    """How often the interval holds the score of I 8, S 5, of which 40 % are important and bad."""
    rng, held = np.random.default_rng(seed), 0
    for _ in range(runs):
        draw = rng.multinomial(n, [0.4, 0.4, 0.1, 0.1])
        frame = answers(*zip(draw, [5, 5, 1, 1], [1, 5, 1, 5], strict=True))
        weights = rng.gamma(4, size=n) if weighted else None
        row = opportunities(frame, weights=weights, resamples=300).benefits.iloc[0]
        held += row["low"] <= 11 <= row["high"]
    return held / runs


@pytest.mark.parametrize("weighted", [False, True])
def test_opportunity_interval_covers_the_true_score(weighted):
    assert 0.90 <= opportunity_coverage(200, 150, seed=1, weighted=weighted) <= 0.99


@pytest.mark.prove
@pytest.mark.parametrize("weighted", [False, True])
def test_opportunity_interval_covers_the_true_score_at_length(weighted):
    assert 0.925 <= opportunity_coverage(3000, 300, seed=2, weighted=weighted) <= 0.98


def test_gap_is_the_paired_t_interval():
    rng = np.random.default_rng(3)
    importance, satisfaction = rng.integers(2, 6, 80), rng.integers(1, 5, 80)
    frame = answers(*[(1, *pair) for pair in zip(importance, satisfaction, strict=True)], (9, 5))
    row = gaps(frame).benefits.loc["legal"]
    interval = ttest_rel(importance, satisfaction).confidence_interval()
    assert row["n"] == 80
    assert row["gap"] == pytest.approx((importance - satisfaction).mean())
    assert (row["low"], row["high"]) == pytest.approx((interval.low, interval.high))
    assert row["importance"] == pytest.approx((importance.sum() + 45) / 89)


def test_gap_under_weights():
    frame = answers((3, 5, 2), (1, 5, 4))
    row = gaps(frame, weights=np.array([1, 1, 1, 3.0])).benefits.loc["legal"]
    assert row["gap"] == pytest.approx((3 * 3 + 3 * 1) / 6)
    equal = gaps(frame, weights=np.full(4, 9.0)).benefits
    pd.testing.assert_frame_equal(equal, gaps(frame).benefits)


@pytest.fixture
def four():
    return pd.concat(
        [
            answers((2, 5, 2), item="a"),
            answers((2, 5, 5), item="b"),
            answers((2, 4, 2), item="c"),
            answers((2, 4, 5), item="d"),
        ]
    )


@pytest.mark.parametrize(
    ("crosshair", "at", "c", "d"),
    [
        ("midpoint", (3, 3), "concentrate_here", "keep_up"),
        ("mean", (4.5, 3.5), "low_priority", "possible_overkill"),
        ("median", (4.5, 3.5), "low_priority", "possible_overkill"),
    ],
)
def test_quadrants_by_crosshair(four, crosshair, at, c, d):
    result = gaps(four, crosshair=crosshair)
    assert result.crosshair == at
    quadrants = result.benefits["quadrant"].tolist()
    assert quadrants == ["concentrate_here", "keep_up", c, d]


def test_quadrant_needs_both_means():
    frame = pd.concat([answers((3, 5)), answers((3, 5, 5), item="card")])
    quadrants = gaps(frame).benefits["quadrant"]
    assert quadrants.isna().tolist() == [True, False]


CONTENT = (5, 5, True, True, True, True)

# 100 people: 80 find it important, 60 of them know it, 40 of them needed it, 30 used it, 24 were
# helped, and 21 of those are satisfied.
LADDER = [
    (20, 2),
    (20, 5, None, False),
    (20, 5, None, True, False),
    (10, 5, None, True, True, False),
    (6, 5, None, True, True, True, False),
    (3, 5, 2, True, True, True, True),
    (21, 5, 5, True, True, True, True),
]


def test_chain_step_by_step():
    steps = chain(answers(*LADDER)).steps.loc["legal"]
    assert steps["n"].tolist() == [100, 80, 60, 40, 30, 24]
    assert steps["kept"].tolist() == [80, 60, 40, 30, 24, 21]
    assert steps["reached"].tolist() == pytest.approx([80, 60, 40, 30, 24, 21])
    assert steps["lost"].tolist() == pytest.approx([0, 20, 0, 10, 6, 3])
    assert steps.loc["knows", ["low", "high"]].tolist() == pytest.approx(list(wilson(60, 80)))


def test_chain_speaks_of_all_members():
    steps = chain(answers(*LADDER), members=50_000).steps.loc["legal"]
    assert steps["lost"].tolist() == pytest.approx([0, 10_000, 0, 5000, 3000, 1500])


@pytest.mark.parametrize(
    ("groups", "gap", "lost", "share"),
    [
        (LADDER, "communication", 20, 20 / 80),
        ([(90, *CONTENT), (40, 5, None, True, True, False)], "access", 40, 4 / 13),
        (
            [
                (60, *CONTENT),
                (9, 5, None, True, True, True, False),
                (9, 5, 1, True, True, True, True),
                (10, 5, None, False),
            ],
            "advice",
            18,
            18 / 78,
        ),
        ([(95, *CONTENT), (5, 5, None, False)], "fine", 5, 0.05),
        ([(10, 2), (5, 1)], "fine", 0, 0),
    ],
)
def test_widest_loss_names_the_gap(groups, gap, lost, share):
    row = chain(answers(*groups)).gaps.loc["legal"]
    assert row["gap"] == gap
    assert (row["lost"], row["lost_share"]) == pytest.approx((lost, share))


def test_an_unmet_need_is_a_gap_in_the_offer():
    frame = pd.concat([answers(*LADDER), answers((70, 5), (30, 1), item="childcare")])
    found = chain(frame, not_offered=["childcare"]).gaps
    assert found["gap"].tolist() == ["communication", "offer"]
    assert found.loc["childcare", "lost"] == 70


def test_insurance_that_nobody_needed_is_not_unused():
    row = chain(answers((90, 5, None, True, False), (10, 5, 5, True, True, True, True)))
    assert row.gaps.loc["legal", "gap"] == "fine"
    assert row.steps.loc[("legal", "used"), "n"] == 10


def test_a_step_that_nobody_was_asked_is_passed_over():
    """Nobody was asked whether they needed it or it was solved; 20 of 50 are not satisfied."""
    frame = answers((30, 5, 5, True, None, True), (20, 5, 2, True, None, True))
    result = chain(frame)
    assert result.steps.loc[("legal", "satisfied"), "n"] == 50
    assert np.isnan(result.steps.loc[("legal", "solved"), "share"])
    assert result.gaps.loc["legal"].tolist() == ["advice", pytest.approx(20), pytest.approx(0.4)]


def test_not_using_what_nobody_was_asked_to_need_is_no_loss():
    """Of 100 who know it 70 don't use it: their choice with a discount, not with an agreement."""
    frame = answers((30, 5, 5, True, None, True), (70, 5, None, True, None, False))
    assert chain(frame).gaps.loc["legal"].tolist() == ["fine", 0, 0]
    covered = chain(frame, by_right=["legal"]).gaps.loc["legal"]
    assert covered.tolist() == ["access", pytest.approx(70), pytest.approx(0.7)]


def test_what_solves_nothing_disappoints_by_itself():
    frame = answers((30, 5, 5, True, None, True), (20, 5, 2, True, None, True))
    found = chain(frame, nothing_to_solve=["legal"])
    assert found.gaps.loc["legal"].tolist() == ["offer", pytest.approx(20), pytest.approx(0.4)]


def test_only_importance_was_asked():
    assert chain(answers((50, 5), (50, 1))).gaps.loc["legal"].isna().all()


def test_missing_answers_thin_a_step_without_losing_members():
    """Of 100 who find it important half are not asked whether they know it; the others all do."""
    steps = chain(answers((50, 5, None, True), (50, 5))).steps.loc["legal"]
    assert steps.loc["knows", ["n", "share", "lost"]].tolist() == [50, 1, 0]


def test_nobody_said_how_important_it_is():
    frame = pd.concat([answers((5, None, 5)), answers((5, 5, 5), item="card")])
    assert chain(frame).gaps["gap"].isna().tolist() == [True, False]


def test_chain_under_weights_uses_kishs_n():
    frame = answers((10, 5, None, True), (30, 5, None, False))
    steps = chain(frame, weights=np.repeat([3.0, 1.0], [10, 30])).steps.loc["legal"]
    assert steps.loc["knows", "share"] == pytest.approx(0.5)
    assert steps.loc["knows", "reached"] == pytest.approx(30)
    limits = steps.loc["knows", ["low", "high"]].tolist()
    assert limits == pytest.approx(list(wilson(15, 30)))  # (Σw)²/Σw² = 60²/120


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"importance": 6}, "outside_scale"),
        ({"satisfaction": 0}, "outside_scale"),
        ({"used": "perhaps"}, "not_yes_no"),
        ({"aware": 2}, "not_yes_no"),
        ({"item_id": None}, "id_missing"),
        ({"respondent_id": "p0"}, "duplicate_answers"),
    ],
)
def test_unusable_answers_are_refused_by_code(change, code):
    with pytest.raises(NotEnough) as refused:
        chain(answers((2, 5, 5, True)).assign(**change))
    assert refused.value.code == code


@pytest.mark.parametrize("method", [opportunities, gaps, chain])
def test_empty_frames_are_refused_by_code(method):
    with pytest.raises(NotEnough) as refused:
        method(answers())
    assert refused.value.code == "no_answers"
    with pytest.raises(NotEnough) as refused:
        method(pd.DataFrame({"respondent_id": [1]}))
    assert refused.value.code == "columns_missing"


def test_unknown_crosshair_is_refused():
    with pytest.raises(NotEnough) as refused:
        gaps(answers((2, 5, 5)), crosshair="moon")
    assert refused.value.code == "unknown_crosshair"
