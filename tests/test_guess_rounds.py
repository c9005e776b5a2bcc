"""A round of guesses is shared: each device counts once, and nothing comes in after the reveal."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from queries import guesses
from queries.errors import StoreError
from queries.guesses import CLASSES


def said(**letters):
    return pd.DataFrame({"item_id": list(letters), "category": list(letters.values())})


def test_each_device_counts_once_with_what_it_handed_in_last(union):
    code = guesses.start(union, "k1", CLASSES)
    guesses.hand_in(union, code, "one", said(legal="M", pay="O"))
    guesses.hand_in(union, code, "one", said(legal="A"))
    guesses.hand_in(union, code, "two", said(legal="M"))
    found = union.ask("guesses", code=code)
    assert dict(zip(found["guesser"], found["category"], strict=True)) == {"one": "A", "two": "M"}
    assert union.ask("guessers", code=code)["n"].item() == 2


def test_many_devices_at_once_all_count(union):
    code = guesses.start(union, "k1", CLASSES)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: guesses.hand_in(union, code, f"g{n}", said(legal="M")), range(24)))
    assert union.ask("guessers", code=code)["n"].item() == 24


def test_a_guess_changes_no_figure_and_empties_no_cache(union):
    before = union.data_version()
    code = guesses.start(union, "k1", CLASSES)
    guesses.hand_in(union, code, "one", said(legal="M"))
    guesses.reveal(union, code)
    assert union.data_version() == before


def hand_in(union, code):
    guesses.hand_in(union, code, "x", said(legal="M"))


@pytest.mark.parametrize("change", [hand_in, guesses.reveal])
def test_a_revealed_round_takes_nothing_more(union, change):
    code = guesses.start(union, "k1", CLASSES)
    hand_in(union, code)
    guesses.reveal(union, code)
    with pytest.raises(StoreError) as refused:
        change(union, code)
    assert refused.value.code == "round_over"


@pytest.mark.parametrize("change", [hand_in, guesses.reveal])
def test_an_unknown_round_is_refused(union, change):
    with pytest.raises(StoreError) as refused:
        change(union, "0000")
    assert refused.value.code == "round_unknown"


def test_an_empty_round_is_not_revealed(union):
    with pytest.raises(StoreError) as refused:
        guesses.reveal(union, guesses.start(union, "k1", CLASSES))
    assert refused.value.code == "round_empty"


def test_codes_have_no_sign_that_reads_like_another():
    codes = [guesses.draw_code(pd.Series(dtype=str)) for _ in range(200)]
    assert not set("".join(codes)) & set("ILO01")
    assert len(set(codes)) > 190
