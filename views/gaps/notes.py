"""What the reader of the gaps should know: what was not asked, who is left out."""

import pandas as pd

from views.gaps.answers import Asked
from views.gaps.result import ValueGaps
from views.kano.words import named
from words.gaps import CAUSES
from words.language import Language

FEW = 50


def notes(frame: pd.DataFrame, found: ValueGaps, say: Language) -> tuple[str, ...]:
    """Say what the reader should know."""
    of = found.asked
    said = [
        _unknown_status(of, say),
        _no_awareness(frame, say),
        _left_out(frame, of, say),
        _few(frame, say),
        _causes(frame, say),
        _weights(frame, found, say),
        *found.groups.notes,
    ]
    return tuple(sentence for sentence in said if sentence)


def _weights(frame: pd.DataFrame, found: ValueGaps, say: Language) -> str:
    """Say what the weights change: where another loss would be the widest without them."""
    if found.unweighted is None:
        return ""
    labels = frame.set_index("item_id")["label"]
    weighted, plain = (
        followed.gaps["gap"].reindex(labels.index).fillna("")
        for followed in (found.chain, found.unweighted)
    )
    moved = labels[weighted != plain]
    if moved.empty:
        return say.say("Without weights the widest loss of every benefit would be the same.")
    return say.say(
        "Without weights the widest loss would be another for {names}.", names=named(moved, say)
    )


def _unknown_status(of: Asked, say: Language) -> str:
    if of.statuses:
        return ""
    return say.say(
        "This survey does not know who is still a member: everyone who answered is counted."
    )


def _no_awareness(frame: pd.DataFrame, say: Language) -> str:
    if frame["all_aware_n"].sum():
        return ""
    return say.say(
        "This survey did not ask who knows of each benefit, so what is lost for want of telling"
        " can't be seen."
    )


def _left_out(frame: pd.DataFrame, of: Asked, say: Language) -> str:
    missing = of.survey.items.drop(index=frame["item_id"])["label"]
    if missing.empty:
        return ""
    return say.say(
        "Too few said how important it is, so it is left out: {names}.",
        names=named(missing, say),
    )


def _few(frame: pd.DataFrame, say: Language) -> str:
    """Say where the steps after need rest on few."""
    few = frame.loc[frame["used_n"].between(1, FEW - 1), "label"]
    if few.empty:
        return ""
    return say.say(
        "Under {few} answers on whether they got it, so what came of it is a hint: {names}.",
        few=say.number(FEW),
        names=named(few, say),
    )


def _causes(frame: pd.DataFrame, say: Language) -> str:
    if not frame["kind"].isin(CAUSES).any():
        return ""
    return say.say(
        "What the union stands for, solidarity and political work, is rated here and never priced."
    )
