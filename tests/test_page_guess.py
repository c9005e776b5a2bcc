"""The guess page: a few clicks from the question to the reveal, together or each on their own."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from queries import guesses
from queries.store import close_all, open_store
from tests.kano_survey import LABELS, build
from tests.test_view_kano import CLEAR

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")


@pytest.fixture
def path(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    file = tmp_path / "union.duckdb"
    build(file, {"active": CLEAR}).close()
    monkeypatch.setenv("UNION_DB", str(file))
    yield file
    close_all()


def opened(**address: str) -> AppTest:
    shell = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in ({"lang": "en"} | address).items():
        shell.query_params[name] = value
    shell.run()
    return shell.switch_page("guess.py").run()


def press(here: AppTest, text: str) -> AppTest:
    button = next(one for one in here.button if one.label.replace("*", "") == text)
    return button.click().run()


def test_together_on_one_screen_from_question_to_reveal(path) -> None:
    here = press(opened(), "Together, on this screen")
    for _ in LABELS:
        assert here.title[0].value.replace("\\", "") in {label for _, label, _ in LABELS.values()}
        here = press(here, "Delights")
    assert here.title[0].value.startswith("All are placed")
    here = press(press(here, "Hand in"), "Reveal")
    assert here.subheader[0].value == "You said"
    here = press(press(here, "Show what members say"), "The whole picture")
    assert not here.exception
    assert "You were right about" in here.title[0].value


def test_what_was_placed_can_be_taken_back(path) -> None:
    here = press(opened(), "Together, on this screen")
    first = here.title[0].value
    here = press(press(here, "Must be in order"), "Take back")
    assert here.title[0].value == first


def test_places_by_importance(path) -> None:
    here = opened(guess_way="places")
    here = press(here, "Together, on this screen")
    for label in ("Legal help", "Pay check", "Stress counselling"):
        here = press(here, label)
    here = press(press(here, "Hand in"), "Reveal")
    assert not here.exception
    assert here.title


def test_each_on_their_own_device_counts_once(path) -> None:
    lead = press(opened(), "Each on their own device")
    code = lead.query_params["guess_round"]
    assert any(code in element.value for element in lead.markdown)
    for name in ("anna", "bo"):
        device = opened(guess_round=code, guess_me=name)
        for _ in LABELS:
            device = press(device, "Delights")
        device = press(device, "Hand in")
        assert device.title[0].value.startswith("Handed in")
        assert not [one for one in device.button if one.label == "Reveal"]
    again = opened(guess_round=code, guess_me="bo")
    for _ in LABELS:
        again = press(again, "Must be in order")
    press(again, "Hand in")
    assert open_store(path).ask("guessers", code=code)["n"].item() == 2
    lead = press(lead.run(), "Reveal")
    assert open_store(path).ask("guess_round", code=code)["revealed_at"].notna().item()
    assert not lead.exception


def test_nothing_is_revealed_before_somebody_has_guessed(path) -> None:
    lead = press(press(opened(), "Each on their own device"), "Reveal")
    assert lead.warning[0].value.startswith("Nobody has handed in yet")


@pytest.mark.parametrize("present", ["", "1"])
def test_a_wrong_code_is_said_to_be_wrong(path, present) -> None:
    here = opened(guess_round="ZZZZ", present=present)
    assert "There is no round ZZZZ" in here.info[0].value
    assert press(here, "Type another code").title[0].value.startswith("What do you think")


def test_a_revealed_round_can_be_opened_again(path) -> None:
    store = open_store(path)
    code = guesses.start(store, "k1", guesses.CLASSES)
    guesses.hand_in(store, code, "a", pd.DataFrame({"item_id": ["legal"], "category": ["M"]}))
    guesses.reveal(store, code)
    here = opened()
    button = next(one for one in here.button if one.label.startswith(code))
    assert "1 of 1 benefit" in button.click().run().title[0].value
