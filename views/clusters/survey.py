"""A needs survey as it is asked for: its questions, who answered them, and who can be classed."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

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
        Every question by item id: ``label`` in the reader's language, ``position``.
    answers : pandas.DataFrame
        By respondent id, the chosen questions as columns; only those who can be classed.
    weights : pandas.Series
        Survey weight by respondent id, of the same people.
    method : str
        How classes are made of the answers.
    """

    survey_id: str
    label: str
    fielded_on: date | None
    questions: pd.DataFrame
    answers: pd.DataFrame
    weights: pd.Series
    method: str


def survey(options: Options, ask: Ask) -> Survey:
    """Return the needs survey that the options name, the newest when they name none.

    Raises
    ------
    Nothing
        When there is no needs survey, or nobody answered enough of it.
    """
    say = options.language
    known = ask("needs_surveys").set_index("survey_id")
    if known.empty:
        raise Nothing(
            say.say("There is no survey of needs yet. Upload one to see who your members are."),
            "upload",
        )
    chosen = options.survey_id if options.survey_id in known.index else known.index[0]
    questions = _questions(chosen, options, ask)
    used = questions[questions["position"].isin(options.questions)]
    used = questions if used.empty else used
    people = ask("needs_respondents", survey_id=chosen, segment=None).set_index("respondent_id")
    answers = _answers(ask("needs_answers", survey_id=chosen), list(used.index))
    answers = answers[answers.index.isin(people.index)]
    if answers.empty:
        raise Nothing(say.say("Nobody has answered half of these questions."), "upload")
    fielded = known.at[chosen, "fielded_on"]
    return Survey(
        survey_id=chosen,
        label=str(known.at[chosen, "label"]),
        fielded_on=None if pd.isna(fielded) else pd.Timestamp(fielded).date(),
        questions=questions,
        answers=answers,
        weights=people["weight"].reindex(answers.index),
        method=options.method,
    )


def _questions(survey_id: str, options: Options, ask: Ask) -> pd.DataFrame:
    questions = ask("needs_questions", survey_id=survey_id).set_index("item_id")
    own = own_labels(questions, options.language)
    labels = [question_label(options.language, item, name) for item, name in own.items()]
    return questions.assign(label=labels)[["label", "position"]]


def own_labels(questions: pd.DataFrame, language: Language) -> pd.Series:
    """Return what the survey calls its questions; benefits in English where they have a name."""
    if language.code != "en":
        return questions["label"]
    return questions["label_en"].fillna(questions["label"])


def _answers(said: pd.DataFrame, questions: list[str]) -> pd.DataFrame:
    """Bring answers to a row a respondent; keep those who answered half of what they were asked."""
    wide = said.pivot(index="respondent_id", columns="item_id", values="value")
    wide = wide.reindex(columns=questions).astype(object)
    used = said[said["item_id"].isin(questions)]
    asked = used.groupby("respondent_id")["asked"].sum().reindex(wide.index, fill_value=0)
    return wide[wide.notna().sum(axis=1) >= ANSWERED_FROM * asked.clip(lower=1)]
