"""Which themes run through what they want? How many want each, and in which groups."""

import numpy as np
import pandas as pd
from plotly.graph_objects import Bar, Figure, Heatmap

from charts.marks import safe, whiskers
from charts.rows import broken, name_rows
from charts.theme import blank, faded, type_size
from views.palette import palette
from views.view import View
from words.language import Language

FOOT, AROUND = 48, 26
LONGEST_NAME, LONGEST_THINGS, SMALLER = 34, 44, 0.85
# The axis beside the longest bar: what is said behind it must fit.
BEYOND = 2.1
CELL, LONGEST_GROUP = 52, 20
# Twice as often as elsewhere has the full colour.
FULL = 1.0


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw how many people want the benefits of each theme, and in colour how many miss them.

    Parameters
    ----------
    view : View
        Of `views.themes.view`.
    language : Language
        Of the numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size = palette(dark), type_size(present)
    rows = view.frame.reset_index(drop=True)
    drawn = blank(language, dark, present)
    for name, title, fill in (
        ("members", language.say("Want it"), faded(colours.everyone, 0.5)),
        ("lacking", language.say("Want it and miss it"), colours.series[0]),
    ):
        drawn.add_trace(
            Bar(
                x=rows[name],
                y=rows.index,
                orientation="h",
                name=title,
                marker_color=fill,
                error_x=whiskers(rows, name, colours.ink),
                hovertext=[f"<b>{safe(row.label)}</b><br>{safe(row.things)}"
                           for row in rows.itertuples()],
                hoverinfo="text",
            )
        )  # fmt: skip
    for place, row in rows.iterrows():
        drawn.add_annotation(
            x=row["members_high"],
            y=place,
            text=_said(row, language),
            xanchor="left",
            align="left",
            xshift=8,
            showarrow=False,
            font={"color": colours.ink, "size": size},
        )
    names = [_name(row, size) for _, row in rows.iterrows()]
    name_rows(drawn, names, colours)
    drawn.update_yaxes(ticklabelstandoff=6)
    drawn.update_xaxes(
        title_text=safe(view.chart.y_title),
        range=[0, BEYOND * rows["members_high"].max()],
        showgrid=True,
        gridcolor=colours.faint,
        tickformat=",d",
        nticks=4,
    )
    head = int(2.5 * size)
    lines = max(name.count("<br>") + 1 for name in names)
    return drawn.update_layout(
        barmode="overlay",
        bargap=0.5,
        height=int(head + FOOT + (AROUND + 1.2 * size * lines) * len(rows)),
        margin={"t": head, "b": FOOT},
        showlegend=True,
        legend={"traceorder": "normal"},
    )


def across(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the share of each group that wants each theme; parameters as of `figure`.

    Colour says how a group differs from all the others; what may be chance stays without.
    """
    colours, size = palette(dark), type_size(present)
    groups, order = view.result.across, view.result.order
    cells = groups.cells
    shares = cells["share"].unstack("group").reindex(index=order, columns=list(groups.names))
    other = cells["other_share"].unstack("group").reindex_like(shares)
    clear = cells["clear"].unstack("group").reindex_like(shares)
    times = np.log2((shares / other.where(other > 0)).where(clear.fillna(False).astype(bool), 1))
    middle = colours.diverging[1:4]
    names = view.result.found.names
    heads = [broken(name, LONGEST_GROUP) for name in groups.names.values()]
    drawn = blank(language, dark, present)
    drawn.add_trace(
        Heatmap(
            x=heads,
            y=[broken(names[code], LONGEST_NAME) for code in order],
            z=times.to_numpy(dtype=float),
            zmin=-FULL,
            zmax=FULL,
            colorscale=[[place / 2, colour] for place, colour in enumerate(middle)],
            showscale=False,
            xgap=3,
            ygap=3,
            text=[
                [_cell(cells, (group, code), language) for group in groups.names] for code in order
            ],
            texttemplate="%{text}",
            textfont={"color": colours.ink, "size": size},
            hoverinfo="skip",
        )
    )
    drawn.update_yaxes(autorange="reversed", tickfont_color=colours.ink, showline=False, ticks="")
    drawn.update_xaxes(
        side="top", tickfont_color=colours.ink, showline=False, ticks="", tickangle=0
    )
    head = int(1.3 * size * (2 + max(name.count("<br>") for name in heads)))
    height = head + int(CELL * size / type_size()) * len(order) + 12
    return drawn.update_layout(height=height, margin={"t": head, "b": 8})


def _said(row: pd.Series, language: Language) -> str:
    """Write what is missing, and the fees at stake."""
    lines = []
    if pd.notna(row["gap"]):
        interval = language.share_interval(row["gap_low"], row["gap_high"])
        share = language.share(row["gap"])
        lines.append(language.say("<b>{share}</b> missing ({interval})", share=share,
                                  interval=interval))  # fmt: skip
    if pd.notna(row["value"]):
        n = language.number(row["value"] / 1e6, 1)
        lines.append(language.say("{n} million DKK a year", n=n))
    return "<br>".join(lines)


def _name(row: pd.Series, size: float) -> str:
    name = broken(row["label"], LONGEST_NAME)
    things = broken(row["things"], LONGEST_THINGS)
    return f"<b>{name}</b><br><span style='font-size:{SMALLER * size:.0f}px'>{things}</span>"


def _cell(cells: pd.DataFrame, key: tuple[str, str], language: Language) -> str:
    """Write a share, its interval, and n."""
    if key not in cells.index:
        return "–"
    row = cells.loc[key]
    interval = language.share_interval(row["share_low"], row["share_high"])
    n = language.say("n = {n}", n=language.number(row["n"]))
    return f"<b>{language.share(row['share'])}</b><br>{interval} · {n}"
