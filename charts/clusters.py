"""Who are they? What each class answers more and less often than everybody, and its size."""

import textwrap

import numpy as np
import pandas as pd
from plotly.graph_objects import Bar, Figure, Heatmap, Scatter
from plotly.subplots import make_subplots

from charts.theme import template, type_size
from views.clusters_classes import Classes, by_answer, letter, strongest
from views.clusters_words import in_order
from views.palette import Palette, palette
from views.view import View
from words.clusters import answer_label, capital, phrase
from words.language import Language

# Half or twice as often as everybody is full colour: log2 of the index.
FULL = 1.0
ROW, HEAD = 2.1, 9.0  # in heights of the type
NAME_WIDTH, NAME_LINES, NAMED_UP_TO = 17, 4, 5


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the answers that tell the classes apart, with the classes' sizes on top.

    Parameters
    ----------
    view : View
        Of `views.clusters.view`; its result has the classes.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    found = view.result
    table = strongest(found)
    own = found.survey.questions["label"]
    labels = [
        capital(phrase(language, row.question, row.level, own[row.question]))
        for row in table.itertuples()
    ]
    return _drawn(found, table.assign(label=labels), language, dark, present)


def every_answer(
    view: View, language: Language, *, dark: bool = False, present: bool = False
) -> Figure:
    """Draw all answers to all questions; parameters as of `figure`."""
    found = view.result
    own = found.survey.questions["label"]
    table = in_order(by_answer(found), found)
    labels = [
        f"{own[row.question]}: {answer_label(language, row.question, row.level)}"
        for row in table.itertuples()
    ]
    return _drawn(found, table.assign(label=labels), language, dark, present)


def _drawn(
    found: Classes, table: pd.DataFrame, language: Language, dark: bool, present: bool
) -> Figure:
    size, colours = type_size(present), palette(dark)
    height = size * (HEAD + 3 + ROW * len(table))
    drawn = make_subplots(
        rows=2,
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.4 * size / height,
        row_heights=[HEAD * size / height, 1 - HEAD * size / height],
    )
    drawn.update_layout(
        template=template(dark, present),
        separators=language.separators(),
        height=int(height),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        clickmode="event+select",
        dragmode=False,
    )
    _sizes(drawn, found, language, colours)
    _shares(drawn, found, table, language, colours)
    _axes(drawn, found, table, language, colours)
    return drawn


def _sizes(drawn: Figure, found: Classes, language: Language, colours: Palette) -> None:
    sizes = found.sizes.loc[found.visible]
    drawn.add_trace(
        Bar(
            x=_columns(found),
            y=sizes["share"],
            marker_color=colours.everyone,
            error_y={
                "type": "data",
                "array": sizes["high"] - sizes["share"],
                "arrayminus": sizes["share"] - sizes["low"],
                "color": colours.ink,
                "thickness": 1.2,
                "width": 3,
            },
            customdata=[str(one) for one in found.visible],
            hovertext=[found.names[one] for one in found.visible],
            hovertemplate="%{hovertext}<extra></extra>",
            width=0.34,
        ),
        row=1,
        col=1,
    )
    for column, row in zip(_columns(found), sizes.itertuples(), strict=True):
        drawn.add_annotation(
            x=column,
            y=row.high,
            text=f"<b>{language.share(row.share)}</b>",
            yshift=2,
            yanchor="bottom",
            showarrow=False,
            row=1,
            col=1,
        )


def _shares(
    drawn: Figure, found: Classes, table: pd.DataFrame, language: Language, colours: Palette
) -> None:
    rows = list(range(len(table)))
    index = table[[f"index_{one}" for one in found.visible]].to_numpy(dtype=float)
    shares = table[[f"share_{one}" for one in found.visible]].to_numpy(dtype=float)
    middle = colours.diverging[1:4]
    drawn.add_trace(
        Heatmap(
            x=_columns(found),
            y=rows,
            z=np.log2(np.clip(index, 1, None) / 100),
            zmin=-FULL,
            zmax=FULL,
            colorscale=[[place / 2, colour] for place, colour in enumerate(middle)],
            xgap=3,
            ygap=3,
            text=[[language.share(share) for share in row] for row in shares],
            texttemplate="%{text}",
            textfont_color=colours.ink,
            customdata=[
                [f"{found.names[one]}<br>{label}: {language.number(value)}"
                 for one, value in zip(found.visible, row, strict=True)]
                for label, row in zip(table["label"], index, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
            colorbar=_legend(language),
        ),
        row=2,
        col=1,
    )  # fmt: skip
    drawn.add_trace(
        Scatter(
            x=["all"] * len(rows),
            y=rows,
            mode="text",
            text=[language.share(share) for share in table["overall"]],
            textfont_color=colours.muted,
            hoverinfo="skip",
        ),
        row=2,
        col=1,
    )


def _axes(
    drawn: Figure, found: Classes, table: pd.DataFrame, language: Language, colours: Palette
) -> None:
    columns = [*_columns(found), "all"]
    drawn.update_xaxes(categoryorder="array", categoryarray=columns, fixedrange=True)
    drawn.update_xaxes(
        row=1,
        col=1,
        side="top",
        showticklabels=True,
        tickvals=columns,
        ticktext=[*(_heading(found, one) for one in found.visible), language.say("Everybody")],
        tickfont_color=colours.ink,
        tickangle=0,
        linewidth=0,
    )
    drawn.update_xaxes(row=2, col=1, visible=False)
    most = float(found.sizes.loc[found.visible, "high"].max())
    drawn.update_yaxes(row=1, col=1, visible=False, range=[0, most * 1.45], fixedrange=True)
    drawn.update_yaxes(
        row=2,
        col=1,
        tickvals=list(range(len(table))),
        ticktext=[_wrapped(label, 40, 1) for label in table["label"]],
        tickfont_color=colours.ink,
        range=[len(table) - 0.5, -0.5],
        linewidth=0,
        fixedrange=True,
    )


def _legend(language: Language) -> dict[str, object]:
    return {
        "orientation": "h",
        "y": 0,
        "yanchor": "top",
        "x": 1,
        "xanchor": "right",
        "len": 0.6,
        "thickness": 8,
        "outlinewidth": 0,
        "tickvals": [-FULL, 0, FULL],
        "ticktext": [
            language.say("half as often"),
            language.say("as everybody"),
            language.say("twice as often"),
        ],
    }


def _columns(found: Classes) -> list[str]:
    return [f"class {one}" for one in found.visible]


def _heading(found: Classes, one: int) -> str:
    if len(found.visible) > NAMED_UP_TO:
        return f"<b>{letter(one)}</b>"
    return f"<b>{letter(one)}</b><br>{_wrapped(found.names[one], NAME_WIDTH, NAME_LINES)}"


def _wrapped(text: str, width: int, lines: int) -> str:
    """Break a text into lines, cut after the last; markup in it is shown as it is."""
    broken = textwrap.wrap(text, width, max_lines=lines, placeholder=" …") or [""]
    return "<br>".join(line.replace("<", "‹").replace(">", "›") for line in broken)
