"""How newer answers differ from those that saved classes were made of, in words, with doubt."""

import pandas as pd

from analysis.clusters import Drift
from analysis.clusters.drift import SOME
from analysis.clusters.number_drift import SOME_APART
from views.segments.options import Options
from views.segments.saved import Saved
from words.clusters import answer_label, number_written
from words.language import Language
from words.sentences import share_with_interval


def how_sure(moved: Drift, say: Language) -> str:
    """Say how sure people's class is, now and then."""
    return say.say(
        "People's mean share in their class is {now} in these answers ({interval}, n = {n}); when"
        " the classes were made it was {then}.",
        now=say.share(moved.certainty_now),
        interval=say.share_interval(moved.certainty_low, moved.certainty_high),
        n=say.number(int(moved.classes["n"].sum())),
        then=say.share(moved.certainty_then),
    )


def most_moved(found: Saved, moved: Drift, options: Options) -> tuple[str, ...]:
    """Name the question and the number that have moved most, where they have and may be told."""
    say, said = options.language, []
    questions = moved.questions[moved.questions["n"] >= options.limit]
    if len(questions) and questions["index"].iloc[0] >= SOME:
        said.append(_question(found, questions.iloc[0], say))
    numbers = moved.numbers[moved.numbers["n"] >= options.limit]
    if len(numbers) and abs(numbers["apart"].iloc[0]) >= SOME_APART:
        said.append(_number(found, numbers.iloc[0], say))
    return tuple(said)


def _question(found: Saved, first: pd.Series, say: Language) -> str:
    item = str(first.name)
    return say.say(
        "Most changed is «{question}»: «{answer}» was {then} of the answers and is {now}"
        " (n = {n}).",
        question=found.question(item, say),
        answer=answer_label(say, item, str(first["most"])),
        then=share_with_interval(say, first["then"], first["then_low"], first["then_high"]),
        now=share_with_interval(say, first["now"], first["low"], first["high"]),
        n=say.number(first["n"]),
    )


def _number(found: Saved, first: pd.Series, say: Language) -> str:
    written = {
        name: number_written(say, first[name], first["spread"])
        for name in ("then", "now", "low", "high")
    }
    return say.say(
        "Most changed of the numbers is «{number}»: it was {then} on average and is {now}"
        " ({low}–{high}, n = {n}).",
        number=found.question(str(first.name), say),
        n=say.number(first["n"]),
        **written,
    )
