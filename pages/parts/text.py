"""Texts on their way to the screen."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-!|$~:.])")


def plain(text: str) -> str:
    """Escape a text so that Markdown shows it as it is, and keep ``n = 12`` on one line.

    What a file or a person wrote may reach any sentence; none of it is markup.
    """
    return _MARKUP.sub(r"\\\1", text).replace("n = ", "n\u00a0=\u00a0")
