"""Every test runs offscreen, with its own folders for data and settings, in English."""

import os

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """No test reads or writes the person's own data or settings."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def in_english(qapp):
    """The language of a test is English unless it says otherwise; the application is one that can show windows."""
    from kpi_desktop import i18n

    i18n._state["language"] = "en"
    yield
    if i18n.language() != "en":
        i18n.set_language("en")
