"""The numbers that helped to make the classes: each class's mean and its interval."""

from plotly.graph_objects import Figure

from charts.clusters.dots import dots, everybody, panels
from views.view import View
from words.clusters import number_written
from words.language import Language


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw a panel a number, a dot a class.

    Parameters
    ----------
    view : View
        Of `views.clusters.averages.view`; its result has the classes.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    found = view.result
    there = list(dict.fromkeys(view.frame["question"]))
    titles = [found.survey.numbers[one] for one in there]
    drawn, places = panels(found, titles, language, dark=dark, present=present)
    for one, place in zip(there, places, strict=True):
        rows = view.frame[view.frame["question"] == one]
        spread, overall = (float(rows[name].iloc[0]) for name in ("spread", "overall"))

        def write(value: float, spread: float = spread) -> str:
            return number_written(language, value, spread)

        by_class = rows.rename(columns={"mean": "value"}).set_index("class")
        dots(drawn, found, by_class, place, write, language=language, dark=dark)
        everybody(drawn, overall, place, dark=dark)
        drawn.update_xaxes(nticks=4, fixedrange=True, **place)
    return drawn
