"""Campaigns: what can't be shown and why, and how the figures came about."""

from typing import TYPE_CHECKING

from views.campaigns.worth import Worth
from words.labels import dimension
from words.language import Language

if TYPE_CHECKING:
    from views.campaigns import Campaigns

# Being a member, and as what, is what campaigns change: filters on it would pick the outcome.
OUTCOMES = ("status", "member_type")


def notes(found: "Campaigns", asked: dict[str, str], limit: int, say: Language) -> tuple[str, ...]:
    """Say which filter is not used, who is left out, and what a member counts for.

    Parameters
    ----------
    found : Campaigns
        What the page found.
    asked : dict of str to str
        The filter as it was asked for.
    limit : int
        The least number of people that a shown group may have.
    say : Language
        Of the notes.
    """
    sentences = (
        _unused(asked, say),
        _hidden(found, limit, say),
        _unlinked(found, say),
        _left_out(found, say),
        _of_stayers(found, say),
        _many_groups(found, say),
        counts_for(found.worth, say),
    )
    return tuple(sentence for sentence in sentences if sentence)


def counts_for(worth: Worth, say: Language) -> str:
    """Say what a member who is kept or comes back counts for."""
    if worth.stays is None or worth.fee is None:
        return say.say(
            "What a member is worth is not known: no fee, or too few memberships, are recorded. So"
            " there is no return on cost."
        )
    facts = {
        "share": say.share(worth.stays),
        "interval": say.share_interval(worth.stays_low, worth.stays_high),
        "n": say.number(worth.n),
    }
    if worth.of_returners:
        return say.say(
            "A member counts for twelve months of the union's own fee, times the {share} of"
            " returners who stay a year once they have stayed 90 days ({interval}, n = {n})."
            " Whoever left again within 90 days counts for nothing.",
            **facts,
        )
    return say.say(
        "A member counts for twelve months of the union's own fee, times the {share} of members"
        " who stay their first year once they have stayed 90 days ({interval}, n = {n}; too few"
        " have come back to ask of returners). Whoever left again within 90 days counts for"
        " nothing.",
        **facts,
    )


def how_computed(worth: Worth, say: Language) -> str:
    """Say in plain words how the figures came about."""
    method = say.say(
        "Everyone drawn counts, reached or not. Each is followed from the day they were drawn, for"
        " as many days as the campaign says. Coming back is a new membership begun in that time by"
        " somebody who was out on the day; staying is being a member when the time is over."
        " Contacted and control group are compared within each stratum in which they were drawn,"
        " and the differences added. A campaign is shown to work when the whole interval of the"
        " difference lies above zero."
    )
    money = say.say(
        "The cost is the fixed cost, the contacts and the offers paid out to everybody who came,"
        " also to those who'd have come anyway. The return counts only members whom the control"
        " group did not bring by itself, and of these only who stayed; it is (worth − cost) / cost."
        " Without a control group everyone who came would be counted."
    )
    return f"{method}\n\n{money}\n\n{counts_for(worth, say)}"


def _unused(asked: dict[str, str], say: Language) -> str:
    unused = [dimension(say, name).lower() for name in OUTCOMES if name in asked]
    if not unused:
        return ""
    return say.say(
        "Campaigns change {what}, so that filter is not used here: it would pick the outcome.",
        what=say.listed(unused),
    )


def _hidden(found: "Campaigns", limit: int, say: Language) -> str:
    if not found.hidden:
        return ""
    return say.say_n(
        "{n} row is hidden: a group in it has fewer than {limit} people, or would give one away.",
        "{n} rows are hidden: a group in them has fewer than {limit} people, or would give one"
        " away.",
        found.hidden,
        limit=limit,
    )


def _unlinked(found: "Campaigns", say: Language) -> str:
    if not found.unlinked:
        return ""
    return say.say_n(
        "{n} campaign came by file without member ids, so no filter can be used on it.",
        "{n} campaigns came by file without member ids, so no filter can be used on them.",
        found.unlinked,
    )


def _left_out(found: "Campaigns", say: Language) -> str:
    people = sum(row.compared.left_out for row in found.rows if row.compared)
    if not people:
        return ""
    return say.say(
        "{n} people were drawn in strata where everyone or nobody was contacted, and can't be"
        " compared.",
        n=say.number(people),
    )


def _of_stayers(found: "Campaigns", say: Language) -> str:
    if found.by != "reason":
        return ""
    return say.say(
        "Campaigns that ask people to stay are not split by reason: who stayed gave none."
    )


def _many_groups(found: "Campaigns", say: Language) -> str:
    if found.by == "none":
        return ""
    return say.say(
        "Among many groups some look good by chance: only those are called clear that remain so"
        " when all of them are looked at."
    )
