"""What do they want? Kano's classes: what must be in order, what delights, what doesn't matter."""

from dataclasses import dataclass

import pandas as pd

from analysis.kano import KanoResult, MethodChanges, method_changes
from queries.filters import Filters
from queries.named import named
from views.kano.answers import Survey, answers, classed, survey, weights
from views.kano.frame import columns, needs
from views.kano.groups import Groups, groups
from views.kano.notes import notes
from views.kano.options import Options
from views.kano.words import finding, meaning, metrics
from views.scope import Scope, respondents
from views.view import Ask, Chart, Computed, Nothing, View
from words.kano import rule_label, table_label
from words.language import Language

FORMULA = r"CS^{+} = \frac{A + O}{A + O + M + I} \qquad CS^{-} = -\frac{O + M}{A + O + M + I}"
SOURCE = (
    "Kano et al. (1984); Berger et al. (1993), CQM Journal 2(4); Lee & Newcomb (1997);"
    " Wilson (1927); Goodman (1965)"
)


@dataclass(frozen=True, eq=False)
class Needs:
    """What the needs page rests on, for its details.

    Attributes
    ----------
    survey : Survey
    everyone : KanoResult
        Of all that the filter keeps; its features are item ids.
    changes : MethodChanges
        Classes under every table and rule.
    groups : Groups
        Classes by group, and the arrows from former to current members.
    """

    survey: Survey
    everyone: KanoResult
    changes: MethodChanges
    groups: Groups


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the needs within a filter.

    Raises
    ------
    Nothing
        When there is no Kano survey, nobody answered, or too few in the filter.
    """
    say = options.language
    asked = survey(options.survey_id, say, ask)
    scope = respondents(asked.survey_id, filters, options, ask)
    found = _found(asked, scope, options, ask)
    frame = needs(asked, found.everyone, found.changes, options)
    if frame.empty:
        raise Nothing(say.say("Too few answered both halves of any question."), "filters")
    sentence = finding(frame, say)
    return View(
        name="needs",
        title=say.say("What do they want?"),
        finding=sentence,
        frame=frame,
        columns=columns(options),
        chart=Chart(
            "points",
            x="worse",
            y=("better",),
            label="label",
            x_title=say.say("Worse if missing"),
            y_title=say.say("Better if there"),
            colour="category",
        ),
        n=found.everyone.respondents,
        basis=_basis(found, say),
        alt=_alt(frame, sentence, say),
        metrics=metrics(frame, say),
        meaning=meaning(frame, found.groups, say),
        notes=(*scope.notes, *notes(frame, found.everyone, found.groups, options)),
        filters=scope.chips,
        computed=_computed(asked, scope, options),
        result=found,
    )


def _found(asked: Survey, scope: Scope, options: Options, ask: Ask) -> Needs:
    rows = answers(asked, scope.filters, ask)
    everyone = classed(rows, options.table, options.rule)
    if everyone is None:
        raise Nothing(
            options.language.say("Nobody answered both halves of any question."), "filters"
        )
    return Needs(
        survey=asked,
        everyone=everyone,
        changes=method_changes(rows, weights=weights(rows)),
        groups=groups(asked, options.by, scope, options, ask),
    )


def _basis(found: Needs, language: Language) -> str:
    fielded = found.survey.fielded_on
    return language.say(
        "n = {n} · {survey}{month} · 95% intervals",
        n=language.number(found.everyone.respondents),
        survey=found.survey.label,
        month=f" · {language.month(fielded)}" if fielded else "",
    )


def _alt(frame: pd.DataFrame, sentence: str, language: Language) -> str:
    return language.say(
        "{n} benefits in a plane. Further right: worse if missing. Further up: better if there."
        " {finding}",
        n=language.number(len(frame)),
        finding=sentence,
    )


def _computed(asked: Survey, scope: Scope, options: Options) -> Computed:
    say = options.language
    values = scope.filters.parameters() | {"survey_id": asked.survey_id}
    return Computed(
        words=say.say(
            "Everybody says how it would be to have a benefit, and how it would be not to have"
            " it. {table} turns the two answers into one of six classes. Better is the share"
            " whom having it pleases, worse the share whom missing it displeases; unwanted and"
            " contradictory answers stay out of both. Class: {rule}; it is sure when an exact"
            " test at 10% tells the two most frequent classes apart.",
            table=table_label(say, options.table),
            rule=rule_label(say, options.rule).lower(),
        ),
        formula=FORMULA,
        source=SOURCE,
        queries=tuple(
            named(name, scope.filters.condition(), values)
            for name in ("kano_items", "kano_answers")
        ),
    )
