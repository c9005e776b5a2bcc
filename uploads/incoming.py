"""A file's rows while they go in: all that the storing of them needs."""

from dataclasses import dataclass

from queries.store import Store
from queries.transaction import Progress, Transaction
from uploads.plan import Plan
from uploads.reading import Reading
from uploads.upload import Upload


@dataclass(frozen=True)
class Incoming:
    """An import under way.

    Attributes
    ----------
    store : Store
        The union's database as it was before; for reading.
    transaction : Transaction
        The one transaction of the import.
    reading, plan, upload : Reading, Plan, Upload
        The file's rows, what they change, and what was decided.
    progress : callable or None
        ``progress(fraction, code)``, between 0.3 and 0.8; may raise to cancel.
    """

    store: Store
    transaction: Transaction
    reading: Reading
    plan: Plan
    upload: Upload
    progress: Progress | None = None

    def report(self, fraction: float, code: str) -> None:
        """Say how far it is; raises where somebody asked to stop."""
        if self.progress:
            self.progress(fraction, code)

    def insert(self, frames: dict) -> None:
        """Append a frame to each table, with progress."""
        for done, (table, frame) in enumerate(frames.items()):
            self.report(0.3 + 0.5 * done / len(frames), f"store_{table}")
            self.transaction.insert(table, frame)
