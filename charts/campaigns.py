"""Did it work? A row a campaign: contacted and control group as two dots, the difference beside."""

from dataclasses import dataclass
from textwrap import wrap

import pandas as pd
from plotly.graph_objects import Figure, Scatter

from charts.marks import safe, whiskers
from charts.theme import blank, type_size
from views.palette import Palette, palette
from views.view import View
from words.language import Language

ROW, ROOM_ROW, HEAD, FOOT = 52, 72, 34, 48
DOT, LINE, APART = 11, 2, 0.15
LONGEST_NAME, NAME_LINES, LONGEST_VERDICT = 25, 3, 20
NAMES, SAID = 12.5, 10.5  # room at the left and the right, in heights of a letter


@dataclass(frozen=True)
class Pen:
    """What every mark of the figure is drawn with."""

    language: Language
    colours: Palette
    size: float

    def verdict(self, code: str) -> str:
        """Return the colour of a verdict: blue works, orange harms, ink for neither."""
        sure = {"works": self.colours.series[0], "harms": self.colours.series[1]}
        return sure.get(code, self.colours.ink)


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw shares who stayed or came back, contacted against control group.

    Parameters
    ----------
    view : View
        Of `views.campaigns.view`: a row a campaign or group, with ``treated`` and ``holdout``,
        ``lift``, each with ``_low`` and ``_high``, and ``code`` of the verdict.
    language : Language
        Of the numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    pen = Pen(language, palette(dark), type_size(present))
    drawn = blank(language, dark, present)
    rows = view.frame.reset_index(drop=True)
    drawn.add_trace(_dots(view, rows, "holdout", pen))
    drawn.add_trace(_dots(view, rows, "treated", pen))
    left = {"x": 0, "xshift": -NAMES * pen.size}
    right = {"x": 1, "xshift": pen.size}
    for place, row in rows.iterrows():
        _write(drawn, _name(row["mark"]), left | {"y": place}, pen.colours.ink)
        _write(drawn, _said(row, pen), right | {"y": place}, pen.verdict(row["code"]))
    heading = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 6}
    _write(drawn, _sides(view, pen), left | heading, pen.colours.ink)
    _write(drawn, safe(view.result.beside), right | heading, pen.colours.muted)
    _axes(drawn, view, rows, pen)
    row_height = ROOM_ROW if present else ROW
    return drawn.update_layout(
        height=HEAD + FOOT + row_height * len(rows),
        margin={"l": NAMES * pen.size, "r": SAID * pen.size, "t": HEAD, "b": FOOT},
    )


def _dots(view: View, rows: pd.DataFrame, side: str, pen: Pen) -> Scatter:
    treated = side == "treated"
    known = rows[rows[side].notna()]
    colour = [pen.verdict(code) for code in known["code"]] if treated else pen.colours.everyone
    return Scatter(
        x=known[side],
        y=known.index + (-APART if treated else APART),
        name=view.result.sides[side],
        mode="markers",
        cliponaxis=False,
        marker={
            "size": DOT,
            "color": colour,
            "symbol": "circle" if treated else "circle-open",
            "line": {"width": 0 if treated else LINE, "color": pen.colours.everyone},
        },
        error_x=whiskers(known, side, pen.colours.everyone),
        customdata=known["mark"],
        hovertext=[_hover(row, side, pen) for _, row in known.iterrows()],
        hoverinfo="text",
    )


def _sides(view: View, pen: Pen) -> str:
    """Say which dot is which, in the colours that they are drawn in."""
    treated, holdout = (safe(view.result.sides[side]) for side in ("treated", "holdout"))
    filled = f'<span style="color:{pen.colours.series[0]}">●</span> {treated}'
    return f'{filled}   <span style="color:{pen.colours.everyone}">○</span> {holdout}'


def _hover(row: pd.Series, side: str, pen: Pen) -> str:
    say = pen.language
    interval = say.share_interval(row[f"{side}_low"], row[f"{side}_high"])
    n = say.number(row[f"{side}_n"])
    return f"{safe(row['mark'])}<br>{say.share(row[side])} ({interval})<br>n = {n}"


def _name(text: str) -> str:
    lines = wrap(text, LONGEST_NAME)
    if len(lines) > NAME_LINES:
        lines = [*lines[: NAME_LINES - 1], lines[NAME_LINES - 1][: LONGEST_NAME - 1] + "…"]
    return "<br>".join(safe(line) for line in lines)


def _said(row: pd.Series, pen: Pen) -> str:
    """Write the difference with its interval in points, and the verdict below."""
    verdict = "<br>".join(safe(line) for line in wrap(row["verdict"], LONGEST_VERDICT))
    if pd.isna(row["lift"]):
        return verdict
    say = pen.language
    lift, low, high = (
        say.signed(round(row[name] * 100)) for name in ("lift", "lift_low", "lift_high")
    )
    return f"<b>{lift}</b> ({low} … {high})<br>{verdict}"


def _write(drawn: Figure, text: str, where: dict, colour: str) -> None:
    still = {"xref": "paper", "xanchor": "left", "yanchor": "middle", "align": "left"}
    drawn.add_annotation(text=text, font={"color": colour}, **(still | where))


def _axes(drawn: Figure, view: View, rows: pd.DataFrame, pen: Pen) -> None:
    drawn.update_xaxes(
        title_text=view.chart.y_title,
        tickformat=".0%",
        rangemode="tozero",
        showgrid=True,
        gridcolor=pen.colours.faint,
        nticks=6,
    )
    drawn.update_yaxes(range=[len(rows) - 0.5, -0.5], showticklabels=False, showline=False)
