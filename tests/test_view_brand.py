"""What the union should stand for: planted choices come out, and what messages leave unsaid."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from charts.brand import figure
from exports.slide import slide
from queries import store
from queries.building import building
from queries.filters import NO_FILTERS, Filters
from queries.messages import tag
from tests.test_best_worst import FANO
from views.brand import view
from views.brand.options import Options
from views.view import Nothing
from words.language import language

EN, DA = language("en"), language("da")
VALUES = ["tryghed", "ordentlighed", "faglighed", "indflydelse", "nærhed", "fællesskab", "Vores"]
MEMBERS = [1.2, 0.6, 0.4, 0.0, -0.3, -0.6, -1.2]
LEFT = [0.0, 0.6, 0.4, 0.0, 1.6, -0.6, -1.2]


def choices(prefix, people, utilities, seed):
    random = np.random.default_rng(seed)
    rows = []
    for person in range(people):
        for task, block in enumerate(FANO, 1):
            noise = np.array(utilities)[list(block)] + random.gumbel(size=3)
            best, worst = block[int(noise.argmax())], block[int(noise.argmin())]
            rows += [
                (f"{prefix}{person}", task, VALUES[place], (place == best) - (place == worst))
                for place in block
            ]
    return pd.DataFrame(rows, columns=["respondent_id", "task", "item_id", "choice"])


def build(path, answers, carried=("tryghed", "fællesskab", None)):
    people = pd.DataFrame({"respondent_id": answers["respondent_id"].unique()})
    people["status"] = np.where(people["respondent_id"].str[0] == "m", "active", "former")
    with building(path, as_of=date(2026, 10, 31), is_sample=False, union_name="T") as made:
        survey = {"survey_id": "b1", "kind": "brand_values", "label": "Brand", "wave": 1}
        made.insert("survey", pd.DataFrame([survey]))
        items = pd.DataFrame({"item_id": VALUES, "label": [v.title() for v in VALUES]})
        made.insert("survey_item", items.assign(survey_id="b1", position=range(7)))
        made.insert("respondent", people.assign(survey_id="b1", weight=1.0))
        made.insert("best_worst_answer", answers.assign(survey_id="b1"))
        rows = [
            {"campaign_id": f"c{number}", "label": f"Campaign {number}", "goal": "stay",
             "window_days": 30, "brand_value": value}
            for number, value in enumerate(carried)
        ]  # fmt: skip
        if rows:
            made.insert("campaign", pd.DataFrame(rows))
    return store.Store(path)


@pytest.fixture
def opened(tmp_path):
    answers = pd.concat([choices("m", 400, MEMBERS, 1), choices("f", 300, LEFT, 2)])
    made = build(tmp_path / "b.duckdb", answers)
    yield made
    made.close()


def seen(made, filters=NO_FILTERS, **options):
    return view(filters, Options(options.pop("language", EN), **options), made.ask)


def test_what_matters_most_and_how_many_messages_carry_it(opened):
    answer = seen(opened, Filters(status="active"))
    first = answer.frame.iloc[0]
    assert answer.finding.startswith("Security matters most: ")
    assert answer.finding.endswith("; 1 of 3 messages carry it.")
    assert first["share_low"] < first["share"] < first["share_high"]
    assert answer.metrics[2].value == "2 of 3"


def test_what_goes_unsaid_and_what_is_said_beyond_its_worth(opened):
    told = seen(opened, Filters(status="active")).meaning
    assert told[0].startswith("Security (")
    assert told[1].startswith("Decency is number 2 to members")
    assert told[2].startswith("Community is number 6 of 7 to members, and 1 message carries it.")


def test_a_unions_own_value_goes_by_its_own_name(opened):
    labels = set(seen(opened, language=DA).frame["label"])
    assert {"Vores", "Tryghed", "Nærhed"} <= labels


def test_groups_differ_as_planted(opened):
    groups = seen(opened, by="status").result.groups
    assert list(groups.columns) == ["Active", "Former"]
    shares = groups.loc["nærhed"].str.extract(r"^(\d+)")[0].astype(int)
    assert shares["Former"] > 2 * shares["Active"]


def test_what_is_said_in_the_app_comes_before_the_file_and_the_last_word_counts(opened):
    tag(opened, "c2", None, "ordentlighed", "test")
    tag(opened, "c0", None, "nærhed", "test")
    tag(opened, "c0", None, None, "test")
    carried = seen(opened).frame.set_index("item_id")["messages"]
    assert carried[["tryghed", "nærhed", "ordentlighed", "fællesskab"]].tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize("dark", [False, True])
def test_the_picture_has_a_whisker_and_a_count_a_value(opened, dark):
    answer = seen(opened)
    drawn = figure(answer, EN, dark=dark)
    assert len(drawn.data[0].x) == 7
    notes = [note.text for note in drawn.layout.annotations]
    assert notes.count("none") == 5
    assert slide(answer, EN)[:2] == b"PK"


def test_without_campaigns_only_members_speak(tmp_path):
    answer = seen(build(tmp_path / "n.duckdb", choices("m", 60, MEMBERS, 3), carried=()))
    assert answer.finding.endswith("would put it first.")
    assert not any("carr" in sentence for sentence in answer.meaning)
    assert figure(answer, EN).data


def test_too_few_show_nothing(tmp_path):
    with pytest.raises(Nothing):
        seen(build(tmp_path / "f.duckdb", choices("m", 4, MEMBERS, 3)))


def test_no_survey_points_at_the_questionnaire(union):
    with pytest.raises(Nothing) as raised:
        seen(union)
    assert raised.value.mend == "questionnaire"


def test_too_close_to_call_is_said(tmp_path):
    even = choices("m", 60, [1.0, 1.0, 0, 0, 0, 0, 0], 5)
    assert "too close to call" in seen(build(tmp_path / "e.duckdb", even)).meaning[0]
