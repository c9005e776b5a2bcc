"""What the first visitor would wait for is done when the server starts."""

import inspect
import pkgutil
from importlib import import_module

from plotly.graph_objects import Bar, Scatter

from charts.theme import blank
from words.language import language

ROOMS = ("charts", "exports", "pages.parts", "views")


def import_ahead() -> None:
    """Import all that the pages are made of, with the libraries behind it."""
    for room in ROOMS:
        for module in pkgutil.iter_modules(import_module(room).__path__, f"{room}."):
            import_module(module.name)
    _draw_once()
    # Streamlit looks up its own caller once, and Python then indexes every imported module.
    inspect.stack()


def _draw_once() -> None:
    """Draw a small figure: plotly imports its parts when a figure first needs them."""
    figure = blank(language("en")).add_shape(type="line", line={"width": 1})
    figure.add_traces([Bar(x=[1], error_x={"array": [1]}), Scatter(x=[1], y=[1])])
    figure.update_traces(marker={"line": {"width": 1}}).to_json()
