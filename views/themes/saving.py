"""Themes on their way to being saved: what is in each, and whom it matters to."""

from analysis.value.misses import MATTERS_FROM
from views.themes.found import Found
from views.view import Ask


def definition(found: Found, code: str) -> dict[str, object]:
    """Return what a theme is and how it was found."""
    things = found.themes.of(int(code))
    return {
        "subjects": list(found.subjects[things]),
        "survey": found.asked.survey.survey_id,
        "matters_from": MATTERS_FROM,
        "chance": round(found.themes.chance, 4),
    }


def people_of(found: Found, code: str, limit: int, ask: Ask) -> list[int]:
    """Return the members that a theme matters to, of those whom the page speaks of.

    Nobody where they are too few to be shown, and nobody who answered anonymously.
    """
    of = found.asked
    rows = found.misses[found.misses["theme"] == code]
    matters = rows[(rows["rated"] > 0) & (rows["important"] >= MATTERS_FROM * rows["rated"])]
    known = ask("themes_people", of.scope.filters, survey_id=of.survey.survey_id)
    members = known[known["respondent_id"].isin(matters["respondent_id"])]["member_id"]
    return [int(one) for one in members] if len(members) >= limit else []
