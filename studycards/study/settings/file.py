"""The settings file on the disk: read whole, replaced whole."""

from __future__ import annotations

from pathlib import Path

from studycards.errors import StudycardsError

_BYTE_ORDER_MARK = "\ufeff"


class SettingsFile:
    """The file at `path`, which need not be there."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> str | None:
        """Return its text; None where there is no file.

        Raises:
            StudycardsError: it cannot be read, or is not UTF-8.
        """
        try:
            return self.path.read_bytes().decode().removeprefix(_BYTE_ORDER_MARK)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._fault("settings.unreadable", error) from error
        except UnicodeDecodeError as error:
            raise StudycardsError("settings.not_utf8", file=str(self.path)) from error

    def write(self, text: str) -> None:
        """Put `text` in place of what it holds: whoever reads it, or starts after a crash, has the old or the new text.

        Of two programs that write in the same millisecond the later one stays; the file is sound either way.

        Raises:
            StudycardsError: it cannot be written; then it is as it was.
        """
        try:
            self._replace(text)
        except OSError as error:
            raise self._fault("settings.unwritable", error) from error

    def _replace(self, text: str) -> None:
        from os import fsync  # noqa: PLC0415 - only where something is changed
        from tempfile import NamedTemporaryFile  # noqa: PLC0415 - 4 ms

        # A link, to a folder of dotfiles perhaps, stays one.
        path = self.path.resolve()
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            new = Path(file.name)
            try:
                file.write(text)
                file.flush()
                fsync(file.fileno())
                if path.exists():
                    new.chmod(path.stat().st_mode)
                file.close()  # Windows replaces no open file
                new.replace(path)
            except BaseException:
                new.unlink(missing_ok=True)
                raise

    def _fault(self, key: str, error: OSError) -> StudycardsError:
        return StudycardsError(key, file=str(self.path), reason=error.strerror or "")
