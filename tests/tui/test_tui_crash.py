"""A fault in the app: it ends without drawing the values of its variables, and hands the exception on."""

from __future__ import annotations

import os
import pty
from typing import TYPE_CHECKING, NoReturn

import pytest

from studycards.tui.ending import is_hung_up
from studycards.tui.screens.study import StudyScreen

if TYPE_CHECKING:
    from tests.tui.conftest import OpenFace


async def test_an_unhandled_exception_is_kept_and_not_drawn(
    open_face: OpenFace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: StudyScreen) -> NoReturn:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(StudyScreen, "action_skip", broken)
    with pytest.raises(ZeroDivisionError) as raised:
        async with open_face("number") as face:
            await face.press("ctrl+n")

    assert face.app.fault is raised.value
    assert capsys.readouterr() == ("", "")


def test_a_closed_terminal_or_pipe_is_noticed() -> None:
    for ours, theirs in (pty.openpty(), os.pipe()[::-1]):
        assert not is_hung_up(theirs)

        os.close(ours)
        assert is_hung_up(theirs)
        os.close(theirs)
