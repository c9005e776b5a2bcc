"""What the reader of the catalogue chooses."""

from dataclasses import dataclass

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the catalogue chooses.

    Attributes
    ----------
    survey_id, kano_id : str or None
        Which value survey and which Kano survey; None for the newest.
    theme : str or None
        Id of the saved theme whose benefits are looked at; None for all.
    """

    survey_id: str | None = None
    kano_id: str | None = None
    theme: str | None = None
