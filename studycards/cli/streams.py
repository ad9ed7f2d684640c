"""The standard streams as they may be found: closed, or in an encoding that has not all of our letters."""

from __future__ import annotations

import os
import re
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Controls, and marks that turn around the direction of a text; a terminal obeys them instead of showing them."""


class CleanStream:
    """A stream to which no typed answer, name of a file or deck can send what a terminal obeys.

    A dot stands for each such character.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text as it may be shown."""
        return self._stream.write(_OBEYED.sub("·", text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all else is the stream's
        return getattr(self._stream, name)


def prepare_streams() -> None:
    """Put the null device in place of closed streams, and let no foreign letter or byte stop or command a terminal."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            from pathlib import Path  # noqa: PLC0415 - 4 ms that hardly anyone needs to pay

            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open as long as we run
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
            if mode == "w":
                setattr(sys, name, CleanStream(stream))


def give_up_output() -> None:
    """Send the rest of the output nowhere; without this the interpreter complains once more when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
