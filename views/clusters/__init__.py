"""Who are they? Classes of people who answer alike, and what sets each apart from everybody."""

import pandas as pd

from queries.filters import Filters
from queries.named import named
from views.clusters.classes import Classes, classes, letter
from views.clusters.each_class import meaning, title_of
from views.clusters.notes import notes
from views.clusters.options import Options
from views.clusters.outcomes import FEE, OUTCOMES, SCORE
from views.clusters.sameness import shown
from views.clusters.since import as_kept
from views.clusters.survey import survey
from views.clusters.words import finding, metrics
from views.scope import Scope, respondents
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import capital, method_words, numbers_words, outcome_label
from words.language import Language

SOURCE = (
    "Rousseeuw (1987), J. Comput. Appl. Math. 20:53 (silhouette);"
    " Haberman (1973), Biometrics 29:205 (residuals); Wilson (1927); Newcombe (1998);"
    " Welch (1947)"
)
HUANG = "Huang (1998), Data Min. Knowl. Discov. 2:283 (k-modes)"
SOURCES = {
    "lca": "Goodman (1974), Biometrika 61:215; Vermunt & Magidson (2002) (latent classes)",
    "kmodes": HUANG,
    "kmodes-package": f"{HUANG}, kmodes package",
    "kprototypes": "Huang (1997), PAKDD; Szepannek (2018), R J. 10:200 (k-prototypes, gamma)",
}
WITH_NUMBERS = (
    "Hunt & Jorgensen (2011), WIREs Data Min. 1:352 (classes with numbers); Student (1908)"
)
INDEX = r" \qquad \mathrm{index} = 100 \cdot p_{\mathrm{class}} / p_{\mathrm{all}}"
MISMATCHES = r"\min \sum_{i} w_i \sum_{j} [x_{ij} \neq m_{c(i)j}]" + INDEX
FORMULAS = {
    "lca": r"\max \sum_{i} w_i \log \sum_{c} \pi_c \prod_{j} p_{cj}(x_{ij})" + INDEX,
    "kmodes": MISMATCHES,
    "kmodes-package": MISMATCHES,
    "kprototypes": r"\min \sum_{i} w_i \Big( \sum_{m} (z_{im} - \bar z_{c(i)m})^2 + \gamma"
    r" \sum_{j} [x_{ij} \neq m_{c(i)j}] \Big)" + INDEX,
}
BELLS = (
    r"\max \sum_{i} w_i \log \sum_{c} \pi_c \prod_{j} p_{cj}(x_{ij})"
    r" \prod_{m} \varphi(z_{im}; \mu_{cm}, \sigma_{cm})" + INDEX
)
KINDS = {SCORE: "number", FEE: "money"}
QUERIES = ("needs_questions", "needs_answers", "needs_inside", "needs_outcomes", "needs_numbers")


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the classes within a filter.

    Raises
    ------
    Nothing
        When there is no needs survey, the answers can't carry so many classes, or too few
        people are in the filter.
    """
    say = options.language
    asked = shown(survey(options, ask), options, ask)
    scope = respondents(asked.survey_id, filters, options, ask)
    found = classes(asked, options.k, scope, options, ask)
    if not found.visible:
        raise Nothing(say.say("Too few people in every class to show any."), "filters")
    frame = by_class(found, say)
    return View(
        name="clusters",
        title=say.say("Who are they?"),
        finding=finding(found, scope, say),
        frame=frame,
        columns=_columns(frame, found.survey.numbers, say),
        chart=Chart(
            "bars",
            x="share",
            y=("share",),
            label="label",
            y_title=say.say("Share of respondents"),
        ),
        n=len(found.inside),
        basis=_basis(found, say),
        alt=_alt(found, say),
        metrics=metrics(found, scope, say),
        meaning=meaning(found, say),
        notes=(
            *((as_kept(asked.kept, say),) if asked.kept else ()),
            *scope.notes,
            *notes(found, scope, say, ask),
        ),
        filters=scope.chips,
        computed=_computed(found, scope, say),
        result=found,
    )


def by_class(found: Classes, say: Language) -> pd.DataFrame:
    """Return a row a visible class: size, what tells it, and what became of its people."""
    sizes = found.sizes[found.sizes["visible"]].drop(columns="visible")
    frame = sizes.assign(
        label=[title_of(found, one) for one in sizes.index],
        letter=[letter(one) for one in sizes.index],
        told_by=[capital(say.listed(found.phrases(one, say))) for one in sizes.index],
    )
    for name in OUTCOMES:
        rows = found.outcomes[found.outcomes["outcome"] == name].set_index("class")
        if len(rows):
            for column in ("value", "low", "high", "n"):
                frame[f"{name}_{column}"] = rows[column].reindex(frame.index)
    for name in found.survey.numbers:
        rows = found.means[found.means["question"] == name].set_index("class")
        for column in ("mean", "low", "high", "n"):
            frame[f"{name}_{column}"] = rows[column].reindex(frame.index)
    return frame.reset_index()


def _columns(frame: pd.DataFrame, numbers: dict[str, str], say: Language) -> tuple[Column, ...]:
    columns = [
        Column("label", say.say("Class")),
        Column("n", say.say("People"), "count"),
        Column("share", say.say("Share"), "share", "low", "high"),
        Column("overall", say.say("Share of all respondents"), "share"),
        Column("told_by", say.say("Told by")),
    ]
    for name, label in numbers.items():
        ends = (f"{name}_low", f"{name}_high")
        columns.append(Column(f"{name}_mean", label, "number", *ends))
        columns.append(Column(f"{name}_n", say.say("n: {what}", what=label), "count"))
    for name in OUTCOMES:
        if f"{name}_value" in frame:
            kind = KINDS.get(name, "share")
            ends = (f"{name}_low", f"{name}_high")
            label = outcome_label(say, name)
            columns.append(Column(f"{name}_value", label, kind, *ends))
            columns.append(Column(f"{name}_n", say.say("n: {what}", what=label), "count"))
    return tuple(columns)


def _basis(found: Classes, say: Language) -> str:
    asked = found.survey
    numbers = say.say_n("one number", "{n} numbers", len(found.numbers))
    return say.say(
        "n = {n} · {survey}{month} · {questions} questions{numbers} · 95% intervals",
        n=say.number(len(found.inside)),
        survey=asked.label,
        month=f" · {say.month(asked.fielded_on)}" if asked.fielded_on else "",
        questions=say.number(asked.said.shape[1]),
        numbers=f" · {numbers}" if found.numbers else "",
    )


def _alt(found: Classes, say: Language) -> str:
    return say.say(
        "A table of colours: rows are answers, columns are {k} classes. Orange where a class gives"
        " an answer more often than everybody, blue where it gives it less often. On top, how"
        " large each class is.",
        k=say.number(len(found.visible)),
    )


def _computed(found: Classes, scope: Scope, say: Language) -> Computed:
    asked, solution = found.survey, found.solution
    values = scope.filters.parameters() | {"survey_id": asked.survey_id}
    numbers = found.numbers
    made = (
        method_words(say, asked.method, solution.k),
        numbers_words(say, asked.method, list(numbers.values()), solution.gamma),
        say.say(
            "All who answered at least half of the questions make the classes, whatever the filter;"
            " the filter then says which of them are counted."
        ),
    )
    words = (
        *((as_kept(asked.kept, say),) if asked.kept else made),
        say.say(
            "The index compares a class with everybody: 200 is twice as often."
            " A class is named after the answers that stand out most in it. The classes are made"
            " from these answers, so that they differ in them proves nothing; whether they differ"
            " in what they were not made from does.",
        ),
    )
    return Computed(
        words=" ".join(filter(None, words)),
        formula=BELLS if numbers and asked.method == "lca" else FORMULAS[asked.method],
        source="; ".join(
            filter(None, (SOURCES[asked.method], WITH_NUMBERS if numbers else "", SOURCE))
        ),
        queries=tuple(named(name, scope.filters.condition(), values) for name in QUERIES),
    )
