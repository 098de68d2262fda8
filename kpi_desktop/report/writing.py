"""The PDF report: its sections in their order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say
from kpi_desktop.model.report_setup import PLAIN, Setup
from kpi_desktop.report import data_notes, events, funnels, kpis, overview, plan, practices, summary, title
from kpi_desktop.report.contents import Progress, ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.typesetting import typeset

Page = Callable[[ReportData, Pictures], dict[str, Any] | None]


def write(path: Path, data: ReportData, progress: Progress | None = None, setup: Setup = PLAIN) -> int:
    """Write the report as a PDF; the number of pages. `progress` may raise Cancelled. UserError where the place cannot be written, or the logo not used."""
    setup.checked()
    wanted = [page for key, page in PAGES if key in ("title", *setup.sections)]

    def sections(drawn: Pictures) -> list[dict[str, Any]]:
        made = []
        for done, page in enumerate(wanted):
            if progress is not None:
                progress(done, len(wanted) + 1)
            made.append(page(data, drawn))
        return [m for m in made if m is not None]

    keywords = tuple(say(s.kpi.label) for s in data.snapshot.kpis)
    return typeset(Path(path), data.title, i18n.period(data.snapshot.selection.period), sections, progress, setup, keywords)


PAGES: tuple[tuple[str, Page], ...] = (
    ("title", title.page), ("summary", summary.page), ("overview", overview.page), ("kpis", kpis.page), ("funnel", funnels.page), ("events", events.page),
    ("practices", practices.page), ("plan", plan.page), ("notes", data_notes.page))
"""The sections by their names in model.report_setup, in their order; the first is always there. One that has nothing to show gives None."""
