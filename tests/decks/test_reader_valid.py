"""A valid deck reads to the values of the model, whatever way of writing its author chose."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from studycards.decks.asking import QUANTITIES
from studycards.decks.build import build_deck
from studycards.decks.model import (
    BasicCard,
    ChoiceCard,
    ClozeCard,
    Deck,
    MatchCard,
    Option,
    OrderCard,
    Reject,
    TextCard,
    TrueFalseCard,
)
from studycards.decks.problems import Place
from studycards.decks.reader import read_deck
from studycards.decks.varied import Ask, ComputedCard, Decimals, NumberCard, Variable, VariantTest, WrongAnswer
from studycards.locale import Text

if TYPE_CHECKING:
    from studycards.decks.model import Card
    from studycards.decks.reader import ReadDeck

PATH = Path("deck.yaml")
HEAD = "format: 1\nid: deck\ntitle: Talia\ncards:\n"


def read(source: str) -> ReadDeck:
    return read_deck(PATH, source.encode())


def card(fields: str) -> Card:
    """Return the only card of a deck; `fields` is YAML without indentation, the id is `a`."""
    found = read(f"{HEAD}- id: a\n{indent(fields, '  ')}")
    assert found.problems == ()
    assert found.deck is not None
    return found.deck.cards[0]


def pl(text: str) -> Text:
    return Text(pl=text)


def test_the_head_of_a_deck() -> None:
    deck = read(
        "format: 1\nid: conv\ntitle: {pl: Sploty, en: Convolutions}\ndescription: Krótko.\nlanguage: pl\n"
        "tags: [cnn, exam]\ncards:\n- {id: a, question: Q, answer: A}\n"
    ).deck

    assert deck == Deck(
        id="conv",
        title=Text(pl="Sploty", en="Convolutions"),
        description=pl("Krótko."),
        tags=("cnn", "exam"),
        cards=(BasicCard(id="a", question=pl("Q"), answer=pl("A")),),
    )


def test_what_every_card_can_have() -> None:
    found = card(
        "level: 2\nquestion: Q\nanswer: A\nreverse: true\nhint: H\nexplanation: |\n  One.\n  Two.\nsource: N14\n"
        "requires: [b]\nwas: [old-id]\ntags: [x.y]"
    )

    assert found == BasicCard(
        id="a",
        level=2,
        question=pl("Q"),
        answer=pl("A"),
        reverse=True,
        hints=(pl("H"),),
        explanation=pl("One.\nTwo."),
        source="N14",
        requires=("b",),
        was=("old-id",),
        tags=("x.y",),
    )


def test_cloze() -> None:
    found = card(
        "type: cloze\ntyped: false\n"
        "question: {pl: '{{c2::Filtr|Jądro::przesuwa się}} ma {{c1::wagi}}.', en: '{{c1::Weights}}, {{c2::filter}}.'}\n"
        "reject: [{answer: okno, why: Okno nie ma wag.}]"
    )

    assert isinstance(found, ClozeCard)
    assert found.groups == ("c2", "c1")
    assert found.prompts == ("a/c2", "a/c1")
    assert found.reject == (Reject(answer=pl("okno"), why=pl("Okno nie ma wag.")),)
    assert not found.typed


def test_choice() -> None:
    found = card("type: choice\nquestion: Q\noptions:\n- right: R\n- wrong: W\n  why: Y\nshuffle: false")

    assert found == ChoiceCard(
        id="a",
        question=pl("Q"),
        options=(Option(text=pl("R"), right=True), Option(text=pl("W"), right=False, why=pl("Y"))),
        multiple=False,
        shuffle=False,
    )


@pytest.mark.parametrize(
    ("fields", "multiple"),
    [
        ("options: [{right: A}, {wrong: B}]", False),
        ("options: [{right: A}, {wrong: B}]\nmultiple: true", True),
        ("options: [{right: A}, {right: B}, {wrong: C}]", True),
    ],
)
def test_a_choice_with_several_right_options_takes_several(fields: str, *, multiple: bool) -> None:
    found = card(f"type: choice\nquestion: Q\n{fields}")

    assert isinstance(found, ChoiceCard)
    assert found.multiple is multiple


def test_true_false() -> None:
    found = card("type: true_false\nquestion: Q\nanswer: false\nexplanation: E")

    assert found == TrueFalseCard(id="a", question=pl("Q"), answer=False, explanation=pl("E"))


def test_order_and_match() -> None:
    assert card("type: order\nquestion: Q\nitems: [one, {en: two}]") == OrderCard(
        id="a", question=pl("Q"), items=(pl("one"), Text(en="two"))
    )
    assert card("type: match\nquestion: Q\npairs: [[a, b], [c, d]]") == MatchCard(
        id="a", question=pl("Q"), pairs=((pl("a"), pl("b")), (pl("c"), pl("d")))
    )


def test_text() -> None:
    found = card("type: text\nquestion: Q\nanswer: A\naccept: [B]\ntypos: false\ndiacritics: required")

    assert found == TextCard(id="a", question=pl("Q"), answer=pl("A"), accept=(pl("B"),), typos=False, diacritics=True)


def test_number() -> None:
    found = card(
        "type: number\nquestion: Q for ${C}\nvars: {C: [16, 32], k: 3, n: C * k}\nrequire: C > k\n"
        'networks: {one: "[C, 8, 8] | conv2d(C, k)"}\nanswer: parameters(one) / n\ntolerance: 2 decimals\n'
        "unit: wag\nwrong: [{answer: 10, why: Y}]\ntests: [{vars: {C: 16}, answer: 48.34}]"
    )

    assert found == NumberCard(
        id="a",
        question=pl("Q for ${C}"),
        variables=(
            Variable("C", values=("16", "32")),
            Variable("k", values=("3",)),
            Variable("n", expression="C * k"),
        ),
        require=("C > k",),
        networks={"one": "[C, 8, 8] | conv2d(C, k)"},
        answer="parameters(one) / n",
        tolerance=Decimals(2),
        unit=pl("wag"),
        wrong=(WrongAnswer("10", pl("Y")),),
        tests=(VariantTest({"C": "16", "k": "3"}, "48.34"),),
    )


def test_computed() -> None:
    found = card(
        "type: computed\nquestion: Q\nvars: {H: 8..10, F: [4]}\nrequire: [H > 8]\nnetwork:\n  input: [3, H, H]\n"
        "  layers:\n  - conv1: conv2d(F, kernel_size=3, padding=1)\n  - relu\n  - pool1: max_pool2d(2)\n"
        "ask: output_shape of conv1\ndiagnose: [size.no_pad]\ntests: [{vars: {H: 9, F: 4}, answer: [4, 9, 9]}]"
    )

    assert found == ComputedCard(
        id="a",
        question=pl("Q"),
        variables=(Variable("H", values=("8", "9", "10")), Variable("F", values=("4",))),
        require=("H > 8",),
        network="[3, H, H] | conv1: conv2d(F, kernel_size=3, padding=1) | relu | pool1: max_pool2d(2)",
        ask=Ask("output_shape", "conv1"),
        diagnose=("size.no_pad",),
        tests=(VariantTest({"H": "9", "F": "4"}, "4x9x9"),),
    )


@pytest.mark.parametrize(
    ("written", "notation"), [("1x28x28", "1x28x28"), ("'[C, 28, 28]'", "[C, 28, 28]"), ("[C, 28, 28]", "[C, 28, 28]")]
)
def test_the_input_of_the_long_notation_may_be_written_as_in_the_short_one(written: str, notation: str) -> None:
    found = card(
        f"type: computed\nquestion: Q\nvars: {{C: 1..3}}\nnetwork: {{input: {written}, layers: [relu]}}\n"
        "ask: output_shape"
    )

    assert isinstance(found, ComputedCard)
    assert found.network == f"{notation} | relu"


@pytest.mark.parametrize("ask", QUANTITIES)
def test_the_whole_network_can_be_asked(ask: str) -> None:
    found = card(f"type: computed\nquestion: Q\nnetwork: 3x8x8 | conv2d(4, 3)\nask: {ask}")

    assert isinstance(found, ComputedCard)
    assert found.ask == Ask(ask)


@pytest.mark.parametrize(
    ("written", "ask"),
    [
        ("{solve: p, for: output_size of conv1, is: n / 2}", Ask("output_size", "conv1", solve="p", target="n / 2")),
        ("{solve: p, for: parameters}", Ask("parameters", solve="p")),
        ("{solve: p, for: output_shape, is: '(4, n, n)'}", Ask("output_shape", solve="p", target="(4, n, n)")),
    ],
)
def test_a_variable_can_be_asked_for(written: str, ask: Ask) -> None:
    found = card(
        "type: computed\nquestion: 'n = ${n}, target ${target}'\nvars: {n: [8, 10], p: 0..3}\n"
        f"network: '[1, n, n] | conv2d(4, 3, padding=p)'\nask: {written}\nexplanation: 'It was ${{p}}.'"
    )

    assert isinstance(found, ComputedCard)
    assert found.ask == ask


@pytest.mark.parametrize("written", ["no", "yes", "on", "1:30", "012", "1e3", "2024-01-01", "1_000", "=", "<<x"])
def test_a_text_says_what_its_author_wrote(written: str) -> None:
    """YAML 1.1 makes other values of these; in a text nothing but the characters counts."""
    found = card(f"question: Q\nanswer: {written}")

    assert isinstance(found, BasicCard)
    assert found.answer == pl(written)


@pytest.mark.parametrize(
    ("written", "value"),
    [("012", "12"), ("1e3", "1000"), ("0o17", "15"), ("0x1F", "31"), ("-2.50", "-2.5"), ("+7", "7"), (".5", "0.5")],
)
def test_a_number_is_what_yaml_1_2_says(written: str, value: str) -> None:
    """YAML 1.2, core schema, section 10.3.2."""
    found = card(f"type: number\nquestion: Q\nvars: {{x: [{written}]}}\nanswer: x")

    assert isinstance(found, NumberCard)
    assert found.variables == (Variable("x", values=(value,)),)


def test_plain_strings_are_in_the_language_of_the_deck() -> None:
    """Also where the deck names its language after its texts."""
    deck = read("format: 1\nid: d\ntitle: T\ncards:\n- {id: a, question: Q, answer: {pl: A}}\nlanguage: en\n").deck

    assert deck is not None
    assert deck.title == Text(en="T")
    assert deck.cards == (BasicCard(id="a", question=Text(en="Q"), answer=pl("A")),)


@pytest.mark.parametrize("written", ["za\u0142o\u0301z\u0307", '"za\\u0142o\\u0301z\\u0307"'])
def test_texts_are_composed(written: str) -> None:
    """An accent typed as a character of its own (as file names on macOS are) reads like any other."""
    found = card(f"question: {written}\nanswer: A")

    assert found.question == pl("załóż")


def test_line_ends_of_windows_are_read() -> None:
    deck = read(f"{HEAD}- id: a\n  question: |\n    One\n    two\n  answer: A\n".replace("\n", "\r\n")).deck

    assert deck is not None
    assert deck.cards[0].question == pl("One\ntwo")


def test_the_plain_form_survives_json() -> None:
    """The cache keeps it as JSON and builds the deck from that."""
    found = read(
        HEAD + "- {id: a, question: Q, answer: A}\n"
        "- {id: b, type: number, question: Q, vars: {x: 1..3, y: 2 * x}, answer: x + y, tolerance: 1 %}\n"
    )

    assert build_deck(json.loads(json.dumps(found.plain))) == found.deck


def test_fields_are_found_again() -> None:
    found = read(f"{HEAD}- id: a\n  question: Q\n  answer: A\n- question: Q\n  answer: A\n  id: b\n")

    assert found.places["a", "answer"] == Place(PATH, 7, 3)
    assert found.places["b", "id"] == Place(PATH, 10, 3)
    assert found.lines[9] == "  id: b"


def test_building_a_card_needs_no_yaml() -> None:
    """A start from the cache must not pay for the parser."""
    code = "import sys, studycards.decks.build; sys.exit('yaml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
