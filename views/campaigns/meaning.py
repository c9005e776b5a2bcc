"""What follows from the campaigns: whom they harm, who leaves again, what is cheap."""

from typing import TYPE_CHECKING

from analysis.intervals import newcombe
from views.campaigns.drawn import Row
from views.campaigns.frame import gone_again, lost_money, roi
from views.campaigns.groups import clear_groups, harm, only_for_some
from views.campaigns.words import harmed_groups, signed_share
from views.view import Ask
from words.language import Language

if TYPE_CHECKING:
    from views.campaigns import Campaigns


def meaning(found: "Campaigns", say: Language, ask: Ask) -> tuple[str, ...]:
    """Return what follows, the most pressing first."""
    if found.by not in ("none", "channel"):
        return tuple(clear_groups(found, say, ask))
    sentences = (
        *(harm(row, say) for row in harmed_groups(found)),
        _lapse(found, say),
        only_for_some(found, say),
        _cheapest(found, say),
        _naive(found, say),
        _not_shown(found, say),
        _waiting(found, say),
        *(_no_control(row, say) for row in found.arms if row.verdict == "no_control"),
    )
    return tuple(sentence for sentence in sentences if sentence)


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


def _cheapest(found: "Campaigns", say: Language) -> str:
    priced = [
        row
        for row in found.rows
        if row.group is None
        and not row.success
        and row.verdict == "works"
        and row.compared.effect.cost_per_incremental
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
