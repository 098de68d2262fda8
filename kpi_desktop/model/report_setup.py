"""What a report is made of and how it looks, as a person chooses it and keeps it as a template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import PurePath
from typing import Any

from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Compare, Period

SECTIONS: dict[str, Text] = {
    "summary": Text("Summary"), "overview": Text("Ten KPIs at a glance"), "kpis": Text("The KPIs in detail"), "funnel": Text("Funnel"),
    "events": Text("Events"), "practices": Text("Practices and verdicts"), "plan": Text("Plan"), "notes": Text("Data notes")}
"""The sections of a report in their order."""
PAPERS: dict[str, tuple[Text, float, float]] = {"a4": (Text("A4"), 210.0, 297.0), "letter": (Text("Letter"), 215.9, 279.4)}
"""Paper by name: what it is called, width and height in mm, upright."""
STANDARDS: dict[str, Text] = {"ua-1": Text("PDF/UA-1, for screen readers"), "a-2a": Text("PDF/A-2a and PDF/UA-1, for archives"),
                             "a-2b": Text("PDF/A-2b, for archives")}
"""PDF standards on offer; those that can be accessible are so as well."""
LOGOS = (".png", ".svg")
FOLLOWING: dict[str, Text] = {"month-1": Text("the last whole month"), "quarter-1": Text("the last whole quarter"), "year-1": Text("the last whole year"),
                              "year": Text("the current year")}
"""Periods that follow the data, as saved views name them."""
MARGIN = 17.0
"""White beside the text on every page, mm."""


@dataclass(frozen=True)
class Setup:
    """How a report is made. `period` is a code (2025-Q3), one of FOLLOWING, or "" for the one that is looked at; `compare`, `language` and `accent` are ""
    for what is looked at, the language in force and the program's own colour; `author` "" names the workspace."""

    name: str = ""
    sections: tuple[str, ...] = tuple(SECTIONS)
    period: str = ""
    compare: str = ""
    language: str = ""
    logo: str = ""
    accent: str = ""
    author: str = ""
    paper: str = "a4"
    landscape: bool = False
    standard: str = "ua-1"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page, mm."""
        _, short, long = PAPERS[self.paper]
        return (long, short) if self.landscape else (short, long)

    def told(self) -> dict[str, Any]:
        """What differs from a plain report, JSON-able."""
        told = {k: v for k, v in asdict(self).items() if v != getattr(PLAIN, k)}
        return told | ({"sections": list(self.sections)} if "sections" in told else {})

    @staticmethod
    def read(told: Mapping[str, Any]) -> Setup:
        """The setup that `told` wrote; what cannot be used (another version's, or spoiled by hand) is as in a plain report."""
        made = Setup()
        for field in fields(Setup):
            value = told.get(field.name, getattr(made, field.name))
            if field.name == "sections":
                value = tuple(str(v) for v in value) if isinstance(value, list | tuple) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            if isinstance(value, type(getattr(made, field.name))):
                try:
                    made = replace(made, **{field.name: value}).checked()
                except UserError:
                    continue
        return made

    def checked(self) -> Setup:
        """This setup. UserError where a choice does not exist."""
        _known(self.sections, SECTIONS, Text("section"))
        _known((self.paper,), PAPERS, Text("paper"))
        _known((self.standard,), STANDARDS, Text("PDF standard"))
        _known((self.compare,), ("", *(c.value for c in Compare)), Text("comparison"))
        if self.period and self.period not in FOLLOWING:
            Period.parse(self.period)
        if not self.sections:
            raise UserError(Text("The report has no section."), Text("Choose at least one."))
        if self.accent and not re.fullmatch(r"#[0-9A-Fa-f]{6}", self.accent):
            raise UserError(Text("“{value}” is not a colour.", value=self.accent), Text("Write it as #2F5FD0: red, green and blue, two digits each."))
        if self.logo and PurePath(self.logo).suffix.lower() not in LOGOS:
            raise UserError(Text("The logo {file} is neither PNG nor SVG.", file=PurePath(self.logo).name), Text("Choose a picture that ends in .png or .svg."))
        return self


PLAIN = Setup()
"""A report of everything, as it is made where nobody chose."""


def _known(values: tuple[str, ...], there: Any, what: Text) -> None:
    for value in values:
        if value not in there:
            raise UserError(Text("There is no {what} “{value}”.", what=what, value=value),
                            Text("Choose one of {codes}.", codes=", ".join(v for v in there if v)))
