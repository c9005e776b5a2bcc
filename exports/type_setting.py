"""How much room a text takes on a slide, without asking a font: a little too much, never less."""

# Widths in em of Arial, the widest of the fonts that clients have, rounded up.
NARROW, WIDE, CAPITAL, OTHER = 0.29, 0.9, 0.74, 0.57
NARROW_SIGNS = frozenset(" iljtfrI.,;:'!|()[]/-·’")
WIDE_SIGNS = frozenset("mwMW%@–—…")
LINE = 1.2


def width(text: str, size: float) -> float:
    """Return the width of a line in points at a font size in points."""
    return sum(_em(sign) for sign in text) * size


def lines(text: str, size: float, room: float) -> list[str]:
    """Break a text into lines that fit into a width in points; a longer word stands alone."""
    broken: list[str] = []
    for word in text.split():
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken


def height(text: str, size: float, room: float) -> float:
    """Return the height in points of a text that wraps within a width in points."""
    rows = sum(max(1, -int(-width(line, size) // room)) for line in lines(text, size, room))
    return rows * size * LINE


def _em(sign: str) -> float:
    if sign in NARROW_SIGNS:
        return NARROW
    if sign in WIDE_SIGNS:
        return WIDE
    return CAPITAL if sign.isupper() else OTHER
