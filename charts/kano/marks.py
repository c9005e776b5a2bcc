"""What stands in the Better/Worse plane: lettered marks, their doubt, arrows between groups."""

from pandas import DataFrame, Series, notna
from plotly.graph_objects import Scatter

from charts.marks import ellipses, safe
from charts.theme import LABEL_SIZE, faded
from views.palette import TOO_CLOSE, Palette
from views.view import View
from words.language import Language

MARK = 20


def doubt(view: View, colours: Palette) -> list[Scatter]:
    """Return an ellipse a benefit, as far as its intervals reach."""
    return [
        Scatter(
            x=across,
            y=up,
            fill="toself",
            mode="lines",
            line_width=0,
            fillcolor=faded(colours.kano[code], 0.18),
            hoverinfo="skip",
        )
        for (across, up), code in zip(
            ellipses(view.frame, "worse", "better"), view.frame["category"], strict=True
        )
    ]


def marks(view: View, language: Language, colours: Palette, size: float) -> list[Scatter]:
    """A trace a benefit, so that where marks overlap no letter shines through another mark."""
    scale = size / LABEL_SIZE
    marks = []
    for _, row in view.frame.iterrows():
        sure = row["category"] != TOO_CLOSE
        tone = colours.kano[row["category"]]
        fill, line, letters = (
            (tone, colours.page, colours.page) if sure else (colours.page, tone, tone)
        )
        small = 0.75 if len(row["letters"]) > 1 else 1
        mark = Scatter(
            x=[row["worse"]],
            y=[row["better"]],
            mode="markers+text",
            text=[row["letters"]],
            customdata=[row["item_id"]],
            hovertext=[_told(row, language)],
            hoverinfo="text",
            marker={"size": scale * MARK / small, "color": fill, "opacity": 1},
            marker_line={"width": 1.5, "color": line},
            textfont={"size": size * small, "color": letters, "weight": "bold"},
        )
        marks.append(mark)
    return marks


def _told(row: Series, language: Language) -> str:
    def share(name: str) -> str:
        interval = language.share_interval(row[f"{name}_low"], row[f"{name}_high"])
        return f"{language.share(row[name])} ({interval})"

    told = [
        f"<b>{safe(row['label'])}</b>",
        f"{row['category_label']} · n = {language.number(row['n'])}",
        language.say("Better if there: {share}", share=share("better")),
        language.say("Worse if missing: {share}", share=share("worse")),
    ]
    if notna(row["again"]):
        again = language.share(row["again"])
        told.append(language.say("Comes first in {share} of resamples", share=again))
    return "<br>".join(told)


def arrows(view: View, colours: Palette, size: float) -> list[Scatter]:
    """From one group to the other, below the marks; grey, since they are what is compared.

    A dotted outline at either end reaches as far as its intervals.
    """
    arrows = _shown_arrows(view)
    common = {"mode": "markers", "hoverinfo": "skip"}
    grey = {"color": colours.everyone, "opacity": 1}
    starts = {"symbol": "circle", "size": size / 2, **grey}
    heads = {"symbol": ["circle", "arrow"], "size": size, "angleref": "previous", **grey}
    return [
        *_outlines(arrows, colours),
        Scatter(x=arrows["from_worse"], y=arrows["from_better"], marker=starts, **common),
        *(
            Scatter(
                x=[arrow.from_worse, arrow.to_worse],
                y=[arrow.from_better, arrow.to_better],
                line={"color": colours.everyone, "width": 1.5},
                marker=heads,
                **common | {"mode": "lines+markers"},
            )
            for arrow in arrows.itertuples()
        ),
    ]


def _outlines(arrows: DataFrame, colours: Palette) -> list[Scatter]:
    return [
        Scatter(
            x=across,
            y=up,
            mode="lines",
            line={"color": faded(colours.everyone, 0.6), "width": 1, "dash": "dot"},
            hoverinfo="skip",
        )
        for side in ("from", "to")
        for across, up in ellipses(arrows, f"{side}_worse", f"{side}_better")
    ]


def _shown_arrows(view: View) -> DataFrame:
    arrows = view.result.groups.arrows
    return arrows[arrows.index.isin(view.frame["item_id"])]
