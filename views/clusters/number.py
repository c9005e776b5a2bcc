"""How many classes? What each number of them costs and how clear it is; never one right number."""

from queries.filters import Filters
from queries.named import named
from views.clusters.options import Options
from views.clusters.solutions import made_sweep
from views.clusters.survey import survey
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.language import N_

# A gain of silhouette below this is nobody's reason to prefer a number of classes.
LITTLE = 0.02
DIFFERING = N_("Answers that differ from their class")
# Methods with a likelihood are weighed by it; lower is better in either.
FIT = {"lca": N_("BIC: fit, less what more classes cost")}


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return cost and silhouette by number of classes, of all respondents.

    Parameters
    ----------
    filters : Filters
        Not obeyed: the classes are made from everybody.
    options : Options
        Survey, questions, and the number of classes that is shown now.

    Raises
    ------
    Nothing
        As long as `views.clusters.solutions.make_sweep` has not been through.
    """
    del filters
    say = options.language
    asked = survey(options, ask)
    made = made_sweep(asked)
    if made is None:
        raise Nothing(say.say("The numbers of classes are still being tried out."))
    frame = made.table.reset_index()
    frame["fit"] = frame["bic"] if options.method in FIT else frame["cost"]
    frame["smallest"] = frame["smallest"].where(frame["smallest"] >= options.limit)
    return View(
        name="clusters-number",
        title=say.say("How many classes?"),
        finding=_finding(frame, say),
        frame=frame,
        columns=(
            Column("k", say.say("Classes"), "count"),
            Column("fit", say.say(FIT.get(options.method, DIFFERING)), "count"),
            Column("silhouette", say.say("Silhouette"), "coefficient"),
            Column("smallest", say.say("People in the smallest class"), "count"),
        ),
        chart=Chart("columns", x="k", y=("fit",), label="k", x_title=say.say("Classes")),
        n=len(asked.answers),
        basis=say.say("n = {n} · {survey}", n=say.number(len(asked.answers)), survey=asked.label),
        alt=say.say("Two lines by number of classes: how badly they fit, and the silhouette."),
        computed=Computed(
            say.say(
                "The same answers are put into 2 to 8 classes. More classes always fit better; the"
                " silhouette says how much nearer people are to their own class than to the next,"
                " from −1 to 1. Up to 0.25 the borders are soft."
            ),
            formula=r"s(x) = \frac{b(x) - a(x)}{\max(a(x), b(x))}",
            source="Rousseeuw (1987), J. Comput. Appl. Math. 20:53; Kaufman & Rousseeuw (1990)",
            queries=(named("needs_answers", "true", {"survey_id": asked.survey_id}),),
        ),
        result=options.k,
    )


def _finding(frame, say) -> str:
    """Say how little or how much the numbers of classes differ."""
    clearest = frame.loc[frame["silhouette"].idxmax()]
    spread = frame["silhouette"].max() - frame["silhouette"].min()
    if spread < LITTLE:
        return say.say(
            "No number of classes stands out: choose the one whose classes you can tell a"
            " colleague about."
        )
    return say.say(
        "With {k} classes people are clearest in their own; more classes always fit better, so"
        " choose the number whose classes you can tell a colleague about.",
        k=say.number(int(clearest["k"])),
    )
