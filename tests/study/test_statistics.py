"""The statistics of decks: joined with their titles, apart for each, and what the list of decks says of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from studycards.locale import Language
from studycards.memory import Counts, Memory, Rating
from studycards.memory.statistics import Maturity, Share, Streak
from studycards.study import Workspace
from studycards.study.dates import date_of, date_words, distance_words, weekday
from studycards.study.statistics_wording import duration_words, expected_words, overview_words, waiting_words
from tests.clock import DAY_MS, MONDAY, MONDAY_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studycards.locale import Message
    from tests.clock import Clock

PL = Language("pl")
EN = Language("en")

SIZES = """\
format: 1
id: sizes
title: {pl: Rozmiary, en: Sizes}
cards:
- id: padded
  type: computed
  question: {pl: "Rozmiar ${H}?", en: "Size ${H}?"}
  vars: {H: [32]}
  network: "[1, H, H] | conv2d(1, 5, padding=2)"
  ask: output_size
- id: sum
  type: number
  question: {pl: "2 + 2?", en: "2 + 2?"}
  answer: 4
  requires: [padded]
"""

IDEAS = """\
format: 1
id: ideas
title: {pl: Pomysły, en: Ideas}
cards:
- id: unet
  question: {pl: "Co łączy U-Net?", en: "What does U-Net join?"}
  answer: {pl: Koder z dekoderem., en: Encoder and decoder.}
"""

RIGHT = {"padded": "32", "sum": "4"}


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    (tmp_path / "builtin").mkdir()
    for name, deck in (("sizes", SIZES), ("ideas", IDEAS)):
        (tmp_path / f"{name}.yaml").write_text(deck, encoding="utf-8")
    decks = [tmp_path / "sizes.yaml", tmp_path / "ideas.yaml"]
    with Workspace.open(tmp_path / "home", clock, language="pl", decks=decks, builtin=tmp_path / "builtin") as opened:
        yield opened


def study(workspace: Workspace, clock: Clock, deck: str, *wrong: str, seconds: int = 10) -> None:
    """Answer each card of a deck once, those named with what comes without padding, and leave."""
    session = workspace.quiz([deck], schedule=True)
    for _ in range(session.view.total):
        question = session.view.question
        assert question is not None
        clock.at_ms += seconds * 1000
        if question.self_graded:
            session.reveal()
        else:
            session.submit("28" if question.prompt in wrong else RIGHT[question.prompt])
        session.rate(Rating.AGAIN if question.prompt in wrong else Rating.GOOD)


def test_the_statistics_of_all_decks_and_of_one(workspace: Workspace, clock: Clock) -> None:
    """Monday: both cards of `sizes`, 10 s each; Tuesday: again, one of them wrong, and the card of `ideas`.

    A prompt takes (5·10 s + 5·20 s)/10 as far as is known.
    """
    study(workspace, clock, "sizes")
    clock.at_ms = MONDAY_MS + DAY_MS
    study(workspace, clock, "sizes", "padded")
    study(workspace, clock, "ideas")
    figures = workspace.statistics.read()
    whole, sizes, ideas = figures.view(), figures.view("sizes"), figures.view("ideas")

    assert whole.today == MONDAY + 1
    assert [(day, figure.answers) for day, figure in whole.days.items()] == [(MONDAY, 2), (MONDAY + 1, 3)]
    assert whole.pace_ms == 15_000
    assert whole.streak == Streak(current=2, longest=2)
    assert whole.retention[0].young == Share(asked=2, kept=1)
    assert (whole.maturity.new, whole.maturity.learning, whole.maturity.learned) == (0, 1, 2)
    assert (whole.waiting, whole.forecast.days[0]) == (Counts(learning=1), 1)
    assert sum(whole.forecast.days) == 3
    assert (sizes.days[MONDAY + 1].answers, ideas.days[MONDAY + 1].answers) == (2, 1)
    assert (sizes.maturity.total, ideas.maturity.total) == (2, 1)
    assert (sizes.waiting, ideas.waiting) == (Counts(learning=1), Counts())
    assert [mistake.id for mistake in sizes.mistakes] == ["size.no_pad"]
    assert ideas.mistakes == ()


def test_only_the_chosen_decks_are_counted(workspace: Workspace, clock: Clock) -> None:
    study(workspace, clock, "sizes")
    study(workspace, clock, "ideas")
    view = workspace.statistics.read(["ideas"]).view()

    assert sum(day.answers for day in view.days.values()) == 1
    assert view.maturity == Maturity(young=1)


def test_answers_to_cards_that_are_gone_count_in_the_whole_only(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    study(workspace, clock, "sizes")
    study(workspace, clock, "ideas")
    (tmp_path / "empty").mkdir()
    decks = [tmp_path / "sizes.yaml"]
    with Workspace.open(tmp_path / "home", clock, decks=decks, builtin=tmp_path / "empty") as later:
        figures = later.statistics.read()

        assert sum(day.answers for day in figures.view().days.values()) == 3
        assert sum(day.answers for day in figures.view("sizes").days.values()) == 2
        assert figures.view().maturity.total == 2
        assert later.statistics.history("unet").deck is None


def test_a_topic_is_ranked_once_it_was_asked_often_enough(workspace: Workspace, clock: Clock) -> None:
    """Five reviews of `ideas` make it a topic; of `sizes` there are four after the first day, one of them wrong."""
    for day in range(6):
        clock.at_ms = MONDAY_MS + day * DAY_MS
        study(workspace, clock, "ideas")
    for day in range(6, 9):
        clock.at_ms = MONDAY_MS + day * DAY_MS
        study(workspace, clock, "sizes", *(["padded"] if day == 8 else []))
    before = workspace.statistics.read().view().topics
    clock.at_ms += DAY_MS
    study(workspace, clock, "sizes")
    after = workspace.statistics.read().view().topics

    assert [(topic.id, topic.share) for topic in before] == [("ideas", Share(5, 5))]
    assert [(topic.id, topic.share) for topic in after] == [("sizes", Share(5, 4)), ("ideas", Share(5, 5))]
    assert PL.render(after[0].title) == "Rozmiary"


def test_the_outlook_says_what_the_statistics_say(workspace: Workspace, clock: Clock) -> None:
    for day in range(3):
        clock.at_ms = MONDAY_MS + day * DAY_MS
        study(workspace, clock, "sizes", seconds=6)
    outlook = workspace.statistics.outlook()
    view = workspace.statistics.read().view()

    assert (outlook.streak, outlook.answers, outlook.pace_ms) == (3, 2, 11_600)
    assert outlook.ahead == view.forecast.days[1:8]
    assert outlook.maturity[""] == view.maturity
    assert outlook.maturity["ideas"] == Maturity(new=1)


def test_without_answers_nothing_is_known_but_what_is_new(workspace: Workspace) -> None:
    outlook, view = workspace.statistics.outlook(), workspace.statistics.read().view()

    assert (outlook.streak, outlook.answers, outlook.pace_ms, sum(outlook.ahead)) == (0, 0, None, 0)
    assert (view.days, view.topics, view.mistakes) == ({}, (), ())
    assert told(overview_words(view)) == ["Dziś nie było jeszcze odpowiedzi.", "Czeka: 3 nowe karty."]


def told(words: Iterator[Message]) -> list[str]:
    return [PL.render(one) for one in words]


def test_the_overview_in_words(workspace: Workspace, clock: Clock) -> None:
    """Two prompts of 45 s are few: one is expected to take (2·45 s + 8·20 s)/10 = 25 s."""
    study(workspace, clock, "sizes", "padded", seconds=45)

    assert told(overview_words(workspace.statistics.read().view())) == [
        "Dziś: 2 odpowiedzi, 2 minuty.",
        "Czeka: 1 powtórka i 1 nowa, około minuty.",
        "Seria: 1 dzień, najdłuższa: 1 dzień.",
        "Razem: 2 odpowiedzi, 2 minuty; nauka w 1 dniu.",
    ]


def test_what_waits_in_words() -> None:
    assert PL.render(waiting_words(Counts(learning=2, due=3, new=22))) == "5 powtórek i 22 nowe"
    assert PL.render(waiting_words(Counts(new=5))) == "5 nowych kart"
    assert PL.render(waiting_words(Counts(due=1))) == "1 powtórka"
    assert EN.render(waiting_words(Counts(due=1, new=1))) == "1 review and 1 new card"


def test_the_time_that_it_takes_in_words() -> None:
    """12 s each: 5 of them take a minute, 100 twenty, 1000 three hours and 20 minutes."""
    assert [PL.render(expected_words(Counts(due=count), 12_000)) for count in (0, 1, 5, 100, 1000)] == [
        "", ", około minuty", ", około minuty", ", około 20 minut", ", około 3,3 godz.",
    ]  # fmt: skip
    assert expected_words(Counts(due=5), None) == ""
    assert [EN.render(duration_words(seconds * 1000)) for seconds in (29, 60, 7140, 9000)] == [
        "less than a minute", "1 minute", "119 minutes", "2.5 h",
    ]  # fmt: skip


def test_the_history_of_a_card(workspace: Workspace, clock: Clock) -> None:
    study(workspace, clock, "sizes", "padded", seconds=7)
    clock.at_ms = MONDAY_MS + DAY_MS
    study(workspace, clock, "sizes")
    clock.at_ms = MONDAY_MS + 3 * DAY_MS
    history = workspace.statistics.history("padded")
    newest, oldest = history.answers
    assert history.stem is not None
    assert history.deck is not None
    assert history.state is not None

    assert (PL.render(history.deck), PL.render(history.stem)) == ("Rozmiary", "Rozmiar 32?")
    assert (newest.rating, newest.typed, newest.verdict, newest.days_ago) == (Rating.GOOD, "32", "right", 2)
    assert (oldest.rating, oldest.typed, oldest.verdict, oldest.days_ago) == (Rating.AGAIN, "28", "wrong", 3)
    assert (oldest.seconds, oldest.wait.minutes, oldest.wait.days) == (7, 10, 0)
    assert [PL.render(title) for title in oldest.mistakes] == ["pominięte wypełnienie"]
    assert newest.wait.days == history.state.due_day - (MONDAY + 1)


def test_how_likely_a_card_is_known_falls_with_time(workspace: Workspace, clock: Clock) -> None:
    """When the stability is over, it is 90 % by definition."""
    study(workspace, clock, "sizes")
    state = workspace.statistics.history("sum").state
    assert state is not None
    chances = []
    for days in (0, 1, round(state.stability), 60):
        clock.at_ms = MONDAY_MS + days * DAY_MS
        chances.append(workspace.statistics.history("sum").chance or 0)

    assert chances[0] == 1
    assert chances[2] == pytest.approx(0.9, abs=0.02)
    assert chances == sorted(chances, reverse=True)


def reasons(workspace: Workspace, prompt: str) -> list[str]:
    return [EN.render(reason) for reason in workspace.statistics.history(prompt).reasons]


def test_why_a_card_comes_when_it_comes(workspace: Workspace, clock: Clock) -> None:
    new = "This card is new: it waits for its first answer."

    assert reasons(workspace, "padded") == [new]
    assert reasons(workspace, "sum") == [new, "The card that it requires comes first: padded."]
    assert reasons(workspace, "nowhere") == ["No deck has this card any more; its history stays."]

    session = workspace.review()
    session.submit("28")
    session.rate(Rating.AGAIN)

    assert reasons(workspace, "padded")[0].startswith("It is in a learning step")
    assert reasons(workspace, "sum") == [new, "The card that it requires has been there already: padded."]

    clock.at_ms += 600_000
    study(workspace, clock, "sizes")
    state = workspace.statistics.history("sum").state
    assert state is not None
    interval = state.due_day - state.day
    told_at = []
    for ahead in (0, interval - 1, interval, interval + 1, interval + 5):
        clock.at_ms = MONDAY_MS + ahead * DAY_MS
        told_at += reasons(workspace, "sum")

    assert told_at == [
        f"It is not due for {interval} days; only a quiz or an exam asks it now.",
        "It is not due until tomorrow; only a quiz or an exam asks it now.",
        f"It is due today; the last interval was {interval} days.",
        f"It was due yesterday; the last interval was {interval} days.",
        f"It was due 5 days ago; the last interval was {interval} days.",
    ]


def test_a_suspended_card_says_so_and_is_counted_apart(workspace: Workspace, clock: Clock) -> None:
    study(workspace, clock, "sizes")
    with Memory.open(workspace.home / "reviews.db", clock) as memory:
        memory.suspend(["sum", "unet"])
    view, outlook = workspace.statistics.read().view(), workspace.statistics.outlook()

    assert view.maturity == outlook.maturity[""] == Maturity(young=1, suspended=2)
    assert sum(view.forecast.days) == 1
    assert view.waiting == Counts()
    assert reasons(workspace, "unet")[0] == "The card is suspended: reviews do not ask it."


def test_a_reset_card_is_new_again_and_keeps_its_answers(workspace: Workspace, clock: Clock) -> None:
    study(workspace, clock, "sizes")
    with Memory.open(workspace.home / "reviews.db", clock) as memory:
        memory.reset(["padded"])
    history = workspace.statistics.history("padded")

    assert (history.state, history.chance, len(history.answers)) == (None, None, 1)
    assert reasons(workspace, "padded") == ["This card is new: it waits for its first answer."]


def test_study_days_have_dates() -> None:
    assert date_of(MONDAY) == date(2026, 1, 5)
    assert [weekday(MONDAY + day) for day in range(7)] == list(range(7))
    assert PL.render(date_words(MONDAY, MONDAY)) == "5 sty"
    assert EN.render(date_words(MONDAY - 5, MONDAY)) == "Dec 31, 2025"
    assert [PL.render(distance_words(days)) for days in (-3, -1, 0, 1, 5)] == [
        "3 dni temu", "wczoraj", "dziś", "jutro", "za 5 dni",
    ]  # fmt: skip
