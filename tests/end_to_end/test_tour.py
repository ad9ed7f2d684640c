"""The moving picture of the README: whole, small, and without anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

PICTURE = "tests/golden/screens/tour.svg"
ROOT = Path(__file__).parents[2]


def test_the_readme_shows_it() -> None:
    assert f"]({PICTURE})" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_is_well_formed_and_small_and_needs_nothing_from_elsewhere() -> None:
    source = (ROOT / PICTURE).read_bytes()
    frames = [group for group in ET.fromstring(source).iter() if group.get("class") == "frame"]

    assert len(frames) >= 10
    assert len(source) < 400_000
    assert re.findall(rb"(?:href|src)=|url\(|@import|@font-face|<script", source) == []


def test_every_frame_has_its_turn() -> None:
    source = (ROOT / PICTURE).read_text(encoding="utf-8")
    frames = set(re.findall(r'id="(frame-\d+)"', source))

    assert set(re.findall(r"#(frame-\d+) {animation", source)) == frames
