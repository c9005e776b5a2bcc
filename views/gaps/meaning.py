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

MOST_SENTENCES = 4


def meaning(frame: pd.DataFrame, groups: Groups, of: Asked, options: Options) -> tuple[str, ...]:
    """Say what follows, at most four sentences, each with its n."""
    say = options.language
    of_groups = group_sentences(groups, frame, of, say)
    of_steps = [_next(frame, say), *_later(frame, say)]
    if options.picture == "chain":
        said = [*of_groups, *of_steps]
    else:
        said = [*of_groups, best_score(frame, say), over_served(frame, say),
                _widest(frame, of, say)]  # fmt: skip
    return tuple(sentence for sentence in said if sentence)[:MOST_SENTENCES]


def _widest(frame: pd.DataFrame, of: Asked, say: Language) -> str:
    first = frame.iloc[0]
    if pd.isna(first["gap"]) or first["gap"] == "fine":
        return ""
    return loss(first, whom(say, of.who), say)


def _later(frame: pd.DataFrame, say: Language) -> list[str]:
    """Name the benefits that lose people after they know of them, by what it takes to mend it.

    The widest loss in members is often that of awareness, since everybody can lack it; what fails
    the few who needed help would never be said.
    """
    surely = frame[(frame["hard_share_low"] > FINE_TO) & (frame["gap"] != frame["hard"])]
    surely = surely.sort_values("hard_share_low", ascending=False, kind="stable")
    return [
        say.say(
            text,
            benefits=say.listed([in_sentence(label) for label in rows["label"]]),
            n=say.number(rows["hard_n"].min()),
        )
        for gap, text in LATER.items()
        if len(rows := surely[surely["hard"] == gap])
    ]


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
