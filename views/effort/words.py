"""The effort page in words: who comes first, how sure that is, what follows from it."""

import pandas as pd

from analysis.second_spell import HORIZON
from views.effort.options import Options
from views.effort.people import Reach
from views.effort.ranking import Ranking
from views.places import LIKELY, MOST, first_place, near, under_all_weights, what_changes
from views.view import Metric
from words.effort import CRITERIA as CRITERION
from words.effort import READINGS, WEIGHED
from words.language import Language


def finding(ranked: Ranking, names: dict[str, str], say: Language) -> str:
    """Say who comes first and who second, and how much of that is the weights."""
    first = first_place(ranked, names, WEIGHED, say)
    second = _second(ranked, names, say)
    return f"{first}; {second}." if second else f"{first}."


def _second(ranked: Ranking, names: dict[str, str], say: Language) -> str:
    if len(ranked.order) < 3 or ranked.chance_ahead(1) < LIKELY:
        return ""
    name = names[ranked.order[1]]
    chance = ranked.all_weights.ranks.loc[ranked.order[1], 2]
    if chance >= LIKELY:
        return say.say("«{second}» comes second", second=name)
    if ranked.second is None or (chance >= MOST and not near(ranked.second)):
        return say.say("«{second}» comes second with weights like these", second=name)
    return say.say(
        "second place depends on how much {criterion} counts",
        criterion=say.say(WEIGHED[ranked.second.swap.criterion]),
    )


def metrics(ranked: Ranking, whom: Reach, say: Language) -> tuple[Metric, ...]:
    """Return how many can be reached, and what history says of the group in first place."""
    figures, top = ranked.figures, ranked.order[0]
    found = [Metric(say.say("Left and can be reached"), say.number(whom.n), _others(whom, say))]
    share, value = figures.values.loc[top, "return"], figures.values.loc[top, "value"]
    if pd.notna(share):
        interval = say.share_interval(
            figures.low.loc[top, "return"], figures.high.loc[top, "return"], 1
        )
        beside = say.say(
            "{interval} · of {n} before them",
            interval=interval,
            n=say.number(figures.n.loc[top, "return"]),
        )
        name = say.say("First place: came back by themselves")
        found.append(Metric(name, say.share(share, 1), beside))
    if pd.notna(value):
        low, high = (table.loc[top, "value"] for table in (figures.low, figures.high))
        beside = say.say(
            "{low}–{high} · {n} who returned",
            low=say.number(low, -2),
            high=say.money(round(high, -2)),
            n=say.number(figures.n.loc[top, "value"]),
        )
        name = say.say("First place: fee of a return, {years} years", years=HORIZON // 12)
        found.append(Metric(name, say.money(round(value, -2)), beside))
    return tuple(found)


def _others(whom: Reach, say: Language) -> str:
    total = sum(whom.unreachable.values())
    return say.say("{n} more can't be", n=say.number(total)) if total else ""


def meaning(
    ranked: Ranking, other: list[str], whom: Reach, names: dict[str, str], options: Options
) -> tuple[str, ...]:
    """Return what follows: what would change it, size, readings, and where to be honest."""
    say = options.language
    sentences = (
        what_changes(ranked, names, CRITERION, say),
        under_all_weights(ranked, names, say),
        _largest(ranked, names, say),
        _readings(ranked, other, names, options),
        _honest(whom, options),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _largest(ranked: Ranking, names: dict[str, str], say: Language) -> str:
    largest = ranked.people.idxmax()
    if ranked.place(largest) == 1:
        return ""
    return say.say(
        "The largest group, «{group}» with {n} people, comes in place {place} of {places}.",
        group=names[largest],
        n=say.number(int(ranked.people[largest])),
        place=ranked.place(largest),
        places=len(ranked.order),
    )


def _readings(ranked: Ranking, other: list[str], names: dict[str, str], options: Options) -> str:
    """Say what the other reading would move most, or that it moves nothing."""
    say = options.language
    reading = "hard" if options.reading == "cause" else "cause"
    moves = {code: other.index(code) + 1 - ranked.place(code) for code in ranked.order}
    most = max(moves, key=lambda code: abs(moves[code]))
    if moves[most] == 0:
        return say.say(
            "Reading those pushed away by mistake as «{reading}» changes no place.",
            reading=say.say(READINGS[reading]).lower(),
        )
    return say.say(
        "Read those pushed away by mistake as «{reading}», and «{group}» goes from"
        " place {place} to {other}.",
        reading=say.say(READINGS[reading]).lower(),
        group=names[most],
        place=ranked.place(most),
        other=ranked.place(most) + moves[most],
    )


def _honest(whom: Reach, options: Options) -> str:
    say = options.language
    mended = int(whom.rows["fixable"].sum())
    if mended == whom.n or options.rows == "segment":
        return ""
    return say.say(
        "For {n} of {total} people ({share}) the reason is not known or can't be mended within a"
        " year: say so, and promise nothing that would disappoint again.",
        n=say.number(whom.n - mended),
        total=say.number(whom.n),
        share=say.share(1 - mended / whom.n),
    )
