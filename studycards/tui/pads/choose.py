"""Choosing one option or several, true or false among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from studycards.locale import message
from studycards.tui.pads.pad import LETTERS, Command, Pad, Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.locale import Message, Text
    from studycards.questions import Question
    from studycards.questions.kinds.choice import ChoiceQuestion
    from studycards.questions.question import ReadValue


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePad(Pad):
    """Options to choose from. `keys` maps a character to an option, `codes` holds what is typed for each.

    One answer: the cursor is the choice, and nothing is chosen at first. Several: each row has a box to tick.
    """

    options: tuple[Text | Message, ...]
    codes: tuple[str, ...]
    keys: Mapping[str, int]
    guide_words: Message
    multiple: bool = False
    ticked: frozenset[int] = frozenset()

    @property
    def commands(self) -> frozenset[Command]:
        """Up and down; ticking where several may be ticked."""
        return frozenset({Command.UP, Command.DOWN, *({Command.TICK} if self.multiple else ())})

    @property
    def chosen(self) -> frozenset[int]:
        """Indices of the options chosen so far."""
        if self.multiple:
            return self.ticked
        return frozenset({self.cursor} - {-1})

    @property
    def rows(self) -> tuple[Row, ...]:
        """The options with a circle, or with a box where several may be ticked."""
        empty, full = ("□", "■") if self.multiple else ("○", "●")
        return tuple(
            Row(self._label(index), words, full if index in self.chosen else empty, chosen=index in self.chosen)
            for index, words in enumerate(self.options)
        )

    @property
    def typed(self) -> str:
        """The chosen codes."""
        return " ".join(self.codes[index] for index in sorted(self.chosen))

    def marks(self, cells: tuple[bool, ...]) -> tuple[bool | None, ...]:
        """Mark every right option and those chosen wrongly; a cell says whether choosing or leaving it was right."""
        chosen = (index in self.chosen for index in range(len(cells)))
        return tuple(
            True if cell == tick else False if tick else None for cell, tick in zip(cells, chosen, strict=True)
        )

    @property
    def guide(self) -> Message:
        """Say how to choose."""
        return self.guide_words

    def holding(self, value: ReadValue) -> Self:
        """Choose the options of a choice, or the side of a claim."""
        if isinstance(value, bool):
            return replace(self, cursor=0 if value else 1)
        assert isinstance(value, frozenset)
        return replace(self, ticked=value) if self.multiple else replace(self, cursor=min(value))

    def command(self, command: Command) -> Self:
        """Move, or tick the row at the cursor."""
        if command is Command.TICK:
            return self._ticked(self.cursor)
        return self._moved(-1 if command is Command.UP else 1)

    def press(self, character: str) -> Self | None:
        """Choose the option, or turn its tick."""
        index = self.keys.get(character)
        if index is None:
            return None
        return self._ticked(index) if self.multiple else replace(self, cursor=index)

    def _label(self, index: int) -> str:
        return next(character for character, meant in self.keys.items() if meant == index)

    def _ticked(self, index: int) -> Self:
        return replace(self, cursor=index, ticked=self.ticked ^ {index})


def choice_pad(question: ChoiceQuestion) -> ChoosePad:
    """Return the pad of a choice question."""
    return choices(question.options, multiple=question.multiple)


def true_false_pad(_question: Question) -> ChoosePad:
    """Return the pad of a claim, which is the same for all."""
    return true_or_false()


def choices(options: tuple[Text, ...], *, multiple: bool) -> ChoosePad:
    """Return the pad for these options; digits and letters both mean one."""
    count = len(options)
    digits = tuple(str(number) for number in range(1, count + 1))
    keys = {**dict(zip(digits, range(count), strict=True)), **dict(zip(LETTERS, range(count), strict=False))}
    return ChoosePad(
        options=options,
        codes=digits,
        keys=keys,
        guide_words=message("tui.guide_tick" if multiple else "tui.guide_choose"),
        multiple=multiple,
        cursor=0 if multiple else -1,
    )


def true_or_false() -> ChoosePad:
    """Return the pad of a claim; the first letters of both languages mean the same wherever they are pressed."""
    return ChoosePad(
        options=(message("tui.true"), message("tui.false")),
        codes=("t", "f"),
        guide_words=message("tui.guide_judge"),
        keys={"1": 0, "2": 1, "p": 0, "t": 0, "f": 1, "n": 1},
        cursor=-1,
    )
