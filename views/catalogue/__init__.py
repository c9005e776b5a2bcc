"""What to do about each benefit: fix, ease, tell, offer to more, rethink or keep."""

import pandas as pd

from analysis.value.remedies import REMEDIES
from queries.filters import Filters
from queries.named import named
from views.catalogue.figures import Catalogue, catalogue
from views.catalogue.options import Options
from views.catalogue.words import evidence, finding, meaning, metrics
from views.view import Ask, Chart, Column, Computed, View
from words.catalogue import remedy_label
from words.kano import class_label
from words.language import Language

SOURCE = (
    "Kano et al. (1984); Martilla & James (1977); the practice's own rule (remedies by Kano class"
    " and gap)"
)


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return what to do about each benefit within a filter.

    Raises
    ------
    Nothing
        See `views.catalogue.figures.catalogue`.
    """
    say = options.language
    found = catalogue(filters, options, ask)
    rows = _frame(found, ask, say)
    sentence = finding(rows, say)
    return View(
        name="catalogue",
        title=say.say("What to do about each benefit?"),
        finding=sentence,
        frame=rows,
        columns=_columns(say),
        chart=Chart(
            "bars",
            x="label",
            y=("affected",),
            label="label",
            y_title=say.say("People whom it concerns"),
            colour="remedy",
        ),
        n=found.asked.n,
        basis=_basis(found, say),
        alt=say.say("A bar a benefit: how many people its remedy concerns. {finding}",
                    finding=sentence),
        metrics=metrics(rows, say),
        meaning=meaning(rows, say),
        notes=(*found.asked.scope.notes, *_notes(found, say)),
        filters=found.asked.scope.chips,
        computed=_computed(found, options),
        result=found,
    )  # fmt: skip


def _frame(found: Catalogue, ask: Ask, say: Language) -> pd.DataFrame:
    """Order by remedy and people affected; put what was decided beside what is suggested."""
    rows = found.benefits.copy()
    rows["remedy_label"] = [remedy_label(say, code) for code in rows["remedy"]]
    rows["evidence"] = [evidence(row, say) for _, row in rows.iterrows()]
    rows["kano_label"] = [class_label(say, code) if pd.notna(code) else "" for code in rows["kano"]]
    decided = ask("benefit_decisions").drop_duplicates("benefit_id").set_index("benefit_id")
    rows["decided"] = rows["benefit_id"].map(decided["remedy"]).astype(object)
    rows["decided_label"] = [
        remedy_label(say, code) if isinstance(code, str) else "" for code in rows["decided"]
    ]
    rows["rank"] = rows["remedy"].map(REMEDIES.index)
    rows = rows.sort_values(["rank", "affected"], ascending=[True, False], na_position="last")
    return rows.drop(columns="rank").rename_axis("item_id").reset_index()


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("label", say.say("Benefit")),
        Column("remedy_label", say.say("What to do")),
        Column("decided_label", say.say("Decided")),
        Column("affected", say.say("People whom it concerns"), "count"),
        Column("evidence", say.say("Why")),
        Column("kano_label", say.say("Class")),
        Column("annual_cost", say.say("Cost a year"), "money"),
    )


def _basis(found: Catalogue, say: Language) -> str:
    surveys = [found.asked.survey.label]
    if found.kano is not None:
        surveys.append(found.kano.result.survey.label)
    return say.say(
        "n = {n} · {survey} · 95% intervals",
        n=say.number(found.asked.n),
        survey=say.listed(surveys),
    )


def _notes(found: Catalogue, say: Language) -> tuple[str, ...]:
    said = []
    if found.kano is None:
        said.append(say.say("There is no Kano survey, so what must be in order is not told apart."))
    if found.benefits["cause"].any():
        said.append(
            say.say("What the union stands for is never told to go: it is told of or offered.")
        )
    return tuple(said)


def _computed(found: Catalogue, options: Options) -> Computed:
    say, scope = options.language, found.asked.scope
    values = scope.filters.parameters() | {
        "survey_id": found.asked.survey.survey_id,
        "of_solution": None,
        "statuses": list(found.asked.statuses),
    }
    return Computed(
        words=say.say(
            "The first that holds: offer to more (a fifth or more have none, and more than don't"
            " know of it); for what makes no difference to anybody: where it costs more than it is"
            " worth, rethink (important to under a third) or fix (a third let down),"
            " else keep; ease (a"
            " third of those who needed it did not get it, and most know of it); tell (a fifth or"
            " more don't know of it, more than are let down); fix (a third let down, a quarter"
            " where it must be in order or is the better the more); tell; keep."
        ),
        source=SOURCE,
        queries=tuple(
            named(name, scope.filters.condition(), values)
            for name in ("gaps_answers", "catalogue_benefits", "catalogue_absent")
        ),
    )
