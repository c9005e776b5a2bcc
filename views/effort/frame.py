"""The effort page's figures as one frame, and its columns as a reader sees them."""

import pandas as pd

from views.effort.options import CRITERIA, time_of
from views.effort.ranking import Ranking
from views.palette import EVERYONE
from views.places import place_columns
from views.view import Column
from words.effort import AXES, TIMES
from words.effort import CRITERIA as CRITERION
from words.language import Language


def frame(ranked: Ranking, names: dict[str, str], say: Language) -> pd.DataFrame:
    """Return a row a group, best first: scores of 100, chances of the first places, criteria."""
    order = ranked.order
    drawn = pd.DataFrame({"code": order, "label": [names[code] for code in order]})
    drawn = drawn.assign(place=range(1, len(drawn) + 1), n=ranked.people.to_numpy())
    for name, table in _scores(ranked).items():
        for column, end in (("score", ""), ("low", "_low"), ("high", "_high")):
            # No group can be better than the best, however wide its doubt.
            drawn[name + end] = (table[column].loc[order] * 100).clip(0, 100).to_numpy()
    chances = ranked.chances()
    drawn[list(chances)] = chances.to_numpy()
    for name in CRITERIA:
        for table, end in (("values", ""), ("low", "_low"), ("high", "_high"), ("n", "_n")):
            figure = getattr(ranked.figures, table).loc[order, name]
            drawn[f"{name}{end}"] = figure.to_numpy()
    times = [time_of(code) for code in order]
    return drawn.assign(
        time=[EVERYONE if time == "earlier" else time or "all" for time in times],
        time_label=[say.say(TIMES[time]) if time else say.say("All") for time in times],
    )


def columns(ranked: Ranking, say: Language) -> tuple[Column, ...]:
    """Return the columns of `frame` in the order in which they are read."""
    bases = {
        "value": say.say("Who returned (n)"),
        "return": say.say("Past leavers (n)"),
        "complaint": say.say("Who complained (n)"),
    }
    shown = [
        Column("place", say.say("Place"), "count"),
        Column("label", say.say("Group")),
        Column("n", say.say("People"), "count"),
        Column("score", say.say("Score of 100"), "count", "score_low", "score_high"),
        *(
            Column(axis, say.say(AXES[axis]), "count", f"{axis}_low", f"{axis}_high")
            for axis in ("worth", "ability")
        ),
        *place_columns(ranked, say),
    ]
    for name in CRITERIA:
        if name != "size":
            kind = "money" if name == "value" else "share"
            label = say.say(CRITERION[name])
            shown.append(Column(name, label, kind, f"{name}_low", f"{name}_high"))
        if name in bases:
            shown.append(Column(f"{name}_n", bases[name], "count"))
    return tuple(shown)


def _scores(ranked: Ranking) -> dict[str, pd.DataFrame]:
    return {"score": ranked.scores, "worth": ranked.worth, "ability": ranked.ability}
