"""What do they want? The Better/Worse plane with its doubt; the six classes of each benefit."""

from plotly.graph_objects import Bar, Figure

from analysis.kano import CLASSES
from charts.kano.labels import Size, add_labels
from charts.kano.marks import MARK, arrows, doubt, marks
from charts.marks import safe
from charts.theme import LABEL_SIZE, blank, type_size
from views.palette import Palette, palette
from views.view import View
from words.kano import class_label
from words.language import Language

DESK, ROOM = (640, 520), (760, 560)  # px: narrowest width, height
ROW = 30
TICKS = (0, 0.5, 1)
# Class by corner: x, y.
CORNERS = {"A": (0, 1), "O": (1, 1), "M": (1, 0), "I": (0, 0)}


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each benefit by what is better with it and worse without it.

    Parameters
    ----------
    view : View
        Of `views.kano.view`.
    language : Language
        Of the corners' names and the numbers.
    dark, present : bool
        The page's background; whether a room reads along.

    Returns
    -------
    Figure
        A lettered mark a benefit, its ``customdata`` the item's id; an ellipse where it may lie;
        arrows between two groups where ``view.result`` has them.
    """
    colours = palette(dark)
    size = type_size(present)
    drawn = blank(language, dark, present)
    drawn.add_traces(doubt(view, colours))
    if len(view.result.groups.arrows):
        drawn.add_traces(arrows(view, colours, size))
    drawn.add_traces(marks(view, language, colours, size))
    _corners(drawn, language, colours, size)
    width, height = ROOM if present else DESK
    room = Size(width, height, size, MARK * size / LABEL_SIZE)
    add_labels(drawn, view.frame, colours, room)
    _axes(drawn, view, language, colours)
    # The last tick's label stands half outside the plane.
    margin = {"t": size, "r": 2 * size}
    return drawn.update_layout(height=height, margin=margin, clickmode="event+select")


def shares(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the shares of the six classes of each benefit as one bar.

    Parameters
    ----------
    view, language, dark, present
        As in `figure`.
    """
    colours = palette(dark)
    size = type_size(present)
    drawn = blank(language, dark, present)
    names = [safe(label) for label in view.frame["label"]]
    for code in CLASSES:
        share = view.frame[f"share_{code}"]
        said = [language.share(value) for value in share]
        drawn.add_trace(
            Bar(
                x=share,
                y=names,
                name=class_label(language, code),
                orientation="h",
                marker_color=colours.kano[code],
                customdata=view.frame["item_id"],
                text=[f"{code} {text}" for text in said],
                textposition=["inside" if value >= 0.09 else "none" for value in share],
                textfont_color=colours.page,
                insidetextanchor="middle",
                textangle=0,
                hovertemplate=f"%{{y}}<br>{class_label(language, code)}: %{{text}}<extra></extra>",
            )
        )
    drawn.update_xaxes(range=(0, 1), **_ticks(language))
    drawn.update_yaxes(autorange="reversed", tickfont_color=colours.ink)
    height = ROW * size / LABEL_SIZE * len(view.frame) + 6 * size
    return drawn.update_layout(
        barmode="stack", bargap=0.25, height=height, showlegend=True, legend_traceorder="normal"
    )


def _corners(drawn: Figure, language: Language, colours: Palette, size: float) -> None:
    for code, (across, up) in CORNERS.items():
        drawn.add_annotation(
            x=across,
            y=up,
            text=f"{code} · {class_label(language, code)}",
            font={"color": colours.kano[code], "size": size},
            xanchor="right" if across else "left",
            yanchor="top" if up else "bottom",
            xshift=-6 if across else 6,
            yshift=-4 if up else 4,
        )


def _axes(drawn: Figure, view: View, language: Language, colours: Palette) -> None:
    shown = {"range": (0, 1), "showgrid": True, "gridcolor": colours.faint, "fixedrange": True}
    # The origin's 0 % stands on the upright axis, once.
    drawn.update_xaxes(title_text=view.chart.x_title, **shown, **_ticks(language, TICKS[1:]))
    drawn.update_yaxes(title_text=view.chart.y_title, **shown, **_ticks(language))


def _ticks(language: Language, ticks: tuple[float, ...] = TICKS) -> dict[str, object]:
    return {"tickvals": ticks, "ticktext": [language.share(tick) for tick in ticks]}
