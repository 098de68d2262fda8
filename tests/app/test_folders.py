"""A folder as a whole: what is read, in which order, what lies beside, and what one decision serves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kpi_desktop.app import folders, importing
from kpi_desktop.app.screens import FileShown
from kpi_desktop.imports.readers import READERS
from kpi_desktop.model.decisions import Mapping, TableMapping
from kpi_desktop.store.workspace import Workspace


def shown(number, *tables, header=("a",), state="ready"):
    return FileShown(number, Path(f"{number}.csv"), state, header=header, mapping=Mapping("m", tuple(TableMapping(t) for t in tables)))


def test_a_folder_gives_its_exports_and_names_the_rest(tmp_path):
    for name in ("leads.csv", "2024/deals (1).XLSX", "README.txt", "Leads Data Dictionary.xlsx", "logo.png", ".hidden/x.csv", "~$deals.xlsx", "readings.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    files, beside = folders.exports([tmp_path, tmp_path / "README.txt"])
    assert [f.name for f in files] == ["deals (1).XLSX", "leads.csv", "readings.csv", "README.txt"]
    assert sorted(f.name for f in beside) == ["Leads Data Dictionary.xlsx", "README.txt", "logo.png"]


def test_every_ending_that_can_be_read_is_looked_for():
    assert set(READERS) == folders.ENDINGS


def test_what_is_referred_to_comes_first():
    files = [shown(1, "nps"), shown(2, "deals", "leads"), shown(3, "attendance"), shown(4, "events"), shown(5, "deals"), FileShown(6, Path("6.csv"), "reading")]
    assert [f.file_id for f in folders.in_order(files)] == [2, 4, 3, 5, 1, 6]


def test_one_decision_serves_files_alike():
    files = [shown(1), shown(2, state="decide"), shown(3, state="done"), shown(4, header=("b",)), shown(5, header=())]
    assert [f.file_id for f in folders.alike(files, files[0])] == [2]
    assert not folders.alike(files, files[4])


WEBINAR = """Attendee Report,
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered
{name},123,"{day} 8:00 AM", 60, 1
Attendee Details,
"Attended","First Name","Last Name","Email","Registration Time","Join Time","Leave Time","Time in Session (minutes)"
"Yes","Ada","Example","ada@example.com","{day} 07:15:00","{day} 08:10:00","{day} 08:30:00","20"
"""


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_report_keeps_its_own_event_however_the_one_before_was_read(tmp_path, by_hand):
    """The event stands above the table: with the same column names, the next webinar is another one."""
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        for number, (name, day) in enumerate((("Spring", "Mar 28, 2024"), ("Autumn", "Sep 28, 2024"))):
            path = tmp_path / f"{name}.csv"
            path.write_text(WEBINAR.format(name=name, day=day), "utf-8")
            file = importing.inspect(ws, number, path)
            assert {t.fields["event"].constant for t in file.mapping.tables} == {name} and file.state == "ready"
            importing.bring_in(ws, importing.inspect(ws, number, path, chosen=replace(file.mapping, name="ours")) if by_hand else file, lambda *told: None)
        assert (ws.counts()["events"], ws.counts()["attendance"]) == (2, 2)
