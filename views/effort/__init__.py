"""Where does effort do most good? People who left, by what they'd bring and how likely."""

from analysis.attractiveness import weighted
from analysis.second_spell import HORIZON
from queries.filters import Filters
from queries.named import named
from views.effort.figures import figures, hard_to_regain
from views.effort.frame import columns, frame
from views.effort.notes import notes
from views.effort.options import Options
from views.effort.people import Reach, reach
from views.effort.ranking import Ranking, ranking, weights_of
from views.effort.words import finding, meaning, metrics
from views.places import ordered
from views.scope import Scope, people, value_label
from views.view import Ask, Chart, Computed, Nothing, View
from words.effort import AXES, group_label
from words.language import Language

LEFT = ("recently_left", "former")


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the ranking of groups of people who left, within a filter.

    Raises
    ------
    Nothing
        When nobody left, all weights are zero, or fewer than two groups can be shown.
    """
    say = options.language
    _usable(filters, options, ask)
    scope = people(filters, options, ask)
    whom = reach(scope, options, ask)
    names = {code: _name(code, options, ask) for code in whom.rows.index}
    _comparable(whom, names, options)
    ranked, other = _both_readings(scope, whom, options, ask)
    return View(
        name="effort",
        title=say.say("Where does effort do most good?"),
        finding=finding(ranked, names, say),
        metrics=metrics(ranked, whom, say),
        meaning=meaning(ranked, other, whom, names, options),
        frame=frame(ranked, names, say),
        columns=columns(ranked, say),
        chart=Chart(
            "points",
            x="worth",
            y=("ability",),
            label="label",
            x_title=_axis("worth", say),
            y_title=_axis("ability", say),
            colour="time",
        ),
        n=whom.n,
        basis=say.say(
            "n = {n} who left and can be reached · as of {day} · 95% intervals",
            n=say.number(whom.n),
            day=say.day(ask("meta")["as_of"].iloc[0]),
        ),
        alt=say.say(
            "A bubble a group, as large as it has people: to the right those whose return brings"
            " more, further up those we can win back more easily, with their doubt as whiskers."
        ),
        notes=(*scope.notes, *notes(ranked, whom, names, options)),
        filters=scope.chips,
        computed=_computed(scope, say),
        result=ranked,
    )


def _axis(code: str, say: Language) -> str:
    name = AXES[code]
    return say.say("{axis} (100 = best)", axis=say.say(name))


def _usable(filters: Filters, options: Options, ask: Ask) -> None:
    say = options.language
    if ask("people_count")["n"].iloc[0] == 0:
        raise Nothing(
            say.say("There is no membership history yet. Upload your members first."), "upload"
        )
    if not any(options.weights):
        raise Nothing(
            say.say("Every weight is zero, so nothing counts. Give at least one of them weight.")
        )
    if filters.status is not None and filters.status not in LEFT:
        raise Nothing(
            say.say("This page is about people who have left; the filter keeps those still in."),
            "filters",
        )
    if options.rows == "segment" and ask("segments").empty:
        raise Nothing(say.say("No segment is saved yet. Choose reasons or branches instead."))


def _comparable(whom: Reach, names: dict[str, str], options: Options) -> None:
    say = options.language
    if not whom.hidden and whom.rows.empty:
        raise Nothing(say.say("Nobody in this filter has left and can be reached."), "filters")
    if whom.rows.empty:
        raise Nothing(
            say.say("Too few to show: no group has {limit} people.", limit=options.limit),
            "filters",
        )
    if len(whom.rows) == 1:
        raise Nothing(
            say.say(
                "There is one group to show, «{group}» with {n} people, and nothing to rank it"
                " against.",
                group=names[whom.rows.index[0]],
                n=say.number(whom.n),
            ),
            "filters",
        )


def _both_readings(
    scope: Scope, whom: Reach, options: Options, ask: Ask
) -> tuple[Ranking, list[str]]:
    """Rank by the reading that was chosen; return the order of the other one too."""
    # What became of leavers is the whole history's: the status of today would leave out just
    # those who came back.
    history = scope.filters.without("status", "since", "until")
    returns = ask("effort_returns", history, rows=options.rows)
    second_spells = ask("effort_second_spells", history, rows=options.rows)
    tackled = figures(whom.rows, returns, second_spells)
    hard = hard_to_regain(tackled, whom.rows)
    chosen, other = (tackled, hard) if options.reading == "cause" else (hard, tackled)
    ranked = ranking(chosen, whom.rows["n"], options)
    return ranked, ordered(weighted(other.criteria(), weights_of(options)))


def _name(code: str, options: Options, ask: Ask) -> str:
    if not code:
        return options.language.say("Not known")
    if options.rows == "reason":
        return group_label(options.language, code)
    return value_label(options.language, options.rows, code, ask)


def _computed(scope: Scope, say: Language) -> Computed:
    words = (
        say.say(
            "Each criterion is measured against the best group's: 100 is as good as the best, 50"
            " half as good. A group's score is the mean of its criteria by their weights, its"
            " place on an axis the mean of that axis's criteria. Whiskers combine the criteria's"
            " intervals as if independent."
        ),
        say.say(
            "The fee of a return is the union's part of the last fee × the months that returned"
            " members stay within {months} months. Who came back is counted over the whole"
            " history, those drawn back by a campaign left out: within 12 months of leaving, and"
            " for those longer away within the 12 months after that. Only what was known when"
            " they left counts.",
            months=HORIZON,
        ),
        say.say(
            "The chance of a place is its share of 10,000 draws: weights from all that are"
            " possible, figures from their intervals."
        ),
    )
    queries = ("effort_people", "effort_returns", "effort_second_spells")
    return Computed(
        "\n\n".join(words),
        formula=r"\text{score}_i=\sum_j w_j\,\frac{x_{ij}}{\max_k x_{kj}}\Big/\sum_j w_j",
        source="Lahdelma & Salminen (2001), Operations Research 49(3) · Triantaphyllou & Sánchez"
        " (1997), Decision Sciences 28(1) · Zou & Donner (2008), Statistics in Medicine 27(10)",
        queries=tuple(named(name, scope.filters.condition(), {}) for name in queries),
    )
