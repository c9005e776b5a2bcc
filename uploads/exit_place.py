"""A survey of leaving goes in: its answers, and the reason into the history of those it names."""

import pandas as pd

from uploads.exit_reasons import usual
from uploads.incoming import Incoming
from uploads.leaving import ITEM, REASONS
from uploads.survey_place import place as place_survey


def place(incoming: Incoming) -> None:
    """Store a survey of leaving as planned.

    Whoever is linked and left without a coded reason gets theirs: as a reason where their words
    are one, else in their own words. What an advisor has coded before stands.
    """
    place_survey(incoming)
    exits = _coded_exits(incoming)
    if exits.empty:
        return
    incoming.transaction.register("incoming_exit", exits)
    incoming.transaction.run("replace_exit")
    incoming.transaction.insert("exit", exits)
    described = incoming.store.ask("exit_reasons_known")["reason"]
    incoming.transaction.insert("exit_reason", usual(exits["reason"], described))


def _coded_exits(incoming: Incoming) -> pd.DataFrame:
    """Return the exits of linked respondents, coded by what they answered."""
    frames = incoming.reading.checked.frames
    people = frames["respondent"]
    answers = frames["need_answer"]
    given = answers[(answers["item_id"] == ITEM) & answers["value"].notna()]
    exits = incoming.store.ask("uncoded_exits")
    if "member_id" not in people or given.empty:
        return exits.head(0)
    said = people[["respondent_id", "member_id"]].dropna().merge(given, on="respondent_id")
    said = said.drop_duplicates("member_id", keep="last").set_index("member_id")["value"]
    exits = exits[exits["member_id"].isin(said.index)]
    value = exits["member_id"].map(said)
    coded = value.isin(list(REASONS))
    return exits.assign(
        reason=value.where(coded, exits["reason"]),
        reason_text=exits["reason_text"].fillna(value.where(~coded)),
        coded_by="survey",
        stated_by="form",
    )
