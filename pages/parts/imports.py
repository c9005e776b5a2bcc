"""What pages import is imported when the server starts, not while the first visitor waits."""

from importlib import import_module

PAGES = ("campaigns", "clusters", "effort", "gaps", "kano", "overview")


def import_ahead() -> None:
    """Import every page's view and chart, with the libraries behind them."""
    for page in PAGES:
        import_module(f"views.{page}")
        import_module(f"charts.{page}")
