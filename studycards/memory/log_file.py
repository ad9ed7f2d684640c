"""The open file of the review log: transactions, rows, and what SQLite has to be told."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from studycards.memory.faults import told
from studycards.memory.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

BUSY_SECONDS = 10.0
"""How long to wait for another process: recording takes a millisecond, computing all states anew a few seconds."""


class LogFile:
    """An open review log. What changes it happens within `transaction`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the log at `path`; the file and its folder are made where there are none.

        Raises:
            StudycardsError: the file is no review log, is damaged, is a newer program's or cannot be written.
        """
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                migrate(connection, path)
                connection.execute("PRAGMA synchronous = FULL")
                _write_ahead(connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one change of the block: all of it is on the disk when the block ends, or nothing is.

        Other processes wait meanwhile, so what the block reads stays true until its end.
        """
        self._rows("BEGIN IMMEDIATE")
        try:
            yield
            self._rows("COMMIT")
        finally:
            # A full disk makes SQLite roll back by itself.
            if self._connection.in_transaction:
                self._rows("ROLLBACK")

    def _rows(self, query: str, *values: object) -> list[Any]:
        with told(self._path):
            return self._connection.execute(query, values).fetchall()

    def _stream(self, query: str, *values: object) -> Iterator[Any]:
        with told(self._path):
            yield from self._connection.execute(query, values)

    def _many(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        with told(self._path):
            self._connection.executemany(query, rows)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Use a write-ahead log: a commit is one flush, and readers wait for nobody.

    SQLite switches only while no other process has the file open at that very moment, and does not wait for it.
    Until the next start finds it free the rollback journal serves: slower, and just as safe.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
