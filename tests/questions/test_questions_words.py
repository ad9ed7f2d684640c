"""Typed words: what never matters, what is forgiven with a note, what is never forgiven."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studycards.questions.reading.words import Closeness, Spelling, is_one_edit, normalise

FORGIVING = Spelling()
LONG_WORDS = st.text(alphabet="abcdefgh", min_size=6, max_size=12)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("  Splot ", "splot"),
        ("SPLOT.", "splot"),
        ("mapa   cech", "Mapa cech"),
        ("„mapa cech”", "mapa cech"),
        ("Zazolc\u0301", "zazolć"),
        ("batch–norm", "batch-norm"),
        ("1x1", "1×1"),
        ("3 x 3", "3×3"),
        ("p-y", "p − y"),
        ("2 * x", "2*x"),
        ("padding", "`padding`"),
        ("STRASSE", "straße"),
    ],
)
def test_case_spaces_and_typography_do_not_matter(typed: str, known: str) -> None:
    assert FORGIVING.closeness(typed, known) is Closeness.SAME


@pytest.mark.parametrize(
    ("typed", "known"),
    [("x2", "x²"), ("H2", "H₂"), ("x", "x̂"), ("5", ".5"), ("n", "n!"), ("1/2", "½"), ("e", "ē")],
)
def test_mathematics_is_never_folded(typed: str, known: str) -> None:
    assert normalise(typed) != normalise(known)
    assert FORGIVING.closeness(typed, known) is Closeness.OTHER


@pytest.mark.parametrize(("typed", "known"), [("lacze", "łącze"), ("łacze", "łącze"), ("GESTA SIEC", "gęsta sieć")])
def test_bare_polish_letters_are_noticed_and_accepted_unless_required(typed: str, known: str) -> None:
    assert FORGIVING.closeness(typed, known) is Closeness.DIACRITICS
    assert Spelling(bare_letters=False).closeness(typed, known) is Closeness.OTHER


def test_diacritics_where_none_belong_are_a_typo() -> None:
    assert FORGIVING.closeness("paddińg", "padding") is Closeness.TYPO


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("pading", "padding"),
        ("paddding", "padding"),
        ("pasding", "padding"),
        ("padidng", "padding"),
        ("gesta macierx", "gęsta macierz"),
        ("batchnorm", "batch-norm"),
        ("3 warstwyy", "3 warstwy"),
    ],
)
def test_one_typo_in_a_long_word_is_forgiven(typed: str, known: str) -> None:
    assert FORGIVING.closeness(typed, known) is Closeness.TYPO
    assert Spelling(typos=False).closeness(typed, known) is Closeness.OTHER


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("krol", "krok"),
        ("mapa cechy", "mapa cech"),
        ("resnet51", "resnet50"),
        ("vgg-15", "vgg-16"),
        ("conv2s", "conv2d"),
        ("O(n^3)", "O(n^2)"),
        ("relu", "gelu"),
        ("paddi", "padding"),
        ("padding zerowe", "padding"),
        ("wyjście", "wejście"),
        ("wyjscie", "wejście"),
        ("asymetryczny", "symetryczny"),
        ("siecc gestaa", "siec gesta"),
    ],
)
def test_short_words_digits_contraries_and_two_slips_are_not_forgiven(typed: str, known: str) -> None:
    assert FORGIVING.closeness(typed, known) is Closeness.OTHER


def edits(word: str) -> set[str]:
    """All words one edit away, spelled out: the slow oracle."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    deleted = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase}
    inserted = {head + letter + tail for head, tail in cuts for letter in ascii_lowercase}
    return (deleted | swapped | changed | inserted) - {word}


@given(st.text(alphabet="abc", max_size=5), st.text(alphabet="abc", max_size=5))
def test_one_edit_agrees_with_all_edits_spelled_out(one: str, other: str) -> None:
    assert is_one_edit(one, other) == (other in edits(one))


@given(LONG_WORDS, st.data())
def test_one_random_slip_is_forgiven_and_two_are_not(word: str, data: st.DataObject) -> None:
    once = data.draw(st.sampled_from(sorted(edits(word))))
    twice = data.draw(st.sampled_from(sorted(edits(once))))
    assume(twice != word and twice not in edits(word))

    assert FORGIVING.closeness(once, word) is Closeness.TYPO
    assert FORGIVING.closeness(twice, word) is Closeness.OTHER


@given(st.integers(min_value=10000), st.integers(min_value=10000))
def test_digits_are_never_forgiven(one: int, other: int) -> None:
    assert FORGIVING.closeness(str(one), str(other)) is (Closeness.SAME if one == other else Closeness.OTHER)


@given(st.text(), st.text())
def test_no_text_raises_and_every_text_is_the_same_as_itself(one: str, other: str) -> None:
    assert FORGIVING.closeness(one, other) in Closeness
    assert FORGIVING.closeness(one, one) is Closeness.SAME
