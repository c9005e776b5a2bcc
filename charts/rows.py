"""Figures of a row a thing: its name at the left, the first on top."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from plotly.graph_objects import Figure

from charts.marks import safe
from views.palette import Palette


def broken(text: object, longest: int) -> str:
    """Break a text that a person typed into lines; markup in it is shown as it is."""
    return "<br>".join(wrap(safe(str(text)), longest))


def name_rows(drawn: Figure, names: Iterable[str], colours: Palette) -> None:
    """Write the rows' names; they stand at 0, 1, 2, … from the top."""
    texts: Sequence[str] = list(names)
    drawn.update_yaxes(
        tickvals=list(range(len(texts))),
        ticktext=texts,
        range=[len(texts) - 0.5, -0.5],
        tickfont={"color": colours.ink},
        showline=False,
    )
