"""The reveal: what the sentence, the frame and the picture say of guesses that were planted."""

import numpy as np
import pandas as pd
import pytest

from charts.guess import figure
from exports.slide import slide
from queries import guesses
from queries.filters import NO_FILTERS
from queries.guesses import CLASSES, PLACES
from tests.kano_survey import build
from tests.test_view_kano import CLEAR
from views.guess import view
from views.guess.options import Options
from views.view import Nothing
from words.language import language

EN, DA = language("en"), language("da")
GUESSED = {"legal": "M", "stress": "I", "pay": "A", "magazine": "I", "politics": "A"}


@pytest.fixture
def opened(tmp_path):
    store = build(tmp_path / "k.duckdb", {"active": CLEAR})
    yield store
    store.close()


def revealed(store, way=CLASSES, *handed, **options):
    code = guesses.start(store, "k1", way)
    column = "category" if way == CLASSES else "place"
    for number, said in enumerate(handed or (GUESSED,)):
        frame = pd.DataFrame({"item_id": list(said), column: list(said.values())})
        guesses.hand_in(store, code, f"g{number}", frame)
    guesses.reveal(store, code)
    return view(NO_FILTERS, Options(options.pop("language", EN), code=code, **options), store.ask)


def test_the_finding_counts_what_is_right_and_names_the_biggest_surprise(opened):
    answer = revealed(opened)
    assert answer.finding == (
        "You were right about 3 of 5 benefits; the biggest surprise is stress counselling."
    )
    assert answer.frame["label"].tolist()[:2] == ["Stress counselling", "Political work"]


def test_a_surprise_is_told_with_its_figures_and_what_it_asks_for(opened):
    assert revealed(opened).meaning[0] == (
        "Stress counselling: you said «Makes no difference», as do 0% of members. More say"
        " «Delights»: 75% (67–82%, n = 240). There is delight to give here: tell them of it."
    )


def test_a_room_of_several_is_told_how_it_agrees(opened):
    answer = revealed(opened, CLASSES, GUESSED, GUESSED | {"stress": "A"})
    assert answer.metrics[1].label == "You agree with each other"
    assert answer.metrics[1].value == "80%"
    assert "2 guesses handed in" in answer.basis


def test_a_room_that_is_right_is_told_so(opened):
    right = {"legal": "M", "stress": "A", "pay": "O", "magazine": "I", "politics": "I"}
    answer = revealed(opened, CLASSES, right)
    assert answer.finding == "You were right about 5 of 5 benefits, and nothing is far off."
    assert answer.meaning == ()


def test_places_are_held_against_members_importance(opened):
    with opened.writing("test", "test", "test") as transaction:
        transaction._cursor.execute(
            "update kano_answer set importance = case item_id when 'legal' then 9"
            " when 'stress' then 8 when 'pay' then 5 when 'politics' then 4 else 2 end"
        )
    order = {"magazine": 1, "stress": 2, "pay": 3, "politics": 4, "legal": 5}
    answer = revealed(opened, PLACES, order)
    assert answer.finding == (
        "Legal help is the biggest surprise: number 1 to members, number 5 to you."
    )
    assert answer.meaning[0].startswith("Legal help matters more than you thought")
    assert answer.metrics[0].value == "3 of 5"


@pytest.mark.parametrize("way", [CLASSES, PLACES])
@pytest.mark.parametrize("dark", [False, True])
def test_the_picture_shows_guess_and_members_on_each_line(opened, way, dark):
    order = {item: number for number, item in enumerate(GUESSED, 1)}
    answer = revealed(opened, way, GUESSED if way == CLASSES else order)
    drawn = figure(answer, EN, dark=dark)
    guessed, members = [trace for trace in drawn.data if trace.mode == "markers+text"]
    assert set(guessed.customdata) == set(members.customdata) == set(GUESSED)
    assert not np.isnan(np.array(members.x, dtype=float)).any()
    assert slide(answer, EN)[:2] == b"PK"


def test_danish(opened):
    assert "Juridisk hjælp" in revealed(opened, language=DA).frame["label"].tolist()


def test_without_importance_places_cannot_be_judged(opened):
    with opened.writing("test", "test", "test") as transaction:
        transaction._cursor.execute("update kano_answer set importance = null")
    with pytest.raises(Nothing) as raised:
        revealed(opened, PLACES, {"legal": 1, "pay": 2, "stress": 3})
    assert raised.value.sentence == "This survey did not ask how important each benefit is."


def test_an_open_round_is_not_shown(opened):
    code = guesses.start(opened, "k1", CLASSES)
    with pytest.raises(Nothing):
        view(NO_FILTERS, Options(EN, code=code), opened.ask)


def test_guesses_about_nothing_that_is_shown(opened):
    with pytest.raises(Nothing):
        revealed(opened, CLASSES, {"elsewhere": "M"})
