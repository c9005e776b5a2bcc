"""Kano's method against published surveys."""

import inspect

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binomtest, t

from analysis.errors import NotEnough
from analysis.kano import (
    CLASSES,
    RULES,
    analyse,
    class_shares,
    compare,
    continuous,
    contradictory,
    evenness,
    method_changes,
    s_curve,
    s_curves,
)
from analysis.kano.rules import exact_p

# Published counts of the pairs (functional × dysfunctional, like to dislike) in the public study
# REPPL/Doing-research-online-the-kano-model, 358 people.
REPPL = {
    "F6": [
        [13, 21, 32, 38, 19],
        [11, 10, 20, 9, 3],
        [9, 31, 70, 10, 4],
        [10, 11, 9, 7, 2],
        [10, 7, 1, 1, 0],
    ],
    "F8": [
        [14, 15, 24, 39, 122],
        [1, 7, 10, 23, 63],
        [1, 4, 15, 3, 1],
        [2, 4, 3, 2, 2],
        [0, 2, 1, 0, 0],
    ],
    "F9": [
        [11, 12, 27, 106, 76],
        [3, 6, 13, 28, 20],
        [4, 5, 19, 3, 4],
        [1, 4, 6, 1, 1],
        [0, 1, 1, 2, 4],
    ],
    "F10": [
        [12, 8, 5, 5, 174],
        [3, 8, 4, 5, 79],
        [2, 9, 19, 1, 10],
        [1, 1, 3, 2, 1],
        [0, 0, 1, 0, 5],
    ],
}

# Counts by class, M O A I R Q: "Service app", "Excellent service" as worked out in the R package
# stp25kano; "Hotline" and "Loan machine" from the same survey.
STP25KANO = {
    "Service app": [95, 123, 45, 33, 0, 0],
    "Excellent service": [101, 54, 54, 81, 3, 3],
    "Hotline": [15, 24, 121, 124, 6, 6],
    "Loan machine": [65, 87, 93, 51, 0, 0],
}

# One pair of each class, the same in Kano's and Pouliot's tables.
PAIR = {"M": (3, 5), "O": (1, 5), "A": (1, 3), "I": (3, 3), "R": (5, 1), "Q": (1, 1)}


def from_matrices(matrices, prefix="p"):
    """Rows of answers whose pairs are counted in 5 × 5 matrices."""
    frames = []
    for feature, matrix in matrices.items():
        cells = np.repeat(np.arange(25), np.ravel(matrix))
        frames.append(
            pd.DataFrame(
                {
                    "respondent_id": [f"{prefix}{person}" for person in range(len(cells))],
                    "feature": feature,
                    "functional": cells // 5 + 1,
                    "dysfunctional": cells % 5 + 1,
                }
            )
        )
    return pd.concat(frames, ignore_index=True)


def from_counts(counts, prefix="p"):
    """Rows of answers whose classes have these counts, M O A I R Q."""
    matrices = {}
    for feature, by_class in counts.items():
        matrices[feature] = np.zeros((5, 5), dtype=int)
        for name, count in zip(CLASSES, by_class, strict=True):
            functional, dysfunctional = PAIR[name]
            matrices[feature][functional - 1, dysfunctional - 1] = count
    return from_matrices(matrices, prefix)


@pytest.fixture(scope="module")
def reppl():
    return from_matrices(REPPL)


@pytest.mark.parametrize(
    ("feature", "counts", "category", "coefficients"),
    [
        ("F6", [9, 19, 91, 160, 49, 30], "I", [0.3942652, -0.1003584]),
        ("F8", [66, 122, 78, 62, 7, 23], "O", [0.6097561, -0.5731707]),
        ("F9", [25, 76, 145, 78, 12, 22], "A", [0.6820988, -0.3117284]),
        ("F10", [90, 174, 18, 42, 7, 27], "O", [0.5925926, -0.8148148]),
    ],
)
def test_reppl_under_pouliots_table(reppl, feature, counts, category, coefficients):
    row = analyse(reppl, table="pouliot", resamples=1).features.loc[feature]
    assert row[list(CLASSES)].tolist() == counts
    assert row["n"] == 358
    assert row["category"] == category
    assert row[["cs_plus", "cs_minus"]].tolist() == pytest.approx(coefficients, abs=5e-8)


@pytest.mark.parametrize(
    ("feature", "indifferent", "questionable"),
    [("F6", 177, 13), ("F8", 71, 14), ("F9", 85, 15), ("F10", 52, 17)],
)
def test_reppl_under_kanos_table(reppl, feature, indifferent, questionable):
    kano = analyse(reppl, resamples=1).features.loc[feature]
    pouliot = analyse(reppl, table="pouliot", resamples=1).features.loc[feature]
    assert (kano["I"], kano["Q"]) == (indifferent, questionable)
    assert kano[["M", "O", "A", "R"]].tolist() == pouliot[["M", "O", "A", "R"]].tolist()


def test_reppl_coefficients_under_kanos_table(reppl):
    row = analyse(reppl, resamples=1).features.loc["F9"]
    assert row[["cs_plus", "cs_minus"]].tolist() == pytest.approx([0.667674, -0.305136], abs=5e-7)


def test_reppl_wilson_intervals(reppl):
    row = analyse(reppl, table="pouliot", resamples=1).features.loc["F9"]
    assert (row.cs_plus_low, row.cs_plus_high) == pytest.approx((0.6295, 0.7304), abs=5e-5)
    assert (row.cs_minus_low, row.cs_minus_high) == pytest.approx((-0.3641, -0.2637), abs=5e-5)


@pytest.mark.parametrize(
    ("feature", "functional", "dysfunctional"),
    [
        ("F6", 1.455307, 0.156425),
        ("F8", 2.918994, 2.284916),
        ("F9", 2.902235, 1.770950),
        ("F10", 2.776536, 2.905028),
    ],
)
def test_reppl_dumouchel_means(reppl, feature, functional, dysfunctional):
    row = analyse(reppl, resamples=1).features.loc[feature]
    assert row["functional_mean"] == pytest.approx(functional, abs=5e-7)
    assert row["dysfunctional_mean"] == pytest.approx(dysfunctional, abs=5e-7)
    point = continuous(reppl).features.loc[feature]
    assert point["functional"] == row["functional_mean"]
    assert point["dysfunctional_low"] < row["dysfunctional_mean"] < point["dysfunctional_high"]


def test_matrix_gives_the_pairs_back(reppl):
    result = analyse(reppl, resamples=1)
    for feature, matrix in REPPL.items():
        assert result.matrix(feature).to_numpy().tolist() == matrix


@pytest.mark.parametrize(
    ("feature", "mode", "plus", "minus"),
    [("Service app", "O", 0.568, -0.736), ("Excellent service", "M", 0.372, -0.534)],
)
def test_stp25kano_coefficients(feature, mode, plus, minus):
    row = analyse(from_counts(STP25KANO), resamples=1).features.loc[feature]
    assert row["category"] == mode
    assert row[["cs_plus", "cs_minus"]].tolist() == pytest.approx([plus, minus], abs=5e-4)


def test_stp25kano_strengths_and_evenness():
    result = analyse(from_counts(STP25KANO), resamples=1)
    row = result.features.loc["Service app"]
    assert row["total_strength"] == pytest.approx(0.89, abs=5e-3)
    assert row["category_strength"] == pytest.approx(0.09, abs=5e-3)
    assert evenness(result).loc["Service app", "chi2"] == pytest.approx(72.49, abs=5e-3)


@pytest.mark.parametrize(
    ("feature", "gap", "bound"), [("Service app", 28, 19.36), ("Excellent service", 20, 18.52)]
)
def test_stp25kano_fong(feature, gap, bound):
    row = analyse(from_counts(STP25KANO), resamples=1).features.loc[feature]
    assert row["fong_gap"] == gap
    assert row["fong_bound"] == pytest.approx(bound, abs=5e-3)


def test_exact_test_is_stricter_than_fong():
    """ "Excellent service": Fong's test says significant, the exact one p = .159."""
    row = analyse(from_counts(STP25KANO), rule="exact", resamples=1).features.loc[
        "Excellent service"
    ]
    assert row["fong_gap"] > row["fong_bound"]
    assert row["exact_p"] == pytest.approx(0.159, abs=5e-4)
    assert row["category"] == "too close"


@pytest.mark.parametrize(
    ("rule", "hotline", "loan_machine"), [("mode", "I", "A"), ("moai", "A", "O")]
)
def test_stp25kano_rules(rule, hotline, loan_machine):
    categories = analyse(from_counts(STP25KANO), rule=rule, resamples=1).features["category"]
    assert categories["Hotline"] == hotline
    assert categories["Loan machine"] == loan_machine


@pytest.mark.parametrize(
    ("counts", "rule", "threshold", "category"),
    [
        ([20, 20, 20, 20, 20, 0], "mode", 5, "M"),
        ([0, 20, 20, 20, 20, 0], "mode", 5, "O"),
        ([0, 0, 0, 20, 20, 60], "mode", 5, "I"),
        ([0, 0, 0, 0, 0, 9], "mode", 5, "none"),
        ([0, 0, 0, 0, 0, 9], "exact", 5, "none"),
        ([0, 0, 0, 0, 0, 9], "blauth", 5, "Q"),
        ([45, 0, 50, 5, 0, 0], "moai", 5, "A"),  # 5 points apart are not closer than 5
        ([46, 0, 50, 4, 0, 0], "moai", 5, "M"),
        ([50, 0, 46, 4, 0, 0], "moai", 5, "M"),
        ([40, 0, 50, 10, 0, 0], "moai", 11, "M"),
        ([0, 0, 0, 48, 52, 0], "moai", 5, "I"),
        ([17, 17, 17, 49, 0, 0], "blauth", 5, "M"),  # 51 % want it; mode says I
        ([16, 17, 17, 50, 0, 0], "blauth", 5, "I"),  # 50 % are not more than 50 %
        ([10, 15, 15, 20, 5, 35], "blauth", 5, "Q"),
        ([59, 0, 0, 41, 0, 0], "exact", 5, "M"),  # binomial p = .089
        ([58, 0, 0, 42, 0, 0], "exact", 5, "too close"),  # binomial p = .133
    ],
)
def test_rules(counts, rule, threshold, category):
    answers = from_counts({"a": counts})
    result = analyse(answers, rule=rule, threshold=threshold, resamples=1)
    assert result.features["category"].fillna("none").item() == category


@pytest.mark.parametrize(("first", "second"), [(28, 20), (5, 5), (7, 0), (0, 0), (101, 81)])
def test_exact_p_is_the_binomial_test(first, second):
    expected = binomtest(first, first + second).pvalue if first else 1.0
    assert exact_p(first, second) == pytest.approx(expected, rel=1e-12)


def test_win_share_is_the_chance_to_win():
    """With two classes the chance to lead is the binomial's; ties go to M before O."""
    counts = {"even": [50, 50, 0, 0, 0, 0], "led": [30, 70, 0, 0, 0, 0]}
    shares = analyse(from_counts(counts), resamples=20_000).features["win_share"]
    assert shares["even"] == pytest.approx(0.5398, abs=0.012)  # P(Bin(100, ½) ≥ 50)
    assert shares["led"] == pytest.approx(1.0, abs=1e-3)


def test_same_seed_same_result(reppl):
    once, twice = (analyse(reppl, seed=5).features for _ in range(2))
    pd.testing.assert_frame_equal(once, twice)


def test_equal_weights_change_nothing(reppl):
    plain = analyse(reppl).features
    weighted = analyse(reppl, weights=np.full(len(reppl), 0.25)).features
    columns = plain.columns.drop("win_share")
    pd.testing.assert_frame_equal(plain[columns], weighted[columns])
    assert weighted["win_share"].to_numpy() == pytest.approx(plain["win_share"], abs=0.06)


def test_weights_shift_the_shares_and_count_as_kishs_n():
    answers = from_counts({"a": [10, 30, 0, 0, 0, 0]})
    weights = pd.Series([3.0] * 10 + [1.0] * 30, index=[f"p{i}" for i in range(40)])
    # Pairs are numbered by cell and O (1, 5) comes before M (3, 5): the last ten are M.
    weights = pd.Series(weights.to_numpy()[::-1], index=weights.index)
    row = analyse(answers, weights=weights).features.loc["a"]
    assert row["n"] == pytest.approx(60**2 / (90 + 30))
    assert row["M"] == pytest.approx(row["O"])
    assert row["category"] == "M"
    assert 0.4 < row["win_share"] < 0.65


@pytest.mark.parametrize("form", ["series", "column", "array"])
def test_weights_come_in_three_forms(reppl, form):
    rng = np.random.default_rng(3)
    by_person = pd.Series(rng.gamma(4, size=358), index=[f"p{i}" for i in range(358)])
    by_row = reppl["respondent_id"].map(by_person)
    answers = reppl.assign(weight=by_row).sample(frac=1, random_state=2)
    given = {"series": by_person, "column": "weight", "array": answers["weight"].to_numpy()}[form]
    row = analyse(answers, weights=given).features.loc["F9"]
    assert row["n"] == pytest.approx(by_person.sum() ** 2 / (by_person**2).sum())
    counts = row[list(CLASSES)].astype(float)
    assert counts.sum() == pytest.approx(row["n"])
    assert row["cs_minus_low"] <= row["cs_minus"] <= row["cs_minus_high"] <= 0


def test_weighted_win_share_agrees_with_drawing_people():
    """The moment form of the Poisson bootstrap against drawing people themselves."""
    rng = np.random.default_rng(4)
    answers = from_counts({"a": [60, 75, 20, 40, 5, 5]})
    weights = rng.gamma(1.5, size=len(answers))
    row = analyse(answers, weights=weights, resamples=20_000).features.loc["a"]
    letters = {pair: name for name, pair in PAIR.items()}
    pairs = zip(answers["functional"], answers["dysfunctional"], strict=True)
    names = np.array([letters[pair] for pair in pairs])
    wins, draws = 0, 4000
    for _ in range(draws):
        people = rng.integers(0, len(names), len(names))
        totals = [weights[people][names[people] == name].sum() for name in "MOAI"]
        wins += "MOAI"[int(np.argmax(totals))] == row["category"]
    assert row["win_share"] == pytest.approx(wins / draws, abs=0.03)


def test_missing_halves_are_left_out_and_counted():
    answers = pd.DataFrame(
        {
            "respondent_id": ["a", "b", "c", "d"],
            "feature": "x",
            "functional": [1, None, 2, None],
            "dysfunctional": [5, 3, None, None],
        }
    )
    result = analyse(answers, resamples=10)
    assert result.features.loc["x", "n"] == 1
    assert result.respondents == 1
    assert result.half_pairs["x"] == 2
    assert result.quality.features.loc["x", "empty_pairs"] == 1


@pytest.mark.parametrize("dtype", ["UInt8", "Int64", "float64", "object"])
def test_codes_of_every_dtype(dtype):
    codes = pd.Series([1, 2, None], dtype=dtype)
    answers = pd.DataFrame(
        {"respondent_id": [1, 2, 3], "feature": "x", "functional": codes, "dysfunctional": 5}
    )
    features = analyse(answers.astype({"feature": "category"}), resamples=1).features
    assert features.loc["x", ["O", "M"]].tolist() == [1, 1]


def test_undefined_coefficients_are_named():
    counts = {"ok": [1, 0, 0, 0, 0, 0], "bad": [0, 0, 0, 0, 3, 2]}
    answers = from_counts(counts)
    blank = pd.DataFrame(
        {"respondent_id": ["p0"], "feature": "blank", "functional": None, "dysfunctional": None}
    )
    result = analyse(pd.concat([answers, blank]), resamples=10)
    found = {problem.facts["feature"]: problem.code for problem in result.problems}
    assert found == {"bad": "coefficient_undefined", "blank": "no_answers"}
    undefined = result.features.loc["bad", ["cs_plus", "cs_minus", "cs_plus_low", "cs_minus_high"]]
    assert undefined.isna().all()
    assert result.features.loc["bad", "category"] == "R"
    assert result.features.loc["blank"].drop(["n", *CLASSES, "fong_gap"]).isna().all()


@pytest.mark.parametrize(
    ("n", "codes"), [(49, ["under_50"]), (50, ["under_200"]), (199, ["under_200"]), (200, [])]
)
def test_small_surveys_are_warned_about(n, codes):
    result = analyse(from_counts({"a": [n, 0, 0, 0, 0, 0]}), resamples=1)
    assert [warning.code for warning in result.warnings] == codes


def test_quality_finds_questionable_answers_and_straight_lines():
    rows = {
        "straight": [(1, 5), (1, 5), (1, 5)],
        "varied": [(1, 5), (1, 1), (3, 3)],
        "two": [(1, 5), (1, 5), (None, 5)],
    }
    answers = pd.DataFrame(
        [(who, f"f{i}", *pair) for who, pairs in rows.items() for i, pair in enumerate(pairs)],
        columns=["respondent_id", "feature", "functional", "dysfunctional"],
    )
    quality = analyse(answers, resamples=1).quality
    assert quality.straight_liners.tolist() == ["straight"]
    assert quality.respondents["q_share"].to_dict() == pytest.approx(
        {"straight": 0, "varied": 1 / 3, "two": 0}
    )
    assert quality.features["q_share"].tolist() == pytest.approx([0, 1 / 3, 0])


GOOD = {"respondent_id": ["a", "b"], "feature": "x", "functional": 1, "dysfunctional": 5}


@pytest.mark.parametrize(
    ("change", "options", "code"),
    [
        ({"functional": [0, 1]}, {}, "outside_scale"),
        ({"functional": [1, 6]}, {}, "outside_scale"),
        ({"functional": [1, 99]}, {}, "outside_scale"),
        ({"functional": [1, 2.5]}, {}, "outside_scale"),
        ({"functional": [1, -300]}, {}, "outside_scale"),
        ({"functional": [1, float("inf")]}, {}, "outside_scale"),
        ({"functional": ["1", "I like it"]}, {}, "outside_scale"),
        ({"functional": [None, None]}, {}, "no_complete_pairs"),
        ({"respondent_id": ["a", "a"]}, {}, "duplicate_answers"),
        ({"respondent_id": ["a", "a"], "functional": [None, 1]}, {}, "duplicate_answers"),
        ({"respondent_id": ["a", None]}, {}, "id_missing"),
        ({}, {"weights": [1.0]}, "weights_unusable"),
        ({}, {"weights": [1.0, -1.0]}, "weights_unusable"),
        ({}, {"weights": [0.0, 0.0]}, "no_weight"),
        ({}, {"weights": pd.Series({"a": 1.0})}, "weights_missing"),
        ({}, {"weights": pd.Series([1.0, 2.0, 3.0], index=["a", "b", "b"])}, "weights_unusable"),
        ({}, {"weights": "heft"}, "columns_missing"),
        ({}, {"table": "square"}, "unknown_table"),
        ({}, {"rule": "best"}, "unknown_rule"),
        ({"dysfunctional": 1}, {"table": "short"}, "outside_short_form"),
    ],
)
def test_unusable_input_is_refused_by_code(change, options, code):
    with pytest.raises(NotEnough) as refused:
        analyse(pd.DataFrame(GOOD | change), **options)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (pd.DataFrame(), "columns_missing"),
        (pd.DataFrame(GOOD).iloc[:0], "no_answers"),
        (pd.DataFrame(GOOD).drop(columns="feature"), "columns_missing"),
        (
            pd.DataFrame(
                {"respondent_id": "a", "feature": range(501), "functional": 1, "dysfunctional": 1}
            ),
            "too_many_features",
        ),
    ],
)
def test_unusable_frames_are_refused_by_code(answers, code):
    with pytest.raises(NotEnough) as refused:
        analyse(answers)
    assert refused.value.code == code


def test_the_answers_are_left_as_they_were(reppl):
    before = reppl.copy(deep=True)
    analyse(reppl, resamples=1)
    pd.testing.assert_frame_equal(reppl, before)


def test_short_form_is_kanos_table_where_it_asks():
    grid = [(f, d) for f in (1, 2, 3) for d in (3, 4, 5)]
    answers = pd.DataFrame(grid, columns=["functional", "dysfunctional"])
    answers = answers.assign(respondent_id=range(9), feature="x")
    short = analyse(answers, table="short", resamples=1).features
    assert short[list(CLASSES)].iloc[0].tolist() == [2, 1, 2, 4, 0, 0]


def test_method_changes_name_the_features_that_hang_on_the_choice():
    changes = method_changes(from_counts(STP25KANO))
    assert set(changes.moved) == {"Excellent service", "Hotline", "Loan machine"}
    assert changes.classes.loc["Hotline", ("kano", "moai")] == "A"
    against = changes.against("kano", "mode")
    hotline = against[(against["feature"] == "Hotline") & (against["table"] == "kano")]
    assert dict(zip(hotline["rule"], hotline["category"], strict=True)) == {
        "moai": "A",
        "blauth": "A",
        "exact": "too close",
    }
    assert set(hotline["now"]) == {"I"}


def test_method_changes_agree_with_analyse(reppl):
    changes = method_changes(reppl)
    assert set(changes.classes.columns.get_level_values("table")) == {"kano", "pouliot"}
    for rule in RULES:
        category = analyse(reppl, table="pouliot", rule=rule, resamples=1).features["category"]
        assert changes.classes[("pouliot", rule)].tolist() == category.tolist()


def test_questionable_answers_only_hang_on_the_rule():
    assert method_changes(from_counts({"a": [0, 0, 0, 0, 0, 9]})).moved == ("a",)


def test_goodman_published():
    """Goodman (1965), Technometrics 7:247, on the counts that statistics packages use."""
    shares = class_shares(analyse(from_counts({"a": [44, 55, 43, 32, 67, 78]}), resamples=1))
    low = [0.09468, 0.12377, 0.09209, 0.06413, 0.15638, 0.18693]
    high = [0.19664, 0.23505, 0.19310, 0.15357, 0.27607, 0.31301]
    assert shares["low"].tolist() == pytest.approx(low, abs=5e-6)
    assert shares["high"].tolist() == pytest.approx(high, abs=5e-6)


def test_goodman_shares(reppl):
    shares = class_shares(analyse(reppl, resamples=1))
    assert len(shares) == 24
    assert shares.loc["F9", "share"].sum() == pytest.approx(1)
    assert (shares["low"] <= shares["share"]).all()
    assert (shares["share"] <= shares["high"]).all()


@pytest.mark.parametrize("category", ["A", "O", "M"])
def test_s_curves_run_from_cs_minus_to_cs_plus(category):
    """Wang & Ji (2010) in the form of the methods: f(0) = D, f(1) = C."""
    c, d, x, e = 0.68, -0.31, np.linspace(0, 1, 11), np.e
    published = {
        "A": (c - d) / (e - 1) * np.exp(x) - (c - e * d) / (e - 1),
        "O": (c - d) * x + d,
        "M": -e * (c - d) / (e - 1) * np.exp(-x) + (e * c - d) / (e - 1),
    }
    curve = s_curve(category, c, d, x)
    assert curve == pytest.approx(published[category])
    assert (curve[0], curve[-1]) == pytest.approx((d, c))


def test_s_curves_leave_out_classes_without_a_curve(reppl):
    features = analyse(reppl, resamples=1).features
    assert list(s_curves(features)["feature"].unique()) == ["F8", "F9", "F10"]
    assert s_curves(features.loc[["F6"]]).empty
    with pytest.raises(NotEnough):
        s_curve("I", 0.3, -0.1, np.array([0.5]))


def test_continuous_points_intervals_and_quadrants(reppl):
    points = continuous(reppl.assign(importance=4)).features
    assert points["quadrant"].to_dict() == {"F6": "I", "F8": "O", "F9": "A", "F10": "O"}
    assert set(points["importance"]) == {4}
    scores = reppl[reppl["feature"] == "F9"]["functional"].map({1: 4, 2: 2, 3: 0, 4: -1, 5: -2})
    half = t.ppf(0.975, 357) * scores.std() / np.sqrt(358)
    width = points.loc["F9", "functional_high"] - points.loc["F9", "functional_low"]
    assert width == pytest.approx(2 * half, rel=1e-9)


def test_compare_gives_newcombes_difference():
    """56/70 − 48/80: .0524 to .3339 (Newcombe 1998); CS− the same with its sign turned."""
    one = analyse(from_counts({"a": [0, 56, 0, 14, 0, 0]}), resamples=1)
    other = analyse(from_counts({"a": [0, 48, 0, 32, 0, 0], "b": [1, 0, 0, 0, 0, 0]}), resamples=1)
    comparison = compare(one, other)
    row = comparison.features.loc["a"]
    assert comparison.left_out == ("b",)
    assert row["cs_plus_difference"] == pytest.approx(0.2)
    limits = row[["cs_plus_difference_low", "cs_plus_difference_high"]].tolist()
    assert limits == pytest.approx([0.0524, 0.3339], abs=5e-5)
    limits = row[["cs_minus_difference_low", "cs_minus_difference_high"]].tolist()
    assert limits == pytest.approx([-0.3339, -0.0524], abs=5e-5)


def test_compare_tests_the_distribution_and_adjusts_for_many_features():
    large = {"same": [40, 40, 40, 40, 5, 5], "other": [80, 40, 20, 20, 5, 5]}
    small = {"few": [3, 0, 0, 1, 0, 0], "nobody": [0, 0, 0, 0, 0, 2]}
    one = analyse(from_counts(large | small), resamples=1)
    large["other"], small["few"] = [20, 40, 80, 20, 5, 5], [0, 4, 0, 0, 0, 0]
    other = analyse(from_counts(large | small), resamples=1)
    features = compare(one, other).features
    assert features["test"].tolist() == ["chi2", "chi2", "exact", np.nan]
    assert features.loc["same", "p"] == pytest.approx(1)
    assert features.loc["other", "p"] < 1e-10
    # Of the 2 × 3 tables with these margins only the mirrored one is as unlikely: 2/C(8, 4).
    assert features.loc["few", "p"] == pytest.approx(2 / 70, abs=0.006)
    assert np.isnan(features.loc["nobody", "p_adjusted"])
    assert features.loc["few", "p_adjusted"] == pytest.approx(features.loc["few", "p"] * 3 / 2)


def test_compare_refuses_different_tables():
    answers = from_counts({"a": [10, 10, 10, 10, 0, 0]})
    one, other = (analyse(answers, table=table, resamples=1) for table in ("kano", "pouliot"))
    with pytest.raises(NotEnough) as refused:
        compare(one, other)
    assert refused.value.code == "tables_differ"


def rejections(n, runs, seed):
    """How often Fong's and the exact test separate two classes of equal share."""
    draws = np.random.default_rng(seed).multinomial(n, [0.35, 0.35, 0.1, 0.1, 0.05, 0.05], runs)
    features = {f"f{i}": row for i, row in enumerate(draws)}
    result = analyse(from_counts(features), resamples=1).features
    return (result["fong_gap"] > result["fong_bound"]).mean(), (result["exact_p"] <= 0.10).mean()


def test_exact_test_keeps_its_level_where_fongs_does_not():
    fong, exact = rejections(n=400, runs=400, seed=8)
    assert exact <= 0.12
    assert fong > exact


@pytest.mark.prove
@pytest.mark.parametrize("n", [300, 1000])
def test_exact_test_keeps_its_level_at_length(n):
    """Nominal 10 %: the exact test at most that, Fong's 12–23 % (methods: top-two test)."""
    shares = np.array([rejections(n, 400, seed) for seed in range(10)]).mean(0)
    assert 0.12 <= shares[0] <= 0.23
    assert 0.06 <= shares[1] <= 0.105


def test_the_face_is_the_agreed_one():
    """What other programs build on: names, order and defaults of `analyse`, and its columns."""
    face = inspect.signature(analyse).parameters
    assert {name: one.default for name, one in face.items()} == {
        "answers": inspect.Parameter.empty, "table": "kano", "rule": "mode", "threshold": 5,
        "alpha": 0.10, "weights": None, "resamples": 1000, "seed": 0,
    }  # fmt: skip
    assert all(one.kind is one.KEYWORD_ONLY for name, one in face.items() if name != "answers")
    features = analyse(from_counts(STP25KANO), resamples=10).features
    assert features.index.tolist() == list(STP25KANO)
    assert set(features) == {
        *("n", *CLASSES, "category", "cs_plus", "cs_minus", "win_share", "exact_p"),
        *("cs_plus_low", "cs_plus_high", "cs_minus_low", "cs_minus_high", "fong_gap", "fong_bound"),
        *("category_strength", "total_strength", "functional_mean", "dysfunctional_mean"),
    }


def test_importance_is_welcome_and_changes_no_class(reppl):
    plain = analyse(reppl, resamples=10).features
    pd.testing.assert_frame_equal(plain, analyse(reppl.assign(importance=3), resamples=10).features)


def test_who_contradicts_themselves_needs_four_answers_and_a_quarter():
    rows = {
        "often": [(1, 1), (1, 5), (1, 5), (1, 5)],
        "seldom": [(1, 1), (1, 5), (1, 5), (1, 5), (1, 5)],
        "short": [(1, 1), (1, 5), (1, 5)],
    }
    answers = pd.DataFrame(
        [(who, f"f{i}", *pair) for who, pairs in rows.items() for i, pair in enumerate(pairs)],
        columns=["respondent_id", "feature", "functional", "dysfunctional"],
    )
    assert contradictory(analyse(answers, resamples=1).quality).tolist() == ["often"]


def drawn_surveys(n, shares):
    """1,000 surveys of n answers, as features of two results."""
    draws = np.random.default_rng(n).multinomial(n, shares, 1000)
    return [
        analyse(from_counts(dict(enumerate(half))), resamples=1)
        for half in (draws[:500], draws[500:])
    ]


@pytest.mark.prove
@pytest.mark.parametrize(
    ("n", "better", "worse"), [(50, 0.1, 0.6), (200, 0.3, 0.3), (1000, 0.7, 0.45)]
)
def test_intervals_of_the_coefficients_cover_the_truth(n, better, worse):
    """Over 1,000 surveys at the stated n and shares: 92.5 to 98 % of the 95 % intervals."""
    one = better * worse
    shares = [worse - one, one, better - one, 1 - better - worse + one, 0, 0]
    found = pd.concat([one.features for one in drawn_surveys(n, shares)])
    for name, truth in (("cs_plus", better), ("cs_minus", -worse)):
        covered = (found[f"{name}_low"] <= truth) & (truth <= found[f"{name}_high"])
        assert 0.925 <= covered.mean() <= 0.98, name


@pytest.mark.prove
@pytest.mark.parametrize("n", [100, 400])
def test_goodmans_six_intervals_cover_together(n):
    """Jointly 95 % by design, conservative by Bonferroni: at least 92.5 % of 1,000 surveys."""
    truth = np.array([0.3, 0.2, 0.2, 0.2, 0.05, 0.05])
    shares = pd.concat([class_shares(one) for one in drawn_surveys(n, truth)])
    low, high = (shares[end].to_numpy().reshape(-1, 6) for end in ("low", "high"))
    assert ((low <= truth) & (truth <= high)).all(1).mean() >= 0.925
