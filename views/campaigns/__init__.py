"""Did it work? Campaigns against their control groups, what they cost and what stayed."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from queries.filters import Filters
from queries.named import named
from views.campaigns.amounts import amounts
from views.campaigns.drawn import Drawn, Row, in_force, priced, successes, ungrouped
from views.campaigns.frame import columns, frame
from views.campaigns.meaning import meaning
from views.campaigns.notes import OUTCOMES, how_computed, notes
from views.campaigns.options import Options
from views.campaigns.rows import channels, rows, together
from views.campaigns.words import finding, metrics, row_name
from views.campaigns.worth import Worth, worth
from views.scope import Scope, people
from views.view import Ask, Chart, Computed, Nothing, View
from words.language import Language

QUERIES = ("campaign_outcomes", "still_in_after_a_year", "fee_a_month")
FORMULA = r"\text{more members} = x_1 - n_1\,\frac{x_0}{n_0}"
SOURCE = (
    "Newcombe 1998 (Stat. Med. 17:873); Zou & Donner 2008 (Stat. Med. 27:1693);"
    " Benjamini & Hochberg 1995"
)


@dataclass(frozen=True)
class Campaigns:
    """What the page found.

    Attributes
    ----------
    rows : tuple of Row
        What the picture shows, in its order.
    arms, complaints : tuple of Row
        A row a treated arm; the same by what had become of people's complaints.
    whole : Row or None
        All campaigns together.
    worth : Worth
        What a regained member is worth.
    by : str
        The breakdown shown.
    hidden, unlinked : int
        Rows too small to show; campaigns without member ids, which a filter leaves out.
    day : datetime.date
        The extract's.
    sides : dict of str to str
        What the treated arm and the holdout are called.
    beside : str
        What stands beside the picture.
    """

    rows: tuple[Row, ...]
    arms: tuple[Row, ...]
    complaints: tuple[Row, ...]
    whole: Row | None
    worth: Worth
    by: str
    hidden: int
    unlinked: int
    day: date
    sides: dict[str, str]
    beside: str


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the campaigns within a filter.

    Raises
    ------
    Nothing
        When there are no campaigns, or nobody, too few or nothing to compare in the filter.
    """
    say = options.language
    if ask("campaigns").empty:
        raise Nothing(
            say.say("There are no campaigns yet. Upload who was contacted and who was not."),
            "upload",
        )
    if options.by == "segment" and ask("segments").empty:
        raise Nothing(say.say("There are no saved segments to split by yet."))
    scope = _scope(filters.without(*OUTCOMES), options, ask)
    found = _found(scope, options, ask)
    n = _people(found)
    names = tuple(row_name(row, found.by, say, ask) for row in found.rows)
    return View(
        name="campaigns",
        title=say.say("Did it work?"),
        finding=finding(found, say, ask),
        metrics=metrics(found, say),
        meaning=(*meaning(found, say, ask), *amounts(options, ask)),
        frame=frame(found.rows, names, options.limit, say),
        columns=columns(say),
        chart=Chart(
            "bars",
            x="mark",
            y=("treated", "holdout"),
            label="mark",
            y_title=_of_what(found, say),
        ),
        n=n,
        basis=say.say(
            "n = {n} people drawn into campaigns with a control group · as of {day} · 95 %"
            " intervals",
            n=say.number(n),
            day=say.day(found.day),
        ),
        alt=say.say(
            "A row a campaign: the share who stayed or came back among those contacted and in the"
            " control group, as two dots with their intervals; the difference on the right."
        ),
        notes=(*scope.notes, *notes(found, filters.active(), options.limit, say)),
        filters=scope.chips,
        computed=Computed(
            how_computed(found.worth, say),
            FORMULA,
            SOURCE,
            tuple(named(name, scope.filters.condition(), {}) for name in QUERIES),
        ),
        result=found,
    )


def _of_what(found: Campaigns, say: Language) -> str:
    if any(row.success for row in found.rows):
        return say.say("Share with success")
    return say.say("Share who stayed or came back")


def _scope(filters: Filters, options: Options, ask: Ask) -> Scope:
    """Check the filter; campaigns that came by file alone need no membership."""
    if not filters.active() and ask("people_count")["n"].iloc[0] == 0:
        return Scope(filters, 0, ask("people_profiles", segment=None), options.limit)
    return people(filters, options, ask)


def _people(found: Campaigns) -> int:
    """Count who was drawn; the arms of one campaign share their control group."""
    compared = [row for row in found.arms if row.compared]
    shared = {row.campaign_id: row.compared.holdout_n for row in compared}
    return sum(row.compared.treated_n for row in compared) + sum(shared.values())


def _found(scope: Scope, options: Options, ask: Ask) -> Campaigns:
    say, active = options.language, in_force(scope.filters)
    campaigns, arms_asked = successes(ask("campaigns"), options.outcome), ask("campaign_arms")
    unlinked = campaigns["linked"].eq(0) & campaigns["treated"].gt(0) & bool(active)
    value = worth(ask, options.limit)

    def drawn(by: str) -> Drawn:
        # whoever stayed has no reason for leaving, so reasons would sort people by the outcome
        used = campaigns[~unlinked & ((by != "reason") | campaigns["goal"].eq("return"))]
        cells = ask(
            "campaign_outcomes",
            by=by.replace("none", "complaint"),
            outcome=options.outcome,
            **_asked(scope),
        )
        cells = priced(ungrouped(cells) if by == "none" else cells, campaigns, arms_asked)
        return Drawn(used, arms_asked, cells, value, active, options.limit, by)

    everyone = drawn("none")
    arms = rows(everyone)
    if options.by == "channel":
        shown = channels(everyone, arms)
    else:
        shown = arms if options.by == "none" else rows(drawn(options.by))
    compared = tuple(row for row in shown if row.compared)
    if not (arms and (options.by == "none" or compared)):
        raise Nothing(
            say.say("No campaign has enough people in both groups to compare here."), "filters"
        )
    return Campaigns(
        rows=arms if options.by == "none" else compared,
        arms=arms,
        complaints=shown if options.by == "complaint" else rows(drawn("complaint")),
        whole=together(everyone, arms),
        worth=value,
        by=options.by,
        hidden=sum(row.verdict == "too_few" for row in shown),
        unlinked=int(unlinked.sum()),
        day=pd.Timestamp(ask("meta")["as_of"].iloc[0]).date(),
        sides={"treated": say.say("Contacted"), "holdout": say.say("Control group")},
        beside=say.say("Difference, points"),
    )


def _asked(scope: Scope) -> dict[str, object]:
    """Return the filter's values for the cells' own columns."""
    names = ("segment", "sector", "branch", "region", "age_band", "since", "until")
    return {name: getattr(scope.filters, name) for name in names}
