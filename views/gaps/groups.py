"""Who knows less, or is less satisfied: members against former members, branch against branch."""

from dataclasses import dataclass, field

import pandas as pd

from analysis.value import Differences, differences
from analysis.value.answers import HIGH_FROM
from views.gaps.answers import Asked
from views.gaps.by_group import group_name, grouped
from views.gaps.options import Options
from views.view import Ask
from words.gaps import MEASURES as MEASURE_NAMES
from words.labels import dimension
from words.language import Language

MEASURES = ("aware", "satisfied")


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of a comparison, each against all the others.

    Attributes
    ----------
    by : str or None
        ``"status"``, ``"branch"`` or ``"segment"``.
    names : dict
        What each group that may be shown is called, by code.
    together : pandas.DataFrame
        By (group, measure), over all benefits together: columns of
        `analysis.value.Differences.cells`.
    benefits : pandas.DataFrame
        By (group, measure, item id), likewise, of cells with enough answers.
    notes : tuple of str
        Groups that can't be shown, and why.
    """

    by: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    together: pd.DataFrame = field(default_factory=pd.DataFrame)
    benefits: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()

    def clear(self, measure: str) -> pd.DataFrame:
        """Return the groups that clearly differ in a measure, all benefits together."""
        if self.together.empty:
            return self.together
        rows = self.together[self.together["clear"]]
        return rows[rows.index.get_level_values("measure") == measure].droplevel("measure")


NO_GROUPS = Groups()


def clear_differences(groups: Groups, frame: pd.DataFrame, say: Language) -> pd.DataFrame:
    """Return what clearly differs, benefit by benefit, as a reader sees it; the widest first."""
    labels = frame.set_index("item_id")["label"]
    rows = groups.benefits[groups.benefits["clear"]].reset_index()
    rows = rows[rows["item_id"].isin(labels.index)]
    if groups.by == "status":
        rows = rows[rows["group"] == "former"]
    rows = rows.sort_values("difference", key=abs, ascending=False, kind="stable")
    return pd.DataFrame(
        {
            say.say("Group"): rows["group"].map(groups.names),
            say.say("Benefit"): rows["item_id"].map(labels),
            say.say("What"): [say.say(MEASURE_NAMES[code]) for code in rows["measure"]],
            say.say("Here"): _with_n(rows, "share", "n", say),
            say.say("Elsewhere"): _with_n(rows, "other_share", "other_n", say),
            say.say("Difference in points"): [
                f"{say.signed(100 * mid)} ({say.signed(100 * low)} – {say.signed(100 * high)})"
                for mid, low, high in zip(
                    rows["difference"], rows["low"], rows["high"], strict=True
                )
            ],
        }
    )


def _with_n(rows: pd.DataFrame, share: str, n: str, say: Language) -> list[str]:
    return [
        f"{say.share(part)} (n = {say.number(many)})"
        for part, many in zip(rows[share], rows[n], strict=True)
    ]


def compared(of: Asked, options: Options, ask: Ask) -> Groups:
    """Hold the groups that may be shown against each other.

    A filter on the compared dimension is let go, so that its group meets the others.
    """
    by, say = options.compare, options.language
    if by is None:
        return NO_GROUPS
    rows, table = grouped(of, by, ask)
    names = {code: group_name(say, by, code, ask) for code in table["group"].unique() if code}
    if not names:
        unknown = say.say(
            "This survey does not know {what}, so there are no groups to compare.",
            what=dimension(say, by).lower(),
        )
        return Groups(by, notes=(unknown,))
    shown = set(rows["group"].unique())
    hidden = [name for code, name in names.items() if code not in shown]
    names = {code: name for code, name in names.items() if code in shown}
    notes = _hidden(hidden, len(names), say)
    if len(names) < 2:
        return Groups(by, names, notes=notes)
    together, benefits = _differences(rows, options.limit)
    return Groups(by, names, together, benefits, notes)


def _differences(rows: pd.DataFrame, limit: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare all benefits together, and each benefit; each under its own control of chance."""
    got = rows["used"].fillna(True).astype(bool) & rows["needed"].fillna(True).astype(bool)
    rated = rows["satisfaction"].notna() & got
    counted = pd.concat(
        {
            "aware": rows.assign(
                hits=rows["aware"].fillna(False).astype(int), asked=rows["aware"].notna()
            ),
            "satisfied": rows.assign(
                hits=(rows["satisfaction"].fillna(0) >= HIGH_FROM) & rated, asked=rated
            ),
        },
        names=["measure", None],
    ).reset_index(level="measure")
    counted = counted[counted["asked"].astype(bool)].astype({"hits": int, "asked": int})
    key = ["respondent_id", "group", "weight", "measure"]
    people = counted.groupby(key, as_index=False)[["hits", "asked"]].sum()
    together = differences(people.rename(columns={"measure": "item"})).cells
    counted["item"] = counted["measure"] + "\t" + counted["item_id"]
    return (
        together.rename_axis(["group", "measure"]),
        _by_benefit(differences(counted), limit),
    )


def _by_benefit(found: Differences, limit: int) -> pd.DataFrame:
    parts = found.cells.index.to_frame(index=False)
    parts[["measure", "item_id"]] = parts["item"].str.split("\t", n=1, expand=True)
    cells_ = found.cells.set_axis(pd.MultiIndex.from_frame(parts[["group", "measure", "item_id"]]))
    return cells_[(cells_["n"] >= limit) & (cells_["other_n"] >= limit)]


def _hidden(names: list[str], shown: int, say: Language) -> tuple[str, ...]:
    said = []
    if names:
        said.append(say.say("Too few answers to show: {groups}.", groups=say.listed(names)))
    if shown < 2:
        said.append(say.say("There are not two groups large enough to compare."))
    return tuple(said)
