"""Questions that compare networks: which one has least (or most) of a quantity, and how many times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.decks.varied import CompareCard
from studycards.engine.notation import parse
from studycards.errors import StudycardsError
from studycards.locale import Text, message
from studycards.questions.diagnosis import Slip, notes
from studycards.questions.kinds.posing import CONVENTIONS
from studycards.questions.listing import joined, lines
from studycards.questions.mistake_titles import INVERTED
from studycards.questions.mistakes import MISTAKES, mistaken_answers
from studycards.questions.question import ComparisonReading, Question, Verdict
from studycards.questions.reading.comparisons import read_comparison
from studycards.questions.reading.picks import LETTERS
from studycards.questions.solutions.solution import work_out
from studycards.questions.subject import Subject, with_numbers
from studycards.questions.tolerance import accepts, expectation, shown_exactly, written_answer
from studycards.questions.variants.placeholders import written_number
from studycards.questions.variants.quantities import quantity
from studycards.questions.variants.variant import Variant, with_hints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studycards.decks.varied import Ask, Tolerance, VariedCard
    from studycards.engine.network import Network
    from studycards.locale import Message
    from studycards.questions.diagnosis import Answer
    from studycards.questions.question import Reading, Unreadable, Words
    from studycards.questions.variants.draw import Names
    from studycards.questions.variants.variant import SharedFields

PAIR = 2
"""Networks of which it is clear what the one is compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonVariant(Variant):
    """A comparison with its variables fixed. Answers are the place of a network, from 0, and the factor."""

    answer: tuple[Fraction, Fraction]
    networks: Mapping[str, Network]
    counts: tuple[int, ...]
    ask: Ask

    def subject(self, card: VariedCard) -> Subject:
        """Return the first of the networks."""
        assert isinstance(card, CompareCard)
        name, network = next(iter(self.networks.items()))
        return Subject(network, card.networks[name], ask=self.ask)

    def is_right(self, given: Answer) -> bool:
        """Say whether `given` names the right network, and a factor that is near enough."""
        assert isinstance(given, tuple)
        place, factor = map(_number, given)
        return place == self.answer[0] and accepts(self.tolerance, self.answer[1], factor)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonQuestion(Question):
    """A network and a number are typed, in any order. `labels` stand before the networks under the stem."""

    kind: ClassVar[str] = "comparison"

    labels: tuple[str, ...]
    names: Mapping[str, int]
    place: int
    factor: Fraction
    most: bool
    tolerance: Tolerance
    convention: Message | None = None
    wrong: Sequence[Slip] = ()

    @property
    def expects(self) -> Message:
        """Say what to type, and what is counted where courses differ."""
        against = "" if len(self.labels) == PAIR else "_most" if self.most else "_least"
        what = message(f"comparison.expects{against}", label=self.labels[0], near=expectation(self.tolerance))
        return what if self.convention is None else message("computed.counted", what=what, counted=self.convention)

    def read(self, typed: str) -> Reading | Unreadable:
        """Read the network and the number; both are needed."""
        return read_comparison(typed, self.labels, self.names)

    def grade(self, reading: Reading) -> Verdict:
        """Grade the network and the number apart, each for half of the points."""
        given = reading.value
        assert isinstance(given, ComparisonReading)
        named, near = given.place == self.place, accepts(self.tolerance, self.factor, given.factor)
        slips = [] if named and near else [slip for slip in self.wrong if self._follows(slip, given, near=near)]
        return Verdict.of(
            Fraction(named + near, 2),
            cells=(named, near),
            notes=(*self._halves(named=named, near=near), *notes(slips)),
            mistakes=tuple(slip.name for slip in slips),
        )

    def _follows(self, slip: Slip, given: ComparisonReading, *, near: bool) -> bool:
        """Say whether a wrong rule leads to the given factor; to a right one only together with the given network."""
        assert isinstance(slip.answer, tuple)
        place, factor = map(_number, slip.answer)
        return accepts(self.tolerance, factor, given.factor) and (not near or place == given.place)

    def _halves(self, *, named: bool, near: bool) -> tuple[Message, ...]:
        """Say which half is right where only one is."""
        if named == near:
            return ()
        other = "other_most" if self.most else "other_least"
        return (message("comparison.other_factor" if named else f"comparison.{other}"),)


def vary_comparison(card: CompareCard, variables: Names) -> ComparisonVariant:
    """Return the variant of a comparison: all mistakes about the quantity are at work in each of its networks.

    Raises:
        EngineError: a network is impossible.
        StudycardsError: no network is the only one with least (or most), or one has nothing to divide by.
    """
    networks = {name: parse(text, variables) for name, text in card.networks.items()}
    counts = tuple(_count(card, name, network) for name, network in networks.items())
    answer = _compared(counts, most=card.most)
    if answer is None:
        raise _undecided(card, counts)
    inverted = Slip(INVERTED, (answer[0], 1 / answer[1]), message("comparison.inverted"))
    return ComparisonVariant(
        variables=variables,
        names=variables,
        answer=answer,
        slips=(inverted, *_slips(card, [*networks.values()])),
        tolerance=card.tolerance,
        networks=networks,
        counts=counts,
        ask=card.compare,
    )


def posed_comparison(card: CompareCard, variant: ComparisonVariant, fields: SharedFields) -> ComparisonQuestion:
    """Return the question which network it is, with the networks listed under the stem."""
    labels = _labels(card)
    place, factor = int(variant.answer[0]), variant.answer[1]
    convention = CONVENTIONS.get(card.compare.quantity)
    worked = [work_out(network, card.compare) for network in variant.networks.values()]
    apart = [replace(work, rule=()) for work in worked]
    division = _division(variant)
    full = (*worked[0].rule, *_of_networks(labels, [work.whole for work in apart]), division)
    stem = lines([fields["stem"], Text.same(""), *_listed(card, variant, labels)])
    hints = (*worked[0].formula, message("comparison.divide"))
    return ComparisonQuestion(
        **with_hints({**fields, "stem": stem}, hints),
        answer=message("comparison.answer", label=labels[place], factor=written_answer(card.tolerance, factor)),
        solution=(*worked[0].rule, *_of_networks(labels, [work.solution for work in apart]), division),
        full=full if any(work.full for work in worked) else (),
        labels=labels,
        names={name.casefold(): place for place, name in enumerate(card.networks)},
        place=place,
        factor=factor,
        most=card.most,
        tolerance=card.tolerance,
        convention=None if convention is None else message(convention),
        wrong=variant.wrong,
    )


def _compared(counts: Sequence[int], *, most: bool) -> tuple[Fraction, Fraction] | None:
    """Return the place of the extreme count and the factor to the other extreme; None where there is none."""
    least, largest = min(counts), max(counts)
    extreme = largest if most else least
    if least <= 0 or counts.count(extreme) > 1:
        return None
    return Fraction(counts.index(extreme)), Fraction(largest, least)


def _count(card: CompareCard, name: str, network: Network) -> int:
    count = quantity(network, card.compare)
    if isinstance(count, tuple):
        raise _refusal(card, message("comparison.no_number", network=name))
    return count


def _undecided(card: CompareCard, counts: Sequence[int]) -> StudycardsError:
    """Return the error that names the networks between which nothing decides."""
    names = list(card.networks)
    if min(counts) == 0:
        return _refusal(card, message("comparison.nothing", network=names[counts.index(0)]))
    extreme = max(counts) if card.most else min(counts)
    equal = [name for name, count in zip(names, counts, strict=True) if count == extreme]
    return _refusal(card, message("comparison.equal", networks=", ".join(equal)))


def _refusal(card: CompareCard, reason: Message) -> StudycardsError:
    return StudycardsError("computed.refused", card=card.id, reason=reason)


def _slips(card: CompareCard, networks: Sequence[Network]) -> Iterator[Slip]:
    """Yield what follows from each mistake about the quantity, made in all networks."""
    mistaken = [mistaken_answers(network, card.compare) for network in networks]
    for name in mistaken[0]:
        counts = [answers.get(name) for answers in mistaken]
        numbers = [count for count in counts if isinstance(count, int)]
        if len(numbers) == len(networks) and (answer := _compared(numbers, most=card.most)) is not None:
            yield Slip(name, answer, MISTAKES[name].feedback)


def _labels(card: CompareCard) -> tuple[str, ...]:
    """Return letters for the networks, or their names where one is such a letter itself."""
    letters = tuple(LETTERS[: len(card.networks)])
    names = tuple(card.networks)
    return names if {*letters} & {name.casefold() for name in names} else letters


def _listed(card: CompareCard, variant: ComparisonVariant, labels: Sequence[str]) -> Iterator[Text]:
    """Yield the networks as they are listed, each with its label, its name and this variant's numbers."""
    for label, (name, network) in zip(labels, variant.networks.items(), strict=True):
        lead = f"{label})" if label == name else f"{label}) {name}:"
        yield Text.same(f"{lead} `{with_numbers(card.networks[name], network)}`")


def _of_networks(labels: Sequence[str], solutions: Sequence[Sequence[Words]]) -> Iterator[Words]:
    """Yield the lines of each network behind its label."""
    for label, solution in zip(labels, solutions, strict=True):
        for line in solution:
            yield message("comparison.of_network", label=label, line=line)


def _division(variant: ComparisonVariant) -> Message:
    largest, least = max(variant.counts), min(variant.counts)
    exact = shown_exactly(variant.tolerance, variant.answer[1])
    return message(
        "computed.plain_step" if exact else "computed.rounded_step",
        formula=joined(" / ", [written_number(largest), written_number(least)]),
        result=written_answer(variant.tolerance, variant.answer[1]),
    )


def _number(value: Answer) -> Fraction:
    assert not isinstance(value, tuple)
    return Fraction(value)
