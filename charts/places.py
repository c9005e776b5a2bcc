"""The chance of each place, whatever the weights: a bar an option, best first."""

from textwrap import wrap

import pandas as pd
from plotly.graph_objects import Bar, Figure

from charts.marks import safe
from charts.theme import blank, faded, type_size
from views.palette import palette
from views.view import View
from words.language import Language

ROW, LONGEST = 32, 36


def chances(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each option's chance of the first places under all weights, as one bar an option.

    Parameters
    ----------
    view : View
        Its frame has ``place``, ``label`` and the chances ``place_1, place_2, …``.
    language, dark, present
        As in `charts.effort.figure`.
    """
    colours, size = palette(dark), type_size(present)
    frame = view.frame
    names = [
        "<br>".join(wrap(f"{row.place}  {safe(row.label)}", LONGEST)) for row in frame.itertuples()
    ]
    places = [name for name in ("place_1", "place_2", "place_3") if name in frame]
    shares = frame[places].clip(upper=1)
    shares["lower"] = (1 - shares.sum(axis=1)).clip(lower=0)
    titles = [language.say("First"), language.say("Second"), language.say("Third")]
    titles = [*titles[: len(places)], language.say("Further down")]
    tones = [faded(colours.series[0], strength) for strength in (1, 0.6, 0.3)]
    fills = [*tones[: len(places)], colours.faint]
    letters = (colours.page, *(colours.ink,) * 3)
    drawn = blank(language, dark, present)
    for name, title, fill, letter in zip(shares, titles, fills, letters, strict=False):
        drawn.add_trace(_part(names, shares[name], title, (fill, letter), language))
    drawn.update_xaxes(visible=False, range=[0, 1.001])
    drawn.update_yaxes(autorange="reversed", tickfont_color=colours.ink, ticklabelstandoff=8)
    return drawn.update_layout(
        barmode="stack",
        bargap=0.3,
        height=int((ROW * len(frame) + 40) * size / type_size()),
        showlegend=True,
        legend={"traceorder": "normal"},
        margin_t=int(2.5 * size),
    )


def _part(
    names: list[str],
    shares: pd.Series,
    title: str,
    tones: tuple[str, str],
    language: Language,
) -> Bar:
    fill, letter = tones
    written = [language.share(share) for share in shares]
    return Bar(
        x=shares,
        y=names,
        name=title,
        orientation="h",
        marker_color=fill,
        text=[text if share >= 0.08 else "" for text, share in zip(written, shares, strict=True)],
        textposition="inside",
        constraintext="none",
        insidetextanchor="middle",
        textangle=0,
        textfont_color=letter,
        hovertext=[f"{title}: {text}" for text in written],
        hoverinfo="text",
    )
