"""A whole exam as lines of text: one question after another, in any order, until it is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from studycards.cli.commands import command_of, is_known
from studycards.cli.exam_page import print_lost, print_report
from studycards.cli.output import Page, plain_text
from studycards.cli.question_page import print_answer, print_question
from studycards.locale import message
from studycards.questions import Unreadable
from studycards.study.exam.wording import last_call, own_grade_words, place_words, standing_words
from studycards.study.sheet_draft import SheetDraft, joined, split

if TYPE_CHECKING:
    from typing import TextIO

    from studycards.cli.commands import Command
    from studycards.locale import Language
    from studycards.questions.kinds.sheet import SheetQuestion
    from studycards.study.exam.exam import Exam
    from studycards.study.exam.view import ExamView

COMMANDS = (":n", ":b", ":g", ":f", ":l", ":d", ":q")

YES = {"t", "tak", "y", "yes"}

OWN_GRADES = {"0": Fraction(0), "1": Fraction(1, 2), "2": Fraction(1)}


def run_plain_exam(exam: Exam, language: Language, answers: TextIO) -> None:
    """Sit an exam until it is handed in, its time is up, or the input ends; then show what it came to."""
    _Sitting(exam, Page(language), answers).run()


@dataclass(slots=True)
class _Sitting:
    exam: Exam
    page: Page
    answers: TextIO
    shown: int | None = None
    draft: SheetDraft | None = None
    given: tuple[str, ...] = ()
    """The answers to the steps of the open sheet that were given before."""

    def run(self) -> None:
        """Ask until no more answers are taken."""
        self.page.print(self.exam.view.title)
        self.page.say("cli.exam_help")
        while (view := self.exam.view).report is None:
            if view.at != self.shown:
                self._show(view)
            self.shown = view.at
            line = self._line(self._prompt(view))
            told = view.notice
            if line is None or line == ":q":
                self._put_aside()
                self.exam.leave()
                break
            if self.exam.tick(self._begun_sheet()).report is None:
                self._take(line)
            self._tell_last_call(view.seconds_left)
            notice = self.exam.view.notice
            if notice is not None and notice is not told:
                self.page.print(notice)
        self._finish()

    def _take(self, typed: str) -> None:
        """Do what one line asks for: a command or an answer."""
        if typed == ":b" and self.draft is not None and self.draft.texts:
            self.draft = self.draft.back()
        elif (command := command_of(typed)) is not None:
            self._obey(command)
        elif self.draft is not None:
            self._take_step(self.draft, typed)
        elif typed:
            self.exam.answer(typed)
        else:
            self.exam.move(1)

    def _obey(self, called: Command) -> None:
        """Do what a command says; the steps of an open sheet stay as they are."""
        if not is_known(called, COMMANDS, numbered={":g"}):
            self.page.say("cli.unknown_command", found=called.name, known=" ".join(COMMANDS))
            return
        self._put_aside()
        command, number = called
        if command == ":l":
            self._list()
        elif command == ":f":
            self.exam.flag()
            self.page.say("exam.flag_on" if self.exam.view.slot.flagged else "exam.flag_off")
        elif command == ":d":
            self.exam.hand_in(":d")
        elif command == ":g":
            self.exam.go(int(number) - 1 if number.isdecimal() else -1)
            self.shown = None
        else:
            self.exam.move(1 if command == ":n" else -1)
            self.shown = None

    def _take_step(self, draft: SheetDraft, typed: str) -> None:
        """Take the answer to one step, or keep what was given for it before; after the last the sheet is kept."""
        taken = draft.put(typed or self.given[len(draft.texts)])
        if isinstance(taken, Unreadable):
            self.page.print(taken.reason)
            return
        self.draft = taken
        if taken.step is None:
            self.draft = None
            if any(taken.texts):
                self.exam.answer(taken.typed)
            else:
                self.exam.move(1)

    def _put_aside(self) -> None:
        """Keep the steps of a sheet that are answered already, and stay at its question."""
        typed = self._begun_sheet()
        self.draft = None
        if typed:
            self.exam.keep(typed)

    def _begun_sheet(self) -> str:
        """Return the steps of the open sheet, where some were answered just now."""
        if self.draft is None or not self.draft.texts:
            return ""
        texts = (*self.draft.texts, *self.given[len(self.draft.texts) :])
        return joined(texts) if any(texts) else ""

    def _tell_last_call(self, before: int) -> None:
        """Say once that the time comes to its end."""
        words = last_call(before, self.exam.view.seconds_left)
        if words is not None:
            self.page.print(words)

    def _prompt(self, view: ExamView) -> str:
        """Return what stands before the cursor; for a step of a sheet its place, its title and what was given."""
        if view.question.kind != "sheet":
            self.draft = None
            return "> "
        if self.draft is None or self.draft.question is not view.question:
            self.draft = SheetDraft(cast("SheetQuestion", view.question))
            self.given = split(view.typed, len(self.draft.question.steps))
        place = len(self.draft.texts)
        step = self.draft.question.steps[place]
        given = f" [{self.given[place]}]" if self.given[place] else ""
        return f"{place + 1}/{len(self.given)} {plain_text(step.title, self.page.language)}{given} > "

    def _show(self, view: ExamView) -> None:
        language = self.page.language
        print()
        print(f"[{' · '.join(map(language.render, place_words(view)))}] {plain_text(view.slot.topic, language)}")
        is_sheet = view.question.kind == "sheet"
        print_question(view.question, self.page, guide=message("cli.sheet_help") if is_sheet else None)
        if view.typed:
            self.page.say("exam.your_answer", answer=view.typed)

    def _list(self) -> None:
        for words, numbers in standing_words(self.exam.view):
            print(f"{self.page.language.render(words)}: {numbers}")

    def _finish(self) -> None:
        """Show what the exam came to, and offer to have what was lost asked again."""
        if self.exam.view.report is None:
            self.page.say("cli.exam_left", name=self.exam.attempt.id)
            return
        self._grade_own()
        report = self.exam.view.report
        print_report(report, self.exam.attempt.blueprint, self.page)
        for item in report.lost:
            print_lost(item, self.page)
        if report.lost and self._agrees():
            notice = self.exam.schedule_lost().notice
            assert notice is not None
            self.page.print(notice)

    def _grade_own(self) -> None:
        """Have the learner grade what no program can."""
        report = self.exam.view.report
        assert report is not None
        for item in report.ungraded:
            print()
            self.page.print(item.question.stem)
            self.page.say("exam.your_answer", answer=item.typed)
            print_answer(item.question, self.page)
            self.page.print(own_grade_words(item))
            while (grade := self._line("> ")) is not None and grade not in OWN_GRADES:
                self.page.print(own_grade_words(item))
            if grade is None:
                return
            self.exam.grade(item.place, OWN_GRADES[grade])

    def _agrees(self) -> bool:
        report = self.exam.view.report
        assert report is not None
        words = self.page.language.text("exam.offer", count=len(report.lost))
        answer = self._line(f"{words} {self.page.language.text('cli.yes_or_no')} ")
        return answer is not None and answer.casefold() in YES

    def _line(self, prompt: str) -> str | None:
        """Return the next line of input; None where it has ended."""
        print(prompt, end="", flush=True)
        line = self.answers.readline()
        print("" if self.answers.isatty() else line.rstrip("\n"))
        return line.strip() if line else None
