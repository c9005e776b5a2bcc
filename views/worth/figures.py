"""What the value picture rests on: the survey's answers, uses of the past year, the fee."""

from dataclasses import dataclass

import pandas as pd

from analysis.value import Picture, value_picture
from queries.filters import Filters
from views.gaps.answers import Asked, asked, shown_statuses
from views.scope import people
from views.surveys import labels_in
from views.view import Ask, Nothing
from views.worth.options import DEDUCTIBLE, Options

LEVEL = 0.95


@dataclass(frozen=True, eq=False)
class Fee:
    """The union's part of the fee, DKK a person and year.

    Attributes
    ----------
    before, after : float
        Mean before tax, and what it costs once the deduction has come back. Everybody's fee is
        known, so there is no doubt to show.
    """

    before: float
    after: float


@dataclass(frozen=True, eq=False)
class Worth:
    """What a group gets and pays.

    Attributes
    ----------
    asked : Asked
        The value survey and those who answered it.
    labels, kinds, benefit_ids : pandas.Series
        Benefits' names, kinds, and ids in the catalogue, by item id.
    picture : Picture
        In the survey's order of benefits.
    fee : Fee or None
        None where no fee is recorded.
    any_use, any_price : bool
        Whether any use of benefits is recorded, and what any of them is worth.
    """

    asked: Asked
    labels: pd.Series
    kinds: pd.Series
    benefit_ids: pd.Series
    picture: Picture
    fee: Fee | None
    any_use: bool
    any_price: bool


def worth(filters: Filters, options: Options, ask: Ask) -> Worth:
    """Gather the value picture within a filter.

    Raises
    ------
    Nothing
        Without a value survey about the catalogue's benefits, or with nobody or too few left.
    """
    say = options.language
    of = asked(options.survey_id, filters, options, ask)
    catalogue = ask("worth_benefits", survey_id=of.survey.survey_id).set_index("item_id")
    if catalogue.empty:
        raise Nothing(
            say.say("The value survey asks about nothing that is in the catalogue of benefits."),
            "upload",
        )
    within = of.scope.filters
    statuses = list(shown_statuses(people(within, options, ask)))
    who = {"statuses": statuses}
    counted = ask("worth_people", within, deductible=DEDUCTIBLE, **who).iloc[0]
    if counted["people"] < options.limit:
        raise Nothing(say.say("Too few members here to show what they get."), "filters")
    answers = of.rows[of.rows["item_id"].isin(catalogue.index)]
    picture = value_picture(
        catalogue[["kind", "collective", "unit_value"]],
        _uses(ask("worth_uses", within, **who), catalogue),
        int(counted["people"]),
        answers,
        weights=of.weights,
        level=LEVEL,
        least=options.limit,
    )
    labels = labels_in(catalogue, say)
    any_use = bool(ask("worth_recorded")["any_use"].iloc[0])
    fee = _fee(counted, options)
    any_price = bool((catalogue["unit_value"].notna() & ~catalogue["collective"]).any())
    kinds, ids = catalogue["kind"], catalogue["benefit_id"]
    return Worth(of, labels, kinds, ids, picture, fee, any_use, any_price)


def _uses(uses: pd.DataFrame, catalogue: pd.DataFrame) -> pd.DataFrame:
    by_benefit = uses.set_index("benefit_id").reindex(catalogue["benefit_id"])
    return by_benefit.set_axis(catalogue.index)[["total", "squares"]]


def _fee(counted: pd.Series, options: Options) -> Fee | None:
    """Take off the fee what comes back in tax."""
    if counted["with_fee"] < options.limit:
        return None
    return Fee(counted["fee"], counted["fee"] - options.tax / 100 * counted["deducted"])
