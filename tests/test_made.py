"""What takes long is made once, and what was asked for longest ago goes first."""

import time
from concurrent.futures import ThreadPoolExecutor

import pandas as pd

from views import made


def test_what_several_ask_for_at_once_is_made_once() -> None:
    calls = []

    def slow() -> str:
        calls.append(1)
        time.sleep(0.05)
        return "made"

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: made.once("asked by several", slow), range(4)))
    assert found == ["made"] * 4
    assert len(calls) == 1


def test_the_one_asked_for_longest_ago_goes(monkeypatch) -> None:
    monkeypatch.setattr(made, "MOST_KEPT", 2)
    for name in ("first", "second"):
        made.keep(name, name)
    made.find("first")
    made.keep("third", "third")
    assert (made.find("first"), made.find("second"), made.find("third")) == ("first", None, "third")


def test_frames_that_differ_in_a_value_or_a_name_have_other_digests() -> None:
    frame = pd.DataFrame({"a": ["x", None], "b": [1.0, 2.0]})
    others = (frame.assign(a=["x", "y"]), frame.rename(columns={"a": "c"}), frame.iloc[::-1])
    assert made.digest(frame) == made.digest(frame.copy())
    assert all(made.digest(other) != made.digest(frame) for other in others)
