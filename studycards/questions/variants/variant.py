"""Variants: a card with its variables fixed, its answer computed, and what each typical mistake gives instead."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from studycards.decks.varied import Exact, NetworkCard, NumberCard
from studycards.engine.errors import EngineError
from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.questions.diagnosis import LazySlips, by_answer
from studycards.questions.subject import Subject
from studycards.questions.tolerance import accepts
from studycards.questions.variants.placeholders import fill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from studycards.decks.varied import Ask, Tolerance, VariedCard
    from studycards.engine.network import Network
    from studycards.locale import Text
    from studycards.questions.diagnosis import Answer, Slip
    from studycards.questions.kinds.unknown import Unknown
    from studycards.questions.question import Grid, Tensor, Words
    from studycards.questions.variants.draw import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A card with its `variables` fixed.

    `names` are what its expressions and placeholders may use. `slips` are those of all its mistakes, also where they
    give the right answer; `wrong` leaves these out.
    """

    variables: Names
    names: Mapping[str, object]
    answer: Fraction | tuple[int, ...] | Tensor
    slips: Sequence[Slip]
    tolerance: Tolerance = field(default_factory=Exact)

    @property
    def wrong(self) -> Sequence[Slip]:
        """The slips that lead to a wrong answer in this variant."""
        return LazySlips(lambda: [slip for slip in self.slips if not self.is_right(slip.answer)])

    def slips_besides(self, names: Collection[str]) -> Sequence[Slip]:
        """Return the slips but those of the mistakes `names`."""
        return [slip for slip in self.slips if slip.name not in names]

    @property
    def parts(self) -> tuple[Variant, ...]:
        """What is asked: this, or the steps of a sheet, each with the mistakes that can be made there first."""
        return (self,)

    def subject(self, card: VariedCard) -> Subject | None:
        """Return the network that `card` is about, the first of several; None where it names none."""
        notations = card.networks if isinstance(card, NumberCard) else {}
        networks = ((self.names[name], notation) for name, notation in notations.items())
        return next((Subject(network, notation) for network, notation in networks), None)  # type: ignore[arg-type]

    @property
    def told_apart(self) -> bool:
        """Whether each mistake leads to a wrong answer of its own."""
        return len(by_answer(self.slips)) == len(self.slips) == len(self.wrong)

    def is_right(self, given: Answer) -> bool:
        """Say whether `given` counts as the answer."""
        if isinstance(self.answer, tuple) or isinstance(given, tuple):
            return self.answer == given
        return accepts(self.tolerance, self.answer, Fraction(given))


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkVariant(Variant):
    """A computed card with its variables fixed, the network that follows from them, and what is asked of it."""

    answer: Fraction | tuple[int, ...]
    network: Network
    ask: Ask

    def subject(self, card: VariedCard) -> Subject:
        """Return the network with what is asked of it."""
        assert isinstance(card, NetworkCard)
        return Subject(self.network, card.network, card.layout, self.ask)


@dataclass(frozen=True, kw_only=True)
class SheetVariant(Variant):
    """A sheet with its variables fixed: the variants of its steps."""

    steps: tuple[Variant, ...]

    def subject(self, card: VariedCard) -> Subject | None:
        """Return the network with the first step that arrays go through it for, or else with the first one."""
        subjects = [subject for step in self.steps if (subject := step.subject(card)) is not None]
        with_arrays = [subject for subject in subjects if subject.run is not None]
        return next(iter([*with_arrays, *subjects]), None)

    @cached_property
    def parts(self) -> tuple[Variant, ...]:
        """The steps. A mistake belongs to the first one that it gets wrong: behind it, it is only carried forward.

        One that gets nothing wrong belongs to the first step that it is about.
        """
        own: list[list[Slip]] = []
        harmless: dict[str, tuple[int, Slip]] = {}
        settled: set[str] = set()
        for place, step in enumerate(self.steps):
            slips = step.slips_besides(settled)
            own.append([slip for slip in slips if not step.is_right(slip.answer)])
            settled.update(slip.name for slip in own[place])
            for slip in slips:
                harmless.setdefault(slip.name, (place, slip))
        for place, slip in harmless.values():
            if slip.name not in settled:
                own[place].append(slip)
        return tuple(replace(step, slips=tuple(slips)) for step, slips in zip(self.steps, own, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class InverseVariant(NetworkVariant):
    """A computed card that asks for a variable: `answer` is the smallest right value, and in `network`."""

    unknown: Unknown
    right: tuple[Fraction, ...]
    """The right values that the variable can take on this card, the smallest first."""

    def is_right(self, given: Answer) -> bool:
        """Say whether `given` makes the quantity what it should be."""
        return not isinstance(given, tuple) and self.unknown.fits(Fraction(given))


class SharedFields(TypedDict):
    """The fields that every question about a variant has."""

    prompt: str
    seed: int
    stem: Text
    hints: tuple[Words, ...]
    grids: tuple[Grid, ...]
    explanation: Text | None
    source: str | None
    level: int | None
    drawn: bool
    subject: Subject | None


def shared_fields(card: VariedCard, prompt: str, seed: int, variant: Variant) -> SharedFields:
    """Return these fields for a `variant` of `card`, its texts filled in."""
    names = variant.names
    return SharedFields(
        prompt=prompt,
        seed=seed,
        stem=fill(card.question, names),
        hints=tuple(fill(hint, names) for hint in card.hints),
        grids=(),
        explanation=None if card.explanation is None else fill(card.explanation, names),
        source=card.source,
        level=card.level,
        drawn=is_drawn(card),
        subject=variant.subject(card),
    )


def with_hints(fields: SharedFields, hints: Iterable[Words]) -> SharedFields:
    """Return the fields with further hints, behind those of the author."""
    return {**fields, "hints": (*fields["hints"], *hints)}


def is_drawn(card: VariedCard) -> bool:
    """Say whether anything of a card is drawn: a variable from several values, or the cells of an array."""
    experiment = card.experiment if isinstance(card, NetworkCard) else None
    drawn_arrays = experiment is not None and any(len(spec.values) > 1 for spec in experiment.data)
    return drawn_arrays or any(len(variable.values) > 1 for variable in card.variables)


@contextmanager
def refusals(card: VariedCard) -> Iterator[None]:
    """Turn what the engine refuses into a sentence that names the card."""
    try:
        yield
    except EngineError as error:
        reason = message(error.key, **error.values)
        raise StudycardsError("computed.refused", card=card.id, reason=reason) from error
