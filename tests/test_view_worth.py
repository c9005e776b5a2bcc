"""The value picture: what stands ready and is unknown leads; causes are never priced."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.disclosure import STRICT_LIMIT
from charts.worth import figure
from queries.filters import NO_FILTERS, Filters
from queries.store import Store, close_all
from tests.value_survey import answered, build, people, survey
from views.view import Nothing
from views.worth import view
from views.worth.options import Options
from words.language import language

SAY = language("en")
YES, NO = True, False
# importance, satisfaction, aware, needed, used, solved
EVERYONE = {
    "legal": answered(
        (20, 5, 5, YES, YES, YES, YES), (80, 5, None, YES, NO), (100, 4, None, NO, NO)
    ),
    "stress": answered((4, 5, 5, YES, YES, YES, YES), (196, 4, None, YES, NO)),
    "politics": answered((120, 5, 5, YES), (80, 2, 2, YES)),
}
USED_ON, LONG_AGO = date(2026, 5, 1), date(2024, 1, 1)
PRICES = {"legal": 10_000.0, "stress": 4_000.0, "politics": 900.0}


@pytest.fixture
def union(tmp_path: Path) -> Store:
    """A thousand members who pay 400 a month; fifty used legal help in the past year."""
    members = people(1000)
    ids = list(members["member"]["member_id"])
    parts = survey({("active", None): EVERYONE})
    parts["benefit"] = parts["benefit"].assign(
        unit_value=parts["benefit"]["benefit_id"].map(PRICES)
    )
    more = {
        "spell_phase": pd.DataFrame(
            {"member_id": ids, "spell_no": 1, "member_type": "full", "product": "union",
             "monthly_fee": 400.0, "from_on": date(2015, 1, 1)}
        ),
        "benefit_use": pd.DataFrame(
            {"member_id": ids[:80], "benefit_id": "legal",
             "at": [USED_ON] * 50 + [LONG_AGO] * 30}
        ),
    }  # fmt: skip
    opened = build(tmp_path / "union.duckdb", members, parts, more)
    yield opened
    opened.close()


def picture(union: Store, filters: Filters = NO_FILTERS, **options: object):
    return view(filters, Options(SAY, **options), union.ask)


def row(found, item: str) -> pd.Series:
    return found.frame.set_index("item_id").loc[item]


def test_what_stands_ready_and_is_unknown_leads(union) -> None:
    found = picture(union)
    assert found.finding == (
        "Legal help stands ready for 1,000\u00a0DKK a person and year,"
        " and 50% of members don't know of it."
    )
    assert row(found, "legal")["insured"] == pytest.approx(0.1 * 10_000)


def test_only_the_past_year_s_uses_count(union) -> None:
    assert row(picture(union), "legal")["used"] == pytest.approx(50 / 1000 * 10_000)


def test_causes_are_rated_and_have_no_price_anywhere(union) -> None:
    politics = row(picture(union), "politics")
    assert politics[["insured", "used", "ready_unknown"]].isna().all()
    assert politics["important"] == pytest.approx(0.6)


@pytest.mark.parametrize(("tax", "after"), [(0, "4,800"), (25, "3,600")])
def test_the_fee_is_the_union_s_part_after_tax(union, tax: int, after: str) -> None:
    fee = picture(union, tax=tax).metrics[-1]
    assert (fee.label, fee.value) == ("Fee after tax", f"{after}\u00a0DKK")


def test_the_three_parts_stand_side_by_side(union) -> None:
    labels = [metric.label for metric in picture(union).metrics]
    assert labels == ["Stands ready", "Used in the past year", "Fee after tax"]


def test_shares_of_few_answers_are_hidden(union) -> None:
    assert pd.isna(row(picture(union, limit=STRICT_LIMIT), "stress")["satisfied"])
    assert row(picture(union, limit=4), "stress")["satisfied"] == 1.0


def test_the_picture_draws_what_the_frame_says(union) -> None:
    found = picture(union)
    drawn = figure(found, SAY)
    unknown, known = drawn.data[0], drawn.data[1]
    place = list(unknown.customdata).index("legal")
    assert unknown.x[place] + known.x[place] == pytest.approx(1000)
    assert figure(replace(found, frame=found.frame.iloc[:0]), SAY, dark=True, present=True)


def test_without_a_catalogue_it_says_what_is_missing(tmp_path) -> None:
    parts = survey({("active", None): EVERYONE}, {name: (name, None, False) for name in EVERYONE})
    union = build(tmp_path / "union.duckdb", people(300), parts)
    with pytest.raises(Nothing) as nothing:
        picture(union)
    assert "catalogue" in nothing.value.sentence
    union.close()


def test_without_recorded_use_that_is_said_and_nothing_is_zero(tmp_path) -> None:
    parts = survey({("active", None): EVERYONE})
    parts["benefit"] = parts["benefit"].assign(unit_value=1000.0)
    union = build(tmp_path / "union.duckdb", people(300), parts)
    found = picture(union)
    assert found.frame["used"].isna().all()
    assert any("No use of benefits is recorded" in note for note in found.notes)
    assert "Fee after tax" not in [metric.label for metric in found.metrics]
    union.close()


def test_the_page_opens_and_keeps_the_tax_in_the_address(union, monkeypatch) -> None:
    union.close()
    monkeypatch.setenv("UNION_DB", str(union.path))
    shell = AppTest.from_file(str(Path(__file__).parent.parent / "pages" / "shell.py"),
                              default_timeout=60)  # fmt: skip
    shell.query_params["lang"] = "en"
    shell.run()
    here = shell.switch_page("worth.py").run()
    assert not here.exception
    assert here.title[0].value.startswith("Legal help stands ready")
    here.selectbox(key="worth_tax").select("0").run()
    assert here.query_params["worth_tax"] == "0"
    close_all()
