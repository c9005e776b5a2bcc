"""The reveal as a picture: on each line the room's guess, the members, and how far apart."""

from typing import NamedTuple

from pandas import DataFrame, Series
from plotly.graph_objects import Figure, Scatter

from charts.marks import safe
from charts.theme import LABEL_SIZE, blank, type_size
from queries.guesses import CLASSES
from views.palette import Palette, palette
from views.view import View
from words.language import Language

ROW, MARK, MOST = 34, 20, 16


class Side(NamedTuple):
    """The guesses or the members: the columns of their class and of their place on the line."""

    code: str
    at: str
    classes: bool

    @property
    def members(self) -> bool:
        """Whether these are the members."""
        return self.code == "truth"


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw a line a benefit, the biggest surprise on top.

    Parameters
    ----------
    view : View
        Of `views.guess.view`.
    language, dark, present
        As in `charts.kano.figure`.

    Returns
    -------
    Figure
        A hollow mark where the room guessed, a full one where members are, a bar between them.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    rows = view.frame.head(MOST)
    classes = view.result.way == CLASSES
    ends = ("guessed_share", "truth_share") if classes else ("guessed", "truth")
    names = [safe(label) for label in rows["label"]]
    for name, row in zip(names, rows.to_dict("records"), strict=True):
        tone = _tone(row, colours, classes)
        drawn.add_trace(
            Scatter(x=[row[ends[0]], row[ends[1]]], y=[name, name], mode="lines",
                    line={"color": colours.faint if row["surprise"] <= 0 else tone, "width": 5},
                    opacity=0.45, hoverinfo="skip", showlegend=False)
        )  # fmt: skip
    for code, at in zip(("guessed", "truth"), ends, strict=True):
        drawn.add_trace(_marks(rows, Side(code, at, classes), language, colours, size))
    drawn.update_yaxes(autorange="reversed", tickfont_color=colours.ink)
    _across(drawn, view, rows, ends, language)
    yours, theirs = language.say("Your guess"), language.say("Members")
    drawn.add_annotation(
        text=f"□ {yours}   ● {theirs}",
        font_color=colours.muted, x=0, xref="paper", y=1, yref="paper",
        xanchor="left", yanchor="bottom", yshift=size * 0.4,
    )  # fmt: skip
    height = ROW * size / LABEL_SIZE * len(rows) + 6 * size
    return drawn.update_layout(height=height, margin={"r": 2 * size, "t": 2.4 * size})


def _tone(row: dict, colours: Palette, classes: bool) -> str:
    return colours.kano[row["truth"]] if classes else colours.series[0]


def _marks(rows: DataFrame, side: Side, language: Language, colours: Palette, size: float):
    """Draw the guesses (hollow squares) or the members (full circles), lettered with classes."""
    letters = list(rows[side.code]) if side.classes else _numbers(rows[side.at], language)
    tones = [colours.kano[one] if side.classes else colours.series[0] for one in rows[side.code]]
    fill, line = (tones, colours.page) if side.members else (colours.page, tones)
    return Scatter(
        x=rows[side.at],
        y=[safe(label) for label in rows["label"]],
        mode="markers+text",
        text=letters,
        customdata=rows["item_id"],
        marker={"size": MARK * size / LABEL_SIZE, "color": fill, "opacity": 1,
                "line": {"width": 2, "color": line},
                "symbol": "circle" if side.members else "square"},
        textfont={"size": size * 0.9, "weight": "bold",
                  "color": colours.page if side.members else tones},
        hoverinfo="text",
        hovertext=[_told(row, side, language) for row in rows.to_dict("records")],
    )  # fmt: skip


def _numbers(places: Series, language: Language) -> list[str]:
    return [language.number(place) for place in places]


def _told(row: dict, side: Side, language: Language) -> str:
    name = safe(row["label"])
    if not side.classes:
        return f"<b>{name}</b><br>{language.number(row[side.at], 0 if side.members else 1)}"
    share = language.share(row[side.at])
    interval = language.share_interval(row[f"{side.at}_low"], row[f"{side.at}_high"])
    said = language.say("{share} of members ({interval})", share=share, interval=interval)
    return f"<b>{name}</b><br>{row[f'{side.code}_label']}<br>{said}"


def _across(drawn: Figure, view: View, rows, ends, language: Language) -> None:
    if view.result.way == CLASSES:
        top = max(0.5, float(rows[list(ends)].max().max()) + 0.05)
        ticks = [tick / 4 for tick in range(5) if tick / 4 <= top]
        drawn.update_xaxes(range=(-0.03, top), tickvals=ticks, fixedrange=True,
                           ticktext=[language.share(tick) for tick in ticks],
                           title_text=view.chart.y_title)  # fmt: skip
        return
    last = len(view.frame)
    drawn.update_xaxes(range=(last + 0.7, 0.3), tickvals=[1, last], fixedrange=True,
                       ticktext=["1", str(last)], title_text=view.chart.y_title)  # fmt: skip
