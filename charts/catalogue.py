"""What to do about each benefit? A bar a benefit: how many people its remedy concerns."""

import pandas as pd
from plotly.graph_objects import Bar, Figure

from charts.marks import safe
from charts.rows import broken, name_rows
from charts.theme import blank, type_size
from views.gaps.words import about
from views.palette import palette
from views.view import View
from words.language import Language

ROW, ROOM_ROW, HEAD, FOOT = 30, 40, 12, 44
LONGEST_NAME = 26
DESK, ROOM = 1.55, 1.8  # the axis beside its longest bar: what stands behind it must fit
ORDER = ("fix", "invest", "ease", "tell", "rethink")


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the people whom each benefit's remedy concerns, grouped by remedy.

    Parameters
    ----------
    view : View
        Of `views.catalogue.view`.
    language : Language
        Of the numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size = palette(dark), type_size(present)
    of_remedy = {**colours.colours(ORDER), "keep": colours.everyone}
    rows = view.frame.reset_index(drop=True)
    drawn = blank(language, dark, present)
    drawn.add_trace(
        Bar(
            x=rows["affected"].fillna(0),
            y=rows.index,
            orientation="h",
            marker_color=[of_remedy[code] for code in rows["remedy"]],
            customdata=rows["item_id"],
            hovertext=[f"<b>{safe(r['label'])}</b><br>{safe(r['evidence'])}"
                       for _, r in rows.iterrows()],
            hoverinfo="text",
        )
    )  # fmt: skip
    for place, row in rows.iterrows():
        drawn.add_annotation(
            x=0 if pd.isna(row["affected"]) else row["affected"],
            y=place,
            text=_said(row, language),
            xanchor="left",
            xshift=6,
            font={"color": of_remedy[row["remedy"]], "size": size},
        )
    name_rows(drawn, [broken(name, LONGEST_NAME) for name in rows["label"]], colours)
    most = rows["affected"].max()
    longest = (ROOM if present else DESK) * (most or 1)
    drawn.update_xaxes(
        title_text=safe(view.chart.y_title),
        range=[0, longest],
        showgrid=True,
        gridcolor=colours.faint,
    )
    height = HEAD + FOOT + (ROOM_ROW if present else ROW) * max(len(rows), 1)
    return drawn.update_layout(height=height, margin={"t": HEAD, "b": FOOT})


def _said(row: pd.Series, say: Language) -> str:
    """Write what to do, and about how many people it is."""
    if pd.isna(row["affected"]):
        return f"<b>{row['remedy_label']}</b>"
    return f"<b>{row['remedy_label']}</b> · {about(row['affected'], say)}"
