"""How many classes? What speaks for each number of them, side by side; never one right number."""

import pandas as pd

from analysis.clusters import Sweep, bivariate_residuals
from queries.filters import Filters
from queries.named import named
from views.clusters.classes import letter
from views.clusters.options import Options
from views.clusters.solutions import BOOTSTRAPS, made_sweep
from views.clusters.survey import Survey, survey
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import verdict_label
from words.language import Language

# Differences below this are nobody's reason to prefer a number of classes.
LITTLE, MOST_ALIKE = 0.02, 2
# Cramér's V of what classes leave of a pair of questions, and how many pairs are named.
WORTH_NAMING, MOST_PAIRS = 0.1, 3
SOURCES = (
    "Schwarz (1978), Ann. Stat. 6:461 (BIC); Biernacki, Celeux & Govaert (2000) (ICL);"
    " Rousseeuw (1987), J. Comput. Appl. Math. 20:53; Davies & Bouldin (1979);"
    " Satopää et al. (2011) (elbow); Hennig (2007), Comput. Stat. Data Anal. 52:258 (stability);"
    " Vermunt & Magidson (2005) (what classes leave)"
)


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return every index by number of classes, of all respondents.

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
    frame = _frame(made, options)
    fit = "bic" if frame["bic"].notna().any() else "cost"
    columns = tuple(one for one in _columns(say, asked) if frame[one.name].notna().any())
    labels = {one.name: one.label for one in columns}
    return View(
        name="clusters-number",
        title=say.say("How many classes?"),
        finding=_finding(frame, say),
        frame=frame,
        columns=columns,
        chart=Chart(
            "columns", x="k", y=(fit,), label="k", x_title=say.say("Classes"), y_title=labels[fit]
        ),
        n=len(asked.answers),
        basis=say.say("n = {n} · {survey}", n=say.number(len(asked.answers)), survey=asked.label),
        alt=say.say(
            "Three lines by number of classes: how badly they fit, the silhouette, and how"
            " surely the least stable class comes again."
        ),
        notes=_related(made, asked, options),
        computed=_computed(asked, say),
        result=options.k,
    )


def _frame(made: Sweep, options: Options) -> pd.DataFrame:
    frame = made.table.reset_index()
    weakest = [letter(int(made.stability[k]["jaccard"].idxmin())) for k in frame["k"]]
    return frame.assign(
        weakest=weakest,
        smallest=frame["smallest"].where(frame["smallest"] >= options.limit),
        verdict=[verdict_label(options.language, one) for one in frame["verdict"]],
    )


def _columns(say: Language, asked: Survey) -> tuple[Column, ...]:
    cost = say.say("Answers that differ from their class")
    if asked.numbers:
        cost = say.say("How far people are from their class")
    return (
        Column("k", say.say("Classes"), "count"),
        Column("bic", say.say("BIC: lower is better"), "count"),
        Column("icl", say.say("ICL: lower is better"), "count"),
        Column("entropy", say.say("Certainty, 0 to 1"), "coefficient"),
        Column("silhouette", say.say("Silhouette, −1 to 1"), "coefficient"),
        Column("davies_bouldin", say.say("Davies–Bouldin: lower is clearer"), "coefficient"),
        Column("cost", cost, "count"),
        Column("elbow", say.say("Elbow: highest at the bend"), "coefficient"),
        Column("stability", say.say("Least stable class, 0 to 1"), "coefficient"),
        Column("weakest", say.say("Which class that is")),
        Column("verdict", say.say("Comes again")),
        Column("smallest", say.say("People in the smallest class"), "count"),
    )


def _finding(frame: pd.DataFrame, say: Language) -> str:
    """Say what each index prefers, and that people decide."""
    said = (_best_fit(frame, say), _clearest(frame, say), _stable(frame, say))
    choose = say.say("Choose the number whose classes you can tell a colleague about.")
    return " ".join(filter(None, (*said, choose)))


def _best_fit(frame: pd.DataFrame, say: Language) -> str:
    if frame["bic"].isna().all():
        return ""
    best = int(frame.loc[frame["bic"].idxmin(), "k"])
    if best == frame["k"].max():
        return say.say(
            "The fit (BIC) gets better up to {k} classes, the most that were tried.",
            k=say.number(best),
        )
    return say.say("By the fit (BIC), {k} classes are best.", k=say.number(best))


def _clearest(frame: pd.DataFrame, say: Language) -> str:
    width = frame["silhouette"]
    best = frame.loc[width >= width.max() - LITTLE, "k"]
    if len(best) > MOST_ALIKE:
        return say.say("By the silhouette, no number is clearer than most others.")
    return say.say(
        "With {k} classes people are clearest in their own.",
        k=say.listed([say.number(k) for k in best]),
    )


def _stable(frame: pd.DataFrame, say: Language) -> str:
    """Say up to how many classes all of them come again when people are drawn anew."""
    stable = frame[frame["dissolved"].eq(0) & frame["stable"].eq(frame["classes"])]
    if stable.empty:
        return say.say("With no number do all classes surely come again in other people.")
    return say.say(
        "Up to {k} classes, all of them come again when people are drawn anew.",
        k=say.number(int(stable["k"].max())),
    )


def _related(made: Sweep, asked: Survey, options: Options) -> tuple[str, ...]:
    """Name the questions that still go together inside the classes that are shown now."""
    found = made.solutions.get(options.k)
    if found is None or not found.parameters:
        return ()
    pairs = bivariate_residuals(found.coded, found.partition.posterior)
    pairs = pairs[pairs["related"] & (pairs["v"] >= WORTH_NAMING)].head(MOST_PAIRS)
    labels, say = asked.questions["label"], options.language
    return tuple(
        say.say(
            "«{one}» and «{other}» still go together inside the {k} classes (Cramér's V {v}):"
            " one more class may be made of these two alone.",
            one=labels[row.question],
            other=labels[row.other],
            k=say.number(options.k),
            v=say.number(row.v, 2),
        )
        for row in pairs.itertuples()
    )


def _computed(asked: Survey, say: Language) -> Computed:
    return Computed(
        say.say(
            "The same answers are put into 2 to 8 classes. More classes always differ less inside;"
            " BIC and ICL take off what more classes cost, and ICL also what is uncertain. The"
            " silhouette says how much nearer people are to their own class than to the next, from"
            " −1 to 1; up to 0.25 the borders are soft. For the stability people are drawn anew"
            " {times} times: a class is stable when its overlap with its likeness is 0.75 or more,"
            " and dissolved below 0.5.",
            times=say.number(BOOTSTRAPS),
        ),
        formula=r"\mathrm{BIC} = -2 \log L + p \log n \qquad s(x) ="
        r" \frac{b(x) - a(x)}{\max(a(x), b(x))} \qquad J = \frac{|A \cap B|}{|A \cup B|}",
        source=SOURCES,
        queries=(named("needs_answers", "true", {"survey_id": asked.survey_id}),),
    )
