"""What follows from the gaps: how groups differ, what is lost later, what comes next."""

import pandas as pd

from analysis.value.chain import FINE_TO
from views.gaps.answers import Asked
from views.gaps.groups import Groups
from views.gaps.groups_words import group_sentences
from views.gaps.options import Options
from views.gaps.plane_words import best_score, over_served
from views.gaps.words import about, loss
from views.kano.words import in_sentence
from words.gaps import LATER, lost_label, whom
from words.language import Language

MOST_SENTENCES = 3


def meaning(frame: pd.DataFrame, groups: Groups, of: Asked, options: Options) -> tuple[str, ...]:
    """Say what follows, at most three sentences, each with its n."""
    say = options.language
    of_groups = group_sentences(groups, frame, of, say)
    of_steps = [_later(frame, say), _next(frame, say)]
    of_scores = [best_score(frame, say)]
    if options.picture == "chain":
        said = [*of_groups, *of_steps, *of_scores]
    else:
        said = [*of_groups, over_served(frame, say), _widest(frame, of, say), *of_steps]
    return tuple(sentence for sentence in said if sentence)[:MOST_SENTENCES]


def _widest(frame: pd.DataFrame, of: Asked, say: Language) -> str:
    first = frame.iloc[0]
    if pd.isna(first["gap"]) or first["gap"] == "fine":
        return ""
    return loss(first, whom(say, of.who), say)


def _later(frame: pd.DataFrame, say: Language) -> str:
    """Name the benefits that lose people after they know of them, by what it takes to mend it.

    The widest loss in members is often that of awareness, since everybody can lack it; what fails
    the few who needed help would never be said.
    """
    surely = frame[(frame["hard_share_low"] > FINE_TO) & (frame["gap"] != frame["hard"])]
    if surely.empty:
        return ""
    surely = surely.sort_values("hard_share_low", ascending=False, kind="stable")
    parts = [
        say.say(text, benefits=say.listed([in_sentence(label) for label in rows["label"]]))
        for gap, text in LATER.items()
        if len(rows := surely[surely["hard"] == gap])
    ]
    return say.say(
        "Of those who know of it, surely more than one in ten are lost later: {parts} (n = {low}"
        " to {high}).",
        parts="; ".join(parts),
        low=say.number(surely["hard_n"].min()),
        high=say.number(surely["hard_n"].max()),
    )


def _next(frame: pd.DataFrame, say: Language) -> str:
    rows = frame.iloc[1:3]
    rows = rows[rows["gap"].notna() & (rows["gap"] != "fine")]
    if rows.empty:
        return ""
    names = [
        say.say(
            "{benefit} ({lost}, n = {n})",
            benefit=in_sentence(row["label"]),
            lost=lost_label(say, row["at"], about(row["lost"], say), unmet=bool(row["unmet"])),
            n=say.number(row["n_at"]),
        )
        for _, row in rows.iterrows()
    ]
    return say.say("Next come {benefits}.", benefits=say.listed(names))
