"""The program's settings: kept at once, only what differs, and no file can stop the program."""

import json

import pytest

from kpi_desktop import paths
from kpi_desktop.app.settings import DEFAULTS, Settings


def on_disk():
    return json.loads((paths.config_folder() / "settings.json").read_text("utf-8"))


def test_without_a_file_the_defaults_hold_and_none_is_made():
    settings = Settings()
    assert {key: settings[key] for key in DEFAULTS} == DEFAULTS
    assert not list(paths.config_folder().iterdir())


def test_what_is_set_is_there_next_time():
    Settings()["theme"] = "dark"
    Settings()["workspace"] = "/tmp/План.kpi"
    assert Settings()["theme"] == "dark" and Settings()["workspace"] == "/tmp/План.kpi"


def test_only_what_differs_is_stored():
    settings = Settings()
    settings["theme"], settings["geometry"] = "dark", "AAAA"
    settings["theme"] = DEFAULTS["theme"]
    assert on_disk() == {"geometry": "AAAA"}


@pytest.mark.parametrize("spoiled", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"null", b'{"theme": 3, "recent": "x", "unknown": 1}'])
def test_a_spoiled_file_gives_the_defaults_and_is_mended_by_the_next_change(spoiled):
    (paths.config_folder() / "settings.json").write_bytes(spoiled)
    settings = Settings()
    assert {key: settings[key] for key in DEFAULTS} == DEFAULTS
    settings["theme"] = "light"
    assert on_disk() == {"theme": "light"}


def test_the_last_workspaces_the_newest_first_each_once(tmp_path):
    settings = Settings()
    for number in [*range(10), 3]:
        settings.opened(tmp_path / f"{number}.kpi")
    assert settings["workspace"] == str(tmp_path / "3.kpi")
    assert settings["recent"] == [str(tmp_path / f"{n}.kpi") for n in (3, 9, 8, 7, 6, 5, 4, 2)]


def test_an_unknown_language_falls_back_to_the_systems():
    settings = Settings()
    settings["language"] = "xx"
    assert settings.language == "en"
    settings["language"] = "ru"
    assert Settings().language == "ru"
