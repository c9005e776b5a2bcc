"""One wave of a Kano survey against another: what delighted then and is expected now."""

import pandas as pd

from views.kano.answers import Survey, answers, survey
from views.kano.options import Options
from views.scope import Scope, respondents
from views.view import Ask, Nothing


def waves(asked: Survey, scope: Scope, options: Options, ask: Ask) -> dict[str, pd.DataFrame]:
    """Return the answers of every Kano survey that may be shown within the filter, newest first.

    Features of other surveys are named as this one's where they ask about the same benefit.
    """
    rows = {}
    for survey_id in ask("kano_surveys")["survey_id"]:
        try:
            other = survey(survey_id, options.language, ask, options.theme)
            within = respondents(survey_id, scope.filters, options, ask)
        except Nothing:
            continue
        if within.filters != scope.filters:
            continue  # a survey that cannot honour the filter would compare different people
        said = answers(other, within.filters, options, ask)
        names = said["feature"].map(_same_benefit(other, asked))
        rows[survey_id] = said.assign(feature=names)[names.notna()]
    return {code: of for code, of in rows.items() if len(of)}


def _same_benefit(other: Survey, asked: Survey) -> dict[str, str]:
    """Name the other survey's items as this one's: by benefit, or by the very same id."""
    of_benefit = {benefit: item for item, benefit in asked.benefits.dropna().items()}
    named = {
        item: of_benefit.get(benefit, item if item in asked.labels.index else None)
        for item, benefit in other.benefits.items()
    }
    return {item: name for item, name in named.items() if name is not None}
