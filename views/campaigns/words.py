"""Campaigns in words: what rows are called, the finding and the key figures."""

from typing import TYPE_CHECKING

from views.campaigns.drawn import Row
from views.campaigns.frame import at_a_loss, roi
from views.scope import value_label
from views.view import Ask, Metric
from words.campaigns import group
from words.language import Language

if TYPE_CHECKING:
    from views.campaigns import Campaigns


def row_name(row: Row, by: str, say: Language, ask: Ask) -> str:
    """Say what a row is called: campaign or arm, and its group."""
    if row.group is None:
        return row.name
    if by == "channel":
        asked = {
            "stay": say.say("{channel}, asked to stay", channel=group(say, by, row.group)),
            "return": say.say("{channel}, asked back", channel=group(say, by, row.group)),
        }
        return asked[row.goal]
    return f"{row.name} · {group_name(row, by, say, ask)}"


def quoted_name(row: Row, by: str, say: Language, ask: Ask) -> str:
    """Write a row's name as it stands in a sentence: ``«Spring mail» (no complaint)``."""
    if row.group is None or by == "channel":
        return f"«{row_name(row, by, say, ask)}»"
    of_group = group_name(row, by, say, ask)
    return f"«{row.name}» ({of_group if by == 'segment' else of_group[0].lower() + of_group[1:]})"


def group_name(row: Row, by: str, say: Language, ask: Ask) -> str:
    """Say what a row's group is called."""
    if by == "segment":
        return (
            value_label(say, "segment", row.group, ask) if row.group else say.say("In no segment")
        )
    return group(say, by, row.group)


def finding(found: "Campaigns", say: Language, ask: Ask) -> str:
    """Say in one sentence what worked best, and what did not."""
    compared = [row for row in found.rows if row.compared]
    if not compared:
        return _nothing_compared(found, say)
    works = [row for row in compared if row.verdict == "works"]
    best = max(
        works,
        key=lambda row: (not row.success, row.compared.effect.incremental),  # members first
        default=None,
    )
    worst = _worst(found, compared)
    harmed = {row.campaign_id for row in harmed_groups(found)}
    only_not_shown = worst and worst.verdict == "not_shown" and worst.campaign_id not in harmed
    if best is None and (worst is None or only_not_shown):
        return say.say("No campaign is shown to work.")
    if best is None:
        return say.say(
            "Nothing is shown to work, and {worst}.", worst=_said(worst, found, say, ask)
        )
    first = _brought(best, quoted_name(best, found.by, say, ask), say)
    if worst is best:
        return say.say("{first}, but cost more than it brought.", first=first)
    if worst is None:
        return say.say("{first}.", first=first)
    return say.say("{first}; {worst}.", first=first, worst=_said(worst, found, say, ask))


def _nothing_compared(found: "Campaigns", say: Language) -> str:
    early = [row.first_result for row in found.rows if row.verdict == "too_early"]
    if early:
        return say.say(
            "It is too early to say: the first result comes after {day}.", day=say.day(min(early))
        )
    if any(row.verdict == "no_control" for row in found.rows):
        return say.say("There was no control group, so nobody knows what the campaigns brought.")
    return say.say("There is nothing to compare yet.")


def _worst(found: "Campaigns", compared: list[Row]) -> Row | None:
    """Pick what most needs saying: harm, then harm to some, then a loss, then no effect."""
    loses = [row for row in compared if at_a_loss(row)]
    not_shown = [row for row in compared if row.verdict == "not_shown"]
    harmed = {row.campaign_id for row in harmed_groups(found)}
    order = (
        [row for row in compared if row.verdict == "harms"],
        [row for row in not_shown if row.campaign_id in harmed and found.by == "none"],
        loses,
        not_shown,
    )
    least = next((rows for rows in order if rows), [])
    return min(least, key=lambda row: row.compared.effect.incremental, default=None)


def harmed_groups(found: "Campaigns") -> list[Row]:
    """Return the groups by complaint in which a campaign did harm."""
    return [row for row in found.complaints if row.verdict == "harms"]


def _brought(row: Row, name: str, say: Language) -> str:
    effect = row.compared.effect
    facts = {
        "name": name,
        "n": say.number(effect.incremental),
        "interval": members_interval(row, say),
    }
    if row.success:
        return say.say(
            "{name} brought {n} more with {success} ({interval})", success=row.success, **facts
        )
    if row.goal == "stay":
        return say.say("{name} kept {n} more members ({interval})", **facts)
    return say.say("{name} brought back {n} more members ({interval})", **facts)


def _said(row: Row, found: "Campaigns", say: Language, ask: Ask) -> str:
    name = quoted_name(row, found.by, say, ask)
    if row.verdict == "harms" and row.success:
        return say.say("{name} left fewer with {success}", name=name, success=row.success)
    if row.verdict == "harms":
        return say.say("{name} drove members away", name=name)
    if at_a_loss(row):
        return say.say("{name} cost more than it brought", name=name)
    harmed = {one.campaign_id for one in harmed_groups(found)}
    if found.by == "none" and row.campaign_id in harmed:
        return say.say("{name} is not shown to work and drove some away", name=name)
    return say.say("{name} is not shown to work", name=name)


def members_interval(row: Row, say: Language) -> str:
    """Write the interval of the members that a campaign brought."""
    low, high = row.compared.effect.incremental_low, row.compared.effect.incremental_high
    if low >= 0:
        return f"{say.number(low)}–{say.number(high)}"
    return say.say("{low} to {high}", low=say.signed(round(low)), high=say.signed(round(high)))


def signed_share(value: float, say: Language) -> str:
    """Write a share with its sign, as a return is written."""
    return ("+" if value > 0 else "−" if value < 0 else "±") + say.share(abs(value))


def metrics(found: "Campaigns", say: Language) -> tuple[Metric, ...]:
    """Return members brought, campaigns that work, and the return on what they cost."""
    compared = [row for row in found.arms if row.compared]
    if not compared:
        return ()
    works = sum(row.verdict == "works" for row in compared)
    shown = Metric(
        say.say("Shown to work"),
        say.say("{n} of {all}", n=say.number(works), all=say.number(len(compared))),
        say.say("each against its control group"),
    )
    if found.whole is None:
        return (shown,)
    more = Metric(
        say.say("More members because of campaigns"),
        say.number(found.whole.compared.effect.incremental),
        members_interval(found.whole, say),
    )
    money = roi(found.whole)
    if money is None:
        return more, shown
    value, low, high = (signed_share(one, say) for one in money)
    between = say.say("{low} to {high}", low=low, high=high)
    return more, shown, Metric(say.say("Return on what they cost"), value, between)
