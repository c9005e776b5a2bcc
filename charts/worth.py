"""What do they get for the money? A row a benefit: ready and used in DKK, importance beside."""

import pandas as pd
from plotly.graph_objects import Bar, Figure, Scatter

from charts.marks import safe, whiskers
from charts.rows import broken, name_rows
from charts.theme import blank, faded, type_size
from views.palette import Palette, palette
from views.view import View
from words.language import Language

ROW, ROOM_ROW, HEAD, FOOT = 30, 40, 40, 48
LONGEST_NAME = 26
MONEY, SHARES = [0.0, 0.66], [0.74, 0.97]


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw what stands ready (its unknown part in colour), what is used, and importance.

    Parameters
    ----------
    view : View
        Of `views.worth.view`.
    language : Language
        Of the numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size = palette(dark), type_size(present)
    rows = view.frame.reset_index(drop=True)
    drawn = blank(language, dark, present)
    drawn.add_traces([*_ready(rows, language, colours), _used(rows, language, colours)])
    drawn.add_trace(_important(rows, language, colours))
    for place, row in rows.iterrows():
        if not row["priced"]:
            _write(drawn, place, _rated(row, language), colours, size)
    name_rows(drawn, [broken(name, LONGEST_NAME) for name in rows["label"]], colours)
    row_height = ROOM_ROW if present else ROW
    return drawn.update_layout(
        barmode="stack",
        bargap=0.45,
        height=HEAD + FOOT + row_height * max(len(rows), 1),
        margin={"t": HEAD, "b": FOOT},
        showlegend=True,
        xaxis={
            "domain": MONEY,
            "title_text": safe(view.chart.y_title),
            "rangemode": "tozero",
            "showgrid": True,
            "gridcolor": colours.faint,
        },
        xaxis2={
            "domain": SHARES,
            "anchor": "y",
            "range": [0, 1],
            "tickvals": [0, 0.5, 1],
            "tickformat": ".0%",
            "showgrid": True,
            "gridcolor": colours.faint,
            "title_text": language.say("Important to"),
        },
    )


def _ready(rows: pd.DataFrame, say: Language, colours: Palette) -> list[Bar]:
    """Two bars end to end: what is unknown first and in colour, what is known in grey."""
    priced = rows[rows["priced"] & rows["insured"].notna()]
    unknown = priced["ready_unknown"].fillna(0)
    parts = (
        (say.say("Stands ready, unknown"), unknown, colours.series[0]),
        (say.say("Stands ready, known"), priced["insured"] - unknown, faded(colours.everyone, 0.4)),
    )
    bars = [
        Bar(
            x=value,
            y=priced.index,
            orientation="h",
            name=name,
            marker_color=colour,
            customdata=priced["item_id"],
            hovertext=[_hover(row, say) for _, row in priced.iterrows()],
            hoverinfo="text",
        )
        for name, value, colour in parts
    ]
    bars[-1].error_x = whiskers(priced, "insured", colours.muted)
    return bars


def _used(rows: pd.DataFrame, say: Language, colours: Palette) -> Scatter:
    known = rows[rows["priced"] & rows["used"].notna()]
    return Scatter(
        x=known["used"],
        y=known.index,
        mode="markers",
        name=say.say("Used"),
        marker={"symbol": "diamond", "size": 10, "color": colours.series[1]},
        error_x=whiskers(known, "used", colours.series[1]),
        customdata=known["item_id"],
        hovertext=[_hover(row, say) for _, row in known.iterrows()],
        hoverinfo="text",
    )


def _important(rows: pd.DataFrame, say: Language, colours: Palette) -> Scatter:
    known = rows[rows["important"].notna()]
    return Scatter(
        x=known["important"],
        y=known.index,
        xaxis="x2",
        mode="markers",
        name=say.say("Important to"),
        showlegend=False,
        marker={"size": 9, "color": colours.ink},
        error_x=whiskers(known, "important", colours.muted),
        customdata=known["item_id"],
        hovertext=[
            f"{safe(row['label'])}: {say.share(row['important'])}"
            f" ({say.share_interval(row['important_low'], row['important_high'])}),"
            f" n = {say.number(row['n_important'])}"
            for _, row in known.iterrows()
        ],
        hoverinfo="text",
    )


def _rated(row: pd.Series, say: Language) -> str:
    if row["part"] != "collective":
        return say.say("not priced")
    if pd.isna(row["satisfied"]):
        return say.say("for all: rated, not priced")
    return say.say("for all: {share} satisfied, not priced", share=say.share(row["satisfied"]))


def _hover(row: pd.Series, say: Language) -> str:
    lines = [f"<b>{safe(row['label'])}</b>"]
    for name, text in (("insured", say.say("Stands ready")), ("used", say.say("Used"))):
        if pd.notna(row[name]):
            low, high = say.number(row[f"{name}_low"]), say.money(row[f"{name}_high"])
            lines.append(f"{text}: {say.money(row[name])} ({low}–{high})")
    if pd.notna(row["known"]):
        interval = say.share_interval(row["known_low"], row["known_high"])
        known = say.say("Know of it")
        lines.append(f"{known}: {say.share(row['known'])} ({interval}), n = {row['n_known']:.0f}")
    return "<br>".join(lines)


def _write(drawn: Figure, place: int, text: str, colours: Palette, size: float) -> None:
    drawn.add_annotation(
        x=0,
        y=place,
        text=text,
        xanchor="left",
        xshift=4,
        font={"color": colours.muted, "size": size},
    )
