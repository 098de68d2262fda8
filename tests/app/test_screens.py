"""From data to what a screen draws, a file to what is shown of it, and a workspace to what its report tells: without a session."""

import dataclasses
from datetime import date

import pytest

from kpi_desktop import i18n
from kpi_desktop.app import building, importing, reporting, rows, screens
from kpi_desktop.app.screens import DetailShown, FunnelShown, Overview, PlannerShown
from kpi_desktop.app.wanted import Wanted
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.decided import Decided
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping, Verdict
from kpi_desktop.model.problem import Cancelled, Text, UserError
from kpi_desktop.model.schema import TABLES
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.store.workspace import Workspace
from tests.app.small import written

JANUARY = Selection(Period.parse("2024-01"))


def quiet(done, total, rows=0):
    """Progress that nobody watches."""


def stop(done, total, rows=0):
    raise Cancelled


@pytest.fixture
def ws(workspace):
    with Workspace(workspace) as opened:
        yield opened


@pytest.fixture
def data(ws):
    return Dataset(ws.frames())


# -- building ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("wanted", "kind"), [(Wanted("overview"), Overview), (Wanted("detail", kpi="nps"), DetailShown), (Wanted("funnel"), FunnelShown),
                                              (Wanted("planner"), PlannerShown)])
def test_each_screen_is_built_and_can_be_cancelled(data, wanted, kind):
    assert isinstance(building.build(wanted, data, JANUARY, Decided(), quiet), kind)
    with pytest.raises(Cancelled):
        building.build(wanted, data, JANUARY, Decided(), stop)


@pytest.mark.parametrize("kpi", KPIS, ids=lambda k: k.id)
def test_a_detail_offers_the_dimensions_that_the_data_carry(data, kpi):
    shown = building.build(Wanted("detail", kpi=kpi.id), data, JANUARY, Decided(), quiet)
    offered = [key for key, _ in shown.dimensions]
    assert set(offered) <= set(kpi.dimensions) and all(data.dimensions.get(key) for key in offered)
    assert shown.selection.by == next((d for d in (*kpi.why.by, *offered) if d in offered), None) and shown.state.kpi is kpi and shown.formula == kpi.formula


def test_provenance_counts_rows_used_and_left_out(data):
    shown = building.build(Wanted("detail", kpi="cost_per_sql"), data, Selection(Period.parse("2024")), Decided(), quiet)
    assert [str(t) for t in shown.provenance] == ["3 row(s) from 2 file(s)"] and str(shown.coverage) == "covers all rows"  # two costs, one SQL
    nothing = building.build(Wanted("detail", kpi="nps"), data, JANUARY, Decided(), quiet)
    assert nothing.provenance == () and nothing.coverage is None


def test_a_screen_of_an_empty_workspace_says_what_to_import(tmp_path):
    with Workspace(tmp_path / "new.kpi", create=True) as empty:
        nothing = Dataset(empty.frames())
    overview = building.build(Wanted("overview"), nothing, JANUARY, Decided(), quiet)
    assert overview.empty and overview.span is None and all("Import" in str(s.missing) for s in overview.snapshot.kpis)
    assert all(s.count is None for s in building.build(Wanted("funnel"), nothing, JANUARY, Decided(), quiet).funnel.stages)
    planner = building.build(Wanted("planner"), nothing, JANUARY, Decided(), quiet)
    assert not planner.review.practices and planner.chart is None


def test_the_planner_knows_what_was_decided(data):
    own = Verdict("channel", "SEO", "keep", "cheap")
    shown = building.build(Wanted("planner", kind="channel"), data, Selection(Period.parse("2024")), Decided((own,)), quiet)
    assert {p.name: p.own for p in shown.review.practices} == {"Paid": None, "SEO": own}


def test_rows_name_their_file_and_line_and_are_limited(ws, monkeypatch):
    monkeypatch.setattr(rows, "_SHOWN", 3)
    leads = ws.frames(["leads"]).tables["leads"]["row"].to_numpy()
    part, = rows.shown(ws, Text("Leads"), (Rows("leads", leads), Rows("spend", leads[:0]))).parts
    assert part.total == 4 and len(part.rows) == 3
    assert all(len(row) == len(part.columns) == len(part.figures) for row in part.rows)
    assert part.columns[-2:] == [Text("File"), Text("Line")] and part.rows[0][-2:] == ("leads.csv", 2)
    assert date(2024, 1, 2) in part.rows[0]


@pytest.mark.parametrize("shown", [screens.Changes(), screens.Busy(Text("x"), None, True), screens.Trouble(Text("x")), Wanted("overview")])
def test_what_travels_between_threads_cannot_be_changed(shown):
    with pytest.raises(dataclasses.FrozenInstanceError):
        shown.anything = 1


# -- files on their way in -----------------------------------------------------------------------------------------------


def inspected(ws, tmp_path, text, name="leads.csv", **how):
    (path,) = written(tmp_path, {name: text})
    return importing.inspect(ws, 1, path, **how)


def test_a_file_is_shown_as_it_would_come_in(ws, tmp_path):
    shown = inspected(ws, tmp_path, "lead;created;target;channel\n7;05.02.2024;да;Почта\n8;31.31.2024;;\n")
    assert shown.state == "ready" and i18n.say(shown.about) == "utf-8, separated by semicolon"
    (preview,) = shown.previews
    assert [f.name for f in preview.fields] == ["lead", "created", "channel", "target"]
    assert preview.rows[0] == ("7", date(2024, 2, 5), "Почта", Text("yes"))
    assert [(p.line, p.field) for p in shown.problems] == [(3, "created")]


def test_a_missing_field_asks_for_a_decision(ws, tmp_path):
    shown = inspected(ws, tmp_path, "lead,channel\n7,Paid\n")
    assert shown.state == "decide" and ("leads", "created") in shown.missing


def test_what_a_mapping_lacks():
    spend = Mapping("mine", (TableMapping("spend", {"channel": Rule(("x",))}),))
    assert importing.lacking(spend) == (("spend", "amount"), ("spend", "date"))
    whole = Mapping("mine", (TableMapping("spend", {"amount": Rule(("x",)), "from": Rule(("y",))}),))
    assert importing.lacking(whole) == ()


def test_a_file_without_a_mapping_is_not_brought_in(ws, tmp_path):
    with pytest.raises(UserError, match="not yet clear what x.csv holds"):
        importing.bring_in(ws, screens.FileShown(1, tmp_path / "x.csv", "ready"), quiet)


def test_a_cancelled_import_changes_nothing_and_remembers_no_header(ws, tmp_path):
    from kpi_desktop.store import decisions

    shown, before = inspected(ws, tmp_path, "lead,created,extra\n70,2024-02-05,\n", "new.csv"), ws.counts()
    with pytest.raises(Cancelled):
        importing.bring_in(ws, shown, stop)
    assert ws.counts() == before and decisions.saved_mapping(ws, shown.header) is None
    assert importing.bring_in(ws, shown, quiet).tables["leads"].added == 1
    assert decisions.saved_mapping(ws, shown.header) == dataclasses.replace(shown.mapping, name="new")


def test_a_sheet_of_a_workbook_is_named(ws, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["nothing", "here"])
    book.active.append(["a", "b"])
    sheet = book.create_sheet("Лиды")
    for row in (["lead", "created"], ["7", date(2024, 2, 5)]):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    shown = importing.inspect(ws, 1, tmp_path / "book.xlsx", sheet="Лиды")
    assert i18n.say(shown.about) == "Excel sheet “Лиды”" and shown.sheets == ("Notes", "Лиды")
    assert shown.previews[0].rows == (("7", date(2024, 2, 5)),)


# -- reports -------------------------------------------------------------------------------------------------------------


def test_a_report_gathers_both_readings_reviews_and_where_rows_came_from(ws, data):
    told = reporting.gather(data, Selection(Period.parse("2024")), "Mine", Decided(), tuple(ws.imports()))
    assert [f.mode for f, _ in told.funnels] == ["period", "cohort"] and [r.kind for r in told.reviews] == ["channel"]
    assert [state.kpi.id for state in told.snapshot.kpis] == [k.id for k in KPIS]
    assert dict(told.rows)[Text("Leads")] == 4 and len(told.rows) == len(TABLES)
    assert told.span == (date(2023, 12, 4), date(2024, 2, 20)) and {i.file for i in told.imports} == {"leads.csv", "spend.csv", "deals.csv"}


def test_a_year_is_drawn_by_its_months(data):
    of = lambda code: reporting.gather(data, Selection(Period.parse(code)), "", Decided(), ()).snapshot.state("mqls").trend  # noqa: E731  one line, twice
    assert [p.period.code for p in of("2024")][::11] == ["2024-01", "2024-12"]
    assert [p.period.code for p in of("2024-Q1")][-1] == "2024-Q1"


def test_the_usual_period_is_the_year_in_which_the_data_end(data, tmp_path):
    assert reporting.usual_period(data) == Period.parse("2024")
    with Workspace(tmp_path / "new.kpi", create=True) as empty:
        nothing = Dataset(empty.frames())
    assert reporting.span(nothing) is None and reporting.usual_period(nothing).first.year == date.today().year


def test_a_report_needs_its_folder(workspace, tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        reporting.make(workspace, None, tmp_path / "no" / "r.pdf")


def test_the_demos_files_are_all_understood(demo_file):
    with Workspace(demo_file) as ws:
        counts, kept = ws.counts(), sum(i.kept_aside for i in ws.imports())
        assert len(ws.imports()) == 10 and all(counts.values()) and kept == 0
