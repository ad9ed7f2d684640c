"""Golden frames: what stands on the screen, as text.

After a wanted change: `STUDYCARDS_WRITE_FRAMES=1 pytest` of the file that checks the frame, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

FRAMES = Path(__file__).parent / "frames"

LOW, USUAL, LARGE = (40, 12), (80, 24), (140, 45)


def check(name: str, *frames: str) -> None:
    """Compare frames with the golden file, or write it when asked to."""
    path = FRAMES / f"{name}.txt"
    text = f"\n{'=' * 20}\n".join(frame.rstrip("\n") for frame in frames) + "\n"
    if os.environ.get("STUDYCARDS_WRITE_FRAMES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")
