"""The themes page in words: which comes first, how sure, where it is missed, whose it is."""

import pandas as pd

from views.gaps.words import about
from views.places import first_place, under_all_weights, what_changes
from views.themes.ranked import Result
from views.view import Metric
from words.language import Language
from words.themes import CRITERIA, WEIGHED


def finding(result: Result, say: Language) -> str:
    """Say which theme comes first, to how many it matters, and how much they miss."""
    names, figures = result.found.names, result.figures
    top = result.order[0]
    facts = {
        "members": about(figures.values.at[top, "members"], say),
        "gap": say.share(figures.values.at[top, "gap"]),
    }
    if result.places is None:
        return say.say(
            "«{theme}» matters to {members} people; {gap} of what they want there is missing.",
            theme=names[top],
            **facts,
        )
    place = first_place(result.places, names, WEIGHED, say)
    rest = say.say(
        "it matters to {members} people; {gap} of what they want there is missing", **facts
    )
    return f"{place}: {rest}."


def metrics(result: Result, say: Language) -> tuple[Metric, ...]:
    """Return what is known of the theme in first place."""
    figures, top = result.figures, result.order[0]
    value, low, high = (table.loc[top] for table in (figures.values, figures.low, figures.high))
    found = [
        Metric(
            say.say("First place: matters to"),
            about(value["members"], say),
            f"{say.number(low['members'], -2)}–{say.number(high['members'], -2)}",
        ),
        Metric(
            say.say("First place: missing"),
            say.share(value["gap"]),
            say.share_interval(low["gap"], high["gap"]),
        ),
    ]
    if pd.notna(value["value"]):
        beside = say.say(
            "{low}–{high} million · of those who miss something",
            low=say.number(low["value"] / 1e6, 1),
            high=say.number(high["value"] / 1e6, 1),
        )
        millions = say.say("{n} million DKK a year", n=say.number(value["value"] / 1e6, 1))
        found.append(Metric(say.say("First place: fees at stake"), millions, beside))
    return tuple(found)


def meaning(result: Result, say: Language) -> tuple[str, ...]:
    """Return what follows: what decides, where most is missed, whose theme it is, what is alone."""
    ranking = ()
    if result.places:
        ranking = (
            what_changes(result.places, result.found.names, CRITERIA, say),
            under_all_weights(result.places, result.found.names, say),
        )
    sentences = (
        *ranking,
        _widest(result, say),
        _whose(result, say),
        _alone(result, say),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _widest(result: Result, say: Language) -> str:
    """Name the theme of which most is missed, where that is sure."""
    figures = result.figures
    gap = figures.values["gap"].sort_values(ascending=False, kind="stable")
    if len(gap) < 2:
        return ""
    first, second = gap.index[:2]
    if figures.low.at[first, "gap"] <= figures.high.at[second, "gap"]:
        return ""
    return say.say(
        "Most is missing in «{theme}»: {share} ({interval}) of what is important to those to whom"
        " it matters (n = {n}).",
        theme=result.found.names[first],
        share=say.share(gap[first]),
        interval=say.share_interval(figures.low.at[first, "gap"], figures.high.at[first, "gap"]),
        n=say.number(figures.n.at[first, "gap"]),
    )


def _whose(result: Result, say: Language) -> str:
    """Name the group that a theme clearly matters more to than to all others."""
    cells = result.across.clear()
    cells = cells[cells["difference"] > 0] if len(cells) else cells
    if not len(cells):
        return ""
    group, theme = cells.index[0]
    row = cells.iloc[0]
    return say.say(
        "«{theme}» matters to {share} in «{group}» (n = {n}), against {other} elsewhere.",
        theme=result.found.names[theme],
        group=result.across.names[group],
        share=say.share(row["share"]),
        n=say.number(row["n"]),
        other=say.share(row["other_share"]),
    )


def _alone(result: Result, say: Language) -> str:
    alone = result.found.alone
    if not alone:
        return ""
    return say.say("In no theme: {benefits}.", benefits=say.listed(alone))


def notes(result: Result, say: Language) -> tuple[str, ...]:
    """Say which themes may not come again, what is not known, and what can't be seen."""
    said = list(result.across.notes)
    steady = result.found.themes.stability
    weak = [
        result.found.names[str(theme)]
        for theme in steady.index[steady["verdict"] != "stable"]
        if str(theme) in result.found.codes
    ]
    if weak:
        said.append(
            say.say(
                "Other people of the same kind might give other themes than: {themes}.",
                themes=say.listed(weak),
            )
        )
    if result.figures.values["value"].isna().all():
        said.append(
            say.say("What those who answered pay is not known, so fees count for nothing here.")
        )
    return tuple(said)
