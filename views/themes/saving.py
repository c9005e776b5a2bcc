"""Themes on their way to being saved: what is in each, and whom it matters to."""

from analysis.value.theme_wants import MATTERS_FROM, theme_wants
from queries.filters import NO_FILTERS
from views.gaps.answers import answers
from views.themes.found import Found
from views.view import Ask


def definition(found: Found, code: str) -> dict[str, object]:
    """Return what a theme is and how it was found."""
    return {
        "subjects": found.subjects(code),
        "survey": found.asked.survey.survey_id,
        "groups": found.themes.number,
        "seed": found.themes.seed,
        "matters_from": MATTERS_FROM,
    }


def people_of(found: Found, limit: int, ask: Ask) -> dict[str, list[int]]:
    """Return by theme the members, past and present, that it matters to, whatever the filter.

    Nobody where they are too few to be shown, and nobody who answered anonymously.
    """
    of = found.asked.survey
    rows = theme_wants(answers(of, NO_FILTERS, ask), found.theme_of)
    known = ask("themes_people", survey_id=of.survey_id).set_index("respondent_id")["member_id"]
    people = {
        code: [int(one) for one in known[known.index.isin(rows["respondent_id"])]]
        for code, rows in rows[rows["matters"]].groupby("theme")
    }
    return {code: members for code, members in people.items() if len(members) >= limit}
