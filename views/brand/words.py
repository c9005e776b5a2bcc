"""The values in words: what comes first, and whether messages say it."""

import pandas as pd

from views.view import Metric
from words.language import Language


def finding(frame: pd.DataFrame, messages: pd.DataFrame, language: Language) -> str:
    """Name what matters most, and how many messages carry it."""
    first = frame.iloc[0]
    if messages.empty:
        return language.say(
            "{value} matters most: {share} would put it first.",
            value=first["label"],
            share=language.share(first["share"]),
        )
    return language.say_n(
        "{value} matters most: {share} would put it first; {carried} of {n} message carries it.",
        "{value} matters most: {share} would put it first; {carried} of {n} messages carry it.",
        len(messages),
        value=first["label"],
        share=language.share(first["share"]),
        carried=language.number(first["messages"]),
    )


def metrics(frame: pd.DataFrame, messages: pd.DataFrame, language: Language) -> tuple[Metric, ...]:
    """Return the two values that come first, and how many messages carry any."""
    figures = [
        Metric(
            str(row.label),
            language.share(row.share),
            language.share_interval(row.share_low, row.share_high),
        )
        for row in frame.head(2).itertuples()
    ]
    if len(messages):
        carried = int(messages["brand_value"].isin(frame["item_id"]).sum())
        of_all = language.say("{part} of {all}", part=language.number(carried),
                              all=language.number(len(messages)))  # fmt: skip
        figures.append(Metric(language.say("Messages that carry a value"), of_all))
    return tuple(figures)


def meaning(frame: pd.DataFrame, messages: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """Say whether the first is sure, what goes unsaid, and what is said and matters less."""
    said = (
        _first(frame, language),
        _unsaid(frame, language) if len(messages) else "",
        _oversaid(frame, language) if len(messages) else "",
    )
    return tuple(sentence for sentence in said if sentence)


def _first(frame: pd.DataFrame, language: Language) -> str:
    if len(frame) < 2:
        return ""
    one, two = frame.iloc[0], frame.iloc[1]
    facts = {
        "one": one["label"],
        "other": two["label"],
        "interval": language.share_interval(one["share_low"], one["share_high"]),
        "next": language.share_interval(two["share_low"], two["share_high"]),
    }
    if one["share_low"] > two["share_high"]:
        return language.say("{one} ({interval}) surely comes before {other} ({next}).", **facts)
    return language.say(
        "Whether {one} ({interval}) or {other} ({next}) comes first is too close to call.", **facts
    )


def _unsaid(frame: pd.DataFrame, language: Language) -> str:
    """Name the value that matters most of those that no message carries."""
    silent = frame[frame["messages"] == 0]
    if silent.empty:
        return language.say("Every value is carried by at least one message.")
    row = silent.iloc[0]
    return language.say(
        "{value} is number {place} to members ({share}), and no message carries it.",
        value=row["label"],
        place=language.number(int(row.name) + 1),
        share=language.share(row["share"]),
    )


def _oversaid(frame: pd.DataFrame, language: Language) -> str:
    """Name the value in the lower half that messages carry all the same."""
    low = frame.iloc[(len(frame) + 1) // 2 :]
    said = low[low["messages"] > 0]
    if said.empty:
        return ""
    row = said.iloc[-1]
    return language.say_n(
        "{value} is number {place} of {all} to members, and {n} message carries it.",
        "{value} is number {place} of {all} to members, and {n} messages carry it.",
        int(row["messages"]),
        value=row["label"],
        place=language.number(int(row.name) + 1),
        all=language.number(len(frame)),
    )
