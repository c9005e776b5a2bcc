"""Where effort pays, as bars: what stands behind a group."""

import pandas as pd
from plotly.graph_objects import Bar, Figure

from charts.theme import blank, type_size
from views.effort.options import ABILITY, CRITERIA
from views.palette import palette
from views.view import View
from words.effort import CRITERIA as CRITERION
from words.language import Language

ROW = 30


def behind(
    view: View,
    language: Language,
    *,
    dark: bool = False,
    present: bool = False,
    code: str = "",
) -> Figure:
    """Draw one group's criteria, each against the best group's.

    Parameters
    ----------
    view, language, dark, present
        As in `charts.effort.figure`.
    code : str
        The group's code; the first group's where it is none of the view's.
    """
    colours, size = palette(dark), type_size(present)
    criteria, order = view.result.criteria, view.result.order
    group = code if code in order else order[0]
    row = view.frame.set_index("code").loc[group]
    values = criteria.values.loc[group, list(CRITERIA)] * 100
    low = criteria.low.loc[group, list(CRITERIA)] * 100
    high = (criteria.high.loc[group, list(CRITERIA)] * 100).clip(upper=100)
    drawn = blank(language, dark, present)
    drawn.add_trace(
        Bar(
            x=values,
            y=[language.say(CRITERION[name]) for name in CRITERIA],
            orientation="h",
            marker_color=[
                colours.series[2] if name in ABILITY else colours.series[0] for name in CRITERIA
            ],
            error_x={
                "type": "data",
                "array": (high - values).clip(lower=0),
                "arrayminus": (values - low).clip(lower=0),
                "color": colours.muted,
                "thickness": 1.2,
                "width": 0,
            },
            hoverinfo="skip",
        )
    )
    for name in CRITERIA:
        drawn.add_annotation(
            x=104,
            y=language.say(CRITERION[name]),
            text=_figure(row, name, language),
            showarrow=False,
            xanchor="left",
            font={"size": size, "color": colours.ink},
        )
    drawn.update_xaxes(visible=False, range=[0, 205])
    drawn.update_yaxes(autorange="reversed", tickfont_color=colours.ink, ticklabelstandoff=8)
    return drawn.update_layout(height=int((ROW * len(CRITERIA) + 20) * size / type_size()))


def _figure(row: pd.Series, name: str, language: Language) -> str:
    """Write a criterion in its own unit, with its interval and what it rests on."""
    value, low, high, n = (row[f"{name}{end}"] for end in ("", "_low", "_high", "_n"))
    if pd.isna(value):
        return language.say("not known")
    if name == "size":
        return language.number(value)
    base = language.say("n = {n}", n=language.number(n))
    if name == "value":
        interval = f"{language.number(low, -2)}–{language.number(high, -2)}"
        return f"{language.money(round(value, -2))} ({interval}) · {base}"
    decimals = 1 if high < 0.1 else 0
    interval = language.share_interval(low, high, decimals)
    return f"{language.share(value, decimals)} ({interval}) · {base}"
