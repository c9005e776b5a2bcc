"""Who answered, as rows: a group each, its share of the answers beside its share of the people."""

import pandas as pd

from analysis.disclosure import groups
from analysis.intervals import wilson
from analysis.raking import Raked
from views.answered.options import Options
from views.scope import value_label
from views.view import Ask, Column
from words.labels import dimension
from words.language import Language

TRAITS = ("status", "sector", "age_band", "member_type", "branch")


def frame(
    answers: pd.DataFrame,
    people: pd.DataFrame,
    weights: Raked | None,
    options: Options,
    ask: Ask,
) -> pd.DataFrame:
    """Return the frame of the page.

    Parameters
    ----------
    answers, people : pandas.DataFrame
        Respondents and the membership per combination of filter values.
    weights : Raked or None
        What weighting does to the groups.
    options : Options
        Whose limit a shown group must reach.
    ask : callable

    Returns
    -------
    pandas.DataFrame
        Indexed from 0, traits in order and groups by size: ``trait``, ``trait_label``, ``group``,
        ``label``, ``n`` (answered), ``people``, ``share`` (of the answers) with ``_low`` and
        ``_high``, ``target`` (of the people), ``weighted``, ``rate`` (answered, of the people) with
        ``_low`` and ``_high``. A trait that the survey or the membership does not know is left out,
        and so is a group that may not be shown in either.
    """
    parts = [
        _trait(name, answers, people, options.limit)
        for name in TRAITS
        if answers[name].notna().any() and people[name].notna().any()
    ]
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["trait"])
    if rows.empty:
        return rows
    rows["share_low"], rows["share_high"] = wilson(rows["n"], rows["all_n"])
    rows["rate_low"], rows["rate_high"] = wilson(
        rows["n"].clip(upper=rows["people"]), rows["people"]
    )
    language = options.language
    rows["trait_label"] = [dimension(language, name) for name in rows["trait"]]
    rows["label"] = [
        value_label(language, trait, group, ask)
        for trait, group in zip(rows["trait"], rows["group"], strict=True)
    ]
    rows["weighted"] = _weighted(rows, weights)
    return rows.drop(columns="all_n")


def columns(say: Language) -> tuple[Column, ...]:
    """Return the frame's columns that a reader sees."""
    return (
        Column("trait_label", say.say("By")),
        Column("label", say.say("Group")),
        Column("n", say.say("Answered"), "count"),
        Column("people", say.say("People"), "count"),
        Column("rate", say.say("Share who answered"), "share", "rate_low", "rate_high"),
        Column("share", say.say("Share of the answers"), "share", "share_low", "share_high"),
        Column("target", say.say("Share of the people"), "share"),
        Column("weighted", say.say("Share of the answers, weighted"), "share"),
    )


def _trait(name: str, answers: pd.DataFrame, people: pd.DataFrame, limit: int) -> pd.DataFrame:
    of_answers = groups(answers, (name,), limit)
    of_people = groups(people, (name,), limit)
    both = of_people.add_suffix("_people").join(of_answers)
    known = both[both.index != ""].rename(columns={"n_people": "people"})
    known["n"] = known["n"].fillna(0)
    total, everybody = known["n"].sum(), known["people"].sum()
    shown = known[known["visible_people"] & known["visible"].fillna(False).astype(bool)]
    shown = shown.sort_values("people", ascending=False)
    return pd.DataFrame(
        {
            "trait": name,
            "group": shown.index,
            "n": shown["n"].to_numpy(int),
            "people": shown["people"].to_numpy(),
            "all_n": total,
            "share": (shown["n"] / total).to_numpy(),
            "target": (shown["people"] / everybody).to_numpy(),
            "rate": (shown["n"] / shown["people"]).to_numpy(),
        }
    )


def _weighted(rows: pd.DataFrame, weights: Raked | None) -> pd.Series:
    if weights is None:
        return pd.Series(float("nan"), rows.index)
    places = pd.MultiIndex.from_frame(rows[["trait", "group"]])
    return pd.Series(weights.traits["weighted"].reindex(places).to_numpy(), rows.index)
