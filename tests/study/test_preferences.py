"""The settings in force: the file, what an older version kept, the memory's limits and rules, and taking back."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from studycards.errors import StudycardsError
from studycards.memory import Answer, Limits, Memory, Moment, Rating
from studycards.study import Workspace
from studycards.study.settings.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studycards.locale.language import LanguageCode

MONDAY_NOON_MS = 1_767_000_000_000
"""2025-12-29 09:20 UTC, a Monday."""


def clock() -> Moment:
    return Moment(MONDAY_NOON_MS, 60)


class Learner:
    """A data folder with its log, and the settings as each start of the program finds them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.file = home / "settings.toml"
        self.memory = Memory.open(home / "reviews.db", clock)

    def start(self, terminal: LanguageCode = "pl", spoken: LanguageCode | None = None) -> Preferences:
        return Preferences(
            self.home,
            self.memory,
            lambda: Memory.open(self.home / "reviews.db", clock),
            terminal=terminal,
            spoken=spoken,
        )

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    @property
    def written(self) -> dict[str, object]:
        return tomllib.loads(self.file.read_text(encoding="utf-8"))


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    learner = Learner(tmp_path)
    yield learner
    learner.memory.close()


def test_without_a_file_the_defaults_hold_and_no_file_is_made(learner: Learner) -> None:
    preferences = learner.start(terminal="en")

    assert preferences.language.code == "en"
    assert preferences.current.new_per_day == 15
    assert not learner.file.exists()


def test_a_change_holds_at_once_and_at_the_next_start(learner: Learner) -> None:
    preferences = learner.start()
    preferences.change("theme", "ansi")
    preferences.change("exam_date", date(2027, 1, 31))

    assert preferences.current.theme == learner.start().current.theme == "ansi"
    assert learner.written == {"theme": "ansi", "exam_date": date(2027, 1, 31), "keys": {}}


def test_a_new_file_is_explained_in_the_language_of_the_learner(learner: Learner) -> None:
    learner.start(terminal="en").change("theme", "light")

    assert "# The day of the exam" in learner.file.read_text(encoding="utf-8")


def test_the_language_of_one_run_is_no_choice_until_it_is_changed(learner: Learner) -> None:
    preferences = learner.start(spoken="en")
    preferences.change("theme", "light")

    assert preferences.language.code == "en"
    assert learner.start().language.code == "pl"

    preferences.speak("en")

    assert learner.start().language.code == "en"


def test_the_decimal_mark_goes_with_the_language(learner: Learner) -> None:
    preferences = learner.start()
    preferences.change("decimal", "point")

    assert preferences.language.number(0.5) == "0.5"


def test_choices_of_an_older_version_hold_and_move_to_the_file_with_the_first_change(learner: Learner) -> None:
    learner.memory.set_setting("language", "en")
    learner.memory.set_setting("theme", "studycards-light")
    learner.memory.set_limits(Limits(new_per_day=40))
    preferences = learner.start()

    assert (preferences.language.code, preferences.current.theme, preferences.current.new_per_day) == (
        "en",
        "light",
        40,
    )

    preferences.change("layout", "HWC")

    assert learner.written == {
        "language": "en",
        "theme": "light",
        "layout": "HWC",
        "new_per_day": 40,
        "reviews_per_day": 200,
        "keys": {},
    }


def test_once_they_moved_a_line_taken_out_of_the_file_is_the_default_again(learner: Learner) -> None:
    learner.memory.set_setting("theme", "studycards-light")
    learner.start().change("new_per_day", 40)
    learner.write("")

    current = learner.start().current

    assert (current.theme, current.new_per_day) == ("dark", 15)
    assert learner.memory.limits == Limits()


def test_a_limit_of_the_file_that_is_taken_out_again_is_no_older_choice(learner: Learner) -> None:
    learner.write("new_per_day = 3")
    learner.start()
    limits = learner.memory.limits
    learner.write("")

    assert limits == Limits(new_per_day=3)
    assert learner.start().current.new_per_day == 15


def test_what_the_program_remembers_by_itself_is_no_setting(learner: Learner) -> None:
    learner.memory.set_setting("welcomed", "yes")
    learner.start().change("theme", "light")

    assert learner.memory.setting("welcomed") == "yes"
    assert "welcomed" not in learner.written


def test_a_rule_moves_the_due_days_when_it_is_asked_to(learner: Learner) -> None:
    answer(learner.memory, "a")
    before = learner.memory.state("a")
    preferences = learner.start()
    preferences.change("desired_retention", 0.97)

    assert preferences.rules_changed
    assert learner.memory.state("a") == before

    preferences.reschedule()
    after = learner.memory.state("a")

    assert not preferences.rules_changed
    assert before is not None
    assert after is not None
    assert after.due_day < before.due_day


def test_a_file_changed_by_hand_moves_the_due_days_at_the_next_start(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, clock, builtin=tmp_path):
        pass
    (tmp_path / "settings.toml").write_text("rollover_hour = 0", encoding="utf-8")
    with Workspace.open(tmp_path, clock, builtin=tmp_path) as workspace:
        assert not workspace.preferences.rules_changed
    with Memory.open(tmp_path / "reviews.db", clock) as memory:
        assert memory.setting("rollover_hour") == "0"


def test_the_work_of_a_rule_that_is_given_up_changes_no_due_day(learner: Learner) -> None:
    answer(learner.memory, "a")
    before = learner.memory.state("a")
    preferences = learner.start()
    preferences.change("desired_retention", 0.97)

    def give_up(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        preferences.reschedule(give_up)

    assert learner.memory.state("a") == before
    assert preferences.rules_changed


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda memory: answer(memory, "b"),
        lambda memory: answer(memory, "a"),
        lambda memory: memory.undo(),
        lambda memory: memory.reset(["a"]),
        lambda memory: memory.rename("a", "b"),
    ],
    ids=["an answer", "an answer to the same", "one taken back", "a reset", "a new name"],
)
def test_what_is_done_while_rules_change_is_scheduled_by_the_new_ones(
    learner: Learner, meanwhile: Callable[[Memory], object]
) -> None:
    """The schedule is what it would be if it were computed anew from the whole log."""
    answer(learner.memory, "a")
    preferences = learner.start()
    preferences.change("desired_retention", 0.97)

    def told(_done: int, _total: int) -> None:
        meanwhile(learner.memory)

    preferences.reschedule(told)
    scheduled = [learner.memory.state(prompt) for prompt in "ab"]
    learner.memory.rebuild()

    assert scheduled == [learner.memory.state(prompt) for prompt in "ab"]


def test_faulty_values_are_left_out_and_the_rules_in_force_stay(learner: Learner) -> None:
    learner.start().change("rollover_hour", 6)
    learner.start().reschedule()
    learner.write('theme = "lihgt"\nlayout = "HWC"\nrollover_hour = 99\n')

    preferences = learner.start()

    assert len(preferences.faults) == 2
    assert (preferences.current.theme, preferences.current.layout) == ("dark", "HWC")
    assert preferences.current.rollover_hour == 6
    assert not preferences.rules_changed


def test_a_file_that_is_no_toml_moves_no_limit(learner: Learner) -> None:
    learner.start().change("new_per_day", 40)
    learner.write("new_per_day = ")

    assert learner.start().current.new_per_day == 40
    assert learner.memory.limits.new_per_day == 40


def test_a_faulty_file_is_never_written(learner: Learner) -> None:
    faulty = "theme = light  # my favourite\n"
    learner.write(faulty)
    preferences = learner.start()

    with pytest.raises(StudycardsError, match="faulty"):
        preferences.change("layout", "HWC")
    with pytest.raises(StudycardsError, match="faulty"):
        preferences.speak("en")

    assert learner.file.read_text(encoding="utf-8") == faulty
    assert preferences.language.code == "en"


def test_once_it_is_mended_it_is_written_again(learner: Learner) -> None:
    learner.write("theme = light")
    preferences = learner.start()
    learner.write('theme = "light"\n')
    preferences.change("layout", "HWC")

    assert preferences.faults == ()
    assert learner.file.read_text(encoding="utf-8") == 'theme = "light"\nlayout = "HWC"\n'


def test_changes_are_taken_back_one_by_one(learner: Learner) -> None:
    learner.write('theme = "light"\n')
    preferences = learner.start()
    preferences.change("theme", "ansi")
    preferences.change("new_per_day", 3)
    preferences.bind("lab.next", "n")

    assert [preferences.undo() for _ in range(3)] == ["keys.lab.next", "new_per_day", "theme"]
    assert not preferences.undoable
    assert learner.written == {"theme": "light", "keys": {}}
    assert learner.memory.limits == Limits()


def test_two_programs_at_once_keep_each_others_changes(learner: Learner) -> None:
    one, other = learner.start(), learner.start()
    one.change("theme", "light")
    other.change("layout", "HWC")

    assert learner.start().current.theme == "light"
    assert learner.start().current.layout == "HWC"


WRITE = """
import sys
from pathlib import Path
from studycards.memory import Memory, Moment
from studycards.study.settings.preferences import Preferences
home = Path(sys.argv[1])
clock = lambda: Moment(1_767_000_000_000, 60)
with Memory.open(home / "reviews.db", clock) as memory:
    preferences = Preferences(home, memory, lambda: Memory.open(home / "reviews.db", clock), terminal="pl")
    for number in range(30):
        preferences.change(sys.argv[2], number)
        print(number, flush=True)
"""


def test_two_processes_that_write_and_one_that_is_killed_leave_a_sound_file(learner: Learner) -> None:
    """Whoever reads meanwhile, and whoever comes after a kill, finds a whole file."""
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITE, str(learner.home), name], stdout=subprocess.PIPE, text=True)
        for name in ("new_per_day", "reviews_per_day")
    ]
    killed, other = processes
    assert killed.stdout is not None
    while killed.stdout.readline() not in ("12\n", ""):
        if learner.file.exists():
            assert learner.start().faults == ()
    killed.kill()
    killed.communicate()
    other.communicate()

    assert other.returncode == 0
    assert learner.start().faults == ()
    assert learner.start().current.reviews_per_day in range(30)  # the killed one may have put back an earlier one


@pytest.mark.parametrize(
    ("exam", "left"),
    [(None, None), ("2025-12-28", None), ("2025-12-29", 0), ("2025-12-30", 1), ("2026-01-10", 12)],
)
def test_days_to_the_exam_are_counted_from_the_study_day(learner: Learner, exam: str | None, left: int | None) -> None:
    learner.write(f"exam_date = {exam}" if exam else "")

    assert learner.start().days_to_exam == left


def answer(memory: Memory, prompt: str) -> None:
    memory.record(
        Answer(
            prompt=prompt,
            rating=Rating.EASY,
            seed=1,
            typed="",
            verdict="right",
            score=1.0,
            mistakes=(),
            hints=0,
            duration_ms=1000,
        )
    )


DECK = """\
format: 1
id: shapes
title: Shapes
language: en
cards:
- id: shape
  type: computed
  question: The shape?
  network: "3x32x30 | conv1: conv2d(16, 5)"
  ask: output_shape of conv1
- id: named
  type: computed
  question: The shape (C×H×W)?
  network: "3x32x30 | conv1: conv2d(16, 5)"
  ask: output_shape of conv1
"""


@pytest.mark.parametrize(
    ("layout", "card", "right"),
    [("deck", "shape", "16x28x26"), ("HWC", "shape", "28x26x16"), ("HWC", "named", "16x28x26")],
)
def test_shapes_are_asked_in_the_order_that_the_learner_wants(
    tmp_path: Path, layout: str, card: str, right: str
) -> None:
    """A card whose own words name an order keeps it."""
    decks = tmp_path / "built-in"
    decks.mkdir()
    (decks / "shapes.yaml").write_text(DECK, encoding="utf-8")
    with Workspace.open(tmp_path, clock, builtin=decks) as workspace:
        workspace.preferences.change("layout", layout)
        session = workspace.quiz(keep=lambda one: one.id == card)
        view = session.submit(right)

    assert view.verdict is not None
    assert view.verdict.score == 1
