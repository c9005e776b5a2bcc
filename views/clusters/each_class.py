"""What is said of each class: how many, what they say, what became of them."""

import pandas as pd

from views.clusters.classes import Classes, letter
from views.clusters.means import standing_out
from views.clusters.outcomes import EVERYBODY, SCORE
from words.clusters import number_written
from words.language import Language


def title_of(found: Classes, one: int) -> str:
    """Return a class's letter and name: ``A · Prefers the phone``."""
    return f"{letter(one)} · {found.names[one]}"


def meaning(found: Classes, say: Language) -> tuple[str, ...]:
    """Return a sentence a class: how many, what they say, what became of them."""
    return tuple(_of_class(found, one, say) for one in found.visible)


def _of_class(found: Classes, one: int, say: Language) -> str:
    size = found.sizes.loc[one]
    text = say.say(
        "{title}: {n} people, {share} ({interval}).",
        title=title_of(found, one),
        n=say.number(int(size["n"])),
        share=say.share(size["share"]),
        interval=say.share_interval(size["low"], size["high"]),
    )
    phrases = found.phrases(one, say)
    also = [phrase for phrase in phrases if phrase.lower() not in found.names[one].lower()]
    said = [text, say.say("Also: {what}.", what=say.listed(also)) if also else ""]
    said += [
        _on_average(found, one, say),
        _left(found.outcomes, one, say),
        _recommends(found.outcomes, one, say),
    ]
    return " ".join(filter(None, said))


def _on_average(found: Classes, one: int, say: Language) -> str:
    """Say the numbers by which a class surely and clearly differs from everybody."""
    rows = standing_out(found.means[found.means["class"] == one])
    texts = [
        say.say(
            "{what} {mean} ({low}–{high}), everybody {overall}",
            what=found.survey.numbers[row.question],
            mean=number_written(say, row.mean, row.spread),
            low=number_written(say, row.low, row.spread),
            high=number_written(say, row.high, row.spread),
            overall=number_written(say, row.overall, row.spread),
        )
        for row in rows.itertuples()
    ]
    return say.say("On average: {what}.", what="; ".join(texts)) if texts else ""


def _left(outcomes: pd.DataFrame, one: int, say: Language) -> str:
    row = _outcome(outcomes, "gone", one)
    if row is None:
        return ""
    return say.say(
        "{share} of {n} have left since ({interval}).",
        share=say.share(row["value"]),
        n=say.number(int(row["n"])),
        interval=say.share_interval(row["low"], row["high"]),
    )


def _recommends(outcomes: pd.DataFrame, one: int, say: Language) -> str:
    row = _outcome(outcomes, SCORE, one)
    if row is None:
        return ""
    return say.say(
        "NPS {score} ({low} to {high}, n = {n}).",
        score=say.signed(round(row["value"])),
        low=say.signed(round(row["low"])),
        high=say.signed(round(row["high"])),
        n=say.number(int(row["n"])),
    )


def _outcome(outcomes: pd.DataFrame, name: str, one: int) -> pd.Series | None:
    rows = outcomes[(outcomes["outcome"] == name) & (outcomes["class"] == one)]
    return None if rows.empty or one == EVERYBODY else rows.iloc[0]
