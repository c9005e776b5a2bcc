"""Benefits with two peaks: a must to some, a delight to others, and what tells them apart."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.kano import continuous, method_changes, peaks
from queries.filters import Filters
from queries.named import named
from views.kano.answers import Survey, answers, classed, survey, weights
from views.kano.contrasts import Group, arrows, contrast
from views.kano.frame import columns, needs
from views.kano.groups import Groups
from views.kano.options import Options
from views.kano.traits import trait_name, traits, value_name
from views.scope import respondents
from views.view import Ask, Chart, Computed, Nothing, View
from words.kano import class_label
from words.language import Language

SOURCE = "Kass (1980), Applied Statistics 29:119; Benjamini & Hochberg (1995)"
MOST_NAMES = 4


@dataclass(frozen=True, eq=False)
class TwoPeaks:
    """What the two marks of each benefit rest on; `groups` holds the lines between them."""

    groups: Groups
    splits: pd.DataFrame


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the benefits with two peaks within a filter, a row a side.

    Raises
    ------
    Nothing
        When there is no survey, too few answered, or no benefit has two peaks.
    """
    say = options.language
    asked = survey(options.survey_id, say, ask, options.theme)
    scope = respondents(asked.survey_id, filters, options, ask)
    rows = answers(asked, scope.filters, options, ask)
    known = traits(asked, scope, options, ask)
    splits = _searched(rows, known, options)
    if splits.empty:
        raise Nothing(
            say.say(
                "No benefit has two peaks: nothing that is known of people splits them into some"
                " to whom it is one thing and some to whom it surely is another."
            )
        )
    frame, lines = _sides(asked, rows.join(known, on="respondent_id"), splits, options, ask)
    told = tuple(_told(split, asked, say, ask) for split in splits.itertuples())
    finding = say.say_n(
        "One benefit means two different things.",
        "{n} benefits mean different things to different people.",
        len(splits),
    )
    return View(
        name="two-peaks",
        title=say.say("Two peaks"),
        finding=finding,
        frame=frame,
        columns=columns(options),
        chart=Chart("points", "worse", ("better",), "label", say.say("Worse if missing"),
                    say.say("Better if there"), "category"),
        n=int(rows["respondent_id"].nunique()),
        basis=say.say("n = {n} · {survey} · 95% intervals",
                      n=say.number(rows["respondent_id"].nunique()), survey=asked.label),
        alt=" ".join((finding, *told)),
        meaning=told,
        notes=scope.notes,
        filters=scope.chips,
        computed=Computed(
            words=say.say(
                "Everything that is known of people is tried: its values are put into two groups"
                " in every way, and the way whose answers differ most is kept. Trying many ways"
                " is paid for twice: by the number of ways, and over all benefits. A benefit has"
                " two peaks when the two groups have different classes and each class is sure."
            ),
            source=SOURCE,
            queries=tuple(
                named(name, scope.filters.condition(),
                      scope.filters.parameters() | {"survey_id": asked.survey_id})
                for name in ("kano_answers", "kano_traits", "kano_own_traits")
            ),
        ),
        result=TwoPeaks(lines, splits),
    )  # fmt: skip


def _searched(rows: pd.DataFrame, known: pd.DataFrame, options: Options) -> pd.DataFrame:
    if classed(rows, options) is None or known.columns.empty:
        return pd.DataFrame()
    found = peaks(rows, known, table=options.table, weights=weights(rows, options))
    return found.two()


def _sides(
    asked: Survey, rows: pd.DataFrame, splits: pd.DataFrame, options: Options, ask: Ask
) -> tuple[pd.DataFrame, Groups]:
    """Make two benefits of each, one a side, and a line between the two."""
    parts, labels = [], {}
    for split in splits.itertuples():
        of_person = rows[split.trait].to_numpy()
        for side, values in (("1", split.first_values), ("2", split.second_values)):
            code = f"{split.feature}/{side}"
            here = (rows["feature"] == split.feature) & pd.Series(of_person, rows.index).isin(
                values
            )
            parts.append(rows[here].assign(feature=code))
            group = _group_name(split.trait, values, options.language, ask)
            labels[code] = f"{asked.labels[split.feature]} · {group}"
    both = pd.concat(parts)
    names = pd.Series(labels)
    split_up = replace(asked, labels=names, kinds=_of_whole(asked.kinds, names),
                       benefits=_of_whole(asked.benefits, names))  # fmt: skip
    result = classed(both, options, "exact")
    heft = weights(both, options)
    exact = replace(options, rule="exact")
    frame = needs(split_up, result, continuous(both, weights=heft),
                  method_changes(both, weights=heft), exact)  # fmt: skip
    return frame, Groups(arrows=_lines(both, options))


def _of_whole(of_item: pd.Series, names: pd.Series) -> pd.Series:
    return pd.Series([of_item[code.rsplit("/", 1)[0]] for code in names.index], names.index)


def _lines(both: pd.DataFrame, options: Options) -> pd.DataFrame:
    sides = []
    for side in ("1", "2"):
        rows = both[both["feature"].str.endswith(f"/{side}")]
        own = rows.assign(feature=rows["feature"].str[:-2])
        result = classed(own, options, "exact")
        sides.append(Group(side, result, result.quality.features["answered"]))
    held = contrast(*sides)
    return arrows(held).rename(index=lambda item: f"{item}/1") if held else pd.DataFrame()


def _group_name(trait: str, values: tuple, language: Language, ask: Ask) -> str:
    """Name a group by its values; a long list is cut."""
    names = [value_name(trait, value, language, ask) for value in values]
    if len(names) > MOST_NAMES:
        rest = len(names) - MOST_NAMES + 1
        more = language.say_n("{n} more", "{n} more", rest)
        names = [*names[: MOST_NAMES - 1], more]
    return language.listed(names)


def _told(split, asked: Survey, language: Language, ask: Ask) -> str:
    return language.say(
        "{benefit}, by {trait}: «{first}» ({group_one}, n = {n_one}); «{second}» ({group_two},"
        " n = {n_two}).",
        benefit=asked.labels[split.feature],
        trait=trait_name(split.trait, language).lower(),
        first=class_label(language, split.first),
        second=class_label(language, split.second),
        group_one=_group_name(split.trait, split.first_values, language, ask),
        group_two=_group_name(split.trait, split.second_values, language, ask),
        n_one=language.number(split.first_n),
        n_two=language.number(split.second_n),
    )
