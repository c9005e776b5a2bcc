"""The needs: what the sentence, the frame and the notes say of answers that were planted."""

from datetime import date

import pandas as pd
import pytest

from analysis.kano import TOO_CLOSE
from exports.slide import slide
from exports.table import table
from exports.workbook import workbook
from queries import store
from queries.building import building
from queries.filters import NO_FILTERS, Filters
from tests.kano_survey import build
from views.kano import Options, two_peaks, view
from views.kano.answers import fits_short_form
from views.kano.details import by_method, care, differences, pairs, top_two_tests
from views.kano.words import in_sentence
from views.view import Nothing
from words.language import language

EN, DA = language("en"), language("da")
CLEAR = {
    "legal": {"M": 180, "I": 60, "Q": 10},
    "stress": {"A": 180, "O": 60, "half": 10},
    "pay": {"O": 120, "A": 118, "I": 12},
    "magazine": {"I": 200, "R": 50},
    "politics": {"I": 210, "A": 40},
}
FORMER = CLEAR | {"legal": {"A": 200, "M": 50}}


@pytest.fixture(scope="module")
def everyone(tmp_path_factory):
    opened = build(tmp_path_factory.mktemp("everyone") / "k.duckdb", {"active": CLEAR})
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def groups(tmp_path_factory):
    few = {item: {"M": 4} for item in CLEAR}
    plan = {"active": CLEAR, "former": FORMER, "in_notice": few, "in_arrears": few}
    opened = build(tmp_path_factory.mktemp("groups") / "g.duckdb", plan)
    yield opened
    opened.close()


def seen(opened, filters=NO_FILTERS, **options):
    return view(filters, Options(options.pop("language", EN), **options), opened.ask)


def row(answer, item):
    return answer.frame.set_index("item_id").loc[item]


def test_the_finding_names_what_is_sure_and_counts_the_rest(everyone):
    assert seen(everyone).finding == (
        "Legal help must be in order; stress counselling would delight; pay check is too close to"
        " call."
    )


def test_without_must_or_delight_the_finding_says_what_makes_no_difference(tmp_path):
    plan = {"active": {"magazine": {"I": 100}, "politics": {"I": 100}, "pay": {"R": 100}}}
    opened = build(tmp_path / "i.duckdb", plan)
    assert seen(opened).finding == "Pay check is unwanted."
    plan["active"].pop("pay")
    assert (
        seen(build(tmp_path / "j.duckdb", plan)).finding
        == "Printed magazine and political work make no difference."
    )


def test_where_nothing_is_sure_the_finding_says_so(tmp_path):
    plan = {"active": {item: {"M": 50, "A": 50} for item in CLEAR}}
    finding = seen(build(tmp_path / "c.duckdb", plan)).finding
    assert finding == "All 5 benefits are too close to call."


def test_long_lists_are_cut(tmp_path):
    opened = build(tmp_path / "m.duckdb", {"active": {item: {"M": 100} for item in CLEAR}})
    assert "and 2 more must be in order" in seen(opened).finding


def test_figures_of_a_benefit(everyone):
    legal = row(seen(everyone), "legal")
    assert legal["n"] == 250
    assert legal["category"] == "M"
    assert legal["category_label"] == "Must be in order"
    assert legal["worse"] == pytest.approx(180 / 240)
    assert legal["better"] == 0
    assert legal["worse_low"] < legal["worse"] < legal["worse_high"]
    assert legal["share_Q"] == pytest.approx(10 / 250)
    assert legal["share_M_low"] < legal["share_M"] < legal["share_M_high"]


def test_too_close_is_called_so_only_under_the_exact_rule(everyone):
    exact, mode = (row(seen(everyone, rule=rule), "pay") for rule in ("exact", "mode"))
    assert (exact["category"], exact["letters"]) == (TOO_CLOSE, "O/A")
    assert (mode["category"], mode["letters"], mode["sure"]) == ("O", "O/A", False)
    assert exact["other_rule"] == "O"
    assert seen(everyone, rule="mode").finding == seen(everyone).finding


def test_what_the_other_table_would_change_is_listed(tmp_path):
    answers = {"pay": {"I2": 150, "A": 100}, "legal": {"M": 250}}
    opened = build(tmp_path / "p.duckdb", {"active": answers})
    answer = seen(opened)
    assert (row(answer, "pay")["category"], row(answer, "pay")["other_table"]) == ("I", "A")
    assert any("Pouliot's table" in note and "pay check" in note for note in answer.notes)
    assert row(seen(opened, table="pouliot"), "pay")["category"] == "A"


def test_metrics_and_meaning_carry_interval_and_n(everyone):
    answer = seen(everyone)
    assert len(answer.metrics) == 3
    assert answer.metrics[0].label == "Worst if missing: Legal help"
    assert (answer.metrics[0].value, answer.metrics[0].beside) == ("75%", "69–80%")
    assert (answer.metrics[2].value, answer.metrics[2].beside) == ("4 of 5", "1 too close to call")
    assert len(answer.meaning) == 3
    assert all("n = 2" in sentence for sentence in answer.meaning)


def test_causes_are_never_said_to_be_dispensable(everyone):
    """Political work is the clearest of those that make no difference, and is not the one named."""
    assert any("Printed magazine makes no difference" in one for one in seen(everyone).meaning)


def test_halves_are_left_out_and_counted(everyone):
    answer = seen(everyone)
    assert row(answer, "stress")["n"] == 240
    assert any(note.startswith("10 pairs of answers are left out") for note in answer.notes)


@pytest.mark.parametrize(("n", "said"), [(40, "Under 50"), (150, "Under 200"), (250, "")])
def test_few_answers_are_said_to_be_few(tmp_path, n, said):
    opened = build(tmp_path / "f.duckdb", {"active": {"legal": {"M": n}}})
    few = [note for note in seen(opened).notes if note.startswith("Under")]
    assert [note.startswith(said) for note in few] == [True] * bool(said)


def test_a_benefit_with_too_few_answers_is_not_shown(tmp_path):
    answers = {"legal": {"M": 60}, "pay": {"O": 4}}
    answer = seen(build(tmp_path / "t.duckdb", {"active": answers}))
    assert answer.frame["item_id"].tolist() == ["legal"]
    assert "1 benefit has too few answers to show." in answer.notes


def test_former_and_current_members_are_held_against_each_other(groups):
    answer = seen(groups, by="status")
    assert answer.meaning[-1] == (
        "Legal help: «Delights» to former members (n = 250), «Must be in order» to members"
        " (n = 250)."
    )
    arrows = answer.result.groups.arrows
    assert arrows.index.tolist() == ["legal"]
    ends = ["from_worse", "from_better", "to_worse", "to_better"]
    assert arrows.loc["legal", ends].tolist() == pytest.approx([50 / 250, 200 / 250, 180 / 240, 0])
    assert arrows.loc["legal", "from_worse_low"] < 50 / 250 < arrows.loc["legal", "from_worse_high"]


def test_small_groups_are_named_and_not_shown(groups):
    answer = seen(groups, by="status")
    assert set(answer.result.groups.by_code) == {"active", "former"}
    assert "Too few answers to show: In arrears and In notice." in answer.notes


def test_what_is_put_together_of_shown_groups_gives_no_hidden_one_away(groups):
    """Members are the active ones alone, since those in notice and in arrears are hidden."""
    contrast = seen(groups, by="status").result.groups.contrast
    assert contrast.second.result.respondents == 250


def test_groups_are_those_within_the_filter_but_for_their_own_dimension(groups):
    answer = seen(groups, Filters(status="former"), by="status")
    assert answer.n == 250
    assert set(answer.result.groups.by_code) == {"active", "former"}


@pytest.mark.parametrize(
    ("by", "said"),
    [("segment", "No segments are saved yet"), ("status", "does not know status")],
)
def test_groups_that_nobody_is_known_to_be_in(tmp_path, by, said):
    opened = build(tmp_path / "s.duckdb", {"": CLEAR})
    with opened.writing("test", "test", "test") as transaction:
        transaction._cursor.execute("update respondent set status = null")
    assert any(said in note for note in seen(opened, by=by).notes)


def test_saved_segments_are_compared(tmp_path):
    opened = build(tmp_path / "v.duckdb", {"active": CLEAR, "former": FORMER})
    with opened.writing("test", "test", "test") as transaction:
        run = transaction._cursor.execute
        run("update respondent set member_id = hash(respondent_id) // 4")
        for number, status in ((1, "active"), (2, "former")):
            definition = '{"solution": "one"}'
            run(
                "insert into segment values (?, ?, 'cluster', ?, now()::timestamp)",
                [number, f"Class {number}", definition],
            )
            run(
                "insert into segment_member select ?, member_id from respondent where status = ?",
                [number, status],
            )
    answer = seen(opened, by="segment")
    assert [group.label for group in answer.result.groups.by_code.values()] == [
        "Class 1",
        "Class 2",
    ]
    assert answer.meaning[-1].startswith("Legal help: «Must be in order» to Class 1 (n = 250)")
    assert answer.result.groups.arrows.index.tolist() == ["legal"]


def test_a_filter_that_the_survey_does_not_know_is_named(everyone):
    answer = seen(everyone, Filters(region="Fyn"))
    assert answer.n == 250
    assert answer.filters == ()
    assert answer.notes[0].startswith("This survey does not know region")


def test_danish_numbers_and_names(everyone):
    answer = seen(everyone, language=DA)
    assert row(answer, "legal")["label"] == "Juridisk hjælp"
    assert answer.metrics[0].value == "75\u00a0%"
    assert "okt. 2026" in answer.basis


def test_weights_count(tmp_path):
    opened = build(tmp_path / "w.duckdb", {"active": {"legal": {"M": 50, "A": 50}}})
    with opened.writing("test", "test", "test") as transaction:
        transaction._cursor.execute(
            "update respondent set weight = 3 where substr(respondent_id, 7)::int < 50"
        )
    legal = row(seen(opened), "legal")
    assert legal["share_M"] == pytest.approx(0.75)
    assert legal["n"] == 100


def test_answers_can_weigh_as_the_membership_is(sample_to_read):
    answer = seen(sample_to_read, weights="membership")
    assert row(answer, "courses")["share_A"] != row(seen(sample_to_read), "courses")["share_A"]
    assert row(answer, "courses")["n"] == row(seen(sample_to_read), "courses")["n"]
    assert row(answer, "courses")["counted"] < row(answer, "courses")["n"]
    assert any(note.startswith("Weighted to the membership by ") for note in answer.notes)


def nothing(opened, filters=NO_FILTERS, **options):
    with pytest.raises(Nothing) as raised:
        seen(opened, filters, **options)
    return raised.value


def test_no_survey(union):
    missing = nothing(union)
    assert missing.sentence.startswith("There is no needs survey yet.")
    assert missing.mend == "upload"


def test_a_survey_that_is_gone(everyone):
    assert nothing(everyone, survey_id="k9").mend == "upload"


def test_a_survey_that_nobody_answered(tmp_path):
    path = tmp_path / "n.duckdb"
    with building(path, as_of=date(2026, 1, 1), is_sample=False, union_name="T") as made:
        made.insert("survey", pd.DataFrame([{"survey_id": "k", "kind": "kano", "label": "K"}]))
    assert nothing(store.Store(path)).sentence == "Nobody has answered this survey yet."


@pytest.mark.parametrize("people", [1, 4])
def test_too_few_people(tmp_path, people):
    opened = build(tmp_path / "o.duckdb", {"active": {"legal": {"M": people}}})
    assert nothing(opened).sentence.startswith("Too few to show.")


def test_a_filter_with_too_few_people(groups):
    assert nothing(groups, Filters(status="in_notice")).mend == "filters"


def test_halves_only(tmp_path):
    opened = build(tmp_path / "h.duckdb", {"active": {"legal": {"half": 60}}})
    assert nothing(opened).sentence == "Nobody answered both halves of any question."


def test_exports_hide_groups_under_ten(tmp_path):
    opened = build(tmp_path / "x.duckdb", {"active": {"legal": {"M": 60}, "pay": {"O": 7}}})
    assert len(seen(opened).frame) == 2
    assert len(seen(opened, limit=10).frame) == 1


@pytest.mark.parametrize(
    ("label", "written"),
    [("Legal help", "legal help"), ("A-kasse", "A-kasse"), ("NPS", "NPS"), ("K", "K")],
)
def test_names_within_a_sentence(label, written):
    assert in_sentence(label) == written


def test_moai_takes_the_graver_of_two_that_are_close_and_a_threshold_says_how_close(everyone):
    assert row(seen(everyone, rule="moai"), "pay")["category"] == "O"
    answer = seen(everyone, rule="moai", threshold=70)
    assert row(answer, "legal")["letters"] == row(answer, "legal")["category"] == "M"
    assert row(seen(everyone, rule="blauth"), "magazine")["category"] == "I"


def test_the_short_form_says_where_it_does_not_fit(tmp_path):
    fits = build(tmp_path / "s.duckdb", {"active": {"legal": {"M": 60, "A": 20}}})
    assert row(seen(fits, table="short"), "legal")["category"] == "M"
    assert fits_short_form(fits.ask("kano_pairs", survey_id="k1"))
    other = build(tmp_path / "o.duckdb", {"active": {"legal": {"M": 60, "R": 20}}})
    assert nothing(other, table="short").sentence.startswith("Some answers are not in the short")
    assert not fits_short_form(other.ask("kano_pairs", survey_id="k1"))


def test_the_frame_carries_means_importance_strengths_and_resamples(everyone):
    legal = row(seen(everyone), "legal")
    assert legal["having"] == pytest.approx((180 * 0 + 60 * 0 + 10 * 4) / 250)
    assert legal["having_low"] < legal["having"] < legal["having_high"]
    assert legal["importance"] == pytest.approx(5, abs=0.1)
    assert legal["again"] == 1
    assert legal["clear"] == pytest.approx((180 - 60) / 250)
    assert legal["cares"] == pytest.approx(180 / 250)


def test_the_other_picture_draws_the_means(everyone):
    chart = seen(everyone, picture="plane").chart
    assert (chart.x, chart.y) == ("lacking", ("having",))


def test_what_other_methods_say_is_listed_by_benefit(everyone):
    moved = by_method(seen(everyone), Options(EN))
    assert "Pay check" in set(moved["Benefit"])
    assert set(moved.loc[moved["Benefit"] == "Pay check", "Now"]) == {"Too close to call"}


def test_fong_stands_beside_the_exact_test(everyone):
    told = top_two_tests(seen(everyone), EN).set_index("Benefit")
    assert told.loc["Legal help", ["Fong's test", "Exact test"]].tolist() == ["apart", "apart"]
    assert told.loc["Pay check", "Exact test"] == "too close"


def test_every_pair_of_answers_is_counted(everyone):
    answer = seen(everyone)
    counted = pairs(answer.result.everyone, "legal", EN)
    assert counted.shape == (5, 6)
    assert counted.iloc[2]["I'd dislike that"] == "180"


STRAIGHT = {item: {"M": 60, "I": 40} for item in CLEAR}


def test_who_answered_without_care_can_be_left_out(tmp_path):
    opened = build(tmp_path / "c.duckdb", {"active": STRAIGHT})
    answer = seen(opened)
    assert care(answer, Options(EN))[0] == (
        "100 people gave the same pair of answers to every benefit."
    )
    assert nothing(opened, leave_out="straight").sentence.startswith("Nobody answered both halves")


def test_what_leaving_them_out_would_change_is_said(tmp_path):
    plan = {item: {"I": 100} for item in CLEAR}
    plan["legal"] = {"Q": 60, "M": 40}
    plan["pay"] = plan["stress"] = {"Q": 60, "I": 40}
    answer = seen(build(tmp_path / "q.duckdb", {"active": plan}))
    told = care(answer, Options(EN))
    assert told[1].startswith("60 people contradicted themselves")
    left = seen(build(tmp_path / "r.duckdb", {"active": plan}), leave_out="contradictory")
    assert left.n == 40
    assert any(note.startswith("Left out: who contradicts") for note in left.notes)


def test_what_weights_cost_and_change_is_said(tmp_path):
    opened = build(tmp_path / "w.duckdb", {"active": {"legal": {"M": 45, "A": 55}}})
    with opened.writing("test", "test", "test") as transaction:
        transaction._cursor.execute(
            "update respondent set weight = 3 where substr(respondent_id, 7)::int < 45"
        )
    (note,) = [note for note in seen(opened).notes if note.startswith("Answers are weighted")]
    assert "100 of them tell as much as" in note
    assert "legal help" in note
    unweighted = seen(opened, weights="none")
    assert not any(note.startswith("Answers are weighted") for note in unweighted.notes)
    assert row(unweighted, "legal")["share_M"] == pytest.approx(0.45)


@pytest.fixture(scope="module")
def two_waves(tmp_path_factory):
    before = CLEAR | {"legal": {"A": 200, "M": 50}}
    path = tmp_path_factory.mktemp("waves") / "w.duckdb"
    opened = build(path, {"active": CLEAR}, earlier={"active": before})
    yield opened
    opened.close()


def test_what_pleased_in_the_wave_before_is_expected_now(two_waves):
    answer = seen(two_waves, by="wave")
    assert answer.meaning[-1] == (
        "Legal help was «Delights» in Needs 2024 (n = 250) and is «Must be in order» in Needs"
        " (n = 250): what pleased then is expected now."
    )
    assert answer.result.groups.arrows.index.tolist() == ["legal"]
    assert any("counts as two people" in note for note in answer.notes)


def test_one_survey_alone_has_no_wave_to_compare_with(everyone):
    assert "There is no other needs survey to compare with." in seen(everyone, by="wave").notes


def test_two_groups_are_held_against_each_other_as_chosen(groups):
    held = seen(groups, by="status", first="active", second="former").result.groups.contrast
    assert (held.first.label, held.second.label) == ("Active", "Former")
    told = differences(held, seen(groups), EN)
    assert told.loc[0, ["Benefit", "How sure"]].tolist() == ["Legal help", "Sure"]
    assert told.loc[0, "Better if there, difference"].startswith("−80 (")


def test_a_benefit_with_two_peaks_is_told_with_its_split(groups):
    answer = two_peaks.view(NO_FILTERS, Options(EN), groups.ask)
    assert answer.finding == "One benefit means two different things."
    assert answer.meaning == (
        "Legal help, by status: «Must be in order» (Active, n = 240); «Delights» (Former,"
        " n = 250).",
    )
    assert answer.frame["letters"].tolist() == ["M", "A"]
    assert len(answer.result.groups.arrows) == 1


def test_without_two_peaks_the_page_says_so(everyone):
    with pytest.raises(Nothing) as raised:
        two_peaks.view(NO_FILTERS, Options(EN), everyone.ask)
    assert raised.value.sentence.startswith("No benefit has two peaks")


def test_all_contradictory_answers_are_a_class_and_no_number_is_missing(tmp_path):
    answer = seen(build(tmp_path / "a.duckdb", {"active": {"legal": {"Q": 60}}}))
    assert row(answer, "legal")["category_label"] == "Contradictory answers"
    assert "nan" not in " ".join((answer.finding, *answer.meaning, *answer.notes)).lower()
    assert top_two_tests(answer, EN).loc[0, "Exact p"] in {"", "1.000"}


def test_two_peaks_and_means_leave_the_product_as_files(tmp_path):
    opened = build(tmp_path / "x.duckdb", {"active": CLEAR, "former": FORMER})
    peaks = two_peaks.view(NO_FILTERS, Options(EN, 10), opened.ask)
    means = seen(opened, picture="plane", limit=10)
    for answer in (peaks, means):
        assert slide(answer, EN)[:2] == workbook(answer, EN)[:2] == b"PK"
        assert answer.frame["label"].iloc[0] in table(answer, EN).decode("utf-8-sig")
