"""What a start really loads, seen in a clean process: start-up time is import time."""

from __future__ import annotations

import json
import subprocess
import sys
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import pytest
from grimp import build_graph

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"numpy", "yaml", "fsrs", "textual", "rich", "sqlite3", "asyncio", "argparse", "dataclasses", "tomlkit"}

LIST_MODULES = "import json, sys; sys.stderr.write(json.dumps(sorted(sys.modules)))"


def loaded_by(code: str, home: Path) -> set[str]:
    """Return the modules that are loaded after `code` has run in a fresh interpreter."""
    program = f"import sys\nhome = {str(home)!r}\n{code}\n{LIST_MODULES}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules: list[str] = json.loads(done.stderr)
    return set(modules)


def run(*arguments: str) -> str:
    return f"import studycards.__main__ as m; sys.argv = ['studycards', *{list(arguments)!r}]; m.main()"


def test_version_loads_next_to_nothing(tmp_path: Path) -> None:
    loaded = loaded_by(run("--version"), tmp_path)

    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith("studycards")} == {"studycards", "studycards.__main__"}


def test_due_needs_no_screen_no_arrays_and_on_a_second_start_no_yaml(tmp_path: Path) -> None:
    code = run("--home", str(tmp_path), "due", "--json")
    loaded_by(code, tmp_path)

    assert not loaded_by(code, tmp_path) & {"numpy", "yaml", "fsrs", "textual", "rich", "asyncio", "tomllib"}


CHANGE = """
from pathlib import Path
from studycards.cli.clock import system_clock
from studycards.study import Workspace
with Workspace.open(Path(home), system_clock) as workspace:
    workspace.preferences.change("theme", {theme!r})
"""


def test_what_edits_the_settings_file_is_loaded_once_a_setting_is_changed(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "light"  # by day\n', encoding="utf-8")

    assert "tomlkit" not in loaded_by(run("--home", str(tmp_path), "due", "--json"), tmp_path)
    assert "tomlkit" not in loaded_by(CHANGE.format(theme="light"), tmp_path)
    assert "tomlkit" in loaded_by(CHANGE.format(theme="ansi"), tmp_path)


FIRST_SCREEN = """
import asyncio
from pathlib import Path
from studycards.cli.clock import system_clock
from studycards.study import Workspace
from studycards.tui.app import StudyApp
async def first_screen():
    with Workspace.open(Path(home), system_clock) as workspace:
        app = StudyApp(workspace, start=workspace.review() if {review} else None)
        app.warm_up = lambda: None  # what it loads in a thread comes after the first screen
        async with app.run_test(size=(80, 24)):
            sys.stderr.write(json.dumps(sorted(sys.modules)))
            sys.stderr.flush()
            import os
            os._exit(0)
import json
asyncio.run(first_screen())
"""


@pytest.mark.parametrize("review", [False, True])
def test_the_first_screen_needs_no_arrays_no_yaml_no_scheduler_and_no_markdown(tmp_path: Path, *, review: bool) -> None:
    loaded_by(run("--home", str(tmp_path), "due", "--json"), tmp_path)

    loaded = loaded_by(FIRST_SCREEN.replace("{review}", str(review)), tmp_path)

    assert not loaded & {
        "numpy",
        "yaml",
        "fsrs",
        "tomllib",
        "tomlkit",
        "textual.widgets._markdown",
        "importlib.resources",
    }


LAB = """
import asyncio, json, os
from pathlib import Path
from studycards.cli.clock import system_clock
from studycards.study import Workspace
from studycards.tui.app import StudyApp
async def lab():
    with Workspace.open(Path(home), system_clock) as workspace:
        workspace.mark_welcomed()
        app = StudyApp(workspace)
        app.warm_up = lambda: None  # as above
        async with app.run_test(size=(80, 24)) as pilot:
            await app.run_action("open('lab')")
            await pilot.pause()
            app.simulate_key("down")
            await pilot.pause()
            sys.stderr.write(json.dumps(sorted(sys.modules)))
            sys.stderr.flush()
            os._exit(0)
asyncio.run(lab())
"""


def test_the_table_of_the_lab_needs_no_arrays_and_no_traces(tmp_path: Path) -> None:
    loaded_by(run("--home", str(tmp_path), "due", "--json"), tmp_path)

    loaded = loaded_by(LAB, tmp_path)

    assert "studycards.tui.screens.lab" in loaded
    assert not loaded & {"numpy", "yaml", "fsrs", "studycards.engine.trace"}


def test_no_two_modules_need_each_other() -> None:
    """Not even for their types, so that each can be read with nothing but what stands below it.

    The passes are apart from the network for the sake of NumPy, and ask it for shapes, names and weights throughout.
    """
    graph = build_graph("studycards", cache_dir=None)
    graph.remove_import(importer="studycards.engine.passes", imported="studycards.engine.network")
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    TopologicalSorter(imports).prepare()  # else it names the circle
