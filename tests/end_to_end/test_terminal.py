"""The program as it is used: in a real terminal, with real keys, ended in every way a program can end."""

from __future__ import annotations

import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import StartInTerminal, Terminal
    from tests.end_to_end.conftest import Program

CTRL_C, CTRL_N, CTRL_Q, CTRL_Z, ENTER = "\x03", "\x0e", "\x11", "\x1a", "\r"

ERASES_LINE = "\r\x1b[K"
"""What a terminal is told to empty the line that the cursor is in."""

LEAVES_SCREEN = "\x1b[?1049l"
"""What a terminal is told to show its lines again as they were before the program."""


def test_kill_9_keeps_every_rated_card_and_changes_nothing_else(program: Program) -> None:
    screen = program.review()
    rate_first_card(screen)
    screen.press("11" + ENTER)
    screen.wait_for("Wrong")
    screen.end(signal.SIGKILL)

    assert program.new() == 2
    program.review().wait_for("What is 3 times 4?")


def test_undo_reaches_back_to_before_a_kill(program: Program) -> None:
    screen = program.review()
    rate_first_card(screen)
    screen.end(signal.SIGKILL)
    screen = program.review()
    screen.wait_for("What is 3 times 4?")
    screen.press(CTRL_Z)
    screen.wait_for("What does a convolution compute?")

    assert program.new() == 3


def test_quitting_leaves_the_terminal_as_it_was(program: Program) -> None:
    screen = program.review()
    before = screen.modes
    screen.wait_for("What does a convolution compute?")
    screen.press(CTRL_Q)

    assert screen.ended() == 0
    assert screen.modes == before


def test_ctrl_c_says_how_to_quit_instead_of_quitting(program: Program) -> None:
    screen = program.review()
    screen.wait_for("What does a convolution compute?")
    screen.press(CTRL_C)
    screen.wait_for("To leave, press Ctrl+Q.")
    screen.press(ENTER)
    screen.wait_for("A sum of products.")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str
)
def test_a_signal_leaves_the_terminal_as_it_was_and_tells_by_the_exit_code(
    program: Program, number: signal.Signals, code: int
) -> None:
    screen = program.review()
    before = screen.modes
    rate_first_card(screen)

    assert screen.end(number) == code
    assert screen.modes == before
    assert program.new() == 2


def test_a_stopped_program_lends_the_terminal_to_the_shell_and_comes_back(program: Program) -> None:
    screen = program.review()
    before = screen.modes
    screen.wait_for("What does a convolution compute?")
    studying = screen.modes
    screen.stop()
    assert screen.modes == before

    screen.process.send_signal(signal.SIGCONT)
    screen.wait_for("What does a convolution compute?")
    assert screen.modes == studying
    screen.press(CTRL_Q)
    assert screen.ended() == 0


def test_without_the_mouse_the_terminal_keeps_it(program: Program) -> None:
    """No mode of the mouse is switched on, so that text can be selected as in any terminal."""
    screen = program.review("--no-mouse")
    screen.wait_for("What does a convolution compute?")
    screen.press(CTRL_Q)

    assert screen.ended() == 0
    assert "\x1b[?1049h" in screen.everything
    assert "\x1b[?1003h" not in screen.everything


@pytest.mark.parametrize("controlling", [True, False])
def test_a_closed_terminal_ends_the_program(program: Program, *, controlling: bool) -> None:
    """Without a terminal of its session the program gets no signal, and has to notice by itself."""
    screen = program.review(controlling=controlling)
    rate_first_card(screen)
    screen.hang_up()

    assert screen.process.wait(timeout=120) == 129
    assert program.new() == 2


BROKEN = """
import sys
from studycards.__main__ import main
from studycards.tui.screens.study import StudyScreen

def skip(screen):
    answer = 3 * 4
    raise ZeroDivisionError("on purpose")

StudyScreen.action_skip = skip
sys.exit(main())
"""


def test_a_fault_leaves_the_terminal_as_it_was_and_gives_nothing_away(program: Program) -> None:
    screen = program.review(start=("-c", BROKEN))
    before = screen.modes
    rate_first_card(screen)
    screen.press("12" + CTRL_N)
    code = screen.ended()
    told = screen.drawn.partition(LEAVES_SCREEN)[2]

    assert code == 70
    assert screen.modes == before
    assert program.new() == 2
    report = program.home / "crash.txt"
    assert "a fault in the program (ZeroDivisionError). Every rating is kept" in told
    assert str(report) in told
    assert told.count("\n") == 1
    assert "in skip\nZeroDivisionError: on purpose" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "typed",
    [b"\xff12", b"\xb112", b"\xc5 12", b"\x1b[200~\xff12\x1b[201~"],
    ids=["never UTF-8", "Latin-2", "half", "pasted"],
)
def test_a_byte_that_is_not_utf_8_is_shown_as_one_that_cannot_be_read(program: Program, typed: bytes) -> None:
    """A terminal in another encoding, and a file that was pasted, send such bytes."""
    screen = program.review()
    before = screen.modes
    rate_first_card(screen)
    screen.send(typed)
    screen.wait_for("\ufffd")
    screen.press(CTRL_Q)

    assert screen.ended() == 0
    assert screen.modes == before


BROKEN_READER = """
import sys
from studycards.__main__ import main
from textual._xterm_parser import XTermParser

def feed(parser, data):
    if "%" in data:
        answer = 3 * 4
        raise ZeroDivisionError("on purpose")
    return kept(parser, data)

kept, XTermParser.feed = XTermParser.feed, feed
sys.exit(main())
"""


def test_a_fault_in_reading_what_is_typed_ends_like_any_other(program: Program) -> None:
    screen = program.review(start=("-c", BROKEN_READER))
    before = screen.modes
    rate_first_card(screen)
    screen.press("%")
    code = screen.ended()
    told = screen.drawn.partition(LEAVES_SCREEN)[2]

    assert code == 70
    assert screen.modes == before
    assert program.new() == 2
    assert "a fault in the program (ZeroDivisionError). Every rating is kept" in told
    assert told.count("\n") == 1
    assert "in feed\nZeroDivisionError: on purpose" in (program.home / "crash.txt").read_text(encoding="utf-8")


def test_a_redirected_error_stream_gives_plain_lines_and_no_blank_screen(program: Program) -> None:
    command = " ".join([*program.command("quiz", "--seed", "1", "-n", "1"), "2>/dev/null"])
    done = subprocess.run(["bash", "-c", command], input=":q\n", capture_output=True, text=True, check=True)

    assert "[1 of 1]" in done.stdout


IMPATIENT = """
import sys
from functools import partial
from studycards.__main__ import main
from studycards.cli import home

home.WaitingLine = partial(home.WaitingLine, patience_s=0)
sys.exit(main())
"""


def test_a_first_start_writes_over_its_own_line_and_leaves_only_the_answer(
    program: Program, terminal: StartInTerminal
) -> None:
    """What a terminal shows at the end is what stands behind the last command that empties the line."""
    screen = terminal(program.command("due", start=("-c", IMPATIENT)))

    assert screen.ended() == 0
    first = screen.everything.partition("\r\n")[0]
    assert f"{ERASES_LINE}Reading the decks: " in first
    assert first.rpartition(ERASES_LINE)[2].split() == ["due", "learning", "new", "cards", "deck"]
    assert "·" not in screen.everything


def rate_first_card(screen: Terminal) -> None:
    screen.wait_for("What does a convolution compute?")
    screen.press(ENTER)
    screen.wait_for("A sum of products.")
    screen.press("4")
    screen.wait_for("What is 3 times 4?")
