"""What may be written inside a transaction of the store."""

from collections.abc import Callable
from datetime import UTC, datetime

import duckdb
import pandas as pd

from queries.named import named

Progress = Callable[[float, str], None]


class Transaction:
    """What may be written inside `Store.writing`; every row gets the import's id.

    Attributes
    ----------
    import_id : int
        0 until `begin_import`; rows of segments and settings belong to no import.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self.import_id = 0
        self.size = 0

    def begin_import(self) -> int:
        """Draw the id that all rows inserted from here on carry."""
        self.import_id = self._cursor.execute(named("next_import_id", "true", {}).sql).fetchone()[0]
        return self.import_id

    def insert(self, table: str, frame: pd.DataFrame) -> int:
        """Append a frame; columns by name, those missing are null.

        Parameters
        ----------
        table : str
            A table of the schema.
        frame : pandas.DataFrame
            Rows to append; ``import_id`` is filled in.

        Returns
        -------
        int
            Rows appended.
        """
        rows = frame.assign(import_id=self.import_id) if table in self.fact_tables() else frame
        self._cursor.register("incoming", rows)
        self._cursor.execute(f"insert into {table} by name select * from incoming")
        self._cursor.unregister("incoming")
        self.size += len(rows)
        return len(rows)

    def run(self, name: str, **values: object) -> pd.DataFrame:
        """Run a named query inside the transaction and return its rows."""
        query = named(name, "true", {"import_id": self.import_id} | values)
        return self._cursor.execute(query.sql, query.parameters).df()

    def register(self, name: str, frame: pd.DataFrame) -> None:
        """Let named queries of this transaction read a frame under a name."""
        self._cursor.register(name, frame)

    def sql(self, text: str, frame: pd.DataFrame | None = None, **values: object) -> pd.DataFrame:
        """Run SQL of `queries` itself, where the table's name is part of it.

        Parameters
        ----------
        text : str
            Names in it come from the schema or the code, never from a file.
        frame : pandas.DataFrame, optional
            Readable as ``incoming``.
        **values
            Bound as ``$name``.
        """
        if frame is not None:
            self._cursor.register("incoming", frame)
        found = self._cursor.execute(text, values).df()
        if frame is not None:
            self._cursor.unregister("incoming")
        return found

    def fact_tables(self) -> list[str]:
        """Return the tables whose rows belong to an import."""
        return list(self.run("fact_tables")["table_name"])

    def remove_import(self, table: str, import_id: int) -> None:
        """Take an import's rows out of a table and bring back those that it replaced."""
        of_import = {"import_id": import_id}
        self._cursor.execute(f"delete from {table} where import_id = $import_id", of_import)
        self._cursor.execute(
            f"update {table} set replaced_by = null where replaced_by = $import_id", of_import
        )

    def is_built_upon(self, table: str, import_id: int) -> bool:
        """Say whether a later import replaced rows of this one."""
        return bool(
            self._cursor.execute(
                f"select count(*) from {table}"
                " where import_id = $import_id and replaced_by is not null",
                {"import_id": import_id},
            ).fetchone()[0]
        )

    def stored_tables(self) -> list[str]:
        """Return every table that holds what was stored, and not what is derived from it."""
        return list(self.run("stored_tables")["table_name"])

    def tables_of(self, database: str) -> list[str]:
        """Return the tables of an attached database."""
        return list(self.run("tables_of", database=database)["table_name"])

    def copy_table_from(self, database: str | None, table: str) -> None:
        """Replace a table's rows by those of the same table in an attached database.

        None leaves the table empty.
        """
        self._cursor.execute(f"delete from {table}")
        if database is None:
            return
        self._cursor.execute(f"insert into {table} by name select * from {database}.{table}")

    def finish(
        self, user: str, action: str, subject: str, progress: Progress | None = None
    ) -> None:
        """Derive what pages read, raise the data version, leave an audit line."""
        self.run("match_survey_items")
        for code in ("member_now", "respondent_now"):
            if progress:
                progress(0.8, f"derive_{code}")
            self.run(f"clear_{code}")
            self.run(f"derive_{code}")
        self.run("next_data_version")
        self.run(
            "audit",
            at=datetime.now(UTC).replace(tzinfo=None),
            user_name=user,
            action=action,
            subject=subject,
            size=self.size,
        )
        if progress:
            progress(0.95, "commit")
