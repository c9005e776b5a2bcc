"""The choices of method on the needs page: table, rule, weights, and who is left out."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.address import choice, chosen
from pages.parts.asking import ask
from pages.parts.reader import Reader
from views.kano.answers import fits_short_form
from words.kano import LEFT_OUT, RULES, TABLES, rule_label, table_label
from words.weighting import WEIGHTS

THRESHOLDS = ("3", "5", "8", "10")
CODES = {"table": TABLES, "rule": RULES, "threshold": THRESHOLDS}
CODES |= {"weights": WEIGHTS, "leave_out": LEFT_OUT}


def method(reader: Reader, place: DeltaGenerator | None, survey_id: str) -> dict[str, object]:
    """Draw the choices of method in a popover, and return what was chosen.

    Parameters
    ----------
    reader : Reader
    place : DeltaGenerator or None
        Where; None in front of a room, which sees what was chosen and no choices.
    survey_id : str
        A table is offered only where it fits this survey's answers.
    """
    if place is not None:
        with place.popover(reader.language.say("Method"), width="stretch"):
            _choices(reader, survey_id)
    said = {name: chosen(f"needs_{name}", codes) for name, codes in CODES.items()}
    given = {name: said[name] for name in ("table", "rule", "weights", "leave_out") if said[name]}
    if said["threshold"]:
        given["threshold"] = int(said["threshold"])
    return given


def _choices(reader: Reader, survey_id: str) -> None:
    say = reader.language
    choice(
        st,
        say.say("Evaluation table"),
        _tables(survey_id),
        "needs_table",
        lambda code: table_label(say, code),
        default="kano",
    )
    rule = choice(
        st,
        say.say("Rule"),
        list(RULES),
        "needs_rule",
        lambda code: rule_label(say, code),
        default="exact",
    )
    if rule == "moai":
        choice(
            st,
            say.say("Close means fewer points apart than"),
            THRESHOLDS,
            "needs_threshold",
            _points(reader),
            default="5",
        )
    choice(
        st,
        say.say("Weights"),
        list(WEIGHTS),
        "needs_weights",
        lambda code: say.say(WEIGHTS[code]),
        default="survey",
    )
    choice(st, say.say("Leave out"), list(LEFT_OUT), "needs_leave_out",
           lambda code: say.say(LEFT_OUT[code]), placeholder=say.say("Nobody"))  # fmt: skip


def _points(reader: Reader):
    """Return how a threshold is called."""
    return lambda code: reader.language.number(int(code))


def _tables(survey_id: str) -> list[str]:
    pairs = ask("kano_pairs", survey_id=survey_id)
    return [code for code in TABLES if code != "short" or fits_short_form(pairs)]
