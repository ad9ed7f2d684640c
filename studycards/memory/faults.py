"""What can go wrong with the file of the review log, told in one sentence."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEYS = {
    sqlite3.SQLITE_BUSY: "memory.busy",
    sqlite3.SQLITE_CANTOPEN: "memory.unwritable",
    sqlite3.SQLITE_CORRUPT: "memory.damaged",
    sqlite3.SQLITE_FULL: "memory.full",
    sqlite3.SQLITE_IOERR: "memory.unwritable",
    sqlite3.SQLITE_LOCKED: "memory.busy",
    sqlite3.SQLITE_NOTADB: "memory.damaged",
    sqlite3.SQLITE_PERM: "memory.unwritable",
    sqlite3.SQLITE_READONLY: "memory.unwritable",
}
"""The sentence for each primary result code that a person can do something about."""

_PRIMARY = 0xFF
"""The lowest byte of an extended result code is the primary one."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn a failure of SQLite or of the file system into a sentence about the file at `path`.

    Raises:
        StudycardsError: the file is damaged, cannot be written, has no room to grow or is kept busy.
    """
    try:
        yield
    except OSError as error:
        raise StudycardsError("memory.unwritable", path=path) from error
    except sqlite3.DatabaseError as error:
        key = _key(error)
        if key is None:
            raise
        raise StudycardsError(key, path=path) from error


def _key(error: sqlite3.DatabaseError) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # from the module itself: a text in the file that is no UTF-8, or a call that is our own mistake
        return "memory.damaged" if isinstance(error, sqlite3.OperationalError) else None
    return _KEYS.get(code & _PRIMARY)
