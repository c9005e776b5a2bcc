"""Every answer by class: what the classes answered to every question, beside everybody."""

from dataclasses import replace

from queries.filters import Filters
from views import clusters
from views.clusters.classes import letter
from views.clusters.options import Options
from views.clusters.profiles import by_answer, in_order
from views.view import Ask, Chart, Column, View
from words.clusters import answer_label


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return every answer's share by class within a filter.

    Raises
    ------
    Nothing
        As `views.clusters.view`.
    """
    say = options.language
    whole = clusters.view(filters, options, ask)
    found = whole.result
    frame = in_order(by_answer(found), found)
    labels = found.survey.questions["label"]
    frame = frame.assign(
        what=[labels[item] for item in frame["question"]],
        v=frame["question"].map(found.solution.separation),
        answer=[
            answer_label(say, row.question, row.level)
            for row in frame[["question", "level"]].itertuples()
        ],
    )
    columns = [
        Column("what", say.say("Question")),
        Column("answer", say.say("Answer")),
        Column("overall", say.say("Everybody"), "share"),
        Column("v", say.say("How far the question tells classes apart, 0 to 1"), "coefficient"),
    ]
    for one in found.visible:
        columns.append(Column(f"share_{one}", letter(one), "share"))
        label = say.say("{letter}: index (100 = as everybody)", letter=letter(one))
        columns.append(Column(f"index_{one}", label, "number"))
        label = say.say("{letter}: standardised residual", letter=letter(one))
        columns.append(Column(f"residual_{one}", label, "number"))
    return replace(
        whole,
        name="clusters-answers",
        title=say.say("Every answer by class"),
        frame=frame,
        columns=tuple(columns),
        chart=Chart("bars", x="overall", y=("overall",), label="answer"),
        notes=(*whole.notes, *(clusters.title_of(found, one) for one in found.visible)),
    )
