"""The app as a person meets it: a server of its own on a free port, and a real browser."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SETTLED_MS = 30_000


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run the app with its databases in a folder, and yield its address."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "UNION_DB": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """Run Debian's chromium, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield started
        finally:
            started.close()


def settled(page: Page, address: str) -> Page:
    """Open an address and wait until the page has said its finding and drawn its chart."""
    page.goto(address)
    page.wait_for_selector("h1", timeout=SETTLED_MS)
    quiet(page)
    return page


def quiet(page: Page) -> None:
    """Wait until Streamlit has nothing more to do."""
    page.wait_for_timeout(300)
    page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=SETTLED_MS)
    page.wait_for_timeout(500)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(address: str, seconds: float = 60) -> None:
    """Wait until a server answers at an address."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=1)  # noqa: S310  our own server
            return
        time.sleep(0.2)
    raise TimeoutError(address)
