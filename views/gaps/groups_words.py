"""How groups differ, in words: what former members miss, which branches let people down."""

import pandas as pd

from views.gaps.answers import Asked
from views.gaps.groups import Groups
from words.language import Language

MOST_GROUPS = 3


def group_sentences(groups: Groups, frame: pd.DataFrame, of: Asked, say: Language) -> list[str]:
    """Say how groups differ, each sentence with its n; nothing where none were compared."""
    if groups.together.empty:
        return []
    if groups.by == "status":
        return [_known(groups, of, say), _clearest(groups, frame, say)]
    said = [_below(groups, measure, say) for measure in ("satisfied", "aware")]
    if not any(said):
        said = [_alike(groups, say)]
    return said


def _known(groups: Groups, of: Asked, say: Language) -> str:
    """Say how many benefits fewer, or more, former members know than members."""
    if ("former", "aware") not in groups.together.index:
        return ""
    row = groups.together.loc[("former", "aware")]
    if not row["clear"]:
        return say.say(
            "Former members know about as many benefits as members (n = {n} and {other_n}).",
            n=say.number(row["n"]),
            other_n=say.number(row["other_n"]),
        )
    benefits = of.rows.loc[of.rows["aware"].notna(), "item_id"].nunique()
    ends = sorted(abs(row[end]) * benefits for end in ("low", "high"))
    facts = {
        "fewer": say.number(abs(row["difference"]) * benefits, 1),
        "low": say.number(ends[0], 1),
        "high": say.number(ends[1], 1),
        "all": say.number(benefits),
        "n": say.number(row["n"]),
        "other_n": say.number(row["other_n"]),
    }
    if row["difference"] < 0:
        return say.say(
            "Former members know {fewer} fewer of the {all} benefits than members"
            " ({low}–{high}; n = {n} and {other_n}).",
            **facts,
        )
    return say.say(
        "Former members know {fewer} more of the {all} benefits than members"
        " ({low}–{high}; n = {n} and {other_n}).",
        **facts,
    )


def _clearest(groups: Groups, frame: pd.DataFrame, say: Language) -> str:
    """Name the benefit where former members are clearly less satisfied, or know it far less."""
    if "former" not in groups.benefits.index.unique("group"):
        return ""
    labels = frame.set_index("item_id")["label"]
    rows = groups.benefits.loc["former"].query("clear and difference < 0")
    rows = rows[rows.index.get_level_values("item_id").isin(labels.index)]
    if rows.empty:
        return ""
    at = rows[rows.index.get_level_values("measure") == "satisfied"]
    measure, item = (rows if at.empty else at)["difference"].idxmin()
    row = rows.loc[(measure, item)]
    facts = {
        "benefit": labels[item],
        "share": say.share(row["share"]),
        "other": say.share(row["other_share"]),
        "n": say.number(row["n"]),
        "other_n": say.number(row["other_n"]),
    }
    if measure == "satisfied":
        return say.say(
            "{benefit} satisfied {share} of former members who got it, and {other} of members"
            " (n = {n} and {other_n}).",
            **facts,
        )
    return say.say(
        "{benefit} is known to {share} of former members, and {other} of members"
        " (n = {n} and {other_n}).",
        **facts,
    )


def _below(groups: Groups, measure: str, say: Language) -> str:
    """Name the groups that clearly lie below all the others, all benefits together."""
    rows = groups.clear(measure)
    rows = rows[rows["difference"] < 0].sort_values("difference").head(MOST_GROUPS)
    if rows.empty:
        return ""
    names = say.listed(
        [
            say.say(
                "{group} ({share}, n = {n})",
                group=groups.names[code],
                share=say.share(row["share"]),
                n=say.number(row["n"]),
            )
            for code, row in rows.iterrows()
        ]
    )
    others = say.share(_rest(groups, measure, rows.index))
    if measure == "satisfied":
        return say.say(
            "Those who got help or used a benefit are clearly less often satisfied in {groups}"
            " than elsewhere ({others}).",
            groups=names,
            others=others,
        )
    return say.say(
        "Clearly fewer of the benefits are known in {groups} than elsewhere ({others}).",
        groups=names,
        others=others,
    )


def _rest(groups: Groups, measure: str, named: pd.Index) -> float:
    """Return the share of those groups together that are not named."""
    rows = groups.together.xs(measure, level="measure").drop(index=named)
    return float((rows["share"] * rows["asked"]).sum() / rows["asked"].sum())


def _alike(groups: Groups, say: Language) -> str:
    n = int(groups.together["n"].groupby(level="measure").sum().max())
    return say.say(
        "No group clearly knows fewer benefits, or is less satisfied, than the others (n = {n}).",
        n=say.number(n),
    )
