"""Whatever a deck or an exam says is shown as it stands, in every widget: no text is markup, none stops the program."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import Phase as Step
from hypothesis import strategies as st

from studycards.study.view import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.tui.conftest import Face, OpenFace

SIZE = (100, 60)
"""Wide enough for every text in one line, so that a frame can be searched for it."""

TOKENS = (
    *"[]/\\$@{}:'\"<>=#%&!|~^,;?()_+-.0aZżł", "[/", "[/]", "[b]", "[@click=app.bell]", "$primary", "\\[", "{0}", "%s",
    "😀", "👩\u200d🔬", "e\u0301\u0323", "漢字", "שלום", "\u0627\u0644", "½", "→", " ",
)  # fmt: skip
"""What Textual or Rich could take for markup, and what a terminal could lay out wrongly."""

TEXT = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=8).map("".join)

Texts = Callable[[], str]
"""Gives a fresh text each time."""

MANY = 40
"""Texts for one deck, at least."""


@dataclass(frozen=True, slots=True)
class HostileCard:
    """A card with the keys that answer it, and the texts that stand on the screen before and after its answer."""

    plain: Mapping[str, object]
    keys: tuple[str, ...]
    before: Sequence[str]
    after: Sequence[str]


def cards(text: Texts) -> Iterator[HostileCard]:
    """Return a card of each type whose texts are all different."""
    plain: dict[str, object]
    stem, answer, hint, why = text(), text(), text(), text()
    plain = {"id": "basic", "question": stem, "answer": answer, "hint": hint, "explanation": why}
    yield HostileCard(plain, ("ctrl+t", "space"), [stem], [stem, answer, hint, why])

    stem, right, wrong, reason = text(), text(), text(), text()
    options = [{"right": right}, {"wrong": wrong, "why": reason}]
    plain = {"id": "choice", "type": "choice", "question": stem, "options": options, "shuffle": False}
    yield HostileCard(plain, ("2", "enter"), [stem, right, wrong], [stem, right, wrong, reason])

    stem, why = text(), text()
    plain = {"id": "claim", "type": "true_false", "question": stem, "answer": False, "explanation": why}
    yield HostileCard(plain, ("p", "enter"), [stem], [stem, why])

    stem, items = text(), [text(), text(), text()]
    plain = {"id": "order", "type": "order", "question": stem, "items": items}
    yield HostileCard(plain, ("J", "enter"), [stem, *items], [stem, *items])

    stem, ones, others = text(), [text(), text()], [text(), text()]
    plain = {"id": "match", "type": "match", "question": stem, "pairs": [[ones[0], others[0]], [ones[1], others[1]]]}
    yield HostileCard(plain, ("a", "b", "enter"), [stem, *ones, *others], [stem, *ones, *others])

    around, hidden, hint = text(), in_hole(text()), in_hole(text())
    plain = {"id": "cloze", "type": "cloze", "question": f"{around} {{{{c1::{hidden}::{hint}}}}} {around}"}
    yield HostileCard(plain, ("x", "enter"), [around, hint], [around, hidden])

    stem, answer = text(), text()
    plain = {"id": "term", "type": "text", "question": stem, "answer": answer}
    yield HostileCard(plain, ("x", "enter"), [stem], [stem, answer])

    stem, why = text(), text()
    plain = {"id": "number", "type": "number", "question": stem, "answer": 12, "explanation": why}
    yield HostileCard(plain, ("7", "enter"), [stem], [stem, why])

    stem, titles = text(), [text(), text()]
    steps = [{"ask": "output of relu1", "title": titles[0]}, {"ask": "output of fc", "title": titles[1]}]
    network = {"input": [1, 1, 2], "layers": [{"relu1": "relu"}, "flatten", {"fc": "linear(1, bias=False)"}]}
    plain = {"id": "sheet", "type": "steps", "question": stem, "network": network, "steps": steps}
    plain |= {"data": {"input": [[[1, -2]]], "fc.weight": [[1, 1]]}, "show": ["input", "fc.weight"]}
    yield HostileCard(plain, ("ctrl+r",), [stem, *titles], [stem, *titles])


def in_hole(text: str) -> str:
    """Return a text without what has a meaning inside of a hole."""
    return text.translate(str.maketrans("", "", ":{}|"))


@pytest.fixture
def write(decks: Path) -> Callable[[list[str]], list[HostileCard]]:
    """Return a function that writes a deck of these texts, in place of the one before, and gives its cards."""

    def write_deck(texts: list[str]) -> list[HostileCard]:
        fresh = marked(texts)
        title = next(fresh)
        made = list(cards(lambda: next(fresh)))
        deck = {"format": 1, "id": "hostile", "title": title, "language": "pl", "cards": [card.plain for card in made]}
        write_json(decks / "demo.yaml", deck)
        return made

    return write_deck


def marked(texts: list[str]) -> Iterator[str]:
    """Return the texts between letters: different ones, not trimmed, and the first letter opens no list or block.

    A `$` before a brace would ask for a variable, and two braces open a hole.
    """
    for number, text in enumerate(texts):
        safe = normalize("NFC", text.replace("${", "$ {").replace("{{", "{"))
        yield f"ż{number}{safe}Q"


NASTY = ["[/b]", "[@click=app.bell]x[/]", "$primary", "\\[b]", "[link=x", "{x!r}", ":smile:", "[[", "]]", "%(s)s"] * 4


@settings(
    max_examples=4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Step.explicit, Step.generate],  # a smaller example takes minutes to find
)
@given(texts=st.lists(TEXT, min_size=MANY, max_size=MANY))
@example(texts=NASTY)
async def test_every_text_of_a_deck_is_shown_verbatim(
    texts: list[str], write: Callable[[list[str]], list[HostileCard]], open_face: OpenFace
) -> None:
    """In the list of decks, on a card of each type before and after its answer, in the summary."""
    made = write(texts)
    async with open_face(*(str(card.plain["id"]) for card in made), size=SIZE) as face:
        await study(face, made)
        summary = await face.press("ctrl+l")
        home = await face.press("enter")

    title = next(marked(texts))
    assert title in home
    assert made[1].before[0] in summary


EXAM_TEXTS = 5


@settings(
    max_examples=2,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Step.explicit, Step.generate],
)
@given(texts=st.lists(TEXT, min_size=EXAM_TEXTS, max_size=EXAM_TEXTS))
@example(texts=NASTY[:EXAM_TEXTS])
async def test_every_text_of_an_exam_is_shown_verbatim(texts: list[str], decks: Path, open_face: OpenFace) -> None:
    """In the list of exams, in the exam, in the list of its questions, in the report and in what was lost."""
    title, about, part, topic, stem = marked(texts)
    numbers = [{"id": f"n-{answer}", "type": "number", "question": stem, "answer": answer} for answer in (12, 13)]
    sections = [{"topic": topic, "decks": "hostile", "count": 1, "points": 2}]
    exam = {"format": 1, "id": "trial", "title": title, "description": about, "minutes": 10}
    exam |= {"marks": {"0": "2.0", "0.5": "3.0"}, "parts": [{"title": part, "sections": sections}] * 2}
    deck = {"format": 1, "id": "hostile", "title": title, "language": "pl", "cards": numbers}
    write_json(decks / "demo.yaml", deck)
    write_json(decks.parent / "exams" / "trial.yaml", exam)
    shutil.rmtree(decks.parent / "attempts", ignore_errors=True)
    async with open_face(size=SIZE) as face:
        face.app.go_to_exams()
        listed = await face.frame()
        face.app.sit(lambda: face.workspace.exams.open("trial", anew=True))
        sat = await face.frame()
        await face.press("7")
        slots = await face.press("ctrl+r")
        await face.press("escape", "ctrl+y", "ctrl+y")
        report = await face.frame()
        lost = await face.press("enter")

    assert [text for text in (title, about) if text not in listed] == [], listed
    assert [text for text in (topic, stem) if text not in sat] == [], sat
    assert [text for text in (title, topic) if text not in slots] == [], slots
    assert [text for text in (title, part, topic) if text not in report] == [], report
    assert stem in lost, lost


def write_json(path: Path, value: object) -> None:
    """Write a file of decks or exams; what is JSON is YAML, too."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


async def study(face: Face, made: list[HostileCard]) -> None:
    """Answer each card once, and look for its texts before and after."""
    session = face.app.screen._session  # type: ignore[attr-defined]  # noqa: SLF001 - which card it is
    left = {str(card.plain["id"]): card for card in made}
    while left:
        assert session.view.phase is Phase.QUESTION
        card = left.pop(session.view.question.prompt.partition("/")[0], None)
        if card is None:
            await face.press("ctrl+n")
            continue
        before = await face.frame()
        after = await face.press(*card.keys)
        assert [text for text in card.before if text not in before] == [], before
        assert [text for text in card.after if text not in after] == [], after
        await face.press("1")
