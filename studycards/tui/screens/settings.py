"""The settings: one list, each change seen and kept at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.message import Message as Event
from textual.worker import get_current_worker

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.settings.entry import stepped, typed_value
from studycards.tui.keys import key
from studycards.tui.screens.faults import FaultsScreen
from studycards.tui.screens.side_page import SidePage
from studycards.tui.setting_faults import summary_of
from studycards.tui.setting_rows import key_rows, setting_rows
from studycards.tui.text import Line, plain
from studycards.tui.widgets.setting_list import SettingList
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from studycards.locale import Message
    from studycards.memory.settings import Rules
    from studycards.study.settings.preferences import Preferences
    from studycards.tui.setting_rows import BindingsByScreen
    from studycards.tui.widgets.row_list import RowList

RULES = "rules"
"""The workers that let the due dates follow from the rules: one at a time."""

PROGRESS = "$accent"
"""The colour of what goes on as it should."""


class _GivenUp(Exception):  # noqa: N818 - tells the memory to stop, and reaches nobody
    """Other rules were chosen before the due dates followed from the last ones."""


class SettingsScreen(SidePage):
    """The settings with a cursor; the line above explains the one at the cursor."""

    CSS_PATH = "settings.tcss"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("u,ctrl+z", "undo", "settings.undo"),
        key("f", "show_faults", "settings.faults"),
    ]

    @dataclass
    class Counted(Event):
        """So many answers have been scheduled anew, of so many."""

        done: int
        total: int

    @dataclass
    class Rescheduled(Event):
        """All due dates follow from the new rules, or something stood against it."""

        fault: StudycardsError | None = None

    def __init__(self) -> None:
        super().__init__()
        self._bindings_known: BindingsByScreen = {}
        self._faults_of_keys: tuple[Message, ...] = ()
        self._notice: Message | None = None
        self._notice_style = ""
        self._aim: Rules | None = None

    def parts(self) -> Iterable[Widget]:
        """Lay out the sentence and the list."""
        yield Sheet(id="about")
        with Vertical(classes="frame", id="settings"), VerticalScroll(can_focus=False):
            yield SettingList()

    def on_mount(self) -> None:
        """List the settings as the file has them now; the keys come once all screens are imported, in half a second."""
        self._keep(self.preferences.reload)
        self._sum_up_faults()
        self._list.focus()
        self.run_worker(self._know_bindings, thread=True, exit_on_error=False)

    def repaint(self) -> None:
        """Paint all words and values again."""
        super().repaint()
        frame = self.query_one("#settings")
        frame.border_title = plain(self.say(message("settings.title")))
        frame.border_subtitle = plain(str(self.preferences.path))
        keys = key_rows(self._bindings_known, self.study_app.keymap, self.language)
        self._list.rows = (*setting_rows(self.preferences.current), *keys)[1:]
        self._list.refresh(layout=True)
        self._paint_about()

    @property
    def preferences(self) -> Preferences:
        """The settings in force."""
        return self.workspace.preferences

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take back only what was changed, and to show faults where there are any."""
        del parameters
        if action == "show_faults":
            return bool(self.preferences.faults or self._faults_of_keys)
        return self.preferences.undoable if action == "undo" else True

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        """Explain the setting at the cursor."""
        self._notice = None
        self._paint_about()
        self.refresh_bindings()

    def on_row_list_chosen(self) -> None:
        """Do what Enter does with a row that is clicked once more."""
        self._list.action_edit()

    def on_setting_list_stepped(self, event: SettingList.Stepped) -> None:
        """Take the next value, or the one before."""
        value = getattr(self.preferences.current, event.name)
        self._change(event.name, stepped(event.name, value, event.by, self.preferences.today))

    def on_setting_list_typed(self, event: SettingList.Typed) -> None:
        """Take what was typed; nothing is the default."""
        try:
            value = typed_value(event.name, event.text) if event.text else None
        except StudycardsError as error:
            self._tell(message(error.key, **error.values))
        else:
            self._change(event.name, value)

    def on_setting_list_caught(self, event: SettingList.Caught) -> None:
        """Give a binding the key that was pressed, unless it is taken; or its own keys again."""
        from studycards.tui.keymap_faults import clash_of  # noqa: PLC0415 - every screen

        clash = event.key and clash_of(event.binding, (event.key,), self.study_app.keymap, self.language)
        if clash:
            self._tell(clash)
        else:
            self._keep(partial(self.preferences.bind, event.binding, event.key))

    def action_undo(self) -> None:
        """Take back the last change."""
        self._keep(self.preferences.undo)

    def action_show_faults(self) -> None:
        """Show each fault of the file."""
        self.study_app.open_page(FaultsScreen(self._faults_of_keys))

    def on_settings_screen_counted(self, event: Counted) -> None:
        """Tell how far the new due dates are."""
        self._tell(message("settings.rescheduling", number=event.done, count=event.total), PROGRESS)

    def on_settings_screen_rescheduled(self, event: Rescheduled) -> None:
        """Tell that the due dates are new; unless other rules were chosen in the meantime."""
        self._aim = None
        if event.fault is not None:
            self._tell(message(event.fault.key, **event.fault.values))
        else:
            self._tell(message("settings.rescheduled"), PROGRESS)
            self._follow_rules()

    def _change(self, name: str, value: object) -> None:
        self._keep(partial(self.preferences.change, name, value))

    def _keep(self, change: Callable[[], object]) -> None:
        """Change the settings and show it everywhere; what cannot be kept has not changed."""
        self._notice = None
        try:
            change()
        except StudycardsError as error:
            self._tell(message(error.key, **error.values))
        self.study_app.follow_settings()
        self.refresh_bindings()
        self._follow_rules()

    def _follow_rules(self) -> None:
        """Begin to schedule by rules that have changed; what was begun by others ends."""
        aim = self.preferences.rules if self.preferences.rules_changed else None
        if aim == self._aim:
            return
        self._aim = aim
        # Of the app: the work goes on when this screen is closed.
        if aim is None:
            self.app.workers.cancel_group(self.app, RULES)
        else:
            self._tell(message("settings.rescheduling_begins"), PROGRESS)
            self.app.run_worker(self._reschedule, thread=True, group=RULES, exclusive=True, exit_on_error=False)

    def _reschedule(self) -> None:
        """Let the due dates follow from the rules, in a thread; it ends early once other rules are chosen."""
        worker = get_current_worker()

        def told(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _GivenUp
            self.post_message(self.Counted(done, total))

        try:
            self.preferences.reschedule(told)
        except StudycardsError as error:
            self.post_message(self.Rescheduled(error))
        else:
            self.post_message(self.Rescheduled())

    def _know_bindings(self) -> None:
        from studycards.tui.bindings import bindings_by_screen  # noqa: PLC0415 - every screen
        from studycards.tui.keymap_faults import keymap_faults  # noqa: PLC0415 - as above

        self._bindings_known = bindings_by_screen()
        self._faults_of_keys = keymap_faults(self.study_app.keymap, self.language)
        self.app.call_from_thread(self._show_bindings)

    def _show_bindings(self) -> None:
        self.repaint()
        self.refresh_bindings()
        if self._faults_of_keys:
            self._sum_up_faults()

    def _sum_up_faults(self) -> None:
        """Tell the only fault of the file, or how many there are."""
        if summary := summary_of(self.preferences.faults, self._faults_of_keys):
            self._tell(summary)

    def _tell(self, words: Message, style: str = "$warning") -> None:
        self._notice, self._notice_style = words, style
        self._paint_about()

    def _paint_about(self) -> None:
        """Say what went wrong or goes on; else explain the row at the cursor."""
        words = self._notice or self._about
        style = "bold" if self._notice is None else f"bold {self._notice_style}"
        self.query_one("#about", Sheet).lines = () if words is None else (Line(plain(self.say(words), style)),)

    @property
    def _about(self) -> Message | None:
        """What the row at the cursor is about, or what is waited for."""
        if self._list.catching:
            return message("settings.press_new_key")
        return self._list.row.about if self._list.row else None

    @property
    def _list(self) -> SettingList:
        return self.query_one(SettingList)
