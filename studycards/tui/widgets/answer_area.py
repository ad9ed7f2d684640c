"""Where a question is answered: a pad, or a sheet to type on. It stays in its place from front to back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup

from studycards.tui.pads import pad_for
from studycards.tui.widgets.answer_pad import AnswerPad
from studycards.tui.widgets.answer_sheet import AnswerSheet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studycards.locale import Message
    from studycards.questions import Question
    from studycards.study.view import SessionView
    from studycards.tui.widgets.place import Place


class AnswerArea(VerticalGroup):
    """Shows the pad or the sheet that a question asks for; neither where the answer is only recalled."""

    def compose(self) -> ComposeResult:
        """Keep both ready: showing one of them costs no mounting."""
        yield AnswerPad()
        yield AnswerSheet()

    @property
    def has_pad(self) -> bool:
        """Whether the question is answered on a pad."""
        return self._pad.pad is not None

    @property
    def is_sheet(self) -> bool:
        """Whether there are several steps, whose verdict stands above them."""
        return self._sheet.is_sheet

    @property
    def typed(self) -> str:
        """The answer so far, as it would be typed."""
        return self._pad.pad.typed if self._pad.pad is not None else self._sheet.typed

    @property
    def guide(self) -> Message | None:
        """Say in a few words how to answer; None where the answer is only recalled."""
        return self._pad.pad.guide if self._pad.pad is not None else self._sheet.guide

    def open(self, question: Question, typed: str = "") -> bool:
        """Take an answer to `question`, or go on with what was `typed` before; tell whether this took the focus."""
        self.clear()
        pad = pad_for(question, typed)
        if pad is not None:
            self._pad.open(pad)
        elif not question.self_graded:
            self._sheet.open(question, typed)
        return pad is not None or not question.self_graded

    def objects(self) -> Message | None:
        """Say why not to hand the answer in yet."""
        return self._sheet.objects()

    def close(self, view: SessionView, *, headed: bool) -> None:
        """Show the answer as it was given, its parts marked by the verdict; `headed` puts that above the steps."""
        if self.has_pad:
            self._pad.close(view.verdict.cells if view.verdict else ())
        else:
            self._sheet.close(view, headed=headed)

    def clear(self) -> None:
        """Take nothing and show nothing."""
        self._sheet.clear()
        self._pad.clear()

    def repaint(self) -> None:
        """Paint everything in the language of this moment."""
        self._pad.repaint()
        self._sheet.repaint()

    @property
    def place(self) -> Place | None:
        """Which rows should be seen while an answer is filled in."""
        open_places = ((part.place, part.virtual_region.y) for part in (self._pad, self._sheet))
        return next((place.below(above) for place, above in open_places if place is not None), None)

    @property
    def _pad(self) -> AnswerPad:
        return self.query_one(AnswerPad)

    @property
    def _sheet(self) -> AnswerSheet:
        return self.query_one(AnswerSheet)
