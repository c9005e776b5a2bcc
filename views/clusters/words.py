"""The classes in words: the finding, key figures, a sentence a class, what to know."""

import pandas as pd

from views.clusters.classes import Classes, letter, soft
from views.clusters.coding_notes import coding_notes
from views.clusters.means import standing_out
from views.clusters.outcomes import EVERYBODY, FEE, OUTCOMES, SCORE, not_made_from
from views.scope import Scope
from views.view import Ask, Metric
from words.clusters import capital, more, number_written, outcome_label, place, proportion
from words.language import Language

# Outcomes that a finding may speak of, the weightiest first.
TOLD = ("gone", "considered")
# From here on "so many times as many" is worth saying.
CLEARLY_MORE = 1.3
# A class whose share in the filter is this many times its share of everybody stands out.
STANDS_OUT = 1.15


def finding(found: Classes, scope: Scope, say: Language) -> str:
    """Say who they are in one sentence."""
    if scope.filters.active():
        return _within(found, say)
    largest = _part(found, found.visible[0], say)
    risk = _most_at_risk(found.outcomes)
    if risk is None:
        smallest = _part(found, found.visible[-1], say)
        return capital(say.say("{largest}; {smallest}.", largest=largest, smallest=smallest))
    one, outcome, ratio = risk
    parts = [largest] if one == found.visible[0] else [largest, _part(found, one, say)]
    facts = {"classes": "; ".join(parts), "more": more(say, ratio)}
    text = {
        "gone": say.say("{classes}, and {more} of them have left since they answered.", **facts),
        "considered": say.say("{classes}, and {more} of them have considered leaving.", **facts),
    }
    return capital(text[outcome])


def metrics(found: Classes, scope: Scope, say: Language) -> tuple[Metric, ...]:
    """Return the key figures: who is classed, the largest class, how clear the borders are."""
    sizes = found.sizes[found.sizes["visible"]]
    largest = sizes["share"].idxmax()
    classed, asked = len(found.inside), scope.n
    borders = say.say("Soft") if soft(found) else say.say("Clear")
    return (
        Metric(
            say.say("Respondents classified"),
            say.number(classed),
            say.say("of {n} ({share})", n=say.number(asked), share=say.share(classed / asked)),
        ),
        Metric(
            say.say("Largest class"),
            say.share(sizes.at[largest, "share"]),
            say.share_interval(sizes.at[largest, "low"], sizes.at[largest, "high"]),
        ),
        Metric(
            say.say("Borders between classes"),
            borders,
            say.say("many answer nearly as the next class does")
            if soft(found)
            else say.say("most answer as their own class does"),
        ),
    )


def meaning(found: Classes, say: Language) -> tuple[str, ...]:
    """Return a sentence a class: how many, what they say, what became of them."""
    return tuple(_of_class(found, one, say) for one in found.visible)


def notes(found: Classes, scope: Scope, say: Language, ask: Ask) -> tuple[str, ...]:
    """Return what to know: who isn't classed, what is hidden, what separates."""
    said = (
        _hidden(found, say),
        _not_classified(found, scope, say),
        _coverage(found, scope, say, ask),
        _separation(found, say),
        *coding_notes(found, say),
    )
    return tuple(sentence for sentence in said if sentence)


def outcomes_explained(found: Classes, say: Language) -> str:
    """Say whom the outcomes that are there speak of, and what their colours mean."""
    there = set(found.outcomes["outcome"])
    said = {
        FEE: say.say(
            "The fee is the union's part, on average, of those who are members now and known."
        ),
        "back": say.say(
            "Come back has who is in a second membership or a later one, or has been; the share is"
            " of all who are known as members or former members."
        ),
    }
    colours = say.say(
        "In colour: surely another than the other classes together. Dotted: everybody."
    )
    spent = [name for name in OUTCOMES if name not in not_made_from(found.numbers)]
    helped = say.say(
        "Not shown, as a number that helped to make the classes speaks of it: {what}.",
        what=say.listed([f"«{outcome_label(say, name)}»" for name in spent]),
    )
    texts = [*(text for name, text in said.items() if name in there), colours]
    return " ".join([*texts, helped] if spent else texts)


def title_of(found: Classes, one: int) -> str:
    """Return a class's letter and name: ``A · Prefers the phone``."""
    return f"{letter(one)} · {found.names[one]}"


def in_order(table: pd.DataFrame, found: Classes) -> pd.DataFrame:
    """Sort answers as the survey asks: by question, then by the answers' own order."""
    questions = list(found.survey.questions.index)
    places = [
        (questions.index(row.question), not row.level, place(row.question, row.level), row.level)
        for row in table.itertuples()
    ]
    order = sorted(range(len(table)), key=places.__getitem__)
    return table.iloc[order].reset_index(drop=True)


def _part(found: Classes, one: int, say: Language) -> str:
    share = found.sizes.at[one, "share"]
    return f"{proportion(say, share)} «{found.names[one]}»"


def _within(found: Classes, say: Language) -> str:
    """Say which class the filter's people are in more often than everybody."""
    sizes = found.sizes[found.sizes["visible"]]
    n = len(found.inside)
    lift = sizes["share"] / sizes["overall"]
    sure = lift[(sizes["low"] > sizes["overall"]) & (lift >= STANDS_OUT)]
    facts = {"n": say.number(n)}
    if sure.empty:
        one = sizes["share"].idxmax()
        return say.say(
            "These {n} people spread over the classes much as everybody does; {largest}.",
            largest=_part(found, one, say),
            **facts,
        )
    one = sure.idxmax()
    return say.say(
        "Of these {n} people {part}, against {overall} of all who answered.",
        part=_part(found, one, say),
        overall=say.share(sizes.at[one, "overall"]),
        **facts,
    )


def _most_at_risk(outcomes: pd.DataFrame) -> tuple[int, str, float] | None:
    """Find the class of which surely and clearly more have left, or have thought of it."""
    for outcome in TOLD:
        rows = outcomes[(outcomes["outcome"] == outcome) & outcomes["differs"]]
        rows = rows[rows["times"] >= CLEARLY_MORE]
        if len(rows):
            worst = rows.loc[rows["times"].idxmax()]
            return int(worst["class"]), outcome, float(worst["times"])
    return None


def _of_class(found: Classes, one: int, say: Language) -> str:
    size = found.sizes.loc[one]
    text = say.say(
        "{title}: {n} people, {share} ({interval}).",
        title=title_of(found, one),
        n=say.number(int(size["n"])),
        share=say.share(size["share"]),
        interval=say.share_interval(size["low"], size["high"]),
    )
    phrases = found.phrases(one, say)
    also = [phrase for phrase in phrases if phrase.lower() not in found.names[one].lower()]
    said = [text, say.say("Also: {what}.", what=say.listed(also)) if also else ""]
    said += [
        _on_average(found, one, say),
        _left(found.outcomes, one, say),
        _recommends(found.outcomes, one, say),
    ]
    return " ".join(filter(None, said))


def _on_average(found: Classes, one: int, say: Language) -> str:
    """Say the numbers by which a class surely and clearly differs from everybody."""
    rows = standing_out(found.means[found.means["class"] == one])
    texts = [
        say.say(
            "{what} {mean} ({low}–{high}), everybody {overall}",
            what=found.survey.numbers[row.question],
            mean=number_written(say, row.mean, row.spread),
            low=number_written(say, row.low, row.spread),
            high=number_written(say, row.high, row.spread),
            overall=number_written(say, row.overall, row.spread),
        )
        for row in rows.itertuples()
    ]
    return say.say("On average: {what}.", what="; ".join(texts)) if texts else ""


def _left(outcomes: pd.DataFrame, one: int, say: Language) -> str:
    row = _outcome(outcomes, "gone", one)
    if row is None:
        return ""
    return say.say(
        "{share} of {n} have left since ({interval}).",
        share=say.share(row["value"]),
        n=say.number(int(row["n"])),
        interval=say.share_interval(row["low"], row["high"]),
    )


def _recommends(outcomes: pd.DataFrame, one: int, say: Language) -> str:
    row = _outcome(outcomes, SCORE, one)
    if row is None:
        return ""
    return say.say(
        "NPS {score} ({low} to {high}, n = {n}).",
        score=say.signed(round(row["value"])),
        low=say.signed(round(row["low"])),
        high=say.signed(round(row["high"])),
        n=say.number(int(row["n"])),
    )


def _outcome(outcomes: pd.DataFrame, name: str, one: int) -> pd.Series | None:
    rows = outcomes[(outcomes["outcome"] == name) & (outcomes["class"] == one)]
    return None if rows.empty or one == EVERYBODY else rows.iloc[0]


def _hidden(found: Classes, say: Language) -> str:
    hidden = len(found.sizes) - len(found.visible)
    if not hidden:
        return ""
    return say.say_n(
        "One class has too few people here and is not shown.",
        "{n} classes have too few people here and are not shown.",
        hidden,
    )


def _not_classified(found: Classes, scope: Scope, say: Language) -> str:
    missing = scope.n - len(found.inside)
    if not missing:
        return ""
    few = say.say(
        "{n} of {total} respondents answered fewer than half of the questions and are not"
        " classified.",
        n=say.number(missing),
        total=say.number(scope.n),
    )
    silent = len(found.survey.silent)
    if silent < scope.limit or scope.filters.active():
        return few
    none = say.say("{n} answered none of them.", n=say.number(silent))
    return f"{few} {none}"


def _coverage(found: Classes, scope: Scope, say: Language, ask: Ask) -> str:
    """Say of how many people in the register the classes know something."""
    filters = scope.filters
    total = int(ask("people_count", filters)["n"].iloc[0])
    linked = ask("needs_members", survey_id=found.survey.survey_id)["respondent_id"]
    n = int(found.inside.index.isin(linked).sum())
    if not total:
        return ""
    return say.say(
        "{n} of {total} people in the register are classified through their answers; the others"
        " are not classified.",
        n=say.number(n),
        total=say.number(total),
    )


def _separation(found: Classes, say: Language) -> str:
    order = list(found.solution.separation.index)
    if len(order) < 4:
        return ""
    labels = found.survey.questions["label"]
    return say.say(
        "The classes differ most in {most}, and least in {least}.",
        most=say.listed([f"«{labels[item]}»" for item in order[:2]]),
        least=f"«{labels[order[-1]]}»",
    )
