"""`python -m tests.shots OUT`: pictures of the real window, every tab, every page of the data and the planner, a KPI, the help and the mapping dialog, for
someone to look at.

`--lang en ru`, `--theme light dark`, `--size 1280x720 1920x1080`, `--data empty demo`: all of them unless some are named. `--files FOLDER` drops a folder
of files on the window first and imports those that are ready.
`--scale 2` draws as a screen of 200 % does; `--only tab1 plan0` keeps some places. Names are data-language-theme-size-place.png.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--scale" in sys.argv:  # Qt reads it as it is loaded
    os.environ["QT_SCALE_FACTOR"] = sys.argv[sys.argv.index("--scale") + 1]

from PySide6.QtWidgets import QApplication, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.session import Session
from kpi_desktop.ui import theme
from kpi_desktop.ui.main_window import IMPORT, OVERVIEW, PLANNER, MainWindow
from kpi_desktop.ui.mapping_panel import MappingDialog
from tests.app.small import settle

SAMPLE = ("lead;created;target;channel;company;Status;score\n1;03/04/2024;ja;Google / CPC;Acme GmbH;Neu;1.250\n2;05/06/2024;nein;Messe;Bolt;Test;3.400\n"
          "3;07/08/2024;vielleicht;Webinar;Cork AG;Neu;2.000\n4;09/10/2024;ja;Messe;Dorn;Test;1.000\n")


def main() -> None:
    """Take the pictures that were asked for."""
    said = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    said.add_argument("out", type=Path)
    for name, all_of in (("lang", ("en", "ru")), ("theme", ("light", "dark")), ("size", ("1280x720", "1920x1080")), ("data", ("empty", "demo"))):
        said.add_argument(f"--{name}", nargs="+", default=all_of)
    said.add_argument("--files", type=Path)
    said.add_argument("--scale", default="1")
    said.add_argument("--only", nargs="+", default=())
    asked = said.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(prefix="kpi-shots-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        for data in asked.data:
            _of_data(app, data, asked, Path(folder))


def _of_data(app: QApplication, data: str, asked: argparse.Namespace, folder: Path) -> None:
    session = Session()
    i18n.set_language(asked.lang[0])
    theme.apply(app, asked.theme[0])
    window = MainWindow(session)
    window.show()
    if data == "demo":
        session.open_demo()
    else:
        session.open(folder / "empty.kpi")
    settle(None, session)
    if asked.files is not None:
        window._tabs.setCurrentIndex(IMPORT)
        session.incoming.inspect([asked.files])
        settle(None, session)
        window.import_tab.widget().grab().save(str(asked.out / f"{data}-dropped.png"))
        window.import_tab.files.all.click()
        settle(None, session)
    for lang, look, size in product(asked.lang, asked.theme, asked.size):
        session.set_language(lang)
        window._theme(look)
        window.resize(*map(int, size.split("x")))
        for name, widget in _places(window, session, folder):
            settle(None, session)
            QApplication.processEvents()
            if not asked.only or name in asked.only:
                widget.grab().save(str(asked.out / f"{data}-{lang}-{look}-{size}-{name}.png"))
    window.close()


def _places(window: MainWindow, session: Session, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Each place once it is in front."""
    for at, _ in enumerate(window.each_tab()):
        yield f"tab{at}", window
    window._tabs.setCurrentIndex(IMPORT)
    for at in range(1, window.data_tab._bar.count()):
        window.data_tab.look(at)
        yield f"data{at}", window
    window.data_tab.look(0)
    window._tabs.setCurrentIndex(PLANNER)
    for at in range(len(window.planner_tab.pages)):
        window.planner_tab.turn_to(at)
        yield f"plan{at}", window
    window.planner_tab.turn_to(0)
    window._tabs.setCurrentIndex(OVERVIEW)
    window.overview_tab.open_detail("cost_per_sql")
    yield "kpi", window
    window.overview_tab.close_detail()
    for page in ("index", "cost_per_sql", "keys"):
        window._help(page)
        yield f"help-{page}", window._helping  # type: ignore[misc]
    window._helping.close()  # type: ignore[union-attr]
    window._tabs.setCurrentIndex(IMPORT)
    sample = folder / "Messe.csv"
    sample.write_text(SAMPLE, "utf-8")
    session.incoming.inspect([sample])
    settle(None, session)
    yield "file", window
    shown = next(f for f in reversed(window.import_tab._shown.files) if f.path == sample)  # type: ignore[union-attr]
    dialog = MappingDialog(shown, window, session)
    dialog.resize(1180, 680)
    dialog.show()
    settle(None, session)
    yield "mapping", dialog
    dialog._show_filters()
    yield "rows", dialog
    dialog._show_saved()
    yield "saved", dialog
    dialog.reject()
    session.incoming.forget(shown.file_id)
    settle(None, session)


if __name__ == "__main__":
    main()
