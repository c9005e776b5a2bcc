"""What do they want, and do they get it? Where members are lost between important and satisfied."""

import pandas as pd

from queries.filters import Filters
from queries.named import named
from views.gaps.answers import Asked, asked, basis
from views.gaps.columns import columns
from views.gaps.frame import frame
from views.gaps.meaning import meaning
from views.gaps.notes import notes
from views.gaps.options import Options
from views.gaps.result import found
from views.gaps.words import finding, metrics
from views.view import Ask, Chart, Computed, Nothing, View
from views.weighting import how_weighted
from words.gaps import CROSSHAIRS
from words.language import Language

SOURCE = (
    "Ulwick (2002), Harvard Bus. Rev. 80:91; Martilla & James (1977), J. Marketing 41:77;"
    " Wilson (1927); Newcombe (1998); Benjamini & Hochberg (1995)"
)
FORMULAS = {
    "chain": r"\text{lost}_k = N \cdot \prod_{j<k} p_j \cdot (1 - p_k)",
    "scores": r"\text{opportunity} = I + \max(I - S, 0)",
    "map": r"\text{gap} = \overline{I - S}",
}


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the gaps within a filter.

    Raises
    ------
    Nothing
        When there is no value survey, nobody answered, or too few in the filter.
    """
    say = options.language
    of = asked(
        options.survey_id, filters, options, ask, weights=options.weights, theme_id=options.theme
    )
    result = found(of, options, ask)
    rows = frame(result, options)
    if rows.empty:
        raise Nothing(say.say("Too few said how important any benefit is."), "filters")
    sentence = finding(rows, of, options)
    to_membership = options.weights == "membership"
    weighted = how_weighted(of.survey.survey_id, ask, say) if to_membership else ()
    return View(
        name="gaps",
        title=say.say("What do they want, and do they get it?"),
        finding=sentence,
        frame=rows,
        columns=columns(of, options),
        chart=_chart(options.picture, say),
        n=of.n,
        basis=basis(of, say),
        alt=_alt(rows, sentence, options),
        metrics=metrics(rows, of, say),
        meaning=meaning(rows, result.groups, of, options),
        notes=(*of.scope.notes, *weighted, *notes(rows, result, say)),
        filters=of.scope.chips,
        computed=_computed(of, options),
        result=result,
    )


def _chart(picture: str, say: Language) -> Chart:
    charts = {
        "chain": Chart(
            "bars",
            x="label",
            y=("lost",),
            label="label",
            y_title=say.say("Lost at the widest loss"),
            colour="gap",
        ),
        "scores": Chart(
            "bars",
            x="label",
            y=("score",),
            label="label",
            y_title=say.say("Opportunity score (0–20)"),
        ),
        "map": Chart(
            "points",
            x="satisfaction_mean",
            y=("importance_mean",),
            label="label",
            x_title=say.say("Satisfaction, mean (1–5)"),
            y_title=say.say("Importance, mean (1–5)"),
            colour="quadrant",
        ),
    }
    return charts[picture]


def _alt(rows: pd.DataFrame, sentence: str, options: Options) -> str:
    say = options.language
    texts = {
        "chain": say.say(
            "A row a benefit: the share kept at each step from important to satisfied, of those"
            " who got that far; the widest loss in colour."
        ),
        "scores": say.say("A bar a benefit: its opportunity score from 0 to 20, with interval."),
        "map": say.say(
            "{n} benefits in a plane. Further right: more satisfied. Further up: more important.",
            n=say.number(len(rows)),
        ),
    }
    return f"{texts[options.picture]} {sentence}"


def _computed(of: Asked, options: Options) -> Computed:
    scope = of.scope
    values = scope.filters.parameters() | {"survey_id": of.survey.survey_id, "of_solution": None}
    return Computed(
        words=" ".join((_words(options), *_more_words(of, options))),
        formula=FORMULAS[options.picture],
        source=SOURCE,
        queries=tuple(
            named(name, scope.filters.condition(), values)
            for name in ("gaps_items", "gaps_answers")
        ),
    )


def _words(options: Options) -> str:
    say = options.language
    words = {
        "chain": say.say(
            "Each step looks at those who passed the one before: of those to whom a benefit is"
            " important (4–5), who knows of it; of these, who needed it and got it; of these,"
            " whose matter was solved and who is satisfied (4–5). «Don't know» and what was not"
            " asked are missing. Not needing a benefit is no loss. Shares are scaled to the people"
            " that the filter keeps; the loss of most of them, or of the largest share, gives the"
            " gap its name, and up to one in ten is fine."
        ),
        "scores": say.say(
            "Importance and satisfaction are the shares who answer 4–5, times ten. The score is"
            " importance, and as much again as importance exceeds satisfaction. Only those who"
            " have a benefit say how satisfied they are: read it beside how many know of it."
        ),
        "map": say.say(
            "Means of importance and of satisfaction; the lines cross at: {crosshair}.",
            crosshair=say.say(CROSSHAIRS[options.crosshair]).lower(),
        ),
    }
    return words[options.picture]


def _more_words(of: Asked, options: Options) -> tuple[str, ...]:
    """Say who is meant, and how groups were compared."""
    say, said = options.language, []
    if of.statuses and of.scope.filters.status is None:
        said.append(say.say("Without a filter on status it speaks of those who are members now."))
    if options.compare:
        said.append(
            say.say(
                "Groups are held against all the others; what is called clear stays so after"
                " allowing for how many comparisons were made (at most 5% of them by chance)."
            )
        )
    return tuple(said)
