"""What the catalogue's remedies rest on: gaps, Kano's classes, uses and costs, by benefit."""

from dataclasses import dataclass

import pandas as pd

from analysis.value.remedies import remedies
from queries.filters import NO_FILTERS, Filters
from views.catalogue.options import Options
from views.gaps.answers import FORMER, Asked, asked
from views.gaps.options import Options as GapsOptions
from views.gaps.result import found
from views.kano import two_peaks
from views.kano import view as kano_view
from views.kano.options import Options as KanoOptions
from views.view import Ask, Nothing, View
from views.worth.figures import Worth, worth
from views.worth.options import Options as WorthOptions
from words.gaps import CAUSES

HELD = ("shop_steward", "agreement")  # what one has at work or has not
LET_DOWN = ("advice", "offer")
COUNTS = ("M", "O", "A")


@dataclass(frozen=True, eq=False)
class Catalogue:
    """What is known of each benefit, and what to do.

    Attributes
    ----------
    asked : Asked
        The value survey and whom it speaks of.
    benefits : pandas.DataFrame
        By item id: ``benefit_id, label, kind``, what `analysis.value.remedies` takes, its
        ``remedy`` and ``hook``, ``affected`` (people), ``n`` (answers behind the remedy),
        ``annual_cost``, ``unit_value``.
    kano : View or None
        The needs page's answer, where there is a Kano survey.
    """

    asked: Asked
    benefits: pd.DataFrame
    kano: View | None


def catalogue(filters: Filters, options: Options, ask: Ask) -> Catalogue:
    """Gather what is known of each benefit within a filter.

    Raises
    ------
    Nothing
        As of the gaps page: without a value survey, or with too few left.
    """
    say, limit = options.language, options.limit
    known = GapsOptions(say, limit, survey_id=options.survey_id, theme=options.theme)
    of = asked(options.survey_id, filters, known, ask, theme_id=options.theme)
    gaps = found(of, known, ask)
    of_worth = worth(filters, WorthOptions(say, limit, survey_id=options.survey_id), ask)
    lost = gaps.losses.gaps.where(gaps.losses.gaps["n"] >= limit)
    rows = _listed(of, of_worth)
    rows["cause"] = rows["kind"].isin(CAUSES)
    important = gaps.chain.steps.xs("important", level="step").reindex(rows.index)
    enough = important["n"] >= limit
    rows["important"] = important["share"].where(enough)
    rows["n_important"] = important["n"].where(enough)
    for name, gap in (("unknown", "communication"), ("access", "access")):
        rows[name] = _of_gap(lost["share"], gap, rows.index)
    rows["let_down"] = pd.concat(
        [_of_gap(lost["share"], gap, rows.index) for gap in LET_DOWN], axis=1
    ).max(axis=1)
    rows["unknown_former"] = _unknown_to_former(filters, known, ask).reindex(rows.index)
    kano = _kano(filters, options, ask)
    rows["kano"], rows["letters"] = _classes(rows, kano)
    rows["peak"], held = _peaks(rows, filters, options, ask)
    rows["absent"] = _absent(rows, held, of, ask)
    whole = of_worth if filters == NO_FILTERS else _of_everybody(options, ask)
    rows = rows.join(_costs(rows, whole, ask))
    rows = rows.join(remedies(rows))
    rows["affected"], rows["n"] = _affected(rows, lost, of)
    return Catalogue(of, rows, kano)


def _listed(of: Asked, of_worth: Worth) -> pd.DataFrame:
    """List the catalogue's benefits, and the needs asked about that none of them meets."""
    rows = pd.DataFrame(
        {
            "benefit_id": of_worth.benefit_ids,
            "label": of_worth.labels,
            "kind": of_worth.kinds,
            "unmet": False,
        }
    )
    items = of.survey.items
    needs = items.loc[items["unmet"].astype(bool), ["label", "kind", "unmet"]]
    every = pd.concat([rows, needs.drop(index=rows.index, errors="ignore")])
    return every[every.index.isin(items.index)]


def _of_gap(share: pd.Series, gap: str, items: pd.Index) -> pd.Series:
    of_gap = share[share.index.get_level_values("gap") == gap].droplevel("gap")
    return of_gap.reindex(items).astype(float)


def _unknown_to_former(filters: Filters, known: GapsOptions, ask: Ask) -> pd.Series:
    """Return the share of former members who don't know of each benefit."""
    try:
        narrowed = Filters(**{**filters.parameters(), "status": FORMER[-1]})
        of = asked(known.survey_id, narrowed, known, ask, theme_id=known.theme)
        former = found(of, known, ask)
    except Nothing:
        return pd.Series(dtype="float64")
    aware = former.shares[former.shares["n"] >= known.limit].xs("aware", level=1)
    return 1 - aware["share"]


def _kano_options(options: Options) -> KanoOptions:
    return KanoOptions(
        options.language, options.limit, survey_id=options.kano_id, theme=options.theme
    )


def _kano(filters: Filters, options: Options, ask: Ask) -> View | None:
    try:
        return kano_view(filters, _kano_options(options), ask)
    except Nothing:
        return None


def _classes(rows: pd.DataFrame, kano: View | None) -> tuple[pd.Series, pd.Series]:
    if kano is None:
        nothing = pd.Series(None, rows.index, dtype=object)
        return nothing, nothing
    of_item = kano.result.survey.benefits
    found_rows = kano.frame.assign(benefit_id=kano.frame["item_id"].map(of_item))
    by_benefit = found_rows.dropna(subset="benefit_id").set_index("benefit_id")
    return (
        rows["benefit_id"].map(by_benefit["category"]).astype(object),
        rows["benefit_id"].map(by_benefit["letters"]).astype(object),
    )


def _peaks(
    rows: pd.DataFrame, filters: Filters, options: Options, ask: Ask
) -> tuple[pd.Series, dict[str, str]]:
    """Say which benefits matter to some group, and which of them by having one at work or not."""
    nobody = pd.Series(False, rows.index), {}
    try:
        of = two_peaks.view(filters, _kano_options(options), ask)
    except Nothing:
        return nobody
    splits = of.result.splits
    kano = _kano(filters, options, ask)
    if kano is None:
        return nobody
    benefit_of = kano.result.survey.benefits
    counts = splits[splits[["first", "second"]].isin(COUNTS).any(axis=1)]
    matter = set(counts["feature"].map(benefit_of).dropna())
    held = {
        benefit_of[split.feature]: split.trait
        for split in splits.itertuples()
        if split.trait in HELD
    }
    return rows["benefit_id"].isin(matter), held


def _absent(rows: pd.DataFrame, held: dict[str, str], of: Asked, ask: Ask) -> pd.Series:
    shares = ask("catalogue_absent", of.scope.filters, statuses=list(of.statuses)).iloc[0]
    return (
        rows["benefit_id"].map({item: shares[trait] for item, trait in held.items()}).astype(float)
    )


def _of_everybody(options: Options, ask: Ask) -> Worth | None:
    """Return the whole union's uses: what a benefit costs is known of the union alone."""
    asked_for = WorthOptions(options.language, options.limit, survey_id=options.survey_id)
    try:
        return worth(NO_FILTERS, asked_for, ask)
    except Nothing:
        return None


def _costs(rows: pd.DataFrame, whole: Worth | None, ask: Ask) -> pd.DataFrame:
    """Say what a benefit costs, and whether that is more than it is worth to who uses it."""
    listed = ask("catalogue_benefits").set_index("benefit_id")
    costs = listed.reindex(rows["benefit_id"])[["annual_cost", "unit_value"]].set_axis(rows.index)
    costs = costs.astype(float)
    if whole is None:
        return costs.assign(costly=False)
    people = whole.picture.people
    uses = whole.picture.benefits["uses"].reindex(rows.index) * people
    a_use = costs["annual_cost"] / uses.where(uses > 0)
    a_person = costs["annual_cost"] / people
    by_use = a_use > costs["unit_value"]
    by_person = a_person > a_person.median()
    priced = costs["unit_value"].notna() & a_use.notna()
    return costs.assign(costly=by_use.where(priced, by_person).fillna(False))


def _affected(rows: pd.DataFrame, lost: pd.DataFrame, of: Asked) -> tuple[pd.Series, pd.Series]:
    """Count the people whom each remedy is for, and the answers that tell so."""
    gaps_of = {"tell": ("communication",), "ease": ("access",), "fix": LET_DOWN}
    people, answers = {}, {}
    for item, remedy in rows["remedy"].items():
        places = [(item, gap) for gap in gaps_of.get(remedy, ()) if (item, gap) in lost.index]
        if places:
            part = lost.loc[places].dropna(subset="lost")
            people[item] = float(part["lost"].sum()) if len(part) else float("nan")
            answers[item] = float(part["n"].max()) if len(part) else float("nan")
        elif remedy == "invest" and of.members:
            share = rows.at[item, "absent"]
            wanted = rows.at[item, "important"] * (1.0 if pd.isna(share) else share)
            people[item] = wanted * of.members
    return (
        pd.Series(people, dtype="float64").reindex(rows.index),
        pd.Series(answers, dtype="float64").reindex(rows.index),
    )
