"""Where a question is answered: a line to type on, or a pad. It stays in its place from front to back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalGroup
from textual.widgets import Static

from studycards.tui.pads import pad_for
from studycards.tui.widgets.answer_input import AnswerInput
from studycards.tui.widgets.answer_pad import AnswerPad

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studycards.questions import Question


class AnswerArea(VerticalGroup):
    """Shows the line or the pad that a question asks for; neither where the answer is only recalled."""

    def compose(self) -> ComposeResult:
        """Keep both ready: showing one of them costs no mounting."""
        with Horizontal(id="answer-row"):
            yield Static("›", id="prompt-sign", markup=False)
            yield AnswerInput(id="typed", select_on_focus=False)
        yield AnswerPad()

    @property
    def has_pad(self) -> bool:
        """Whether the question is answered on a pad."""
        return self._pad.pad is not None

    @property
    def typed(self) -> str:
        """The answer so far, as it would be typed."""
        return self._pad.pad.typed if self._pad.pad is not None else self._input.value

    def open(self, question: Question) -> bool:
        """Take an answer to `question` from scratch; tell whether there is something here that took the focus."""
        pad = pad_for(question)
        self._row.display = pad is None and not question.self_graded
        if pad is not None:
            self._pad.open(pad)
        else:
            self._pad.clear()
        if self._row.display:
            self._input.open()
        return pad is not None or self._row.display

    def close(self, cells: tuple[bool, ...]) -> None:
        """Show the answer as it was given, its parts marked by the cells of the verdict."""
        self._input.close()
        if self.has_pad:
            self._pad.close(cells)

    def clear(self) -> None:
        """Take nothing and show nothing."""
        self._input.close()
        self._row.display = False
        self._pad.clear()

    def repaint(self) -> None:
        """Paint the pad in the language of this moment."""
        self._pad.repaint()

    @property
    def _row(self) -> Horizontal:
        return self.query_one("#answer-row", Horizontal)

    @property
    def _input(self) -> AnswerInput:
        return self.query_one(AnswerInput)

    @property
    def _pad(self) -> AnswerPad:
        return self.query_one(AnswerPad)
