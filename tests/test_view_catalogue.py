"""What to do about each benefit: the rule case by case, and what was planted in the sample."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.value.remedies import remedies
from charts.catalogue import figure
from queries.catalogue import decide_remedies, edit_benefits
from queries.filters import NO_FILTERS
from queries.imports import undo
from queries.store import close_all
from sample_data.catalogue import BENEFITS
from tests.test_page_gaps import SHELL
from views.catalogue import view
from views.catalogue.options import Options
from words.language import language

SAY = language("en")
PLAIN = {
    "kano": "O", "peak": False, "cause": False, "unmet": False, "important": 0.6, "unknown": 0.1,
    "unknown_former": 0.2, "access": 0.1, "let_down": 0.1, "absent": None, "costly": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("told", "remedy"),
    [
        ({}, "keep"),
        ({"unmet": True}, "invest"),
        ({"absent": 0.4}, "invest"),
        ({"absent": 0.4, "unknown": 0.5}, "tell"),  # more don't know of it than have none
        ({"unknown": 0.3}, "tell"),
        ({"access": 0.5}, "ease"),
        ({"access": 0.5, "unknown": 0.6}, "tell"),  # who doesn't know of it can't be eased
        ({"let_down": 0.3}, "fix"),  # a must or the more the better: a quarter is enough
        ({"let_down": 0.3, "kano": "A"}, "keep"),
        ({"let_down": 0.4, "kano": "A"}, "fix"),
        ({"kano": "I", "important": 0.2}, "rethink"),
        ({"kano": "I", "important": 0.2, "costly": False}, "keep"),
        ({"kano": "I", "important": 0.2, "peak": True, "unknown": 0.4}, "tell"),
        ({"kano": "I", "important": 0.4, "let_down": 0.4}, "fix"),
        ({"kano": "R", "important": 0.1}, "rethink"),
        ({"kano": "I", "important": 0.1, "cause": True}, "keep"),
        ({"kano": "I", "important": 0.1, "cause": True, "let_down": 0.6}, "keep"),
        ({"kano": None, "unknown": None, "access": None, "let_down": None}, "keep"),
    ],
)
def test_the_remedy_follows_the_rule(told: dict, remedy: str) -> None:
    assert remedies(pd.DataFrame([PLAIN | told]))["remedy"].iloc[0] == remedy


@pytest.mark.parametrize("kano", ["M", "O", "A", "I", "R", "Q", "too close", None])
@pytest.mark.parametrize("let_down", [0.0, 0.9])
def test_a_cause_is_never_told_to_go_or_to_be_fixed(kano, let_down) -> None:
    row = PLAIN | {"kano": kano, "cause": True, "important": 0.01, "let_down": let_down}
    assert remedies(pd.DataFrame([row]))["remedy"].iloc[0] in ("keep", "tell", "invest")


def test_a_hook_delights_and_is_unknown_to_former_members() -> None:
    rows = pd.DataFrame([PLAIN | {"kano": "A", "unknown_former": 0.9}, PLAIN | {"kano": "A"}])
    assert remedies(rows)["hook"].tolist() == [True, False]


@pytest.fixture(scope="module")
def found(sample_to_read):
    return view(NO_FILTERS, Options(SAY), sample_to_read.ask)


# what sample_union.md says should be found, in the page's own words
FOUND_AS = {"tell": "tell", "offer": "invest", "advice": "fix", "fix": "fix", "ease": "ease",
            "keep": "keep", "rethink": "rethink"}  # fmt: skip


@pytest.mark.parametrize(
    "benefit", [one for one in BENEFITS if one.benefit_id != "pay_check"],
    ids=lambda one: one.benefit_id,
)  # fmt: skip
def test_what_was_planted_comes_out(found, benefit) -> None:
    """The pay check's remedy is not specified: its two peaks are."""
    row = found.frame.set_index("benefit_id").loc[benefit.benefit_id]
    assert row["remedy"] == FOUND_AS[benefit.remedy]


def test_the_sentences_alone_tell_it(found) -> None:
    said = " ".join((found.finding, *found.meaning))
    for sentence in (
        "Offer to more: shop steward",
        "Ease: courses",
        "Rethink: events and printed magazine",
        "To win people back: career coaching and stress counselling",
    ):
        assert sentence in said
    fix = next(text for text in found.meaning if text.startswith("Fix"))
    assert all(name in fix for name in ("employment advice", "help when unemployed", "branch"))
    tell = next(text for text in found.meaning if text.startswith("Tell"))
    assert all(name in tell for name in ("stress counselling", "work injury", "political work"))


def test_each_remedy_has_its_evidence(found) -> None:
    row = found.frame.set_index("benefit_id").loc["unemployment_help"]
    assert "of those who got it were not helped or not satisfied (n = " in row["evidence"]
    assert not found.frame["evidence"].str.contains("nan", case=False).any()


def test_the_picture_has_a_bar_a_benefit(found) -> None:
    assert len(figure(found, SAY, dark=True, present=True).data[0].y) == len(found.frame)


def test_decisions_and_edits_are_kept_with_their_history(sample) -> None:
    decide_remedies(sample, {"events": "keep"}, "anna")
    decide_remedies(sample, {"events": "rethink"}, "bo")
    assert sample.ask("benefit_decisions")["remedy"].tolist() == ["rethink", "keep"]
    edit_benefits(sample, pd.DataFrame({"benefit_id": ["events"], "annual_cost": [1.0]}), "bo")
    now = sample.ask("catalogue_benefits").set_index("benefit_id").loc["events"]
    assert (now["annual_cost"], now["unit_value"]) == (1.0, 500.0)
    assert sample.ask("benefit_history")["annual_cost"].tolist() == [4e6]
    undo(sample, int(sample.ask("import_batches")["import_id"].iloc[0]), "bo")
    assert sample.ask("benefit_history").empty


def test_the_page_opens(sample_file, tmp_path, monkeypatch) -> None:
    path = tmp_path / "sample.duckdb"
    path.write_bytes(sample_file.read_bytes())
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    shell.run()
    here = shell.switch_page("catalogue.py").run()
    assert not here.exception
    assert here.title[0].value.startswith("Fix")
    close_all()
