"""What classes are not made from: what they pay, and who has left once and come back."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from charts.clusters.outcomes import figure
from queries.filters import Filters
from tests.planted import database
from tests.planted_classes import LEFT, SIZES, union_of
from views.clusters import view
from views.clusters.options import Options
from views.clusters.outcomes import EVERYBODY, outcomes
from words.language import language

EN = Options(language("en"), k=3)
FEES = (500.0, 400.0, 300.0)


def paying() -> dict[str, pd.DataFrame]:
    """The planted union: each class pays its own, and ten of the first have come back."""
    tables = union_of()
    ids = tables["member"]["member_id"]
    fee = np.repeat(FEES, SIZES) + np.arange(sum(SIZES)) % 5
    phase = pd.DataFrame({"member_id": ids, "spell_no": 1, "monthly_fee": fee})
    again = ids[90:100]
    first = pd.DataFrame({"member_id": again, "spell_no": 1, "started_on": date(2000, 1, 1)})
    spells = tables["spell"].assign(spell_no=1 + tables["spell"]["member_id"].isin(again))
    said = tables["respondent"][["survey_id", "respondent_id"]]
    return tables | {
        "respondent_trait": said.assign(trait="considered_leaving", value="no"),
        "benefit_use": pd.DataFrame({"member_id": ids, "benefit_id": "b", "at": date(2026, 9, 1)}),
        "spell": pd.concat([spells, first.assign(ended_on=date(2005, 1, 1))]),
        "spell_phase": phase.assign(
            spell_no=1 + phase["member_id"].isin(again),
            member_type="full",
            product="union",
            from_on=date(2015, 1, 1),
        ),
    }


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    """The paying union, to be read."""
    opened = database(tmp_path_factory.mktemp("outcomes") / "paying.duckdb", paying())
    yield opened
    opened.close()


def of(found: pd.DataFrame, name: str) -> pd.DataFrame:
    return found[found["outcome"] == name].set_index("class")


def test_the_fee_is_a_mean_among_members_now_with_its_interval(union) -> None:
    fee = of(view(Filters(), EN, union.ask).result.outcomes, "fee")
    assert fee.loc[[0, 1, 2], "n"].tolist() == [a - b for a, b in zip(SIZES, LEFT, strict=True)]
    assert fee.loc[[0, 1, 2], "value"].tolist() == pytest.approx([502, 402, 302], abs=0.2)
    assert (fee["low"] < fee["value"]).all()
    assert (fee["value"] < fee["high"]).all()
    assert fee.loc[[0, 1, 2], "differs"].all()
    assert fee.at[0, "times"] > 1


def test_a_score_that_surely_differs_is_said_to(union) -> None:
    score = of(view(Filters(), EN, union.ask).result.outcomes, "score")
    assert score.loc[[0, 2], "differs"].all()  # promoters and detractors, the others between


def test_who_came_back_is_a_share_of_all_who_are_linked(union) -> None:
    back = of(view(Filters(), EN, union.ask).result.outcomes, "back")
    assert back.loc[[0, 1, 2], "n"].tolist() == list(SIZES)
    assert back.loc[[0, 1, 2], "value"].tolist() == pytest.approx([0.1, 0, 0])
    assert back.at[EVERYBODY, "value"] == pytest.approx(10 / sum(SIZES))


def test_a_fee_of_few_members_is_not_shown() -> None:
    people = [f"R{number}" for number in range(60)]
    labels = pd.Series(np.repeat([0, 1, 2], [25, 15, 20]), people)
    became = pd.DataFrame({"fee": 400.0 + np.arange(60)}, people)
    became.loc[people[44:], "fee"] = np.nan
    found = outcomes(became, labels, pd.Series(1.0, people), 5, ("fee",))
    assert set(found["class"]) == {0, EVERYBODY}  # of class 2 four are known, so 1 is hidden too


def test_fees_that_are_all_alike_differ_surely_or_not_at_all() -> None:
    people = [f"R{number}" for number in range(40)]
    labels = pd.Series(np.repeat([0, 1], 20), people)
    weights = pd.Series(1.0, people)
    same = outcomes(pd.DataFrame({"fee": 400.0}, people), labels, weights, 5, ("fee",))
    assert not same["differs"].any()
    apart = pd.DataFrame({"fee": np.repeat([400.0, 300.0], 20)}, people)
    found = outcomes(apart, labels, weights, 5, ("fee",))
    assert found.loc[found["class"] >= 0, "differs"].all()


def test_fees_without_a_sure_difference_are_said_to_have_none() -> None:
    rng = np.random.default_rng(1)
    people = [f"R{number}" for number in range(200)]
    labels = pd.Series(np.arange(200) % 2, people)
    became = pd.DataFrame({"fee": rng.normal(400, 50, 200)}, people)
    found = outcomes(became, labels, pd.Series(1.0, people), 5, ("fee",))
    assert not found["differs"].any()


@pytest.mark.parametrize("code", ["en", "da"])
def test_six_outcomes_take_two_rows_and_money_is_written_as_money(union, code: str) -> None:
    options = Options(language(code), k=3)
    answer = view(Filters(), options, union.ask)
    drawn = figure(answer, options.language)
    columns = {trace.yaxis for trace in drawn.data}
    assert len(columns) == 6
    assert drawn.layout.yaxis.domain[0] > drawn.layout.yaxis4.domain[1]
    written = [text for trace in drawn.data for text in trace.text or ()]
    assert options.language.money(502) in written
    assert {"fee_value", "back_value"} <= set(answer.frame)
