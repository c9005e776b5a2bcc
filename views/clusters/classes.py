"""The classes within a filter: who is in them, what they answer, what they are called."""

import string
from dataclasses import dataclass

import pandas as pd

from analysis.clusters import Clusters, class_sizes, profile, telling
from analysis.disclosure import groups
from queries.filters import DIMENSIONS
from views.clusters.means import BETWEEN, NAMED_AFTER, means, named_by_numbers
from views.clusters.outcomes import not_made_from, outcomes
from views.clusters.solutions import solution, solution_id
from views.clusters.survey import Survey
from views.scope import Scope
from views.view import Ask, Options
from words.clusters import capital, phrase
from words.language import Language

TELLING = 3
LETTERS = string.ascii_uppercase


@dataclass(frozen=True, eq=False)
class Classes:
    """The classes of a survey's respondents, seen within a filter.

    Attributes
    ----------
    survey : Survey
    solution : Clusters
        Made from everybody who can be classed, whatever the filter.
    solution_id : str
        What saved segments of this partition share.
    names : dict
        By class, largest first: the saved segment's name, or one suggested by what is most
        over-represented.
    telling : dict
        By class: (question, answer) pairs that tell it from everybody, at most three.
    sizes : pandas.DataFrame
        By class within the filter: ``n, share, low, high``, ``overall`` (share of everybody),
        ``visible``.
    profiles : pandas.DataFrame
        As `analysis.clusters.profile`, of the visible classes within the filter.
    means : pandas.DataFrame
        As `views.clusters.means.means`, of the visible classes within the filter.
    outcomes : pandas.DataFrame
        As `views.clusters.outcomes.outcomes`.
    inside : pandas.Series
        Class by respondent id, within the filter.
    """

    survey: Survey
    solution: Clusters
    solution_id: str
    names: dict[int, str]
    telling: dict[int, list[tuple[str, str]]]
    sizes: pd.DataFrame
    profiles: pd.DataFrame
    means: pd.DataFrame
    outcomes: pd.DataFrame
    inside: pd.Series

    @property
    def visible(self) -> list[int]:
        """Classes that may be shown, the largest of all respondents first."""
        return list(self.sizes.index[self.sizes["visible"]])

    @property
    def numbers(self) -> dict[str, str]:
        """Numbers that did help to make the classes, and what they are called."""
        coded = self.solution.coded.numbers
        return {one: self.survey.numbers[one] for one in coded.names} if coded else {}

    def phrases(self, one: int, language: Language) -> list[str]:
        """Return what is said of a class: ``["prefers the phone", …]``."""
        own = self.survey.questions["label"]
        return [phrase(language, item, level, own[item]) for item, level in self.telling[one]]


def letter(one: int) -> str:
    """Return a class's letter: A is the largest."""
    return LETTERS[one]


def classes(asked: Survey, k: int, scope: Scope, options: Options, ask: Ask) -> Classes:
    """Return a survey's classes within a filter.

    Raises
    ------
    Nothing
        When the answers can't carry so many classes.
    """
    found = solution(asked, k, options.language)
    labels = pd.Series(found.labels, index=asked.answers.index)
    kept = ask("needs_inside", scope.filters, survey_id=asked.survey_id)["respondent_id"]
    inside = labels.index.isin(kept)
    visible = _visible(labels, asked, scope, ask)
    sizes = class_sizes(found.labels, None, asked.weights, inside)
    sizes = sizes.assign(overall=found.sizes["share"], visible=sizes.index.isin(visible))
    profiles = profile(found.coded, found.labels, None, asked.weights.to_numpy(), inside)
    became = ask("needs_outcomes", survey_id=asked.survey_id).set_index("respondent_id")
    shown = labels[inside & labels.isin(visible).to_numpy()]
    tells = telling(found.profiles, TELLING)
    partition = solution_id(asked, found)
    held_against = not_made_from(asked.numbers)
    return Classes(
        survey=asked,
        solution=found,
        solution_id=partition,
        names=_names(tells, found, asked, options.language) | _saved(partition, ask),
        telling=tells,
        sizes=sizes,
        profiles=profiles[profiles["class"].isin(visible)],
        means=means(asked, shown, options.limit),
        outcomes=outcomes(became, shown, asked.weights, options.limit, held_against),
        inside=labels[inside],
    )


def _visible(labels: pd.Series, asked: Survey, scope: Scope, ask: Ask) -> list[int]:
    """Return the classes that may be shown within the filter, by the small-group rule."""
    active = scope.filters.active()
    segment = scope.filters.segment
    people = ask("needs_respondents", survey_id=asked.survey_id, segment=segment)
    people = people.set_index("respondent_id").reindex(labels.index)[list(DIMENSIONS)]
    people = people.assign(**{"class": labels, "n": 1})
    table = groups(people, (*active, "class"), scope.limit).reset_index()
    for name, value in active.items():
        table = table[table[name] == value]
    return sorted(int(one) for one in table.loc[table["visible"], "class"])


def _names(
    tells: dict[int, list[tuple[str, str]]], found: Clusters, asked: Survey, language: Language
) -> dict[int, str]:
    """Suggest the classes' names."""
    by_numbers = named_by_numbers(found, asked, language)
    return {
        one: suggested(pairs, asked, language, by_numbers.get(one, ""))
        for one, pairs in tells.items()
    }


def _saved(partition: str, ask: Ask) -> dict[int, str]:
    """Return the names of a partition's classes that are saved."""
    saved = ask("saved_segments")
    saved = saved[saved["solution"] == partition]
    return {int(one): str(name) for one, name in zip(saved["class"], saved["name"], strict=True)}


def suggested(
    pairs: list[tuple[str, str]], asked: Survey, language: Language, otherwise: str = ""
) -> str:
    """Name a class after what is most over-represented in it, given as (question, answer) pairs.

    Where nothing is, it is named ``otherwise``.
    """
    if not pairs:
        return otherwise or language.say("Much like everybody")
    own = asked.questions["label"]
    words = [phrase(language, item, level, own[item]) for item, level in pairs[:NAMED_AFTER]]
    return capital(BETWEEN.join(words))


def soft(found: Classes) -> bool:
    """Say whether the classes flow into one another.

    A mean silhouette up to 0.25 means that no substantial structure was found (Kaufman &
    Rousseeuw 1990, Finding Groups in Data, table 4 of chapter 2).
    """
    return found.solution.silhouette <= 0.25
