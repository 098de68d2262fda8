"""Sections to pages: a Typst template lays them out; the file appears whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from kpi_desktop import i18n, paths, whole
from kpi_desktop.charts.letters import drawable
from kpi_desktop.i18n import tr
from kpi_desktop.model.report_setup import MARGIN, PLAIN, Setup
from kpi_desktop.report.contents import Progress
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.logo import fetch


def typeset(path: Path, title: str, period: str, sections: Callable[[Pictures], list[dict[str, Any]]],
            progress: Progress | None = None, setup: Setup = PLAIN, keywords: tuple[str, ...] = ()) -> int:
    """Lay sections out as a PDF; the number of pages. UserError where the place cannot be written; `progress` may raise Cancelled.

    The file appears only when it is complete; one that stands there already is replaced in one step.
    """
    import typst

    with tempfile.TemporaryDirectory(prefix="kpi-report-") as temporary:
        folder = Path(temporary)
        drawn = Pictures(folder, setup)
        logo = fetch(Path(setup.logo), folder) if setup.logo else ""
        said = {"title": title, "lang": i18n.language(), "page": tr("Page"), "of": tr("of"), "contents": tr("Contents"), "period": period,
                "author": setup.author or title, "keywords": list(keywords), "logo": logo, "logo_says": tr("Logo: {title}", title=setup.author or title),
                "accent": drawn.palette.accent, "width": setup.size[0], "height": setup.size[1], "margin": MARGIN, "sections": sections(drawn)}
        (folder / "data.json").write_text(json.dumps(_drawable(said), ensure_ascii=False), "utf-8")
        shutil.copy(paths.resource("report", "report.typ"), folder / "report.typ")
        pdf = typst.compile(str(folder / "report.typ"), root=str(folder), font_paths=[str(paths.resource("fonts"))], ignore_system_fonts=True,
                            pdf_standards=cast(Any, sorted({setup.standard, "ua-1"}) if setup.standard != "a-2b" else [setup.standard]))
    if progress is not None:
        progress(1.0, 1.0)
    whole.write(path, lambda fresh: fresh.write_bytes(pdf))
    return _pages(path)


def _drawable(said: Any) -> Any:
    """The same data with every text in signs that can be drawn."""
    if isinstance(said, str):
        return drawable(said)
    if isinstance(said, dict):
        return {k: _drawable(v) for k, v in said.items()}
    return [_drawable(v) for v in said] if isinstance(said, list | tuple) else said


def _pages(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    try:
        return len(document)
    finally:
        document.close()
