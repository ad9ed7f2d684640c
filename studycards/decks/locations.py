"""Where deck files are: those inside the program, those of the learner, those named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import studycards
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_BYTES = 8 * 1024 * 1024
"""Size of a deck file at most: some 15,000 cards, read in a few seconds."""

DECK_SUFFIXES = frozenset({".yaml", ".yml"})


def builtin_folder() -> Path:
    """Return the folder of the built-in decks: inside an installed wheel, or beside the package in a checkout."""
    package = Path(studycards.__file__).parent
    installed = package / "builtin_decks"
    return installed if installed.is_dir() else package.parent / "decks"


def deck_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the deck files that `paths` name: a file stands for itself, a folder for the decks anywhere below it.

    A file that is named twice is returned once.

    Raises:
        StudycardsError: a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if _is_deck(file, path))
        elif path.exists():
            files = [path]
        else:
            raise StudycardsError("study.no_such_path", path=str(path))
        for file in files:
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def read_source(file: Path) -> bytes:
    """Return what is in a deck file, and of a larger one just enough to see that it is too large.

    Raises:
        OSError: the file cannot be read.
    """
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _is_deck(file: Path, folder: Path) -> bool:
    """Tell a deck from other files; hidden folders and files, such as an editor's copies, are passed over."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix in DECK_SUFFIXES and not hidden and file.is_file()
