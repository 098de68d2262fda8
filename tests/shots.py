"""`python -m tests.shots OUT`: pictures of the real window for someone to look at: every tab and page, the ten KPIs, forms, menus, dialogs and the help.

`--lang en ru`, `--theme light dark`, `--size 1280x720 1920x1080`, `--data empty demo odd large`: all of them unless some are named; `odd` is
a workspace of what is seldom there (names that may be one, rows kept aside, another currency), `large` opens a copy of the
workspace `--large FILE` and is left out without one. `--files FOLDER` drops a folder of files on the window first and imports those that are ready.
`--scale 2` draws as a screen of 200 % does; `--only kpi- plan0` keeps the places whose names begin so, `--whole` takes pages that scroll in full length,
`--list` names the places. Names are data-language-theme-size-place.png.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--scale" in sys.argv:  # Qt reads it as it is loaded
    os.environ["QT_SCALE_FACTOR"] = sys.argv[sys.argv.index("--scale") + 1]

from PySide6.QtWidgets import QApplication

from kpi_desktop import i18n
from kpi_desktop.app.session import Session
from kpi_desktop.ui import theme
from kpi_desktop.ui.main_window import IMPORT, MainWindow
from tests.app.small import fill
from tests.shot_places import PLACES, Scene, wait

SIDES = {"lang": ("en", "ru"), "theme": ("light", "dark"), "size": ("1280x720", "1920x1080"), "data": ("empty", "demo", "odd", "large")}
_CHANNELS, _COMPANIES = ("Google CPC", "google / cpc", "Messe", "Mese", "GOOGLE-CPC"), (
    "Acme GmbH", "ACME Gmbh.", "A company whose name is far longer than any column of a table would like it to be")
_LEADS = (f"{n},2024-0{1 + n % 6}-1{n % 9},2024-0{1 + n % 6}-2{n % 9},,{_CHANNELS[n % 5]},{_COMPANIES[n % 3]},yes\n" for n in range(60))
ODD = {"leads.csv": "lead,created,mql,sql,channel,company,target\n" + "".join(_LEADS) + "61,2024-31-31,,,Messe,,yes\n62,soon,,,Messe,,maybe\n",
       "spend.csv": "date,amount,channel,currency\n2024-01-10,500,Google CPC,EUR\n2024-02-10,300,Messe,USD\n2024-02-11,1234567.5,Messe,EUR\n"}
"""Names that may be one, rows that cannot be read, another currency, long names and large amounts."""


def main() -> None:
    """Take the pictures that were asked for."""
    said = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("out", type=Path, nargs="?")
    for name, all_of in SIDES.items():
        said.add_argument(f"--{name}", nargs="+", default=all_of)
    for name in ("--files", "--large"):
        said.add_argument(name, type=Path)
    said.add_argument("--scale", default="1")
    said.add_argument("--only", nargs="+", default=("",))
    for name in ("--whole", "--list"):
        said.add_argument(name, action="store_true")
    asked = said.parse_args()
    if asked.list or asked.out is None:
        print("\n".join(PLACES))
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(prefix="kpi-shots-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        for data in asked.data:
            if data != "large" or asked.large is not None:
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
        path = folder / f"{data}.kpi"
        if data == "large":
            shutil.copy(asked.large, path)
        elif data == "odd":
            fill(path, ODD)
        session.open(path)
    wait(session)
    if asked.files is not None:
        _drop(window, session, asked, data)
    for lang, look, size in product(asked.lang, asked.theme, asked.size):
        session.set_language(lang)
        window._theme(look)
        window.resize(*map(int, size.split("x")))
        scene = Scene(window, session, folder, whole=asked.whole)
        for name, place in PLACES.items():
            if name.startswith(tuple(asked.only)):
                scene.settle()
                for more, widget in place(scene):
                    scene.settle()
                    scene.picture(widget).save(str(asked.out / f"{data}-{lang}-{look}-{size}-{name}{more}.png"))
    window.close()


def _drop(window: MainWindow, session: Session, asked: argparse.Namespace, data: str) -> None:
    """Drop the folder, and import what is ready."""
    window._tabs.setCurrentIndex(IMPORT)
    session.incoming.inspect([asked.files])
    wait(session)
    window.import_tab.widget().grab().save(str(asked.out / f"{data}-dropped.png"))
    window.import_tab.files.all.click()
    wait(session)


if __name__ == "__main__":
    main()
