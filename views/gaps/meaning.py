"""What follows from the gaps: how groups differ, the hardest step, what comes next."""

import pandas as pd

from views.gaps.answers import Asked
from views.gaps.groups import Groups
from views.gaps.groups_words import group_sentences
from views.gaps.options import Options
from views.gaps.plane_words import best_score, over_served
from views.gaps.words import about, hardest, loss
from views.kano.words import in_sentence
from words.gaps import lost_label, whom
from words.language import Language

MOST_SENTENCES = 3


def meaning(frame: pd.DataFrame, groups: Groups, of: Asked, options: Options) -> tuple[str, ...]:
    """Say what follows, at most three sentences, each with its n."""
    say = options.language
    of_groups = group_sentences(groups, frame, of, say)
    of_steps = [_hardest(frame, say), _next(frame, say)]
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


def _hardest(frame: pd.DataFrame, say: Language) -> str:
    row = hardest(frame)
    if row is None:
        return ""
    facts = {
        "benefit": in_sentence(row["label"]),
        "share": say.share(row["hard_share"]),
        "interval": say.share_interval(row["hard_share_low"], row["hard_share_high"]),
        "n": say.number(row["hard_n"]),
    }
    if row["hard"] == "access":
        return say.say(
            "Hardest to get: {benefit}. Of those who needed it, {share} did not get it"
            " ({interval}, n = {n}).",
            **facts,
        )
    if row["hard"] == "advice":
        return say.say(
            "Help that fails most often: {benefit}. Of those who got it, {share} were not"
            " helped or not satisfied ({interval}, n = {n}).",
            **facts,
        )
    return say.say(
        "Disappoints most often: {benefit}. Of those who have it and find it important, {share}"
        " are not satisfied ({interval}, n = {n}).",
        **facts,
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
