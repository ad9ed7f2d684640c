"""What can be typed on the command line, explained in the learner's language."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

from studycards import __version__
from studycards.cli.exit_codes import WRONG_USAGE
from studycards.cli.usage import port, positive, usage_words
from studycards.locale import LANGUAGES, Language, detect_language

if TYPE_CHECKING:
    from argparse import Namespace, _ArgumentGroup, _SubParsersAction
    from collections.abc import Iterator, Mapping, Sequence

    Commands = _SubParsersAction["_Parser"]

CARD_TYPES = (
    "basic", "cloze", "choice", "true_false", "order", "match", "text", "number", "computed", "steps", "compare",
)  # fmt: skip

ANSWER = "--answer"


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language for help and errors, before anything is parsed or opened."""
    for option, value in pairwise([*arguments, ""]):
        name, _, joined = option.partition("=")
        if name == "--lang" and (joined or value) in LANGUAGES:
            return Language("pl" if (joined or value) == "pl" else "en")
    return Language(detect_language(environment))


def parse(arguments: Sequence[str], language: Language) -> Namespace:
    """Return the parsed command line; help and a wrong one end the process with exit code 0 and 2."""
    return _Interface(language).build().parse_args(list(_joined(arguments)))


def _joined(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the arguments with each answer joined to its option: one that begins with a minus is an answer, too."""
    rest = iter(arguments)
    for argument in rest:
        value = next(rest, None) if argument == ANSWER else None
        yield argument if value is None else f"{argument}={value}"


class _Help(RawDescriptionHelpFormatter):
    """Help whose usage line begins with the word of the language."""

    usage_word = "usage: "

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401 - as in argparse
        super().add_usage(usage, actions, groups, prefix or self.usage_word)


class _Parser(ArgumentParser):
    """A parser whose errors are one sentence in the language of its class, like all errors of the program."""

    language: Language

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {usage_words(message, self.language)} ({self.prog} --help)\n")
        raise SystemExit(WRONG_USAGE)


@dataclass(frozen=True, slots=True)
class _Interface:
    """Builds the parser with every word in one language."""

    language: Language

    def build(self) -> _Parser:
        parser = self._parser(
            prog="studycards",
            description=self._text("description"),
            epilog=self._text("epilog"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=self._help,
        )
        options = self._options(parser, default=None)
        options.add_argument(
            "--version", action="version", version=f"studycards {__version__}", help=self._text("version")
        )
        options.add_argument("--no-mouse", action="store_true", help=self._text("no_mouse"))
        commands = parser.add_subparsers(
            dest="command",
            title=self._text("commands"),
            metavar=self._text("command"),
            prog="studycards",  # else the usage line is formatted for it, which loads `shutil`, 3 ms
        )
        self._review(commands)
        self._quiz(commands)
        self._exam(commands)
        self._listing(commands, "due")
        self._listing(commands, "list")
        self._mistakes(commands)
        self._stats(commands)
        self._calc(commands)
        self._check(commands)
        self._preview(commands)
        self._serve(commands)
        return parser

    def _review(self, commands: Commands) -> None:
        command, options = self._command(commands, "review")
        self._decks(command)
        self._plain(options)

    def _quiz(self, commands: Commands) -> None:
        command, options = self._command(commands, "quiz")
        self._decks(command)
        self._plain(options)
        options.add_argument("-n", "--count", type=positive, metavar="N", help=self._text("count"))
        options.add_argument("--seed", type=int, metavar="N", help=self._text("seed"))
        options.add_argument("--tag", help=self._text("tag"))
        options.add_argument("--type", choices=CARD_TYPES, help=self._text("type"))
        options.add_argument("--schedule", action="store_true", help=self._text("schedule"))

    def _exam(self, commands: Commands) -> None:
        command, options = self._command(commands, "exam")
        self._arguments(command).add_argument("name", nargs="?", metavar="NAME", help=self._text("exam_name"))
        self._plain(options)
        options.add_argument("--list", action="store_true", help=self._text("exam_list"))
        options.add_argument("--new", action="store_true", help=self._text("exam_new"))
        options.add_argument("--seed", type=int, metavar="N", help=self._text("exam_seed"))
        options.add_argument("--json", action="store_true", help=self._text("exam_json"))

    def _listing(self, commands: Commands, name: str) -> None:
        command, options = self._command(commands, name)
        self._decks(command)
        options.add_argument("--json", action="store_true", help=self._text("json"))

    def _mistakes(self, commands: Commands) -> None:
        _, options = self._command(commands, "mistakes")
        options.add_argument("--days", type=positive, metavar="N", help=self._text("days"))
        options.add_argument("--json", action="store_true", help=self._text("json"))

    def _stats(self, commands: Commands) -> None:
        command, options = self._command(commands, "stats")
        self._decks(command)
        options.add_argument("--days", type=positive, default=7, metavar="N", help=self._text("stats_days"))
        options.add_argument("--json", action="store_true", help=self._text("json"))

    def _calc(self, commands: Commands) -> None:
        command, options = self._command(commands, "calc")
        self._arguments(command).add_argument("network", metavar="NETWORK", help=self._text("network"))
        options.add_argument("--ask", metavar="QUANTITY", help=self._text("ask"))
        options.add_argument("--data", metavar="NAME=VALUES", action="append", default=[], help=self._text("data"))
        options.add_argument("--loss", metavar="CALL", help=self._text("loss"))
        options.add_argument("--optimizer", metavar="CALL", help=self._text("optimizer"))
        options.add_argument("--batch", type=positive, default=1, metavar="N", help=self._text("batch"))
        options.add_argument("--seed", type=int, default=0, metavar="N", help=self._text("data_seed"))
        options.add_argument("--explain", action="store_true", help=self._text("explain"))
        options.add_argument("--json", action="store_true", help=self._text("json"))

    def _check(self, commands: Commands) -> None:
        command, options = self._command(commands, "check")
        self._arguments(command).add_argument("paths", nargs="+", metavar="PATH", help=self._text("paths"))
        options.add_argument("--seeds", type=positive, default=100, metavar="N", help=self._text("seeds"))
        options.add_argument("--json", action="store_true", help=self._text("json"))

    def _preview(self, commands: Commands) -> None:
        command, options = self._command(commands, "preview")
        self._arguments(command).add_argument("card", metavar="CARD", help=self._text("card"))
        options.add_argument("--seed", type=int, default=0, metavar="N", help=self._text("preview_seed"))
        options.add_argument(ANSWER, metavar="TEXT", help=self._text("answer"))
        options.add_argument("--full", action="store_true", help=self._text("full"))
        options.add_argument("--json", action="store_true", help=self._text("json"))

    def _serve(self, commands: Commands) -> None:
        _, options = self._command(commands, "serve")
        options.add_argument("--port", type=port, default=8000, metavar="N", help=self._text("port"))

    def _command(self, commands: Commands, name: str) -> tuple[_Parser, _ArgumentGroup]:
        """Add a command; the options of the program may stand before it and after it."""
        words = self._text(f"{name}_command")
        prog = f"studycards {name}"
        command = commands.add_parser(
            name,
            prog=prog,
            help=words,
            description=words,
            add_help=False,
            allow_abbrev=False,
            formatter_class=self._help,
        )
        return command, self._options(command, default=SUPPRESS)

    @property
    def _parser(self) -> type[_Parser]:
        return type("_Parser", (_Parser,), {"language": self.language})

    @property
    def _help(self) -> type[_Help]:
        return type("_Help", (_Help,), {"usage_word": f"{self._text('usage')}: "})

    def _options(self, parser: _Parser, *, default: str | None) -> _ArgumentGroup:
        options = parser.add_argument_group(self._text("options"))
        options.add_argument("-h", "--help", action="help", help=self._text("help"))
        options.add_argument("--home", metavar="DIR", default=default, help=self._text("home"))
        options.add_argument("--lang", choices=LANGUAGES, default=default, help=self._text("lang"))
        return options

    def _arguments(self, command: _Parser) -> _ArgumentGroup:
        return command.add_argument_group(self._text("arguments"))

    def _decks(self, command: _Parser) -> None:
        self._arguments(command).add_argument("decks", nargs="*", metavar="DECK", help=self._text("decks"))

    def _plain(self, options: _ArgumentGroup) -> None:
        options.add_argument("--plain", action="store_true", help=self._text("plain"))
        options.add_argument("--no-mouse", action="store_true", default=SUPPRESS, help=self._text("no_mouse"))

    def _text(self, name: str) -> str:
        return self.language.text(f"cli.{name}")
