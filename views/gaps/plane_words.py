"""Opportunity scores and the importance–satisfaction map, in words."""

import pandas as pd

from views.kano.words import in_sentence, named
from words.language import Language

LEAST_TO_COMPARE = 2


def score_finding(frame: pd.DataFrame, say: Language) -> str:
    """Say which benefit has the largest opportunity score, and why."""
    scored = frame.dropna(subset="score").sort_values("score", ascending=False)
    if scored.empty:
        return say.say("No benefit has an opportunity score: nobody said how satisfied they are.")
    first = scored.iloc[0]
    text = say.say(
        "{benefit} is the largest opportunity: important to {important}, and {satisfied} of"
        " those who rated it are satisfied.",
        benefit=first["label"],
        important=say.share(first["important"]),
        satisfied=say.share(first["rated_satisfied"]),
    )
    close = scored.iloc[1:]
    close = close.loc[close["score_high"] >= first["score_low"], "label"]
    if close.empty:
        return text
    doubt = say.say("Too close to call against {benefits}.", benefits=named(close, say))
    return f"{text} {doubt}"


def map_finding(frame: pd.DataFrame, say: Language) -> str:
    """Say what is important and satisfies too little, by the chosen crosshair."""
    if frame["satisfaction_mean"].notna().sum() < LEAST_TO_COMPARE:
        return say.say("Too few benefits were rated for satisfaction to hold them against others.")
    rows = frame[frame["quadrant"] == "concentrate_here"].sort_values(
        "distance", ascending=False, kind="stable"
    )
    if rows.empty:
        return say.say("Nothing that is important falls short in satisfaction by this measure.")
    return say.say(
        "Important, and less satisfying than it should be: {benefits}.",
        benefits=named(rows["label"], say),
    )


def best_score(frame: pd.DataFrame, say: Language) -> str:
    """Say which benefit has the largest opportunity score, with interval and n."""
    scored = frame["score"].dropna()
    if scored.empty:
        return ""
    row = frame.loc[scored.idxmax()]
    return say.say(
        "The largest opportunity score is that of {benefit}: {score} of 20 ({low}–{high},"
        " n = {n}).",
        benefit=in_sentence(row["label"]),
        score=say.number(row["score"], 1),
        low=say.number(row["score_low"], 1),
        high=say.number(row["score_high"], 1),
        n=say.number(min(row["important_n"], row["rated_n"])),
    )


def over_served(frame: pd.DataFrame, say: Language) -> str:
    """Name what satisfies its users more than it matters, and say what that does not mean."""
    rows = frame[frame["band"] == "over_served"]
    if rows.empty:
        return ""
    return say.say(
        "Over-served by the score: {benefits}. They satisfy those who use them more than they"
        " matter to all (n = {n} and more), which says nothing of those who don't know of them.",
        benefits=named(rows.sort_values("score")["label"], say),
        n=say.number(rows["rated_n"].min()),
    )
