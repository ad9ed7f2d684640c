"""The registry of key bindings: nothing is left out, and what can meet is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studycards.tui.app import StudyApp
from studycards.tui.bindings import all_bindings, groups
from studycards.tui.keymap import split_keys
from studycards.tui.keymap_faults import screen_name
from studycards.tui.screens.help import HelpScreen
from studycards.tui.screens.study import StudyScreen
from studycards.tui.setting_rows import LABELS
from studycards.tui.widgets.answer_pad import AnswerPad

if TYPE_CHECKING:
    from studycards.tui.bindings import Bound


def test_every_binding_of_a_class_is_listed() -> None:
    for owner in (StudyApp, StudyScreen, AnswerPad, HelpScreen):
        declared = [binding.id for binding in owner.BINDINGS if isinstance(binding, Binding)]

        assert [bound.id for bound in all_bindings() if bound.owner is owner] == declared


def test_every_binding_has_an_id() -> None:
    for owner in {bound.owner for bound in all_bindings()}:
        assert all(isinstance(binding, Binding) and binding.id for binding in owner.BINDINGS)


def test_a_widget_meets_its_screen_and_the_app_but_no_other_screen() -> None:
    meeting = [{bound.id for bound in group.bindings} for group in groups() if group.screen == "StudyScreen"]

    assert any({"pad_tick", "explain", "line_down", "language"} <= ids for ids in meeting)
    assert not any("review_all" in ids for ids in meeting)


def test_every_screen_has_a_name() -> None:
    """A clash is told with it, and it heads the keys of the screen in the settings."""
    assert all(screen_name(group.screen) for group in groups())


def test_keys_are_split_into_long_names() -> None:
    assert split_keys("ctrl+z, ?, J,") == ("ctrl+z", "question_mark", "J")


def test_a_key_that_is_shown_as_one_of_a_pair_has_a_name_of_its_own_in_the_settings() -> None:
    pairs = {bound.id for bound in all_bindings() if is_half_of_a_pair(bound)}

    assert "list_down" in pairs
    assert pairs <= LABELS.keys()


def is_half_of_a_pair(bound: Bound) -> bool:
    declared = vars(bound.owner)["BINDINGS"]
    display = next(binding.key_display for binding in declared if binding.id == bound.id)
    return display is not None and len(display.replace(" ", "")) in {2, 4}
