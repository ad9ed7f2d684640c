"""The web server behind `studycards serve`: textual-serve's bridge to the program, on a page of our own.

The page of textual-serve fetches its font from another machine, and its socket answers any page that is open in the
browser. Ours needs no network, and answers only itself.
"""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from aiohttp import web
from textual_serve.server import Server

if TYPE_CHECKING:
    import socket

    from aiohttp.typedefs import Handler, Middleware

    from studycards.locale import Language

PAGE = Path(__file__).with_name("page")
"""The folder of the page."""

NOTHING_FROM_ELSEWHERE = (
    "default-src 'self'; connect-src 'self' ws://{host}; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
)
"""What the browser may load: files and the socket of this server. The terminal sets styles from its script."""

GOODBYE_S = 2.0
"""For the programs in open tabs to end before they are cut off."""


def serve(listening: socket.socket, command: str, language: Language) -> None:
    """Answer at `listening` until a signal ends it; each tab runs `command` anew."""
    web.run_app(
        _application(listening.getsockname()[1], command, language),
        sock=listening,
        shutdown_timeout=GOODBYE_S,
        access_log=None,
        print=None,
    )


def _application(port: int, command: str, language: Language) -> web.Application:
    bridge = Server(command, title="studycards")
    application = web.Application(middlewares=[_answers_only(f"127.0.0.1:{port}", f"localhost:{port}")])
    application.add_routes(
        [
            web.get("/", partial(_page, language=language)),
            web.get("/ws", bridge.handle_websocket),
            web.get("/download/{key}", bridge.handle_download),
            web.static("/static", bridge.statics_path),
            web.static("/page", PAGE),
        ]
    )
    return application


def _answers_only(*hosts: str) -> Middleware:
    """Turn away the pages of other servers, which may name this one in their addresses or open its socket."""
    origins = {f"http://{host}" for host in hosts}

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host not in hosts or request.headers.get("Origin", f"http://{request.host}") not in origins:
            raise web.HTTPForbidden
        return await handler(request)

    return middleware


async def _page(request: web.Request, *, language: Language) -> web.Response:
    words = {name: escape(language.text(f"shell.browser_{name}")) for name in ("closed", "again", "needs_scripts")}
    template = Template((PAGE / "index.html").read_text(encoding="utf-8"))
    page = template.substitute(words, language=language.code, host=request.host)
    policy = NOTHING_FROM_ELSEWHERE.format(host=request.host)
    return web.Response(text=page, content_type="text/html", headers={"Content-Security-Policy": policy})
