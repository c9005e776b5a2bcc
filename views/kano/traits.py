"""What is known of a survey's respondents, as far as small groups stay hidden."""

import pandas as pd

from analysis.disclosure import groups
from queries.filters import AGE_BANDS, STATUSES, Filters
from views.kano.answers import Survey
from views.kano.options import Options
from views.scope import Scope, newest_solution, value_label
from views.view import Ask
from words.kano import trait_label, trait_value
from words.labels import DIMENSIONS, dimension
from words.language import Language

# Traits whose values have an order; a split keeps neighbours together.
ORDERED = {"age_band": AGE_BANDS, "status": STATUSES}


def traits(asked: Survey, scope: Scope, options: Options, ask: Ask) -> pd.DataFrame:
    """Return what is known of the respondents within a filter, by respondent id.

    A value that too few share, or that would give such a one away by subtraction, is not known.
    A trait that the filter itself sets is left out.
    """
    everyone = _known(asked, Filters(), ask)
    within = everyone.loc[everyone.index.isin(_known(asked, scope.filters, ask).index)]
    kept = {}
    for trait in everyone.columns.difference(list(scope.filters.active()), sort=False):
        values = _shown(everyone, within[trait], scope, options.limit)
        if trait in ORDERED:
            values = values.astype(pd.CategoricalDtype(list(ORDERED[trait]), ordered=True))
        kept[trait] = values
    return pd.DataFrame(kept, index=within.index)


def trait_name(trait: str, language: Language) -> str:
    """Return what a trait is called on screen."""
    return dimension(language, trait) if trait in DIMENSIONS else trait_label(language, trait)


def value_name(trait: str, value: str, language: Language, ask: Ask) -> str:
    """Return what a trait's value is called on screen."""
    if trait in DIMENSIONS:
        return value_label(language, trait, value, ask)
    return trait_value(language, trait, value)


def _known(asked: Survey, within: Filters, ask: Ask) -> pd.DataFrame:
    solution = newest_solution(ask)
    known = ask("kano_traits", within, survey_id=asked.survey_id, of_solution=solution)
    own = ask("kano_own_traits", within, survey_id=asked.survey_id)
    wide = own.pivot(index="respondent_id", columns="trait", values="value")
    return known.set_index("respondent_id").join(wide, suffixes=(None, " ")).astype(object)


def _shown(everyone: pd.DataFrame, values: pd.Series, scope: Scope, limit: int) -> pd.Series:
    """Keep the values whose group may be shown within the filter."""
    active = scope.filters.active()
    dimensions = [*(name for name in active if name in everyone), values.name]
    profiles = everyone.groupby(dimensions, dropna=False, as_index=False).size()
    table = groups(profiles.rename(columns={"size": "n"}), tuple(dimensions), limit).reset_index()
    for name in dimensions[:-1]:
        table = table[table[name] == active[name]]
    return values.where(values.isin(set(table.loc[table["visible"], values.name]) - {""}))
