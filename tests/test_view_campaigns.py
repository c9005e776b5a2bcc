"""Did it work? Planted campaigns, and the sentences that they make."""

from datetime import date, datetime, timedelta

import pandas as pd
import pytest

from queries.filters import NO_FILTERS, Filters
from tests.campaign_union import DAY, WINDOW, Arm, Plan, union_of
from views.campaigns import Options, view
from views.view import Nothing
from words.language import language

EN = language("en")
MAIL = {"mail": {"unit_cost": 10.0}}


def arms(campaign: str, treated: tuple[int, int], holdout: tuple[int, int], **more) -> list[Arm]:
    return [Arm(campaign, "treated", *treated, **more), Arm(campaign, "holdout", *holdout, **more)]


@pytest.fixture
def answer(tmp_path):
    """Make a union of a plan and return the page within a filter."""
    opened = []

    def make(plan: Plan, filters: Filters = NO_FILTERS, **choices):
        store = union_of(tmp_path / f"{len(opened)}.duckdb", plan)
        opened.append(store)
        return view(filters, Options(EN, **choices), store.ask)

    yield make
    for store in opened:
        store.close()


@pytest.mark.parametrize(
    ("goal", "hits", "finding", "code"),
    [
        ("return", 100, "«Mail» brought back 50 more members (", "works"),
        ("stay", 100, "«Mail» kept 50 more members (", "works"),
        ("return", 55, "No campaign is shown to work.", "not_shown"),
        ("return", 20, "Nothing is shown to work, and «Mail» drove members away.", "harms"),
    ],
)
def test_the_finding_says_what_the_campaign_brought(answer, goal, hits, finding, code) -> None:
    made = answer(Plan({"mail": {"goal": goal}}, arms("mail", (500, hits), (500, 50))))
    assert made.finding.startswith(finding)
    assert made.frame["code"].to_list() == [code]


def test_harm_to_those_with_an_unresolved_complaint_is_said(answer) -> None:
    angry = arms("mail", (500, 5), (500, 30), stratum="angry", complaint=False)
    calm = arms("mail", (600, 60), (300, 20), stratum="calm")
    good = arms("call", (500, 100), (500, 40))
    made = answer(Plan(MAIL | {"call": {}}, angry + calm + good))
    assert made.finding.endswith("«Mail» is not shown to work and drove some away.")
    assert made.meaning[0].startswith("«Mail» did harm among people with an unresolved complaint")
    assert "1% came back, against 6% of those left in peace (1,000 people)" in made.meaning[0]


def test_who_takes_the_offer_and_leaves_again_is_a_loss(answer) -> None:
    offers = {"cash": {"unit_cost": 1.0}, "free": {"cost_per_hit": 3000.0}}
    plan = Plan(
        offers,
        [
            *arms("cash", (1000, 140), (1000, 60)),
            Arm("free", "treated", 1000, 140, gone_again=80),
            Arm("free", "holdout", 1000, 60),
        ],
    )
    made = answer(plan)
    assert made.finding.endswith("«Free» cost more than it brought.")
    said = next(sentence for sentence in made.meaning if sentence.startswith("Of 140"))
    assert "57% (49–65%) left again within 90 days. Counting those who stayed, it lost" in said
    free = made.frame.iloc[1]
    assert free["cost"] == pytest.approx(140 * 3000)
    # Of 200 old returners 150 stayed the year, and so did the 320 of these campaigns who stayed.
    worth = 12 * 400 * (150 + 320) / (200 + 320)
    assert free["roi"] == pytest.approx((60 - 60) * worth / free["cost"] - 1)
    assert free["naive_roi"] == pytest.approx(140 * worth / free["cost"] - 1)
    assert made.frame.iloc[0]["verdict"] == "Shown to work"


def spells(*rows: tuple[int, date, date | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["member_id", "started_on", "ended_on"])
    return frame.assign(spell_no=2)


@pytest.mark.parametrize(
    ("started", "ended", "hits"),
    [
        (DAY - timedelta(days=10), None, 0),  # had already come back
        (DAY - timedelta(days=10), DAY, 0),  # out again on the day, and never back
        (DAY, None, 0),  # began on the day itself: was in when drawn
        (DAY + timedelta(days=1), None, 1),
        (DAY + timedelta(days=WINDOW), None, 1),  # the last day counts
        (DAY + timedelta(days=WINDOW + 1), None, 0),
    ],
)
def test_coming_back_is_a_spell_begun_in_the_window(tmp_path, started, ended, hits) -> None:
    store = union_of(tmp_path / "u.duckdb", Plan(MAIL, arms("mail", (6, 0), (6, 0))))
    with store.writing("t", "t", "t") as transaction:
        transaction.insert("spell", spells((1, started, ended)))
    cells = outcomes(store)
    store.close()
    assert cells.loc[cells["role"] == "treated", "hits"].sum() == hits


def outcomes(store, **values) -> pd.DataFrame:
    names = ("segment", "sector", "branch", "region", "age_band", "since", "until")
    return store.ask(
        "campaign_outcomes", **(dict.fromkeys(names) | {"by": "none", "outcome": None} | values)
    )


def test_who_was_in_on_the_day_did_not_come_back_by_the_campaign(tmp_path) -> None:
    store = union_of(tmp_path / "u.duckdb", Plan(MAIL, arms("mail", (6, 0), (6, 0))))
    soon = DAY + timedelta(days=20)
    with store.writing("t", "t", "t") as transaction:
        transaction.insert("spell", spells((1, date(2025, 1, 1), soon)))
        transaction.insert("spell", spells((1, soon + timedelta(days=9), None)).assign(spell_no=3))
    cells = outcomes(store)
    store.close()
    assert cells["hits"].sum() == 0


def test_who_left_and_came_back_before_the_window_closed_is_a_member_then(tmp_path) -> None:
    store = union_of(
        tmp_path / "u.duckdb", Plan({"m": {"goal": "stay"}}, arms("m", (6, 0), (6, 2)))
    )
    with store.writing("t", "t", "t") as transaction:
        transaction.insert("spell", spells((1, DAY + timedelta(days=60), None)))
    cells = outcomes(store).set_index("role")["hits"]
    store.close()
    assert cells.to_dict() == {"treated": 1, "holdout": 2}


def test_outcomes_that_came_by_file_count(answer) -> None:
    units = pd.DataFrame({"unit_id": [str(place) for place in range(400)], "campaign_id": "file"})
    drawn = units.assign(arm=["a"] * 200 + ["b"] * 200, randomised_at=datetime(2026, 10, 1))
    drawn["role"] = ["treated"] * 200 + ["holdout"] * 200
    came = units.iloc[[*range(60), *range(200, 220)]].assign(outcome="joined", value=1.0)
    opened = units.assign(outcome="opened", value=1.0)
    campaign = {"file": {"success_action": "joined"}}
    plan = Plan(MAIL | campaign, arms("mail", (100, 5), (100, 5)))
    plan.more = {"campaign_result": pd.concat([came, opened])}
    plan.more["assignment"] = drawn
    made = answer(plan)
    row = made.frame.set_index("mark").loc["File"]
    assert (row["treated"], row["holdout"]) == pytest.approx((0.3, 0.1))
    filtered = answer(plan, Filters(sector="state"))
    assert filtered.frame["mark"].to_list() == ["Mail"]
    assert "1 campaign came by file without member ids" in " ".join(filtered.notes)


def test_without_a_control_group_nobody_knows(answer) -> None:
    made = answer(Plan(MAIL, [Arm("mail", "treated", 100, 20)]))
    assert made.finding == (
        "There was no control group, so nobody knows what the campaigns brought."
    )
    assert made.frame.iloc[0]["verdict"] == "No control group, so nobody knows"
    assert made.frame.iloc[0]["treated"] == pytest.approx(0.2)
    assert made.metrics == ()


def test_a_window_that_is_not_over_is_too_early(answer) -> None:
    late = date(2026, 9, 1)
    made = answer(Plan(MAIL, arms("mail", (100, 5), (100, 2), day=late)))
    assert made.finding == "It is too early to say: the first result comes after 10 Dec 2026."
    assert made.frame.iloc[0]["verdict"] == "Too early"


def test_people_still_waiting_are_left_out_and_counted(answer) -> None:
    late = arms("mail", (30, 0), (30, 0), day=date(2026, 9, 1))
    made = answer(Plan(MAIL, [*arms("mail", (500, 100), (500, 50)), *late]))
    assert made.frame.iloc[0]["treated_n"] == 500
    assert "30 people of «Mail» are not counted yet: their time is not over." in made.meaning


def test_an_empty_arm_is_said(answer) -> None:
    made = answer(Plan(MAIL | {"none": {}}, arms("mail", (500, 100), (500, 50))))
    assert made.frame["verdict"].to_list() == ["Shown to work", "Nobody was drawn"]


@pytest.mark.parametrize(("n", "shown"), [(4, False), (5, True)])
def test_small_arms_show_nothing(answer, n, shown) -> None:
    made = answer(Plan(MAIL, arms("mail", (200, 20), (n, 1))))
    assert (made.frame.iloc[0]["verdict"] == "Too few to show") is not shown
    assert made.frame.iloc[0][["treated", "holdout", "lift", "cost"]].notna().all() == shown


def test_a_small_group_is_hidden_with_another_that_would_give_it_away(answer) -> None:
    plan = Plan(
        MAIL,
        [
            *arms("mail", (200, 20), (200, 20)),
            *arms("mail", (60, 6), (60, 6), complaint=True),
            *arms("mail", (3, 1), (60, 6), complaint=False),
        ],
    )
    made = answer(plan, by="complaint")
    assert made.frame["mark"].to_list() == ["Mail · No complaint"]
    assert any(note.startswith("2 rows are hidden") for note in made.notes)


def test_a_filter_on_the_outcome_is_not_used(answer) -> None:
    plan = Plan(MAIL, arms("mail", (500, 100), (500, 50)))
    made = answer(plan, Filters(status="former", member_type="full"))
    assert made.frame.iloc[0]["treated_n"] == 500
    assert any("change status and member type" in note for note in made.notes)


def test_a_filter_and_a_period_keep_whom_they_name(answer) -> None:
    early = arms("mail", (300, 60), (300, 30), sector="industry", day=date(2025, 1, 1))
    plan = Plan(MAIL, [*arms("mail", (500, 100), (500, 50)), *early])
    assert answer(plan, Filters(sector="industry")).frame.iloc[0]["treated_n"] == 300
    assert answer(plan, Filters(since=date(2025, 5, 1))).frame.iloc[0]["treated_n"] == 500


def test_the_fixed_cost_is_shared_by_the_people_in_the_row(answer) -> None:
    early = arms("mail", (300, 60), (300, 30), sector="industry")
    plan = Plan(
        {"mail": {"fixed_cost": 800.0, "unit_cost": 1.0, "cost_per_hit": 2.0}},
        [*arms("mail", (500, 100), (500, 50)), *early],
    )
    row = answer(plan, Filters(sector="industry")).frame.iloc[0]
    assert row["cost"] == pytest.approx(800 * 300 / 800 + 300 + 2 * 60)
    assert row["cost_each"] == pytest.approx(row["cost"] / 30)


def test_only_those_contacted_are_paid_for_where_contacts_are_known(answer) -> None:
    plan = Plan(MAIL, arms("mail", (500, 100), (500, 50)))
    reached = pd.DataFrame({"campaign_id": "mail", "member_id": [1, 1, 2], "attempt": [1, 2, 1]})
    plan.more["contact"] = reached.assign(at=datetime(2025, 6, 2))
    assert answer(plan).frame.iloc[0]["cost"] == pytest.approx(2 * 10)


def test_without_fees_there_is_no_return_on_cost(answer) -> None:
    made = answer(Plan(MAIL, arms("mail", (500, 100), (500, 50)), fee=None))
    assert made.frame["roi"].isna().all()
    assert len(made.metrics) == 2
    assert any(note.startswith("What a member is worth is not known") for note in made.notes)


def test_an_offer_of_its_own_has_its_own_name_and_price(answer) -> None:
    plan = Plan(
        {"offers": {"cost_per_hit": 600.0}},
        [
            Arm("offers", "treated", 500, 60, arm="a"),
            Arm("offers", "treated", 500, 80, arm="b"),
            Arm("offers", "holdout", 500, 30),
        ],
    )
    own = {"campaign_id": ["offers"], "arm": ["b"], "label": ["Free"], "cost_per_hit": [1455.0]}
    plan.more["campaign_arm"] = pd.DataFrame(own)
    frame = answer(plan).frame.set_index("mark")
    assert frame["cost"].to_dict() == {"Offers · a": 60 * 600.0, "Free": 80 * 1455.0}


def test_a_channel_adds_up_its_campaigns_each_against_its_own_control_group(answer) -> None:
    """Worked by hand: (100 − 50) + (30 − 300 × 10/100) = 50."""
    plan = Plan(
        MAIL | {"second": {}, "call": {"channel": "phone"}},
        [
            *arms("mail", (500, 100), (500, 50)),
            *arms("second", (300, 30), (100, 10)),
            *arms("call", (500, 60), (500, 50)),
        ],
    )
    frame = answer(plan, by="channel").frame.set_index("mark")
    assert frame.loc["E-mail, asked back", "more"] == pytest.approx(50)
    assert frame.loc["Phone, asked back", "more"] == pytest.approx(10)


def test_reasons_are_those_of_the_spell_left_and_only_of_who_was_asked_back(answer) -> None:
    plan = Plan(
        MAIL | {"call": {"goal": "stay"}},
        [*arms("mail", (500, 100), (500, 50)), *arms("call", (500, 100), (500, 50))],
    )
    left = pd.DataFrame({"member_id": range(1, 1001), "spell_no": 1, "route": "resigned"})
    plan.more["exit"] = left.assign(reason="too_expensive")
    made = answer(plan, by="reason")
    assert made.frame["mark"].to_list() == ["Mail · Too expensive"]
    assert made.meaning == ("Too expensive: «Mail» works, 20% against 10% (1,000 people).",)


def test_one_good_group_among_many_is_too_close_to_call(answer) -> None:
    """24 against 11 of 150 has p = .02; the least of ten looked at is not clear."""
    pairs = [arms("mail", (150, 24 if place == 0 else 12), (150, 11)) for place in range(10)]
    plan = Plan(MAIL, [arm for pair in pairs for arm in pair])
    left = pd.DataFrame({"member_id": range(1, 3001), "spell_no": 1, "route": "resigned"})
    plan.more["exit"] = left.assign(reason=[f"reason {place // 300}" for place in range(3000)])
    made = answer(plan, by="reason")
    assert made.frame["code"].to_list() == ["too_close"] + ["not_shown"] * 9
    assert made.meaning == ("No group stands out from chance.",)


def test_there_are_no_campaigns(union) -> None:
    with pytest.raises(Nothing) as nothing:
        view(Filters(), Options(EN), union.ask)
    assert nothing.value.mend == "upload"


@pytest.mark.parametrize(
    ("code", "by"), [("da", "none"), ("nb", "complaint"), ("nl", "reason"), ("da", "channel")]
)
def test_every_breakdown_can_be_said(sample_to_read, code, by) -> None:
    made = view(Filters(), Options(language(code), by=by), sample_to_read.ask)
    said = " ".join((made.finding, *made.meaning, *made.notes, *made.frame["verdict"]))
    assert "nan" not in said.lower()
    assert len(made.frame) > 0


def test_without_saved_segments_there_is_nothing_to_split_by(sample_to_read) -> None:
    with pytest.raises(Nothing):
        view(Filters(), Options(EN, by="segment"), sample_to_read.ask)


# ---- the sample union's six campaigns against what was planted


def test_the_sample_unions_campaigns_are_recovered(sample_to_read) -> None:
    """Lifts planted in sample_data/files/truth.json, weighted by treated people."""
    frame = view(Filters(), Options(EN), sample_to_read.ask).frame.set_index("mark")
    planted = {
        "Ring i opsigelsen": 0.10,
        "Hjælp til restancen": 0.12,
        "600 kr. efter 6 måneder": 0.05,
        "3 måneder gratis": 0.08,
        "Din sag: det har vi ændret": 0.03,
        "Forårsmail til alle": (1000 * -0.03 + 2400 * 0.02) / 3400,
        "Nyt job, stadig dækket": 0.05,
    }
    for name, lift in planted.items():
        assert frame.loc[name, "lift_low"] <= lift <= frame.loc[name, "lift_high"], name
    assert frame.loc[frame["code"] != "works"].index.to_list() == ["Forårsmail til alle"]


def test_the_sample_unions_traps_are_said(sample_to_read) -> None:
    made = view(Filters(), Options(EN), sample_to_read.ask)
    assert made.finding.endswith("«Forårsmail til alle» is not shown to work and drove some away.")
    assert made.meaning[0].startswith("«Forårsmail til alle» did harm among people with")
    lapsed = made.frame.set_index("mark").loc["3 måneder gratis"]
    assert lapsed["gone_low"] <= 0.45 <= lapsed["gone_high"]
    assert lapsed["roi_high"] < 0 < lapsed["naive_roi"]
    assert any("«3 måneder gratis»" in sentence and "lost money" in sentence
               for sentence in made.meaning)  # fmt: skip
    mail = made.frame.set_index("mark").loc["Forårsmail til alle"]
    assert mail["naive_roi"] > 0
