"""What a survey asks about and the catalogue's benefits: the same by name, or as the user says."""

import pandas as pd

from queries.store import Store
from uploads.reading import Reading
from uploads.text import key

NO_BENEFIT = ""  # said of an item: a need that the union has nothing for


def matched_items(store: Store, reading: Reading, items: pd.DataFrame) -> pd.DataFrame:
    """Return a survey's items with the benefit that each of them is.

    An item is a benefit where its label is the benefit's name or id, letter for letter but for
    case; any other only where the user says so. It is never told by likeness.
    """
    if reading.understood.kind not in ("kano", "value"):
        return items
    of_name = benefit_names(store)
    said = reading.context.choices.items
    found = [said.get(label, of_name.get(key(label))) for label in items["label"]]
    unmet = [label in said and said[label] == NO_BENEFIT for label in items["label"]]
    benefits = pd.Series([one or None for one in found], items.index, dtype="str")
    known = items.get("benefit_id", benefits)  # of a questionnaire of ours, by its design
    return items.assign(
        benefit_id=known.fillna(benefits),
        need_id=pd.array(
            [item if no else None for item, no in zip(items["item_id"], unmet, strict=True)],
            dtype="str",
        ),
    )


def open_items(store: Store, reading: Reading) -> tuple[str, ...]:
    """Return the labels of a file's items that are no benefit by name; none without a catalogue."""
    if reading.understood.kind not in ("kano", "value"):
        return ()
    of_name = benefit_names(store)
    labels = reading.checked.frames["survey_item"]["label"]
    return tuple(label for label in labels if key(label) not in of_name) if of_name else ()


def benefit_names(store: Store) -> dict[str, str]:
    """Return the catalogue's benefits by the key of each of their names."""
    benefits = store.ask("benefit_names")
    return {
        key(str(name)): str(row.benefit_id)
        for row in benefits.itertuples()
        for name in (row.label_en, row.label, row.benefit_id)
        if pd.notna(name)
    }
