"""A map of what people answer: answers that the same people give lie close together."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters import Map, correspondence
from analysis.disclosure import groups
from queries.filters import Filters
from queries.named import named
from views import clusters
from views.clusters.classes import Classes, letter
from views.clusters.options import Options
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import answer_label, capital, phrase
from words.language import Language

# The answers that make the axes most are drawn with their names; the others are in the table.
NAMED = 18
CELLS = 30
CLASS = "class"


@dataclass(frozen=True, eq=False)
class Drawn:
    """What only the map's figure needs.

    Attributes
    ----------
    counts : float array (cells, cells)
        People in each cell of a grid, first axis first; NaN where too few are to be shown.
    across, up : float array (cells + 1,)
        The cells' edges.
    shares : tuple of float
        What each of the two axes explains.
    """

    counts: np.ndarray
    across: np.ndarray
    up: np.ndarray
    shares: tuple[float, float]


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return answers and classes as places on two axes, of all respondents.

    Raises
    ------
    Nothing
        As `views.clusters.view`; when the answers differ along one line only.
    """
    say = options.language
    whole = clusters.view(filters, options, ask)
    found: Classes = whole.result
    coded = found.solution.coded
    drawn = correspondence(coded)
    if drawn.profiles.shape[1] < 2:
        raise Nothing(say.say("These answers differ along one line only; a map needs two."))
    frame = pd.concat([_classes(found, drawn, say), _answers(found, drawn, options)])
    counts, across, up = drawn.density(coded.people, CELLS)
    shares = tuple(float(share) for share in drawn.axes["share"].iloc[:2])
    return View(
        name="clusters-map",
        title=say.say("The map of answers"),
        finding=_finding(found, drawn, say),
        frame=frame.reset_index(drop=True),
        columns=(
            Column("label", say.say("What")),
            Column("n", say.say("People"), "count"),
            Column("x1", say.say("Across"), "coefficient"),
            Column("x2", say.say("Up"), "coefficient"),
        ),
        chart=Chart(
            "points",
            x="x1",
            y=("x2",),
            label="label",
            x_title=_axis(say.say("Across"), shares[0], say),
            y_title=_axis(say.say("Up"), shares[1], say),
            colour="kind",
        ),
        n=len(found.survey.answers),
        basis=say.say(
            "n = {n} · {survey}",
            n=say.number(len(found.survey.answers)),
            survey=found.survey.label,
        ),
        alt=say.say("A plane with answers as names, classes as letters, and people as shade."),
        notes=(
            say.say(
                "What lies close together is answered by the same people; what lies in the middle"
                " tells nobody apart. The shade is where people are; cells with under {limit} are"
                " left blank. All respondents are on it, whatever the filter.",
                limit=say.number(options.limit),
            ),
        ),
        computed=_computed(found, say),
        result=Drawn(_shown(counts, options.limit), across, up, shares),
    )


def _shown(counts: np.ndarray, limit: int) -> np.ndarray:
    """Leave cells blank that are too small, or that would give one such away."""
    cells = pd.DataFrame({"cell": np.arange(counts.size), "n": counts.ravel()})
    visible = groups(cells[cells["n"] > 0], ("cell",), limit)["visible"]
    shown = np.full(counts.size, np.nan)
    kept = visible.index[visible].to_numpy(dtype=int)
    shown[kept] = counts.ravel()[kept]
    return shown.reshape(counts.shape)


def _classes(found: Classes, drawn: Map, say: Language) -> pd.DataFrame:
    coded, labels = found.solution.coded, found.solution.partition.labels
    centres = drawn.centres(labels, coded.mass)[:, :2]
    shown = found.visible
    return pd.DataFrame(
        {
            "kind": CLASS,
            "mark": [letter(one) for one in shown],
            "label": [
                say.say("Class {title}", title=clusters.title_of(found, one)) for one in shown
            ],
            "n": [int(found.solution.sizes.at[one, "n"]) for one in shown],
            "x1": centres[shown, 0],
            "x2": centres[shown, 1],
            "named": True,
        }
    )


def _answers(found: Classes, drawn: Map, options: Options) -> pd.DataFrame:
    """Return the answers that enough people gave, those that make the axes most marked."""
    levels = drawn.levels[(drawn.levels["n"] >= options.limit) & (drawn.levels["level"] != "")]
    made = levels[["made1", "made2"]].max(axis=1)
    own, say = found.survey.questions["label"], options.language
    asked = list(zip(levels["question"], levels["level"], strict=True))
    return pd.DataFrame(
        {
            "kind": "answer",
            "mark": [capital(phrase(say, item, level, own[item])) for item, level in asked],
            "label": [f"{own[item]}: {answer_label(say, item, level)}" for item, level in asked],
            "n": levels["n"].round().astype(int),
            "x1": levels["x1"],
            "x2": levels["x2"],
            "named": made.rank(ascending=False) <= NAMED,
        }
    )


def _finding(found: Classes, drawn: Map, say: Language) -> str:
    """Say what the first axis is between, and what the second."""
    ends = [_ends(found, drawn, axis, say) for axis in ("x1", "x2")]
    return say.say(
        "People differ most between «{left}» and «{right}», then between «{low}» and «{high}».",
        left=ends[0][0],
        right=ends[0][1],
        low=ends[1][0],
        high=ends[1][1],
    )


def _ends(found: Classes, drawn: Map, axis: str, say: Language) -> tuple[str, str]:
    """Name the answers that make an axis's two ends."""
    own, levels = found.survey.questions["label"], drawn.levels[drawn.levels["level"] != ""]
    made = levels[axis.replace("x", "made")]
    names = []
    for side in (levels[axis] < 0, levels[axis] > 0):
        row = levels.loc[made.where(side, -1).idxmax()]
        names.append(capital(phrase(say, row["question"], row["level"], own[row["question"]])))
    return names[0], names[1]


def _axis(name: str, share: float, say: Language) -> str:
    return say.say("{axis}: {share} of what can be explained", axis=name, share=say.share(share))


def _computed(found: Classes, say: Language) -> Computed:
    return Computed(
        say.say(
            "Multiple correspondence analysis of the pair tables of all answers. Both axes'"
            " shares are corrected, since uncorrected ones are far too low. A class lies at the"
            " mean place of its people."
        ),
        formula=r"\lambda_s^{*} = \left(\frac{Q}{Q-1}\right)^2"
        r"\left(\lambda_s - \frac{1}{Q}\right)^2",
        source="Greenacre (2017), Correspondence Analysis in Practice, ch. 18–19; Benzécri (1979);"
        " Greenacre (1993)",
        queries=(named("needs_answers", "true", {"survey_id": found.survey.survey_id}),),
    )
