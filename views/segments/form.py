"""The short typing form: the few best questions, who they put where, and the form as a file."""

from dataclasses import dataclass

import pandas as pd

from views.questionnaire import Options as Writing
from views.questionnaire import Questionnaire
from views.questionnaire.questions import Question, Section
from views.segments.saved import Saved
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
    typed = found.form.classify(pd.DataFrame([said], dtype=object))
    chances = typed.posterior[0]
    order = chances.argsort()[::-1]
    one = int(typed.labels[0])
    if one < 0:
        return Placed(-1, 0.0, -1, 0.0)
    second = int(order[1]) if len(order) > 1 else -1
    return Placed(one, float(chances[one]), second, float(chances[second]) if second >= 0 else 0.0)


def how_good(found: Saved, asked: int, language: Language) -> str:
    """Say how often so many questions put people where all their answers do."""
    if found.tried is None:
        return language.say(
            "How often the form is right was not tried on other people when these classes were"
            " saved; save them anew to see it."
        )
    right = found.tried.loc[asked]
    return language.say_n(
        "One question puts {share} ({interval}) of people where all their answers would; by"
        " guessing it would be {guess}. Tried on {people} people, by forms made without them.",
        "{n} questions put {share} ({interval}) of people where all their answers would; by"
        " guessing it would be {guess}. Tried on {people} people, by forms made without them.",
        asked,
        share=language.share(right["accuracy"]),
        interval=language.share_interval(right["low"], right["high"]),
        guess=language.share(found.guess),
        people=language.number(found.n),
    )


def how_tried(language: Language) -> str:
    """Say how the form is made and tried, and whom that is from."""
    return language.say(
        "Questions are chosen one by one, each the one that puts most people where all their"
        " answers put them; each answer then speaks for a class by how much more often its people"
        " give it (naive Bayes). A number is asked for in bands of about as many people each. To"
        " try that, people are drawn into five parts; questions and shares are taken from four,"
        " and the fifth is put in by them, each part in turn. People count by their survey weight,"
        " and of very many 20,000 are drawn. Sources: Stone (1974), J. R. Stat. Soc. B 36:111;"
        " Ambroise & McLachlan (2002), PNAS 99:6562; Wilson (1927)."
    )


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
