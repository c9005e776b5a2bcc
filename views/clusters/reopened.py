"""A kept solution that was opened: whether today's classes are the very same, in plain words."""

from dataclasses import dataclass

from queries.filters import Filters
from views import clusters
from views.clusters.classes import Classes
from views.clusters.kept_solutions import KeptSolution, choices_of, kept_solutions
from views.clusters.options import Options
from views.clusters.sameness import (
    answers_since,
    is_recipe,
    moved,
    same_answers,
    same_classes,
    survey_then,
)
from views.clusters.since import as_kept, since, together
from views.clusters.survey import survey
from views.view import Ask, Nothing
from words.clusters import number_label, question_label
from words.language import Language


@dataclass(frozen=True, eq=False)
class Reopened:
    """What there is to say of the opened solution.

    Attributes
    ----------
    sentences : tuple of str
    same : bool
        Whether the classes were made anew and are the very same.
    other : str
        What else can be shown: ``"kept"`` (the classes as they were kept), ``"anew"`` (made anew
        from today's answers), ``"choices"`` (those it was made with), or nothing.
    """

    sentences: tuple[str, ...]
    same: bool = False
    other: str = ""


def reopened(filters: Filters, options: Options, ask: Ask) -> Reopened:
    """Say whether the classes on the page are those of the solution that was opened.

    Parameters
    ----------
    filters : Filters
        Not obeyed: classes are made from everybody.
    options : Options
        ``kept`` names the solution.

    Raises
    ------
    Nothing
        As `views.clusters.view`.
    """
    del filters
    say = options.language
    one = kept_solutions(ask).get(options.kept or "")
    if one is None:
        return Reopened((say.say("The kept solution that was opened here is gone."),))
    asked = survey(options, ask)
    if not is_recipe(one, asked, options.k):
        return _not_its_choices(one, options, ask)
    found: Classes = clusters.view(Filters(), options, ask).result
    if same_answers(one, asked):
        return _same_answers(one, found, options)
    return _changed(one, found, options, ask)


def _not_its_choices(one: KeptSolution, options: Options, ask: Ask) -> Reopened:
    """Say why the classes can't be those that were kept."""
    say = options.language
    facts = {"name": one.name, "survey": one.survey_label}
    if one.survey_id not in set(ask("needs_surveys")["survey_id"]):
        text = say.say(
            "«{name}» can't be made anew: its survey, {survey}, is not in the database any more.",
            **facts,
        )
        return Reopened((text,))
    try:
        asked = survey(choices_of(one, options, ask), ask)
    except Nothing as nothing:
        return Reopened((say.say("«{name}» can't be made anew.", name=one.name), nothing.sentence))
    if not is_recipe(one, asked, one.k):
        gone = [question_label(say, item) for item in one.columns if item not in asked.said]
        gone += [number_label(say, item) for item in one.numbers if item not in asked.numbers]
        text = say.say(
            "«{name}» can't be made anew: {survey} no longer has {questions}.",
            questions=say.listed([f"«{item}»" for item in gone]),
            **facts,
        )
        return Reopened((text,))
    text = say.say("The choices on this page are not those of the kept solution «{name}».", **facts)
    return Reopened((text,), other="choices")


def _same_answers(one: KeptSolution, found: Classes, options: Options) -> Reopened:
    say, asked = options.language, found.survey
    if asked.kept:
        return Reopened((as_kept(one, say), say.say("The answers are as they were.")), other="anew")
    if same_classes(one, asked, found.solution):
        text = say.say("Made anew from the same answers: the very same classes.")
        return Reopened((_of(one, say), text), same=True)
    now = moved(one, asked, asked, found.solution.labels)
    if now and now.same == now.both and not now.by_model:
        text = say.say(
            "Made anew from the same answers, the same people are together; only the letters of the"
            " classes have changed."
        )
        return Reopened((_of(one, say), text), other="kept")
    text = say.say(
        "Made anew from the same answers, in the same way, the classes are not the same. Most"
        " likely another version of this program made them then."
    )
    return Reopened((_of(one, say), text, *together(now, options)), other="kept")


def _changed(one: KeptSolution, found: Classes, options: Options, ask: Ask) -> Reopened:
    say, asked = options.language, found.survey
    then = survey_then(one, options, ask)
    told = [_of(one, say), since(then and answers_since(then, asked), options)]
    if asked.kept:
        told[0] = as_kept(one, say)
        return Reopened(tuple(told), other="anew")
    now = moved(one, then, asked, found.solution.labels)
    return Reopened((*told, *together(now, options)), other="kept")


def _of(one: KeptSolution, say: Language) -> str:
    return say.say("«{name}», kept {day}.", name=one.name, day=say.day(one.created_at))
