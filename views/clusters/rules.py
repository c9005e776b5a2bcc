"""Classes in plain rules: who answers so is most likely in the class, and what that costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.clusters import Rule, Rules, approximated
from analysis.clusters.bands import are_bands, banded
from queries.filters import Filters
from queries.named import named
from views import clusters
from views.clusters.classes import Classes
from views.clusters.options import Options
from views.view import Ask, Chart, Column, Computed, Nothing, View
from words.clusters import answer_label, place
from words.language import Language
from words.sentences import share_with_interval


@dataclass(frozen=True, eq=False)
class ByRules:
    """Classes and the rules that stand for them.

    Attributes
    ----------
    found : Classes
        Of all respondents.
    rules : dict
        By class that may be shown.
    levels : dict
        By question, or number, that rules may ask: all of its answers, or its bands.
    """

    found: Classes
    rules: dict[int, Rules]
    levels: dict[str, pd.Index]

    def called(self) -> dict[str, str]:
        """Return what questions and numbers are called."""
        return dict(self.found.survey.questions["label"]) | self.found.numbers


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return rules for each class, of all respondents.

    Parameters
    ----------
    filters : Filters
        Not obeyed: rules stand for whole classes.
    options : Options
    ask : Ask

    Raises
    ------
    Nothing
        As `views.clusters.view`; when no rule holds enough people.
    """
    del filters
    say = options.language
    found: Classes = clusters.view(Filters(), options, ask).result
    coded, labels = banded(found.solution.coded), found.solution.partition.labels
    rules = {one: approximated(coded, labels, one) for one in found.visible}
    of = ByRules(found, rules, coded.levels)
    frame = pd.DataFrame([row for one in rules for row in _rows(of, one, options)])
    if frame.empty:
        raise Nothing(say.say("Too few people fit any rule to show it."), "filters")
    return View(
        name="clusters-rules",
        title=say.say("The classes in plain rules"),
        finding=_finding(found, rules, say),
        frame=frame,
        columns=(
            Column("class_label", say.say("Class")),
            Column("rule", say.say("Who answers")),
            Column("n", say.say("People who fit"), "count"),
            Column("precision", say.say("Of them in the class"), "share", "low", "high"),
        ),
        chart=Chart("bars", x="precision", y=("precision",), label="rule"),
        n=len(found.survey.answers),
        basis=say.say(
            "n = {n} · {survey} · corrected by people the rules were not made from · 95% intervals",
            n=say.number(len(found.survey.answers)),
            survey=found.survey.label,
        ),
        alt=say.say("A table of rules, with how many fit and how often that is right."),
        meaning=tuple(_of_class(of, one, options) for one in rules),
        computed=_computed(found, say),
        result=of,
    )


def _rows(of: ByRules, one: int, options: Options) -> list[dict[str, object]]:
    return [
        {
            "class_label": clusters.title_of(of.found, one),
            "rule": in_words(rule, of.levels, of.called(), options.language),
            "n": round(rule.n),
            "precision": rule.precision,
            "low": rule.interval[0],
            "high": rule.interval[1],
        }
        for rule in of.rules[one].rules
        if rule.n >= options.limit
    ]


def in_words(
    rule: Rule, asked: Mapping[str, Sequence[str]], own: Mapping[str, str], say: Language
) -> str:
    """Say whom a rule fits: ``«Prefers help by» Phone and «The fee is» not Fair``.

    Parameters
    ----------
    rule : Rule
    asked : mapping
        By question, all of its answers, the missing one among them.
    own : mapping
        By question, what it is called.
    say : Language
    """
    parts = []
    for item, levels in rule.answers.items():
        every = sorted(asked[item], key=lambda level: (not level, place(item, level), level))
        every = [*asked[item]] if are_bands(asked[item]) else every
        others = [level for level in every if level not in levels]
        turned = len(others) < len(levels)
        names = [answer_label(say, item, level) for level in every
                 if level in (others if turned else levels)]  # fmt: skip
        facts = {"question": own[item], "answers": " / ".join(names)}
        parts.append(
            say.say("«{question}» not {answers}", **facts)
            if turned
            else say.say("«{question}» {answers}", **facts)
        )
    return say.listed(parts)


def _finding(found: Classes, rules: dict[int, Rules], say: Language) -> str:
    """Name the class that rules catch best, and the one they catch worst."""
    caught = pd.Series({one: min(each.precision, each.recall) for one, each in rules.items()})
    best, worst = int(caught.idxmax()), int(caught.idxmin())
    text = say.say(
        "Plain rules find {share} of «{name}», and {right} of those they find belong there.",
        share=say.share(rules[best].recall),
        name=found.names[best],
        right=say.share(rules[best].precision),
    )
    if best == worst:
        return text
    rest = say.say(
        "They do worst for «{name}»: {share} found, {right} of them rightly.",
        share=say.share(rules[worst].recall),
        name=found.names[worst],
        right=say.share(rules[worst].precision),
    )
    return f"{text} {rest}"


def _of_class(of: ByRules, one: int, options: Options) -> str:
    """Say how well a class's rules do, and the rule that most people fit."""
    say, rules = options.language, of.rules[one]
    if rules.n < options.limit:
        return say.say(
            "{title}: too few people fit its rules to say more of them.",
            title=clusters.title_of(of.found, one),
        )
    shown = [rule for rule in rules.rules if rule.n >= options.limit]
    text = say.say(
        "{title}: {found} of the class (n = {inside}) fit its rules, and {right} of those who fit"
        " (n = {fitting}) are in it.",
        title=clusters.title_of(of.found, one),
        right=share_with_interval(say, rules.precision, *rules.precision_interval),
        found=share_with_interval(say, rules.recall, *rules.recall_interval),
        inside=say.number(rules.inside),
        fitting=say.number(rules.n),
    )
    if not shown:
        return text
    widest = max(shown, key=lambda rule: rule.n)
    by = say.say("Most fit by: {rule}.", rule=in_words(widest, of.levels, of.called(), say))
    return f"{text} {by}"


def _computed(found: Classes, say: Language) -> Computed:
    return Computed(
        say.say(
            "For each class a small decision tree, at most three questions deep, is read as"
            " rules. People who made rules look better by them than others would: so five more"
            " trees are made, each without a part of the people, and how often the rules are right,"
            " and how much of the class they catch, is lowered by as much as these do worse on the"
            " part they have not seen. People count by their survey weight. Numbers that helped to"
            " make the classes are asked for in bands."
        ),
        source="Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees;"
        " Efron (1983), J. Am. Stat. Assoc. 78:316; Wilson (1927)",
        queries=(named("needs_answers", "true", {"survey_id": found.survey.survey_id}),),
    )
