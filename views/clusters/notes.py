"""What to know of the classes: who isn't classed, what is hidden, what separates them."""

from views.clusters.classes import Classes
from views.clusters.coding_notes import coding_notes
from views.scope import Scope
from views.view import Ask
from words.language import Language


def notes(found: Classes, scope: Scope, say: Language, ask: Ask) -> tuple[str, ...]:
    """Return what to know: who isn't classed, what is hidden, what separates."""
    said = (
        _hidden(found, say),
        _not_classified(found, scope, say),
        _coverage(found, scope, say, ask),
        _separation(found, say),
        *coding_notes(found, say),
    )
    return tuple(sentence for sentence in said if sentence)


def _hidden(found: Classes, say: Language) -> str:
    hidden = len(found.sizes) - len(found.visible)
    if not hidden:
        return ""
    return say.say_n(
        "One class has too few people here and is not shown.",
        "{n} classes have too few people here and are not shown.",
        hidden,
    )


def _not_classified(found: Classes, scope: Scope, say: Language) -> str:
    missing = scope.n - len(found.inside)
    if not missing:
        return ""
    few = say.say(
        "{n} of {total} respondents answered fewer than half of the questions and are not"
        " classified.",
        n=say.number(missing),
        total=say.number(scope.n),
    )
    silent = len(found.survey.silent)
    if silent < scope.limit or scope.filters.active():
        return few
    none = say.say("{n} answered none of them.", n=say.number(silent))
    return f"{few} {none}"


def _coverage(found: Classes, scope: Scope, say: Language, ask: Ask) -> str:
    """Say of how many people in the register the classes know something."""
    filters = scope.filters
    total = int(ask("people_count", filters)["n"].iloc[0])
    linked = ask("needs_members", survey_id=found.survey.survey_id)["respondent_id"]
    n = int(found.inside.index.isin(linked).sum())
    if not total:
        return ""
    return say.say(
        "{n} of {total} people in the register are classified through their answers; the others"
        " are not classified.",
        n=say.number(n),
        total=say.number(total),
    )


def _separation(found: Classes, say: Language) -> str:
    order = list(found.solution.separation.index)
    if len(order) < 4:
        return ""
    labels = found.survey.questions["label"]
    return say.say(
        "The classes differ most in {most}, and least in {least}.",
        most=say.listed([f"«{labels[item]}»" for item in order[:2]]),
        least=f"«{labels[order[-1]]}»",
    )
