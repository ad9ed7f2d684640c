"""Parsed decks kept by their content, so that an unchanged file is never parsed again.

The cache holds nothing that cannot be made anew: a damaged file is replaced, and where none can be written or read
the program works without, only slower.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

from studycards import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from studycards.decks.listing import Listing

    Plain = Mapping[str, Any]

FORMAT = 5
"""To be raised with every change of the plain form, the index or the tables: what is in an older form is dropped."""

KEPT_DECKS = 500
"""Contents kept; beyond that the oldest go. One version of every deck of a large library is far below it."""

_ANEW = f"""
DROP TABLE IF EXISTS decks;
DROP TABLE IF EXISTS cards;
DROP TABLE IF EXISTS listings;
PRAGMA user_version = {FORMAT};
"""

_SCHEMA = """
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS decks (
  digest TEXT UNIQUE, head TEXT NOT NULL, prompts TEXT NOT NULL, cards TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS cards (
  digest TEXT, id TEXT, plain TEXT NOT NULL, PRIMARY KEY (digest, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listings (
  digest TEXT UNIQUE, kinds TEXT NOT NULL, texts TEXT NOT NULL, lines TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class DeckIndex:
    """What a start needs of a deck: its id, title and links in plain form, the ids of its prompts and of their cards.

    `cards` has the card of each prompt, in the same order.
    """

    head: Plain
    prompts: Sequence[str]
    cards: Sequence[str]


class DeckCache:
    """A SQLite file of decks in their plain form, found by the digest of their source."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the cache at `path`; a damaged file is replaced, and memory serves where no file can be made."""
        try:
            return cls(_connect(path))
        except sqlite3.OperationalError:
            return cls(_connect(":memory:"))
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            return cls(_connect(path))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def index(self, digest: str) -> DeckIndex | None:
        """Return the index of a deck, or None where its content has not been seen."""
        for head, prompts, cards in self._rows("SELECT head, prompts, cards FROM decks WHERE digest = ?", digest):
            return DeckIndex(json.loads(head), prompts.split(), cards.split())
        return None

    def card(self, digest: str, card: str) -> Plain | None:
        """Return one card in its plain form, or None where the cache has it no more."""
        for (plain,) in self._rows("SELECT plain FROM cards WHERE digest = ? AND id = ?", digest, card):
            found: Plain = json.loads(plain)
            return found
        return None

    def cards(self, digest: str) -> Iterable[Plain]:
        """Return all cards of a deck in their plain form, in no particular order."""
        return (json.loads(plain) for (plain,) in self._rows("SELECT plain FROM cards WHERE digest = ?", digest))

    def listing(self, digest: str) -> Listing | None:
        """Return the columns of a deck, or None where the cache has it no more."""
        from studycards.decks.listing import Listing  # noqa: PLC0415 - not for a start

        for row in self._rows("SELECT kinds, texts, lines FROM listings WHERE digest = ?", digest):
            return Listing(*(column.split("\n") for column in row))
        return None

    def store(self, digest: str, index: DeckIndex, cards: Iterable[Plain], listing: Listing) -> None:
        """Keep a deck; where that fails it is parsed again at the next start."""
        with suppress(sqlite3.DatabaseError), self._connection as connection:
            connection.execute(
                "INSERT OR REPLACE INTO decks VALUES (?, ?, ?, ?)",
                [digest, _dump(index.head), "\n".join(index.prompts), "\n".join(index.cards)],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO cards VALUES (?, ?, ?)",
                ([digest, card["id"], _dump(card)] for card in cards),
            )
            connection.execute(
                "INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?)", [digest, *map("\n".join, listing)]
            )
            gone = connection.execute(
                "DELETE FROM decks WHERE rowid NOT IN (SELECT rowid FROM decks ORDER BY rowid DESC LIMIT ?)",
                [KEPT_DECKS],
            ).rowcount
            for table in ("cards", "listings") if gone else ():
                connection.execute(f"DELETE FROM {table} WHERE digest NOT IN (SELECT digest FROM decks)")  # noqa: S608 - our own names

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            return []


def content_digest(source: bytes) -> str:
    """Return the key of a deck file: its content, together with the version of the program that reads it."""
    return sha256(__version__.encode() + b"\n" + source).hexdigest()


def _connect(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        (stored,) = connection.execute("PRAGMA user_version").fetchone()
        connection.executescript(_SCHEMA if stored == FORMAT else _ANEW + _SCHEMA)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
