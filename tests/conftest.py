"""Every test runs offscreen, in English and in one locale, with its own folders; no dialog waits for a person and no warning passes."""

import os

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"  # before Qt asks for the system's locale

ASKING = {"QFileDialog": ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory", "exec"),
          "QMessageBox": ("question", "information", "warning", "critical", "about", "exec", "open"), "QInputDialog": ("getText", "getItem", "exec")}


def pytest_configure(config):
    config.addinivalue_line("filterwarnings", "error")
    settings.register_profile("untimed", deadline=None)  # how long an example takes says more of the machine than of the program
    settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """No test reads or writes the person's own data or settings."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def in_english(qapp):
    """The language of a test is English unless it says otherwise; the application is one that can show windows."""
    from kpi_desktop import i18n

    if i18n.language() != "en" or i18n._state["translator"] is None:
        i18n.set_language("en")
    yield
    if i18n.language() != "en":
        i18n.set_language("en")


@pytest.fixture(autouse=True)
def nobody_answers_dialogs(qapp, monkeypatch):
    """A dialog that a test does not expect fails it instead of waiting for a person."""
    from PySide6 import QtWidgets

    def refuse(name):
        def asked(*arguments, **_):
            pytest.fail(f"{name} was asked: {[a for a in arguments if isinstance(a, str)]}")
        return asked

    for kind, methods in ASKING.items():
        for method in methods:
            monkeypatch.setattr(getattr(QtWidgets, kind), method, refuse(f"{kind}.{method}"))


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """The demo company's workspace, made once; tests that write take a copy."""
    from kpi_desktop.app import reporting

    return reporting.fill_demo(tmp_path_factory.mktemp("demo") / "demo.kpi")
