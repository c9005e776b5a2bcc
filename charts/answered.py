"""Who answered? A row a group: its share of the answers as a dot, of the people as a ring."""

import pandas as pd
from plotly.graph_objects import Figure, Scatter

from charts.marks import safe, whiskers
from charts.theme import blank, type_size
from views.palette import Palette, palette
from views.view import View
from words.language import Language

ROW, ROOM_ROW, HEAD, FOOT = 24, 34, 34, 44
DOT = 9


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each group's share of the answers beside its share of the people.

    Parameters
    ----------
    view : View
        Of `views.answered.view`.
    language : Language
        Of the numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours = palette(dark)
    rows = _placed(view.frame)
    drawn = blank(language, dark, present)
    drawn.add_traces([_people(rows, language, colours), _answers(rows, language, colours)])
    headings = rows.drop_duplicates("trait")
    for _, row in headings.iterrows():
        drawn.add_annotation(
            text=f"<b>{safe(row['trait_label'])}</b>",
            x=0,
            xref="paper",
            xanchor="right",
            y=row["place"] - 1,
            font={"color": colours.muted, "size": type_size(present)},
        )
    drawn.update_yaxes(
        tickvals=rows["place"],
        ticktext=[safe(str(label)) for label in rows["label"]],
        range=[rows["place"].max() + 0.7, -0.7],
        tickfont={"color": colours.ink},
        showline=False,
    )
    drawn.update_xaxes(
        tickformat=".0%", rangemode="tozero", showgrid=True, gridcolor=colours.faint, nticks=6
    )
    height = (ROOM_ROW if present else ROW) * (len(rows) + len(headings))
    return drawn.update_layout(
        height=HEAD + FOOT + height, margin={"t": HEAD, "b": FOOT}, showlegend=True
    )


def _placed(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave a row above each trait for its name."""
    traits = (frame["trait"] != frame["trait"].shift()).cumsum()
    return frame.assign(place=range(len(frame))).assign(place=lambda rows: rows["place"] + traits)


def _people(rows: pd.DataFrame, say: Language, colours: Palette) -> Scatter:
    return Scatter(
        x=rows["target"],
        y=rows["place"],
        name=say.say("Share of the people"),
        mode="markers",
        marker={
            "size": DOT + 2,
            "symbol": "circle-open",
            "color": colours.everyone,
            "line": {"width": 2},
        },
        hoverinfo="skip",
    )


def _answers(rows: pd.DataFrame, say: Language, colours: Palette) -> Scatter:
    apart = (rows["share_high"] < rows["target"]) | (rows["share_low"] > rows["target"])
    return Scatter(
        x=rows["share"],
        y=rows["place"],
        name=say.say("Share of the answers"),
        mode="markers",
        marker={
            "size": DOT,
            "color": [colours.series[1] if far else colours.series[0] for far in apart],
        },
        error_x=whiskers(rows, "share", colours.muted),
        customdata=rows["group"],
        hovertext=[
            f"{safe(str(row['label']))}: {say.share(row['share'])}"
            f" ({say.share_interval(row['share_low'], row['share_high'])}),"
            f" n = {say.number(row['n'])}; {say.share(row['target'])}"
            for _, row in rows.iterrows()
        ],
        hoverinfo="text",
    )
