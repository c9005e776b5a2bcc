"""What do they want, and do they get it? A row a benefit, its steps, the widest loss in colour."""

from dataclasses import dataclass
from textwrap import wrap

import pandas as pd
from plotly.graph_objects import Bar, Figure, Scatter

from analysis.value import GAPS, STEPS
from charts.marks import safe
from charts.rows import broken, name_rows
from charts.theme import LABEL_SIZE, blank, faded, type_size
from views.gaps.words import about
from views.palette import Palette, palette
from views.view import View
from words.gaps import gap_label, lost_label, step_label
from words.language import Language

ROW, ROOM_ROW = 33, 44
# A step is one wide; its bars leave room before the next begins.
FULL = 0.88
LOST_OPACITY, KEPT_OPACITY = 0.55, 0.38
LONGEST_NAME, LONGEST_STEP = 24, 9
# In front of a room a step is as wide as at a desk: its name can grow no further than this.
LARGEST_STEP = 14
# Room at the right for what is lost, in steps: for a sign, and at least.
SAID_A_SIGN, SAID = 0.15, 2.1
CLEAR = 0.05
# Up to this share the figure stands beside the bar, which is too short to hold it.
SHORT = 0.5


@dataclass(frozen=True)
class Pen:
    """What every mark of the figure is drawn with."""

    language: Language
    colours: Palette
    size: float

    def colour(self, gap: str) -> str:
        """Return a gap's fixed colour; grey where all is fine."""
        return dict(zip(GAPS, (*self.colours.series[:4], self.colours.everyone), strict=True))[gap]


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the share kept at each step from important to satisfied, of those who got that far.

    Parameters
    ----------
    view : View
        Of `views.gaps.view`.
    language : Language
        Of steps, names and numbers.
    dark, present : bool
        The page's background; whether a room reads along.

    Returns
    -------
    Figure
        A row a benefit, ``customdata`` its item id; a step that was not asked stays empty.
    """
    pen = Pen(language, palette(dark), type_size(present))
    drawn = blank(language, dark, present)
    rows = view.frame.assign(y=range(len(view.frame)))
    for place, step in enumerate(STEPS):
        drawn.add_trace(_kept(rows, step, place, pen))
        drawn.add_trace(_lost(rows, step, place, pen))
        drawn.add_trace(_said(rows, step, place, pen))
    _ends(drawn, rows, pen)
    _legend(drawn, rows, pen)
    _axes(drawn, rows, pen)
    head = int(5.5 * pen.size)
    height = head + (ROOM_ROW if present else ROW) * len(rows)
    return drawn.update_layout(
        barmode="overlay", bargap=0.28, height=height, margin={"t": head}, showlegend=True
    )


def _kept(rows: pd.DataFrame, step: str, place: int, pen: Pen) -> Bar:
    """Draw the share kept, with its interval."""
    share = rows[step]
    return Bar(
        y=rows["y"],
        x=share * FULL,
        base=place,
        orientation="h",
        marker_color=faded(pen.colours.everyone, KEPT_OPACITY),
        error_x={
            "type": "data",
            "array": (rows[f"{step}_high"] - share) * FULL,
            "arrayminus": (share - rows[f"{step}_low"]) * FULL,
            "color": pen.colours.muted,
            "thickness": 1,
            "width": 2,
        },
        customdata=rows["item_id"],
        hovertext=_hover(rows, step, pen.language),
        hoverinfo="text",
        showlegend=False,
    )


def _lost(rows: pd.DataFrame, step: str, place: int, pen: Pen) -> Bar:
    """Draw what is lost after what is kept: in colour where it is the benefit's widest loss."""
    means = rows[f"{step}_gap"]
    widest = (means == rows["at"]) & (rows["gap"] != "fine")
    fills = [
        faded(pen.colour(gap), LOST_OPACITY) if here else pen.colours.faint
        for here, gap in zip(widest, rows["at"], strict=True)
    ]
    return Bar(
        y=rows["y"],
        x=((1 - rows[step]) * FULL).where(means.notna()),
        base=place + rows[step].fillna(0) * FULL,
        orientation="h",
        marker_color=fills,
        customdata=rows["item_id"],
        hovertext=_hover(rows, step, pen.language),
        hoverinfo="text",
        showlegend=False,
    )


def _said(rows: pd.DataFrame, step: str, place: int, pen: Pen) -> Scatter:
    """Write the share itself: in the bar, or beside one that is too short."""
    # clear of the whisker, which would read as a minus sign
    after = rows[f"{step}_high"] * FULL + CLEAR
    beside = after.where(rows[step] < SHORT, 0.0).fillna(0.0)
    texts = ["–" if pd.isna(share) else pen.language.share(share) for share in rows[step]]
    return Scatter(
        y=rows["y"],
        x=place + beside,
        mode="text",
        text=texts,
        textposition="middle right",
        textfont={"size": pen.size - 1, "color": pen.colours.ink},
        hoverinfo="skip",
        showlegend=False,
    )


def _ends(drawn: Figure, rows: pd.DataFrame, pen: Pen) -> None:
    """Say at the end of each row how many are lost at its widest loss."""
    for _, row in rows.dropna(subset="gap").iterrows():
        drawn.add_annotation(
            x=len(STEPS) + 0.02,
            y=row["y"],
            xanchor="left",
            text=f"<b>{_lost_text(row, pen.language)}</b>",
            font={"color": pen.colour(row["gap"]), "size": pen.size},
        )


def _lost_text(row: pd.Series, language: Language) -> str:
    n = about(row["lost"], language) if row["gap"] != "fine" else ""
    return lost_label(language, row["gap"], n, unmet=bool(row["unmet"]))


def _said_room(rows: pd.DataFrame, pen: Pen) -> float:
    """Return how much room the longest text at a row's end takes, in steps."""
    texts = [_lost_text(row, pen.language) for _, row in rows.dropna(subset="gap").iterrows()]
    longest = max((len(text) for text in texts), default=0)
    return max(SAID, longest * SAID_A_SIGN) * pen.size / LABEL_SIZE


def _legend(drawn: Figure, rows: pd.DataFrame, pen: Pen) -> None:
    """Name the gaps that are drawn in colour."""
    for gap in GAPS:
        if gap != "fine" and (rows["gap"] == gap).any():
            name, fill = gap_label(pen.language, gap), faded(pen.colour(gap), LOST_OPACITY)
            drawn.add_trace(Bar(x=[None], y=[None], name=name, marker_color=fill))


def _axes(drawn: Figure, rows: pd.DataFrame, pen: Pen) -> None:
    name_rows(drawn, [broken(name, LONGEST_NAME) for name in rows["label"]], pen.colours)
    drawn.update_yaxes(tickfont_size=pen.size, fixedrange=True)
    drawn.update_xaxes(
        range=[-0.02, len(STEPS) + _said_room(rows, pen)],
        showline=False,
        showticklabels=False,
        fixedrange=True,
    )
    drawn.update_layout(legend={"y": 1, "yanchor": "top", "yref": "container"})
    for place, step in enumerate(STEPS):
        drawn.add_annotation(
            x=place,
            y=1,
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            align="left",
            text="<br>".join(wrap(step_label(pen.language, step), LONGEST_STEP)),
            font={"color": pen.colours.muted, "size": min(pen.size - 1.5, LARGEST_STEP)},
        )


def _hover(frame: pd.DataFrame, step: str, language: Language) -> list[str]:
    texts = []
    for _, row in frame.iterrows():
        head = f"{safe(str(row['label']))} · {step_label(language, step, row['kind'])}"
        if pd.isna(row[step]):
            nothing = language.say("not asked, or too few to show")
            texts.append(f"{head}: {nothing}")
            continue
        interval = language.share_interval(row[f"{step}_low"], row[f"{step}_high"])
        n = language.number(row[f"{step}_n"])
        texts.append(f"{head}: {language.share(row[step])} ({interval}), n = {n}")
    return texts
