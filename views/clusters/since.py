"""What has changed since classes were kept, in words: answers, and who is in the same class."""

import math

from views.clusters.kept_solutions import KeptSolution
from views.clusters.options import Options
from views.clusters.sameness import Answers, Moved
from words.language import Language


def as_kept(one: KeptSolution, say: Language) -> str:
    """Say that the classes are kept ones."""
    return say.say(
        "These are the classes of «{name}» as they were kept {day}: people are put into them by"
        " what they answer now, and nothing is made anew.",
        name=one.name,
        day=say.day(one.created_at),
    )


def since(answers: Answers | None, options: Options) -> str:
    """Say how the answers differ from those of then."""
    say, limit = options.language, options.limit
    if answers is None:
        return say.say(
            "The answers are not as they were. What differs can't be said: the answers of then"
            " can't be brought back to the last one."
        )
    parts = []
    if answers.new:
        parts.append(say.say("new: {people}", people=_few(answers.new, limit, say)))
    if answers.gone:
        parts.append(say.say("gone: {people}", people=_few(answers.gone, limit, say)))
    if answers.people:
        people = _few(answers.people, limit, say)
        few = answers.people < limit
        text = (
            say.say("with another answer: {people}", people=people)
            if few
            else say.say(
                "with another answer: {people}, {answers} answers in all",
                people=people,
                answers=say.number(answers.answers),
            )
        )
        parts.append(text)
    if parts:
        return say.say("The answers have changed since – {changes}.", changes="; ".join(parts))
    if answers.weights:
        return say.say("People answer as they did; what their answers weigh has changed.")
    return say.say("People answer as they did; the order of the questions has changed.")


def together(now: Moved | None, options: Options) -> tuple[str, ...]:
    """Say how many people are in the same class as then."""
    say, limit = options.language, options.limit
    if now is None or now.both < limit:
        return (say.say("Too few people answered both then and now to compare the classes."),)
    facts = {"n": say.number(now.both)}
    out = now.both - now.same
    if not out:
        text = say.say("All {n} people who are in both are together as they were.", **facts)
    elif out < limit:
        text = say.say(
            "Of the {n} people who are in both, all but fewer than {limit} are in the same class.",
            limit=say.number(limit),
            **facts,
        )
    else:
        text = say.say(
            "Of the {n} people who are in both, {share} are in the same class.",
            share=say.share(math.floor(100 * now.same / now.both) / 100),
            **facts,
        )
    if not now.by_model:
        return (text,)
    how = say.say(
        "Their earlier class is where the kept classes put them; that can differ from then for a"
        " few people."
    )
    return (text, how)


def _few(n: int, limit: int, say: Language) -> str:
    """Write how many people; of few, only that they are."""
    if n < limit:
        return say.say("fewer than {limit} people", limit=say.number(limit))
    return say.say_n("One person", "{n} people", n)
