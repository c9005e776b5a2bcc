"""The themes of a value survey: what is in them, to whom they matter, what is missed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.themes import ALONE, Themes, themes
from analysis.value.misses import mattering, misses, theme_shares
from queries.filters import NO_FILTERS, Filters
from views.gaps.answers import Asked, answers, asked
from views.theme import saved_themes
from views.themes.options import Options
from views.view import Ask, Nothing
from words.language import Language

NAMED_AFTER = 2
BETWEEN = " · "


@dataclass(frozen=True, eq=False)
class Found:
    """Themes and what they are to those whom the page speaks of.

    Attributes
    ----------
    asked : Asked
        The survey, and whom the page speaks of.
    themes : Themes
        Made from everybody who answered, whatever the filter.
    names : dict
        By theme's code: its saved name, or one suggested by its most typical benefits.
    saved : dict
        By code, the saved theme's id where it is saved.
    subjects : pandas.Series
        Benefit id or need id by item id.
    misses : pandas.DataFrame
        As `analysis.value.misses`, of those whom the page speaks of.
    shares : pandas.DataFrame
        As `analysis.value.misses.theme_shares`, with enough answers.
    """

    asked: Asked
    themes: Themes
    names: dict[str, str]
    saved: dict[str, str]
    subjects: pd.Series
    misses: pd.DataFrame
    shares: pd.DataFrame

    @property
    def codes(self) -> list[str]:
        """The themes that may be shown."""
        return list(self.shares.index.get_level_values("theme").unique())

    @property
    def alone(self) -> list[str]:
        """Labels of what belongs to no theme."""
        return list(self.asked.survey.items["label"].reindex(self.themes.of(ALONE)))

    def labels(self, code: str) -> list[str]:
        """Return what is in a theme, the most typical first."""
        return list(self.asked.survey.items["label"].reindex(self.themes.of(int(code))))


def found(filters: Filters, options: Options, ask: Ask) -> Found:
    """Find the themes of a survey, and follow those whom the page speaks of through them.

    Raises
    ------
    Nothing
        As the gaps page; when nothing goes together more than chance would have it.
    """
    say = options.language
    of = asked(options.survey_id, filters, options, ask)
    gathered = _gathered(of, options, ask)
    subjects = ask("gaps_items", survey_id=of.survey.survey_id).set_index("item_id")["subject"]
    names, saved = _named(gathered, of, subjects, ask)
    rows = missed(of, of.rows, gathered)
    shares = theme_shares(mattering(rows))
    shares = shares[shares["n"] >= options.limit]
    told = shares.index.get_level_values("theme")[
        shares.index.get_level_values("measure") == "misses"
    ]
    shares = shares[shares.index.get_level_values("theme").isin(told)]
    if shares.empty:
        raise Nothing(say.say("Too few answered here to show any theme."), "filters")
    return Found(of, gathered, names, saved, subjects, rows, shares)


def missed(of: Asked, rows: pd.DataFrame, gathered: Themes) -> pd.DataFrame:
    """Follow people through the benefits of each theme; see `analysis.value.misses`."""
    items = of.survey.items
    theme = gathered.things["theme"]
    return misses(
        rows,
        theme[theme != ALONE].astype(str),
        not_offered=items.index[items["unmet"]],
        by_right=items.index[items["collective"]],
        weights=of.weights,
    )


def _gathered(of: Asked, options: Options, ask: Ask) -> Themes:
    """Gather what everybody who answered wants, whatever the filter."""
    rows = answers(of.survey, NO_FILTERS, ask)
    wide = rows.pivot(index="respondent_id", columns="item_id", values="importance")
    wide = wide.reindex(columns=of.survey.items.index).astype(float)
    weights = rows.groupby("respondent_id")["weight"].first().reindex(wide.index)
    try:
        gathered = themes(wide, weights=weights.to_numpy(), number=options.number)
    except NotEnough as problem:
        raise Nothing(_why(problem, options.language), "upload") from problem
    if not (gathered.things["theme"] != ALONE).any():
        raise Nothing(
            options.language.say(
                "No themes: what is important to one is no likelier to be important to the same"
                " people as anything else."
            )
        )
    return gathered


def _why(problem: NotEnough, say: Language) -> str:
    if problem.code == "too_few_things":
        return say.say("Themes need a survey that asks about three benefits or more.")
    return say.say("Too few answered to find themes in what they want.")


def _named(
    gathered: Themes, of: Asked, subjects: pd.Series, ask: Ask
) -> tuple[dict[str, str], dict[str, str]]:
    known = {one.subjects: one for one in saved_themes(ask).values()}
    names, saved = {}, {}
    for theme in np.unique(gathered.things["theme"]):
        code, things = str(theme), gathered.of(theme)
        if theme == ALONE:
            continue
        kept = known.get(frozenset(subjects[things]))
        if kept:
            saved[code] = kept.theme_id
        labels = of.survey.items["label"].reindex(things[:NAMED_AFTER])
        names[code] = kept.name if kept else BETWEEN.join(labels)
    return names, saved
