"""After an import: which pages say something else, and what."""

from queries.filters import NO_FILTERS
from tests.test_uploads_importing import put, small
from tests.test_uploads_importing import store as _store
from uploads.changed import Said, changes, said
from words.language import language

store = _store
SAY = language("en")


def now(union) -> dict[str, Said]:
    """Return what the pages that a Kano file touches say now."""
    return said(lambda view, options: view(NO_FILTERS, options, union.ask), "kano", SAY)


def many(answer: str, start: int, n: int = 40) -> bytes:
    return small(*(f"r{start + i},{answer}" for i in range(n)))


def test_more_answers_and_another_class_are_told(store) -> None:
    put(store, many("I like it,I am neutral", 0))
    before = now(store)
    put(store, many("I am neutral,I dislike it", 100, 200), known_survey="update")
    told = dict(changes(before, now(store), SAY))
    assert told["needs"].startswith("200 more. a is now «Must be in order».")
    assert set(told) == {"needs"}  # the catalogue has nothing to show, before and after


def test_what_stays_as_it_was_is_not_told(store) -> None:
    put(store, many("I like it,I am neutral", 0))
    same = now(store)
    assert changes(same, now(store), SAY) == []


def test_a_page_that_falls_silent_tells_nothing() -> None:
    then, after = {"gaps": Said("Before.", 10)}, {"gaps": Said()}
    assert changes(then, after, SAY) == []
