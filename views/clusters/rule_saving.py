"""A class's rules on their way to becoming a segment: who fits them, and what is kept of them."""

from dataclasses import dataclass

import pandas as pd

from analysis.clusters import Rules
from views.clusters.classes import letter
from views.clusters.rules import ByRules
from views.view import Ask
from words.language import Language


@dataclass(frozen=True, eq=False)
class RuleDraft:
    """A class in plain rules that may be saved.

    Attributes
    ----------
    number : int
        The class.
    letter, name : str
        How it is marked; a name for the segment.
    fitting : int
        Respondents who fit, of all who can be classed.
    member_ids : pandas.Series
        Those of them who are linked to a member.
    rules : Rules
    definition : dict
        The rules as they are kept, and how often they are right.
    """

    number: int
    letter: str
    name: str
    fitting: int
    member_ids: pd.Series
    rules: Rules
    definition: dict[str, object]


def rule_drafts(of: ByRules, say: Language, ask: Ask) -> list[RuleDraft]:
    """Return the classes whose rules may be saved, whatever is filtered."""
    members = ask("needs_members", survey_id=of.found.survey.survey_id)
    linked = members.set_index("respondent_id")["member_id"]
    return [_draft(of, one, linked, say) for one in of.rules]


def _draft(of: ByRules, one: int, linked: pd.Series, say: Language) -> RuleDraft:
    found, rules = of.found, of.rules[one]
    answers = found.survey.answers
    people = answers.index[rules.fits(answers)]
    return RuleDraft(
        number=one,
        letter=letter(one),
        name=say.say("{name}, by rule", name=found.names[one]),
        fitting=len(people),
        member_ids=linked[linked.index.isin(people)],
        rules=rules,
        definition={"stands_for": _kept(of, one, len(people) / len(answers))},
    )


def _kept(of: ByRules, one: int, share: float) -> dict[str, object]:
    """Return what is needed to put others in by the same rules, and to say what they are worth."""
    found, rules = of.found, of.rules[one]
    questions = list(dict.fromkeys(item for rule in rules.rules for item in rule.answers))
    return {
        "partition": found.solution_id,
        "of": one,
        "survey": found.survey.survey_id,
        "columns": list(found.survey.said.columns),
        "levels": {item: list(of.levels[item]) for item in questions},
        "rules": [
            {
                "answers": {item: list(fit) for item, fit in rule.answers.items()},
                "beside": {item: list(unfit) for item, unfit in rule.beside.items()},
                "n": round(rule.n),
                "precision": round(rule.precision, 4),
            }
            for rule in rules.rules
        ],
        "precision": round(rules.precision, 4),
        "recall": round(rules.recall, 4),
        "accuracy": round(rules.accuracy, 4),
        "precision_interval": [round(end, 4) for end in rules.precision_interval],
        "recall_interval": [round(end, 4) for end in rules.recall_interval],
        "share": round(share, 6),
        "n": len(found.survey.answers),
    }
