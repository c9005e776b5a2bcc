"""What do they get for the money? What stands ready, what is used, what works for all; the fee."""

from queries.filters import Filters
from queries.named import named
from views.gaps.answers import Asked
from views.view import Ask, Chart, Computed, View
from views.worth.figures import Worth, worth
from views.worth.frame import columns, frame
from views.worth.options import DEDUCTIBLE, Options
from views.worth.words import finding, meaning, metrics, notes
from words.language import Language

SOURCE = "Wilson (1927); Zou & Donner (2008), Stat. Med. 27:1693"
FORMULA = (
    r"\text{used} = \tfrac{\text{uses}}{\text{people}} \cdot v \qquad"
    r"\text{stands ready} = P(\text{need}) \cdot v"
)


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the value picture within a filter.

    Raises
    ------
    Nothing
        See `views.worth.figures.worth`.
    """
    say = options.language
    found = worth(filters, options, ask)
    rows = frame(found, options.limit)
    sentence = finding(rows, found, say)
    return View(
        name="worth",
        title=say.say("What do they get for the money?"),
        finding=sentence,
        frame=rows,
        columns=columns(say),
        chart=Chart(
            "bars",
            x="label",
            y=("insured", "used"),
            label="label",
            y_title=say.say("DKK a person and year"),
        ),
        n=found.picture.people,
        basis=_basis(found, say),
        alt=_alt(sentence, say),
        metrics=metrics(found, say),
        meaning=meaning(rows, found, say),
        notes=(*found.asked.scope.notes, *notes(rows, found, options)),
        filters=found.asked.scope.chips,
        computed=_computed(found.asked, options),
        result=found,
    )


def _basis(found: Worth, say: Language) -> str:
    survey = found.asked.survey
    fielded = f" · {say.month(survey.fielded_on)}" if survey.fielded_on else ""
    return say.say(
        "Uses of {people} people in their last year · n = {n} answered · {survey}{month}"
        " · 95% intervals",
        people=say.number(found.picture.people),
        n=say.number(found.asked.n),
        survey=survey.label,
        month=fielded,
    )


def _alt(sentence: str, say: Language) -> str:
    about = say.say(
        "A row a benefit: what stands ready and what is used, in DKK a person and year, and how"
        " many find it important; what works for all is rated and not priced."
    )
    return f"{about} {sentence}"


def _computed(of: Asked, options: Options) -> Computed:
    say, scope = options.language, of.scope
    values = scope.filters.parameters() | {
        "survey_id": of.survey.survey_id,
        "of_solution": None,
        "statuses": list(of.statuses),
        "deductible": DEDUCTIBLE,
    }
    names = ("worth_people", "worth_uses", "worth_benefits", "gaps_answers")
    return Computed(
        words=say.say(
            "Used: uses in a person's last year as a member, times what one use is worth."
            " Stands ready: the share who needed it in the past year, times the same worth."
            " Unknown: that times the share who don't know of it. What is collective is rated by"
            " importance and satisfaction (4–5) alone. The three are never added up."
        ),
        formula=FORMULA,
        source=SOURCE,
        queries=tuple(named(name, scope.filters.condition(), values) for name in names),
    )
