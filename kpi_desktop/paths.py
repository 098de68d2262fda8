"""Where things lie: shipped resources and the folders of the person's data, settings and log. The only file that knows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import appdirs

_APP = "KPI Desktop"


def resource(*parts: str) -> Path:
    """A shipped file or folder: beside the frozen program, inside the installed package, or in the checkout."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else [here / "resources", here.parent / "resources"]
    for place in places:
        if place.is_dir():
            return place.joinpath(*parts)
    raise FileNotFoundError(f"The folder of shipped resources is missing; looked in {', '.join(map(str, places))}.")


def _private(folder: str) -> Path:
    """The folder, made readable by its owner alone."""
    path = Path(folder)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        path.chmod(0o700)
    return path


def data_folder() -> Path:
    """Where workspaces lie by default."""
    return _private(appdirs.user_data_dir(_APP, appauthor=False))


def backups_folder() -> Path:
    """Where the program's own copies of workspaces lie."""
    return _private(str(data_folder() / "backups"))


def config_folder() -> Path:
    """Where the program's settings lie."""
    return _private(appdirs.user_config_dir(_APP, appauthor=False))


def log_folder() -> Path:
    """Where the log file lies."""
    return _private(appdirs.user_log_dir(_APP, appauthor=False))


def default_workspace() -> Path:
    """The workspace that opens when none is named."""
    return data_folder() / "workspace.kpi"
