"""Who answered? A survey's respondents held against the membership, and what weighting does."""

import pandas as pd

from queries.filters import Filters
from queries.named import named
from views.answered.frame import columns, frame
from views.answered.options import Options
from views.answered.words import finding, meaning, metrics
from views.view import Ask, Chart, Computed, Nothing, View
from views.weighting import raked
from words.language import Language

SOURCE = "Deming & Stephan (1940), Ann. Math. Stat. 11:427; Kish (1965); Wilson (1927)"
FORMULA = r"\text{design effect} = \frac{n \sum w^2}{\left(\sum w\right)^2}"


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return who answered; the filter is not used, since a survey as a whole is weighed.

    Raises
    ------
    Nothing
        When there is no survey, no membership, or nothing is known of who answered.
    """
    say = options.language
    chosen = _survey(options, ask)
    answers = ask("respondent_profiles", survey_id=chosen.name, segment=None)
    people = ask("people_profiles", segment=None)
    if people.empty:
        raise Nothing(
            say.say("There is no membership to hold the answers against. Upload members."), "upload"
        )
    people = _same_statuses(people, answers)
    weights = raked(chosen.name, ask)
    rows = frame(answers, people, weights, options, ask)
    if rows.empty:
        raise Nothing(say.say("This survey knows nothing of who answered it."), "upload")
    answered = int(answers["n"].sum())
    sentence = finding(rows, say)
    return View(
        name="answered",
        title=say.say("Who answered?"),
        finding=sentence,
        frame=rows,
        columns=columns(say),
        chart=Chart("bars", x="label", y=("share", "target"), label="label",
                    y_title=say.say("Share")),
        n=answered,
        basis=_basis(chosen, answered, say),
        alt=say.say(
            "A row a group: its share of the answers beside its share of the people. {finding}",
            finding=sentence,
        ),
        metrics=metrics(rows, answered, int(people["n"].sum()), weights, say),
        meaning=meaning(rows, weights, say),
        notes=_notes(filters, say),
        computed=_computed(chosen.name, say),
        result=weights,
    )  # fmt: skip


def _survey(options: Options, ask: Ask) -> pd.Series:
    known = ask("answered_surveys").set_index("survey_id")
    if known.empty:
        raise Nothing(options.language.say("There is no survey yet. Upload one."), "upload")
    return known.loc[options.survey_id if options.survey_id in known.index else known.index[0]]


def _same_statuses(people: pd.DataFrame, answers: pd.DataFrame) -> pd.DataFrame:
    """Hold a survey of members against members: a status that nobody answered from isn't meant."""
    known = answers["status"].dropna().unique()
    return people[people["status"].isin(known)] if len(known) else people


def _basis(chosen: pd.Series, answered: int, say: Language) -> str:
    fielded = chosen["fielded_on"]
    month = "" if pd.isna(fielded) else f" · {say.month(fielded)}"
    return say.say(
        "n = {n} answered · {survey}{month} · 95% intervals",
        n=say.number(answered),
        survey=chosen["label"],
        month=month,
    )


def _notes(filters: Filters, say: Language) -> tuple[str, ...]:
    said = [
        say.say("Orange: surely more or fewer of the answers than of the people."),
        say.say("Statuses from which nobody answered are not counted among the people."),
    ]
    if filters.active():
        said.append(say.say("The whole survey is shown: the filter is not used here."))
    return tuple(said)


def _computed(survey_id: str, say: Language) -> Computed:
    values = {"survey_id": survey_id, "segment": None}
    return Computed(
        words=say.say(
            "Weights are scaled in turn until the answers have the membership's shares by status,"
            " sector, age and member type (raking). Nobody counts for more than five times the"
            " mean; a group that fewer than five answered is weighted by nothing. The design effect"
            " tells how many times as many answers are needed for the same precision."
        ),
        formula=FORMULA,
        source=SOURCE,
        queries=tuple(
            named(name, "true", values)
            for name in ("respondent_profiles", "people_profiles", "answered_traits")
        ),
    )
