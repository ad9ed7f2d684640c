"""The corpus of typed answers: every form is read as the table says, or refused with the sentence it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studycards.locale import Language, Message
from studycards.questions.question import Unreadable
from studycards.questions.reading.numbers import read_number
from studycards.questions.reading.shapes import read_shape
from studycards.questions.reading.tensors import read_tensor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.questions.question import Tensor

TABLE = Path(__file__).parent / "answers" / "typed.txt"

CHARACTERS = str.maketrans({"⏎": "\n", "⇥": "\t", "⍽": "\N{NO-BREAK SPACE}", "␣": " "})

LINE = re.compile(r"(?P<typed>\S.*?) (?: +|(?=(?:=>|!) ))(?P<reading>(=>|!) .+)")


def corpus() -> Iterator[tuple[str, str, str]]:
    """Yield what is asked for, what is typed, and the reading that the table gives."""
    kind = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = re.fullmatch(r"\[([a-z].*)\]", line)
            kind = heading[1] if heading else kind
        if found := LINE.fullmatch(line):
            yield kind, found["typed"].translate(CHARACTERS), found["reading"]
        else:
            assert not line or line.startswith("#") or line == f"[{kind}]", line


FORMS = list(corpus())


def read(kind: str, typed: str) -> str:
    """Return the reading in the words of the table."""
    match kind:
        case "numbers" | "measured numbers":
            number = read_number(typed, measured=kind == "measured numbers")
            return refused(number.reason) if isinstance(number, Unreadable) else f"=> {number.value}"
        case "shapes" | "shapes of 3 axes" | "shapes of 1 axis":
            shape = read_shape(typed, rank={"shapes of 3 axes": 3, "shapes of 1 axis": 1}.get(kind))
            return refused(shape.reason) if isinstance(shape, Unreadable) else f"=> {'×'.join(map(str, shape))}"
        case "tensors":
            tensor = read_tensor(typed)
            return refused(tensor.reason) if isinstance(tensor, Unreadable) else f"=> {listed(tensor.value)}"
    raise AssertionError(kind)


def refused(reason: Message) -> str:
    """Return the key of the sentence, behind the place of the cell where there is one."""
    why = reason.values.get("why")
    if reason.key == "questions.tensor_cell" and isinstance(why, Message):
        return f"! {reason.values['row']}:{reason.values['column']} {why.key.removeprefix('questions.')}"
    return f"! {reason.key.removeprefix('questions.')}"


def listed(value: Tensor) -> str:
    return f"[{', '.join(map(listed, value))}]" if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize(("kind", "typed", "reading"), FORMS)
def test_a_typed_answer_is_read_as_the_table_says(kind: str, typed: str, reading: str) -> None:
    assert read(kind, typed) == reading


def test_the_table_holds_more_than_150_forms_each_once() -> None:
    assert len(FORMS) > 250
    assert len({(kind, typed) for kind, typed, _ in FORMS}) == len(FORMS)


@pytest.mark.parametrize("code", ["pl", "en"])
def test_every_refusal_of_a_tensor_is_a_sentence(code: str) -> None:
    language = Language("pl" if code == "pl" else "en")
    readings = [read_tensor(typed) for kind, typed, _ in FORMS if kind == "tensors"]
    sentences = [language.render(reading.reason) for reading in readings if isinstance(reading, Unreadable)]

    assert len(sentences) > 40
    assert all(sentence.endswith((".", "?")) for sentence in sentences)
