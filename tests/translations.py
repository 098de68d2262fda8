"""Rebuild the catalogues: `python -m tests.translations` reads every text of the code into the .ts files and makes the .qm files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
I18N = ROOT / "resources" / "i18n"


def tool(name: str) -> str:
    """The Linguist tool that PySide6 brings."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def rebuild(folder: Path = I18N) -> None:
    """Bring the .ts files in `folder` up to date with the code (translations are kept) and compile them."""
    sources = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "kpi_desktop").rglob("*.py") if p.stat().st_size)
    for code, options in (("en", ["-pluralonly"]), ("ru", [])):
        ts = folder / f"kpi_desktop_{code}.ts"
        command = [tool("lupdate"), "-silent", "-tr-function-alias", "tr+=Text", "-locations", "none", "-no-obsolete", "-sort-messages",
                   *options, *sources, "-source-language", "en", "-target-language", code, "-ts", str(ts)]
        subprocess.run(command, cwd=ROOT, check=True)
        subprocess.run([tool("lrelease"), "-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))], cwd=ROOT, check=True)


if __name__ == "__main__":
    rebuild()
