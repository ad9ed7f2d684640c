"""A fault of the program itself: a sentence, an exit code of its own, and a report without the values of variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from studycards.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command go wrong in a way that no learner can mend."""

    def broken(*_: object) -> NoReturn:
        answer = "a secret"
        raise LookupError(len(answer))

    monkeypatch.setattr("studycards.cli.main._run_command", broken)


def test_a_fault_is_told_in_one_sentence_that_names_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["--home", str(tmp_path / "home"), "--lang", "pl", "due"])
    told = capsys.readouterr().err
    report = tmp_path / "home" / "crash.txt"

    assert code == 70
    assert told == (
        "studycards: błąd w programie (LookupError). Wszystkie oceny są zapisane;"
        f" opis dla autorów jest w pliku {report}\n"
    )
    written = report.read_text(encoding="utf-8")
    assert written.startswith("studycards 0.1.0 due\nPython 3.")
    assert "in broken\n    raise LookupError(len(answer))\nLookupError: 8\n" in written
    assert "secret" not in written


def test_a_report_that_cannot_be_written_hides_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").touch()
    code = run(["--home", str(tmp_path / "home"), "--lang", "en", "due"])

    assert code == 70
    assert "the report could not be written (File exists)" in capsys.readouterr().err
