"""The named queries: one .sql file a subject, loaded once."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import aiosql

FOLDER = Path(__file__).parent
_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class NamedQuery:
    """A query with its description and the parameters that it binds.

    Attributes
    ----------
    name, sql, description : str
        ``sql`` has its filter filled in; the description is the comment under the name.
    parameters : dict
        Values by name, only those that ``sql`` binds.
    """

    name: str
    sql: str
    description: str
    parameters: dict[str, object]


@cache
def _loaded() -> dict[str, object]:
    """Load each file by itself: joined, a query would take the next file's heading for its own."""
    files = (
        aiosql.from_path(file, "duckdb", mandatory_parameters=False)
        for file in sorted(FOLDER.glob("*.sql"))
    )
    return {name: getattr(file, name) for file in files for name in file.available_queries}


def named(name: str, condition: str, values: dict[str, object]) -> NamedQuery:
    """Return a named query ready to run.

    Parameters
    ----------
    name : str
        The query's name in one of the .sql files.
    condition : str
        What ``{scope}`` in its text becomes; written by `Filters.condition`, never by a user.
    values : dict
        Values to bind; those that the text does not name are left out.
    """
    query = _loaded()[name]
    sql = query.sql.rstrip("; \n").replace("{scope}", condition)
    used = set(_PARAMETER.findall(sql))
    bound = {key: value for key, value in values.items() if key in used}
    return NamedQuery(name, sql, (query.__doc__ or "").strip(), bound)


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Return the schema's steps in order, each as (number, SQL)."""
    files = sorted((FOLDER / "schema").glob("*.sql"))
    return tuple((int(file.name[:3]), file.read_text("utf-8")) for file in files)
