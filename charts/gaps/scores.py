"""Opportunity scores: a bar a benefit with its interval, and where the bands begin."""

from plotly.graph_objects import Bar, Figure

from analysis.value.opportunity import BAND_FROM
from charts.marks import safe, whiskers
from charts.rows import broken, name_rows
from charts.theme import blank, faded, type_size
from views.palette import Palette, palette
from views.view import View
from words.language import Language

ROW, ROOM_ROW, HEAD = 28, 36, 30
LONGEST_NAME = 24
HIGHEST = 20


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the opportunity score of each benefit, the largest first.

    Parameters and returns as of `charts.gaps.figure`; benefits without a score are left out.
    """
    colours, size = palette(dark), type_size(present)
    frame = view.frame.dropna(subset="score").sort_values("score", ascending=False)
    drawn = blank(language, dark, present)
    rows = list(range(len(frame)))
    worth_a_look = frame["score"] >= BAND_FROM[0]
    drawn.add_trace(
        Bar(
            y=rows,
            x=frame["score"],
            orientation="h",
            marker_color=[
                colours.series[0] if look else faded(colours.everyone, 0.5) for look in worth_a_look
            ],
            error_x=whiskers(frame, "score", colours.ink, thickness=1, cap=3),
            customdata=frame["item_id"],
            hovertext=_hover(view, language),
            hoverinfo="text",
        )
    )
    for y, (_, row) in zip(rows, frame.iterrows(), strict=True):
        drawn.add_annotation(
            x=row["score_high"] + 0.2,
            y=y,
            xanchor="left",
            text=f"{language.number(row['score'], 1)} · {row['band_label']}",
            font={"color": colours.muted, "size": size},
            bgcolor=faded(colours.page, 0.8),
        )
    _bands(drawn, colours)
    name_rows(drawn, [broken(name, LONGEST_NAME) for name in frame["label"]], colours)
    drawn.update_xaxes(range=[0, HIGHEST], tickvals=[0, 5, *BAND_FROM, HIGHEST], side="top")
    height = HEAD + (ROOM_ROW if present else ROW) * max(len(frame), 1)
    return drawn.update_layout(height=height, margin={"t": HEAD})


def _bands(drawn: Figure, colours: Palette) -> None:
    for begins in BAND_FROM:
        drawn.add_vline(x=begins, line={"color": colours.muted, "width": 1, "dash": "dot"})


def _hover(view: View, language: Language) -> list[str]:
    frame = view.frame.dropna(subset="score").sort_values("score", ascending=False)
    return [
        f"{safe(str(row['label']))}: {language.number(row['score'], 1)}"
        f" ({language.number(row['score_low'], 1)}–{language.number(row['score_high'], 1)}),"
        f" n = {language.number(row['important_n'])}"
        for _, row in frame.iterrows()
    ]
