"""What each campaign's message carries: seen beside each other, and said anew."""

import pandas as pd
import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.errors import StoreError
from queries.messages import tag
from views.view import View
from words.language import Language
from words.problems import sentence


def tagging(answer: View, reader: Reader) -> None:
    """Draw the messages with their benefit and value, and a form that says what one carries."""
    say, messages = reader.language, answer.result.messages
    st.subheader(say.say("What our messages carry"), anchor=False)
    if messages.empty:
        st.caption(say.say("There are no campaigns yet."))
        return
    benefits, values = _benefits(say), answer.result.labels
    shown = pd.DataFrame(
        {
            say.say("Campaign"): messages["label"],
            say.say("Message"): messages["message"],
            say.say("Benefit"): messages["benefit_id"].map(benefits).fillna("–"),
            say.say("Value"): messages["brand_value"].map(values).fillna("–"),
        }
    )
    st.dataframe(shown, hide_index=True, height="content")
    with st.popover(say.say("Say what a message carries")):
        _form(messages, benefits, values, say)


def _form(messages: pd.DataFrame, benefits: pd.Series, values: pd.Series, say: Language) -> None:
    names = messages.set_index("campaign_id")["label"]
    campaign = st.selectbox(say.say("Campaign"), list(names.index), format_func=names.get)
    now = messages.set_index("campaign_id").loc[campaign]
    with st.form("tag-message", border=False):
        benefit = _choice(say.say("Benefit"), benefits, now["benefit_id"], campaign)
        value = _choice(say.say("Value"), values, now["brand_value"], campaign)
        if st.form_submit_button(say.say("Save"), type="primary"):
            try:
                tag(store(), campaign, benefit, value, user_name())
            except StoreError as problem:
                st.error(plain(sentence(say, problem.code, problem.facts)))
                return
            st.rerun()


def _choice(text: str, names: pd.Series, now: str | None, campaign: str) -> str | None:
    codes = list(names.index)
    at = codes.index(now) if now in codes else None
    return st.selectbox(text, codes, at, format_func=names.get, key=f"tag-{campaign}-{text}",
                        placeholder="–")  # fmt: skip


def _benefits(say: Language) -> pd.Series:
    catalogue = ask("questionnaire_benefits").set_index("benefit_id")
    if say.code == "en":
        return catalogue["label_en"].fillna(catalogue["label"])
    return catalogue["label"]
