"""Classes held against what they are not made from: a dot and its interval each."""

from plotly.graph_objects import Figure

from charts.clusters.dots import dots, everybody, panels
from views.clusters.outcomes import EVERYBODY, FEE, OUTCOMES, SCORE
from views.view import View
from words.clusters import outcome_label
from words.language import Language


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw who left, considered it, uses something, recommends, pays how much, came back.

    Parameters
    ----------
    view : View
        Of `views.clusters.view`.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    found = view.result
    there = [name for name in OUTCOMES if (found.outcomes["outcome"] == name).any()]
    titles = [outcome_label(language, name) for name in there]
    drawn, places = panels(found, titles, language, dark=dark, present=present)
    for name, place in zip(there, places, strict=True):
        rows = found.outcomes[found.outcomes["outcome"] == name].set_index("class")
        dots(drawn, found, rows, place, _writer(name, language), language=language, dark=dark)
        if EVERYBODY in rows.index:
            everybody(drawn, float(rows.at[EVERYBODY, "value"]), place, dark=dark)
        form = {SCORE: "", FEE: ",.0f"}.get(name, ".0%")
        drawn.update_xaxes(tickformat=form, nticks=4, fixedrange=True, **place)
    return drawn


def _writer(name: str, language: Language):
    """Return what writes an outcome's values."""
    if name == FEE:
        return language.money
    return (lambda value: language.signed(round(value))) if name == SCORE else language.share
