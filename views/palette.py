"""The colours of the product, in one place: screen and slide draw with the same ones.

Hues are those of Okabe & Ito (2008), which people who don't see red or green tell apart. On a
light page they are darkened, until a label written in them has a contrast of 4.5 : 1 (WCAG 2.2,
AA); on a dark page the lighter of them are taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass

EVERYONE, CONTROL = "everyone", "holdout"  # grey: what others are compared with
TOO_CLOSE = "too close"

# Codes with a place of their own among the six, so that screen and slide agree.
PLACES = {"joined": 0, "left": 1, "returned": 2}


@dataclass(frozen=True)
class Palette:
    """Colours on one page background, each a hex code.

    Attributes
    ----------
    page, ink, muted, faint : str
        The page itself; text; lesser text; lines that stay behind.
    everyone : str
        Everyone else: what a group is compared with.
    series : tuple of str
        Six colours for groups and series, the darkest first.
    kano : dict
        The fixed colour of each class M, O, A, I, R, Q and of ``"too close"``.
    diverging : tuple of str
        From below (blue) over the middle to above (orange).
    """

    page: str
    ink: str
    muted: str
    faint: str
    everyone: str
    series: tuple[str, ...]
    kano: dict[str, str]
    diverging: tuple[str, ...]

    def colours(self, codes: Iterable[str]) -> dict[str, str]:
        """Give each code its colour: known codes a fixed one, others by their order.

        Parameters
        ----------
        codes : iterable of str
            Codes in the order in which they are shown; from the seventh on they are grey.

        Returns
        -------
        dict
            A hex code by code.
        """
        free = iter(self.series)
        fixed = {code: self.series[place] for code, place in PLACES.items()}
        fixed |= {**self.kano, EVERYONE: self.everyone, CONTROL: self.everyone}
        return {
            code: fixed[code] if code in fixed else next(free, self.everyone)
            for code in dict.fromkeys(codes)
        }


def _kano(*colours: str) -> dict[str, str]:
    return dict(zip(("M", "O", "A", "I", "R", "Q", TOO_CLOSE), colours, strict=True))


LIGHT = Palette(
    page="#ffffff",
    ink="#1c2733",
    muted="#5b6673",
    faint="#dfe3e8",
    everyone="#6b7684",
    series=("#0072B2", "#BF5400", "#007F5C", "#A1557F", "#8A6500", "#1c2733"),
    kano=_kano("#BF5400", "#0072B2", "#007F5C", "#5b6673", "#A1557F", "#8A6500", "#1c2733"),
    diverging=("#0072B2", "#7fb8d8", "#f1f3f5", "#eab185", "#BF5400"),
)

DARK = Palette(
    page="#12171d",
    ink="#e8edf2",
    muted="#a3afbc",
    faint="#333d48",
    everyone="#8b97a5",
    series=("#56B4E9", "#EE7D33", "#2DBE94", "#D58DB5", "#E69F00", "#F0E442"),
    kano=_kano("#EE7D33", "#56B4E9", "#2DBE94", "#a3afbc", "#D58DB5", "#E69F00", "#e8edf2"),
    diverging=("#56B4E9", "#2f6384", "#1c242d", "#8a5023", "#EE7D33"),
)


def palette(dark: bool = False) -> Palette:
    """Return the colours on a dark or a light page."""
    return DARK if dark else LIGHT
