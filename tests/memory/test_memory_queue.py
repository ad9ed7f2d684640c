"""The queue of a day: what waits, in which order, within the limits."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studycards.memory import Candidate, Counts, Limits, Queue
from studycards.memory.queue import Day, Scheduled, plan

TODAY = 100
PLENTY = Limits(new_per_day=1000, reviews_per_day=1000)


def review(prompt: str, due_day: int = TODAY, day: int = TODAY - 10) -> Scheduled:
    return Scheduled(prompt, due_day, None, day, 50)


def learning(prompt: str, due_ms: int, day: int = TODAY, due_day: int = TODAY) -> Scheduled:
    return Scheduled(prompt, due_day, due_ms, day, 50)


def candidates(*prompts: str) -> list[Candidate]:
    return [Candidate(prompt, prompt.partition("/")[0]) for prompt in prompts]


def day(*states: Scheduled, limits: Limits = PLENTY) -> Day:
    return Day.of(TODAY, {state.prompt: state for state in states}, limits)


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Candidate], list[Scheduled], Limits]:
    """Draw up to eight cards of up to three prompts, in all stages, with prerequisites, and tight limits."""
    cards = [f"card-{number}" for number in range(draw(st.integers(1, 8)))]
    items: list[Candidate] = []
    states: list[Scheduled] = []
    for card in draw(st.permutations(cards)):
        requires = tuple(draw(st.lists(st.sampled_from([*cards, "elsewhere"]), max_size=2)))
        for part in range(draw(st.integers(1, 3))):
            prompt = f"{card}/c{part}"
            items.append(Candidate(prompt, card, requires))
            if draw(st.booleans()):
                last = draw(st.integers(TODAY - 5, TODAY))
                due = draw(st.integers(TODAY - 3, TODAY + 3))
                due_ms = draw(st.none() | st.integers(0, 9))
                states.append(Scheduled(prompt, max(due, last), due_ms, last, draw(st.integers(90, last))))
    return items, states, Limits(draw(st.integers(0, 4)), draw(st.integers(0, 4)))


@given(situations())
def test_the_counts_are_those_of_the_queue(situation: tuple[list[Candidate], list[Scheduled], Limits]) -> None:
    items, states, limits = situation
    planned = plan(items, day(*states, limits=limits))
    known = {state.prompt for state in states}

    queue, counts = planned.queue, planned.counts

    asked = Counts(
        learning=len(queue.learning),
        due=sum(prompt in known for prompt in queue.prompts),
        new=sum(prompt not in known for prompt in queue.prompts),
    )
    assert counts == asked
    assert counts.total == len(queue.learning) + len(queue.prompts)


@given(situations())
def test_with_what_was_answered_already_the_limits_are_kept(
    situation: tuple[list[Candidate], list[Scheduled], Limits],
) -> None:
    items, states, limits = situation
    new_today = sum(state.day == TODAY == state.since_day for state in states)
    reviewed_today = sum(state.day == TODAY != state.since_day for state in states)

    counts = plan(items, day(*states, limits=limits)).counts

    assert counts.new <= max(0, limits.new_per_day - new_today)
    assert counts.due <= max(0, limits.reviews_per_day - reviewed_today)


@given(situations())
def test_a_card_is_asked_once_a_day(situation: tuple[list[Candidate], list[Scheduled], Limits]) -> None:
    """All prompts of one card, asked today or waiting today, are one; steps that were begun today go on."""
    items, states, limits = situation
    answered = {state.prompt for state in states if state.day == TODAY}
    cards_answered = {prompt.partition("/")[0] for prompt in answered}

    queue = plan(items, day(*states, limits=limits)).queue

    waiting = [prompt for prompt, _ in queue.learning if prompt not in answered] + list(queue.prompts)
    cards = [prompt.partition("/")[0] for prompt in waiting]
    assert len(cards) == len(set(cards))
    assert not set(cards) & cards_answered


@given(situations())
def test_new_prompts_keep_their_order_and_come_after_what_they_require(
    situation: tuple[list[Candidate], list[Scheduled], Limits],
) -> None:
    items, states, limits = situation
    order = {item.prompt: place for place, item in enumerate(items)}
    offered = {item.card for item in items}
    requires = {item.prompt: offered.intersection(item.requires) for item in items}
    known = {state.prompt for state in states}
    met = {prompt.partition("/")[0] for prompt in known}

    queue = plan(items, day(*states, limits=limits)).queue

    new = [prompt for prompt in queue.prompts if prompt not in known]
    assert new == sorted(new, key=order.__getitem__)
    for prompt in new:
        assert met.issuperset(requires[prompt])
        met.add(prompt.partition("/")[0])


@given(situations())
def test_nothing_is_asked_before_its_day_or_twice(situation: tuple[list[Candidate], list[Scheduled], Limits]) -> None:
    items, states, limits = situation
    early = {state.prompt for state in states if state.due_day > TODAY}

    queue = plan(items, day(*states, limits=limits)).queue

    asked = [prompt for prompt, _ in queue.learning] + list(queue.prompts)
    assert not early & set(asked)
    assert len(asked) == len(set(asked))
    assert queue == plan(items, day(*states, limits=limits)).queue


def test_nothing_known_and_nothing_offered_is_an_empty_queue() -> None:
    assert plan([], day()).queue == Queue((), ())


def test_the_most_overdue_for_its_interval_comes_first() -> None:
    """Two days late after one day is worse than ten days late after a hundred."""
    states = [
        review("long", due_day=TODAY - 10, day=TODAY - 110),  # 110 of 100 days
        review("short", due_day=TODAY - 2, day=TODAY - 3),  # 3 of 1
        review("punctual", due_day=TODAY, day=TODAY - 4),  # 4 of 4
    ]

    queue = plan(candidates("punctual", "long", "short"), day(*states)).queue

    assert queue.prompts == ("short", "long", "punctual")


def test_equally_overdue_reviews_come_in_another_order_each_day() -> None:
    prompts = [f"card-{number}" for number in range(20)]
    orders = set()
    for today in range(200, 205):
        states = {prompt: review(prompt, due_day=today, day=today - 5) for prompt in prompts}
        orders.add(plan(candidates(*prompts), Day.of(today, states, PLENTY)).queue.prompts)

    assert len(orders) == 5


def test_new_prompts_are_spread_evenly_among_the_reviews() -> None:
    states = [review(f"old-{number}") for number in range(9)]
    new = [f"new-{number}" for number in range(3)]

    queue = plan(candidates(*new, *(state.prompt for state in states)), day(*states)).queue

    places = [queue.prompts.index(prompt) for prompt in new]
    assert len(queue.prompts) == 12
    assert [later - earlier for earlier, later in pairwise(places)] == [4, 4]
    assert 0 < places[0] < 3


def test_learning_steps_come_by_their_time_whatever_the_limits() -> None:
    states = [learning("b", 300), learning("a", 900), learning("left-over", 100, day=TODAY - 1, due_day=TODAY - 1)]

    queue = plan(candidates("a", "b", "left-over"), day(*states, limits=Limits(0, 0))).queue

    assert queue == Queue((("left-over", 100), ("b", 300), ("a", 900)), ())


def test_what_was_answered_today_uses_up_the_limits_of_the_day() -> None:
    """Two new prompts and one review were answered, maybe in another deck."""
    done = [
        Scheduled("other-1", TODAY + 2, None, TODAY, TODAY),
        Scheduled("other-2", TODAY + 2, None, TODAY, TODAY),
        Scheduled("other-3", TODAY + 9, None, TODAY, 50),
    ]
    due = [review(f"due-{number}") for number in range(5)]
    offered = candidates("new-1", "new-2", *(state.prompt for state in due))

    counts = plan(offered, day(*done, *due, limits=Limits(new_per_day=3, reviews_per_day=3))).counts

    assert counts == Counts(learning=0, due=2, new=1)


def test_a_new_prompt_waits_while_a_review_of_its_card_is_put_off_by_the_limit() -> None:
    """Else the prompt that is learnt anew today would be hinted at by its sibling's backlog tomorrow."""
    offered = candidates("cloze/c1", "cloze/c2")

    counts = plan(offered, day(review("cloze/c1"), limits=Limits(5, 0))).counts

    assert counts == Counts()


def test_a_requirement_counts_whichever_part_of_its_card_was_met() -> None:
    offered = [Candidate("later", "later", ("basics",)), Candidate("basics/c1", "basics")]
    met = review("basics/c2", due_day=TODAY + 1)

    assert "later" not in plan(offered, day()).queue.prompts
    assert "later" in plan(offered, day(met)).queue.prompts


def test_a_requirement_that_is_not_among_the_candidates_bars_nothing() -> None:
    offered = [Candidate("later", "later", ("basics",))]

    assert plan(offered, day()).queue.prompts == ("later",)


def test_a_requirement_that_is_introduced_earlier_in_the_same_queue_counts() -> None:
    first, later = Candidate("first", "first"), Candidate("later", "later", ("first",))

    assert plan([first, later], day()).queue.prompts == ("first", "later")
    assert plan([later, first], day()).queue.prompts == ("first",)
    assert plan([first, later], day(limits=Limits(1, 0))).queue.prompts == ("first",)
