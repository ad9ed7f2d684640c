"""A whole session as lines of text: for pipes, screen readers and terminals that can do no more.

Each question takes one line of input, a sheet one for each of its steps, and so does its rating. Nothing is drawn
over, nothing depends on colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from studycards.cli.commands import command_of
from studycards.cli.output import Page, plain_text
from studycards.cli.question_page import print_answer, print_full_solution, print_question, print_verdict
from studycards.locale import message
from studycards.questions import Unreadable
from studycards.study.sheet_draft import SheetDraft
from studycards.study.view import Mode, Phase
from studycards.study.wording import (
    explains_in_full,
    left_words,
    place_words,
    rating_words,
    summary_words,
    verdict_words,
    wait_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from studycards.locale import Language
    from studycards.memory import Rating
    from studycards.questions import Question
    from studycards.questions.kinds.sheet import SheetQuestion, Step
    from studycards.study.session import Session
    from studycards.study.view import SessionView

SUSPEND = (":suspend", ":zawieś", ":zawies")
FLAG = (":flag", ":oznacz")
"""The names of a command in both languages; one without diacritics, for a keyboard that has none."""

GUIDES = {"sheet": "cli.sheet_help", "recall": "cli.recall_help"}
"""The kinds of questions whose own words about the answer do not say which key to press here."""

COMMANDS = ("?", "!", ":s", ":u", ":f", ":q")


def run_plain(session: Session, language: Language, answers: TextIO) -> None:
    """Run a session until it is done, or its input ends, or the learner leaves."""
    _Conversation(session, Page(language), answers).run()


@dataclass(slots=True)
class _Conversation:
    session: Session
    page: Page
    answers: TextIO
    draft: SheetDraft | None = None
    answered: Question | None = None
    guided: Step | None = None

    def run(self) -> None:
        self.page.say("cli.plain_help")
        shown: SessionView | None = None
        while (view := self.session.view).phase is not Phase.DONE:
            self._show(view, shown)
            shown = view
            print(self._prompt(view), end="", flush=True)
            line = self.answers.readline()
            print("" if self.answers.isatty() else line.rstrip("\n"))
            if not line or line.strip() == ":q":
                self.session.finish()
            else:
                self._take(line.strip())
                self._pass_unrated()
        self._show_summary(self.session.view)

    def _take(self, typed: str) -> None:
        """Do what one line asks for: a command, an answer or a rating."""
        commands: dict[str, Callable[[], SessionView]] = {
            "?": self.session.hint,
            "!": self.session.reveal,
            ":s": self.session.skip,
            ":u": self.session.undo,
            **dict.fromkeys(SUSPEND, self.session.suspend),
            **dict.fromkeys(FLAG, self.session.flag),
        }
        if typed in commands:
            commands[typed]()
        elif typed == ":f":
            self._show_full_solution()
        elif (command := command_of(typed)) is not None and not (self.draft is not None and typed == ":b"):
            self.page.say("cli.unknown_command", found=command.name, known=" ".join(self._commands))
        elif self.draft is not None:
            self._take_step(self.draft, typed)
        elif self.session.view.phase is Phase.ANSWERED:
            self._rate(typed)
        elif self.session.view.question is not None and self.session.view.question.self_graded:
            self.session.reveal()
        else:
            self.session.submit(typed)

    @property
    def _commands(self) -> tuple[str, ...]:
        """What a learner may call, in their language."""
        spelled = 1 if self.page.language.code == "pl" else 0
        return (*COMMANDS, SUSPEND[spelled], FLAG[spelled])

    def _prompt(self, view: SessionView) -> str:
        """Return what stands before the cursor; for a step of a sheet its place and title."""
        self.draft = self._draft_for(view)
        if self.draft is None or self.draft.step is None:
            return "> "
        step, place, of = self.draft.step, len(self.draft.texts) + 1, len(self.draft.question.steps)
        if self.guided is not step:
            self.page.print(step.question.expects, indent="  ")
            self.guided = step
        return f"{place}/{of} {plain_text(step.title, self.page.language)} > "

    def _draft_for(self, view: SessionView) -> SheetDraft | None:
        """Return the sheet that is open, with what was given so far."""
        question = view.question
        if view.phase is not Phase.QUESTION or question is None or question.kind != "sheet":
            return None
        if self.draft is not None and self.draft.question is question:
            return self.draft
        return SheetDraft(cast("SheetQuestion", question))

    def _take_step(self, draft: SheetDraft, typed: str) -> None:
        """Take the answer to one step, or go back one; after the last the whole sheet is handed in."""
        taken = draft.back() if typed == ":b" else draft.put(typed)
        if isinstance(taken, Unreadable):
            self.page.print(taken.reason)
            return
        self.draft = taken
        if taken.step is None:
            self.draft = None
            self.session.submit(taken.typed)

    def _show_full_solution(self) -> None:
        """Print the full solution of the question answered last."""
        if self.answered is None:
            self.page.say("cli.nothing_answered")
        else:
            print_full_solution(self.answered, self.page)

    def _pass_unrated(self) -> None:
        """Go on by itself where there is nothing to rate."""
        view = self.session.view
        if view.phase is Phase.ANSWERED and not view.ratings:
            self._show_answer(view)
            self.session.rate()

    def _rate(self, typed: str) -> None:
        view = self.session.view
        keys = {str(place): rating for place, rating in enumerate(view.ratings, start=1)}
        if typed in keys:
            self.session.rate(keys[typed])
        elif not typed:
            self.session.rate()
        else:
            self.page.say("cli.rate_with", keys=", ".join(keys))

    def _show(self, view: SessionView, before: SessionView | None) -> None:
        """Print what is new since `before`."""
        notice = None if before is not None and view.notice is before.notice else view.notice
        if view.phase is Phase.ANSWERED:
            if before is None or before.phase is not Phase.ANSWERED:
                self._show_answer(view)
            if notice is not None:
                self.page.print(notice)
            self._show_ratings(view)
            return
        if notice is not None:
            self.page.print(notice)
        if before is None or before.question is not view.question:
            self._show_question(view)
        elif len(view.hints) > len(before.hints):
            self.page.say("cli.hint", hint=view.hints[-1])

    def _show_question(self, view: SessionView) -> None:
        question = view.question
        assert question is not None
        language = self.page.language
        deck = language.render(view.deck) if view.deck else ""
        print()
        flag = f" ({language.text('study.flagged')})" if view.flagged else ""
        print(f"[{language.render(place_words(view))}] {deck}{flag}")
        print_question(question, self.page, guide=message(GUIDES[question.kind]) if question.kind in GUIDES else None)

    def _show_answer(self, view: SessionView) -> None:
        assert view.question is not None
        print_verdict(view.reading, view.verdict, verdict_words(view), self.page)
        print_answer(view.question, self.page, reading=view.reading, verdict=view.verdict)
        self.answered = view.question
        if explains_in_full(view.question):
            self.page.say("cli.full_solution")

    def _show_ratings(self, view: SessionView) -> None:
        print("   ".join(self._rating(place, rating, view) for place, rating in enumerate(view.ratings, start=1)))

    def _rating(self, place: int, rating: Rating, view: SessionView) -> str:
        render = self.page.language.render
        words = f"{place} {render(rating_words(rating, view))}"
        wait = f" ({render(wait_words(view.waits[rating]))})" if rating in view.waits else ""
        return f"{words}{wait}{' [Enter]' if rating is view.proposed else ''}"

    def _show_summary(self, view: SessionView) -> None:
        print()
        if view.notice is not None:
            self.page.print(view.notice)
        self.page.print_all(summary_words(view.summary))
        for missed in view.summary.missed:
            self.page.print(missed.stem, indent="  ")
            self.page.say("study.right_answer", answer=missed.answer, indent="    ")
        if view.mode is Mode.REVIEW:
            self.page.print(left_words(view.summary.left))
