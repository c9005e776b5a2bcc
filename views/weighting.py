"""Weights that make a survey look like the membership, for every page that reads one."""

import pandas as pd

from analysis.disclosure import groups
from analysis.errors import NotEnough
from analysis.raking import Raked, rake
from views.view import Ask
from words.labels import dimension
from words.language import Language

TRAITS = ("status", "sector", "age_band", "member_type")
LEAST_EACH = 5  # a group that fewer answered is weighted by nothing: they'd speak for too many


def raked(survey_id: str, ask: Ask) -> Raked | None:
    """Return weights by raking to the membership, or None where nothing is known to rake by.

    Parameters
    ----------
    survey_id : str
    ask : callable

    Returns
    -------
    Raked or None
        Weights by respondent id. The traits are `TRAITS`, those of them that the survey knows.
        Only statuses in which somebody answered count towards the membership, so that a survey of
        members is not weighted for want of former ones.
    """
    people = ask("answered_traits", survey_id=survey_id).set_index("respondent_id")
    profiles = ask("people_profiles", segment=None)
    if people.empty or profiles.empty:
        return None
    traits = people[list(TRAITS)].astype(object)
    if traits["status"].notna().any():
        profiles = profiles[profiles["status"].isin(traits["status"].dropna().unique())]
    targets = {name: _target(name, traits, profiles) for name in TRAITS}
    targets = {name: target for name, target in targets.items() if len(target) > 1}
    if not targets:
        return None
    try:
        return rake(traits, targets)
    except NotEnough:
        return None


def like_membership(rows: pd.DataFrame, survey_id: str, ask: Ask) -> pd.DataFrame:
    """Return answers with the weights that make their survey look like the membership.

    Parameters
    ----------
    rows : pandas.DataFrame
        ``respondent_id`` and ``weight``, the survey's own, which stays where `raked` knows none.
    survey_id : str
    ask : callable
    """
    found = raked(survey_id, ask)
    if found is None:
        return rows
    return rows.assign(weight=rows["respondent_id"].map(found.weights).fillna(1.0))


def how_weighted(survey_id: str, ask: Ask, language: Language) -> tuple[str, ...]:
    """Say by what a survey is weighted to the membership, and what that costs."""
    found = raked(survey_id, ask)
    if found is None:
        return (language.say(
            "Weighting to the membership was not possible: nothing is known of those who answered,"
            " or too few groups answered. The survey's own weights count."
        ),)  # fmt: skip
    names = [dimension(language, name) for name in found.traits.index.unique("trait")]
    said = language.say(
        "Weighted to the membership by {traits}: {n} answers tell as much as {counted} unweighted"
        " ones (design effect {effect}).",
        traits=language.listed([name.lower() for name in names]),
        n=language.number(len(found.weights)),
        counted=language.number(round(found.effective_n)),
        effect=language.number(found.design_effect, 2),
    )
    if not found.trimmed:
        return (said,)
    held = language.say_n(
        "One person would have counted more than five times the mean and is held there.",
        "{n} people would have counted more than five times the mean and are held there.",
        found.trimmed,
    )
    return (f"{said} {held}",)


def _target(name: str, traits: pd.DataFrame, profiles: pd.DataFrame) -> pd.Series:
    """Count the membership by a trait, in the groups that enough people answered."""
    answered = traits[name].value_counts()
    people = groups(profiles, (name,))["n"]
    enough = [value for value in people.index if value and answered.get(value, 0) >= LEAST_EACH]
    return people[enough]
