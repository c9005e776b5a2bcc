"""Which themes run through what they want? The planted ones, ranked, and followed on."""

import json
from pathlib import Path

import numpy as np
import pytest

from charts.themes import across as across_figure
from charts.themes import figure
from exports.slide import slide
from queries import segments, themes
from queries.errors import StoreError
from queries.filters import NO_FILTERS, Filters
from queries.segments import NewSegment
from queries.themes import NewTheme
from tests.planted import database
from tests.value_survey import answered, people, survey
from views import catalogue, gaps, kano
from views.scope import newest_solution
from views.theme import saved_themes
from views.themes import view
from views.themes.options import CRITERIA, Options
from views.themes.saving import definition, people_of
from views.view import Nothing
from words.language import NAMES, language

EN = language("en")
TRUTH = json.loads(
    (Path(__file__).parent.parent / "sample_data/files/truth.json").read_text("utf-8")
)
CODES = list(NAMES)


@pytest.fixture(scope="module")
def found(sample_to_read):
    return view(NO_FILTERS, Options(EN), sample_to_read.ask)


def things(of) -> set[frozenset[str]]:
    return {frozenset(of.result.found.themes.of(int(code))) for code in of.result.found.codes}


def test_the_planted_themes_come_out_and_nothing_else(found) -> None:
    planted = {frozenset(benefits) for benefits in TRUTH["themes"]["benefits"].values()}
    assert things(found) == planted
    assert found.result.found.alone == ["Discounts"]
    assert (found.frame["verdict"] == "Comes again").all()


def test_the_page_says_what_comes_first_to_how_many_and_what_is_missing(found) -> None:
    first = found.frame.iloc[0]
    assert found.finding.startswith(f"«{first['label']}» comes first")
    assert found.finding.endswith(
        "on average 14,400 people want each of its benefits, and 43% of that is missing or falls"
        " short."
    )
    assert any(line.startswith("Most is missing in «Courses") for line in found.meaning)
    assert found.metrics[2].value == "29.2 million DKK a year"
    assert all("n = " in metric.beside for metric in found.metrics)


def test_what_is_missing_is_what_the_page_of_gaps_loses(sample_to_read, found) -> None:
    steps = gaps.view(NO_FILTERS, gaps.Options(EN), sample_to_read.ask).result.chain.steps
    of = found.result.found
    for code in of.codes:
        rows = steps.loc[of.themes.of(int(code))]
        lost, wanted = rows["lost"].sum(), rows["reached"].xs("important", level="step").sum()
        assert of.shares["share"].loc[(code, "misses")] == pytest.approx(lost / wanted)


def test_figures_lie_in_their_intervals_and_carry_n(found) -> None:
    for name in CRITERIA:
        assert (found.frame[f"{name}_low"] <= found.frame[name]).all()
        assert (found.frame[name] <= found.frame[f"{name}_high"]).all()
        assert (found.frame[f"{name}_n"] > 100).all()
    assert (found.frame["lacking"] <= found.frame["members"]).all()


def test_a_weight_moves_what_comes_first(sample_to_read, found) -> None:
    only_gap = view(NO_FILTERS, Options(EN, weights=(0, 0, 10)), sample_to_read.ask)
    widest = found.frame.loc[found.frame["gap"].idxmax(), "label"]
    assert only_gap.frame["label"].iloc[0] == widest
    assert "comes first" in only_gap.finding


def test_every_weight_zero_is_said(sample_to_read) -> None:
    with pytest.raises(Nothing, match="Every weight is zero"):
        view(NO_FILTERS, Options(EN, weights=(0, 0, 0)), sample_to_read.ask)


def test_a_filter_counts_others_and_leaves_the_themes(sample_to_read, found) -> None:
    former = view(Filters(status="former"), Options(EN), sample_to_read.ask)
    assert things(former) == things(found)
    assert former.n < found.n
    # Who has left pays nothing that could be at stake.
    assert former.frame["value"].isna().all()
    assert any("fees count for nothing" in note for note in former.notes)


def test_former_members_are_seen_beside_members(found) -> None:
    groups = found.result.across
    assert set(groups.names) == {"former", "members"}
    assert set(groups.cells.index.get_level_values("theme")) == set(found.result.found.codes)
    share, low, high = (groups.cells[name] for name in ("share", "share_low", "share_high"))
    assert ((low <= share) & (share <= high)).all()


@pytest.mark.parametrize("code", CODES)
def test_all_of_it_is_said_in_every_language(code, sample_to_read) -> None:
    said = view(NO_FILTERS, Options(language(code)), sample_to_read.ask)
    texts = (said.finding, said.alt, said.computed.words, *said.meaning, *said.notes)
    assert not any("{" in text or "nan" in text for text in texts)


def test_figures_and_slide_are_drawn(found) -> None:
    assert len(figure(found, EN).data) == 2
    drawn = across_figure(found, EN, dark=True, present=True)
    assert np.asarray(drawn.data[0].z).shape == (4, 2)
    assert slide(found, EN)[:2] == b"PK"


def test_a_planted_class_cares_for_its_theme(sample) -> None:
    """Whom the truth calls community care more for the community theme than all others."""
    kinds = TRUTH["classes"]["respondents"]
    linked = sample.ask("needs_members", survey_id="needs-2026").set_index("respondent_id")
    for place, (name, respondents) in enumerate(kinds.items()):
        members = linked.loc[linked.index.isin(respondents), "member_id"]
        segments.save(
            sample, [NewSegment(name, list(members), {"solution": "truth", "class": place})],
            "cluster", 5, "test",
        )  # fmt: skip
    seen = view(NO_FILTERS, Options(EN), sample.ask)
    cells = seen.result.across.clear()
    community = next(code for code in seen.result.found.codes
                     if "branch_club" in seen.result.found.themes.of(int(code)))  # fmt: skip
    top = cells.index[0]
    assert (seen.result.across.names[top[0]], top[1]) == ("community", community)
    assert any("is wanted by" in line and "«community»" in line for line in seen.meaning)


# Saved themes.


def save(sample, found) -> dict[str, str]:
    of = found.result.found
    new = [NewTheme(f"Theme {code}", of.subjects(code), definition(of, code)) for code in of.codes]
    return dict(zip(of.codes, themes.save(sample, new, 5, "test"), strict=True))


def test_a_saved_theme_keeps_its_name(sample, found) -> None:
    saved = save(sample, found)
    again = view(NO_FILTERS, Options(EN), sample.ask)
    assert set(again.frame["label"]) == {f"Theme {code}" for code in saved}
    assert again.result.found.saved == saved
    first = next(iter(saved.values()))
    themes.rename(sample, first, "When things go wrong", "test")
    assert saved_themes(sample.ask)[first].name == "When things go wrong"
    themes.delete(sample, first, "test")
    assert first not in saved_themes(sample.ask)


def test_a_theme_that_has_moved_keeps_its_name_and_that_is_said(sample, found) -> None:
    of = found.result.found
    fewer = of.subjects("0")[:-1]
    themes.save(sample, [NewTheme("When things go wrong", fewer)], 5, "test")
    again = view(NO_FILTERS, Options(EN), sample.ask)
    assert again.result.found.names["0"] == "When things go wrong"
    assert any("other benefits than now: When things go wrong" in note for note in again.notes)


def test_themes_and_their_people_are_saved_together_or_not_at_all(sample, found) -> None:
    of = found.result.found
    people = people_of(of, 5, sample.ask)
    segments.save(sample, [NewSegment("Taken", [people["0"][0]])], "rule", 1, "test")
    new = [NewTheme(name, of.subjects(code), people=people[code])
           for name, code in (("Free", "1"), ("Taken", "0"))]  # fmt: skip
    with pytest.raises(StoreError, match="segment_name_taken"):
        themes.save(sample, new, 5, "test")
    assert not saved_themes(sample.ask)
    assert len(sample.ask("segments")) == 1


def test_a_saved_theme_narrows_gaps_needs_and_catalogue(sample, found) -> None:
    saved = save(sample, found)
    code, theme_id = next(iter(saved.items()))
    wanted = set(found.result.found.subjects(code))
    of_gaps = gaps.view(NO_FILTERS, gaps.Options(EN, theme=theme_id), sample.ask)
    of_needs = kano.view(NO_FILTERS, kano.Options(EN, theme=theme_id), sample.ask)
    of_catalogue = catalogue.view(NO_FILTERS, catalogue.Options(EN, theme=theme_id), sample.ask)
    assert set(of_gaps.frame["item_id"]) == wanted
    assert set(of_needs.frame["item_id"]) == wanted
    assert set(of_catalogue.frame["benefit_id"]) == wanted
    for narrowed in (of_gaps, of_needs, of_catalogue):
        assert f"Theme: Theme {code}" in narrowed.filters


def test_a_theme_that_is_gone_narrows_nothing(sample_to_read) -> None:
    every = gaps.view(NO_FILTERS, gaps.Options(EN), sample_to_read.ask)
    gone = gaps.view(NO_FILTERS, gaps.Options(EN, theme="99"), sample_to_read.ask)
    assert len(gone.frame) == len(every.frame)


def test_a_survey_that_asks_about_nothing_of_a_theme_says_so(sample) -> None:
    theme_id = themes.save(sample, [NewTheme("Elsewhere", ["no_such_benefit"])], 5, "test")[0]
    with pytest.raises(Nothing, match="asks about nothing in the theme «Elsewhere»"):
        gaps.view(NO_FILTERS, gaps.Options(EN, theme=theme_id), sample.ask)
    with pytest.raises(Nothing, match="asks about nothing in the theme «Elsewhere»"):
        kano.view(NO_FILTERS, kano.Options(EN, theme=theme_id), sample.ask)


def test_whom_a_theme_matters_to_can_be_a_segment_former_members_too(sample, found) -> None:
    of = found.result.found
    members = people_of(of, 5, sample.ask)
    assert set(members) == set(of.codes)
    status = sample.ask("people_profiles", segment=None)
    assert status["n"].sum() > 0
    name = segments.save(sample, [NewSegment("Care", members[of.codes[0]])], "rule", 1, "test")[0]
    seen = sample.ask("people_profiles", segment=name)
    inside = seen[seen["segment"] == name]
    assert {"active", "former"} <= set(inside["status"])
    assert inside["n"].sum() == len(set(members[of.codes[0]]))


def test_a_segment_by_a_rule_does_not_hide_the_classes(sample) -> None:
    pair = [NewSegment(name, [one], {"solution": "s", "class": one})
            for one, name in enumerate(("a", "b"))]  # fmt: skip
    of_solution = segments.save(sample, pair, "cluster", 5, "test")
    segments.save(sample, [NewSegment("by a rule", [3])], "rule", 1, "test")
    assert newest_solution(sample.ask) in of_solution


@pytest.mark.parametrize(
    ("names", "code"),
    [((" ",), "theme_name_missing"), (("x" * 81,), "theme_name_long"),
     (("One", "one"), "theme_name_taken")],
)  # fmt: skip
def test_names_that_can_t_be_are_refused_and_nothing_is_saved(sample, names, code) -> None:
    with pytest.raises(StoreError) as error:
        themes.save(sample, [NewTheme(name, ["legal_help"]) for name in names], 5, "test")
    assert error.value.code == code
    assert not saved_themes(sample.ask)


def test_a_theme_that_is_gone_can_t_be_renamed(sample) -> None:
    with pytest.raises(StoreError, match="theme_unknown"):
        themes.rename(sample, "99", "Anything", "test")


# Surveys in which there is little to find.


def small(tmp_path, said: dict[str, list[tuple]]):
    return database(tmp_path / "small.duckdb", {**people(40), **survey({("active", None): said})})


def test_chance_makes_no_themes_and_that_is_said(tmp_path) -> None:
    rng = np.random.default_rng(1)
    said = {
        item: answered(*[(1, int(mark)) for mark in rng.integers(1, 6, 40)])
        for item in ("legal", "stress", "magazine", "politics")
    }
    with pytest.raises(Nothing, match="No themes"):
        view(NO_FILTERS, Options(EN), small(tmp_path, said).ask)


def test_themes_of_importance_alone_are_shown_without_what_is_missing(tmp_path) -> None:
    rng = np.random.default_rng(3)
    liking = rng.integers(1, 6, (40, 2))
    marks = np.clip(np.repeat(liking, 2, axis=1) + rng.integers(-1, 2, (40, 4)), 1, 5)
    said = {
        item: answered(*[(1, int(mark)) for mark in column])
        for item, column in zip(("legal", "stress", "magazine", "politics"), marks.T, strict=True)
    }
    seen = view(NO_FILTERS, Options(EN), small(tmp_path, said).ask)
    assert things(seen) == {frozenset({"legal", "stress"}), frozenset({"magazine", "politics"})}
    assert seen.frame["gap"].isna().all()
    assert any("nothing is known to be missing" in note for note in seen.notes)
    assert "nan" not in seen.finding
    assert len(figure(seen, EN).data) == 2


def test_two_benefits_are_too_few_for_themes(tmp_path) -> None:
    said = {item: answered((20, 5), (20, 1)) for item in ("legal", "stress")}
    with pytest.raises(Nothing, match="three benefits or more"):
        view(NO_FILTERS, Options(EN), small(tmp_path, said).ask)


def test_twenty_people_are_too_few_for_themes(tmp_path) -> None:
    said = {item: answered((10, 5), (10, 1)) for item in ("legal", "stress", "magazine")}
    with pytest.raises(Nothing, match="Too few answered to find themes"):
        view(NO_FILTERS, Options(EN), small(tmp_path, said).ask)
