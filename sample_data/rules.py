"""Why members leave, and the union's own rules for coming back and for being contacted."""

import pandas as pd

# code: group, controllable, changeable, fixable by, improved since
EXIT_REASONS = {
    "dissatisfied": ("pushed_away", True, True, "2026-06-30",
                     "Svar inden to hverdage og én fast rådgiver i hele sagen"),
    "too_expensive": ("bought_away", True, True, "2026-01-01",
                      "Kontingent efter arbejdstid og løntjek hvert år"),
    "changed_job": ("moved_away", False, True, None,
                    "Forbundet dækker nu også nabofagene"),
    "no_use": ("pushed_away", True, True, "2027-03-31", None),
    "own_firm": ("moved_away", False, True, None, None),
    "studies": ("moved_away", False, True, None, None),
    "better_offer": ("pulled_away", True, True, None, None),
    "other": ("unknown", False, False, None, None),
    "arrears": ("arrears", True, True, "2026-01-01", "Betalingsaftale over seks måneder"),
    "retired": ("moved_away", False, False, None, None),
    "death": ("moved_away", False, False, None, None),
    "excluded": ("pushed_on_purpose", True, False, None, None),
    "unknown": ("unknown", False, False, None, None),
}  # fmt: skip

REASONS = tuple(EXIT_REASONS)
REASON_TEXTS = {
    "dissatisfied": ("Fik ikke hjælp i min sag", "Ingen ringede tilbage", "Afdelingen"),
    "too_expensive": ("For dyrt", "Kontingentet er for højt", "Har fundet noget billigere"),
    "changed_job": ("Nyt job", "Skiftet branche", "Ny arbejdsplads, andet fag"),
    "no_use": ("Bruger det ikke", "Får ikke noget ud af det", "Ved ikke hvad jeg får for pengene"),
    "own_firm": ("Blevet selvstændig",),
    "studies": ("Begyndt at læse",),
    "better_offer": ("Skifter til anden fagforening",),
    "other": ("Andet", "Private grunde"),
}
REASON_CODE = {reason: number for number, reason in enumerate(REASONS)}


def exit_reason_table() -> pd.DataFrame:
    """Return the rows of table ``exit_reason``."""
    columns = ["defection_group", "controllable", "changeable", "fixable_by", "improved"]
    frame = pd.DataFrame.from_dict(EXIT_REASONS, orient="index", columns=columns)
    frame["fixable_by"] = pd.to_datetime(frame["fixable_by"]).astype("datetime64[s]")
    return frame.rename_axis("reason").reset_index()


def rejoin_rule_table() -> pd.DataFrame:
    """Return the rows of table ``rejoin_rule``."""
    rows = [
        ("debt_first", "true", None),
        ("waiting_months", "12", "legal_help"),
        ("waiting_months", "12", "income_insurance"),
        ("waiting_months", "3", "work_injury"),
        ("no_leaving_in_conflict", "true", None),
    ]
    return pd.DataFrame(rows, columns=["rule", "value", "applies_to"])


def contact_rule_table() -> pd.DataFrame:
    """Return the rows of table ``contact_rule``."""
    open_channels = ("phone", "letter")
    rows = [
        (channel, kind, *_basis(kind, channel in open_channels))
        for channel in ("phone", "letter", "email", "sms")
        for kind in ("service", "recruiting", "discount", "survey")
    ]
    return pd.DataFrame(rows, columns=["channel", "message_kind", "legal_basis", "allowed"])


def _basis(message_kind: str, open_channel: bool) -> tuple[str, bool]:
    if message_kind == "service":
        return "contract", True
    if message_kind == "discount":
        return "consent", True
    return ("legitimate_interest" if open_channel else "consent"), True
