"""How satisfaction rises as a benefit gets better: a curve a benefit, by its class."""

import pandas as pd
from plotly.graph_objects import Figure, Scatter

from analysis.kano import s_curves
from charts.marks import safe
from charts.theme import LABEL_SIZE, blank, type_size
from views.palette import palette
from views.view import View
from words.kano import class_label
from words.language import Language

HEIGHT = 480
TICKS = (-0.8, -0.4, 0, 0.4, 0.8)
NEAR = 1.35  # lines of text between two names at the right edge


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw satisfaction over how well each benefit is fulfilled.

    Parameters
    ----------
    view, language, dark, present
        As in `charts.kano.figure`. Benefits that are indifferent, unwanted or too close to call
        have no curve.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    frame = view.frame.set_index("item_id")
    curved = frame[frame["category"].isin(["A", "O", "M"])]
    curves = s_curves(
        curved[["category"]].assign(cs_plus=curved["better"], cs_minus=-curved["worse"])
    )
    for item, curve in curves.groupby("feature", sort=False):
        row = curved.loc[item]
        drawn.add_trace(
            Scatter(
                x=curve["x"],
                y=curve["y"],
                mode="lines",
                line={"color": colours.kano[row["category"]], "width": 2},
                hovertext=f"{safe(row['label'])} · {class_label(language, row['category'])}",
                hoverinfo="text",
            )
        )
    height = HEIGHT * size / LABEL_SIZE
    _names(drawn, curved, colours, size, height)
    drawn.update_xaxes(
        title_text=language.say("How well it is fulfilled"), range=(-0.02, 1.45),
        tickvals=(0.06, 1),
        ticktext=[language.say("not at all"), language.say("fully")], fixedrange=True,
    )  # fmt: skip
    drawn.update_yaxes(
        range=(-1, 1), zeroline=True, zerolinecolor=colours.faint, fixedrange=True,
        tickvals=TICKS, ticktext=[_share(tick, language) for tick in TICKS],
    )  # fmt: skip
    return drawn.update_layout(height=height)


def _share(value: float, language: Language) -> str:
    if not value:
        return "0"
    share = language.share(abs(value))
    if value < 0:
        return language.say("{share} displeased", share=share)
    return language.say("{share} pleased", share=share)


def _names(drawn: Figure, curved: pd.DataFrame, colours, size: float, height: float) -> None:
    """Write each name at its curve's end, pushed apart where curves end together."""
    step = 2 * NEAR * size / height
    ends = curved.sort_values("better")
    at, last = [], -2.0
    for end in ends["better"]:
        last = max(end, last + step)
        at.append(last)
    over = max(0.0, (at[-1] if at else 0.0) - 0.97)
    for (_, row), y in zip(ends.iterrows(), at, strict=True):
        drawn.add_annotation(
            x=1.02, y=y - over, text=safe(row["label"]), xanchor="left", yanchor="middle",
            font={"size": size * 0.92, "color": colours.kano[row["category"]]},
        )  # fmt: skip
