"""What a line means that is no answer, and what never reaches the terminal."""

from __future__ import annotations

import io
import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from studycards.cli.output import print_json
from studycards.cli.streams import CleanStream

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Program

DECK = """\
format: 1
id: small
title: Small
language: en
cards:
- {id: sum, type: number, tags: [sums], question: What is 3 times 4?, answer: 12, hint: Add.}
- {id: field, type: computed, question: How far?, network: "1x9x9 | conv2d(1, 3)", ask: receptive_field}
- {id: flat, type: computed, question: How far?, network: "1x9x9 | conv2d(1, (3, 5))", ask: output_size}
"""

EXAM = """\
format: 1
id: trial
title: Trial
language: en
minutes: 10
marks: {0: "2.0", 1: "5.0"}
parts:
- title: All
  sections:
  - {topic: Numbers, decks: small, types: number, count: 1, points: 2}
"""

HOSTILE = "\x1b[31m12\x07\x9b\u202e"


@pytest.fixture
def deck(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(DECK, encoding="utf-8")
    return str(path)


@pytest.fixture
def exam(program: Program, deck: str) -> str:
    decks, exams = program.home / "decks", program.home / "exams"
    decks.mkdir(parents=True)
    exams.mkdir()
    shutil.copy(deck, decks)
    (exams / "trial.yaml").write_text(EXAM, encoding="utf-8")
    return "trial"


def obeyed(text: str) -> set[str]:
    """Return the characters that a terminal would obey."""
    return {character for character in text if not character.isprintable()} - {"\n"}


class TestCleanOutput:
    """Whatever is typed or named is shown, never obeyed."""

    def test_an_answer_of_the_command_line(self, program: Program, deck: str) -> None:
        done = program("preview", f"{deck}:sum", "--answer", HOSTILE)

        assert done.stdout
        assert obeyed(done.stdout + done.stderr) == set()

    def test_an_answer_of_a_quiz(self, program: Program, deck: str) -> None:
        done = program("quiz", "--plain", deck, "--tag", "sums", typed=f"{HOSTILE}\n:{HOSTILE}\n12\n")

        assert "12" in done.stdout
        assert obeyed(done.stdout + done.stderr) == set()

    def test_an_answer_of_an_exam(self, program: Program, exam: str) -> None:
        done = program("exam", exam, "--plain", typed=f"{HOSTILE}\n:d\n")

        assert obeyed(done.stdout + done.stderr) == set()

    @pytest.mark.parametrize("command", [["preview"], ["calc"], ["check"], ["quiz", "--tag"], ["exam"], ["due", "--x"]])
    def test_a_complaint(self, program: Program, command: list[str]) -> None:
        done = program(*command, HOSTILE)

        assert done.returncode == 2
        assert obeyed(done.stderr) == set()

    def test_a_dot_stands_for_it_and_the_rest_is_untouched(self) -> None:
        kept = io.StringIO()
        stream = CleanStream(kept)
        stream.write("ż\t“12”\n\x1b[31m\x07|\x9b|\r|\u202e|\u200d")

        assert kept.getvalue() == "ż\t“12”\n·[31m·|·|·|·|\u200d"
        assert stream.getvalue() == kept.getvalue(), "all else is the stream's"

    def test_json_says_what_it_was(self, capsys: pytest.CaptureFixture[str]) -> None:
        print_json({"typed": HOSTILE})
        written = capsys.readouterr().out

        assert obeyed(written) == set()
        assert json.loads(written) == {"typed": HOSTILE}
        assert sys.stdout is not None


class TestCommands:
    """A command that is not known is no answer and no other command."""

    def test_in_a_quiz(self, program: Program, deck: str) -> None:
        done = program("quiz", "--plain", deck, "--tag", "sums", typed=":foo\n12\n")

        assert "There is no command :foo; there are: ? ! :s :u :f :q :suspend :flag." in done.stdout
        assert done.stdout.count("Right") == 1

    def test_in_an_exam(self, program: Program, exam: str) -> None:
        done = program("exam", exam, "--plain", typed=":foo\n:f1\n:g 1\n:q\n")

        assert done.stdout.count("There is no command :f") == 2
        assert "flag" not in done.stdout.partition("There is no command")[2].lower()

    def test_hints_run_out(self, program: Program, deck: str) -> None:
        done = program("quiz", "--plain", deck, "--tag", "sums", typed="?\n?\n:foo\n12\n")

        assert "Hint: Add." in done.stdout
        assert done.stdout.count("There are no more hints.") == 1


@pytest.mark.parametrize(("lang", "sentence"), [
    ("en", "studycards: No card here has the tag “sum”; did you mean 'sums'?\n"),
    ("pl", "studycards: Żadna karta nie ma tu tagu „sum”; czy chodziło o 'sums'?\n"),
])  # fmt: skip
def test_a_tag_that_no_card_has(program: Program, deck: str, lang: str, sentence: str) -> None:
    done = program("quiz", "--plain", deck, "--tag", "sum", lang=lang)

    assert (done.returncode, done.stderr) == (2, sentence)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["resnet50", "--ask", "macs of layer5"], "did you mean 'layer4'?"),
        (["1x2x2 | flatten", "--ask", "loss", "--loss", "mse(1)"], "did you mean 'mse_loss'?"),
    ],
)
def test_the_nearest_sensible_name(program: Program, arguments: list[str], sentence: str) -> None:
    assert sentence in program("calc", *arguments).stderr


def test_what_the_table_says_of_the_input_can_be_asked(program: Program) -> None:
    network = "3x32x32 | conv2d(8, 5)"

    assert program("calc", network, "--ask", "receptive_field of input", "--explain").stdout.startswith("1\n")
    assert program("calc", network, "--ask", "output_shape of input").stdout == "3×32×32\n"


@pytest.mark.parametrize(("card", "network", "ask", "answer"), [
    ("field", "1x9x9 | conv2d(1, 3)", "receptive_field", 3),
    ("flat", "1x9x9 | conv2d(1, (3, 5))", "output_size", [7, 5]),
])  # fmt: skip
def test_a_size_is_one_number_where_it_is_square(
    program: Program, deck: str, card: str, network: str, ask: str, answer: object
) -> None:
    """In the answer of a preview, in its reading and in that of a calculation."""
    typed = "x".join(map(str, answer)) if isinstance(answer, list) else str(answer)
    shown = json.loads(program("preview", f"{deck}:{card}", "--json", "--answer", typed).stdout)
    computed = json.loads(program("calc", network, "--ask", ask, "--json").stdout)

    assert shown["answer"] == shown["reading"] == computed["answer"] == answer
