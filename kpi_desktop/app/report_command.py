"""`kpi-desktop report`: its options, and the setup that they ask for."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from kpi_desktop import i18n
from kpi_desktop.app import report_templates
from kpi_desktop.app.settings import Settings
from kpi_desktop.i18n import tr
from kpi_desktop.model.report_setup import PAPERS, PLAIN, SECTIONS, STANDARDS, Setup
from kpi_desktop.model.selection import Compare, Period


def add_options(command: argparse.ArgumentParser) -> None:
    """The options; each stands over what the template says."""
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("--workspace", type=Path, metavar="FILE")
    source.add_argument("--demo", action="store_true")
    command.add_argument("--period", metavar="P")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    command.add_argument("--lang", choices=tuple(i18n.languages()))
    command.add_argument("--template", metavar="NAME", help=tr("a template that was saved in the window"))
    command.add_argument("--sections", metavar="A,B", help=tr("what it tells: {names}", names=", ".join(SECTIONS)))
    command.add_argument("--compare", choices=[c.value for c in Compare])
    command.add_argument("--paper", choices=tuple(PAPERS))
    command.add_argument("--landscape", action="store_true")
    command.add_argument("--standard", choices=tuple(STANDARDS))
    command.add_argument("--logo", metavar="FILE", help=tr("a PNG or SVG for the first page"))
    command.add_argument("--accent", metavar="#RRGGBB", help=tr("the colour of charts and lines"))


def setup(options: argparse.Namespace) -> Setup:
    """The template with the options over it. UserError where one cannot be."""
    made = report_templates.template(Settings(), options.template) if options.template else PLAIN
    given = {"compare": options.compare, "paper": options.paper, "landscape": options.landscape or None, "standard": options.standard,
             "logo": options.logo, "accent": options.accent, "language": options.lang,
             "sections": tuple(s.strip() for s in options.sections.split(",") if s.strip()) if options.sections is not None else None,
             "period": Period.parse(options.period).code if options.period else None}
    return replace(made, **{k: v for k, v in given.items() if v is not None}).checked()
