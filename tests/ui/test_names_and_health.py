"""Names are merged, parted and undone by hand; the health of the data is drawn, listed and asked for."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kpi_desktop import i18n
from kpi_desktop.app.screens import RowsShown
from kpi_desktop.app.session import Session
from kpi_desktop.metrics.findings import Health
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui import theme
from kpi_desktop.ui.health_panel import HealthPanel
from kpi_desktop.ui.names_panel import NamesPanel
from tests.app.small import fill, settle
from tests.ui.hands import cells, too_small

FILES = {
    "leads.csv": "lead,created,mql,channel,company\n1,2024-01-02,,google / cpc,Acme GmbH\n2,2024-01-03,2024-01-01,Google CPC,Bolt\n"
                 "3,2024-01-04,,Google CPC,Cork\n4,2024-04-05,,bing cpc,Acme\n5,2024-04-06,,SEO,Acme\n",
    "deals.csv": "deal,created,closed,outcome,amount,lead,customer\nd1,2024-05-20,2024-06-20,won,9000,1,Acme\nd2,2024-05-21,2024-06-02,lost,800,,ACME Ltd\n"
                 "d3,2024-05-21,2024-06-02,lost,800,,Zebra\n",
}


@pytest.fixture(autouse=True)
def english(qapp):
    """Whatever language another test left behind."""
    i18n.set_language("en")


class Mounted:
    """A panel over a workspace, and what its session said."""

    def __init__(self, qtbot, kind, path):
        self.qtbot, self.session, self.screens = qtbot, Session(), []
        self.panel = kind(self.session)
        qtbot.addWidget(self.panel)
        self.session.snapshot_ready.connect(self.screens.append)
        self.session.snapshot_ready.connect(self.panel.show_screen)
        self.panel.resize(1280, 640)
        self.panel.show()
        self.session.open(path)
        self.settle()
        self.panel.watch()
        self.settle()

    def settle(self):
        settle(self.qtbot, self.session)

    def click(self, text):
        button = next(b for b in self.panel.findChildren(QAbstractButton) if b.text() == text and b.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def says(self, text):
        return any(text in w.text().replace("\xa0", " ") for w in self.panel.findChildren(QLabel) if w.isVisible())

    def close(self):
        self.session.close()
        self.panel.close()


@pytest.fixture
def names(qtbot, tmp_path):
    made = Mounted(qtbot, NamesPanel, fill(tmp_path / "w.kpi", FILES))
    yield made
    made.close()


@pytest.fixture
def health(qtbot, tmp_path):
    made = Mounted(qtbot, HealthPanel, fill(tmp_path / "w.kpi", FILES))
    yield made
    made.close()


def channels(session):
    with Workspace(session.workspace_path) as ws:
        return {m.name: m.canonical for m in ws.frames().merges if m.dimension == "channel"}


def test_a_proposal_is_merged_under_the_name_that_was_typed_and_undone(names):
    panel = names.panel
    assert cells(panel._view) == [["Google CPC", "spelled alike", "1", "2", "Google CPC (2), google / cpc (1)"]]
    assert names.says("4 names. 1 proposal to merge.") and not panel._merged.isVisible() and channels(names.session) == {}
    panel._name.setText("Paid search")
    names.click("Merge")
    assert channels(names.session) == {"Google CPC": "Paid search", "google / cpc": "Paid search"}
    assert cells(panel._merge_view) == [["google / cpc", "Paid search"], ["Google CPC", "Paid search"]] and not panel._proposed.isVisible()
    panel._merge_view.selectRow(1)
    names.click("Undo the chosen merge")
    assert channels(names.session) == {"google / cpc": "Paid search"}


def test_names_that_are_not_ticked_stay_out_and_nothing_is_merged_under_no_name(names):
    names.panel._name.setText("  ")
    names.click("Merge")
    names.panel._name.setText("Google CPC")
    names.panel._members.item(1).setCheckState(Qt.CheckState.Unchecked)
    names.click("Merge")
    assert channels(names.session) == {}


def test_not_the_same_is_remembered_and_can_be_asked_again(names):
    names.click("Not the same")
    assert not names.panel._proposed.isVisible() and names.says("No two of them look like one.")
    names.click("Ask again about 1 name called different")
    assert names.panel._proposed.isVisible() and channels(names.session) == {}


def test_a_rule_shows_what_it_would_change_before_it_is_applied(names):
    panel = names.panel
    assert not panel._add.isEnabled()
    panel._how.setCurrentIndex(panel._how.findData("matches"))
    panel._text.setText("(")
    panel._to.setText("Paid search")
    assert names.says("This expression cannot be read.") and not panel._add.isEnabled()
    panel._text.setText("cpc$")
    names.click("Keep the rule")
    assert cells(panel._rule_view) == [["matches the expression", "cpc$", "Paid search", "3", "4"]]
    assert names.says("Would change: Google CPC (2), bing cpc (1), google / cpc (1)") and channels(names.session) == {}
    names.click("Apply the chosen rule")
    assert set(channels(names.session).values()) == {"Paid search"} and len(channels(names.session)) == 3
    assert not panel._apply.isEnabled() and names.says("There is no name that it would change now.")
    names.click("Remove the rule")
    assert not panel._rule_view.isVisible() and len(channels(names.session)) == 3


def test_a_rules_name_that_is_refused_is_left_out_and_the_others_stay(names):
    panel = names.panel
    panel._text.setText("cpc")
    panel._to.setText("Paid search")
    names.click("Keep the rule")
    for at in range(panel._members.count()):
        item = panel._members.item(at)
        item.setCheckState(Qt.CheckState.Checked if item.data(Qt.ItemDataRole.UserRole) == "bing cpc" else Qt.CheckState.Unchecked)
    names.click("Not the same")
    assert names.says("Would change: Google CPC (2), google / cpc (1)")


def test_another_kind_of_names_and_how_rows_are_linked(names):
    panel = names.panel
    panel._kinds.setCurrentIndex(panel._kinds.findData("company"))
    panel._kinds.activated.emit(panel._kinds.currentIndex())
    names.settle()
    assert cells(panel._view) == [["Acme", "spelled alike", "2", "3", "Acme (3), ACME Ltd (1), Acme GmbH (1)"]] and panel.looking == "company"
    assert cells(panel._linked.view) == [["Deals to leads", "66.7\xa0%", "1", "0", "1", "1"]]


def test_rows_that_are_not_linked_are_shown(names):
    names.click("Show the rows that are not linked")
    shown = names.screens[-1]
    assert isinstance(shown, RowsShown) and [part.total for part in shown.parts] == [1] and "Zebra" in shown.parts[0].rows[0]


def test_findings_are_listed_with_their_rows(health):
    panel = health.panel
    assert cells(panel._found) == [
        ["Dates out of order", "Leads: “Became MQL” before “Created”", "1"], ["Points nowhere", "Deals: no lead is found by id, e-mail or company", "1"],
        ["Months without rows", "Leads: no rows in 2 months, the first February 2024, the last March 2024", "2"]]
    health.click("Show the rows")
    rows = next(s for s in health.screens if isinstance(s, RowsShown))
    assert rows.parts[0].total == 1 and "2" in rows.parts[0].rows[0]
    panel._found.selectRow(2)
    assert not panel._show_found.isEnabled()
    assert cells(panel._blanks)[0] == ["Leads", "Became MQL", "80.0\xa0%", "4"]
    health.click("Show the rows that are blank")
    assert health.screens[-1].parts[0].total == 4


def test_what_a_kpi_needs_starts_its_import(health):
    asked = []
    health.panel.wants_import.connect(asked.append)
    health.click("Import NPS answers …")
    assert asked == ["nps"] and health.says("Can be computed: MQLs, Sales team effectiveness, Close rate")


def test_the_timeline_tells_each_month(health):
    time = health.panel._time
    found = next(s for s in health.screens if isinstance(s, Health)).tables[1]
    assert found.table == "leads"
    at = [time.cell(0, m).center() for m in found.months]
    assert [time.told_at(p.x(), p.y()) for p in at] == [
        "Leads, January 2024: 3 rows", "Leads, February 2024: 0 rows", "Leads, March 2024: 0 rows", "Leads, April 2024: 2 rows"]
    assert "Leads: 5 rows, January 2024 to April 2024, 2 month" in time.accessibleDescription()
    assert time.told_at(1, 1) == "" and time.told_at(time.width() - 1, 400) == ""
    pictures = {time.grab(time.cell(0, m).toRect()).toImage().pixelColor(8, 8).name() for m in found.months}
    assert len(pictures) > 1


def test_one_wild_date_does_not_squeeze_the_others(qtbot, tmp_path):
    text = "lead,created\n1,1950-01-01\n" + "".join(f"{k},2024-{1 + k % 12:02d}-01\n" for k in range(2, 40))
    made = Mounted(qtbot, HealthPanel, fill(tmp_path / "w.kpi", {"leads.csv": text}))
    time = made.panel._time
    assert time._count == 240 and time.cell(0, made.screens[-1].tables[1].months[-1]).right() <= time.width()
    assert made.says("Rows lie further apart than can be drawn")
    made.close()


def test_an_empty_workspace_and_the_demo_fit(qtbot, tmp_path, demo_file, dressed):
    with Workspace(tmp_path / "new.kpi", create=True):
        pass
    for path in (tmp_path / "new.kpi", shutil.copy(demo_file, tmp_path / "demo.kpi")):
        for kind in (NamesPanel, HealthPanel):
            for look in ("light", "dark"):
                theme.apply(QApplication.instance(), look)
                made = Mounted(qtbot, kind, path)
                assert too_small(made.panel) == []
                made.panel.grab()
                made.close()
