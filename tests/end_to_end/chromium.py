"""A browser for tests: headless Chromium, driven over its DevTools protocol with what textual-serve brings along."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import shutil
import subprocess
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from aiohttp import ClientWebSocketResponse

PATIENCE_S = 60
"""What has not come by then will not come; only a failing test waits this long."""

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--remote-debugging-port=0",
    "--window-size=1000,600",
)  # fmt: skip

FIND_TERMINAL = """
Object.defineProperty(Object.prototype, 'fitAddon', {configurable: true, set(addon) {
  window.shown = this;
  Object.defineProperty(this, 'fitAddon', {value: addon});
}});
"""
"""The terminal is drawn on a canvas and kept to itself; this notes it down when it takes its first part."""

WAIT_FOR = """
new Promise(resolve => {
  const text = () => {
    const lines = shown.terminal.buffer.active;
    return [...Array(lines.length).keys()].map(y => lines.getLine(y).translateToString(true)).join('\\n');
  };
  const look = () => text().includes(TEXT) && resolve(text());
  shown.terminal.onWriteParsed(look);
  setTimeout(() => resolve(text()), 30000);
  look();
})
"""
"""A promise of what the terminal shows, kept once that includes TEXT, or after half a minute."""


class Tab:
    """One page with a terminal on it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.requests: list[str] = []
        """The addresses of everything that was fetched."""

    async def open(self, address: str) -> None:
        """Load a page, and return when it has loaded."""
        for domain in ("Network", "Page"):
            await self._call(f"{domain}.enable")
        await self._call("Page.addScriptToEvaluateOnNewDocument", source=FIND_TERMINAL)
        await self._call("Page.navigate", url=address)
        await self._receive("method", "Page.loadEventFired")

    async def evaluate(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Return what a script gives, a promise when it is kept."""
        answer = await self._call("Runtime.evaluate", expression=script, awaitPromise=True)
        return answer["result"].get("value")

    async def wait_for(self, text: str) -> str:
        """Wait until the terminal shows `text`, and return all it shows."""
        shown: str = await self.evaluate(WAIT_FOR.replace("TEXT", json.dumps(text)))
        assert text in shown, shown
        return shown

    async def press(self, keys: str) -> None:
        """Type `keys`, one after the other; `\\r` is Enter."""
        for one in keys:
            code = {"key": "Enter", "windowsVirtualKeyCode": 13} if one == "\r" else {"key": one}
            await self._call("Input.dispatchKeyEvent", type="keyDown", text=one, **code)
            await self._call("Input.dispatchKeyEvent", type="keyUp", **code)

    async def press_f(self, number: int) -> None:
        """Press a function key."""
        await self._call(
            "Input.dispatchKeyEvent", type="rawKeyDown", key=f"F{number}", windowsVirtualKeyCode=111 + number
        )

    async def _call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - as the protocol has it
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        answer = await self._receive("id", number)
        assert "error" not in answer, answer
        return answer["result"]

    async def _receive(self, field: str, value: object) -> Any:  # noqa: ANN401 - as above
        """Return the next message that has `value` in `field`, and note down what is fetched meanwhile."""
        while True:
            message = await self._socket.receive_json(timeout=PATIENCE_S)
            if message.get("method") == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            if message.get(field) == value:
                return message


class Chromium:
    """A running browser."""

    def __init__(self, session: ClientSession, port: str) -> None:
        self._session = session
        self._port = port

    async def tab(self, address: str) -> Tab:
        """Open a page in a tab of its own."""
        async with self._session.put(f"http://127.0.0.1:{self._port}/json/new?about:blank") as made:
            page = await made.json()
        tab = Tab(await self._session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0))
        await tab.open(address)
        return tab


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Chromium]:
    """Run a browser that keeps all it has in `folder`."""
    assert PROGRAM is not None
    process = await asyncio.create_subprocess_exec(
        PROGRAM, *FLAGS, f"--user-data-dir={folder}", stderr=subprocess.PIPE, env={**os.environ, "HOME": str(folder)}
    )
    try:
        assert process.stderr is not None
        line = ""
        while not (port := re.search(r"DevTools listening on ws://127\.0\.0\.1:(\d+)/", line)):
            line = (await asyncio.wait_for(process.stderr.readline(), PATIENCE_S)).decode()
            assert line, "the browser does not start"
        async with ClientSession() as session:
            yield Chromium(session, port[1])
    finally:
        process.terminate()
        await process.communicate()
