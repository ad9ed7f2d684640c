"""Where an answer is typed: on a line or into a grid, for one question or for each step of a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalGroup
from textual.message import Message as Event
from textual.widgets import Static

from studycards.study.graded import graded_panels
from studycards.tui.keys import key
from studycards.tui.pads.sheet import StepPad, sheet_pad
from studycards.tui.sheet_lines import answered_lines, step_line
from studycards.tui.widgets.answer_input import AnswerInput
from studycards.tui.widgets.grid_editor import GridEditor
from studycards.tui.widgets.place import Place
from studycards.tui.widgets.sheet import Sheet
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from studycards.locale import Message
    from studycards.questions import Question
    from studycards.study.view import SessionView
    from studycards.tui.pads.sheet import SheetPad


class AnswerSheet(VerticalGroup, Spoken):
    """Shows the line or the grid of the open step; nothing where nothing is typed.

    Of a sheet one step is open; those before and after it stand above and below, one line each.
    """

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter,tab,down", "step(1)", "step_next"),
        key("shift+tab,up", "step(-1)", "step_back", show=False),
        key("ctrl+s", "hand_in", "hand_in"),
        key("ctrl+o", "to_line", "to_line"),
        key("ctrl+o", "to_grid", "to_grid"),
    ]

    @dataclass
    class HandedIn(Event):
        """The answer is to be checked."""

    @dataclass
    class Complained(Event):
        """What was typed or pasted cannot go on like this; None takes the complaint back."""

        reason: Message | None

    def __init__(self) -> None:
        super().__init__()
        self._sheet: SheetPad | None = None

    def compose(self) -> ComposeResult:
        """Keep all ready: showing one of them costs no mounting."""
        yield Sheet(id="steps-before")
        with Horizontal(id="answer-row"):
            yield Static("›", id="prompt-sign", markup=False)
            yield AnswerInput(id="typed", select_on_focus=False)
        yield GridEditor()
        yield Sheet(id="below")
        yield Sheet(id="steps-after")

    @property
    def is_sheet(self) -> bool:
        """Whether there are several steps, whose verdict stands above them."""
        return self._sheet is not None and self._sheet.is_sheet

    @property
    def typed(self) -> str:
        """The answer so far, as it would be typed."""
        return self._sheet.typed if self._absorb() and self._sheet else ""

    @property
    def guide(self) -> Message | None:
        """Say in a few words how to answer the open question or step."""
        return self._sheet.step.guide if self._sheet else None

    def open(self, question: Question, typed: str = "") -> None:
        """Take an answer to `question`, or go on with what was `typed` before."""
        self._sheet = sheet_pad(question).filled(typed, self.language)
        self._open_step()

    def close(self, view: SessionView, *, headed: bool) -> None:
        """Show the answer as it was given, its parts marked by the verdict; `headed` puts that above the steps."""
        self._absorb()
        self._input.close()
        if self._sheet is not None and view.question is not None:
            self._show_graded(view, view.question, self._sheet, headed=headed)

    def clear(self) -> None:
        """Take nothing and show nothing."""
        self._sheet = None
        self.remove_class("-steps")
        self._input.close()
        self._row.display = False
        self._editor.close(())
        self._before.lines = self._after.lines = ()

    def repaint(self) -> None:
        """Paint grid and steps in the language of this moment."""
        self._editor.repaint()
        if self._sheet is not None and not self._is_closed:
            self._paint_steps(self._sheet)

    def objects(self) -> Message | None:
        """Say why not to hand the answer in yet, and open the step where to go on."""
        objection = self._sheet.objection if self._absorb() and self._sheet else None
        if objection is None or self._sheet is None:
            return None
        self._sheet = self._sheet.opened(objection.step).told()
        self._open_step()
        return objection.reason

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys of a sheet work on a sheet, and those of a grid where there is one."""
        sheet = self._sheet
        if sheet is None or self._is_closed:
            return action not in {"step", "hand_in", "to_line", "to_grid"}
        if action == "step":
            return 0 <= sheet.at + int(str(parameters[0])) < len(sheet.steps)
        if action == "hand_in":
            return sheet.is_sheet or sheet.step.open_grid is not None
        if action in {"to_line", "to_grid"}:
            return sheet.step.grid is not None and sheet.step.on_line == (action == "to_grid")
        return True

    def action_step(self, by: int) -> None:
        """Open the step after or before."""
        self._go(lambda sheet: sheet.moved(by))

    def action_hand_in(self) -> None:
        """Have the answer checked."""
        self.post_message(self.HandedIn())

    def action_to_line(self) -> None:
        """Go on typing on one line: the way to answer in another shape."""
        self._turn()

    def action_to_grid(self) -> None:
        """Go on cell by cell."""
        self._turn()

    def on_grid_editor_changed(self, event: GridEditor.Changed) -> None:
        """Keep the grid, and follow the cursor."""
        event.stop()
        if self._sheet is not None and self._sheet.step.grid != event.pad:
            self._sheet = self._sheet.with_step(replace(self._sheet.step, grid=event.pad))
            self.post_message(self.Complained(None))

    def on_grid_editor_left(self, event: GridEditor.Left) -> None:
        """Go on with the next step, or back to the one before."""
        event.stop()
        by = 1 if event.forward else -1
        if self.check_action("step", (by,)):
            self.action_step(by)

    def on_grid_editor_refused(self, event: GridEditor.Refused) -> None:
        """Say why what was pasted does not fit."""
        event.stop()
        self.post_message(self.Complained(event.reason))

    def on_click(self, event: events.Click) -> None:
        """Open the step that was clicked."""
        number = event.style.meta.get("step")
        if number is not None and not self._is_closed:
            self._go(lambda sheet: sheet.opened(int(number)))

    def _go(self, lead: Callable[[SheetPad], SheetPad]) -> None:
        """Open the step to which `lead` goes."""
        if self._absorb() and self._sheet is not None:
            self._sheet = lead(self._sheet)
            self._open_step()
            self.post_message(self.Complained(None))

    def _turn(self) -> None:
        """Go from the grid to the line or back, with what there is."""
        if not self._absorb() or self._sheet is None:
            return
        turned = self._sheet.step.turned(self.language)
        if isinstance(turned, StepPad):
            self._sheet = self._sheet.with_step(turned)
            self._open_step()
        self.post_message(self.Complained(None if isinstance(turned, StepPad) else turned))

    def _absorb(self) -> bool:
        """Take over what stands on the line; tell whether there is an answer in the making."""
        if self._sheet is not None and self._row.display:
            self._sheet = self._sheet.written(self._input.value)
        return self._sheet is not None

    def _open_step(self) -> None:
        """Give the open step its place and the focus."""
        assert self._sheet is not None
        sheet, step = self._sheet, self._sheet.step
        grid = step.open_grid
        self._row.display = grid is None
        if grid is None:
            self._editor.close(())
            self._input.open(step.line, final=sheet.is_last)
        else:
            self._input.close()
            self._editor.open(grid, final=sheet.is_last)
        self.set_class(sheet.is_sheet, "-steps")
        self._paint_steps(sheet)
        self.refresh_bindings()

    def _paint_steps(self, sheet: SheetPad) -> None:
        lines = [
            step_line(number, step, self.language, is_open=number == sheet.at)
            for number, step in enumerate(sheet.steps if sheet.is_sheet else ())
        ]
        self._before.lines = tuple(lines[: sheet.at + 1])
        self._after.lines = tuple(lines[sheet.at + 1 :])

    def _show_graded(self, view: SessionView, question: Question, sheet: SheetPad, *, headed: bool) -> None:
        """Put what became of the answer in the place where it was typed."""
        if sheet.is_sheet:
            self._row.display = False
            self._editor.close(())
            self._after.lines = ()
            self._before.lines = answered_lines(view, self.language, headed=headed)
        elif sheet.step.grid is not None:
            self._editor.close(graded_panels(question, view.reading, view.verdict, self.language))

    @property
    def place(self) -> Place | None:
        """Which rows should be seen: from the title of the open step to what is said below it."""
        if self._sheet is None or self._is_closed:
            return None
        place = (self._row if self._row.display else self._editor).virtual_region
        cursor = place.y if self._row.display else place.y + self._editor.row_of_cursor
        below = self.query_one("#below").virtual_region
        return Place(place.y - self._sheet.is_sheet, max(cursor, below.bottom - 1), cursor)

    @property
    def _is_closed(self) -> bool:
        return not (self._input.can_focus or self._editor.pad is not None)

    @property
    def _row(self) -> Horizontal:
        return self.query_one("#answer-row", Horizontal)

    @property
    def _input(self) -> AnswerInput:
        return self.query_one(AnswerInput)

    @property
    def _editor(self) -> GridEditor:
        return self.query_one(GridEditor)

    @property
    def _before(self) -> Sheet:
        return self.query_one("#steps-before", Sheet)

    @property
    def _after(self) -> Sheet:
        return self.query_one("#steps-after", Sheet)
