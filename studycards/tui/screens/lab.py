"""The Lab: a network is typed, its table follows each key, and any layer can be watched at work cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.lab.sketch import Draft
from studycards.study.lab.start import EXAMPLE, LabStart
from studycards.tui.keys import key
from studycards.tui.lab_frames import layers_subtitle, layers_title, stage_subtitle, stage_title
from studycards.tui.screens.side_page import SidePage
from studycards.tui.text import Line, plain
from studycards.tui.widgets.lab_board import LabBoard
from studycards.tui.widgets.lab_line import LabLine
from studycards.tui.widgets.lab_table import LabTable
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget
    from textual.widgets import Input

    from studycards.locale import Message
    from studycards.study.lab.stage import Stage

TALL, LOW = "-tall", "-low"
"""The classes of a screen with room for table and picture, and of one with room for neither beside the other."""

STAGE = "-stage"
"""The class of the screen while a layer is watched."""

USUAL_WIDTH = 92
"""Cells that a picture has in the usual column."""

BROAD = "-broad"
"""The class of the screen while a picture needs more than the usual width."""


class LabScreen(SidePage):
    """Paints what is typed, and forwards keys.

    Args:
        start: the network and the numbers of a question; without it the network that was typed last, or an example.
    """

    CSS_PATH = "lab.tcss"

    AUTO_FOCUS = ""

    BINDINGS = [key("e", "edit", "lab.edit")]  # noqa: RUF012 - Textual's own way to declare them

    def __init__(self, start: LabStart | None = None) -> None:
        super().__init__()
        self._given = start
        self._start = start or LabStart()
        self._draft = Draft()
        self._seed = 0
        self._refusal: Message | None = None
        self._tall = False

    def parts(self) -> Iterable[Widget]:
        """Lay out the line above the table, and the place of the picture."""
        with Vertical(id="lab", classes="frame"):
            with Horizontal(id="lab-entry"):
                yield Static("›", id="lab-prompt", markup=False)
                yield LabLine()
            yield Sheet(id="lab-fault")
        with Vertical(id="lab-layers", classes="frame"):
            yield LabTable()
        with Vertical(id="lab-stage", classes="frame"):
            yield LabBoard()

    def on_mount(self) -> None:
        """Show the network of the question at work; else the one that was typed last, or the example."""
        if self._given is None:
            self._start = LabStart(self.study_app.lab_network or EXAMPLE)
        line = self.query_one(LabLine)
        with self.prevent(LabLine.Changed):
            line.value = self._start.notation
        self._draft = self._draft.typed(line.value)
        self.set_focus(self.query_one(LabTable))
        self._paint_draft()
        if self._start.run is not None:
            self._open_stage()
        else:
            self.call_after_refresh(self._fill_room)

    def repaint(self) -> None:
        """Paint the words of this moment."""
        super().repaint()
        self.query_one("#lab").border_title = plain(self.say(message("lab.title")))
        self._paint_draft()
        self._paint_stage()

    def on_resize(self) -> None:
        """Fit what is shown to the new size."""
        self.call_after_refresh(self._fit)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the table follow what is typed."""
        self._draft = self._draft.typed(event.value)
        self._refusal = None
        self._paint_draft()
        if self._draft.fault is None:
            self.study_app.lab_network = event.value
            self._follow()

    def on_lab_line_left(self) -> None:
        """Go down to what is below the line."""
        self.set_focus(self.query_one(LabBoard if self.has_class(STAGE) else LabTable))

    def on_lab_table_left(self) -> None:
        """Go up to the line."""
        self.action_edit()

    def on_lab_table_moved(self) -> None:
        """Take back what was refused of another layer; where a picture stands below the table, let it follow."""
        if self._refusal is not None:
            self._refusal = None
            self._paint_draft()
        board, table = self.query_one(LabBoard), self.query_one(LabTable)
        if board.stage is not None and table.has_focus:
            board.stage = board.stage.at_layer(table.cursor)
        self._paint_frames()

    def on_lab_table_chosen(self) -> None:
        """Watch the layer under the cursor, from where it stands if it is shown already."""
        board, cursor = self.query_one(LabBoard), self.query_one(LabTable).cursor
        if board.stage is not None and board.stage.number == cursor:
            self.set_focus(board)
        else:
            self._open_stage(cursor)

    def on_lab_board_changed(self) -> None:
        """Say what is watched now; the table follows."""
        self._paint_stage()
        stage = self.query_one(LabBoard).stage
        if stage is not None:
            self.query_one(LabTable).cursor = stage.number

    def on_lab_board_redrawn(self, event: LabBoard.Redrawn) -> None:
        """Send other numbers through the network."""
        board, seed = self.query_one(LabBoard), max(self._seed + event.by, 0)
        if board.stage is None or seed == self._seed:
            return
        from studycards.study.lab.opening import flow_of  # noqa: PLC0415 - as in `_stage`

        self._seed = seed
        board.stage = board.stage.in_flow(flow_of(board.stage.flow.run.network, self._start, seed))

    def on_lab_board_left(self) -> None:
        """Go back to the table."""
        if not self.has_class(TALL):
            self._close_stage()
        self.set_focus(self.query_one(LabTable))

    def action_close(self) -> None:
        """Go back to the table a picture was opened from; else to the screen below."""
        if isinstance(self.focused, LabBoard) and self._start.run is None:
            self.on_lab_board_left()
        else:
            super().action_close()

    def action_edit(self) -> None:
        """Type on the line; a picture follows each key, where there is room for both."""
        if self.has_class(LOW):
            self._close_stage()
        self.set_focus(self.query_one(LabLine))

    def _fill_room(self) -> None:
        """Show a small network at work at once, where there is room below its table."""
        sketch = self._draft.sketch
        if self.has_class(TALL) and sketch is not None and sketch.is_small:
            self._open_stage(self.query_one(LabTable).cursor, watch=False)

    def _fit(self) -> None:
        """Give the table back to whoever was in it when the room for both went away."""
        tall = self.has_class(TALL)
        if self._tall and not tall and not isinstance(self.focused, LabBoard | LabLine):
            self._close_stage()
            self.set_focus(self.query_one(LabTable))
        self._tall = tall
        self._paint_stage()

    def _open_stage(self, layer: int | None = None, *, watch: bool = True) -> None:
        """Show a layer at work, or what the question asks, and `watch` it; say why where that is too much."""
        try:
            stage = self._stage(layer)
        except StudycardsError as error:
            self._refusal = message(error.key, **error.values)
            self._paint_draft()
            return
        if stage is not None:
            self.add_class(STAGE)
            board = self.query_one(LabBoard)
            board.stage = stage
            if watch:
                self.set_focus(board)

    def _stage(self, layer: int | None) -> Stage | None:
        sketch = self._draft.sketch
        if sketch is None or not sketch.network.nodes:
            return None
        from studycards.study.lab.opening import flow_of, opening  # noqa: PLC0415 - NumPy, 75 ms; a table needs none
        from studycards.study.lab.stage import Stage  # noqa: PLC0415 - as above

        flow = flow_of(sketch.network, self._start, self._seed)
        return opening(flow, self._start.ask) if layer is None else Stage.of(flow, flow.layers[layer])

    def _follow(self) -> None:
        """Watch the same layer of the network that is typed now, as long as it is a small one."""
        board, sketch = self.query_one(LabBoard), self._draft.sketch
        if board.stage is None or sketch is None:
            self._fill_room()
            return
        if not sketch.is_small:
            self._close_stage()
            return
        from studycards.study.lab.opening import flow_of  # noqa: PLC0415 - as in `_stage`

        try:
            board.stage = board.stage.in_flow(flow_of(sketch.network, self._start, self._seed))
        except StudycardsError:
            self._close_stage()

    def _close_stage(self) -> None:
        self.remove_class(STAGE, BROAD)
        self.query_one(LabBoard).stage = None

    def _paint_draft(self) -> None:
        """Paint the table, and above it what is to be said: what is wrong, what was refused, what the table lacks."""
        fault, sketch = self._draft.fault, self._draft.sketch
        self.query_one(LabLine).show_fault(fault)
        reason = fault.reason if fault else self._refusal or (sketch and sketch.no_fields)
        self.query_one("#lab-fault", Sheet).lines = (Line(plain(self.say(reason))),) if reason else ()
        self.query_one(LabTable).show(self._draft)
        self._paint_frames()

    def _paint_stage(self) -> None:
        board = self.query_one(LabBoard)
        board.refresh()
        self.set_class(board.natural_width(with_reach=self.has_class(TALL)) > USUAL_WIDTH, BROAD)
        self._paint_frames()

    def _paint_frames(self) -> None:
        """Put the totals, and what is watched, into the frames."""
        layers, frame, board = self.query_one("#lab-layers"), self.query_one("#lab-stage"), self.query_one(LabBoard)
        layers.border_title = layers_title(self._draft, self.query_one(LabTable).cursor, self.language)
        layers.border_subtitle = layers_subtitle(self._draft, self.language, self.size.width)
        if board.stage is not None and board.picture is not None:
            frame.border_title = stage_title(board.stage)
            frame.border_subtitle = stage_subtitle(board.stage, board.picture, self.language, self.size.width)
