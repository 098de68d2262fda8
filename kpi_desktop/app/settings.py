"""The program's own settings: one JSON file in the config folder that holds what differs from the defaults."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from kpi_desktop import i18n, paths

log = logging.getLogger(__name__)
DEFAULTS: dict[str, Any] = {"language": "", "theme": "system", "workspace": "", "recent": [], "geometry": "", "report": {}, "report_templates": [],
                            "places": {}}
_RECENT = 8


class Settings:
    """Reads once, writes at each change."""

    def __init__(self) -> None:
        self._file = paths.config_folder() / "settings.json"
        self._values: dict[str, Any] = {}
        try:
            found = json.loads(self._file.read_text("utf-8"))
            self._values = {k: v for k, v in found.items() if k in DEFAULTS and isinstance(v, type(DEFAULTS[k]))}
        except (OSError, ValueError, AttributeError):
            pass  # no settings yet, or a spoiled file: the defaults hold

    def __getitem__(self, key: str) -> Any:
        return self._values.get(key, DEFAULTS[key])

    def __setitem__(self, key: str, value: Any) -> None:
        if value == DEFAULTS[key]:
            self._values.pop(key, None)
        else:
            self._values[key] = value
        fresh = self._file.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(self._file)
        except OSError as error:  # a full disk costs a remembered choice, not the work in hand
            log.warning("settings not written: %s", error.strerror)  # the rest names a folder, and so a person

    @property
    def language(self) -> str:
        """The chosen language, else the system's."""
        return self["language"] if self["language"] in i18n.languages() else i18n.system_language()

    def opened(self, workspace: Path) -> None:
        """Remember a workspace as the last one."""
        name = str(workspace)
        self["workspace"] = name
        self["recent"] = [name, *(r for r in self["recent"] if r != name)][:_RECENT]
