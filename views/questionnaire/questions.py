"""The questions themselves, section by section."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.designs import Design
from words import questionnaire as words
from words.labels import LABELS
from words.language import N_, Language

if TYPE_CHECKING:
    from views.questionnaire import Options

Answers = tuple[tuple[str, str], ...]
NOT_AT_ALL, VERY = N_("not at all"), N_("very")


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes
    ----------
    code : str
        The column that its answers come back in.
    text : str
    answers : tuple of (code, text)
    """

    code: str
    text: str
    answers: Answers


@dataclass(frozen=True)
class Section:
    """Questions that belong together.

    Attributes
    ----------
    code, heading : str
    questions : tuple of Question
    item_id : str
        The benefit that they are about; empty where they are about none.
    versions : tuple of int
        Those that ask it, counted from 1; empty for all.
    last : bool
        Whether it comes after the benefits.
    """

    code: str
    heading: str
    questions: tuple[Question, ...]
    item_id: str = ""
    versions: tuple[int, ...] = ()
    last: bool = False


def sections(
    options: "Options", labels: pd.Series, spread: Design | None, sets: Design | None
) -> tuple[Section, ...]:
    """Return everything that a questionnaire asks, in order."""
    made = [_background(options.language)]
    if spread is not None:
        made += [_benefit(item, label, options, spread) for item, label in labels.items()]
    if sets is not None:
        made += [_choice(sets, number, options) for number in range(1, len(sets.versions) + 1)]
    return tuple(made)


def _background(language: Language) -> Section:
    say = language.say
    status = (("active", say("I am a member")), ("former", say("I have been a member")))
    ages = tuple((code, say(text)) for code, text in LABELS["age_band"].items())
    return Section(
        "B",
        say("About you"),
        (Question("status", say("Are you a member?"), status),
         Question("age_band", say("How old are you?"), ages)),
    )  # fmt: skip


def _benefit(item: str, label: str, options: "Options", spread: Design) -> Section:
    code = spread.column(item)
    questions: list[Question] = []
    if "kano" in options.parts:
        # Where the value questions ask it too, importance is asked once.
        questions += _kano(code, label, options.language)[: 2 if "value" in options.parts else 3]
    if "value" in options.parts:
        questions += _value(code, label, options.language)
    everybody = len(spread.versions) == 1
    versions = () if everybody else spread.versions_of(item)
    return Section(code, label, tuple(questions), item, versions)


def _kano(code: str, label: str, language: Language) -> list[Question]:
    offered = [
        *enumerate(words.OFFERED[language.code], 1),
        (99, words.DONT_KNOW[language.code]),
    ]
    answers = tuple((str(number), text) for number, text in offered)
    asked = (
        ("functional", words.FUNCTIONAL, answers),
        ("dysfunctional", words.DYSFUNCTIONAL, answers),
        ("importance", words.IMPORTANCE, words.scale(language, 9, NOT_AT_ALL, VERY)),
    )
    return _asked(code, label, asked, language)


def _value(code: str, label: str, language: Language) -> list[Question]:
    yes_no, five = words.yes_no(language), words.scale(language, 5, NOT_AT_ALL, VERY)
    asked = (
        ("importance", words.IMPORTANCE, five),
        ("aware", words.AWARE, yes_no),
        ("needed", words.NEEDED, yes_no),
        ("used", words.USED, yes_no),
        ("solved", words.SOLVED, yes_no),
        ("satisfaction", words.SATISFACTION, five),
    )
    return _asked(code, label, asked, language)


def _asked(code: str, label: str, asked: tuple, language: Language) -> list[Question]:
    return [
        Question(f"{code}_{name}", language.say(text, benefit=label), answers)
        for name, text, answers in asked
    ]


def _choice(sets: Design, number: int, options: "Options") -> Section:
    language = options.language
    answers = tuple(
        (str(sets.items.index(value) + 1), words.value_label(language, value))
        for value in sets.asked(number)
    )
    return Section(
        f"W{number:02d}",
        language.say("Choice {n} of {all}", n=language.number(number),
                     all=language.number(len(sets.versions))),
        (Question(f"W{number:02d}_best", language.say(words.BEST), answers),
         Question(f"W{number:02d}_worst", language.say(words.WORST), answers)),
        last=True,
    )  # fmt: skip
