"""The widget in which a tensor is filled in cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message as Event
from textual.reactive import reactive

from studycards.tui.bands import Band
from studycards.tui.keys import key
from studycards.tui.pads.grid import GridCommand, GridPad
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events

    from studycards.locale import Message
    from studycards.study.panels import Panel

_WITHIN_MATRIX = {GridCommand.NEXT_MATRIX, GridCommand.PREVIOUS_MATRIX}


class GridEditor(Sheet, can_focus=True):
    """Paints a grid and turns keys, clicks and what is pasted into changes of it. After the answer no key works."""

    TOPIC = "grid"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter,tab", "move('next')", "grid_next"),
        key("left", "move('left')", "grid_left", sign="←↑↓→"),
        key("right", "move('right')", "grid_right", show=False),
        key("up", "move('up')", "grid_up", show=False),
        key("down", "move('down')", "grid_down", show=False),
        key("shift+tab", "move('back')", "grid_back", show=False),
        key("home", "move('first')", "grid_first", show=False),
        key("end", "move('last')", "grid_last", show=False),
        key("right_square_bracket", "move('next_matrix')", "grid_next_matrix", sign="[ ]"),
        key("left_square_bracket", "move('previous_matrix')", "grid_previous_matrix", show=False),
        key("backspace", "move('erase')", "grid_erase", show=False),
        key("delete", "move('clear')", "grid_clear", show=False),
    ]

    pad: reactive[GridPad | None] = reactive(None, bindings=True)
    """The tensor in the making."""

    final: reactive[bool] = reactive(default=True, bindings=True)
    """Whether nothing follows this grid, so that Enter in its last cell hands the answer in."""

    @dataclass
    class Changed(Event):
        """A key, a click or a paste has led to another grid."""

        pad: GridPad

    @dataclass
    class Left(Event):
        """A key led out of the grid: forward behind its end, or back before its beginning."""

        forward: bool

    @dataclass
    class Refused(Event):
        """What was pasted does not fit."""

        reason: Message

    def open(self, pad: GridPad, *, final: bool) -> None:
        """Take keys for `pad`."""
        self.can_focus = True
        self.final = final
        self.pad = pad
        self.repaint()
        # Scrolling to a tall grid would hide the question.
        self.focus(scroll_visible=False)

    def close(self, panels: tuple[Panel, ...]) -> None:
        """Take no more keys, and show what became of the answer."""
        self.can_focus = False
        self.pad = None
        self.lines = (Band(panels, self.language),) if panels else ()

    def repaint(self) -> None:
        """Paint the grid, after a key or a change of the language."""
        if self.pad is not None:
            self.lines = (Band((self.pad.panel(self.language),), self.language),)

    @property
    def row_of_cursor(self) -> int:
        """The row of this widget on which the cursor stands."""
        band = next((line for line in self.lines if isinstance(line, Band)), None)
        return band.row_of_cursor(self.content_size.width) + self.gutter.top if band else 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to others the keys that lead nowhere here: Enter in the last cell hands the answer in."""
        if action != "move":
            return True
        if self.pad is None:
            return False
        if parameters[0] in _WITHIN_MATRIX:
            return self.pad.matrices > 1
        return not (self.final and parameters[0] == GridCommand.NEXT and self.pad.is_at_end)

    def action_move(self, command: str) -> None:
        """Carry out a command, or tell that it leads out of the grid."""
        if self.pad is None:
            return
        moved = self.pad.command(GridCommand(command))
        if moved is not None:
            self._use(moved)
        elif command in {GridCommand.NEXT, GridCommand.DOWN}:
            self.post_message(self.Left(forward=True))
        elif command in {GridCommand.BACK, GridCommand.UP}:
            self.post_message(self.Left(forward=False))

    def on_key(self, event: events.Key) -> None:
        """Let what a number is made of go into the cell, before it can mean anything else."""
        pressed = self.pad.press(event.character or "") if self.pad is not None else None
        if pressed is not None:
            event.stop()
            event.prevent_default()
            self._use(pressed)

    def on_paste(self, event: events.Paste) -> None:
        """Fill the grid with what was pasted."""
        event.stop()
        if self.pad is None:
            return
        pasted = self.pad.pasted(event.text, self.language)
        if isinstance(pasted, GridPad):
            self._use(pasted)
        else:
            self.post_message(self.Refused(pasted))

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked."""
        place = event.style.meta.get("place")
        if self.pad is not None and place is not None:
            self._use(self.pad.at(place))

    def _use(self, pad: GridPad) -> None:
        self.pad = pad
        self.repaint()
        self.post_message(self.Changed(pad))
