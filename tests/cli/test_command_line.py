"""The real command line in a pipe: what it prints, what it returns, what it keeps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from studycards.cli.arguments import parse
from studycards.locale import Language

if TYPE_CHECKING:
    from pathlib import Path

    from studycards.locale.language import LanguageCode
    from tests.cli.conftest import Program

DECK = """\
format: 1
id: mixed
title: {pl: Różne karty, en: Mixed cards}
cards:
- id: m-recall
  question: {pl: Co liczy splot?, en: What does a convolution compute?}
  answer: {pl: "**Sumę** iloczynów.", en: "A **sum** of products."}
- id: m-size
  type: computed
  question: {pl: "Kształt wyjścia?", en: "Output shape?"}
  network: "3x32x32 | conv1: conv2d(16, 5, padding=2)"
  ask: output_shape
- id: m-number
  type: number
  tags: [sums]
  question: {pl: "Ile to 3 razy 4?", en: "What is 3 times 4?"}
  answer: 12
  hint: {pl: Dodaj trzy razy cztery., en: Add four three times.}
- id: m-choice
  type: choice
  shuffle: false
  question: {pl: "Które?", en: "Which one?"}
  options:
  - right: {pl: To, en: This}
  - wrong: {pl: Tamto, en: That}
    why: {pl: "Tamto jest dalej.", en: "That is farther."}
"""


@pytest.fixture
def deck(tmp_path: Path) -> str:
    path = tmp_path / "mixed.yaml"
    path.write_text(DECK, encoding="utf-8")
    return str(path)


def due(program: Program, deck: str) -> dict[str, Any]:
    listed: dict[str, Any] = json.loads(program("due", deck, "--json").stdout)
    counts: dict[str, Any] = listed["total"]
    return counts


def test_a_whole_review_in_a_pipe(program: Program, deck: str) -> None:
    done = program("review", deck, typed="\n3\n16x32x32\n\n?\n12\n4\na\n\n")

    assert done.returncode == 0, done.stderr
    assert "What does a convolution compute?" in done.stdout
    assert "A sum of products." in done.stdout, "the marks of bold are not printed"
    assert "Hint: Add four three times." in done.stdout
    assert "4 answers" in done.stdout
    assert due(program, deck)["new"] == 0


def test_what_was_rated_before_the_input_ended_is_kept_and_nothing_else(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n16x32x32\n")

    assert due(program, deck) == {"due": 0, "learning": 0, "new": 3}


def test_quitting_and_coming_back_goes_on_where_it_was(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n:q\n")
    done = program("review", deck, typed=":q\n")

    assert "What does a convolution compute?" not in done.stdout
    assert "Output shape?" in done.stdout


def test_a_card_that_is_recalled_names_the_key_that_shows_its_answer(program: Program, deck: str) -> None:
    english = program("review", "--plain", deck, typed="\n").stdout
    polish = program("quiz", "--plain", deck, "--type", "basic", typed=":q\n", lang="pl").stdout

    assert "What does a convolution compute?\nAnswer in your mind; Enter shows the answer.\n> \n" in english
    assert "A sum of products." in english
    assert "Co liczy splot?\nOdpowiedz w myślach; Enter pokazuje odpowiedź.\n> " in polish


def test_undo_after_a_restart(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n:q\n")
    program("review", deck, typed=":u\n:q\n")

    assert due(program, deck)["new"] == 4


@pytest.mark.parametrize(("suspend", "flag"), [(":suspend", ":flag"), (":zawieś", ":oznacz"), (":zawies", ":oznacz")])
def test_a_card_is_flagged_and_suspended_by_a_line_in_either_language(
    suspend: str, flag: str, program: Program, deck: str
) -> None:
    flagged = program("review", deck, typed=f"{flag}\n:q\n").stdout
    suspended = program("review", deck, typed=f"{suspend}\n:q\n").stdout
    later = program("review", deck, typed=":u\n:q\n").stdout

    assert "The card is flagged." in flagged
    assert "Mixed cards (flagged)" in suspended
    assert "Card suspended; undo to have it back." in suspended
    assert due(program, deck)["new"] == 4
    assert "What does a convolution compute?" not in later


def test_an_unreadable_answer_is_explained_and_asked_again(program: Program, deck: str) -> None:
    done = program("quiz", deck, "--tag", "sums", typed="twelve\n12\n")

    assert done.stdout.count("What is 3 times 4?") == 1
    assert "Right" in done.stdout


def test_a_wrong_choice_says_why(program: Program, deck: str) -> None:
    done = program("quiz", deck, "--type", "choice", typed="2\n:q\n")

    assert "That is farther." in done.stdout


def test_an_answer_of_several_lines_stands_below_its_heading(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "order.yaml"
    path.write_text(
        "format: 1\nid: o\ntitle: Order\ncards:\n- id: o-1\n  type: order\n  question: Count.\n  items: [one, two]\n",
        encoding="utf-8",
    )
    done = program("quiz", str(path), typed="!\n:q\n")

    assert "\nAnswer:\n  1. one\n  2. two\n" in done.stdout, done.stderr


def test_polish_all_through(program: Program, deck: str) -> None:
    done = program("quiz", deck, "--type", "number", typed="12\n", lang="pl")

    assert "Ile to 3 razy 4?" in done.stdout
    assert "1 odpowiedź" in done.stdout
    assert "Right" not in done.stdout


def test_nothing_due_is_exit_code_1(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n16x32x32\n4\n12\n4\n1\n4\n")
    done = program("review", deck)

    assert done.returncode == 1
    assert done.stdout.startswith("Nothing is due today. The next cards come in ")


def test_the_same_seed_gives_the_same_quiz(program: Program) -> None:
    first, second, other = (program("quiz", "-n", "3", "--seed", seed, typed=":q\n").stdout for seed in "778")

    assert first == second
    assert first != other


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["review", "no-such-deck"], "There is no deck 'no-such-deck'"),
        (["review", "./missing.yaml"], "There is no file or folder missing.yaml."),
        (["due", "mixe", "mixed.yaml"], "There is no file or folder mixed.yaml."),
        (["check", "missing.yaml"], "There is no file or folder missing.yaml."),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(program: Program, arguments: list[str], sentence: str) -> None:
    done = program(*arguments)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "english", "polish"),
    [
        (["quiz", "-n", "-3"], "-n/--count: '-3' is no whole number greater than zero", "większa od zera"),
        (["quiz", "-n", "0"], "-n/--count: '0' is no whole number greater than zero", "większa od zera"),
        (["check", "x", "--seeds", "many"], "--seeds: 'many' is no whole number greater", "większa od zera"),
        (["quiz", "--seed", "abc"], "--seed: 'abc' is no whole number", "„abc” to nie liczba całkowita"),
        (["quiz", "--type", "foo"], "--type: no 'foo'; choose from basic, cloze, ", "nie ma „foo”; możliwe: basic, "),
        (["learn"], "no 'learn'; choose from review, quiz, ", "POLECENIE: nie ma „learn”; możliwe: review, "),
        (["quiz", "--tag"], "--tag: a value is missing", "--tag: brakuje wartości"),
        (["quiz", "--plain=x"], "--plain takes no value, and 'x' is one", "--plain nie przyjmuje wartości „x”"),
        (["check"], "the argument PATH is missing", "brakuje argumentu PATH"),
        (["due", "--foo"], "unknown argument: --foo", "nieznany argument: --foo"),
    ],
)
def test_a_wrong_argument_is_told_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: list[str], english: str, polish: str
) -> None:
    told: dict[LanguageCode, str] = {"en": english, "pl": polish}
    for code, sentence in told.items():
        with pytest.raises(SystemExit) as ended:
            parse(["--lang", code, *arguments], Language(code))
        complaint = capsys.readouterr().err

        assert ended.value.code == 2
        assert sentence in complaint
        assert "invalid" not in complaint, "no words of argparse are left"


def test_a_folder_without_decks_is_not_called_clean(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = program("check", str(tmp_path / "empty"))

    assert done.returncode == 2
    assert "holds no deck" in done.stderr


def test_a_data_folder_that_cannot_be_made_is_one_sentence(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    program.home = tmp_path / "file" / "home"
    done = program("due")

    assert done.returncode == 2
    assert "cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_slip_in_the_settings_is_told_on_standard_error_and_stops_nothing(program: Program, deck: str) -> None:
    program.home.mkdir()
    (program.home / "settings.toml").write_text('new_per_day = 1\ntheme = "lihgt"\n', encoding="utf-8")
    done = program("due", deck, "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["total"]["new"] == 1
    assert done.stderr == (
        f'studycards: {program.home}/settings.toml, line 2: the setting theme cannot be "lihgt"; allowed: "dark", '
        '"light", "high-contrast", "colour-blind", "ansi". The nearest is “light”.\n'
    )


def test_list_names_every_built_in_deck(program: Program) -> None:
    listed = json.loads(program("list", "--json").stdout)["decks"]

    assert all(deck["problems"] == 0 and deck["cards"] for deck in listed)
    assert {deck["id"] for deck in listed} == {line.split()[4] for line in program("list").stdout.splitlines()[1:-1]}


def test_help_speaks_the_language_that_is_asked_for(program: Program) -> None:
    assert "talia" in program("review", "--help", lang="pl").stdout
    assert "deck:" in program("review", "--help", lang="en").stdout


def test_a_closed_pipe_is_no_error(program: Program) -> None:
    environment = {**os.environ, "STUDYCARDS_HOME": str(program.home)}
    command = f"{sys.executable} -m studycards list | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, env=environment, check=False
    )

    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a file that cannot be read, even by root")
@pytest.mark.parametrize(
    ("command", "code", "sentence"),
    [
        ("quiz -n 1 --plain <&-", 0, ""),
        ("review <&-", 0, ""),
        ("--version >&-", 0, ""),
        ("due nope 2>&-", 2, ""),
        ("due >/dev/full", 2, "No space left on device"),
        ("check .", 2, "Input/output error"),
    ],
)
def test_closed_full_and_unreadable_files_are_no_traceback(
    program: Program, tmp_path: Path, command: str, code: int, sentence: str
) -> None:
    (tmp_path / "deck.yaml").symlink_to("/proc/self/mem")
    environment = {**os.environ, "STUDYCARDS_HOME": str(program.home)}
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m studycards {command}"],
        capture_output=True, text=True, env=environment, check=False, cwd=tmp_path, stdin=subprocess.DEVNULL,
    )  # fmt: skip

    assert done.returncode == code
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == bool(sentence)


def test_letters_that_the_output_lacks_and_bytes_that_are_no_text_stop_nothing(program: Program, deck: str) -> None:
    """A pipe in the code page of Windows has no Polish letters; another program may write anything."""
    environment = {**os.environ, "STUDYCARDS_HOME": str(program.home), "PYTHONIOENCODING": "ascii:strict"}
    done = subprocess.run(
        [sys.executable, "-m", "studycards", "--lang", "pl", "quiz", deck],
        input=b"\xff\xfe\n:q\n", capture_output=True, env=environment, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert b"R??ne karty" in done.stdout


def test_without_a_command_and_without_a_screen_it_reviews_in_plain_lines(program: Program) -> None:
    done = program(typed=":q\n")

    assert done.returncode == 0, done.stderr
    assert "[1 of 15]" in done.stdout
