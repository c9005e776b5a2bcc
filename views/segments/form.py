"""The short typing form: the few best questions, who they put where, and the form as a file."""

from dataclasses import dataclass

import pandas as pd

from views.questionnaire import Options as Writing
from views.questionnaire import Questionnaire
from views.questionnaire.questions import Question, Section
from views.segments.saved import Saved
from words.clusters import number_label
from words.language import Language

FEWEST, MOST = 3, 6


@dataclass(frozen=True)
class Placed:
    """Where a person's answers put them.

    Attributes
    ----------
    one : int
        The class; −1 when nothing was answered.
    chance : float
        How sure that is, 0 to 1.
    next_one : int
        The class that comes second; −1 for none.
    next_chance : float
    """

    one: int
    chance: float
    next_one: int
    next_chance: float


def numbers_asked(found: Saved) -> list[int]:
    """Return how many questions a form may have: three to six, as far as there are so many."""
    most = len(found.short)
    return list(range(min(FEWEST, most), min(MOST, most) + 1))


def place(found: Saved, said: dict[str, str]) -> Placed:
    """Put one person into a class by what they said: answers' codes by question."""
    typed = found.model.classify(pd.DataFrame([said], dtype=object))
    chances = typed.posterior[0]
    order = chances.argsort()[::-1]
    one = int(typed.labels[0])
    if one < 0:
        return Placed(-1, 0.0, -1, 0.0)
    second = int(order[1]) if len(order) > 1 else -1
    return Placed(one, float(chances[one]), second, float(chances[second]) if second >= 0 else 0.0)


def how_good(found: Saved, asked: int, language: Language) -> str:
    """Say how often so many questions put people where all their answers do."""
    text = language.say_n(
        "One question puts {share} of people where all their answers would; by guessing it would"
        " be {guess}.",
        "{n} questions put {share} of people where all their answers would; by guessing it would"
        " be {guess}.",
        asked,
        share=language.share(found.accuracy[asked - 1]),
        guess=language.share(found.guess),
    )
    if not found.numbers:
        return text
    labels = [number_label(language, one, found.question(one, language)) for one in found.numbers]
    numbers = language.say(
        "The classes were made from numbers too ({numbers}); the form asks for answers only.",
        numbers=language.listed([f"«{label}»" for label in labels]),
    )
    return f"{text} {numbers}"


def questionnaire(found: Saved, asked: int, language: Language) -> Questionnaire:
    """Return the form as a questionnaire, ready to be written in any layout.

    Its questions and answers are called as in the survey that made the classes, so that what
    comes back is recognised.
    """
    questions = tuple(
        Question(item, found.question(item, language), tuple(found.answers(item, language).items()))
        for item in found.short[:asked]
    )
    section = Section("T", language.say("About you and the union"), questions)
    return Questionnaire(Writing(language), "", (section,), None, None, pd.Series(dtype=object))
