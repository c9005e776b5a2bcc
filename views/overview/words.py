"""The overview in words: its finding, key figures and what follows from them."""

from typing import TYPE_CHECKING

from views.scope import Scope, value_label
from views.view import Ask, Metric
from words.labels import label
from words.language import N_, Language

if TYPE_CHECKING:
    from views.overview import Standing


def finding(standing: "Standing", scope: Scope, say: Language) -> str:
    """Say where the union stands in one sentence."""
    left = int(standing.years["gone"].iloc[0])
    if scope.filters.status:
        return _of_status(standing, scope, say)
    if scope.filters.segment:
        return _of_segment(standing, scope, say)
    returned = int(standing.years["returned"].iloc[0])
    if standing.members == 0:
        return say.say(
            "None of these {n} people is a member now; {left} of them left in the past year.",
            n=say.number(scope.n),
            left=say.number(left),
        )
    change = standing.members - standing.members_year_before
    facts = {
        "members": say.number(standing.members),
        "change": say.number(abs(change)),
        "returned": say.number(returned),
        "record": _record(standing, say),
    }
    if change < 0 and returned:
        text = say.say(
            "We are {members}: {change} fewer than a year ago, though {returned} came"
            " back{record}.",
            **facts,
        )
    elif change < 0:
        text = say.say("We are {members}: {change} fewer than a year ago.", **facts)
    elif change == 0:
        text = say.say("We are {members}, as many as a year ago; {returned} came back.", **facts)
    elif not returned:
        text = say.say("We are {members}: {change} more than a year ago.", **facts)
    else:
        text = say.say(
            "We are {members}: {change} more than a year ago, and {returned} of those who had"
            " left came back{record}.",
            **facts,
        )
    return text


def _of_status(standing: "Standing", scope: Scope, say: Language) -> str:
    """Say who they are: people picked by their status now can't be compared with last year."""
    joined = int(standing.years[["joined", "returned"]].iloc[0].sum())
    if joined and standing.members:
        text = N_("{n} people are «{status}» now; {joined} of them began in the past year.")
    else:
        text = N_("{n} people are «{status}» now.")
    return say.say(
        text,
        n=say.number(scope.n),
        status=label(say, "status", scope.filters.status).lower(),
        joined=say.number(joined),
    )


def _of_segment(standing: "Standing", scope: Scope, say: Language) -> str:
    """Say how many are in: a segment is made of people who answered, so most were in then."""
    return say.say(
        "{n} people are in this segment, and {members} of them are members now.",
        n=say.number(scope.n),
        members=say.number(standing.members),
    )


def _record(standing: "Standing", say: Language) -> str:
    """Say since when no year brought as many back, where that is two years or more."""
    returned = standing.years["returned"]
    earlier = returned.iloc[1:]
    if len(earlier) < 2 or returned.iloc[0] == 0:
        return ""
    as_many = earlier[earlier >= returned.iloc[0]]
    if as_many.empty:
        return say.say(", the most in {years} years", years=len(returned))
    years = int(as_many.index[0])
    if years < 3:
        return ""
    return say.say(", more than in any year since {year}", year=standing.day.year - years)


def metrics(standing: "Standing", scope: Scope, say: Language) -> tuple[Metric, ...]:
    """Return the key figures beside last year's; none of people picked by what became of them."""
    if standing.members == 0 or scope.filters.status or scope.filters.segment:
        return ()
    change = standing.members - standing.members_year_before
    this_year = standing.years.iloc[0]
    last_year = standing.years.iloc[1] if len(standing.years) > 1 else this_year

    def beside(name: str) -> str:
        return say.say(
            "{change} on the year before", change=say.signed(int(this_year[name] - last_year[name]))
        )

    return (
        Metric(
            say.say("Members"),
            say.number(standing.members),
            say.say("{change} since a year ago", change=say.signed(change)),
        ),
        Metric(say.say("Left in a year"), say.number(int(this_year["gone"])), beside("gone")),
        Metric(
            say.say("Came back in a year"),
            say.number(int(this_year["returned"])),
            beside("returned"),
        ),
    )


def meaning(standing: "Standing", scope: Scope, say: Language, ask: Ask) -> tuple[str, ...]:
    """Return what follows: whom can still be kept, who uses nothing, where it changed most."""
    picked = scope.filters.status or scope.filters.segment
    sentences = (
        _can_be_kept(standing, say),
        _inactive(standing, say),
        "" if picked else _branches(standing, say, ask),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _can_be_kept(standing: "Standing", say: Language) -> str:
    shown = standing.status[standing.status["visible"]]["n"]
    if "in_notice" not in shown or "in_arrears" not in shown:
        return ""
    return say.say(
        "{notice} are in notice and {arrears} in arrears: still members, and the first to call.",
        notice=say.number(int(shown["in_notice"])),
        arrears=say.number(int(shown["in_arrears"])),
    )


def _inactive(standing: "Standing", say: Language) -> str:
    inside = standing.status.loc[standing.status.index.isin(("active", "in_notice", "in_arrears"))]
    known, inactive = int(inside["use_known"].sum()), int(inside["inactive"].sum())
    if not known or not inactive or "active" not in inside.index:
        return ""
    return say.say(
        "{inactive} of {known} members ({share}) used nothing in the past year.",
        inactive=say.number(inactive),
        known=say.number(known),
        share=say.share(inactive / known),
    )


def _branches(standing: "Standing", say: Language, ask: Ask) -> str:
    if len(standing.branches) < 2:
        return ""
    change = standing.branches["members"] - standing.branches["members_year_before"]
    worst, best = change.idxmin(), change.idxmax()
    if change[worst] >= 0 or worst == best:
        return ""
    return say.say(
        "The largest fall is in {worst} ({fall} of {n}); best off is {best} ({rise}).",
        worst=value_label(say, "branch", worst, ask),
        fall=say.signed(int(change[worst])),
        n=say.number(int(standing.branches.loc[worst, "members_year_before"])),
        best=value_label(say, "branch", best, ask),
        rise=say.signed(int(change[best])),
    )


def changes(standing: "Standing", say: Language) -> list[tuple[str, int, int]]:
    """Return what happened this year and last year, a row a kind: name, this year, last year."""
    this_year = standing.years.iloc[0]
    last_year = standing.years.iloc[1] if len(standing.years) > 1 else this_year * 0
    rows = [
        (say.say("Joined"), int(this_year["joined"]), int(last_year["joined"])),
        (say.say("Came back"), int(this_year["returned"]), int(last_year["returned"])),
        (say.say("Left"), int(this_year["gone"]), int(last_year["gone"])),
    ]
    for route, counted in standing.exits.iterrows():
        name = say.say("of them: {route}", route=label(say, "route", str(route)).lower())
        rows.append((name, int(counted["this_year"]), int(counted["last_year"])))
    return rows
