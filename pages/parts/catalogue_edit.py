"""Deciding what to do about a benefit, and keeping what the catalogue says of it."""

import pandas as pd
import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.catalogue import decide_remedies, edit_benefits
from queries.errors import StoreError
from views.view import View
from words.catalogue import REMEDIES, remedy_label
from words.language import Language
from words.problems import sentence

NUMBERS = ("unit_value", "annual_cost")


def decide(answer: View, here: Reader) -> None:
    """Draw the catalogue as a table that can be edited, and store what was changed.

    Parameters
    ----------
    answer : View
        Of `views.catalogue.view`.
    here : Reader
        Who decides.
    """
    say = here.language
    names = _names(say)
    before = _table(answer, say)
    after = st.data_editor(
        before.rename(columns=names),
        key="catalogue-editor",
        hide_index=True,
        width="stretch",
        disabled=[names["label"], names["suggested"]],
        column_config={
            names["decided"]: st.column_config.SelectboxColumn(
                options=[remedy_label(say, code) for code in REMEDIES]
            ),
            **{
                names[one]: st.column_config.NumberColumn(min_value=0, format="localized")
                for one in NUMBERS
            },
        },
    ).rename(columns={shown: name for name, shown in names.items()})
    if st.button(say.say("Keep"), type="primary", key="catalogue-keep"):
        _store(answer, before, after, say)


def earlier(here: Reader) -> None:
    """Draw what was decided before, and what the catalogue said."""
    say = here.language
    decisions, history = ask("benefit_decisions"), ask("benefit_history")
    if decisions.empty and history.empty:
        return
    labels = ask("catalogue_benefits").set_index("benefit_id")["label"]
    lines = [
        say.say(
            "{moment}, {who}: {benefit} – {what}",
            moment=say.moment(row["decided_at"]),
            who=row["decided_by"],
            benefit=labels.get(row["benefit_id"], row["benefit_id"]),
            what=remedy_label(say, row["remedy"]),
        )
        for _, row in decisions.head(20).iterrows()
    ]
    lines += [
        say.say(
            "Before: {benefit}, worth {value} a use, {cost} a year",
            benefit=row["label"],
            value=_money(row["unit_value"], say),
            cost=_money(row["annual_cost"], say),
        )
        for _, row in history.head(20).iterrows()
    ]
    for line in lines:
        st.caption(plain(line))


def _names(say: Language) -> dict[str, str]:
    return {
        "label": say.say("Benefit"),
        "suggested": say.say("Suggested"),
        "decided": say.say("Decided"),
        "unit_value": say.say("What one use is worth"),
        "annual_cost": say.say("What it costs a year"),
    }


def _benefits(answer: View) -> pd.DataFrame:
    """Return what can be decided about: a need that nothing meets is in no catalogue yet."""
    return answer.frame[answer.frame["benefit_id"].notna()].reset_index(drop=True)


def _table(answer: View, say: Language) -> pd.DataFrame:
    rows = _benefits(answer)
    decided = [remedy_label(say, one) if isinstance(one, str) else None for one in rows["decided"]]
    return pd.DataFrame(
        {
            "label": rows["label"],
            "suggested": rows["remedy_label"],
            "decided": decided,
            "unit_value": rows["unit_value"].astype(float),
            "annual_cost": rows["annual_cost"].astype(float),
        }
    )


def _store(answer: View, before: pd.DataFrame, after: pd.DataFrame, say: Language) -> None:
    """Store decisions and figures that differ; nothing that was left as it is."""
    codes = {remedy_label(say, code): code for code in REMEDIES}
    ids = _benefits(answer)["benefit_id"]
    decided = after["decided"].notna() & (after["decided"] != before["decided"])
    remedies = dict(zip(ids[decided], after.loc[decided, "decided"].map(codes), strict=True))
    moved = (after[list(NUMBERS)].fillna(-1) != before[list(NUMBERS)].fillna(-1)).any(axis=1)
    edited = after.loc[moved, list(NUMBERS)].assign(benefit_id=ids[moved])
    try:
        if remedies:
            decide_remedies(store(), remedies, user_name())
        if len(edited):
            edit_benefits(store(), edited, user_name())
    except StoreError as error:
        st.error(plain(sentence(say, error.code, error.facts)))
        return
    if remedies or len(edited):
        st.rerun()


def _money(value: float, say: Language) -> str:
    return "–" if pd.isna(value) else say.money(value)
