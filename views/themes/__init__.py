"""Which themes run through what they want? Benefits that matter to the same people, ranked."""

import pandas as pd

from queries.filters import Filters
from queries.named import named
from views.gaps.answers import basis
from views.places import place_columns
from views.themes.across import across
from views.themes.figures import figures
from views.themes.found import Found, found
from views.themes.options import CRITERIA, Options
from views.themes.ranked import Result, ranked
from views.themes.words import finding, meaning, metrics, notes
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.language import Language
from words.themes import CRITERIA as CRITERION
from words.themes import VERDICTS

SOURCE = (
    "Sokal & Michener (1958), Univ. Kansas Sci. Bull. 38:1409; Buja & Eyuboglu (1992), Multivar."
    " Behav. Res. 27:509; Fischer & Milfont (2010), Int. J. Psychol. Res. 3:88; Hennig (2007);"
    " Binder (1983), Int. Statist. Rev. 51:279; Rao & Scott (1992), Biometrics 48:577;"
    " Lahdelma & Salminen (2001), Oper. Res. 49:444"
)
FORMULA = (
    r"\text{score} = \sum_c w_c \, x_c / \max x_c \qquad"
    r" \text{gap} = \frac{\sum_b \text{lost}_b}{\sum_b \text{important}_b}"
)


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the themes within a filter.

    Raises
    ------
    Nothing
        When there is no value survey, too few answered it, nothing goes together, or every
        weight is zero.
    """
    say = options.language
    if not any(options.weights):
        raise Nothing(
            say.say("Every weight is zero, so nothing counts. Give at least one of them weight.")
        )
    of = found(filters, options, ask)
    weighed = figures(of, options.limit, ask)
    result = Result(of, weighed, across(of, options, ask), ranked(weighed, options))
    sentence = finding(result, say)
    return View(
        name="themes",
        title=say.say("Which themes run through what they want?"),
        finding=sentence,
        frame=_frame(result, say),
        columns=_columns(result, say),
        chart=Chart(
            "bars",
            x="members",
            y=("members", "lacking"),
            label="label",
            y_title=say.say("People, on average over the theme's benefits"),
        ),
        n=of.asked.n,
        basis=basis(of.asked, say),
        alt=say.say(
            "A bar a theme: how many people want its benefits, on average, and in colour how many"
            " of them miss it. {finding}",
            finding=sentence,
        ),
        metrics=metrics(result, say),
        meaning=meaning(result, say),
        notes=(*of.asked.scope.notes, *notes(result, say)),
        filters=of.asked.scope.chips,
        computed=_computed(of, say),
        result=result,
    )


def _frame(result: Result, say: Language) -> pd.DataFrame:
    of, weighed, order = result.found, result.figures, result.order
    steady = of.themes.stability
    drawn = pd.DataFrame({"code": order, "place": range(1, len(order) + 1)})
    drawn["label"] = [of.names[code] for code in order]
    drawn["things"] = [say.listed(of.labels(code)) for code in order]
    for name in CRITERIA:
        for table, end in (("values", ""), ("low", "_low"), ("high", "_high"), ("n", "_n")):
            drawn[name + end] = getattr(weighed, table).loc[order, name].to_numpy()
    for column, end in (("value", ""), ("low", "_low"), ("high", "_high")):
        drawn[f"lacking{end}"] = weighed.lacking.loc[order, column].to_numpy()
    drawn["jaccard"] = [steady.at[int(code), "jaccard"] for code in order]
    drawn["verdict"] = [say.say(VERDICTS[steady.at[int(code), "verdict"]]) for code in order]
    if result.places:
        chances = result.places.chances()
        drawn[list(chances)] = chances.to_numpy()
    return drawn


def _columns(result: Result, say: Language) -> tuple[Column, ...]:
    titles = {name: say.say(CRITERION[name]) for name in CRITERIA}
    return (
        Column("place", say.say("Place"), "count"),
        Column("label", say.say("Theme")),
        Column("things", say.say("What is in it")),
        Column("members", titles["members"], "count", "members_low", "members_high"),
        Column("members_n", say.say("Who said so (n)"), "count"),
        Column("lacking", say.say("Want it and miss it"), "count", "lacking_low", "lacking_high"),
        Column("gap", titles["gap"], "share", "gap_low", "gap_high"),
        Column("gap_n", say.say("Of whom it is known (n)"), "count"),
        Column("value", say.say("Fees at stake a year"), "money", "value_low", "value_high"),
        *(place_columns(result.places, say) if result.places else ()),
        Column("verdict", say.say("When others are asked")),
        Column("jaccard", say.say("Overlap when others are asked"), "share"),
    )


def _computed(of: Found, say: Language) -> Computed:
    scope = of.asked.scope
    values = scope.filters.parameters() | {
        "survey_id": of.asked.survey.survey_id,
        "of_solution": None,
    }
    return Computed(
        words=say.say(
            "A theme is a group of benefits that are important to the same people, beyond what"
            " their other answers foretell. Benefits are joined as long as they go together more"
            " than in 19 of 20 shuffles of the answers (here, of two benefits, a correlation above"
            " {chance}). All who answered make the themes, whatever the filter; the filter says"
            " who is counted. All figures are means over a theme's benefits, so that large themes"
            " and small ones can be compared. Whoever calls a benefit important (4–5) wants it."
            " What is wanted is missing or falls short where it is not known, was needed and not"
            " got, was not solved, or does not satisfy: the steps of the page on value gaps. Fees"
            " at stake are what as many members pay in a year as want a benefit and miss it: not"
            " what would be lost. The three are held against the best theme's and weighed; chances"
            " of a place are over all weights.",
            chance=say.number(of.themes.chance, 2),
        ),
        formula=FORMULA,
        source=SOURCE,
        queries=tuple(
            named(name, scope.filters.condition(), values)
            for name in ("gaps_items", "gaps_answers", "themes_people")
        ),
    )
