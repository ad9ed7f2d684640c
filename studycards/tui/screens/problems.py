"""What is wrong in a deck of the learner's own, with the lines of its file."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from studycards.locale import message
from studycards.tui.screens.scroll_page import CLOSED_BY_ENTER, ScrollPage
from studycards.tui.text import Line, plain
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from textual.widget import Widget

    from studycards.decks.problems import Problem

BLANK = Line(plain(""))


class ProblemsScreen(ScrollPage):
    """Names the file and shows each problem at its place."""

    TOPIC = "problems"

    BINDINGS = [CLOSED_BY_ENTER]  # noqa: RUF012 - Textual's own way to declare them

    def __init__(self, file: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self._file = file
        self._problems = problems

    def parts(self) -> Iterable[Widget]:
        """Lay out one scrolling sheet."""
        with VerticalScroll(classes="frame", can_focus=False):
            yield Sheet(id="problems")

    def repaint(self) -> None:
        """Write the sheet in the language of this moment."""
        super().repaint()
        self.sheet.border_title = plain(self.say(message("tui.problems_title")))
        self.query_one("#problems", Sheet).lines = tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        yield Line(plain(str(self._file), "bold"))
        for problem in self._problems:
            yield BLANK
            yield from self._about(problem)
        yield BLANK
        again = message("tui.problems_then", path=quote(str(self._file)))
        yield Line(plain(self.say(again), "$text-muted"))

    def _about(self, problem: Problem) -> Iterator[Line]:
        where = message("tui.problem_line", line=str(problem.place.line), column=str(problem.place.column))
        place = ", ".join(filter(None, (self.say(where), problem.card, problem.field)))
        yield Line(plain(place, "bold"), plain("✗ ", "$error"))
        yield Line(plain(self.say(problem.reason)), plain("  "))
        yield Line(plain(problem.line.strip(), "$text-muted"), plain("  │ ", "$text-muted"))
