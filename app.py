"""The server: one shell that every page goes through, with the headers that keep it shut."""

import contextlib
import threading
from collections.abc import AsyncIterator

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route

from pages.parts.ahead import keep_ahead, make_first
from pages.parts.failures import show_failure
from pages.parts.headers import SecurityHeaders
from pages.parts.imports import import_ahead
from queries.store import close_all


@contextlib.asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Make ready what pages need when the server starts; close the databases when it stops."""
    import_ahead()
    make_first()
    stop = threading.Event()
    ahead = threading.Thread(target=keep_ahead, args=(stop,), name="ahead", daemon=True)
    ahead.start()
    yield
    stop.set()
    ahead.join(timeout=5)
    close_all()


async def healthz(_request: object) -> JSONResponse:
    """Say that the server answers."""
    return JSONResponse({"status": "ok"})


app = st.App(
    "pages/shell.py",
    lifespan=lifespan,
    routes=[Route("/healthz", healthz)],
    middleware=[Middleware(SecurityHeaders)],
    on_script_error=show_failure,
)
