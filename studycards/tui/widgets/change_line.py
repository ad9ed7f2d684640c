"""The line on which a change of cards is said: what was done or is asked, and how far the change of many cards is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message as Event
from textual.widgets import Static
from textual.worker import get_current_worker

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.browse.browser import WRITING
from studycards.tui.text import plain
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.worker import Worker

    from studycards.locale import Message
    from studycards.study.browse.browser import Tell

    Change = Callable[[Tell | None], Message]

MANY = 2000
"""Cards whose change takes longer than a moment, 0.03 ms each, and so has a thread of its own."""


class _Stopped(Exception):  # noqa: N818 - tells the memory to stop, and reaches nobody
    """The learner broke off the change of many cards."""


class ChangeLine(Static, Spoken):
    """Carries out changes of cards, and says what became of them; before the first one, how far all cards are read."""

    @dataclass
    class Ended(Event):
        """A change has come to its end: it was done, broken off, or `fault` stood against it."""

        fault: StudycardsError | None

    def __init__(self) -> None:
        super().__init__(id="said", markup=False)
        self._changing: Worker[None] | None = None
        self._said: Message | None = None
        self._loading: Message | None = None
        self._asked: Callable[[], None] | None = None

    @property
    def is_changing(self) -> bool:
        """Whether many cards are being changed at this moment."""
        return self._changing is not None

    @property
    def is_asking(self) -> bool:
        """Whether a change waits for a yes; it never does without its question on the screen."""
        return self._asked is not None

    @property
    def can_stop(self) -> bool:
        """Whether a change can be broken off: not any more while it is being written."""
        return self.is_changing and (self._said is None or self._said.key != WRITING)

    def change(self, change: Change, cards: int) -> None:
        """Change cards; many of them in a thread, so that keys go on working and it can be broken off."""
        if cards > MANY:
            self._changing = self.run_worker(partial(self._change_many, change), thread=True, exit_on_error=False)
            self.refresh_bindings()
            return
        try:
            words = change(None)
        except StudycardsError as error:
            self._end(None, error)
        else:
            self._end(words)

    def stop(self) -> None:
        """Break off the change of many cards."""
        if self._changing is not None:
            self._changing.cancel()

    def say(self, words: Message | None) -> None:
        """Say what was done; with None, nothing but how far the cards are read. What was asked is asked no more."""
        self._put(words)

    def ask(self, words: Message, change: Change, cards: int) -> None:
        """Ask whether to change cards."""
        self._put(words, partial(self.change, change, cards))

    def confirm(self) -> None:
        """Do what was asked."""
        asked = self._asked
        self.say(None)
        if asked is not None:
            asked()

    def forget(self) -> None:
        """Say and ask no more what was before; a change under way goes on telling how far it is."""
        if not self.is_changing:
            self.say(None)

    def read_so_far(self, words: Message | None) -> None:
        """Say how far all cards are read, while there is nothing else to say; None once they are."""
        self._loading = words
        self.repaint()

    def repaint(self) -> None:
        """Say it in the language of this moment."""
        words = self._said or self._loading
        self.update(plain(self.language.render(words)) if words else "", layout=False)

    def _put(self, words: Message | None, asked: Callable[[], None] | None = None) -> None:
        self._said, self._asked = words, asked
        self.set_class(self.is_asking, "-asking")
        self.repaint()
        self.refresh_bindings()

    def _change_many(self, change: Change) -> None:
        """Change cards in a thread; all of them, or none where it is broken off."""
        worker = get_current_worker()

        def tell(words: Message) -> None:
            if worker.is_cancelled:
                raise _Stopped
            self.call_later(self.say, words)

        try:
            self.call_later(self._end, change(tell))
        except _Stopped:
            self.call_later(self._end, message("browse.stopped"))
        except StudycardsError as error:
            self.call_later(self._end, None, error)

    def _end(self, words: Message | None, fault: StudycardsError | None = None) -> None:
        """Say what was done."""
        self._changing = None
        self.say(words)
        self.post_message(self.Ended(fault))
