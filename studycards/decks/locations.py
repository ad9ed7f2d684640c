"""Where decks and exams are: those inside the program, those of the learner, those named on the command line."""

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

EXAMS = "exams"
"""The name of a folder whose files are blueprints of exams, not decks."""


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
    return tuple(file for file, folder in _files(paths) if not is_exam(file, folder))


def exam_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the blueprints of exams that `paths` name, files and folders as for `deck_files`.

    Raises:
        StudycardsError: a path does not exist.
    """
    return tuple(file for file, folder in _files(paths) if is_exam(file, folder))


def is_exam(file: Path, folder: Path) -> bool:
    """Tell a blueprint from a deck: there is a folder for them somewhere between `folder`, included, and the file."""
    return EXAMS in (folder.name, *file.relative_to(folder).parts[:-1])


def _files(paths: Iterable[Path]) -> tuple[tuple[Path, Path], ...]:
    """Return the YAML files that `paths` name, each once, with the folder it was looked for in."""
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        if path.is_dir():
            files = [(file, path) for file in sorted(path.rglob("*")) if _is_yaml(file, path)]
        elif path.exists():
            files = [(path, path.parent)]
        else:
            raise StudycardsError("study.no_such_path", path=str(path))
        for file, folder in files:
            found.setdefault(file.resolve(), (file, folder))
    return tuple(found.values())


def read_source(file: Path) -> bytes:
    """Return what is in a deck file, and of a larger one just enough to see that it is too large.

    Raises:
        OSError: the file cannot be read.
    """
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _is_yaml(file: Path, folder: Path) -> bool:
    """Tell decks and blueprints from other files; hidden ones, such as an editor's copies, are passed over."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix in DECK_SUFFIXES and not hidden and file.is_file()
