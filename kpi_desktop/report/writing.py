"""The PDF report: its sections in their order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.report import data_notes, funnels, kpis, overview, practices, title
from kpi_desktop.report.contents import Progress, ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.typesetting import typeset


def write(path: Path, data: ReportData, progress: Progress | None = None) -> int:
    """Write the report as a PDF; the number of pages. `progress` may raise Cancelled. UserError where the place cannot be written."""

    def sections(drawn: Pictures) -> list[dict[str, Any]]:
        made = []
        for done, page in enumerate(PAGES):
            if progress is not None:
                progress(done, len(PAGES) + 1)
            made.append(page(data, drawn))
        return made

    return typeset(Path(path), data.title, i18n.period(data.snapshot.selection.period), sections, progress)


PAGES: tuple[Callable[[ReportData, Pictures], dict[str, Any]], ...] = (title.page, overview.page, kpis.page, funnels.page, practices.page, data_notes.page)
"""The parts of the report in their order."""
