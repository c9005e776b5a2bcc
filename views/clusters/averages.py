"""The numbers that helped to make the classes: each class's mean beside everybody's."""

from dataclasses import replace

from queries.filters import Filters
from views import clusters
from views.clusters.classes import Classes
from views.clusters.means import standing_out
from views.clusters.options import Options
from views.view import Ask, Chart, Column, Nothing, View
from words.clusters import number_written
from words.language import Language


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return every number's mean by class within a filter.

    Raises
    ------
    Nothing
        As `views.clusters.view`; when no number was chosen, or of too few people any is known.
    """
    say = options.language
    whole = clusters.view(filters, options, ask)
    found: Classes = whole.result
    if not found.survey.numbers:
        raise Nothing(say.say("These classes are made from answers alone. Choose a number above."))
    if found.means.empty:
        raise Nothing(say.say("Too few people in every class to show any."), "filters")
    frame = found.means.assign(
        what=[found.survey.numbers[one] for one in found.means["question"]],
        label=[clusters.title_of(found, one) for one in found.means["class"]],
        differs=True,
    )
    return replace(
        whole,
        name="clusters-averages",
        title=say.say("The numbers by class"),
        finding=_finding(found, say),
        frame=frame.reset_index(drop=True),
        columns=(
            Column("what", say.say("Number")),
            Column("label", say.say("Class")),
            Column("mean", say.say("Mean"), "number", "low", "high"),
            Column("overall", say.say("Everybody"), "number"),
            Column("n", say.say("People of whom it is known"), "count"),
        ),
        chart=Chart("bars", x="mean", y=("mean",), label="label"),
        n=int(found.means["n"].max()),
        alt=say.say("A panel a number: a dot a class for its mean, and its interval."),
        metrics=(),
        meaning=(),
        notes=(
            say.say(
                "Dotted: the mean of everybody who made the classes. The classes were made from"
                " these numbers, so that they differ in them proves nothing."
            ),
        ),
    )


def _finding(found: Classes, say: Language) -> str:
    """Name the class and the number that lie farthest from everybody."""
    rows = standing_out(found.means)
    if rows.empty:
        return say.say("No class lies clearly away from everybody in any number.")
    row = rows.iloc[0]
    facts = {
        "name": found.names[int(row["class"])],
        "number": found.survey.numbers[row["question"]],
        "mean": number_written(say, row["mean"], row["spread"]),
        "overall": number_written(say, row["overall"], row["spread"]),
    }
    return say.say(
        "«{name}» lies farthest from everybody: {number} {mean} on average, against {overall}.",
        **facts,
    )
