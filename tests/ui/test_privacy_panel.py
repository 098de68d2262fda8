"""The privacy page by hand: hashes switched on, rows that are there replaced, a person looked for and forgotten."""

import pytest

from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui import privacy_panel
from kpi_desktop.ui.privacy_panel import PrivacyPanel
from tests.app.small import fill
from tests.ui.hands import cells, too_small
from tests.ui.test_names_and_health import Mounted

FILES = {"attendance.csv": "event,email,attended\nW1,ann@x.com,yes\nW1,bo@x.com,yes\n",
         "leads.csv": "lead,created,email\n1,2024-01-02,ann@x.com\n2,never,ann@x.com\n"}


@pytest.fixture
def page(qtbot, tmp_path, monkeypatch):
    """The page over a workspace; every question is answered with yes, and kept."""
    made = Mounted(qtbot, PrivacyPanel, fill(tmp_path / "w.kpi", FILES))
    made.asked = []
    monkeypatch.setattr(privacy_panel, "sure", lambda question, parent: made.asked.append(question) or made.answer)
    made.answer = True
    yield made
    made.close()


def people(page):
    with Workspace(page.session.workspace_path) as ws:
        return {r[0] for r in ws.db.execute("SELECT name FROM names JOIN attendance ON person = id")}


def test_hashes_are_switched_on_and_offered_for_the_rows_that_are_there(page, dressed):
    panel = page.panel
    assert not panel._contacts.isChecked() and not panel._sales.isEnabled() and not panel._replace.isVisible()
    page.click("Replace e-mails and names of contacts by hashes when files come in")
    assert panel._sales.isEnabled() and page.says("may still name persons") and people(page) == {"ann@x.com", "bo@x.com"}
    page.click("Also names of salespeople")
    page.answer = False
    page.click("Replace them in the rows that are here, too …")
    assert people(page) == {"ann@x.com", "bo@x.com"}
    page.answer = True
    page.click("Replace them in the rows that are here, too …")
    assert all(p.startswith("person-") for p in people(page)) and not panel._replace.isVisible() and page.says("Done, and the file is written anew")
    assert not too_small(panel)
    page.click("Replace e-mails and names of contacts by hashes when files come in")
    assert not panel._sales.isChecked() and page.says("Files come in with the e-mails")


def test_a_person_is_shown_before_they_are_forgotten(page):
    panel = page.panel
    page.click("Show what would go")
    assert not panel._forget.isVisible()
    panel._name.setText("ANN@x.com")
    page.click("Show what would go")
    assert cells(panel._view) == [["Attendance: rows removed", "1"], ["Leads: rows kept without the person", "1"], ["Rows kept aside", "1"]]
    assert people(page) == {"ann@x.com", "bo@x.com"}
    page.answer = False
    page.click("Forget this person …")
    assert people(page) == {"ann@x.com", "bo@x.com"}
    page.answer = True
    page.click("Forget this person …")
    assert people(page) == {"bo@x.com"} and "ANN@x.com" in page.asked[-1]
    assert page.says("Done") and page.says("forgotten and kept out of files") and not panel._forget.isVisible() and not panel._name.text()


def test_another_name_is_not_forgotten_by_the_look_at_the_first(page, qtbot):
    panel = page.panel
    panel._name.setText("ann@x.com")
    page.click("Show what would go")
    qtbot.keyClicks(panel._name, "m")
    assert not panel._forget.isVisible() and not panel._view.isVisible()
    panel._name.setText("nobody at all")
    page.click("Show what would go")
    assert page.says("stands nowhere")
