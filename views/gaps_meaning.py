"""What follows from the gaps: the hardest step, what comes next, and how groups differ."""

import pandas as pd

from views.gaps_answers import Asked
from views.gaps_groups import Groups
from views.gaps_options import Options
from views.gaps_plane_words import best_score, over_served
from views.gaps_words import about, hardest, loss
from views.kano_words import in_sentence
from words.gaps import lost_label, whom
from words.language import Language

MOST_SENTENCES = 3
MOST_GROUPS = 3


def meaning(frame: pd.DataFrame, groups: Groups, of: Asked, options: Options) -> tuple[str, ...]:
    """Say what follows, at most three sentences, each with its n."""
    say = options.language
    of_groups = _groups(groups, frame, of, say)
    of_steps = [_hardest(frame, say), _next(frame, say)]
    of_scores = [best_score(frame, say)]
    first_of_all = loss(frame.iloc[0], whom(say, of.who), say)
    if options.picture == "chain":
        said = [*of_groups, *of_steps, *of_scores]
    else:
        said = [*of_groups, over_served(frame, say), first_of_all, *of_steps]
    return tuple(sentence for sentence in said if sentence)[:MOST_SENTENCES]


def _groups(groups: Groups, frame: pd.DataFrame, of: Asked, say: Language) -> list[str]:
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


def _hardest(frame: pd.DataFrame, say: Language) -> str:
    row = hardest(frame)
    if row is None:
        return ""
    facts = {
        "benefit": in_sentence(row["label"]),
        "share": say.share(row["hard_share"]),
        "interval": say.share_interval(row["hard_share_low"], row["hard_share_high"]),
        "n": say.number(row["hard_n"]),
    }
    if row["hard"] == "access":
        return say.say(
            "Hardest to get: {benefit}. Of those who needed it, {share} did not get it"
            " ({interval}, n = {n}).",
            **facts,
        )
    if row["hard"] == "advice":
        return say.say(
            "Help that fails most often: {benefit}. Of those who got it, {share} were not"
            " helped or not satisfied ({interval}, n = {n}).",
            **facts,
        )
    return say.say(
        "Disappoints most often: {benefit}. Of those who have it and find it important, {share}"
        " are not satisfied ({interval}, n = {n}).",
        **facts,
    )


def _next(frame: pd.DataFrame, say: Language) -> str:
    rows = frame.iloc[1:3]
    rows = rows[rows["gap"].notna() & (rows["gap"] != "fine")]
    if rows.empty:
        return ""
    names = [
        say.say(
            "{benefit} ({lost}, n = {n})",
            benefit=in_sentence(row["label"]),
            lost=lost_label(say, row["at"], about(row["lost"], say), unmet=bool(row["unmet"])),
            n=say.number(row["n_at"]),
        )
        for _, row in rows.iterrows()
    ]
    return say.say("Next come {benefits}.", benefits=say.listed(names))
