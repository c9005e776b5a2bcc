"""The value picture in words: what stands ready and is unknown leads; what is used never does."""

import pandas as pd

from views.gaps.words import about
from views.kano.words import in_sentence
from views.view import Metric
from views.worth.figures import Worth
from views.worth.options import DEDUCTIBLE, Options
from words.gaps import CAUSES, whom
from words.language import Language

CLEAR_UNKNOWN = 0.2  # what a fifth or fewer don't know is known


def finding(rows: pd.DataFrame, found: Worth, say: Language) -> str:
    """Say what stands ready and is least known; else what stands ready."""
    priced = rows[rows["insured"].notna()]
    if priced.empty and found.any_price:
        return say.say("What stands ready can't be told: too few were asked what they needed.")
    if priced.empty:
        return say.say("Nothing here has a price, so only what is known and rated can be shown.")
    first = priced.iloc[0]
    facts = {
        "benefit": first["label"],
        "money": _round(first["insured"], say),
        "whom": whom(say, found.asked.who),
    }
    if pd.isna(first["known"]):
        return say.say(
            "{benefit} stands ready for {money} a person and year; whether {whom} know of it is not"
            " told here.",
            **facts,
        )
    if first["known"] > 1 - CLEAR_UNKNOWN:
        return say.say(
            "{benefit} stands ready for {money} a person and year, and most {whom} know of it.",
            **facts,
        )
    facts["unknown"] = say.share(1 - first["known"])
    return say.say(
        "{benefit} stands ready for {money} a person and year, and {unknown} of {whom} don't know"
        " of it.",
        **facts,
    )


def metrics(found: Worth, say: Language) -> tuple[Metric, ...]:
    """Return what stands ready, what is used, and the fee: side by side, never added up."""
    picture = found.picture
    figures = []
    if picture.benefits["insured"].notna().any():
        figures.append(
            _metric(say.say("Stands ready"), picture.insured, picture.insured_low,
                    picture.insured_high, say)
        )  # fmt: skip
    if found.any_use:
        figures.append(
            _metric(say.say("Used in the past year"), picture.used, picture.used_low,
                    picture.used_high, say)
        )  # fmt: skip
    if found.fee:
        before = say.say("{fee} before tax", fee=_round(found.fee.before, say))
        figures.append(Metric(say.say("Fee after tax"), _round(found.fee.after, say), before))
    return tuple(figures)


def meaning(rows: pd.DataFrame, found: Worth, say: Language) -> tuple[str, ...]:
    """Say what follows: what to tell, what is used most, what works for all."""
    said = (_to_tell(rows, say), _used(rows, found, say), _for_all(rows, say))
    return tuple(sentence for sentence in said if sentence)


def notes(rows: pd.DataFrame, found: Worth, options: Options) -> tuple[str, ...]:
    """Say what the figures can't tell, and what they were made with."""
    say = options.language
    said = [
        say.say(
            "What stands ready is the chance of needing it in a year times what it is worth to"
            " whoever does; it is not added to what was used."
        )
    ]
    if found.fee and options.tax:
        said.append(
            say.say(
                "The fee is the union's part alone, {fee} before tax; {tax}% of up to {most} a year"
                " comes back.",
                fee=say.money(found.fee.before),
                tax=options.tax,
                most=say.money(DEDUCTIBLE),
            )
        )
    if not found.any_use:
        said.append(say.say("No use of benefits is recorded, so what is used can't be shown."))
    if rows["kind"].isin(CAUSES).any():
        said.append(
            say.say(
                "What the union stands for, solidarity and political work, is rated here and never"
                " priced."
            )
        )
    return tuple(said)


def _round(value: float, say: Language) -> str:
    return say.money(float(f"{value:.2g}"))


def _metric(name: str, value: float, low: float, high: float, say: Language) -> Metric:
    beside = say.say(
        "{low}–{high} a person and year", low=about(max(low, 0.0), say), high=_round(high, say)
    )
    return Metric(name, _round(value, say), beside)


def _to_tell(rows: pd.DataFrame, say: Language) -> str:
    unknown = rows[rows["insured"].notna() & (rows["known"] < 1 - CLEAR_UNKNOWN)].iloc[1:3]
    if unknown.empty:
        return ""
    names = [
        say.say(
            "{benefit} ({money} ready, {share} don't know it, n = {n})",
            benefit=in_sentence(row["label"]),
            money=_round(row["insured"], say),
            share=say.share(1 - row["known"]),
            n=say.number(row["n_known"]),
        )
        for _, row in unknown.iterrows()
    ]
    return say.say("Tell of these next: {names}.", names=say.listed(names))


def _used(rows: pd.DataFrame, found: Worth, say: Language) -> str:
    if not found.any_use or rows["used"].isna().all():
        return ""
    row = rows.loc[rows["used"].idxmax()]
    return say.say(
        "Most of what is used: {benefit}, {uses} uses per hundred people and year, worth"
        " {money} a person (n = {n}).",
        benefit=in_sentence(row["label"]),
        uses=say.number(100 * row["uses"], 0 if row["uses"] >= 0.1 else 1),
        money=_round(row["used"], say),
        n=say.number(found.picture.people),
    )


def _for_all(rows: pd.DataFrame, say: Language) -> str:
    collective = rows[(rows["part"] == "collective") & rows["important"].notna()]
    if collective.empty:
        return ""
    names = [
        say.say(
            "{benefit} is important to {share} (n = {n})",
            benefit=in_sentence(row["label"]),
            share=say.share(row["important"]),
            n=say.number(row["n_important"]),
        )
        for _, row in collective.iterrows()
    ]
    return say.say("It works for everybody at once: {names}.", names=say.listed(names))
