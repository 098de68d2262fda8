"""Rows kept aside: mended and tried again, exported and imported again."""

import csv

import pytest

from kpi_desktop.app import kept
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.model.problem import UserError
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

LEADS = "lead,created,channel\n1,2024-01-02,Paid\n2,soon,SEO\n3,later,SEO\n"


def bring(ws, path):
    raw = readers.read(path)
    found = decisions.saved_mapping(ws, raw.header) or mapping.guess(raw).mapping
    return ws.add(convert.convert(raw, found, currency=None, rates=()))


@pytest.fixture
def workspace(tmp_path):
    file = tmp_path / "leads.csv"
    file.write_text(LEADS, "utf-8")
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, file)
        yield ws


def held(ws):
    return [r[0] for r in ws.db.execute("SELECT lead FROM leads ORDER BY lead")]


def test_a_kept_row_shows_where_it_stands_and_all_its_cells(workspace):
    shown = kept.shown(workspace)
    first = shown.rows[0]
    assert shown.total == 2 and (first.line, first.field, first.value) == (3, "created", "soon")
    assert first.header == ("lead", "created", "channel") and first.cells == ("2", "soon", "SEO")


def test_a_mended_row_comes_in_as_an_import_of_its_own(workspace):
    row = kept.shown(workspace).rows[0]
    told = kept.retry(workspace, {row.number: ("2", "2024-02-03", "SEO")})
    assert (told.mended, told.still) == (1, 0) and held(workspace) == ["1", "2"]
    assert [(i.file, i.kept_aside) for i in workspace.imports()] == [("leads.csv, mended", 0), ("leads.csv", 1)]
    assert [r.value for r in kept.shown(workspace).rows] == ["later"]
    workspace.take_back(workspace.imports()[0].import_id)
    assert held(workspace) == ["1"]


def test_a_row_that_is_still_wrong_stays_with_its_new_cells_and_reason(workspace):
    rows = kept.shown(workspace).rows
    told = kept.retry(workspace, {rows[0].number: ("2", "2024-02-03", "SEO"), rows[1].number: ("", "2024-02-04", "SEO")})
    assert (told.mended, told.still) == (1, 1)
    (left,) = kept.shown(workspace).rows
    assert (left.field, left.cells) == ("lead", ("", "2024-02-04", "SEO")) and "blank" in str(left.reason)
    assert len(workspace.imports()) == 2
    assert (kept.retry(workspace, {left.number: left.cells}).still, len(workspace.imports())) == (1, 2)


def test_the_export_carries_reasons_and_comes_in_again_when_mended(workspace, tmp_path):
    (path,) = kept.export(workspace, tmp_path / "kept.csv").files
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["lead", "created", "channel", "Why it is kept aside"] and [r[1] for r in rows[1:]] == ["soon", "later"]
    assert all("not a date" in r[3] for r in rows[1:])
    path.write_text(path.read_text("utf-8-sig").replace("soon", "2024-03-01").replace("later", "2024-03-02"), "utf-8")
    assert bring(workspace, path).tables["leads"].added == 2 and held(workspace) == ["1", "2", "3"]


def test_rows_of_an_older_program_are_exported_but_not_tried_again(workspace, tmp_path):
    workspace.db.execute("DELETE FROM import_files")
    row = kept.shown(workspace).rows[0]
    with pytest.raises(UserError, match="older version"):
        kept.retry(workspace, {row.number: row.cells})
    (path,) = kept.export(workspace, tmp_path / "kept.csv").files
    assert list(csv.reader(path.read_text("utf-8-sig").splitlines()))[0][:3] == ["2", "soon", "SEO"]


def test_an_export_that_cannot_be_written_is_told(workspace, tmp_path):
    with pytest.raises(UserError, match="cannot be written"):
        kept.export(workspace, tmp_path / "nowhere" / "kept.csv")


def test_taking_back_mended_rows_puts_them_aside_again_as_they_came(workspace):
    before = kept.shown(workspace).rows
    kept.retry(workspace, {before[0].number: ("2", "2024-02-03", "SEO"), before[1].number: ("3", "2024-02-04", "SEO")})
    assert kept.shown(workspace).total == 0 and held(workspace) == ["1", "2", "3"]
    workspace.take_back(workspace.imports()[0].import_id)
    assert kept.shown(workspace).rows == before and held(workspace) == ["1"]
    assert [(i.file, i.kept_aside) for i in workspace.imports()] == [("leads.csv", 2)] and len(workspace.kept_aside(1)) == 2
    kept.retry(workspace, {before[0].number: ("2", "2024-02-03", "SEO")})
    workspace.take_back(1)
    assert held(workspace) == ["2"] and kept.shown(workspace).total == 0
    workspace.take_back(workspace.imports()[0].import_id)
    assert held(workspace) == [] and workspace.imports() == []
