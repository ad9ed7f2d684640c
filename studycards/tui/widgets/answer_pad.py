"""The widget on which a pad is used: it paints the rows and turns keys and clicks into commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from studycards.tui.keys import key
from studycards.tui.pads import Command
from studycards.tui.text import Line, inline, plain
from studycards.tui.widgets.place import Place, PlaceMoved
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events

    from studycards.locale import Language
    from studycards.tui.pads import Pad, Row

MARKS = {True: plain("✓ ", "bold $success"), False: plain("✗ ", "bold $error"), None: plain("  ")}
"""What stands before a row after the answer."""


class AnswerPad(Sheet, can_focus=True):
    """The rows of a pad. After the answer each is marked as right or wrong, and no key does anything."""

    TOPIC = "pad"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "command('down')", "pad_down", sign="↑↓"),
        key("up,k", "command('up')", "pad_up", show=False),
        key("space", "command('tick')", "pad_tick"),
        key("space", "command('hold')", "pad_hold"),
        key("shift+down,J", "command('later')", "pad_later", sign="J K"),
        key("shift+up,K", "command('earlier')", "pad_earlier", show=False),
        key("backspace", "command('clear')", "pad_clear"),
    ]

    pad: reactive[Pad | None] = reactive(None, bindings=True)
    """The answer in the making."""

    def open(self, pad: Pad) -> None:
        """Take an answer on `pad`."""
        self.can_focus = True
        self._marks: tuple[bool | None, ...] = ()
        self.pad = pad
        self.repaint()
        # Scrolling to a tall pad would hide the question.
        self.focus(scroll_visible=False)

    def clear(self) -> None:
        """Make room for a question that is answered without a pad."""
        self.pad = None
        self.lines = ()

    def close(self, cells: tuple[bool, ...]) -> None:
        """Take no more keys, and mark what was right by the cells of the verdict."""
        assert self.pad is not None
        self.can_focus = False
        self._marks = self.pad.marks(cells)
        self.repaint()

    def repaint(self) -> None:
        """Paint the rows, after a key or a change of the language."""
        if self.pad is None:
            return
        marks = self._marks or (None,) * len(self.pad.rows)
        rows = [
            self._row(row, current=index == self.pad.cursor, mark=mark)
            for index, (row, mark) in enumerate(zip(self.pad.rows, marks, strict=True))
        ]
        offers = [_offer(row, self.language) for row in self.pad.offers]
        self.lines = (*rows, *([Line(Content(""))] if offers else []), *offers)

    def action_command(self, command: str) -> None:
        """Carry out a command on the pad."""
        if self.pad is not None:
            self._use(self.pad.command(Command(command)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those commands work that do something on this pad."""
        if action != "command":
            return True
        return self.pad is not None and self.can_focus and parameters[0] in self.pad.commands

    def on_key(self, event: events.Key) -> None:
        """Let a digit or letter that means a row do so, before it can mean anything else."""
        if self._press(event.character or ""):
            event.stop()

    def on_click(self, event: events.Click) -> None:
        """Let a click on a row do what its label does."""
        self._press(str(event.style.meta.get("label", "")))

    def _press(self, character: str) -> bool:
        pressed = self.pad.press(character) if self.pad is not None and self.can_focus else None
        if pressed is None:
            return False
        self._use(pressed)
        return True

    def _use(self, pad: Pad) -> None:
        self.pad = pad
        self.repaint()
        self.post_message(PlaceMoved())

    @property
    def place(self) -> Place | None:
        """Which rows should be seen: all of the one with the cursor."""
        if self.pad is None or not self.can_focus or self.pad.cursor < 0:
            return None
        heights = [len(line.rows(max(self.content_size.width, 1))) for line in self.lines[: self.pad.cursor + 1]]
        first = self.gutter.top + sum(heights[:-1])
        return Place(first, first + heights[-1] - 1, first)

    def _row(self, row: Row, *, current: bool, mark: bool | None) -> Line:
        current = current and self.can_focus
        body = inline(self.language.render(row.words), "bold" if current or row.chosen else "")
        if row.partner is not None:
            body = body + plain("  →  ", "$text-muted") + inline(self.language.render(row.partner))
        lead = (
            plain("▸ ", "bold $accent") if current else MARKS[mark],
            plain(row.label, "bold $accent" if self.can_focus else "$text-muted"),
            plain(f" {row.box} " if row.box else "  ", "$accent" if row.chosen else "$text-muted"),
        )
        return Line(body, Content("").join(lead)).meaning(label=row.label)


def _offer(row: Row, language: Language) -> Line:
    style = "$text-muted" if row.chosen else ""
    return Line(inline(language.render(row.words), style), plain(f"   {row.label}  ", "bold $accent")).meaning(
        label=row.label
    )
