"""What should the union stand for, and is it found again in what it says?"""

from dataclasses import dataclass

import pandas as pd

from analysis.best_worst import BestWorst, best_worst
from analysis.errors import NotEnough
from queries.filters import Filters
from queries.named import named
from views.brand.groups import by_group
from views.brand.options import Options
from views.brand.words import finding, meaning, metrics
from views.scope import Scope, respondents
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.language import Language
from words.questionnaire import short_value_label

FORMULA = (
    r"P(\text{+}=i) = \frac{e^{u_i}}{\sum_{j \in S} e^{u_j}} \qquad"
    r" P(\text{-}=k \mid i) = \frac{e^{-u_k}}{\sum_{j \in S \setminus i} e^{-u_j}}"
)
SOURCE = (
    "Louviere, Flynn & Marley (2015), Best-Worst Scaling, Cambridge; McFadden (1974);"
    " Liang & Zeger (1986), Biometrika 73:13"
)


@dataclass(frozen=True, eq=False)
class Brand:
    """What the brand page rests on.

    Attributes
    ----------
    found : BestWorst
    labels : Series
        The values' names by item id.
    groups : DataFrame
        By item id a column a group: its share, written with its interval; empty without groups.
    messages : DataFrame
        Campaigns with what their message carries.
    """

    found: BestWorst
    labels: pd.Series
    groups: pd.DataFrame
    messages: pd.DataFrame


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the values within a filter, what matters most first.

    Raises
    ------
    Nothing
        When there is no such survey, or too few answered it within the filter.
    """
    say = options.language
    survey_id, label = _survey(options, ask)
    scope = respondents(survey_id, filters, options, ask)
    rows = ask("brand_answers", scope.filters, survey_id=survey_id)
    if rows["respondent_id"].nunique() < options.limit:
        raise Nothing(say.say("Too few chose among the values here."), "filters")
    found = _fitted(rows, say)
    items = ask("brand_items", survey_id=survey_id).set_index("item_id")["label"]
    labels = pd.Series(
        {item: _label(item, own, say) for item, own in items.items()}, dtype="object"
    )
    messages = ask("brand_messages")
    frame = _frame(found, labels, messages)
    groups, notes = by_group(survey_id, labels, scope, options, ask)
    sentence = finding(frame, messages, say)
    return View(
        name="brand",
        title=say.say("What should the union stand for?"),
        finding=sentence,
        frame=frame,
        columns=_columns(say),
        chart=Chart("bars", "label", ("share",), "label",
                    y_title=say.say("Share who would put it first")),
        n=found.people,
        basis=say.say("n = {n} · {survey} · 95% intervals", n=say.number(found.people),
                      survey=label),
        alt=say.say("Values by how many would put them first. {finding}", finding=sentence),
        metrics=metrics(frame, messages, say),
        meaning=meaning(frame, messages, say),
        notes=(*scope.notes, *notes),
        filters=scope.chips,
        computed=_computed(survey_id, scope, say),
        result=Brand(found, labels, groups, messages),
    )  # fmt: skip


def _survey(options: Options, ask: Ask) -> tuple[str, str]:
    known = ask("brand_surveys").set_index("survey_id")["label"]
    if known.empty:
        raise Nothing(
            options.language.say(
                "Nobody has been asked yet what the union should stand for. Write the question"
                " under Questionnaire."
            ),
            "questionnaire",
        )
    chosen = options.survey_id if options.survey_id in known.index else known.index[0]
    return str(chosen), str(known[chosen])


def _fitted(rows: pd.DataFrame, language: Language) -> BestWorst:
    try:
        return best_worst(rows)
    except NotEnough as problem:
        raise Nothing(language.say("Too few chose among the values here."), "filters") from problem


def _label(item: str, own: str, language: Language) -> str:
    """A value that the product knows is said in the reader's language; others as they are."""
    known = short_value_label(language, item)
    return own if known == item else known


def _frame(found: BestWorst, labels: pd.Series, messages: pd.DataFrame) -> pd.DataFrame:
    rows = found.items[found.items.index.isin(labels.index)]
    carried = messages.groupby("brand_value")["label"]
    lists = carried.agg("; ".join)
    return pd.DataFrame(
        {
            "item_id": rows.index,
            "label": labels.reindex(rows.index).to_numpy(),
            "share": rows["share"].to_numpy(),
            "share_low": rows["low"].to_numpy(),
            "share_high": rows["high"].to_numpy(),
            "score": rows["score"].to_numpy(),
            "messages": carried.size().reindex(rows.index).fillna(0).astype(int).to_numpy(),
            "carried_by": lists.reindex(rows.index).fillna("").to_numpy(),
        }
    )


def _columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column("label", say("Value")),
        Column("share", say("Would put it first"), "share", "share_low", "share_high"),
        Column("score", say("Most less least, of times shown"), "coefficient"),
        Column("messages", say("Messages that carry it"), "count"),
        Column("carried_by", say("Which")),
    )


def _computed(survey_id: str, scope: Scope, language: Language) -> Computed:
    values = scope.filters.parameters() | {"survey_id": survey_id}
    return Computed(
        words=language.say(
            "Each person saw a few values at a time and chose which matters most and which"
            " least. The shares are the chances that each would be put first among all of them,"
            " as the model that makes the choices likeliest has it. Intervals allow for choices"
            " of one person being alike."
        ),
        formula=FORMULA,
        source=SOURCE,
        queries=tuple(
            named(name, scope.filters.condition(), values)
            for name in ("brand_answers", "brand_messages")
        ),
    )
