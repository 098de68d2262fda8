"""Nothing computes what is not on the screen, and taking an import back restores every figure."""

from dataclasses import replace

import pytest

from kpi_desktop.app import building, review_screen
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.metrics import explain, funnel, registry
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from kpi_desktop.store.workspace import Workspace
from tests.app.small import settle, written

SELECTION = Selection(Period.parse("2024-01"))


@pytest.fixture
def work(monkeypatch):
    """What was computed: (what, KPI or "") in order."""
    done = []

    def counted(what, name, does):
        def call(*arguments, **how):
            done.append((what, name))
            return does(*arguments, **how)
        return call

    kpis = tuple(replace(k, compute=lambda scope, k=k: done.append(("full" if scope.full else "headline", k.id)) or k.compute(scope),
                         breakdown=counted("breakdown", k.id, k.breakdown)) for k in registry.KPIS)
    monkeypatch.setattr(registry, "KPIS", kpis)
    monkeypatch.setattr(building, "KPIS", kpis)
    monkeypatch.setattr(registry, "explained", counted("why", "", explain.explained))
    monkeypatch.setattr(funnel, "compute", counted("funnel", "", funnel.compute))
    monkeypatch.setattr(review_screen, "review", counted("review", "", review_screen.review))
    return done


def change(session, qtbot):
    """Another period, comparison and filter."""
    for selection in (SELECTION, replace(SELECTION, compare=Compare.YEAR), replace(SELECTION, filters=(Filter("channel", "Paid"),))):
        session.select(selection)
        settle(qtbot, session)


def test_the_overview_computes_headlines_alone(qtbot, heard, workspace, work):
    session = heard.session
    session.watch("overview")
    session.open(workspace)
    settle(qtbot, session)
    change(session, qtbot)
    assert {what for what, _ in work} == {"headline"}


def test_a_detail_computes_its_own_kpi_alone(qtbot, heard, workspace, work):
    session = heard.session
    session.watch("detail", kpi="mqls")
    session.open(workspace)
    settle(qtbot, session)
    change(session, qtbot)
    assert {kpi for what, kpi in work if what != "why"} == {"mqls"} and {"full", "breakdown", "why"} <= {what for what, _ in work}
    assert not {"funnel", "review"} & {what for what, _ in work}


@pytest.mark.parametrize(("screen", "only"), [("funnel", {"funnel"}), ("planner", {"review"}), ("health", set())])
def test_other_screens_compute_no_kpi(qtbot, heard, workspace, work, screen, only):
    session = heard.session
    session.watch(screen)
    session.open(workspace)
    settle(qtbot, session)
    change(session, qtbot)
    assert {what for what, _ in work} == only


def figures(path):
    """Every figure of a workspace, with breakdowns, the funnel in both readings and what explains each change."""
    with Workspace(path) as ws:
        data = Dataset(ws.frames())
    selections = [Selection(Period.parse(code), Compare.PREVIOUS, by) for code in ("2024-01", "2024-02", "2024") for by in ("channel", "owner")]
    states = [s for sel in selections for s in registry.compute(data, sel, explain=True).kpis]
    told = [(s.kpi.id, s.result.value, s.result.low, s.result.high, s.result.numerator, s.result.denominator, dict(s.result.details), s.change, s.breakdown,
             s.trend, s.explanation) for s in states]
    return told, [funnel.compute(data, sel, mode, sel.by) for sel in selections for mode in ("period", "cohort")]


MORE = {"more_leads.csv": "lead,created,mql,sql,channel\n1,2024-01-02,2024-01-06,2024-01-15,PAID\n9,2024-02-29,2024-02-29,,New one\n",
        "more_visits.csv": "date,visitor id,channel\n2024-01-05,a,Paid\n2024-02-05,b,SEO\n",
        "more_spend.csv": "date,amount,channel\n2024-01-11,-120.55,New one\n",
        "more_deals.csv": "deal,created,closed,outcome,amount,cost,lead,owner\nd1,2024-01-20,2024-02-21,won,12345678901.5,4000,1,Bob\n"}


def test_taking_imports_back_restores_every_figure(workspace, tmp_path):
    before = figures(workspace)
    with Workspace(workspace) as ws:
        for file in written(tmp_path, MORE):
            raw = readers.read(file)
            ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency=ws.setting("currency", "EUR"), rates=()))
        added = [i.import_id for i in ws.imports() if i.file.endswith(tuple(MORE))]
    assert len(added) == len(MORE) and figures(workspace) != before
    with Workspace(workspace) as ws:
        for number in (added[1], added[0], *added[2:]):
            ws.take_back(number)
    assert figures(workspace) == before
