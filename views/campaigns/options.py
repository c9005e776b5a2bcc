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
    outcome : str or None
        Which outcome that came by file counts as success; None for each campaign's own.
    """

    by: str = "none"
    outcome: str | None = None
