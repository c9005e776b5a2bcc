"""The frame of the clusters' table of colours: class names, answers, the key to the colours."""

import textwrap

import numpy as np
from plotly.graph_objects import Figure

from views.clusters.classes import BETWEEN, Classes, letter
from views.palette import Palette
from words.language import Language

# Half and twice as often as everybody, as log2 of the index; three times is full colour.
TWICE, FULL = 1.0, np.log2(3)
NAME_WIDTH, NAME_LINES, NAMED_UP_TO = 10, 4, 5
NARROW = 34  # letters of a row's label, beside the text
NAME_SIZE = 0.85  # of the type


def axes(
    drawn: Figure, found: Classes, labels: list[str], language: Language, colours: Palette
) -> None:
    """Name the classes above the bars, and the answers beside the table.

    Parameters
    ----------
    drawn : Figure
        Bars in its first row, the table in its second.
    found : Classes
    labels : list of str
        What each row of the table is called, free of markup.
    language : Language
    colours : Palette
    """
    every = [*columns(found), "all"]
    drawn.update_xaxes(categoryorder="array", categoryarray=every, fixedrange=True)
    drawn.update_xaxes(
        row=1,
        col=1,
        side="top",
        showticklabels=True,
        tickvals=every,
        ticktext=[*(_heading(found, one) for one in found.visible), language.say("Everybody")],
        tickfont={"color": colours.ink, "size": NAME_SIZE * drawn.layout.template.layout.font.size},
        tickangle=0,
        linewidth=0,
        ticks="",
    )
    drawn.update_xaxes(row=2, col=1, visible=False)
    most = float(found.sizes.loc[found.visible, "high"].max())
    drawn.update_yaxes(row=1, col=1, visible=False, range=[0, most * 1.45], fixedrange=True)
    drawn.update_yaxes(
        row=2,
        col=1,
        tickvals=list(range(len(labels))),
        ticktext=labels,
        tickfont_color=colours.ink,
        range=[len(labels) - 0.5, -0.5],
        linewidth=0,
        ticks="",
        fixedrange=True,
    )


def legend(language: Language) -> dict[str, object]:
    """Return the key to the colours, below the table."""
    return {
        "orientation": "h",
        "y": 0,
        "yanchor": "top",
        "x": 1,
        "xanchor": "right",
        "len": 1,
        "thickness": 8,
        "tickangle": 0,
        "outlinewidth": 0,
        "tickvals": [-TWICE, 0, TWICE],
        "ticktext": [
            language.say("half as often"),
            language.say("as everybody"),
            language.say("twice as often"),
        ],
    }


def columns(found: Classes) -> list[str]:
    """Return the places of the visible classes on the x axis."""
    return [f"class {one}" for one in found.visible]


def _heading(found: Classes, one: int) -> str:
    if len(found.visible) > NAMED_UP_TO:
        return f"<b>{letter(one)}</b>"
    words = found.names[one].split(BETWEEN)[0].split()
    # A word that is wider than its column would run into the next.
    first = " ".join(f"{word[: NAME_WIDTH - 1]}…" if len(word) > NAME_WIDTH else word
                     for word in words)  # fmt: skip
    return f"<b>{letter(one)}</b><br>{wrapped(first, NAME_WIDTH, NAME_LINES)}"


def wrapped(text: str, width: int, lines: int) -> str:
    """Break a text into lines, cut after the last; markup in it is shown as it is."""
    broken = textwrap.wrap(
        text, width, max_lines=lines, placeholder=" …", break_long_words=False
    ) or [""]
    return "<br>".join(line.replace("<", "‹").replace(">", "›") for line in broken)
