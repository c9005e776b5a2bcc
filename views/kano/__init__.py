"""What do they want? Kano's classes: what must be in order, what delights, what doesn't matter."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.kano import Continuous, KanoResult, MethodChanges, continuous, method_changes
from queries.filters import Filters
from queries.named import named
from views.kano.answers import Survey, answers, careless, classed, survey, weights
from views.kano.frame import columns, needs
from views.kano.groups import Groups, groups
from views.kano.notes import notes
from views.kano.options import Options
from views.kano.words import finding, meaning, metrics
from views.scope import Scope, respondents
from views.theme import narrowed
from views.view import Ask, Chart, Computed, Nothing, View
from views.weighting import how_weighted
from words.kano import rule_label, table_label
from words.language import Language

FORMULA = r"CS^{+} = \frac{A + O}{A + O + M + I} \qquad CS^{-} = -\frac{O + M}{A + O + M + I}"
MEANS = (
    r"\bar{y}: \; 4, 2, 0, -1, -2 \;\text{(+)} \qquad"
    r" \bar{x}: \; -2, -1, 0, 2, 4 \;\text{(-)} \qquad \pm\; t_{n-1}\, s/\sqrt{n}"
)
SOURCE = (
    "Kano et al. (1984); Berger et al. (1993), CQM Journal 2(4); Lee & Newcomb (1997);"
    " Wilson (1927); Goodman (1965); Fong (1996), CQM Journal 5(4); DuMouchel in Berger et al."
    " (1993)"
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
    means : Continuous
        The answers as numbers, by item id.
    groups : Groups
        Classes by group, and the arrows between two of them.
    careful : KanoResult or None
        As `everyone`, without those who answered carelessly; None where they are left out already,
        or nobody is left.
    unweighted : KanoResult or None
        As `everyone`, without weights; None where none count.
    """

    survey: Survey
    everyone: KanoResult
    changes: MethodChanges
    means: Continuous
    groups: Groups
    careful: KanoResult | None
    unweighted: KanoResult | None


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the needs within a filter.

    Raises
    ------
    Nothing
        When there is no Kano survey, nobody answered, or too few in the filter.
    """
    say = options.language
    asked = survey(options.survey_id, say, ask, options.theme)
    scope = narrowed(respondents(asked.survey_id, filters, options, ask), options.theme, say, ask)
    found = _found(asked, scope, options, ask)
    frame = needs(asked, found.everyone, found.means, found.changes, options)
    if frame.empty:
        raise Nothing(say.say("Too few answered both halves of any question."), "filters")
    sentence = finding(frame, say)
    to_membership = options.weights == "membership"
    weighted = how_weighted(asked.survey_id, ask, say) if to_membership else ()
    return View(
        name="needs",
        title=say.say("What do they want?"),
        finding=sentence,
        frame=frame,
        columns=columns(options),
        chart=_chart(options),
        n=found.everyone.respondents,
        basis=_basis(found, say),
        alt=_alt(frame, sentence, say),
        metrics=metrics(frame, say),
        meaning=meaning(frame, found.groups, say),
        notes=(*scope.notes, *weighted, *notes(frame, found, options)),
        filters=scope.chips,
        computed=_computed(asked, scope, options),
        result=found,
    )


def _found(asked: Survey, scope: Scope, options: Options, ask: Ask) -> Needs:
    rows = answers(asked, scope.filters, options, ask)
    everyone = classed(rows, options)
    if everyone is None:
        raise Nothing(
            options.language.say("Nobody answered both halves of any question."), "filters"
        )
    return Needs(
        survey=asked,
        everyone=everyone,
        changes=method_changes(rows, threshold=options.threshold, weights=weights(rows, options)),
        means=continuous(_with_importance(rows), weights=weights(rows, options)),
        groups=groups(asked, scope, options, ask),
        careful=_careful(asked, rows, options, ask),
        unweighted=None
        if weights(rows, options) is None
        else classed(rows, replace(options, weights="none")),
    )


def _careful(asked: Survey, rows: pd.DataFrame, options: Options, ask: Ask) -> KanoResult | None:
    if options.leave_out:
        return None
    left_out = careless(asked, replace(options, leave_out="careless"), ask)
    kept = rows[~rows["respondent_id"].isin(left_out)]
    return None if kept.empty else classed(kept, options)


def _with_importance(rows: pd.DataFrame) -> pd.DataFrame:
    return rows if rows["importance"].notna().any() else rows.drop(columns="importance")


def _chart(options: Options) -> Chart:
    say = options.language.say
    x, y = ("worse", "better") if options.picture == "map" else ("lacking", "having")
    titles = {
        "worse": say("Worse if missing"),
        "better": say("Better if there"),
        "lacking": say("How much it is missed: mean answer"),
        "having": say("How welcome it is: mean answer"),
    }
    return Chart(
        "points", x, (y,), "label", x_title=titles[x], y_title=titles[y], colour="category"
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
        formula=FORMULA if options.picture == "map" else MEANS,
        source=SOURCE,
        queries=tuple(
            named(name, scope.filters.condition(), values)
            for name in ("kano_items", "kano_answers")
        ),
    )
