"""The gaps as rows: a benefit each, with its steps, where most are lost, and what else is known."""

from dataclasses import replace

import pandas as pd

from analysis.disclosure import STRICT_LIMIT
from analysis.value import Chain, Gaps, Losses, Opportunities
from views.gaps.answers import Asked
from views.gaps.options import Options
from views.gaps.result import ValueGaps
from words.gaps import gap_label, verdict, verdict_label

QUESTIONS = ("aware", "needed", "used", "solved", "satisfaction")


def frame(found: ValueGaps, options: Options) -> pd.DataFrame:
    """Return the frame of the gaps page, the widest loss first.

    Returns
    -------
    pandas.DataFrame
        Indexed from 0: ``item_id``, ``label``, ``kind``, ``unmet``; ``gap`` (code) and
        ``gap_label``, ``lost`` (members) and ``lost_share`` at it, ``at`` (the gap where most are
        lost, also where that is fine), ``n_at``, ``sure`` (0–1, that no benefit loses more);
        ``hard``, ``hard_share``, ``hard_n`` (the gap after awareness with the largest share surely
        lost); each step's share of those who got that far and each question's share of those whom
        it applies to (``all_…``), with ``_n``, and for steps ``_gap`` (what it is to lose members
        there); ``score``, ``band``, ``rated_satisfied``, ``rated_n``; ``importance_mean``,
        ``satisfaction_mean``, ``distance``, ``quadrant``.
        Intervals have ``_low`` and ``_high``. Benefits that too few rated are left out, and so is
        a share of fewer answers than may be shown.
    """
    of, chain, losses = found.asked, found.chain, found.losses
    rated = chain.steps.xs("important", level="step")["n"]
    items = of.survey.items.loc[of.survey.items.index.isin(rated.index[rated >= options.limit])]
    losses = _of_enough(losses, options.limit)
    widest = _widest(of, chain, losses, options.widest).reindex(items.index)
    # Important to nobody: nobody is lost, and there is no step at which to say so.
    widest["gap"] = widest["gap"].fillna(chain.gaps["gap"]).astype(object)
    rows = items[["label", "kind", "unmet"]].join(widest).join(_hardest(losses))
    rows = rows.join(_steps(chain, options.limit)).join(_questions(found.shares, options.limit))
    rows = rows.join(_scores(found.scores, options.limit)).join(_plane(found.plane, options.limit))
    say = options.language
    rows["gap"] = rows["gap"].where(rows["gap"].notna(), None)
    rows["gap_label"] = [gap_label(say, code) for code in rows["gap"]]
    for name in ("band", "quadrant"):
        found_codes = rows[name].astype(object).where(rows[name].notna(), None)
        codes = [verdict(*pair) for pair in zip(found_codes, rows["kind"], strict=True)]
        rows[name] = pd.Series(codes, rows.index, dtype=object)
        rows[f"{name}_label"] = [verdict_label(say, code) for code in codes]
    by = {"members": "lost", "share": "lost_share_low"}[options.widest]
    return rows.sort_values(by, ascending=False, kind="stable").rename_axis("item_id").reset_index()


def _of_enough(found: Losses, limit: int) -> Losses:
    """Leave out the losses that fewer answers tell of than may be shown."""
    return replace(found, gaps=found.gaps[found.gaps["n"] >= limit])


def _widest(of: Asked, chain: Chain, losses: Losses, by: str) -> pd.DataFrame:
    """Name each benefit's widest loss, in members or in share, with how sure it is."""
    known = losses.gaps.dropna(subset="lost")
    at = (
        losses.hardest()
        if by == "share"
        else pd.Series(dict(known["lost"].groupby(level=0, sort=False).idxmax()), dtype=object).str[
            1
        ]
    )
    places = pd.MultiIndex.from_arrays([at.index, at], names=losses.gaps.index.names)
    rows = losses.gaps.loc[places].join(losses.widest).droplevel("gap").assign(at=at)
    rows["gap"] = rows["at"].where(rows["share"] > chain.fine_to, "fine")
    rows["lost"], rows["n_at"] = rows["lost"].astype(float), rows["n"]
    rows = rows.rename(columns=lambda name: name.replace("share", "lost_share"))
    rows = rows.rename(columns={"of_benefit": "sure_gap", "of_all": "sure"}).drop(columns="n")
    unmet = of.survey.items.index[of.survey.items["unmet"]]
    return pd.concat([rows[~rows.index.isin(unmet)], _unmet(chain, unmet)])


def _hardest(losses: Losses) -> pd.DataFrame:
    """Return by benefit the gap after awareness with the largest share that is surely lost."""
    later = losses.gaps.drop(index="communication", level="gap", errors="ignore")
    later = later[later["n"] >= STRICT_LIMIT].reset_index(level="gap")
    places = later.groupby(level=0, sort=False)["share_low"].transform("max")
    rows = later[later["share_low"] == places][["gap", "share", "share_low", "share_high", "n"]]
    rows = rows[~rows.index.duplicated()]  # of equals, the earlier step
    names = {"gap": "hard", "n": "hard_n"}
    return rows.rename(columns=lambda name: names.get(name, f"hard_{name}"))


def _unmet(chain: Chain, items: pd.Index) -> pd.DataFrame:
    """A need that nothing meets is lost to the offer, for everyone to whom it is important."""
    steps = chain.steps.xs("important", level="step")
    important = steps[steps.index.isin(items)]
    scale = important["reached"] / important["share"].where(important["share"] > 0)
    return pd.DataFrame(
        {
            "at": "offer",
            "gap": pd.Series("offer", important.index).where(important["reached"] > 0, "fine"),
            "lost": important["reached"],
            "lost_low": important["low"] * scale,
            "lost_high": important["high"] * scale,
            "lost_share": 1.0,
            "lost_share_low": 1.0,
            "lost_share_high": 1.0,
            "n_at": important["n"],
        }
    )


def _steps(chain: Chain, limit: int) -> pd.DataFrame:
    shown = chain.steps[["share", "low", "high"]].where(chain.steps["n"] >= limit)
    return _flat(shown.assign(n=chain.steps["n"], gap=chain.steps["gap"]), "{}")


def _questions(shares: pd.DataFrame, limit: int) -> pd.DataFrame:
    shown = shares[["share", "low", "high"]].where(shares["n"] >= limit).assign(n=shares["n"])
    return _flat(shown[shown.index.get_level_values(1).isin(QUESTIONS)], "all_{}")


def _flat(shares: pd.DataFrame, name: str) -> pd.DataFrame:
    wide = shares.unstack(level=1)
    return pd.DataFrame(
        {
            name.format(step) + ("" if part == "share" else f"_{part}"): wide[(part, step)]
            for part, step in wide.columns
        }
    )


def _scores(scores: Opportunities, limit: int) -> pd.DataFrame:
    enough = scores.benefits["n_satisfied"] >= limit
    shown = scores.benefits[["score", "low", "high", "band"]].where(enough)
    rated = (scores.benefits["satisfaction"] / 10).where(enough)
    shown = shown.assign(rated_satisfied=rated, rated_n=scores.benefits["n_satisfied"])
    return shown.rename(columns={"low": "score_low", "high": "score_high"})


def _plane(plane: Gaps, limit: int) -> pd.DataFrame:
    shown = plane.benefits.where(plane.benefits["n"] >= limit)
    return shown.drop(columns="n").rename(
        columns={
            "importance": "importance_mean",
            "satisfaction": "satisfaction_mean",
            "gap": "distance",
            "low": "distance_low",
            "high": "distance_high",
        }
    )
