"""`calc`: a calculator for any network. A table of its layers, or one quantity, with the worked solution on request."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, WRONG_USAGE
from studycards.engine.errors import EngineError, shown
from studycards.engine.notation import parse
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from argparse import Namespace

    from studycards.decks.asking import Ask
    from studycards.engine.network import Network
    from studycards.locale import Language

EXPLAINED = ("output_shape", "parameters", "macs", "receptive_field")
"""What is explained where nothing is asked: the columns of the table."""


def run_calc(options: Namespace, language: Language) -> int:
    """Print what the network of the command line comes to, or where its notation is wrong.

    Raises:
        StudycardsError: what is asked cannot be read or computed.
    """
    asked = None if options.ask is None else _read_ask(options.ask)
    if asked is None or not asked.is_value:
        _refuse_arrays(options)
    try:
        network = parse(options.network)
        if asked is None:
            _print_network(network, options, language)
        elif asked.is_value:
            from studycards.cli.calc_values import print_value  # noqa: PLC0415 - NumPy, 75 ms

            print_value(network, asked, options, language)
        else:
            _print_answer(network, asked, options, language)
    except EngineError as error:
        _complain(error, options.network, language)
        return WRONG_USAGE
    return DONE


def _refuse_arrays(options: Namespace) -> None:
    """Refuse what only a value needs, where none is asked."""
    needless = [name for name in ("data", "loss", "optimizer") if getattr(options, name)]
    needless += ["batch"] * (options.batch != 1)
    if needless:
        raise StudycardsError("cli.no_value_asked", option=f"--{needless[0]}")


def _print_network(network: Network, options: Namespace, language: Language) -> None:
    from studycards.cli.network_table import network_json, network_lines  # noqa: PLC0415 - not for a single quantity

    solutions = _all_solutions(network, language) if options.explain else {}
    if options.json:
        _print_json({"network": options.network, **network_json(network)}, solutions)
        return
    print("\n".join(network_lines(network, language)))
    for quantity, lines in solutions.items():
        print(f"\n{quantity}", *lines, sep="\n  ")


def _print_answer(network: Network, asked: Ask, options: Namespace, language: Language) -> None:
    from studycards.questions.variants.quantities import quantity  # noqa: PLC0415 - the questions, 5 ms; a table needs none

    answer = quantity(network, asked)
    solution = _solution(network, asked, language) if options.explain else []
    if options.json:
        _print_json({"network": options.network, "ask": options.ask, "answer": answer}, solution)
        return
    sizes = answer if isinstance(answer, tuple) else (answer,)
    print("×".join(map(str, sizes)) if len(sizes) > 1 else language.number(sizes[0]), *solution, sep="\n  ")


def _read_ask(text: str) -> Ask:
    """Return what the words of a deck's field `ask` ask for.

    Raises:
        StudycardsError: they name no quantity.
    """
    from studycards.decks.asking import ASKABLE, Ask  # noqa: PLC0415 - as in `_print_answer`

    asked = Ask.of_words(text)
    if asked is None:
        from studycards.decks.report import did_you_mean  # noqa: PLC0415 - only where something is wrong

        near = did_you_mean(text.partition(" ")[0], ASKABLE)
        raise StudycardsError("decks.ask", found=shown(text), near=near, allowed=", ".join(ASKABLE))
    return asked


def _all_solutions(network: Network, language: Language) -> dict[str, list[str]]:
    """Return the worked solution of each column of the table that the network has."""
    from studycards.decks.asking import Ask  # noqa: PLC0415 - as in `_print_answer`

    solutions = {}
    for name in EXPLAINED:
        try:
            solutions[name] = _solution(network, Ask(name), language)
        except (EngineError, StudycardsError):
            continue
    return solutions


def _solution(network: Network, asked: Ask, language: Language) -> list[str]:
    from studycards.questions.solutions.solution import solve  # noqa: PLC0415 - the worked solutions, 10 ms, only when asked for

    return [language.render(line) for line in solve(network, asked)]


def _print_json(value: dict[str, object], solution: object) -> None:
    from studycards.cli.output import print_json  # noqa: PLC0415 - json and textwrap, 4 ms

    print_json({**value, "solution": solution} if solution else value)


def _complain(error: EngineError, text: str, language: Language) -> None:
    """Print what is wrong in one sentence and, where it has a place in `text`, the text with a caret under it."""
    lines = [f"studycards: {language.text(error.key, **error.values)}"]
    offset: int | None = getattr(error, "offset", None)
    if offset is not None:
        from studycards.decks.problems import marked_line  # noqa: PLC0415 - only where something is wrong

        word = re.compile(r"\w+").match(text, offset)
        lines += marked_line(text, offset + 1, len(word[0]) if word else 1)
    sys.stderr.write("\n  ".join(lines) + "\n")
