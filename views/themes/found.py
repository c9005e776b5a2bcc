"""The themes of a value survey: what is in them, to whom they matter, what is missed."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.errors import NotEnough
from analysis.themes import ALONE, Themes, themes
from analysis.value.theme_chain import theme_chain
from queries.filters import NO_FILTERS, Filters
from views.gaps.answers import Asked, answers, asked
from views.made import digest, once
from views.theme import Theme, saved_themes
from views.themes.options import Options
from views.view import Ask, Nothing
from words.language import Language

NAMED_AFTER = 2
# Saved themes that share this much, of what is in either, are the same theme.
ALIKE = 0.5
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
    moved : tuple of str
        Names of saved themes that held other benefits than now.
    shares : pandas.DataFrame
        As `analysis.value.theme_chain`, of those whom the page speaks of; NaN where too few
        answered.
    """

    asked: Asked
    themes: Themes
    names: dict[str, str]
    saved: dict[str, str]
    moved: tuple[str, ...]
    shares: pd.DataFrame

    @property
    def codes(self) -> list[str]:
        """The themes that may be shown."""
        wants = self.shares["share"].xs("wants", level="measure")
        return list(wants.index[wants.notna()])

    @property
    def theme_of(self) -> pd.Series:
        """Theme's code by item id, without those that stand alone."""
        theme = self.themes.things["theme"]
        return theme[theme != ALONE].astype(str)

    def subjects(self, code: str) -> list[str]:
        """Return the benefit ids and need ids in a theme, the most typical first."""
        return list(self.asked.survey.items["subject"].reindex(self.themes.of(int(code))))

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
    found_here = Found(of, gathered, {}, {}, (), pd.DataFrame())
    shares = _shares(of, found_here.theme_of)
    few = shares["n"] < options.limit
    shares = shares.assign(**{name: shares[name].mask(few) for name in ("share", "low", "high")})
    if shares["share"].xs("wants", level="measure").isna().all():
        raise Nothing(say.say("Too few answered here to show any theme."), "filters")
    names, saved, moved = _named(found_here, ask)
    return replace(found_here, names=names, saved=saved, moved=moved, shares=shares)


def _shares(of: Asked, theme: pd.Series) -> pd.DataFrame:
    items = of.survey.items
    return theme_chain(
        of.rows,
        theme,
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
        gathered = once(
            ("themes", digest(wide.assign(weight=weights)), options.number),
            lambda: themes(wide, weights=weights.to_numpy(), number=options.number),
        )
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
        return say.say(
            "Themes need a survey that asks about three benefits or more, and people who don't"
            " all answer alike."
        )
    if problem.code == "no_weight":
        return say.say("Every answer has the weight 0, so nothing can be told of anybody.")
    return say.say("Too few answered to find themes in what they want.")


def _named(found_here: Found, ask: Ask) -> tuple[dict[str, str], dict[str, str], tuple[str, ...]]:
    """Name themes: as the saved one that is most like it, else after what is most typical."""
    names, saved, moved = {}, {}, []
    for theme in found_here.themes.stability.index:
        code = str(theme)
        subjects = frozenset(found_here.subjects(code))
        kept = _most_like(subjects, saved_themes(ask), set(saved.values()))
        if kept is None:
            names[code] = BETWEEN.join(found_here.labels(code)[:NAMED_AFTER])
            continue
        names[code], saved[code] = kept.name, kept.theme_id
        if kept.subjects != subjects:
            moved.append(kept.name)
    return names, saved, tuple(moved)


def _most_like(subjects: frozenset[str], known: dict[str, Theme], taken: set[str]) -> Theme | None:
    """Return the saved theme that shares most with these; None where that is under half."""
    free = [one for one in known.values() if one.theme_id not in taken]
    overlap = {one: len(subjects & one.subjects) / len(subjects | one.subjects) for one in free}
    best = max(free, key=lambda one: overlap[one], default=None)
    return best if best is not None and overlap[best] >= ALIKE else None
