"""The values in groups: what each would put first, as far as it may be shown."""

from dataclasses import replace

import pandas as pd

from analysis.best_worst import best_worst
from analysis.errors import NotEnough
from views.brand.options import Options
from views.scope import Scope, respondent_groups, value_label
from views.view import Ask


def by_group(
    survey_id: str, labels: pd.Series, scope: Scope, options: Options, ask: Ask
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return a column a group with its shares and intervals, and which groups can't be shown."""
    say, by = options.language, options.by
    if by is None:
        return pd.DataFrame(), ()
    table = respondent_groups(survey_id, by, scope, ask).drop(index="", errors="ignore")
    columns, hidden = {}, []
    for code, row in table.iterrows():
        name = value_label(say, by, str(code), ask)
        shares = _shares(survey_id, str(code), scope, options, ask) if row["visible"] else None
        if shares is None:
            hidden.append(name)
        else:
            columns[name] = shares.reindex(labels.index)
    notes = ()
    if not columns:
        notes = (say.say("There are no groups here that can be compared."),)
    elif hidden:
        notes = (say.say("Too few answers to show: {groups}.", groups=say.listed(hidden)),)
    return pd.DataFrame(columns), notes


def _shares(
    survey_id: str, code: str, scope: Scope, options: Options, ask: Ask
) -> pd.Series | None:
    within = replace(scope.filters, **{options.by: code})
    rows = ask("brand_answers", within, survey_id=survey_id)
    if rows["respondent_id"].nunique() < options.limit:
        return None
    try:
        found = best_worst(rows).items
    except NotEnough:
        return None
    say = options.language
    return pd.Series(
        {
            item: f"{say.share(row.share)} ({say.share_interval(row.low, row.high)})"
            for item, row in zip(found.index, found.itertuples(), strict=True)
        }
    )
