"""What follows from the campaigns: whom they harm, who leaves again, what is cheap."""

from typing import TYPE_CHECKING

from analysis.intervals import newcombe
from views.campaigns_frame import gone_again, lost_money, roi
from views.campaigns_rows import Row
from views.campaigns_words import group_name, harmed_groups, signed_share
from views.view import Ask
from words.campaigns import group
from words.language import Language

if TYPE_CHECKING:
    from views.campaigns import Campaigns

MOST_GROUPS = 6


def meaning(found: "Campaigns", say: Language, ask: Ask) -> tuple[str, ...]:
    """Return what follows, the most pressing first."""
    if found.by not in ("none", "channel"):
        return tuple(_clear_groups(found, say, ask))
    sentences = (
        *(_harm(row, say) for row in harmed_groups(found)),
        _lapse(found, say),
        _only_for_some(found, say),
        _cheapest(found, say),
        _naive(found, say),
        _not_shown(found, say),
        _waiting(found, say),
        *(_no_control(row, say) for row in found.arms if row.verdict == "no_control"),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _harm(row: Row, say: Language) -> str:
    """Say among whom a campaign did harm, and what to do about it."""
    facts = _shares(row, say) | {"name": row.name}
    if row.group == "unresolved" and row.goal == "return":
        return say.say(
            "«{name}» did harm among people with an unresolved complaint: {treated} came back,"
            " against {holdout} of those left in peace ({n} people). Put the complaint right"
            " first.",
            **facts,
        )
    facts["group"] = group(say, "complaint", row.group)
    if row.goal == "return":
        return say.say(
            "«{name}» did harm ({group}): {treated} came back, against {holdout} of those left in"
            " peace ({n} people).",
            **facts,
        )
    return say.say(
        "«{name}» did harm ({group}): {treated} stayed, against {holdout} of those left in peace"
        " ({n} people).",
        **facts,
    )


def _shares(row: Row, say: Language) -> dict[str, str]:
    return {
        "treated": say.share(row.compared.treated, _decimals(row)),
        "holdout": say.share(row.compared.holdout, _decimals(row)),
        "n": say.number(row.compared.treated_n + row.compared.holdout_n),
    }


def _decimals(row: Row) -> int:
    """Write a decimal where the two shares would read the same without."""
    return int(round(row.compared.treated, 2) == round(row.compared.holdout, 2))


def _lapse(found: "Campaigns", say: Language) -> str:
    """Say of which campaign more returners than of the others leave again, and its return."""
    rows = [row for row in found.arms if row.goal == "return" and row.counts["followed"]]
    worst = max(rows, key=lambda row: gone_again(row)[0], default=None)
    if worst is None or not _above_the_rest(worst, rows):
        return ""
    share, low, high = gone_again(worst)
    facts = {
        "n": say.number(worst.counts["followed"]),
        "name": worst.name,
        "share": say.share(share),
        "interval": say.share_interval(low, high),
    }
    if worst.offer_ends:
        left = say.say(
            "Of {n} who came back by «{name}», {share} ({interval}) left again within 90 days of"
            " the offer's end.",
            **facts,
        )
    else:
        left = say.say(
            "Of {n} who came back by «{name}», {share} ({interval}) left again within 90 days.",
            **facts,
        )
    if not lost_money(worst):
        return left
    lost = say.say(
        "Counting those who stayed, it lost money: its return is {money} of its cost.",
        money=signed_share(roi(worst)[0], say),
    )
    return f"{left} {lost}"


def _above_the_rest(row: Row, rows: list[Row]) -> bool:
    others = [one.counts for one in rows if one is not row]
    followed = sum(counts["followed"] for counts in others)
    gone = sum(counts["gone_again"] for counts in others)
    low, _ = newcombe(row.counts["gone_again"], row.counts["followed"], gone, followed)
    return bool(low > 0)


def _only_for_some(found: "Campaigns", say: Language) -> str:
    """Say where a campaign is shown to work among some and not among the unresolved."""
    by_group = {(row.campaign_id, row.name, row.group): row for row in found.complaints}
    for (campaign_id, name, code), row in by_group.items():
        other = by_group.get((campaign_id, name, "unresolved"))
        if code == "resolved" and row.verdict == "works" and other and other.verdict == "not_shown":
            return say.say(
                "«{name}» works where the complaint was resolved ({treated} against {holdout},"
                " {n} people) and is not shown to where it was not ({others} people).",
                name=name,
                others=say.number(other.compared.treated_n + other.compared.holdout_n),
                **_shares(row, say),
            )
    return ""


def _cheapest(found: "Campaigns", say: Language) -> str:
    priced = [
        row
        for row in found.rows
        if row.group is None and row.verdict == "works" and row.compared.effect.cost_per_incremental
    ]
    if len(priced) < 2:
        return ""
    best = min(priced, key=lambda row: row.compared.effect.cost_per_incremental)
    return say.say(
        "Cheapest is «{name}»: {cost} for each member more ({n} people contacted).",
        name=best.name,
        cost=say.money(best.compared.effect.cost_per_incremental),
        n=say.number(best.compared.treated_n),
    )


def _naive(found: "Campaigns", say: Language) -> str:
    """Say how the campaigns would look to somebody who has no control group."""
    money = roi(found.whole) if found.whole else None
    if money is None:
        return ""
    return say.say(
        "Without control groups the campaigns would seem to return {naive} on their cost, as if"
        " nobody had come by themselves; it is {money} ({n} people).",
        naive=signed_share(found.whole.compared.effect.naive_roi, say),
        money=signed_share(money[0], say),
        n=say.number(found.whole.compared.treated_n + found.whole.compared.holdout_n),
    )


def _not_shown(found: "Campaigns", say: Language) -> str:
    names = [f"«{row.name}»" for row in found.arms if row.verdict == "not_shown"]
    if not names:
        return ""
    return say.say(
        "Not shown to work is not the same as shown not to: for {names} the difference may be"
        " chance.",
        names=say.listed(names),
    )


def _waiting(found: "Campaigns", say: Language) -> str:
    rows = [row for row in found.arms if row.counts["waiting"] and row.compared]
    early = [row for row in found.arms if row.verdict == "too_early"]
    if early:
        return say.say(
            "It is too early for {names}; the first result comes after {day}.",
            names=say.listed([f"«{row.name}»" for row in early]),
            day=say.day(min(row.first_result for row in early)),
        )
    if not rows:
        return ""
    return say.say(
        "{n} people of {names} are not counted yet: their time is not over.",
        n=say.number(sum(row.counts["waiting"] for row in rows)),
        names=say.listed([f"«{row.name}»" for row in rows]),
    )


def _no_control(row: Row, say: Language) -> str:
    return say.say("«{name}» had no control group, so nobody knows what it brought.", name=row.name)


def _clear_groups(found: "Campaigns", say: Language, ask: Ask) -> list[str]:
    """Name the groups that stay clear when all are looked at, harm first."""
    named = [row for row in found.rows if row.verdict in ("harms", "works")]
    if not named:
        return [say.say("No group stands out from chance.")]
    named.sort(key=lambda row: (row.verdict != "harms", -row.compared.effect.incremental))
    sentences = []
    for row in named[:MOST_GROUPS]:
        facts = _shares(row, say) | {
            "name": row.name,
            "group": group_name(row, found.by, say, ask),
        }
        if row.verdict == "harms":
            text = say.say(
                "{group}: «{name}» does harm, {treated} against {holdout} ({n} people).", **facts
            )
        else:
            text = say.say(
                "{group}: «{name}» works, {treated} against {holdout} ({n} people).", **facts
            )
        sentences.append(text)
    return sentences
