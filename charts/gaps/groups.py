"""Groups against the others: who knows more or less, who is more or less satisfied."""

import pandas as pd
from plotly.graph_objects import Figure, Scatter

from charts.clusters.axes import wrapped
from charts.marks import ENDS, whiskers
from charts.rows import name_rows
from charts.theme import blank, type_size
from views.gaps.groups import MEASURES, Groups
from views.palette import Palette, palette
from views.view import View
from words.gaps import MEASURES as NAMES
from words.language import Language

# A row is so many times its type high: where every name has one line, and where one has two.
ROW_OF_ONE, ROW_OF_TWO = 2.2, 3.2
LONGEST_NAME = 36
LEAST_REACH = 0.1
BETWEEN = 0.06
LONGEST_HEAD = 44


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each group's difference from all others, in two panels: awareness and satisfaction.

    Former members are drawn against members, benefit by benefit; branches and segments all
    benefits together. What is clear has colour, what chance could have made is grey.

    Parameters and returns as of `charts.gaps.figure`.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    rows, names = _rows(view.result.groups, view.frame)
    reach = max(rows[["low", "high"]].abs().max().max(), LEAST_REACH) * 1.05
    order = list(names)
    for place, measure in enumerate(MEASURES):
        axis = f"x{place + 1}"
        of_measure = rows[rows["measure"] == measure]
        drawn.add_trace(_marks(of_measure, order, axis, language, colours))
        _panel(drawn, place, reach, language.say(NAMES[measure]), language)
        _zero(drawn, axis, colours)
    texts = [wrapped(name, LONGEST_NAME, 2) for name in names.values()]
    name_rows(drawn, texts, colours)
    row = ROW_OF_TWO if any("<br>" in text for text in texts) else ROW_OF_ONE
    height = int(size * (6 + row * len(names)))
    return drawn.update_layout(height=height, margin={"t": int(4 * size), "b": int(2 * size)})


def _marks(
    rows: pd.DataFrame, order: list[str], axis: str, language: Language, colours: Palette
) -> Scatter:
    below, above = colours.diverging[-1], colours.diverging[0]
    fills = [
        colours.everyone if not clear else below if difference < 0 else above
        for clear, difference in zip(rows["clear"], rows["difference"], strict=True)
    ]
    return Scatter(
        x=rows["difference"],
        y=[order.index(row) for row in rows["row"]],
        xaxis=axis.replace("x1", "x"),
        mode="markers",
        marker={"size": 9, "color": fills},
        error_x=whiskers(rows, "difference", colours.muted, ENDS, thickness=1, cap=3),
        customdata=rows["row"],
        hovertext=[_hover(row, language) for _, row in rows.iterrows()],
        hoverinfo="text",
    )


def _panel(drawn: Figure, place: int, reach: float, name: str, language: Language) -> None:
    """Lay one measure's axis: percentage points less or more than the others."""
    step = 0.1 if reach <= 0.35 else 0.2
    ticks = [step * n for n in range(-int(reach / step), int(reach / step) + 1)]
    half = 0.5 - BETWEEN / 2
    axis = {
        "domain": [place * (half + BETWEEN), place * (half + BETWEEN) + half],
        "range": [-reach, reach],
        "tickvals": ticks,
        "ticktext": [language.signed(100 * tick) if tick else "0" for tick in ticks],
        "side": "bottom",
        "fixedrange": True,
    }
    drawn.update_layout({f"xaxis{place + 1}".replace("xaxis1", "xaxis"): axis})
    text = language.say("{measure}: points less or more", measure=name)
    drawn.add_annotation(
        x=axis["domain"][0], y=1, xref="paper", yref="paper", xanchor="left", yanchor="bottom",
        text=wrapped(text, LONGEST_HEAD, 2), align="left", yshift=6,
    )  # fmt: skip


def _zero(drawn: Figure, axis: str, colours: Palette) -> None:
    drawn.add_shape(
        type="line",
        xref=axis.replace("x1", "x"),
        yref="paper",
        x0=0,
        x1=0,
        y0=0,
        y1=1,
        line={"color": colours.muted, "width": 1},
        layer="below",
    )


def _hover(row: pd.Series, language: Language) -> str:
    return language.say(
        "{share} (n = {n}) against {other} (n = {other_n})",
        share=language.share(row["share"]),
        n=language.number(row["n"]),
        other=language.share(row["other_share"]),
        other_n=language.number(row["other_n"]),
    )


def _rows(groups: Groups, frame: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the differences with their row's key, and what each row is called, in order."""
    if groups.by == "status":
        cells = groups.benefits.loc["former"].reset_index().rename(columns={"item_id": "row"})
        labels = frame.set_index("item_id")["label"].to_dict()
    else:
        cells = groups.together.reset_index().rename(columns={"group": "row"})
        labels = groups.names
    cells = cells[cells["row"].isin(labels)]
    by_satisfaction = cells[cells["measure"] == "satisfied"].set_index("row")["difference"]
    order = sorted(cells["row"].unique(), key=lambda row: by_satisfaction.get(row, 1.0))
    return cells, {row: labels[row] for row in order}
