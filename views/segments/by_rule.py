"""Saved segments that are a class in plain rules, and who else fits these rules."""

import json
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters import Rule, Rules
from analysis.clusters.bands import are_bands
from analysis.clusters.rules import UNKNOWN
from analysis.disclosure import groups
from analysis.intervals import weighted_share, wilson
from queries.filters import Filters
from queries.named import named
from views.clusters.options import Options as ClusterOptions
from views.clusters.rules import in_words
from views.clusters.survey import Survey, labelled, survey
from views.segments.newcomers import Newcomers, basis
from views.segments.options import Options
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import number_label
from words.language import Language
from words.sentences import share_with_interval

# Before a segment's id, where saved classes and rules are chosen among.
RULE = "rule-"


@dataclass(frozen=True, eq=False)
class SavedRule:
    """A saved segment of people who fit a class's rules.

    Attributes
    ----------
    segment_id, name, survey_id : str
        The survey is the one that the rules were made from.
    rules : Rules
    columns : tuple of str
        Questions that the class was made from: who answered half of them is judged.
    levels : dict
        By question of the rules, all of its answers.
    share : float
        Of those who made it, the share who fit.
    n : int
        How many made it; 0 where it isn't known.
    """

    segment_id: str
    name: str
    survey_id: str
    rules: Rules
    columns: tuple[str, ...]
    levels: dict[str, list[str]]
    share: float
    n: int


def saved_rules(ask: Ask) -> dict[str, SavedRule]:
    """Return the saved segments that are a class in plain rules, by code, the newest first."""
    rows = ask("segment_rules")
    return {f"{RULE}{row.segment_id}": _read(row) for row in rows.itertuples()}


def possible(found: SavedRule, ask: Ask) -> dict[str, str]:
    """Return the surveys that ask all that the rules ask: labels by id, newest first."""
    known = ask("needs_surveys").set_index("survey_id")["label"]
    own = {item for item, levels in found.levels.items() if not are_bands(levels)}
    return {
        str(survey_id): str(label)
        for survey_id, label in known.items()
        if own <= set(ask("needs_questions", survey_id=survey_id)["item_id"])
    }


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return who of a survey fits a saved segment's rules.

    Parameters
    ----------
    filters : Filters
        Not obeyed: whoever answered is judged.
    options : Options
        Its solution is one of `saved_rules`'s codes.

    Raises
    ------
    Nothing
        When the segment is gone, or no survey asks all that its rules ask.
    """
    del filters
    say = options.language
    found = saved_rules(ask).get(options.solution or "")
    if found is None:
        raise Nothing(say.say("This segment is gone."), "clusters")
    choices = possible(found, ask)
    none = say.say("No survey asks all the questions of this segment's rules.")
    if not choices:
        raise Nothing(none, "upload")
    chosen = options.survey_id if options.survey_id in choices else next(iter(choices))
    numbers = tuple(item for item, levels in found.levels.items() if are_bands(levels))
    asked = survey(
        ClusterOptions(
            say, options.limit, survey_id=chosen, questions=found.columns, numbers=numbers
        ),
        ask,
    )
    # A choice then may be answered by numbers here, or a number then not be known.
    there = set(asked.said) - set(numbers) | set(asked.numbers)
    if not set(found.levels) <= there:
        raise Nothing(none, "upload")
    fits = pd.Series(found.rules.fits(asked.answers), asked.answers.index)
    newcomers = _newcomers(found, asked, fits, ask)
    frame = _frame(found, asked, fits, options)
    return View(
        name="segments-by-rule",
        title=say.say("Newer answers and the segment's rules"),
        finding=f"{_who(newcomers, frame, options)} {_how_many(frame, say)}",
        frame=frame,
        columns=(
            Column("label", say.say("Segment")),
            Column(
                "then",
                say.say("Share that fitted when it was made"),
                "share",
                "then_low",
                "then_high",
            ),
            Column("now", say.say("Share that fits in these answers"), "share", "low", "high"),
            Column("n", say.say("People who fit"), "count"),
        ),
        chart=Chart("bars", x="now", y=("now",), label="label"),
        n=len(fits),
        basis=basis(len(fits), choices[chosen], options),
        alt=say.say("Two dots: the share that fitted when the segment was made, and now."),
        notes=_notes(found, options, ask),
        computed=_computed(chosen, say),
        result=newcomers,
    )


def _newcomers(found: SavedRule, asked: Survey, fits: pd.Series, ask: Ask) -> Newcomers:
    linked = ask("needs_members", survey_id=asked.survey_id).set_index("respondent_id")["member_id"]
    placed = set(ask("segment_members", segment=found.segment_id)["member_id"])
    fitting = linked[linked.index.isin(fits.index[fits])]
    free = fitting[~fitting.isin(placed)].astype("int64")
    return Newcomers({found.segment_id: free.drop_duplicates().tolist()})


def _frame(found: SavedRule, asked: Survey, fits: pd.Series, options: Options) -> pd.DataFrame:
    """Return the segment's row; none where those who fit, or who don't, are few."""
    counted = fits.value_counts().rename_axis("fits").rename("n").reset_index()
    visible = bool(groups(counted, ("fits",), options.limit)["visible"].all()) and fits.any()
    now = weighted_share(fits, asked.weights)
    then_low, then_high = wilson(found.share * found.n, found.n) if found.n else (np.nan, np.nan)
    row = {
        "label": found.name,
        "then": found.share,
        "then_low": float(then_low),
        "then_high": float(then_high),
        "now": now.value,
        "low": now.low,
        "high": now.high,
        "n": int(fits.sum()),
    }
    return pd.DataFrame([row] if visible else [], columns=list(row))


def _who(newcomers: Newcomers, frame: pd.DataFrame, options: Options) -> str:
    say, n = options.language, newcomers.n
    if not n:
        return say.say("Everybody who fits and is known as a member is in the segment already.")
    if frame.empty:
        # Beside everybody who answered, who fits would tell who doesn't.
        return say.say("Some can be put into the segment; few fit, or few don't.")
    if n < options.limit:
        return say.say(
            "Under {limit} people can be put into the segment.", limit=say.number(options.limit)
        )
    return say.say_n(
        "One person can be put into the segment.",
        "{n} people can be put into the segment by their answers.",
        n,
    )


def _how_many(frame: pd.DataFrame, say: Language) -> str:
    if frame.empty:
        return ""
    row = frame.iloc[0]
    return say.say(
        "{now} of those who answered fit the rules; when the segment was made it was {then}.",
        now=say.share(row["now"]),
        then=say.share(row["then"]),
    )


def _notes(found: SavedRule, options: Options, ask: Ask) -> tuple[str, ...]:
    say = options.language
    own = labelled(found.survey_id, say, ask)["label"]
    names = {item: number_label(say, item, own.get(item, "")) for item in found.levels}
    rules = [in_words(rule, found.levels, names, say) for rule in found.rules.rules
             if rule.n >= options.limit]  # fmt: skip
    said = [say.say("Fits: {rule}.", rule=rule) for rule in rules]
    worth = say.say(
        "When it was made, {right} of those who fit were in the class, and {found} of the class"
        " fit. Nobody is taken out who fits no longer.",
        right=share_with_interval(say, found.rules.precision, *found.rules.precision_interval),
        found=share_with_interval(say, found.rules.recall, *found.rules.recall_interval),
    )
    return (*said, worth)


def _computed(survey_id: str, say: Language) -> Computed:
    return Computed(
        say.say(
            "The rules that were saved are held against each person's answers, of all who answered"
            " at least half of the questions that the class was made from. Who fits any rule and is"
            " known as a member can be put in."
        ),
        source="Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees;"
        " Wilson (1927)",
        queries=(named("needs_answers", "true", {"survey_id": survey_id}),),
    )


def _read(row) -> SavedRule:
    kept = json.loads(row.stands_for)
    rules = tuple(
        Rule(
            answers={item: tuple(fit) for item, fit in one["answers"].items()},
            n=float(one["n"]),
            precision=float(one["precision"]),
            beside={item: tuple(unfit) for item, unfit in one["beside"].items()},
        )
        for one in kept["rules"]
    )
    worth = (kept["precision"], kept["recall"], kept["accuracy"])
    return SavedRule(
        segment_id=str(row.segment_id),
        name=str(row.name),
        survey_id=str(row.survey_id),
        rules=Rules(
            rules,
            *worth,
            n=sum(rule.n for rule in rules),
            precision_interval=tuple(kept.get("precision_interval", UNKNOWN)),
            recall_interval=tuple(kept.get("recall_interval", UNKNOWN)),
        ),
        columns=tuple(kept["columns"]),
        levels=kept["levels"],
        share=float(kept["share"]),
        n=int(kept.get("n", 0)),
    )
