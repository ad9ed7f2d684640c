"""`studycards serve`: the same program in a browser, without a network, and for nobody else."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession

from studycards.cli import run
from tests.end_to_end.chromium import PATIENCE_S, PROGRAM, chromium
from tests.end_to_end.conftest import DECK

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.end_to_end.conftest import Program

needs_chromium = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")


@asynccontextmanager
async def served(program: Program) -> AsyncIterator[tuple[str, Process]]:
    """Serve the program on any free port, and give its address."""
    (program.home / "decks").mkdir(parents=True)
    (program.home / "decks" / "three.yaml").write_text(DECK, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *program.command("serve", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    told = (await asyncio.wait_for(process.stdout.readline(), PATIENCE_S)).decode()
    try:
        yield told.split()[3], process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@needs_chromium
async def test_a_card_is_studied_in_a_browser_beside_another_tab(program: Program, tmp_path: Path) -> None:
    """What is rated in either tab is in the log; nothing is fetched from elsewhere; Ctrl+C ends server and programs."""
    async with served(program) as (address, process), chromium(tmp_path / "browser") as browser:
        first = await browser.tab(address)
        await first.wait_for("Flashcards and exercises")
        await first.press("\r")
        await first.wait_for("All decks")
        await first.press("G\r")
        await first.wait_for("What does a convolution compute?")
        await first.press("\r")
        await first.wait_for("A sum of products.")
        await first.press("4")
        await first.wait_for("What is 3 times 4?")

        second = await browser.tab(address)
        await second.wait_for("All decks")
        await second.press("G\r")
        await second.wait_for("What is 3 times 4?")
        for tab in (second, first):
            await tab.press("12\r")
            await tab.wait_for("Right")
            await tab.press("\r")
            await tab.wait_for("Which one is right?")
        await second.wait_for("F4 skip")
        await second.press_f(4)
        await second.wait_for("1 card skipped")

        process.send_signal(signal.SIGINT)
        code = await asyncio.wait_for(process.wait(), PATIENCE_S)
        end = await first.evaluate("getComputedStyle(document.querySelector('.over')).display")

        assert code == 0
        assert end == "flex"
        assert program.new("three") == 1
        assert all(request.startswith((address, "data:")) for tab in (first, second) for request in tab.requests)


async def test_other_pages_in_the_browser_are_turned_away(program: Program) -> None:
    """A page from elsewhere could open our socket and type, or reach us by a name of its own."""
    async with served(program) as (address, _), ClientSession() as client:
        ours = await client.get(address)
        strangers = [
            await client.get(f"{address}/ws", headers={"Origin": "http://elsewhere.example"}),
            await client.get(address, headers={"Host": "elsewhere.example"}),
        ]

        assert ours.status == 200
        assert "default-src 'self'" in ours.headers["Content-Security-Policy"]
        assert [stranger.status for stranger in strangers] == [403, 403]


def test_a_taken_port_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = run(["--home", str(tmp_path), "--lang", "en", "serve", "--port", str(port)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"studycards: port {port} is taken; any that is free: studycards serve --port 0\n"
    )


def test_without_the_extra_the_program_says_how_to_install_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.delitem(sys.modules, "studycards.cli.browser", raising=False)

    assert run(["--home", str(tmp_path), "--lang", "pl", "serve"]) == 2
    assert capsys.readouterr().err == (
        f"studycards: przeglądarka wymaga pakietu textual-serve: {sys.executable} -m pip install textual-serve\n"
    )
