"""Classes made from answers and numbers: those of the survey, and those known of members."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from charts.clusters import every_answer, figure
from charts.clusters.averages import figure as averages_figure
from exports.slide import slide
from exports.table import table
from exports.workbook import workbook
from queries.filters import Filters
from queries.segments import NewSegment, save
from tests.planted import database
from tests.planted_classes import SIZES, union_of, with_second_survey
from tests.sample_surveys import put
from tests.test_view_segments import own_people
from views.clusters import against, averages, rules, sureness, view
from views.clusters import answers as every
from views.clusters.means import named_by_numbers
from views.clusters.numbers import are_numbers, as_numbers
from views.clusters.options import Options, methods
from views.clusters.rule_saving import rule_drafts
from views.clusters.saving import drafts, model_of
from views.clusters.survey import possible, survey
from views.segments import by_rule, form, newcomers
from views.segments.options import Options as SegmentOptions
from views.segments.saved import saved
from views.segments.typist import bands_asked, typist
from views.view import Nothing
from words.language import NAMES, language

ALL = Filters()
EN = Options(language("en"), k=3, survey_id="n1")
HOURS = replace(EN, numbers=("7",))
MIXED = ("lca", "kprototypes")
# The planted classes work so many hours.
MEANS = (20.0, 30.0, 37.0)


def with_hours(tables=None, write=lambda hours: f"{hours:.2f}") -> dict[str, pd.DataFrame]:
    """The planted union, whose first survey also asks for hours of work; a class its own."""
    tables = tables or union_of()
    people = tables["respondent"].query("survey_id == 'n1'")["respondent_id"]
    hours = np.repeat(MEANS, SIZES) + np.linspace(-2, 2, sum(SIZES))
    said = pd.DataFrame({"respondent_id": people, "value": [write(one) for one in hours]})
    item = {"survey_id": "n1", "item_id": "hours", "label": "Hours a week", "position": 7}
    return tables | {
        "survey_item": pd.concat([tables["survey_item"], pd.DataFrame([item])]),
        "need_answer": pd.concat(
            [tables["need_answer"], said.assign(survey_id="n1", item_id="hours")]
        ),
    }


def changed(tmp_path, change=lambda tables: tables, **how):
    """Open the union with hours, changed."""
    return database(tmp_path / "hours.duckdb", change(with_hours(**how)))


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    """The union with hours, to be read."""
    opened = changed(tmp_path_factory.mktemp("mixed"))
    yield opened
    opened.close()


def test_a_question_answered_by_numbers_is_offered_as_a_number_and_not_as_a_choice(union) -> None:
    assert "Hours a week" in possible("n1", EN.language, union.ask)[1].values()
    assert "Hours a week" not in possible("n1", EN.language, union.ask)[0].values()
    answer = view(ALL, EN, union.ask)
    assert list(answer.result.survey.answers) == [
        "prefers_help", "job_fear", "fee_view", "q4", "q5", "q6"
    ]  # fmt: skip
    assert any("until chosen under «Numbers»: «Hours a week»" in note for note in answer.notes)


@pytest.mark.parametrize("method", MIXED)
def test_each_class_s_mean_stands_beside_everybody_s(union, method) -> None:
    answer = view(ALL, replace(HOURS, method=method), union.ask)
    means = answer.result.means.set_index("class")
    assert means["mean"].tolist() == pytest.approx(MEANS, abs=2)
    assert means["n"].tolist() == pytest.approx(SIZES, abs=3)
    assert means["overall"].nunique() == 1
    assert answer.frame["hours_mean"].tolist() == means["mean"].tolist()
    assert "On average: Hours a week" in answer.meaning[0]
    assert "one number" in answer.basis


@pytest.mark.parametrize("method", MIXED)
def test_without_a_filter_the_means_are_those_of_the_method(union, method) -> None:
    found = view(ALL, replace(HOURS, method=method), union.ask).result
    ours = found.means["mean"].to_numpy()
    np.testing.assert_allclose(ours, found.solution.numbers["mean"], atol=1e-9)


def test_gamma_is_told_in_words_and_with_its_value(union) -> None:
    computed = view(ALL, replace(HOURS, method="kprototypes"), union.ask).computed
    assert "Gamma is 0.5" in computed.words
    assert "standardised" in computed.words
    assert r"\gamma" in computed.formula
    assert any(query.name == "needs_numbers" for query in computed.queries)


def test_k_prototypes_without_a_number_says_what_to_choose(union) -> None:
    with pytest.raises(Nothing, match="Choose a number, or another method"):
        view(ALL, replace(EN, method="kprototypes"), union.ask)


@pytest.mark.parametrize("method", ["kmodes", "kmodes-package"])
def test_k_modes_with_a_number_says_that_it_takes_answers_only(union, method) -> None:
    with pytest.raises(Nothing, match="takes answers only"):
        view(ALL, replace(HOURS, method=method), union.ask)


def test_methods_are_offered_where_they_fit() -> None:
    assert "kprototypes" not in methods(False, "lca")
    assert methods(True, "lca") == ["lca", "kprototypes"]
    assert "kprototypes" in methods(False, "kprototypes")  # so that it is said why it can't be


def test_a_number_that_everybody_shares_is_left_out_and_named(tmp_path) -> None:
    opened = changed(tmp_path, write=lambda hours: "37.5")
    answer = view(ALL, HOURS, opened.ask)
    assert any("same in «Hours a week»" in note for note in answer.notes)
    assert "standardised" not in answer.computed.words
    with pytest.raises(Nothing, match="the same number"):
        view(ALL, replace(HOURS, method="kprototypes"), opened.ask)
    opened.close()


def test_a_number_that_nobody_gave_is_no_number(tmp_path) -> None:
    opened = changed(tmp_path, write=lambda hours: None)
    assert "Hours a week" not in possible("n1", EN.language, opened.ask)[1].values()
    answer = view(ALL, HOURS, opened.ask)
    assert any("Nobody answered «Hours a week»" in note for note in answer.notes)
    opened.close()


def test_text_among_numbers_counts_as_missing_and_is_said(tmp_path) -> None:
    texts = iter(["about full time"] * 8)
    opened = changed(tmp_path, write=lambda hours: next(texts, f"{hours:.1f}"))
    answer = view(ALL, HOURS, opened.ask)
    assert any("no numbers and count as missing: «Hours a week» (8)" in n for n in answer.notes)
    assert answer.result.means["n"].sum() == sum(SIZES) - 8
    opened.close()


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["1,5", "2", "3.25"], [1.5, 2, 3.25]),  # a comma is a point
        ([str(one) for one in range(13)], list(range(13))),
        ([str(one) for one in range(12)], None),  # few whole numbers are a scale
        (["1.5", "x", "y"], None),  # mostly text
        (["inf", "nan", "1.5", "2.5"], None),
        ([], None),
    ],
)
def test_what_is_read_as_a_number(texts, read) -> None:
    given = pd.Series(texts, dtype="str")
    assert are_numbers(given, pd.Series(1, given.index)) is (read is not None)
    if read is not None:
        assert as_numbers(given).tolist() == read


def test_a_missing_answer_is_a_missing_number() -> None:
    found = as_numbers(pd.Series(["1.5", None, "x", "2"], dtype=object))
    assert found.dropna().tolist() == [1.5, 2]


def test_a_mean_of_few_people_shows_nothing(tmp_path) -> None:
    """Of the last class three tell their hours: it is hidden, and the next to protect it."""

    def few(tables):
        said = tables["need_answer"]
        number = said["respondent_id"].str[1:].astype(int)
        silent = (said["item_id"] == "hours") & (number >= sum(SIZES[:2]) + 3)
        return tables | {"need_answer": said.assign(value=said["value"].mask(silent))}

    opened = changed(tmp_path, few)
    answer = view(ALL, HOURS, opened.ask)
    assert answer.result.means["class"].tolist() == [0]
    assert answer.frame["hours_mean"].isna().tolist() == [False, True, True]
    drawn = figure(answer, EN.language)
    heat = next(trace for trace in drawn.data if trace.type == "heatmap")
    assert [bool(text) for text in heat.text[-1]] == [True, False, False]
    opened.close()


def test_a_filter_counts_means_within_and_everybody_whatever_it_is(union) -> None:
    everybody = view(ALL, HOURS, union.ask).result.means["overall"].iloc[0]
    within = view(Filters(sector="industry"), HOURS, union.ask).result.means
    assert within["class"].tolist() == [2]
    assert within["n"].sum() == SIZES[2]
    assert within["overall"].iloc[0] == everybody


def test_what_is_known_of_members_is_as_of_the_day_they_answered(union) -> None:
    known = union.ask("needs_numbers", survey_id="n1")
    assert set(known["known-age"]) == {21.0, 46.0}
    answered = (date(2026, 1, 12) - date(2015, 1, 1)).days / 365.25
    assert known["known-years"].to_numpy() == pytest.approx(answered)
    assert known["known-fee"].isna().all()  # no fee is stored in this union
    assert known["known-uses"].isna().all()  # nor any use
    offered = possible("n1", EN.language, union.ask)[1]
    assert "known-age" in offered
    assert not {"known-years", "known-fee", "known-uses"} & set(offered)  # all alike, or not known


def test_a_fee_that_made_the_classes_is_no_outcome_of_theirs(tmp_path) -> None:
    def paying(tables):
        phase = tables["spell"][["member_id", "spell_no"]].assign(
            member_type="full",
            product="union",
            from_on=date(2015, 1, 1),
            monthly_fee=np.repeat([500.0, 400, 300], SIZES) + np.arange(sum(SIZES)) % 3,
        )
        return tables | {"spell_phase": phase}

    opened = changed(tmp_path, paying)
    assert "fee" in set(view(ALL, EN, opened.ask).result.outcomes["outcome"])
    found = view(ALL, replace(EN, numbers=("known-fee",)), opened.ask).result
    assert "fee" not in set(found.outcomes["outcome"])
    assert found.means["mean"].tolist() == pytest.approx([501, 401, 301], abs=20)
    opened.close()


def test_the_tables_of_colours_end_in_the_numbers(union) -> None:
    answer = view(ALL, HOURS, union.ask)
    for draw in (figure, every_answer):
        drawn = draw(answer, EN.language)
        heat = next(trace for trace in drawn.data if trace.type == "heatmap")
        assert drawn.layout.yaxis2.ticktext[-1] == "Hours a week"
        assert heat.text[-1][0] == EN.language.number(answer.result.means["mean"].iloc[0], 1)
        assert heat.z[-1][0] < 0 < heat.z[-1][2]
        assert "n = " in heat.customdata[-1][0]


def test_numbers_have_a_tab_of_their_own(union) -> None:
    made = averages.view(ALL, HOURS, union.ask)
    assert made.finding.startswith("«")
    assert "Hours a week" in made.finding
    assert made.frame["n"].sum() == sum(SIZES)
    with pytest.raises(Nothing, match="answers alone"):
        averages.view(ALL, EN, union.ask)


def test_nobody_s_own_number_is_said_to_be_typical(tmp_path) -> None:
    opened = changed(tmp_path, write=lambda hours: f"{round(hours, -1) + 0.5}")
    said = " ".join(sureness.view(ALL, HOURS, opened.ask).meaning)
    assert "Hours" not in said
    assert "0.5" not in said
    opened.close()


def test_held_against_the_same_without_its_numbers(union) -> None:
    choices = against.possible(HOURS, union.ask)
    assert {"without", "kprototypes", "kmodes"} <= set(choices)
    assert not {"without", "kprototypes"} & set(against.possible(EN, union.ask))
    for code in ("without", "kprototypes", "kmodes"):
        made = against.view(ALL, replace(HOURS, against=code), union.ask)
        assert made.frame["n"].sum() == pytest.approx(sum(SIZES), abs=10)


@pytest.mark.parametrize("method", MIXED)
@pytest.mark.parametrize("code", NAMES)
def test_every_language_draws_and_leaves_as_files(union, method, code: str) -> None:
    options = replace(HOURS, language=language(code), limit=10, method=method)
    answer, made = (one(ALL, options, union.ask) for one in (view, averages.view))
    for draw, of in ((figure, answer), (every_answer, answer), (averages_figure, made)):
        assert draw(of, options.language, dark=code == "da").data
    for whole in (answer, made, every.view(ALL, options, union.ask)):
        for write in (slide, workbook, table):
            assert write(whole, options.language)


def save_classes(opened, options: Options) -> None:
    found = view(ALL, options, opened.ask).result
    model = model_of(found)
    new = [
        NewSegment(draft.letter, list(draft.member_ids), draft.definition | model)
        for draft in drafts(found, opened.ask)
    ]
    save(opened, new, "cluster", 5, "anna")


@pytest.mark.parametrize("method", MIXED)
def test_saved_classes_with_numbers_take_new_people(tmp_path, method) -> None:
    tables = with_hours(with_second_survey())
    opened = database(tmp_path / "later.duckdb", tables)
    save_classes(opened, replace(HOURS, numbers=("7", "known-age"), method=method))
    found = saved(SegmentOptions(language("en")), opened.ask)
    assert found.numbers == ("hours", "known-age")
    made = newcomers.view(ALL, SegmentOptions(language("en"), survey_id="n2"), opened.ask)
    assert [len(ids) for ids in made.result.members.values()] == pytest.approx([20, 10, 30], abs=3)
    assert any("Their numbers help" in note and "Age in years" in note for note in made.notes)
    opened.close()


def test_a_number_that_is_a_choice_in_a_later_survey_is_left_aside(tmp_path) -> None:
    tables = with_hours(with_second_survey())
    later = tables["need_answer"].query("survey_id == 'n2' and item_id == 'q4'")
    tables["need_answer"] = pd.concat(
        [tables["need_answer"], later.assign(item_id="hours", value="full time")]
    )
    item = {"survey_id": "n2", "item_id": "hours", "label": "Hours", "position": 7}
    tables["survey_item"] = pd.concat([tables["survey_item"], pd.DataFrame([item])])
    opened = database(tmp_path / "text.duckdb", tables)
    save_classes(opened, HOURS)
    made = newcomers.view(ALL, SegmentOptions(language("en"), survey_id="n2"), opened.ask)
    assert made.result.n == 60
    assert any("by their answers alone" in note for note in made.notes)
    opened.close()


def test_classes_that_numbers_alone_set_apart_are_named_by_them() -> None:
    rows = [("known-fee", 0, 32, 370), ("known-age", 0, 75, 47), ("known-fee", 1, 65, 370)]
    rows += [("known-age", 1, 24, 47), ("hours", 2, 40, 30), ("known-fee", 2, 371, 370)]
    table_of = pd.DataFrame(rows, columns=["question", "class", "mean", "overall"])
    found = SimpleNamespace(
        numbers=table_of.assign(low=table_of["mean"] - 0.1, high=table_of["mean"] + 0.1)
    )
    spread = {"known-fee": 190.0, "known-age": 17.0, "hours": 5.0}
    asked = SimpleNamespace(
        answers=pd.DataFrame({one: [-s, s] for one, s in spread.items()}) / np.sqrt(2),
        numbers={"known-fee": "Fee", "known-age": "Age", "hours": "Hours"},
    )
    names = named_by_numbers(found, asked, EN.language)
    assert names == {0: "Pays less · older", 1: "Younger · pays less", 2: "Hours: high"}


def test_the_model_that_is_saved_types_its_makers_as_they_were(tmp_path) -> None:
    opened = changed(tmp_path)
    save_classes(opened, HOURS)
    model = saved(SegmentOptions(language("en")), opened.ask).model
    found = view(ALL, HOURS, opened.ask).result
    typed = model.classify(found.survey.answers)
    assert typed.labels.tolist() == found.solution.labels.tolist()
    np.testing.assert_allclose(typed.posterior, found.solution.posterior, atol=1e-4)
    by_number = model.classify(pd.DataFrame({"hours": MEANS}))
    assert by_number.labels.tolist() == [0, 1, 2]
    assert len(model.numbers.values) == 0  # nobody's number is kept
    opened.close()


FEW = replace(HOURS, questions=("4", "5"))


def test_the_short_form_asks_for_numbers_in_bands(tmp_path) -> None:
    opened = changed(tmp_path)
    save_classes(opened, FEW)
    found = saved(SegmentOptions(language("en")), opened.ask)
    assert "hours" in found.short
    assert found.question("hours", EN.language) == "Hours a week"
    bands = list(found.answers("hours", EN.language).values())
    assert bands[0].startswith("Under ")
    assert bands[-1].endswith(" or more")
    assert all(" to under " in label for label in bands[1:-1])
    levels = list(found.answers("hours", EN.language))
    assert [form.place(found, {"hours": levels[at]}).one for at in (0, -1)] == [0, 2]
    opened.close()


@pytest.mark.parametrize("code", NAMES)
def test_the_form_s_bands_come_back_as_they_went_out(tmp_path, code: str) -> None:
    opened = changed(tmp_path)
    save_classes(opened, FEW)
    found = saved(SegmentOptions(language("en")), opened.ask)
    asked = form.questionnaire(found, 3, language(code)).sections[0].questions
    ends = [[0] * len(asked), [-1] * len(asked)]
    rows = {question.text: [] for question in asked}
    for place in (end for end in ends for _ in range(10)):
        for question, at in zip(asked, place, strict=True):
            rows[question.text].append(question.answers[at][1])
    data = pd.DataFrame({"Member number": range(2001, 2021)} | rows)
    own_people(opened, range(2001, 2021))
    put(opened, data.to_csv(index=False).encode(), "Form", answers={"kind": "needs"})
    made = newcomers.view(ALL, SegmentOptions(language("en")), opened.ask)
    assert [len(ids) for ids in made.result.members.values()] == [10, 0, 10]
    assert any("asks no more than the short form" in note for note in made.notes)
    new = next(iter(newcomers.possible(found, opened.ask)))
    by = typist(
        found,
        survey(replace(EN, survey_id=new), opened.ask),
        bands_asked(found, new, opened.ask),
    )
    bands = list(found.answers("hours", EN.language))
    assert by.frame["hours"].value_counts().to_dict() == {bands[0]: 10, bands[-1]: 10}
    assert any("«Hours a week»" in note for note in made.notes)
    opened.close()


def test_a_number_that_moved_is_told_where_answers_are(tmp_path) -> None:
    tables = with_hours(with_second_survey())
    later = tables["need_answer"].query("survey_id == 'n2' and item_id == 'q4'")
    hours = [f"{one:.2f}" for one in np.linspace(30, 39, len(later))]
    tables["need_answer"] = pd.concat(
        [tables["need_answer"], later.assign(item_id="hours", value=hours)]
    )
    item = {"survey_id": "n2", "item_id": "hours", "label": "Hours", "position": 7}
    tables["survey_item"] = pd.concat([tables["survey_item"], pd.DataFrame([item])])
    opened = database(tmp_path / "more.duckdb", tables)
    save_classes(opened, HOURS)
    made = newcomers.view(ALL, SegmentOptions(language("en"), survey_id="n2"), opened.ask)
    said = next(note for note in made.notes if note.startswith("Most changed of the numbers"))
    assert "«Hours a week»: it was 26.4 on average and is 34.5 (33.9–35.1, n = 81)" in said
    opened.close()


def test_rules_ask_for_numbers_in_bands_and_are_saved_with_them(tmp_path) -> None:
    opened = changed(tmp_path)
    made = rules.view(ALL, FEW, opened.ask)
    assert any("«Hours a week» " in rule for rule in made.frame["rule"])
    assert any(" or more" in rule or "Under " in rule for rule in made.frame["rule"])
    drafts_of = rule_drafts(made.result, EN.language, opened.ask)
    draft = next(one for one in drafts_of if "hours" in one.definition["stands_for"]["levels"])
    own = NewSegment("By hours", list(draft.member_ids), draft.definition)
    save(opened, [own], "rule", 5, "anna")
    code = next(iter(by_rule.saved_rules(opened.ask)))
    again = by_rule.view(ALL, SegmentOptions(language("en"), solution=code), opened.ask)
    assert again.result.n == 0  # they are all in it
    assert again.frame["now"].iloc[0] == pytest.approx(again.frame["then"].iloc[0], abs=1e-5)
    assert again.frame["then_low"].iloc[0] < again.frame["then"].iloc[0]
    assert any("«Hours a week»" in note for note in again.notes)
    opened.close()
