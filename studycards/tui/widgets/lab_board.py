"""The picture of one layer at work: keys and clicks go from cell to cell, and window, kernel and sum follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message as Event
from textual.reactive import reactive

from studycards.tui.keys import key
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual import events

    from studycards.study.lab.picture import Picture
    from studycards.study.lab.plates import Plate
    from studycards.study.lab.stage import Stage


class LabBoard(Spoken, can_focus=True):
    """Paints the picture of a stage."""

    TOPIC = "lab_board"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("right", "move(0, 1)", "lab.cell_right", sign="←↑↓→"),
        key("left", "move(0, -1)", "lab.cell_left", show=False),
        key("down,j", "move(1, 0)", "lab.cell_down", show=False),
        key("up,k", "move(-1, 0)", "lab.cell_up", show=False),
        key("space", "step(1)", "lab.cell_next"),
        key("backspace", "step(-1)", "lab.cell_back", show=False),
        key("home,g", "first", "lab.cell_first", show=False),
        key("end,G", "last", "lab.cell_last", show=False),
        key("b", "turn(1)", "lab.turn"),
        key("B", "turn(-1)", "lab.turn_back", show=False),
        key("right_square_bracket,pagedown", "plane(1)", "lab.plane_next", sign="[ ]"),
        key("left_square_bracket,pageup", "plane(-1)", "lab.plane_back", show=False),
        key("greater_than_sign", "inner(1)", "lab.inner_next", sign="< >"),
        key("less_than_sign", "inner(-1)", "lab.inner_back", show=False),
        key("n", "layer(1)", "lab.layer_next", sign="p n"),
        key("p", "layer(-1)", "lab.layer_back", show=False),
        key("r", "redraw(1)", "lab.redraw"),
        key("R", "redraw(-1)", "lab.redraw_back", show=False),
        key("t,enter,shift+tab", "leave", "lab.to_table"),
    ]

    stage: reactive[Stage | None] = reactive(None, bindings=True)
    """What is looked at."""

    @dataclass
    class Changed(Event):
        """A key or a click led to another stage."""

    @dataclass
    class Redrawn(Event):
        """Other numbers are wanted: those of the seed that is `by` further."""

        by: int

    @dataclass
    class Left(Event):
        """A key led back to the table."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self._reach: tuple[Plate, ...] | None = None

    def reach(self) -> tuple[Plate, ...]:
        """Return how far the cell sees, traced once for each stage and only where there is room to show it."""
        if self._reach is None and self.stage is not None:
            from studycards.study.lab.reach import reach_of  # noqa: PLC0415 - as in `watch_stage`

            self._reach = reach_of(self.stage)
        return self._reach or ()

    def natural_width(self, *, with_reach: bool) -> int:
        """Return the cells that the picture takes where nothing is cut, and how far the cell sees below it."""
        if self.picture is None:
            return 0
        from studycards.study.lab.board import natural_width  # noqa: PLC0415 - as in `watch_stage`

        rows = [(*self.picture.sources, self.picture.result), *([self.reach()] if with_reach else [])]
        return max(natural_width(row, self.language) for row in rows)

    def watch_stage(self, stage: Stage | None) -> None:
        """Make the picture once for each stage, not for each painting."""
        self._reach = None
        if stage is None:
            self.picture = None
            return
        from studycards.study.lab.picture import picture_of  # noqa: PLC0415 - traces of all layers, 30 ms

        self.picture = picture_of(stage)
        self.post_message(self.Changed())

    def render(self) -> Content:
        """Lay out the picture for the present size."""
        if self.picture is None:
            return Content("")
        from studycards.tui.lab_board_lines import board_content  # noqa: PLC0415 - as in `watch_stage`

        return board_content(self.picture, self.reach, self.language, *self.content_size)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer other channels and directions only where there are any."""
        del parameters
        stage = self.stage
        if stage is None:
            return action == "leave"
        several = {
            "plane": any(size > 1 for size in stage.array.shape[:-2]),
            "inner": self.picture is not None and self.picture.inner > 1,
            "layer": len(stage.flow.layers) > 1,
            "turn": len(stage.flow.directions(stage.layer)) > 1,
        }
        return several.get(action, True)

    def action_move(self, down: int, right: int) -> None:
        """Go to a neighbouring cell."""
        self._go(self.stage and self.stage.moved(down, right))

    def action_step(self, by: int) -> None:
        """Go through all cells in the order of reading."""
        self._go(self.stage and self.stage.stepped(by))

    def action_first(self) -> None:
        """Go to the first cell."""
        self._go(self.stage and self.stage.at(0))

    def action_last(self) -> None:
        """Go to the last cell."""
        self._go(self.stage and self.stage.at(self.stage.count - 1))

    def action_turn(self, by: int) -> None:
        """Watch another array of the layer."""
        self._go(self.stage and self.stage.turned(by))

    def action_plane(self, by: int) -> None:
        """Show another channel of what is watched."""
        self._go(self.stage and self.stage.other_plane(by))

    def action_inner(self, by: int) -> None:
        """Show another of the channels that go into the cell."""
        if self.picture is not None:
            self._go(self.stage and self.stage.other_inner(by, self.picture.inner))

    def action_layer(self, by: int) -> None:
        """Watch another layer."""
        self._go(self.stage and self.stage.other_layer(by))

    def action_redraw(self, by: int) -> None:
        """Ask for other numbers."""
        self.post_message(self.Redrawn(by))

    def action_leave(self) -> None:
        """Go back to the table."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked."""
        place = event.style.meta.get("spot")
        if place is not None and self.stage is not None:
            row, column = place
            *_, here_row, here_column = (0, *self.stage.cell)
            self._go(self.stage.moved(row - here_row, column - here_column))

    def _go(self, stage: Stage | None) -> None:
        self.stage = stage
