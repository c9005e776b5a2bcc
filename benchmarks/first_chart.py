"""How long a page takes to its first chart, beside a bare Streamlit page with that very chart.

Cold is the first visit after the server's start, warm any visit after it; medians over several
starts. Both servers run at the same time on this machine and are visited in turn.
"""

import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Browser

from queries.filters import NO_FILTERS
from queries.store import Store
from sample_data import build
from tests.browser.app import browser, free_port, server, wait_for
from words.language import language

PAGES = {"overview": "", "clusters": "clusters", "needs": "needs", "gaps": "gaps",
         "effort": "effort", "campaigns": "campaigns"}  # fmt: skip
VIEWS = {"needs": "kano"}
STARTS = 3
WARM_VISITS = 3
CHART = ".js-plotly-plot .main-svg"

BARE = """
import sys
import plotly.io
import streamlit as st
st.set_page_config(layout="wide")
st.title("A chart")
st.plotly_chart(plotly.io.from_json(open(sys.argv[1]).read()), theme=None)
"""


def figure_json(name: str, store: Store) -> str:
    """Return the page's own main figure, so that the bare page draws the same marks."""
    module = VIEWS.get(name, name)
    view = import_module(f"views.{module}")
    say = language("en")
    answer = view.view(NO_FILTERS, view.Options(say), store.ask)
    return (
        import_module(f"charts.{module}").figure(answer, say, dark=False, present=False).to_json()
    )


@contextlib.contextmanager
def bare_server(folder: Path, figure: str) -> Iterator[str]:
    """Run a Streamlit page that draws one ready figure and nothing else."""
    script, data = folder / "bare.py", folder / "figure.json"
    script.write_text(BARE, "utf-8")
    data.write_text(figure, "utf-8")
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
         "--server.headless", "true", "--", str(data)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def visit(chromium: Browser, address: str) -> float:
    """Return the seconds from asking for a page to its first chart."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(CHART, timeout=60_000)
    took = time.perf_counter() - begun
    context.close()
    return took


def measured(chromium: Browser, name: str, folder: Path, figure: str) -> dict[str, float]:
    """Start a page and its bare twin several times, and visit them in turn."""
    cold, warm = [], []
    for _ in range(STARTS):
        with server(folder) as ours, bare_server(folder, figure) as bare:
            visits = [
                (visit(chromium, f"{ours}/{PAGES[name]}"), visit(chromium, bare))
                for _ in range(1 + WARM_VISITS)
            ]
        cold.append(visits[0])
        warm.extend(visits[1:])
    return _told("cold", cold) | _told("warm", warm)


def _told(word: str, visits: list[tuple[float, float]]) -> dict[str, float]:
    ours, bare = (statistics.median(side) for side in zip(*visits, strict=True))
    return {word: ours, f"{word}_bare": bare, f"{word}_ratio": ours / bare}


def figures_of_sample(path: Path) -> dict[str, str]:
    """Make every page's figure, and let go of the file: a server opens it next."""
    build.from_files(path)
    store = Store(path)
    try:
        return {name: figure_json(name, store) for name in PAGES}
    finally:
        store.close()


def run() -> None:
    """Print one line a page."""
    with tempfile.TemporaryDirectory() as name, browser() as chromium:
        folder = Path(name)
        figures = figures_of_sample(folder / "sample.duckdb")
        for page, figure in figures.items():
            line = measured(chromium, page, folder, figure)
            rounded = {key: round(value, 2) for key, value in line.items()}
            print(json.dumps({"page": page} | rounded), flush=True)


if __name__ == "__main__":
    run()
