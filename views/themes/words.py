"""The themes page in words: which comes first, how sure, where it is missed, whose it is."""

import pandas as pd

from views.gaps.words import about
from views.places import LIKELY, first_place, under_all_weights, what_changes
from views.themes.ranked import Result
from views.view import Metric
from words.language import Language
from words.themes import CRITERIA, WEIGHED


def finding(result: Result, say: Language) -> str:
    """Say which theme comes first, how many want it, and how much of that is missing."""
    names, top = result.found.names, result.order[0]
    want = _want(result, top, say)
    if result.places is None:
        return say.say("«{theme}»: {want}.", theme=names[top], want=want)
    place = first_place(result.places, names, WEIGHED, say)
    if result.places.chance_ahead(1) < LIKELY:
        return f"{place}."
    return f"{place}: {want}."


def _want(result: Result, code: str, say: Language) -> str:
    value = result.figures.values.loc[code]
    people = about(value["members"], say)
    if pd.isna(value["gap"]):
        return say.say("on average {people} people want each of its benefits", people=people)
    return say.say(
        "on average {people} people want each of its benefits, and {gap} of that is missing or"
        " falls short",
        people=people,
        gap=say.share(value["gap"]),
    )


def metrics(result: Result, say: Language) -> tuple[Metric, ...]:
    """Return what is known of the theme in first place."""
    figures, top = result.figures, result.order[0]
    value, low, high, n = (
        table.loc[top] for table in (figures.values, figures.low, figures.high, figures.n)
    )
    rests_on = {name: say.say("n = {n}", n=say.number(n[name])) for name in n.index}
    found = [
        Metric(
            say.say("First place: want it"),
            about(value["members"], say),
            f"{about(low['members'], say)}–{about(high['members'], say)} · {rests_on['members']}",
        )
    ]
    if pd.notna(value["gap"]):
        interval = say.share_interval(low["gap"], high["gap"])
        name = say.say("First place: missing")
        found.append(Metric(name, say.share(value["gap"]), f"{interval} · {rests_on['gap']}"))
    if pd.notna(value["value"]):
        low_end, high_end = (say.number(end["value"] / 1e6, 1) for end in (low, high))
        millions = say.say("{n} million DKK a year", n=say.number(value["value"] / 1e6, 1))
        beside = f"{low_end}–{high_end} · {rests_on['value']}"
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
    gap = figures.values["gap"].dropna().sort_values(ascending=False, kind="stable")
    if len(gap) < 2:
        return ""
    first, second = gap.index[:2]
    if figures.low.at[first, "gap"] <= figures.high.at[second, "gap"]:
        return ""
    return say.say(
        "Most is missing in «{theme}»: {share} ({interval}, n = {n}) of what people want there.",
        theme=result.found.names[first],
        share=say.share(gap[first]),
        interval=say.share_interval(figures.low.at[first, "gap"], figures.high.at[first, "gap"]),
        n=say.number(figures.n.at[first, "gap"]),
    )


def _whose(result: Result, say: Language) -> str:
    """Name the group in which a theme is clearly wanted by more than in all others."""
    cells = result.across.clear()
    cells = cells[cells["difference"] > 0] if len(cells) else cells
    if not len(cells):
        return ""
    group, theme = cells.index[0]
    row = cells.iloc[0]
    return say.say(
        "«{theme}» is wanted by {share} in «{group}» (n = {n}), against {other} elsewhere.",
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
    if result.found.moved:
        said.append(
            say.say(
                "Saved with other benefits than now: {themes}. Other pages follow what was saved.",
                themes=say.listed(result.found.moved),
            )
        )
    values = result.figures.values
    if values["gap"].isna().all():
        said.append(say.say("What comes of it was not asked, so nothing is known to be missing."))
    elif values["value"].isna().all():
        said.append(say.say("What these people pay is not known, so fees count for nothing here."))
    elif values.isna().any(axis=None):
        said.append(
            say.say("What is not known of every theme counts for nothing in the order of themes.")
        )
    return tuple(said)
