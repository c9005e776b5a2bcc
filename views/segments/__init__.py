"""Saved segments side by side: how many, what they pay, and which of them are leaving."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.disclosure import groups
from analysis.intervals import wilson
from queries.filters import Filters
from queries.named import named
from views.scope import Scope, people
from views.view import Ask, Chart, Column, Computed, Metric, Nothing, Options, View
from words.language import Language
from words.segments import origin_label

MEMBERS = ("active", "in_notice", "in_arrears")
FIGURES = ("now", "fees", "gone", "low", "high")


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the saved segments within a filter; a filter by segment is let go here.

    Raises
    ------
    Nothing
        When no segment is saved, or none has enough people in the filter.
    """
    say = options.language
    saved = ask("saved_segments")
    if saved.empty:
        raise Nothing(
            say.say("No segment is saved yet. Save classes as segments, or make one by a rule."),
            "clusters",
        )
    scope = people(filters.without("segment", "since", "until"), options, ask)
    facts = ask("segment_facts", scope.filters).set_index("segment_id")
    frame = _frame(saved, facts, scope, ask, say)
    if frame.empty:
        raise Nothing(say.say("Too few people in every segment to show any."), "filters")
    everybody = _figures(facts.loc[facts.index.isna()].iloc[0])
    return View(
        name="segments",
        title=say.say("Which segments are there?"),
        finding=_finding(frame, everybody, say),
        frame=frame,
        columns=(
            Column("name", say.say("Segment")),
            Column("origin", say.say("Made")),
            Column("n", say.say("People, former ones too"), "count"),
            Column("now", say.say("Members now"), "count"),
            Column("fees", say.say("Fees in a year"), "money"),
            Column("gone", say.say("Left within a year"), "share", "low", "high"),
            Column("there", say.say("n: members a year ago"), "count"),
        ),
        chart=Chart("bars", x="now", y=("now",), label="name", y_title=say.say("Members now")),
        n=scope.n,
        basis=say.say("n = {n} people ever a member · 95% intervals", n=say.number(scope.n)),
        alt=say.say("A bar a segment for its members now, and a dot for the share that left."),
        metrics=_metrics(frame, everybody, say),
        notes=_notes(len(saved) - len(frame), say),
        filters=scope.chips,
        computed=_computed(scope, say),
        result=everybody,
    )


def _frame(
    saved: pd.DataFrame, facts: pd.DataFrame, scope: Scope, ask: Ask, say: Language
) -> pd.DataFrame:
    """Return a row a segment that may be shown, the one with the most people first."""
    rows = []
    for segment in saved.itertuples():
        own = replace(scope, profiles=ask("people_profiles", segment=segment.segment_id))
        if segment.segment_id not in facts.index or not _visible(own, segment.segment_id):
            continue
        figures = _figures(facts.loc[segment.segment_id])
        if not _now_visible(own, segment.segment_id):
            figures |= dict.fromkeys(("now", "fees"), np.nan)
        if figures["there"] < scope.limit:
            figures |= dict.fromkeys(("gone", "low", "high", "there"), np.nan)
        rows.append(
            {
                "segment_id": segment.segment_id,
                "name": segment.name,
                "origin": origin_label(say, segment.origin, segment.right),
                **figures,
            }
        )
    frame = pd.DataFrame(rows, columns=["segment_id", "name", "origin", "n", "there", *FIGURES])
    return frame.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)


def _visible(scope: Scope, segment_id: str) -> bool:
    table = scope.groups("segment")
    return segment_id in table.index and bool(table.at[segment_id, "visible"])


def _now_visible(scope: Scope, segment_id: str) -> bool:
    """Say whether a segment's members now, and those who aren't, are both enough to be shown."""
    profiles = scope.profiles.assign(now=scope.profiles["status"].isin(MEMBERS))
    active = scope.filters.active()
    table = groups(profiles, (*active, "segment", "now"), scope.limit).reset_index()
    for name, value in (active | {"segment": segment_id}).items():
        table = table[table[name] == value]
    return bool(table["visible"].all())


def _figures(facts: pd.Series) -> dict[str, float]:
    there, gone = float(facts["there"]), float(facts["gone"])
    low, high = wilson(gone, there)
    return {
        "n": int(facts["n"]),
        "now": int(facts["now"]),
        "fees": float(facts["fees"]),
        "there": int(there),
        "gone": gone / there if there else np.nan,
        "low": float(low),
        "high": float(high),
    }


def _finding(frame: pd.DataFrame, everybody: dict[str, float], say: Language) -> str:
    """Name the segment that surely loses more than all do, else the largest."""
    losing = frame[frame["low"] > everybody["gone"]]
    if len(losing):
        worst = losing.loc[losing["gone"].idxmax()]
        return say.say(
            "«{name}» loses most: {share} of its members left within a year, against {all} of all.",
            name=worst["name"],
            share=say.share(worst["gone"]),
            all=say.share(everybody["gone"]),
        )
    largest = frame.iloc[0]
    return say.say(
        "«{name}» is the largest segment, and none surely loses more members than all do.",
        name=largest["name"],
    )


def _metrics(frame: pd.DataFrame, everybody: dict[str, float], say: Language) -> tuple[Metric, ...]:
    at_stake = (frame["fees"] * frame["gone"]).dropna()
    if at_stake.empty:
        return ()
    most = frame.loc[at_stake.idxmax()]
    return (
        Metric(say.say("Segments"), say.number(len(frame))),
        Metric(
            say.say("Left within a year, all"),
            say.share(everybody["gone"]),
            say.share_interval(everybody["low"], everybody["high"]),
        ),
        Metric(
            say.say("Fees most likely lost in a year"),
            say.money(round(at_stake.max(), -3)),
            str(most["name"]),
        ),
    )


def _notes(hidden: int, say: Language) -> tuple[str, ...]:
    said = say.say(
        "A segment is who was in it when it was made, and whoever was put into it since; it does"
        " not change by itself."
    )
    if not hidden:
        return (said,)
    few = say.say_n(
        "One segment has too few people here and is not shown.",
        "{n} segments have too few people here and are not shown.",
        hidden,
    )
    return said, few


def _computed(scope: Scope, say: Language) -> Computed:
    return Computed(
        say.say(
            "Of those who were members a year before the extract, the share whose membership has"
            " ended since; who died is left out, and who came back had left. Fees are the union's"
            " part of a year for those who are members now."
        ),
        formula=r"\hat p = \frac{\mathrm{left}}{\mathrm{members\ a\ year\ ago}}",
        source="Wilson (1927), J. Am. Stat. Assoc. 22:209",
        queries=(named("segment_facts", scope.filters.condition(), scope.filters.parameters()),),
    )
