"""How sure people's class is: a bar a class, parted into settled, likely and open."""

from plotly.graph_objects import Bar, Figure

from charts.clusters.axes import wrapped
from charts.theme import blank, faded, type_size
from views.clusters.sureness import BANDS, band_label
from views.palette import palette
from views.view import View
from words.language import Language

NAME_WIDTH = 34
STRENGTHS = (1.0, 0.55, 0.25)
LEAST_WRITTEN = 0.06


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the bands of certainty by class.

    Parameters
    ----------
    view : View
        Of `views.clusters.sureness.view`.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    labels = [wrapped(label, NAME_WIDTH, 2) for label in view.frame["label"]]
    for band, strength in zip(BANDS, STRENGTHS, strict=True):
        shares = view.frame[band]
        drawn.add_trace(
            Bar(
                y=labels,
                x=shares,
                orientation="h",
                name=band_label(language, band),
                marker_color=faded(colours.series[0], strength),
                text=[language.share(one) if one >= LEAST_WRITTEN else "" for one in shares],
                textfont_color=colours.page if strength == 1 else colours.ink,
                textposition="inside",
                insidetextanchor="start",
                textangle=0,
                hovertemplate="%{text}<extra></extra>",
            )
        )
    drawn.update_xaxes(visible=False, range=[0, 1], fixedrange=True)
    drawn.update_yaxes(
        autorange="reversed", tickfont_color=colours.ink, linewidth=0, ticks="", fixedrange=True
    )
    return drawn.update_layout(
        barmode="stack",
        showlegend=True,
        legend_traceorder="normal",
        height=int(size * (6 + 3.6 * len(labels))),
        dragmode=False,
    )
