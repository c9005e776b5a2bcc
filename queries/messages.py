"""What a campaign's message carries, as said in the app: its benefit and its value."""

from datetime import UTC, datetime

import pandas as pd

from queries.store import Store


def tag(
    store: Store, campaign_id: str, benefit_id: str | None, brand_value: str | None, user: str
) -> None:
    """Say what a message carries; what was said before stays in the table.

    Parameters
    ----------
    store : Store
    campaign_id : str
    benefit_id, brand_value : str or None
        None where the message carries none.
    user : str
        Who says so.
    """
    row = {
        "campaign_id": campaign_id,
        "benefit_id": benefit_id,
        "brand_value": brand_value,
        "user_name": user,
        "at": datetime.now(UTC).replace(tzinfo=None),
    }
    with store.writing(user, "tag_message", campaign_id) as transaction:
        transaction.insert("message_tag", pd.DataFrame([row]))
