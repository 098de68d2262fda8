"""The program's entry: the window, or one of the commands."""

from __future__ import annotations

import logging
import os
import sys
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler

from kpi_desktop import command_line, i18n, paths
from kpi_desktop.i18n import tr
from kpi_desktop.model.problem import UserError


def main(argv: list[str] | None = None) -> int:
    """Run the program; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        words = sys.argv[1:] if argv is None else argv
        if len(words) == 1 and words[0].lower().endswith(".kpi"):  # a workspace was double-clicked
            words = ["--workspace", *words]
        options = command_line.parser().parse_args(words)
        if options.command is not None:
            from kpi_desktop import cli  # the commands load the core, which the window shows itself without

            return cli.run(options)
        return _window(options)
    except UserError as error:
        command_line.complain(error)
        return command_line.REFUSED
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return command_line.DONE


def no_screen() -> bool:
    """Whether there is no display, on systems where one may be missing."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen in ("offscreen", "minimal")
    return sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window(options: object) -> int:
    from pathlib import Path

    if no_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        print(tr("There is no display: Qt's offscreen platform is used."), file=sys.stderr)
        if getattr(options, "demo", False) and not getattr(options, "selftest", False):
            from kpi_desktop.app import reporting

            i18n.set_language(i18n.system_language())
            out = Path.cwd() / "kpi-desktop-demo.pdf"
            pages = reporting.make(None, None, out)
            print(tr("The report is in {file}: %n page(s).", "", pages, file=str(out)))
            return command_line.DONE
    _log()
    from kpi_desktop.ui import entrance

    return entrance.run(options)


def _log() -> None:
    handler = RotatingFileHandler(paths.log_folder() / "kpi-desktop.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    logging.basicConfig(level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s")


if __name__ == "__main__":
    sys.exit(main())
