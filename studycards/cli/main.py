"""From the arguments to an exit code: 0 done, 1 the answer is "no", 2 wrong usage, 70 a fault of the program."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from studycards.cli.arguments import chosen_language, parse
from studycards.cli.exit_codes import CRASHED, DONE, INTERRUPTED, WRONG_USAGE
from studycards.cli.streams import give_up_output, prepare_streams
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from studycards.locale import Language


def run(arguments: Sequence[str]) -> int:
    """Run one command. A fault that the person can mend is one sentence on standard error."""
    prepare_streams()
    language = chosen_language(arguments, os.environ)
    options = parse(arguments, language)
    try:
        code = _run_command(options, language)
        sys.stdout.flush()
    except StudycardsError as error:
        sys.stderr.write(f"studycards: {language.text(error.key, **error.values)}\n")
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone.
        give_up_output()
        return DONE
    except OSError as error:
        # A file without permission, a full disk behind the output: what the system says is all there is to say.
        where = f": {error.filename}" if error.filename else ""
        sys.stderr.write(f"studycards: {error.strerror}{where}\n")
        give_up_output()
        return WRONG_USAGE
    except Exception as error:  # noqa: BLE001 - the boundary of the process
        from studycards.cli.crash import tell_crash  # noqa: PLC0415 - hopefully never

        tell_crash(error, options, language)
        return CRASHED
    return code


def _run_command(options: Namespace, language: Language) -> int:  # noqa: PLR0911 - one return a command
    """Import just what the command needs: a list of decks pays for no screen, a check for no memory."""
    match options.command:
        case "check":
            from studycards.cli.check import run_check  # noqa: PLC0415 - PyYAML and the questions

            return run_check(options, language)
        case "calc":
            from studycards.cli.calc import run_calc  # noqa: PLC0415 - the engine

            return run_calc(options, language)
        case "preview":
            from studycards.cli.preview import run_preview  # noqa: PLC0415 - the decks and the questions

            return run_preview(options, language)
        case "due" | "list":
            from studycards.cli.listing import run_listing  # noqa: PLC0415 - the workspace

            return run_listing(options)
        case "exam":
            from studycards.cli.exam import run_exam  # noqa: PLC0415 - the workspace and the blueprints

            return run_exam(options)
        case "mistakes":
            from studycards.cli.mistakes import run_mistakes  # noqa: PLC0415 - the workspace and the library of mistakes

            return run_mistakes(options)
        case "serve":
            from studycards.cli.serve import run_serve  # noqa: PLC0415 - sockets and processes

            return run_serve(options, language)
        case "stats":
            from studycards.cli.stats import run_stats  # noqa: PLC0415 - the workspace and the statistics

            return run_stats(options)
        case _:
            from studycards.cli.sessions import run_session  # noqa: PLC0415 - the workspace and a face

            return run_session(options)
