"""A needs survey as it is asked for: its questions, who answered them, and who can be classed."""

from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from analysis.clusters.solution import MIXED
from views.clusters.kept_solutions import KeptSolution
from views.clusters.numbers import numbers
from views.clusters.options import Options
from views.view import Ask, Nothing
from words.clusters import question_label
from words.language import Language

# Who answered fewer of the questions than this share can't be classed.
ANSWERED_FROM = 0.5


@dataclass(frozen=True, eq=False)
class Survey:
    """A needs survey.

    Attributes
    ----------
    survey_id, label : str
    fielded_on : datetime.date or None
    questions : pandas.DataFrame
        Every question that is no number, by item id: ``label`` in the reader's language,
        ``position``.
    answers : pandas.DataFrame
        By respondent id, the chosen questions as columns, then the chosen numbers; only those who
        can be classed.
    weights : pandas.Series
        Survey weight by respondent id, of the same people.
    method : str
        How classes are made of the answers.
    numbers : dict
        By column of the answers that is a number: what it is called.
    left_blank : pandas.Series
        By chosen question: the share of those who were asked it, and can be classed, who gave no
        answer.
    silent : frozenset of str
        Respondents who answered none of the chosen questions.
    kept_out : dict
        By question that is answered by numbers and not chosen: what it is called.
    unread : dict
        By chosen number, how many answers are no numbers.
    kept : KeptSolution or None
        Whose classes these people are put into, where none are made of their answers.
    again : str
        The kept solution that is made anew: not even classes that were just made of the same
        answers stand in for it.
    """

    survey_id: str
    label: str
    fielded_on: date | None
    questions: pd.DataFrame
    answers: pd.DataFrame
    weights: pd.Series
    method: str
    numbers: dict[str, str] = field(default_factory=dict)
    left_blank: pd.Series = field(default_factory=lambda: pd.Series(dtype=float))
    silent: frozenset[str] = frozenset()
    kept_out: dict[str, str] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    kept: KeptSolution | None = None
    again: str = ""

    @property
    def said(self) -> pd.DataFrame:
        """The answers without the numbers."""
        return self.answers.drop(columns=list(self.numbers))

    def by(self, method: str) -> "Survey":
        """Return the same for another method; one that takes answers only loses the numbers."""
        asked = self if method in MIXED else self.without_numbers()
        return replace(asked, method=method, kept=None, again="")

    def without_numbers(self) -> "Survey":
        """Return the same without its numbers."""
        return replace(self, answers=self.said, numbers={}, kept=None, again="")


def survey(options: Options, ask: Ask) -> Survey:
    """Return the needs survey that the options name, the newest when they name none.

    Raises
    ------
    Nothing
        When there is no needs survey, or nobody answered enough of it.
    """
    say = options.language
    surveys = ask("needs_surveys").set_index("survey_id")
    if surveys.empty:
        raise Nothing(
            say.say("There is no survey of needs yet. Upload one to see who your members are."),
            "upload",
        )
    chosen = options.survey_id if options.survey_id in surveys.index else surveys.index[0]
    questions = labelled(chosen, say, ask)
    known = numbers(chosen, questions, say, ask)
    questions = questions.drop(known.asked)
    picked = options.questions
    used = questions[questions["position"].isin(picked) | questions.index.isin(picked)]
    used = questions if used.empty else used
    people = ask("needs_respondents", survey_id=chosen, segment=None).set_index("respondent_id")
    said = ask("needs_answers", survey_id=chosen)
    wide, asked = _wide(said, list(used.index), people.index)
    answers = wide[wide.notna().sum(axis=1) >= ANSWERED_FROM * asked.sum(axis=1).clip(lower=1)]
    if answers.empty:
        raise Nothing(say.say("Nobody has answered half of these questions."), "upload")
    fielded = surveys.at[chosen, "fielded_on"]
    helping = [one for one, code in known.codes.items() if {one, code} & set(options.numbers)]
    values = known.values(helping, said).reindex(answers.index)
    return Survey(
        survey_id=chosen,
        label=str(surveys.at[chosen, "label"]),
        fielded_on=None if pd.isna(fielded) else pd.Timestamp(fielded).date(),
        questions=questions,
        answers=answers.join(values),
        weights=people["weight"].reindex(answers.index),
        method=options.method,
        numbers={one: known.labels[one] for one in helping},
        left_blank=_left_blank(answers, asked),
        silent=frozenset(wide.index[wide.isna().all(axis=1)]),
        kept_out={one: known.labels[one] for one in known.asked if one not in helping},
        unread=_unread(said, values, known.asked),
    )


def possible(survey_id: str, language: Language, ask: Ask) -> tuple[dict[str, str], dict[str, str]]:
    """Return what a survey's classes can be made from: questions by position, numbers by code."""
    questions = labelled(survey_id, language, ask)
    known = numbers(survey_id, questions, language, ask)
    asked = questions.drop(known.asked)
    return (
        dict(zip(asked["position"], asked["label"], strict=True)),
        {code: known.labels[one] for one, code in known.codes.items()},
    )


def labelled(survey_id: str, language: Language, ask: Ask) -> pd.DataFrame:
    """Return a survey's questions by item id: ``label`` in the reader's language, ``position``."""
    questions = ask("needs_questions", survey_id=survey_id).set_index("item_id")
    own = own_labels(questions, language)
    labels = [question_label(language, item, name) for item, name in own.items()]
    return questions.assign(label=labels)[["label", "position"]]


def own_labels(questions: pd.DataFrame, language: Language) -> pd.Series:
    """Return what the survey calls its questions; benefits in English where they have a name."""
    if language.code != "en":
        return questions["label"]
    return questions["label_en"].fillna(questions["label"])


def _wide(
    said: pd.DataFrame, questions: list[str], people: pd.Index
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Bring answers to a row a respondent, and beside them whether each question was asked."""
    used = said[said["item_id"].isin(questions) & said["respondent_id"].isin(people)]
    wide = used.pivot(index="respondent_id", columns="item_id", values="value")
    asked = used.pivot(index="respondent_id", columns="item_id", values="asked")
    return (
        wide.reindex(columns=questions).astype(object),
        asked.reindex(columns=questions).eq(True),
    )


def _left_blank(answers: pd.DataFrame, asked: pd.DataFrame) -> pd.Series:
    asked = asked.loc[answers.index]
    return (answers.isna() & asked).sum() / asked.sum().clip(lower=1)


def _unread(said: pd.DataFrame, values: pd.DataFrame, asked: list[str]) -> dict[str, int]:
    """Count, by number that was asked for, the answers that are none."""
    given = said[said["value"].notna() & said["respondent_id"].isin(values.index)]
    n = given["item_id"].value_counts()
    lost = {one: int(n.get(one, 0) - values[one].count()) for one in values if one in asked}
    return {one: few for one, few in lost.items() if few}
