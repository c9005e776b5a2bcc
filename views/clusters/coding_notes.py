"""What coding did to the answers, in sentences: what was left out, put together, left blank."""

from analysis.clusters.solution import MIXED
from views.clusters.classes import Classes
from views.clusters.survey import Survey
from words.clusters import KNOWN_NUMBERS
from words.language import Language

# A question that so many left unanswered is named.
NOTICEABLE = 0.10
MOST_NAMED = 4


def coding_notes(found: Classes, say: Language) -> tuple[str, ...]:
    """Return a sentence for each thing that a reader may want to know of the coding."""
    said = (
        _left_blank(found.survey, say),
        *_constant(found, say),
        _grouped(found, say),
        _kept_out(found.survey, say),
        _unread(found.survey, say),
        *_of_numbers(found, say),
    )
    return tuple(sentence for sentence in said if sentence)


def quoted(labels: list[str], say: Language) -> str:
    """List names of questions, at most four of them."""
    names = [f"«{label}»" for label in labels[:MOST_NAMED]]
    if len(labels) > MOST_NAMED:
        names.append(say.say("{n} more", n=say.number(len(labels) - MOST_NAMED)))
    return say.listed(names)


def _left_blank(asked: Survey, say: Language) -> str:
    """Name the questions that many left blank; where there are none, the one left most often."""
    shares = asked.left_blank[asked.left_blank < 1].sort_values(ascending=False, kind="stable")
    if shares.empty or shares.iloc[0] == 0:
        return ""
    labels = asked.questions["label"]
    many = shares[shares >= NOTICEABLE]
    if many.empty:
        return say.say(
            "Few gave no answer: at most {share}, to «{question}».",
            share=say.share(shares.iloc[0]),
            question=labels[shares.index[0]],
        )
    texts = [f"«{labels[item]}» ({say.share(share)})" for item, share in many.items()]
    if len(texts) > MOST_NAMED:
        texts = [*texts[:MOST_NAMED], say.say("{n} more", n=say.number(len(texts) - MOST_NAMED))]
    return say.say(
        "Many gave no answer to {questions}; every question's share is among the answers below.",
        questions=say.listed(texts),
    )


def _constant(found: Classes, say: Language) -> tuple[str, ...]:
    """Name what was left out because it tells nobody apart."""
    asked = found.survey
    columns = _facts(found, "constant_questions")
    labels = dict(asked.questions["label"]) | asked.numbers
    empty = [labels[one] for one in columns if asked.answers[one].isna().all()]
    alike = [labels[one] for one in columns if not asked.answers[one].isna().all()]
    unanswered, same = quoted(empty, say), quoted(alike, say)
    said = (
        say.say_n(
            "Nobody answered {questions}; it is left out.",
            "Nobody answered {questions}; they are left out.",
            len(empty),
            questions=unanswered,
        ),
        say.say_n(
            "Everybody has the same in {questions}; it tells nobody apart and is left out.",
            "Everybody has the same in {questions}; they tell nobody apart and are left out.",
            len(alike),
            questions=same,
        ),
    )
    return tuple(text for text, there in zip(said, (empty, alike), strict=True) if there)


def _grouped(found: Classes, say: Language) -> str:
    items = _facts(found, "levels_grouped")
    if not items:
        return ""
    labels = found.survey.questions["label"]
    return say.say(
        "So many different answers were given to {questions} that the rarest count as one.",
        questions=quoted([labels[item] for item in items], say),
    )


def _kept_out(asked: Survey, say: Language) -> str:
    if not asked.kept_out:
        return ""
    questions = quoted(list(asked.kept_out.values()), say)
    if asked.method not in MIXED:
        return say.say(
            "Answered by numbers, and so without a part in this: {questions}.", questions=questions
        )
    return say.say(
        "Answered by numbers, and without a part in this until chosen under «{numbers}»:"
        " {questions}.",
        numbers=say.say("Numbers"),
        questions=questions,
    )


def _unread(asked: Survey, say: Language) -> str:
    if not asked.unread:
        return ""
    texts = [f"«{asked.numbers[one]}» ({say.number(n)})" for one, n in asked.unread.items()]
    return say.say(
        "Some answers are no numbers and count as missing: {questions}.",
        questions=say.listed(texts),
    )


def _of_numbers(found: Classes, say: Language) -> tuple[str, ...]:
    """Say what became of the numbers, and of how many they are known."""
    asked = found.survey
    if not found.numbers:
        return ()
    texts = [
        f"«{label}» ({say.share(asked.answers[one].notna().mean())})"
        for one, label in found.numbers.items()
    ]
    return (
        say.say(
            "Numbers were standardised first, so that none counts for more because its unit is"
            " small. They are known of this share of those who are classified: {numbers}. A mean"
            " is in full colour where it lies one spread from everybody's.",
            numbers=say.listed(texts),
        ),
        say.say("What is known of members is as it was on the day they answered.")
        if set(found.numbers) & set(KNOWN_NUMBERS)
        else "",
    )


def _facts(found: Classes, code: str) -> list[str]:
    """Return the questions that a problem of the coding is about."""
    return [
        item
        for problem in found.solution.problems
        if problem.code == code
        for item in problem.facts["questions"]
    ]
