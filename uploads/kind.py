"""What a kind of file is: how it is recognised, judged, compared with what is stored, and stored.

A kind is a value and not a class to inherit from: a module of functions a step, put together in
``uploads/kinds.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from queries.store import Store
from uploads.choices import Choices
from uploads.context import Context
from uploads.incoming import Incoming
from uploads.plan import Plan
from uploads.reading import Reading
from uploads.table import Table
from uploads.understood import Checked, Understood


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes
    ----------
    name : str
        As in ``import_batch.kind`` and on the command line: ``"kano"``, ``"members"``, …
    roles : tuple of str
        What a column of it may hold, for the mapping screen, those that it can't do without first.
    needed : tuple of str
        The roles that it can't do without.
    recognise : callable
        ``recognise(table, choices) -> Understood | None``; None = it is no such file.
    check : callable
        ``check(understood, context) -> Checked``: each row is stored or reported.
    plan : callable
        ``plan(store, reading, sha256, label) -> Plan``: what an import would change.
    place : callable
        ``place(incoming)``: stores the rows as planned; any exception leaves the data as it was.
    """

    name: str
    roles: tuple[str, ...]
    needed: tuple[str, ...]
    recognise: Callable[[Table, Choices], Understood | None]
    check: Callable[[Understood, Context], Checked]
    plan: Callable[[Store, Reading, str, str], Plan]
    place: Callable[[Incoming], None]
