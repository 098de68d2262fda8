"""The layers as a test: who may import whom (function-level imports count), and the bar for files."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kpi_desktop"
INNER = {"model", "paths", "whole", "imports", "store", "metrics", "planning", "i18n", "theme_colours", "charts", "report", "app", "cli", "telling", "ui",
         "demo", "command_line", "version"}
ALLOWED = {
    "model": {"model"}, "paths": set(), "theme_colours": set(), "whole": {"model"}, "version": set(), "command_line": {"app", "i18n", "model", "version"},
    "imports": {"imports", "model", "paths"}, "store": {"store", "model"}, "metrics": {"metrics", "model"},
    "planning": {"planning", "model", "metrics"}, "i18n": {"paths", "model", "metrics"},
    "charts": {"charts", "i18n", "metrics", "model", "paths", "theme_colours"},
    "report": {"report", "charts", "i18n", "metrics", "planning", "model", "paths", "theme_colours", "whole"},
    "telling": {"i18n", "metrics", "planning", "model"},
    "app": INNER - {"ui"}, "cli": INNER - {"ui"}, "demo": {"paths", "model"},
    "ui": {"ui", "app", "charts", "i18n", "model", "metrics", "planning", "paths", "theme_colours", "whole"},
    "__main__": INNER,
}
QT_FREE = {"model", "paths", "whole", "imports", "store", "metrics", "planning", "theme_colours", "demo"}


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


FILES = sorted(p for p in PACKAGE.rglob("*.py") if "resources" not in p.parts)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_layers(path):
    part, names = part_of(path), imported(path)
    if part in ALLOWED:
        inner = {n.split(".")[1].removesuffix(".py") for n in names if n.startswith("kpi_desktop.")}
        assert inner <= ALLOWED[part]
    if part in QT_FREE:
        assert not {n for n in names if n.startswith("PySide6")}
    if part != "store":
        assert not {n for n in names if n.split(".")[0] == "sqlite3"}
    if part == "ui":
        assert not {n for n in names if n.split(".")[0] == "pandas"}
    assert not {n for n in names if n.startswith("matplotlib.pyplot")}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_bar(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 450
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "manager"}
    if path.name == "__init__.py":
        assert not text.strip()
    if path.name != "messages.py":
        assert "QMessageBox" not in text


def test_the_first_window_stands_before_the_core_is_loaded():
    """Everything that it takes is loaded while nothing is seen yet."""
    code = ("import sys, kpi_desktop.__main__, kpi_desktop.ui.entrance; "
            "print(*sorted(m for m in sys.modules if m.startswith(('kpi_desktop.imports', 'kpi_desktop.store', 'kpi_desktop.planning', 'kpi_desktop.charts', "
            "'kpi_desktop.app.session', 'kpi_desktop.ui.main_window', 'numpy'))))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert not done.stdout.split()


def test_the_window_can_be_built_before_the_large_libraries_are_there():
    """They take a second and more; a person sees the window meanwhile."""
    code = ("import sys, kpi_desktop.ui.start; "
            "print(*sorted({'numpy', 'pandas', 'scipy', 'matplotlib', 'pyroaring', 'typst', 'xlsxwriter'} & sys.modules.keys()))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert not done.stdout.split()
