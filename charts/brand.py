"""Values by how many would put them first, and beside each the messages that carry it."""

from textwrap import wrap

import numpy as np
from plotly.graph_objects import Figure, Scatter

from charts.marks import safe, whiskers
from charts.theme import LABEL_SIZE, blank, type_size
from views.palette import palette
from views.view import View
from words.language import Language

ROW, MARK, WIDE = 44, 13, 16


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw a dot with its whisker a value, and how many messages carry it at the right.

    Parameters
    ----------
    view : View
        Of `views.brand.view`.
    language, dark, present
        As in `charts.kano.figure`.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    rows = view.frame
    names = [safe(label) for label in rows["label"]]
    said = [
        f"{language.share(row.share)} ({language.share_interval(row.share_low, row.share_high)})"
        for row in rows.itertuples()
    ]
    drawn.add_trace(
        Scatter(
            x=rows["share"],
            y=names,
            mode="markers",
            customdata=rows["item_id"],
            marker={"size": MARK * size / LABEL_SIZE, "color": colours.series[0]},
            error_x=whiskers(rows, "share", colours.series[0], thickness=2),
            hoverinfo="text",
            hovertext=[f"<b>{name}</b><br>{text}" for name, text in zip(names, said, strict=True)],
        )
    )
    top = float(np.nanmax(rows["share_high"])) * 1.08
    _messages(drawn, view, names, colours, language)
    ticks = [tick for tick in np.arange(0, 1.01, 0.1) if tick <= top]
    drawn.update_xaxes(
        range=(0, top), tickvals=ticks, ticktext=[language.share(tick) for tick in ticks],
        title_text=view.chart.y_title, fixedrange=True,
    )  # fmt: skip
    drawn.update_yaxes(autorange="reversed", tickfont_color=colours.ink)
    height = ROW * size / LABEL_SIZE * len(rows) + 6 * size
    return drawn.update_layout(height=height, margin={"r": 11 * size, "t": 3.6 * size})


def _messages(drawn: Figure, view: View, names: list[str], colours, language: Language) -> None:
    if view.result.messages.empty:
        return
    drawn.add_annotation(
        x=1, xref="paper", y=1, yref="paper", xanchor="left", yanchor="bottom", xshift=8,
        text="<br>".join(wrap(language.say("Messages that carry it"), WIDE)),
        font_color=colours.muted, align="left",
    )  # fmt: skip
    for name, count in zip(names, view.frame["messages"], strict=True):
        drawn.add_annotation(
            x=1, xref="paper", y=name, xanchor="left", xshift=8,
            text=language.number(count) if count else language.say("none"),
            font_color=colours.ink if count else colours.kano["M"],
        )  # fmt: skip
