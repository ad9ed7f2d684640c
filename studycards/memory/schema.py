"""The tables of the review log, and the steps that bring a file of an earlier version up to this one.

`user_version` of the file counts the steps it has been through. A step is never edited once it was released:
a change of the tables is a new step at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.errors import StudycardsError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    Step = Sequence[str]

APPLICATION_ID = int.from_bytes(b"card", "big")
"""Marks the file as ours, so that the database of another program is never taken for an empty one."""

STEPS: Sequence[Step] = (
    (
        """
        CREATE TABLE events (
          position INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          at_ms INTEGER NOT NULL,            -- UTC
          offset_minutes INTEGER NOT NULL,   -- local time minus UTC
          device TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('review', 'retract', 'rename')),
          target TEXT CHECK ((target IS NULL) = (kind = 'review')),   -- the retracted event; the old name
          prompt TEXT CHECK ((prompt IS NULL) = (kind = 'retract')),  -- the one answered; the new name
          seed INTEGER,
          rating INTEGER CHECK (rating BETWEEN 1 AND 4),
          typed TEXT,
          verdict TEXT,
          score REAL,
          mistakes TEXT,                     -- JSON list of ids
          hints INTEGER,
          duration_ms INTEGER,
          CHECK ((rating IS NULL) = (kind <> 'review'))
        ) STRICT
        """,
        "CREATE INDEX events_by_prompt ON events (prompt)",
        "CREATE INDEX events_by_target ON events (target) WHERE target IS NOT NULL",
        "CREATE INDEX renames ON events (position) WHERE kind = 'rename'",
        """
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END
        """,
        """
        CREATE TRIGGER events_never_go BEFORE DELETE ON events
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END
        """,
        """
        CREATE VIEW standing AS              -- answers and renames that nobody took back
        SELECT * FROM events AS event
        WHERE kind <> 'retract' AND NOT EXISTS (
          SELECT 1 FROM events AS later WHERE later.kind = 'retract' AND later.target = event.id
        )
        """,
        """
        CREATE TABLE states (                -- a cache: what the log comes to
          prompt TEXT PRIMARY KEY,
          stage TEXT NOT NULL,
          stability REAL NOT NULL,
          difficulty REAL NOT NULL,
          step INTEGER,
          due_day INTEGER NOT NULL,
          due_ms INTEGER,
          day INTEGER NOT NULL,
          since_day INTEGER NOT NULL,
          reviews INTEGER NOT NULL,
          lapses INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        # Tells the machines apart whose logs meet later, without naming the machine.
        "INSERT INTO settings VALUES ('device', lower(hex(randomblob(4))))",
    ),
    (
        "DROP VIEW standing",
        "ALTER TABLE events RENAME TO earlier_events",
        """
        CREATE TABLE events (
          position INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          at_ms INTEGER NOT NULL,            -- UTC
          offset_minutes INTEGER NOT NULL,   -- local time minus UTC
          device TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (
            kind IN ('review', 'retract', 'rename', 'suspend', 'resume', 'flag', 'unflag', 'reset')
          ),
          batch TEXT,                        -- the same for all rows of one change of several prompts
          target TEXT CHECK ((target IS NOT NULL) = (kind IN ('retract', 'rename'))),  -- retracted event; old name
          prompt TEXT CHECK ((prompt IS NULL) = (kind = 'retract')),   -- the one answered or changed; the new name
          seed INTEGER,
          rating INTEGER CHECK (rating BETWEEN 1 AND 4),
          typed TEXT,
          verdict TEXT,
          score REAL,
          mistakes TEXT,                     -- JSON list of ids
          hints INTEGER,
          duration_ms INTEGER,
          CHECK ((rating IS NULL) = (kind <> 'review')),
          CHECK ((batch IS NULL) = (kind IN ('review', 'retract', 'rename')))
        ) STRICT
        """,
        """
        INSERT INTO events (position, id, at_ms, offset_minutes, device, kind, target, prompt,
                            seed, rating, typed, verdict, score, mistakes, hints, duration_ms)
        SELECT position, id, at_ms, offset_minutes, device, kind, target, prompt,
               seed, rating, typed, verdict, score, mistakes, hints, duration_ms
        FROM earlier_events
        """,
        "DROP TABLE earlier_events",
        "CREATE INDEX events_by_prompt ON events (prompt)",
        "CREATE INDEX events_by_target ON events (target) WHERE target IS NOT NULL",
        "CREATE INDEX events_by_batch ON events (batch) WHERE batch IS NOT NULL",
        "CREATE INDEX renames ON events (position) WHERE kind = 'rename'",
        """
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END
        """,
        """
        CREATE TRIGGER events_never_go BEFORE DELETE ON events
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END
        """,
        """
        CREATE VIEW standing AS              -- what nobody took back
        SELECT * FROM events AS event
        WHERE kind <> 'retract' AND NOT EXISTS (
          SELECT 1 FROM events AS later WHERE later.kind = 'retract' AND later.target = event.id
        )
        """,
        """
        CREATE TABLE marks (                 -- a cache, as the states are
          prompt TEXT NOT NULL,
          mark TEXT NOT NULL,
          PRIMARY KEY (prompt, mark)
        ) STRICT, WITHOUT ROWID
        """,
    ),
    (
        "DROP VIEW standing",
        """
        CREATE VIEW standing AS              -- what nobody took back; who takes back the batch takes back all its rows
        SELECT * FROM events AS event
        WHERE kind <> 'retract' AND NOT EXISTS (
          SELECT 1 FROM events AS later
          WHERE later.kind = 'retract' AND later.target = coalesce(event.batch, event.id)
        )
        """,
    ),
)


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Bring the open file at `path` up to the last of `steps`: all the missing ones happen, or none.

    Raises:
        StudycardsError: a newer program wrote the file, or another program did; it is left as it was.
    """
    if _missing(connection, path, steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done the work while this one waited.
            for statement in (statement for step in _missing(connection, path, steps) for statement in step):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(steps)}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _missing(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> Sequence[Step]:
    """Return the steps that the file has not been through."""
    # The tables first: whoever makes them in another process at this moment marks the file in the same transaction.
    ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_schema")
    ((application,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    if tables and application != APPLICATION_ID:
        raise StudycardsError("memory.not_ours", path=path)
    if version > len(steps):
        raise StudycardsError("memory.newer", path=path)
    return steps[version:]
