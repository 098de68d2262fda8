"""The session: commands in, whole screens out; the latest selection wins and nothing spoils the workspace."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown, FunnelShown, ImportShown, Overview, PlannerShown, ReportShown, RowsShown, Written
from kpi_desktop.app.session import last_whole_quarter
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping, Verdict
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Compare, Filter, Period
from kpi_desktop.store.workspace import Workspace
from tests.app.small import Heard, fill, settle, written


def mqls(screen):
    return screen.snapshot.state("mqls").result.value


def held(path):
    with Workspace(path) as ws:
        return ws.counts(), len(ws.imports())


# -- workspaces ----------------------------------------------------------------------------------------------------------


def test_open_starts_at_the_last_whole_quarter_of_the_data(heard, workspace):
    heard.open(workspace)
    assert heard.session.span == (date(2023, 12, 4), date(2024, 2, 20))
    assert heard.session.selection.period == Period.parse("2023-Q4")
    assert [c for c in heard.changes if c.opened] and heard.session.settings["workspace"] == str(workspace)


def test_a_new_workspace_is_made_and_empty(heard, tmp_path):
    heard.open(tmp_path / "new.kpi")
    shown = heard.watch("overview")
    assert (tmp_path / "new.kpi").exists() and shown.empty and shown.span is None
    assert all(state.missing is not None and state.result.value is None for state in shown.snapshot.kpis)


def test_a_workspace_that_is_not_there_is_not_made_when_opened(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.open(tmp_path / "gone.kpi", create=False)
    assert "no workspace" in str(heard.troubles[0].what) and heard.session.workspace_path == workspace
    assert not (tmp_path / "gone.kpi").exists()


def test_a_file_that_is_no_workspace_leaves_the_open_one(heard, workspace, tmp_path):
    heard.open(workspace)
    (tmp_path / "x.kpi").write_text("no workspace at all")
    heard.open(tmp_path / "x.kpi")
    assert "no workspace" in str(heard.troubles[0].what) and heard.troubles[0].advice is not None
    assert heard.session.workspace_path == workspace and (tmp_path / "x.kpi").read_text() == "no workspace at all"


def test_the_demo_is_made_once_and_opened(heard, demo_file, monkeypatch, tmp_path):
    from kpi_desktop.app import reporting

    made = []
    monkeypatch.setattr(reporting, "fill_demo", lambda path: made.append(path) or path.write_bytes(demo_file.read_bytes()))
    for _ in range(2):
        heard.session.open_demo()
        heard.settle()
    assert len(made) == 1 and heard.session.workspace_path.name == "demo.kpi"
    assert heard.session.selection.period == Period.parse("2025-Q4") and not heard.watch("overview").empty


@pytest.mark.parametrize(("day", "quarter"), [("2024-03-31", "2024-Q1"), ("2024-03-30", "2023-Q4"), ("2024-01-01", "2023-Q4")])
def test_the_last_whole_quarter(day, quarter):
    assert last_whole_quarter((date(2020, 1, 1), date.fromisoformat(day))) == Period.parse(quarter)


def test_the_first_look_is_at_a_period_that_has_data(heard, tmp_path):
    heard.open(tmp_path / "new.kpi")
    heard.session.incoming.inspect(written(tmp_path, {"leads.csv": "lead,created\n1,2024-02-05\n2,2024-02-06\n"}))
    heard.settle()
    heard.session.incoming.import_files([heard.file("leads.csv").file_id])
    heard.settle()
    assert heard.session.selection.period.last >= date(2024, 2, 5)


# -- what is looked at ---------------------------------------------------------------------------------------------------


def test_each_selection_gets_its_own_figures(heard, workspace):
    heard.open(workspace, "2024-01")
    assert mqls(heard.watch("overview")) == 2
    heard.session.select(heard.session.selection.with_period(Period.parse("2024-02")))
    heard.settle()
    assert mqls(heard.last(Overview)) == 0 and heard.last(Overview).snapshot.selection.period == Period.parse("2024-02")
    heard.session.select(replace(heard.session.selection, period=Period.parse("2024"), filters=(Filter("channel", "SEO"),)))
    heard.settle()
    assert mqls(heard.last(Overview)) == 0 and heard.last(Overview).snapshot.selection.filters == (Filter("channel", "SEO"),)


def test_the_comparison_is_the_one_chosen(heard, workspace):
    heard.open(workspace, "2024-01")
    assert heard.watch("overview").snapshot.compared == Period.parse("2023-12")
    for how, compared in ((Compare.YEAR, Period.parse("2023-01")), (Compare.NONE, None)):
        heard.session.select(replace(heard.session.selection, compare=how))
        heard.settle()
        assert heard.last(Overview).snapshot.compared == compared


def test_of_many_quick_changes_the_last_one_is_shown_last(heard, workspace):
    heard.open(workspace, "2024-01")
    heard.watch("overview")
    heard.screens.clear()
    for month in ("2023-10", "2023-11", "2024-02", "2023-12"):
        heard.session.select(heard.session.selection.with_period(Period.parse(month)))
    heard.settle()
    shown = [s.snapshot.selection.period for s in heard.screens]
    assert shown[-1] == Period.parse("2023-12") and len(shown) == 1 and mqls(heard.screens[-1]) == 1


def test_the_same_selection_again_computes_nothing(heard, workspace):
    heard.open(workspace, "2024-01")
    heard.watch("overview")
    heard.screens.clear()
    heard.changes.clear()
    heard.session.select(heard.session.selection)
    heard.settle()
    assert not heard.screens and not heard.changes


def test_a_detail_comes_with_its_breakdown_and_rows(heard, workspace):
    heard.open(workspace, "2024-01")
    shown = heard.watch("detail", kpi="mqls", by="channel")
    assert isinstance(shown, DetailShown) and shown.selection.by == "channel"
    assert {m.member: m.value for m in shown.state.breakdown} == {"Paid": 2}
    assert heard.session.selection.by is None, "a screen's breakdown is not the session's selection"
    heard.session.rows(shown.state.kpi.label, shown.state.result.used)
    heard.settle()
    rows = heard.last(RowsShown)
    part, = rows.parts
    assert part.total == 2 and {r[part.columns.index(Text("Lead"))] for r in part.rows} == {"1", "2"}
    assert [r[-2:] for r in part.rows] == [("leads.csv", 2), ("leads.csv", 3)]


def test_a_breakdown_that_a_kpi_lacks_gives_its_first(heard, workspace):
    heard.open(workspace, "2024-01")
    shown = heard.watch("detail", kpi="close_rate", by="campaign")
    assert shown.selection.by in dict(shown.dimensions) and shown.selection.by != "campaign"


@pytest.mark.parametrize(("mode", "members"), [("period", ["Paid", ""]), ("cohort", ["Paid"])])
def test_the_funnel_in_both_readings(heard, workspace, mode, members):
    heard.open(workspace, "2024-01")
    shown = heard.watch("funnel", mode=mode, by="channel")
    assert isinstance(shown, FunnelShown) and shown.funnel.mode == mode and shown.funnel.by == "channel"
    assert {s.id: s.count for s in shown.funnel.stages}["sql"] == 1 and [m.member for m in shown.funnel.members] == members


# -- imports -------------------------------------------------------------------------------------------------------------


def bring(heard, tmp_path, files):
    heard.session.incoming.inspect(written(tmp_path, files))
    heard.settle()
    heard.session.incoming.import_files([f.file_id for f in heard.last(ImportShown).files])
    heard.settle()


def test_an_import_is_reported_and_seen_at_once(heard, workspace, tmp_path):
    heard.open(workspace, "2024-01")
    before = mqls(heard.watch("overview"))
    bring(heard, tmp_path, {"more.csv": "lead,created,mql\n9,2024-01-08,2024-01-09\n10,31.31.2024,\n1,2024-01-02,2024-01-05\n"})
    done = heard.file("more.csv")
    assert done.state == "done" and done.report.read == 3 and done.report.kept_aside == 1
    assert (done.report.tables["leads"].added, done.report.tables["leads"].unchanged) == (1, 1)
    assert [(p.line, p.field, p.value) for p in done.report.problems] == [(3, "created", "31.31.2024")]
    assert mqls(heard.last(Overview)) == before + 1
    assert any("leads" in c.tables for c in heard.changes)


def test_take_back_is_as_if_it_had_never_come(heard, workspace, tmp_path):
    heard.open(workspace, "2024-01")
    before, counts = mqls(heard.watch("overview")), held(workspace)
    bring(heard, tmp_path, {"more.csv": "lead,created,mql\n9,2024-01-08,2024-01-09\n"})
    heard.session.take_back(heard.file("more.csv").report.import_id)
    heard.settle()
    assert mqls(heard.last(Overview)) == before and held(workspace) == counts
    assert "more.csv" not in [e.file for e in heard.last(ImportShown).log]


def test_the_first_import_into_an_empty_workspace_opens_the_figures(heard, tmp_path):
    heard.open(tmp_path / "new.kpi")
    assert heard.watch("overview").empty
    bring(heard, tmp_path, {"leads.csv": "lead,created,mql\n1,2023-01-08,2023-01-09\n2,2024-02-01,2024-02-01\n"})
    assert not heard.last(Overview).empty and heard.session.span == (date(2023, 1, 8), date(2024, 2, 1))


def test_the_span_follows_later_imports_and_take_backs(heard, workspace, tmp_path):
    heard.open(workspace, "2024-01")
    bring(heard, tmp_path, {"later.csv": "lead,created\n9,2025-06-05\n"})
    assert heard.session.span[1] == date(2025, 6, 5)


@pytest.mark.parametrize(("name", "content"), [("empty.csv", b""), ("noise.csv", bytes(range(256)) * 9), ("book.xlsx", b"no workbook"),
                                               ("only_names.csv", b"lead,created\n"), ("gone.csv", None)])
def test_a_bad_file_becomes_a_sentence_and_changes_nothing(heard, workspace, tmp_path, name, content):
    heard.open(workspace)
    before = held(workspace)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    heard.session.incoming.inspect([tmp_path / name])
    heard.settle()
    failed = heard.file(name)
    assert failed.state == "failed" and name in str(failed.trouble.what) and not failed.trouble.traceback
    heard.session.incoming.import_files([failed.file_id])
    heard.session.incoming.forget(failed.file_id)
    heard.settle()
    assert not heard.troubles and held(workspace) == before and not heard.last(ImportShown).files


def test_a_file_that_looks_like_nothing_known_waits_for_a_decision(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.session.incoming.inspect(written(tmp_path, {"odd.csv": "Nummer,Tag,Wo\n7,2024-03-01,Paid\n8,2024-03-02,Paid\n"}))
    heard.settle()
    assert heard.file("odd.csv").state == "decide" and heard.file("odd.csv").missing


def test_a_file_that_vanishes_before_its_import_fails_alone(heard, workspace, tmp_path):
    heard.open(workspace)
    before = held(workspace)
    heard.session.incoming.inspect(written(tmp_path, {"a.csv": "lead,created\n7,2024-03-01\n", "b.csv": "lead,created\n8,2024-03-01\n"}))
    heard.settle()
    (tmp_path / "a.csv").unlink()
    heard.session.incoming.import_files([f.file_id for f in heard.last(ImportShown).files])
    heard.settle()
    assert heard.file("a.csv").state == "failed" and heard.file("b.csv").state == "done"
    assert held(workspace)[1] == before[1] + 1


ODD = "Nummer,Tag,Wo,lead,created\n7,2024-03-01,Paid,,\n8,2024-03-02,Paid,,\n"


def test_a_mapping_by_hand_is_kept_for_the_same_header(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.session.incoming.inspect(written(tmp_path, {"odd.csv": ODD}))
    heard.settle()
    file = heard.file("odd.csv")
    part = replace(file.mapping.tables[0], table="leads", fields={"lead": Rule(("Nummer",)), "created": Rule(("Tag",)), "channel": Rule(("Wo",))})
    heard.session.incoming.remap(file.file_id, replace(file.mapping, tables=(part,)))
    heard.settle()
    file = heard.file("odd.csv")
    assert file.state == "ready" and file.previews[0].rows[0] == ("7", date(2024, 3, 1), "Paid")
    heard.session.incoming.import_files([file.file_id])
    heard.settle()
    assert heard.file("odd.csv").report.tables["leads"].added == 2
    heard.session.incoming.inspect(written(tmp_path, {"odd_again.csv": ODD.replace("\n7,", "\n17,")}))
    heard.settle()
    again = heard.file("odd_again.csv")
    assert again.mapping.tables[0].fields == part.fields and again.state == "ready" and again.format == Text("your mapping")


def test_another_table_is_tried_when_asked_for(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.session.incoming.inspect(written(tmp_path, {"x.csv": "customer,date,revenue\nAcme,2024-03-01,100\n"}))
    heard.settle()
    assert heard.file("x.csv").mapping.tables[0].table == "invoices"
    heard.session.incoming.retable(heard.file("x.csv").file_id, "customers")
    heard.settle()
    assert heard.file("x.csv").mapping.tables[0].table == "customers" and heard.file("x.csv").state == "decide"
    assert ("customers", "started") in heard.file("x.csv").missing


def test_a_cancelled_import_leaves_the_file_ready_and_the_rows_as_they_were(heard, workspace, tmp_path):
    heard.open(workspace)
    before = held(workspace)
    heard.session.incoming.inspect(written(tmp_path, {"big.csv": "lead,created\n" + "".join(f"{n},2024-03-01\n" for n in range(30, 9000))}))
    heard.settle()
    heard.session.incoming.import_files([heard.file("big.csv").file_id])
    heard.session.cancel()
    heard.settle()
    assert held(workspace) == before
    assert heard.file("big.csv").state == "ready"


# -- decisions -----------------------------------------------------------------------------------------------------------


def test_a_verdict_is_kept_over_sessions_and_cleared(qtbot, heard, workspace):
    heard.open(workspace, "2024-01")
    paid = lambda shown: next(p for p in shown.review.practices if p.name == "Paid")  # noqa: E731  one line, used thrice
    computed = paid(heard.watch("planner")).verdict
    heard.session.set_verdict(Verdict("channel", "Paid", "eliminate", "наш единственный"))
    heard.settle()
    assert paid(heard.last(PlannerShown)).verdict == "eliminate" and any(c.decisions for c in heard.changes)
    other = Heard(qtbot)
    other.open(workspace, "2024-01")
    kept = paid(other.watch("planner"))
    assert kept.own.note == "наш единственный" and kept.verdict == "eliminate" and kept.computed_verdict == computed
    other.session.clear_verdict("channel", "Paid")
    other.settle()
    assert paid(other.last(PlannerShown)).own is None and paid(other.last(PlannerShown)).verdict == computed
    other.session.close()


# -- reports and the program ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "title", "label"), [("en", "Practices and verdicts", "Cost per SQL"), ("ru", "Практики и вердикты", "Стоимость SQL")])
def test_the_report_is_written_in_the_language_in_force(heard, workspace, tmp_path, code, title, label):
    heard.session.set_language(code)
    heard.open(workspace, "2024-01")
    heard.session.export_pdf(tmp_path / "отчёт.pdf")
    heard.settle()
    shown = heard.last(ReportShown)
    document = pypdfium2.PdfDocument(str(shown.path))
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert len(document) == shown.pages and not shown.temporary
    document.close()
    assert i18n.tr("Practices and verdicts") == title and title in text and label in text


def test_a_report_to_nowhere_is_told(heard, workspace, tmp_path, short_report):
    heard.open(workspace, "2024-01")
    heard.session.export_pdf(tmp_path / "no" / "x.pdf")
    heard.settle()
    assert "x.pdf" in str(heard.troubles[0].what) and not heard.troubles[0].traceback and not (tmp_path / "no").exists()


def test_a_report_for_the_printer_is_a_file_of_its_own(heard, workspace, short_report):
    heard.open(workspace, "2024-01")
    heard.session.make_print_pdf()
    heard.settle()
    shown = heard.last(ReportShown)
    assert shown.temporary and shown.path.exists() and Path(tempfile.gettempdir()) in shown.path.parents


def test_a_cancelled_report_for_the_printer_leaves_nothing(heard, workspace, tmp_path, monkeypatch, short_report):
    heard.open(workspace, "2024-01")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    heard.session.make_print_pdf()
    heard.session.cancel()
    heard.settle()
    assert not list((tmp_path / "temporary").iterdir())


def test_busy_lasts_until_all_work_is_done(heard, workspace, qtbot):
    import threading

    heard.open(workspace, "2024-01")
    go_on = threading.Event()
    heard.session._report.run(Text("Writing the report"), lambda progress: go_on.wait(5), lambda _: None)
    heard.session.watch("overview")
    qtbot.waitUntil(lambda: heard.session._compute.idle)
    said = heard.busy[-1]
    go_on.set()
    settle(qtbot, heard.session)
    assert said is not None and said.what == Text("Writing the report") and heard.busy[-1] is None


def test_the_language_is_kept_and_told(heard):
    heard.session.set_language("ru")
    assert i18n.language() == "ru" and heard.changes[-1].language and heard.session.settings["language"] == "ru"


def test_close_in_the_middle_of_work_ends(heard, workspace, tmp_path):
    heard.open(workspace, "2024-01")
    heard.session.watch("overview")
    heard.session.export_pdf(tmp_path / "r.pdf")
    heard.session.incoming.inspect([tmp_path / "gone.csv"])
    heard.session.close()
    assert heard.session.idle and not [p for p in tmp_path.iterdir() if p.suffix == ".pdf" and p.name != "r.pdf"]


def test_all_rows_behind_a_figure_are_exported(heard, workspace, tmp_path):
    heard.open(workspace, "2024-01")
    result = heard.watch("detail", kpi="cost_per_sql").state.result
    heard.session.rows(Text("Cost per SQL"), (*result.used, *result.left_out))
    heard.settle()
    shown = heard.last(RowsShown)
    assert [(str(p.label), p.total) for p in shown.parts] == [("Spend", 1), ("Leads", 1)]
    heard.session.export_rows(shown, tmp_path / "rows.csv")
    heard.settle()
    written = heard.last(Written)
    assert written.rows == 2 and (tmp_path / "rows-2.csv").read_text("utf-8-sig").splitlines()[1].startswith("1,2024-01-02,2024-01-05,2024-01-15")


def test_visitors_are_shown_by_the_sets_they_were_counted_from(heard, tmp_path):
    files = {"visits.csv": "date,visitor,channel\n2024-01-05,a,SEO\n2024-01-05,b,SEO\n2024-01-06,a,\n2024-02-01,c,SEO\n"}
    heard.open(fill(tmp_path / "v.kpi", files), "2024-01")
    result = heard.watch("detail", kpi="unique_visitors").state.result
    heard.session.rows(Text("Unique visitors"), result.used)
    heard.settle()
    part, = heard.last(RowsShown).parts
    assert [(str(r[0]), r[1], r[4]) for r in part.rows] == [("2024-01-05", "SEO", 2), ("2024-01-06", None, 1)]


def test_a_folder_comes_in_as_a_whole_and_one_decision_serves_files_alike(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.watch("import")
    folder = tmp_path / "exports"
    folder.mkdir()
    odd = "Nummer,Tag,Wo\n{n},2024-03-01,Paid\n{n}1,2024-03-02,Paid\n"
    written(folder, {"a.csv": odd.format(n=7), "a (1).csv": odd.format(n=8), "README.md": "about", "deals.csv": "deal,created,outcome\n1,2024-03-01,won\n"})
    heard.session.incoming.inspect([folder])
    heard.settle()
    shown = next(s for s in reversed(heard.screens) if isinstance(s, ImportShown))
    assert [p.name for p in shown.beside] == ["README.md"] and {f.path.name for f in shown.files} == {"a.csv", "a (1).csv", "deals.csv"}
    file = heard.file("a.csv")
    part = TableMapping("leads", {"lead": Rule(("Nummer",)), "created": Rule(("Tag",))})
    heard.session.incoming.remap(file.file_id, Mapping("mine", (part,)), others=True)
    heard.settle()
    assert [heard.file(name).state for name in ("a.csv", "a (1).csv", "deals.csv")] == ["ready"] * 3
