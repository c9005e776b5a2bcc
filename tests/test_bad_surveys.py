"""Surveys that tell little: each page says so, and shows nothing that rests on too few answers."""

import pandas as pd
import pytest

from exports.slide import slide
from pages.parts.needs_groups import _by_group
from queries.filters import NO_FILTERS, Filters
from tests.kano_survey import build as kano_survey
from tests.value_survey import KINDS, answered, build, people, survey
from views import catalogue, gaps, kano, worth
from views.catalogue.figures import catalogue as figures
from words.language import language

EN = language("en")
YES, NO = True, False
WHOLE = answered((20, 5, 5, YES, YES, YES, YES), (80, 5, None, YES, NO), (100, 4, None, NO, NO))
PRICES = {"legal": 10_000.0, "stress": 4_000.0, "politics": 900.0, "magazine": 100.0}


def needs(tmp_path, plan, **options):
    return kano.view(
        NO_FILTERS, kano.Options(EN, **options), kano_survey(tmp_path / "k.duckdb", plan).ask
    )


def union(tmp_path, answers, prices=None):
    """Make a union of a thousand members with a value survey of some of its benefits."""
    surveyed = survey({("active", None): answers}, {item: KINDS[item] for item in answers})
    worth_ = surveyed["benefit"]["benefit_id"].map(prices or {})
    surveyed["benefit"] = surveyed["benefit"].assign(unit_value=worth_, annual_cost=100_000.0)
    return build(tmp_path / "v.duckdb", people(1000), surveyed)


def test_contradictory_answers_are_called_so(tmp_path):
    answer = needs(tmp_path, {"active": {"legal": {"Q": 60}}})
    assert answer.finding == "The answers contradict themselves, so nothing can be told from them."
    assert answer.metrics[-1].beside == "0 too close to call"
    assert slide(answer, EN)


def test_a_benefit_of_contradictory_answers_stands_apart_from_the_sure_ones(tmp_path):
    plan = {"active": {"legal": {"Q": 60}, "pay": {"M": 60}}}
    answer = needs(tmp_path, plan)
    assert answer.finding == (
        "Pay check must be in order; answers about legal help contradict themselves."
    )


@pytest.mark.parametrize("status", ["active", "former"])
def test_a_group_of_contradictory_answers_has_a_line_of_its_own(tmp_path, status):
    plan = {name: {"legal": {"M": 60}, "pay": {"O": 60}} for name in ("active", "former")}
    plan[status]["legal"] = {"Q": 60}
    answer = needs(tmp_path, plan, by="status")
    table = _by_group(answer.result.groups, answer, EN)
    assert "Contradictory answers" in table.to_csv()


def test_a_coefficient_s_n_is_of_the_answers_that_it_rests_on(tmp_path):
    answer = needs(tmp_path, {"active": {"legal": {"Q": 95, "M": 5}, "pay": {"O": 60}}})
    assert answer.frame.set_index("item_id").at["legal", "n_told"] == 5
    assert any("n = 5)" in sentence for sentence in answer.meaning)
    assert any("Under 50 answers on legal help" in note for note in answer.notes)


def test_contradiction_is_no_class_to_be_sure_of(tmp_path):
    plan = {"active": {"legal": {"Q": 95, "M": 5}, "pay": {"O": 60}}}
    rows = needs(tmp_path, plan, rule="blauth").frame.set_index("item_id")
    assert rows.at["legal", "category"] == "Q"
    assert not rows.at["legal", "sure"]


def test_one_person_s_answer_is_on_no_page(tmp_path):
    store = union(tmp_path, {"legal": WHOLE, "stress": WHOLE[:1]}, PRICES)
    rows = catalogue.view(NO_FILTERS, catalogue.Options(EN), store.ask).frame.set_index("item_id")
    assert pd.isna(rows.at["stress", "important"])
    assert rows.at["stress", "evidence"] == "Too few answered to tell."
    alone = union(tmp_path / "alone", {"legal": WHOLE}, PRICES)
    both, one = (
        worth.view(NO_FILTERS, worth.Options(EN), of.ask).result.picture.insured
        for of in (store, alone)
    )
    assert both == one


def test_a_loss_of_two_people_s_answers_is_not_named(tmp_path):
    few = answered((98, 5, None, YES, NO), (1, 5, None, YES, YES, NO), (1, 5, 1, YES, YES, YES, NO))
    store = union(tmp_path, {"legal": few, "stress": WHOLE})
    for widest in ("members", "share"):
        answer = gaps.view(NO_FILTERS, gaps.Options(EN, widest=widest), store.ask)
        said = " ".join([answer.finding, *answer.meaning])
        assert "n = 1)" not in said
        assert "n = 2)" not in said


def test_an_interval_of_losses_holds_its_estimate(tmp_path):
    store = union(tmp_path, {"legal": answered((5, 5, 1, YES, YES, YES, NO))})
    rows = gaps.view(NO_FILTERS, gaps.Options(EN), store.ask).frame
    assert (rows["lost_low"] <= rows["lost"]).all()
    assert (rows["lost"] <= rows["lost_high"]).all()


def test_without_awareness_nobody_is_said_to_know(tmp_path):
    store = union(tmp_path, {"stress": answered((100, 5, 4, None, YES, YES))}, PRICES)
    answer = worth.view(NO_FILTERS, worth.Options(EN), store.ask)
    assert "is not told here" in answer.finding


def test_a_price_without_a_need_is_no_zero(tmp_path):
    store = union(tmp_path, {"legal": answered((100, 5, 4, YES))}, PRICES)
    answer = worth.view(NO_FILTERS, worth.Options(EN), store.ask)
    assert "too few were asked what they needed" in answer.finding
    assert "Stands ready" not in [metric.label for metric in answer.metrics]


def test_where_importance_alone_was_asked_the_catalogue_can_t_tell(tmp_path):
    store = union(tmp_path, {"legal": answered((100, 5)), "stress": answered((100, 2))})
    answer = catalogue.view(NO_FILTERS, catalogue.Options(EN), store.ask)
    assert answer.finding.startswith("What to do can't be told")


def test_a_map_needs_two_benefits_that_were_rated(tmp_path):
    store = union(tmp_path, {"legal": answered((100, 5, None, YES, NO))})
    answer = gaps.view(NO_FILTERS, gaps.Options(EN, picture="map"), store.ask)
    assert answer.finding.startswith("Too few benefits were rated")
    assert slide(answer, EN)


def test_what_a_benefit_costs_is_the_same_for_every_group(sample_to_read):
    everyone = figures(NO_FILTERS, catalogue.Options(EN), sample_to_read.ask).benefits
    young = figures(Filters(age_band="25_34"), catalogue.Options(EN), sample_to_read.ask).benefits
    assert young["costly"].to_dict() == everyone["costly"].to_dict()


def test_a_need_that_nothing_meets_is_in_the_catalogue_s_list(tmp_path):
    items = {"legal": KINDS["legal"], "childcare": ("Child care", None, None)}
    surveyed = survey({("active", None): {"legal": WHOLE, "childcare": answered((100, 5))}}, items)
    surveyed["benefit"] = surveyed["benefit"].assign(annual_cost=100_000.0)
    store = build(tmp_path / "v.duckdb", people(1000), surveyed)
    rows = catalogue.view(NO_FILTERS, catalogue.Options(EN), store.ask).frame.set_index("label")
    assert rows.at["Child care", "remedy"] == "invest"
    assert rows.at["Child care", "affected"] == pytest.approx(1000)
    assert (
        "nothing for it, and 100% find it important (n = 100)" in rows.at["Child care", "evidence"]
    )


def test_what_weights_change_in_the_gaps_is_said(tmp_path):
    answers = answered((90, 5, 5, YES, YES, YES, YES), (110, 5, None, NO))
    weights = [9.0] * 90 + [0.5] * 110
    surveyed = survey({("active", None): {"legal": answers}}, {"legal": KINDS["legal"]},
                      weight=weights)  # fmt: skip
    store = build(tmp_path / "v.duckdb", people(1000), surveyed)
    said = {
        weights: gaps.view(NO_FILTERS, gaps.Options(EN, weights=weights), store.ask)
        for weights in ("survey", "none")
    }
    assert any("would be another for legal help" in note for note in said["survey"].notes)
    assert not any("Without weights" in note for note in said["none"].notes)
    assert said["none"].frame["gap"].tolist() == ["communication"]
    assert said["survey"].frame["gap"].tolist() == ["fine"]


def test_five_who_agree_make_no_certain_score(tmp_path):
    store = union(tmp_path, {"legal": answered((5, 5, 1, YES, YES, YES, NO))})
    row = gaps.view(NO_FILTERS, gaps.Options(EN, picture="scores"), store.ask).frame.iloc[0]
    assert row["score"] == 20
    assert row["score_low"] < 12  # Wilson's limits of 5 of 5 and 0 of 5 are .57 and .43
