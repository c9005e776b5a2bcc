"""Who are they? What each class answers more and less often than everybody, and its size."""

import numpy as np
from plotly.graph_objects import Bar, Figure, Heatmap, Scatter
from plotly.subplots import make_subplots

from charts.clusters.axes import FULL, NARROW, axes, columns, legend, wrapped
from charts.clusters.cells import Cells, answer_cells, number_cells
from charts.marks import ENDS, whiskers
from charts.theme import template, type_size
from views.clusters.classes import Classes
from views.clusters.profiles import by_answer, in_order, strongest
from views.palette import Palette, palette
from views.view import View
from words.clusters import answer_label, capital, phrase
from words.language import Language

ROW, HEAD = 1.85, 9.0  # in heights of the type
WIDE = 60  # letters of an answer's label in full width


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
    table = strongest(found, briefly=present)
    own = found.survey.questions["label"]
    labels = [
        wrapped(capital(phrase(language, row.question, row.level, own[row.question])), NARROW, 1)
        for row in table.itertuples()
    ]
    cells = answer_cells(found, table, labels, language).over(number_cells(found, language))
    return _drawn(found, cells, language, dark, present)


def every_answer(
    view: View, language: Language, *, dark: bool = False, present: bool = False
) -> Figure:
    """Draw all answers to all questions; parameters as of `figure`."""
    found = view.result
    own = found.survey.questions["label"]
    table = in_order(by_answer(found), found)
    labels = [
        wrapped(f"{own[row.question]}: {answer_label(language, row.question, row.level)}", WIDE, 1)
        for row in table.itertuples()
    ]
    cells = answer_cells(found, table, labels, language).over(number_cells(found, language))
    return _drawn(found, cells, language, dark, present)


def _drawn(found: Classes, cells: Cells, language: Language, dark: bool, present: bool) -> Figure:
    size, colours = type_size(present), palette(dark)
    height = size * (HEAD + 3 + ROW * len(cells.labels))
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
    _table(drawn, found, cells, language, colours)
    axes(drawn, found, cells.labels, language, colours)
    return drawn


def _sizes(drawn: Figure, found: Classes, language: Language, colours: Palette) -> None:
    sizes = found.sizes.loc[found.visible]
    drawn.add_trace(
        Bar(
            x=columns(found),
            y=sizes["share"],
            marker_color=colours.everyone,
            error_y=whiskers(sizes, "share", colours.ink, ENDS, thickness=1.2, cap=3),
            customdata=[str(one) for one in found.visible],
            hovertext=[found.names[one] for one in found.visible],
            hovertemplate="%{hovertext}<extra></extra>",
            width=0.34,
        ),
        row=1,
        col=1,
    )
    if not np.allclose(sizes["share"], sizes["overall"]):
        drawn.add_trace(_everybody(found, language, colours), row=1, col=1)
    for column, row in zip(columns(found), sizes.itertuples(), strict=True):
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


def _everybody(found: Classes, language: Language, colours: Palette) -> Scatter:
    """Mark how large each class is among everybody, beside its size in the filter."""
    shares = found.sizes.loc[found.visible, "overall"]
    return Scatter(
        x=columns(found),
        y=shares,
        mode="markers",
        marker={"symbol": "line-ew", "size": 34, "line": {"width": 2, "color": colours.muted}},
        hovertext=[language.say("Everybody: {share}", share=language.share(one)) for one in shares],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _table(
    drawn: Figure, found: Classes, cells: Cells, language: Language, colours: Palette
) -> None:
    rows = list(range(len(cells.labels)))
    middle = colours.diverging[1:4]
    drawn.add_trace(
        Heatmap(
            x=columns(found),
            y=rows,
            z=cells.colour,
            zmin=-FULL,
            zmax=FULL,
            colorscale=[[place / 2, colour] for place, colour in enumerate(middle)],
            xgap=3,
            ygap=3,
            text=cells.text,
            texttemplate="%{text}",
            textfont_color=colours.ink,
            customdata=cells.hover,
            hovertemplate="%{customdata}<extra></extra>",
            colorbar=legend(language),
        ),
        row=2,
        col=1,
    )
    drawn.add_trace(
        Scatter(
            x=["all"] * len(rows),
            y=rows,
            mode="text",
            text=cells.everybody,
            textfont_color=colours.muted,
            hoverinfo="skip",
        ),
        row=2,
        col=1,
    )
