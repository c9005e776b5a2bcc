"""Words: every sentence has its translation, with the same facts in it."""

import string
from datetime import date

import pytest
from babel.messages.pofile import read_po

from words.collect import template
from words.language import CATALOGUES, LOCALES, NAMES, language

WHOLE = ("da", "nb", "nl")


def catalogue(code: str):
    with (CATALOGUES / f"{code}.po").open("rb") as source:
        return read_po(source, locale=LOCALES[code])


def texts(message) -> tuple[list[str], list[str]]:
    """The English and the translated forms of a message, singular and plural."""
    ids = list(message.id) if message.pluralizable else [message.id]
    strings = list(message.string) if message.pluralizable else [message.string]
    return ids, strings


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", [code for code in NAMES if code != "en"])
def test_a_catalogue_holds_every_text_of_the_code(code: str) -> None:
    known = {message.id for message in catalogue(code) if message.id}
    assert {message.id for message in template() if message.id} == known


@pytest.mark.parametrize("code", WHOLE)
def test_a_whole_language_leaves_nothing_in_english(code: str) -> None:
    missing = [m.id for m in catalogue(code) if m.id and not all(texts(m)[1])]
    assert missing == []


@pytest.mark.parametrize("code", [code for code in NAMES if code != "en"])
def test_a_translation_keeps_the_facts_of_its_sentence(code: str) -> None:
    for message in catalogue(code):
        ids, strings = texts(message)
        for english, translated in zip(ids, strings, strict=True):
            if english and translated:  # the singular may say "one" instead of {n}
                assert facts(translated) | {"n"} == facts(english) | {"n"}, message.id


@pytest.mark.parametrize(
    ("code", "number", "share", "money", "day"),
    [
        ("en", "19,204", "38%", "40,000 DKK", "31 Oct 2026"),
        ("da", "19.204", "38 %", "40.000 kr.", "31 okt. 2026"),
        ("nl", "19.204", "38 %", "40.000 DKK", "31 okt 2026"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(code, number, share, money, day) -> None:
    say = language(code)
    written = (say.number(19204), say.share(0.38), say.money(40000), say.day(date(2026, 10, 31)))
    assert tuple(text.replace("\u00a0", " ") for text in written) == (number, share, money, day)


@pytest.mark.parametrize(("value", "text"), [(5, "+5"), (-212, "−212"), (0, "±0"), (-0.3, "±0")])
def test_a_change_is_written_with_its_sign(value: float, text: str) -> None:
    assert language("en").signed(value) == text


def test_an_unknown_language_is_english() -> None:
    assert language("xx").code == "en"
    assert language(None).code == "en"
