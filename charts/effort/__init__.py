"""Where effort pays: groups as bubbles, by what they bring and how well they can be won."""

import pandas as pd
from plotly.graph_objects import Figure, Scatter

from charts.effort.labels import Size, add_labels, radii
from charts.marks import safe, whiskers
from charts.theme import blank, faded, type_size
from views.palette import EVERYONE, palette
from views.view import View
from words.language import Language

# Names are placed for a narrow page; on a wider one the bubbles move apart and names still fit.
DESK, ROOM = Size(600, 500, type_size(), 14), Size(760, 540, type_size(True), 6)
EDGE = 6
# Room for names to the right of the last bubble, as a share of the way to it.
NAMES = 0.3


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each group by what winning it back brings and how well it can be won.

    Parameters
    ----------
    view : View
        Of `views.effort.view`.
    language : Language
        Of the numbers.
    dark, present : bool
        The page's background; whether a room reads along.

    Returns
    -------
    Figure
        A bubble a group, its area the group's people and its ``customdata`` the group's code;
        whiskers as far as the intervals reach. Those who left lately are in colour.
    """
    colours, size = palette(dark), ROOM if present else DESK
    frame = view.frame.assign(radius=radii(view.frame["n"]))
    frame = frame.sort_values("n", ascending=False, kind="stable")
    drawn = blank(language, dark, present)
    tones = [colours.everyone if time == EVERYONE else colours.series[0] for time in frame["time"]]
    drawn.add_trace(
        Scatter(
            x=frame["worth"],
            y=frame["ability"],
            error_x=whiskers(frame, "worth", colours.muted, thickness=1),
            error_y=whiskers(frame, "ability", colours.muted, thickness=1),
            mode="markers",
            marker={
                "size": 2 * frame["radius"],
                "color": [faded(tone, 0.55) for tone in tones],
                "line": {"width": 1.5, "color": tones},
                "opacity": 1,
            },
            customdata=list(frame["code"]),
            hovertext=[_told(row, language) for _, row in frame.iterrows()],
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 0.75}},
        )
    )
    ranges = [_range(frame, name) for name in ("worth", "ability")]
    for update, (low, high), title in zip(
        (drawn.update_xaxes, drawn.update_yaxes),
        ranges,
        (view.chart.x_title, view.chart.y_title),
        strict=True,
    ):
        update(title_text=title, range=(low, high), tickvals=_ticks(low))
    add_labels(drawn, frame, ranges, colours, size)
    return drawn.update_layout(height=size.height, margin_t=size.type, clickmode="event+select")


def reading_aid(view: View, language: Language) -> str:
    """Say what size and colour of a bubble mean."""
    if (view.frame["time"] == "all").all():
        return language.say("the larger, the more people")
    return language.say("the larger, the more people; blue left under 12 months ago")


def _range(frame: pd.DataFrame, name: str) -> tuple[float, float]:
    """Return limits that hold the whiskers, with room for names at the right."""
    low = max(float(frame[f"{name}_low"].min()) - EDGE, -EDGE)
    names = NAMES * (float(frame[name].max()) - low) if name == "worth" else 0
    return low, max(100 + EDGE, float(frame[name].max()) + names)


def _ticks(low: float) -> list[int]:
    """Return round scores up to 100, which none can pass."""
    step = 20 if low < 55 else 10
    return [tick for tick in range(0, 101, step) if tick >= low]


def _told(row: pd.Series, language: Language) -> str:
    return "<br>".join(
        (
            f"<b>{safe(row['label'])}</b>",
            language.say(
                "{n} people · place {place}", n=language.number(row["n"]), place=row["place"]
            ),
            language.say(
                "Score {score} of 100 ({low}–{high})",
                score=language.number(row["score"]),
                low=language.number(row["score_low"]),
                high=language.number(row["score_high"]),
            ),
        )
    )
