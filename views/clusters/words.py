"""The classes in words: the finding, key figures, and what the outcomes' colours mean."""

import pandas as pd

from views.clusters.classes import Classes, soft
from views.clusters.outcomes import FEE, OUTCOMES, not_made_from
from views.scope import Scope
from views.view import Metric
from words.clusters import capital, more, outcome_label, proportion
from words.language import Language

# Outcomes that a finding may speak of, the weightiest first.
TOLD = ("gone", "considered")
# From here on "so many times as many" is worth saying.
CLEARLY_MORE = 1.3
# A class whose share in the filter is this many times its share of everybody stands out.
STANDS_OUT = 1.15


def finding(found: Classes, scope: Scope, say: Language) -> str:
    """Say who they are in one sentence."""
    if scope.filters.active():
        return _within(found, say)
    largest = _part(found, found.visible[0], say)
    risk = _most_at_risk(found.outcomes)
    if risk is None:
        smallest = _part(found, found.visible[-1], say)
        return capital(say.say("{largest}; {smallest}.", largest=largest, smallest=smallest))
    one, outcome, ratio = risk
    parts = [largest] if one == found.visible[0] else [largest, _part(found, one, say)]
    facts = {"classes": "; ".join(parts), "more": more(say, ratio)}
    text = {
        "gone": say.say("{classes}, and {more} of them have left since they answered.", **facts),
        "considered": say.say("{classes}, and {more} of them have considered leaving.", **facts),
    }
    return capital(text[outcome])


def metrics(found: Classes, scope: Scope, say: Language) -> tuple[Metric, ...]:
    """Return the key figures: who is classed, the largest class, how clear the borders are."""
    sizes = found.sizes[found.sizes["visible"]]
    largest = sizes["share"].idxmax()
    classed, asked = len(found.inside), scope.n
    borders = say.say("Soft") if soft(found) else say.say("Clear")
    return (
        Metric(
            say.say("Respondents classified"),
            say.number(classed),
            say.say("of {n} ({share})", n=say.number(asked), share=say.share(classed / asked)),
        ),
        Metric(
            say.say("Largest class"),
            say.share(sizes.at[largest, "share"]),
            say.share_interval(sizes.at[largest, "low"], sizes.at[largest, "high"]),
        ),
        Metric(
            say.say("Borders between classes"),
            borders,
            say.say("many answer nearly as the next class does")
            if soft(found)
            else say.say("most answer as their own class does"),
        ),
    )


def outcomes_explained(found: Classes, say: Language) -> str:
    """Say whom the outcomes that are there speak of, and what their colours mean."""
    there = set(found.outcomes["outcome"])
    said = {
        FEE: say.say(
            "The fee is the union's part, on average, of those who are members now and known."
        ),
        "back": say.say(
            "Come back has who is in a second membership or a later one, or has been; the share is"
            " of all who are known as members or former members."
        ),
    }
    colours = say.say(
        "In colour: surely another than the other classes together. Dotted: everybody."
    )
    spent = [name for name in OUTCOMES if name not in not_made_from(found.numbers)]
    helped = say.say(
        "Not shown, as a number that helped to make the classes speaks of it: {what}.",
        what=say.listed([f"«{outcome_label(say, name)}»" for name in spent]),
    )
    texts = [*(text for name, text in said.items() if name in there), colours]
    return " ".join([*texts, helped] if spent else texts)


def _part(found: Classes, one: int, say: Language) -> str:
    share = found.sizes.at[one, "share"]
    return f"{proportion(say, share)} «{found.names[one]}»"


def _within(found: Classes, say: Language) -> str:
    """Say which class the filter's people are in more often than everybody."""
    sizes = found.sizes[found.sizes["visible"]]
    n = len(found.inside)
    lift = sizes["share"] / sizes["overall"]
    sure = lift[(sizes["low"] > sizes["overall"]) & (lift >= STANDS_OUT)]
    facts = {"n": say.number(n)}
    if sure.empty:
        one = sizes["share"].idxmax()
        return say.say(
            "These {n} people spread over the classes much as everybody does; {largest}.",
            largest=_part(found, one, say),
            **facts,
        )
    one = sure.idxmax()
    return say.say(
        "Of these {n} people {part}, against {overall} of all who answered.",
        part=_part(found, one, say),
        overall=say.share(sizes.at[one, "overall"]),
        **facts,
    )


def _most_at_risk(outcomes: pd.DataFrame) -> tuple[int, str, float] | None:
    """Find the class of which surely and clearly more have left, or have thought of it."""
    for outcome in TOLD:
        rows = outcomes[(outcomes["outcome"] == outcome) & outcomes["differs"]]
        rows = rows[rows["times"] >= CLEARLY_MORE]
        if len(rows):
            worst = rows.loc[rows["times"].idxmax()]
            return int(worst["class"]), outcome, float(worst["times"])
    return None
