"""Who goes where: bands from the classes here to those of another solution."""

from plotly.graph_objects import Figure, Sankey

from charts.clusters.axes import wrapped
from charts.theme import blank, faded, type_size
from views.palette import palette
from views.view import View
from words.language import Language

NAME_WIDTH = 60


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the flows; a class and its likeness have the same colour.

    Parameters
    ----------
    view : View
        Of `views.clusters.against.view`; its result names the classes.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size = palette(dark), type_size(present)
    flows = view.result
    here, there = sorted(set(view.frame["class"])), sorted(set(view.frame["other"]))
    nodes = [flows.here[one] for one in here] + [flows.there[one] for one in there]
    hues = [colours.series[one] if one < len(colours.series) else colours.everyone
            for one in (*here, *there)]  # fmt: skip
    place = {one: number for number, one in enumerate(here)}
    goal = {one: len(here) + number for number, one in enumerate(there)}
    drawn = blank(language, dark, present)
    drawn.add_trace(
        Sankey(
            arrangement="fixed",
            textfont={"color": colours.ink, "size": size, "shadow": "none"},
            node={
                "label": [wrapped(name, NAME_WIDTH, 1) for name in nodes],
                "color": hues,
                "pad": 18,
                "thickness": 14,
                "line": {"width": 0},
                "hovertemplate": "%{label}<extra></extra>",
            },
            link={
                "source": [place[one] for one in view.frame["class"]],
                "target": [goal[one] for one in view.frame["other"]],
                "value": view.frame["n"],
                "color": [faded(hues[place[one]], 0.35) for one in view.frame["class"]],
                "customdata": [language.number(n) for n in view.frame["n"]],
                "hovertemplate": "%{customdata}<extra></extra>",
            },
        )
    )
    rows = max(len(here), len(there))
    return drawn.update_layout(height=int(size * (6 + 5 * rows)))
