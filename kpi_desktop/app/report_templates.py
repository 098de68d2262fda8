"""How reports were set up: the last one, and templates under a name, kept with the program's settings so that every workspace has them."""

from __future__ import annotations

from dataclasses import replace

from kpi_desktop.app.settings import Settings
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.report_setup import Setup


def last(settings: Settings) -> Setup:
    """The report as it was set up last."""
    return Setup.read(settings["report"])


def remember(settings: Settings, setup: Setup) -> None:
    """Set up the next report like this."""
    settings["report"] = setup.told()


def templates(settings: Settings) -> tuple[Setup, ...]:
    """All templates by name."""
    found = [Setup.read(told) for told in settings["report_templates"] if isinstance(told, dict)]
    return tuple(sorted((s for s in found if s.name), key=lambda s: s.name.casefold()))


def template(settings: Settings, name: str) -> Setup:
    """The template of a name. UserError where there is none."""
    found = templates(settings)
    for one in found:
        if one.name.casefold() == name.strip().casefold():
            return one
    names = ", ".join(s.name for s in found)
    raise UserError(Text("There is no report template “{name}”.", name=name),
                    Text("Choose one of: {names}.", names=names) if names else Text("Save one in the window: Export PDF, Save template."))


def keep(settings: Settings, setup: Setup, name: str) -> Setup:
    """Keep a setup under a name, in place of what had that name. UserError without one."""
    named = replace(setup, name=name.strip())
    if not named.name:
        raise UserError(Text("A template needs a name."), Text("Write a few words."))
    drop(settings, named.name)
    settings["report_templates"] = [*settings["report_templates"], named.told()]
    return named


def drop(settings: Settings, name: str) -> None:
    """Forget a template."""
    settings["report_templates"] = [s.told() for s in templates(settings) if s.name.casefold() != name.strip().casefold()]
