"""What follows for groups: whom a campaign harms, for whom alone it works, which are clear."""

from typing import TYPE_CHECKING

from views.campaigns.drawn import Row
from views.campaigns.words import group_name
from views.view import Ask
from words.campaigns import group
from words.language import Language

if TYPE_CHECKING:
    from views.campaigns import Campaigns

MOST_GROUPS = 6


def harm(row: Row, say: Language) -> str:
    """Say among whom a campaign did harm, and what to do about it."""
    facts = _shares(row, say) | {"name": row.name}
    if row.success:
        return say.say(
            "{group}: «{name}» does harm, {treated} against {holdout} ({n} people).",
            group=group(say, "complaint", row.group),
            **facts,
        )
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


def only_for_some(found: "Campaigns", say: Language) -> str:
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


def clear_groups(found: "Campaigns", say: Language, ask: Ask) -> list[str]:
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


def _shares(row: Row, say: Language) -> dict[str, str]:
    return {
        "treated": say.share(row.compared.treated, _decimals(row)),
        "holdout": say.share(row.compared.holdout, _decimals(row)),
        "n": say.number(row.compared.treated_n + row.compared.holdout_n),
    }


def _decimals(row: Row) -> int:
    """Write a decimal where the two shares would read the same without."""
    return int(round(row.compared.treated, 2) == round(row.compared.holdout, 2))
