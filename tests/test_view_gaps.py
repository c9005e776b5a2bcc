"""The gaps: what finding, frame and notes say of answers that were planted."""

import numpy as np
import pandas as pd
import pytest

from charts.gaps import figure as chain_figure
from queries.filters import NO_FILTERS, Filters
from tests.value_survey import KINDS, answered, build, people, survey
from views.gaps import view
from views.gaps.group_losses import group_losses
from views.gaps.group_scores import group_scores
from views.gaps.groups import clear_differences
from views.gaps.options import Options
from views.gaps.words import about
from views.view import Nothing
from views.weighting import raked
from words.language import NAMES, language

EN = language("en")
CONTENT = (5, 5, True, True, True, True)
# 100 people: 80 find it important, of whom 20 know it, 10 needed it and 8 got it and are content.
UNKNOWN = answered(
    (20, 2, None, True),
    (60, 5, None, False),
    (10, 5, None, True, False),
    (2, 5, None, True, True, False),
    (8, *CONTENT),
)
# 90 find it important and know it, 50 needed and got it, 30 of these were not helped.
UNHELPED = answered(
    (10, 2, None, True),
    (40, 5, None, True, False),
    (30, 5, 2, True, True, True, False),
    (20, *CONTENT),
)
# Nobody is asked whether they need it; 70 of 90 have it, and 20 of these are not satisfied.
AGREEMENT = answered(
    (10, 1, None, True),
    (20, 5, None, True, None, False),
    (20, 5, 2, True, None, True),
    (50, 5, 5, True, None, True),
)
# 30 find it important and know it, 20 of them don't read it, 10 do and are content.
MAGAZINE = answered(
    (70, 1, None, True), (20, 5, None, True, None, False), (10, 5, 5, True, None, True)
)
# Nobody uses politics: 60 find it important, 30 know of it, 10 of these are satisfied.
POLITICS = answered((40, 1, None, True), (30, 5, None, False), (20, 5, 2, True), (10, 5, 5, True))
EVERYONE = {
    "legal": UNHELPED,
    "stress": UNKNOWN,
    "agreement": AGREEMENT,
    "magazine": MAGAZINE,
    "politics": POLITICS,
}


@pytest.fixture(scope="module")
def everyone(tmp_path_factory):
    path = tmp_path_factory.mktemp("gaps") / "everyone.duckdb"
    opened = build(path, people(10_000), survey({("active", None): EVERYONE}))
    yield opened
    opened.close()


def seen(opened, filters=NO_FILTERS, language=EN, **options):
    return view(filters, Options(language, **options), opened.ask)


def row(answer, item):
    return answer.frame.set_index("item_id").loc[item]


def test_the_finding_names_the_widest_loss_in_members(everyone) -> None:
    answer = seen(everyone)
    assert answer.finding == (
        "Stress counselling is important to 80%, and 75% of them don't know of it:"
        " 6,000 members to tell."
    )
    first = answer.frame.iloc[0]
    assert (first["item_id"], first["gap"], round(first["lost"])) == (
        "stress",
        "communication",
        6000,
    )
    assert first["lost_low"] < 6000 < first["lost_high"]


def test_the_widest_loss_in_share_may_be_another(everyone) -> None:
    """60 of 80 don't know of stress counselling; 30 of 50 who got legal help were not helped."""
    answer = seen(everyone, widest="share")
    assert row(answer, "legal")["gap"] == "advice"
    assert row(answer, "legal")["lost"] == pytest.approx(3000)
    assert answer.frame["item_id"].tolist()[0] == "stress"


@pytest.mark.parametrize(
    ("item", "gap", "lost"),
    [
        ("legal", "advice", 3000),
        ("stress", "communication", 6000),
        ("agreement", "offer", 2000),
        ("magazine", "fine", 0),
        ("politics", "communication", 3000),
    ],
)
def test_each_benefits_gap_is_named(everyone, item: str, gap: str, lost: float) -> None:
    found = row(seen(everyone), item)
    if item == "agreement":
        assert found["gap"] in ("access", "offer")  # 20 not covered, 20 not satisfied
    else:
        assert found["gap"] == gap
    assert found["lost"] == pytest.approx(lost)


def test_insurance_is_not_called_unused(everyone) -> None:
    """Of those who know legal help 40 did not need it: that is no loss, and not lost to access."""
    found = row(seen(everyone), "legal")
    assert found["needed"] == pytest.approx(50 / 90)
    assert (found["used"], found["used_n"]) == (1.0, 50)
    assert found["needed_gap"] is None or pd.isna(found["needed_gap"])


def test_steps_without_a_question_stay_empty(everyone) -> None:
    found = row(seen(everyone), "politics")
    assert found[["needed", "used", "solved"]].isna().all()
    assert found[["needed_n", "used_n", "solved_n"]].tolist() == [0, 0, 0]


def test_dont_know_is_missing_and_no_no(tmp_path) -> None:
    unsure = answered((50, 5, None, True), (50, 5, None, None))
    opened = build(
        tmp_path / "d.duckdb", people(1000), survey({("active", None): {"stress": unsure}})
    )
    found = row(seen(opened), "stress")
    assert (found["knows"], found["knows_n"]) == (1.0, 50)


def test_a_question_by_itself_counts_everyone_it_applies_to(everyone) -> None:
    found = row(seen(everyone), "stress")
    assert (found["all_aware"], found["all_aware_n"]) == (pytest.approx(0.4), 100)
    assert (found["all_used"], found["all_used_n"]) == (pytest.approx(0.8), 10)
    assert (found["all_satisfaction"], found["all_satisfaction_n"]) == (1.0, 8)


def test_losses_are_scaled_to_the_people_that_the_filter_keeps(tmp_path) -> None:
    tables = people(6000, former=400)
    plan = {("active", None): EVERYONE, ("former", None): EVERYONE}
    opened = build(tmp_path / "s.duckdb", tables, survey(plan))
    assert row(seen(opened), "stress")["lost"] == pytest.approx(3600)
    former = seen(opened, Filters(status="former"))
    assert former.finding.endswith("240 former members to tell.")
    assert former.n == 100


@pytest.mark.parametrize(
    ("filters", "n", "knows"),
    [
        (NO_FILTERS, 200, 0.45),
        (Filters(branch="fyn"), 100, 0.2),
        (Filters(branch="ribe"), 100, 0.7),
        (Filters(status="former"), 100, 1.0),
    ],
)
def test_it_speaks_of_members_and_of_those_that_the_filter_keeps(tmp_path, filters, n, knows):
    def know(share: int) -> dict:
        rows = answered((share, 5, None, True), (100 - share, 5, None, False))
        return {"legal": rows}

    plan = {("active", "fyn"): know(20), ("active", "ribe"): know(70), ("former", None): know(100)}
    answer = seen(build(tmp_path / "k.duckdb", people(1000, 500), survey(plan)), filters)
    assert (answer.n, row(answer, "legal")["knows"]) == (n, pytest.approx(knows))


def test_without_a_membership_those_who_answered_stand_for_themselves(tmp_path) -> None:
    opened = build(tmp_path / "a.duckdb", survey({(None, None): EVERYONE}))
    answer = seen(opened)
    assert answer.finding.endswith("60 people who answered to tell.")
    assert "does not know who is still a member" in " ".join(answer.notes)


def test_a_need_that_nothing_meets_is_a_gap_in_the_offer(tmp_path) -> None:
    items = {"legal": KINDS["legal"], "childcare": ("Childcare", None, False)}
    plan = {("active", None): {"legal": UNHELPED, "childcare": answered((90, 5), (10, 1))}}
    opened = build(tmp_path / "u.duckdb", people(1000), survey(plan, items))
    answer = seen(opened)
    assert answer.finding == (
        "Childcare is important to 90%, and we have nothing for it: 900 members."
    )


def test_two_losses_alike_are_too_close_to_call(tmp_path) -> None:
    plan = {("active", None): {"legal": UNKNOWN, "stress": UNKNOWN, "magazine": MAGAZINE}}
    opened = build(tmp_path / "c.duckdb", people(1000), survey(plan))
    assert "Too close to call against" in seen(opened).finding


def test_weights_carry_through(tmp_path) -> None:
    plan = {("active", None): {"legal": answered((50, 5, None, True), (50, 5, None, False))}}
    tables = survey(plan, weight=[3.0] * 50 + [1.0] * 50)
    opened = build(tmp_path / "w.duckdb", people(1000), tables)
    assert row(seen(opened), "legal")["knows"] == pytest.approx(0.75)


def test_what_the_union_stands_for_is_never_let_go(everyone) -> None:
    for crosshair in ("midpoint", "mean", "median"):
        frame = seen(everyone, picture="map", crosshair=crosshair).frame
        causes = frame[frame["kind"].isin(["solidarity", "political"])]
        words = {*causes["quadrant_label"], *causes["band_label"]}
        # A slide names a colour's code once, so a code must mean the same to every benefit.
        assert (frame.groupby("quadrant")["quadrant_label"].nunique() == 1).all()
        assert words.isdisjoint({"Matters less", "Pleases more than it matters", "Over-served"})


@pytest.mark.parametrize(
    ("picture", "kind", "says"),
    [
        ("chain", "bars", "important to 80%"),
        ("scores", "bars", "largest opportunity"),
        ("map", "points", "Important, and less satisfying than it should be: legal help"),
    ],
)
def test_the_finding_goes_with_the_picture(everyone, picture, kind, says) -> None:
    answer = seen(everyone, picture=picture)
    assert answer.chart.kind == kind
    assert says in answer.finding
    assert set(answer.chart.y) <= set(answer.frame.columns)


GOOD = answered((90, *CONTENT), (10, 5, 2, True, True, True, True))
BRANCHES = ("fyn", "trekanten", "sydjylland", "aalborg")


@pytest.fixture(scope="module")
def branches(tmp_path_factory):
    """Four branches, one of which lets people down; one too small to show; former members."""
    bad = answered((40, *CONTENT), (60, 5, 2, True, True, True, True))
    forgot = answered((30, 5, None, True), (70, 5, None, False))
    plan = {
        ("active", branch): {"legal": bad if branch == "trekanten" else GOOD, "stress": GOOD}
        for branch in BRANCHES
    }
    plan[("active", "tiny")] = {"legal": GOOD[:3], "stress": GOOD[:3]}
    plan[("active", "small")] = {"legal": GOOD[:7], "stress": GOOD[:7]}
    plan[("former", None)] = {"legal": forgot, "stress": forgot}
    path = tmp_path_factory.mktemp("gaps") / "branches.duckdb"
    names = pd.DataFrame({"branch_id": [*BRANCHES, "tiny"], "label": [*BRANCHES, "Tiny"]})
    opened = build(path, people(1000, 500), survey(plan), {"branch": names})
    yield opened
    opened.close()


def test_the_branch_that_lets_people_down_is_named(branches) -> None:
    answer = seen(branches, compare="branch")
    assert answer.meaning[0] == (
        "Those who got help or used a benefit are clearly less often satisfied in trekanten"
        " (65%, n = 100) than elsewhere (90%)."
    )
    clear = clear_differences(answer.result.groups, answer.frame, EN)
    assert clear.iloc[0]["Group"] == "trekanten"
    assert clear.iloc[0]["Benefit"] == "Legal help"


def test_each_group_has_its_own_opportunity_scores(branches) -> None:
    """All find legal help important; 40 of 100 are content with it where 90 are elsewhere."""
    found = group_scores(NO_FILTERS, Options(EN, compare="branch"), branches.ask)
    legal = found.cells.xs("legal", level="item_id")
    assert legal.loc["trekanten", "score"] == pytest.approx(10 + 10 - 4)
    assert legal.loc["fyn", "score"] == pytest.approx(10 + 10 - 9)
    assert legal.loc["trekanten", "low"] > legal.loc["fyn", "high"]
    assert found.said[0] == (
        "Most surely large in any group: legal help for «trekanten», 16.0 of 20 (15.1–17.0,"
        " n = 100)."
    )
    assert set(found.table.columns[1:]) == set(BRANCHES)


def test_each_group_has_its_own_widest_loss(branches) -> None:
    """Of those who got help, 60 of 100 are not content with it where 10 are elsewhere."""
    found = group_losses(NO_FILTERS, Options(EN, compare="branch"), branches.ask)
    legal = found.cells.xs("legal", level="item_id")
    assert (legal.loc["trekanten", "gap"], legal.loc["trekanten", "n"]) == ("advice", 100)
    assert legal.loc["trekanten", "share"] == pytest.approx(0.6)
    assert legal.loc["trekanten", "share_low"] > legal.loc["fyn", "share_high"]
    assert not {"tiny", "small"} & set(found.cells.index.get_level_values("group"))
    assert "with legal help for «trekanten» (advice)" in found.said[0]


def test_scores_of_small_groups_and_of_few_answers_are_left_out(branches) -> None:
    options = Options(EN, compare="branch")
    codes = group_scores(NO_FILTERS, options, branches.ask).cells.index
    assert not {"tiny", "small"} & set(codes.get_level_values("group"))
    former = group_scores(NO_FILTERS, Options(EN, compare="status"), branches.ask)
    assert set(former.cells.index.get_level_values("group")) == {"members"}


def test_branches_too_small_are_hidden_and_said_to_be(branches) -> None:
    answer = seen(branches, compare="branch")
    assert set(answer.result.groups.names) == set(BRANCHES)
    assert any(
        note.startswith("Too few answers to show") and "Tiny" in note for note in answer.notes
    )


def test_former_members_know_fewer_benefits(branches) -> None:
    answer = seen(branches, compare="status")
    assert answer.meaning[0].startswith("Former members know 1.4 fewer of the 2 benefits")
    assert "n = 100 and 410" in answer.meaning[0]


def test_a_filter_on_the_compared_dimension_is_let_go(branches) -> None:
    filtered = seen(branches, Filters(status="former"), compare="status")
    assert set(filtered.result.groups.names) == {"members", "former"}


def test_groups_that_nobody_knows_are_no_comparison(everyone) -> None:
    answer = seen(everyone, compare="branch")
    assert answer.result.groups.together.empty
    assert "This survey does not know branch" in " ".join(answer.notes)


def test_no_value_survey_says_what_mends_it(tmp_path) -> None:
    opened = build(tmp_path / "n.duckdb", people(10))
    with pytest.raises(Nothing, match="no value survey") as nothing:
        seen(opened)
    assert nothing.value.mend == "upload"


def test_one_respondent_is_too_few_to_show(tmp_path) -> None:
    plan = {("active", None): {"legal": UNHELPED[:1]}}
    opened = build(tmp_path / "o.duckdb", people(1000), survey(plan))
    with pytest.raises(Nothing, match="Too few"):
        seen(opened)


def test_a_survey_without_answers_says_so(tmp_path) -> None:
    tables = survey({("active", None): {"legal": answered((10, None))}})
    opened = build(tmp_path / "e.duckdb", people(1000), tables)
    with pytest.raises(Nothing, match="how important"):
        seen(opened)


@pytest.mark.parametrize(("branch", "why"), [("nowhere", "Nobody"), ("tiny", "Too few")])
def test_an_empty_or_small_group_says_so(branches, branch: str, why: str) -> None:
    with pytest.raises(Nothing, match=why):
        seen(branches, Filters(branch=branch))


def test_a_survey_without_awareness_goes_on_without_it(tmp_path) -> None:
    unasked = answered((40, 5, 5), (60, 5, 2))
    opened = build(
        tmp_path / "w.duckdb", people(1000), survey({("active", None): {"legal": unasked}})
    )
    answer = seen(opened)
    assert answer.frame.iloc[0]["gap"] == "advice"
    assert any("did not ask who knows" in note for note in answer.notes)


@pytest.mark.parametrize("picture", ["chain", "scores", "map"])
def test_a_survey_of_importance_alone_claims_nothing_else(tmp_path, picture: str) -> None:
    plan = {("active", None): {"legal": answered((50, 5), (50, 1))}}
    answer = seen(build(tmp_path / "i.duckdb", people(100), survey(plan)), picture=picture)
    said = " ".join((answer.finding, *answer.meaning, *(m.value for m in answer.metrics)))
    assert "nan" not in said
    if picture == "chain":
        assert answer.finding == (
            "This survey asked how important each benefit is, and not what comes of it."
        )


def test_a_benefit_that_nobody_rated_is_left_out_and_named(tmp_path) -> None:
    plan = {("active", None): {"legal": UNHELPED, "stress": answered((90, None, None, True))}}
    opened = build(tmp_path / "r.duckdb", people(1000), survey(plan))
    answer = seen(opened)
    assert answer.frame["item_id"].tolist() == ["legal"]
    assert any("stress counselling" in note for note in answer.notes)


def test_a_benefit_important_to_nobody_is_fine(tmp_path) -> None:
    nobody = answered((50, 1, None, True), (50, 2, None, False))
    plan = {("active", None): {"legal": UNHELPED, "magazine": nobody}}
    opened = build(tmp_path / "b.duckdb", people(1000), survey(plan))
    answer = seen(opened)
    assert row(answer, "magazine")["gap"] == "fine"
    assert chain_figure(answer, EN).data


def test_a_benefit_all_are_content_with_is_fine(tmp_path) -> None:
    plan = {("active", None): {"legal": answered((100, *CONTENT))}}
    opened = build(tmp_path / "f.duckdb", people(1000), survey(plan))
    assert seen(opened).finding.startswith("No benefit loses more than one in ten members")


def test_nothing_undefined_reaches_a_sentence(everyone, branches) -> None:
    pictures = zip(
        (None, "status", "branch", "segment"), ("chain", "scores", "map", "chain"), strict=True
    )
    for compare, picture in pictures:
        for opened in (everyone, branches):
            answer = seen(opened, picture=picture, compare=compare, limit=10)
            metrics = [part for m in answer.metrics for part in (m.label, m.value, m.beside)]
            said = " ".join(
                [answer.finding, *metrics, *answer.meaning, *answer.notes, answer.basis]
            )
            assert "nan" not in said.lower().split()
            assert "None" not in said


@pytest.mark.parametrize("code", NAMES)
def test_every_language_says_it(branches, code: str) -> None:
    answer = seen(branches, language=language(code), compare="branch")
    assert answer.finding
    assert len(answer.columns) == len({column.label for column in answer.columns})


@pytest.mark.parametrize(
    ("n", "text"), [(9353, "9,400"), (1414, "1,410"), (159, "160"), (10_554, "10,600"), (0, "0")]
)
def test_scaled_numbers_are_rounded_to_what_is_known(n: float, text: str) -> None:
    assert about(n, EN) == text


def test_the_planted_gaps_of_the_sample_can_be_read_in_sentences(sample_to_read) -> None:
    """Awareness hides them in members; those who know of a benefit are lost at other steps."""
    answer = view(NO_FILTERS, Options(EN), sample_to_read.ask)
    assert answer.finding.startswith("Stress counselling is important to")
    following, access, advice, offer = answer.meaning
    assert "courses" in access
    assert "career coaching" in access
    for benefit in ("help when unemployed", "employment advice", "legal help"):
        assert benefit in advice
    for benefit in ("branch and club", "shop steward"):
        assert benefit in offer
    assert "work injury help (" in following


def test_what_is_lost_later_leaves_out_what_is_fine_and_what_is_said(everyone) -> None:
    """Legal help loses most at that very step, and the magazine loses nobody who wanted it."""
    later = " ".join(seen(everyone).meaning[1:])
    assert "legal" not in later.lower()
    assert "magazine" not in later.lower()


def test_answers_can_weigh_as_the_membership_is(sample_to_read) -> None:
    survey_id = sample_to_read.ask("gaps_surveys")["survey_id"].iloc[0]
    answer = seen(sample_to_read, weights="membership")
    rows = answer.result.asked.rows
    rows = rows[(rows["item_id"] == "courses") & rows["importance"].notna()]
    heft = rows["respondent_id"].map(raked(survey_id, sample_to_read.ask).weights)
    important = np.average(rows["importance"] >= 4, weights=heft)
    assert row(answer, "courses")["important"] == pytest.approx(important)
    assert row(seen(sample_to_read), "courses")["important"] != pytest.approx(important)
    assert any(note.startswith("Weighted to the membership by ") for note in answer.notes)
