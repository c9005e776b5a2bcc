"""What the reader of the campaigns page chooses."""

from dataclasses import dataclass

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the campaigns page chooses.

    Attributes
    ----------
    by : str
        The breakdown: ``none``, ``complaint``, ``reason``, ``channel`` or ``segment``.
    """

    by: str = "none"
