"""Targets, notes and views: kept, shown, taken back and done again; targets from a file."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop import i18n
from kpi_desktop.app import building, targets
from kpi_desktop.app.decided import merged, selected
from kpi_desktop.app.screens import DetailShown, Overview
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.model.decided import Decided, Planned
from kpi_desktop.model.decisions import Note, SavedView, Target, Verdict
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

GOAL = Target("mqls", "2024-01", 5.0)
NOTE = Note(date(2024, 1, 5), "New site went live")


def held(path):
    with Workspace(path) as ws:
        return decisions.decided(ws)


@pytest.fixture
def ws(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as made:
        yield made


# -- the store ---------------------------------------------------------------------------------------------------------

WORDS = st.text(min_size=1, max_size=12)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.builds(Target, st.sampled_from(["mqls", "nps"]), st.sampled_from(["2024", "2024-Q1"]), st.floats(-1e6, 1e6),
                          st.sampled_from(["", "channel"]), st.sampled_from(["", "Paid"])), max_size=6,
                unique_by=lambda t: (t.kpi, t.period, t.dimension, t.member)),
       st.lists(st.builds(Note, st.dates(), WORDS, st.sampled_from(["", "mqls"]), st.just("channel"), WORDS), max_size=4, unique=True),
       st.lists(st.builds(SavedView, WORDS, st.just("quarter-1"), st.just("year"), st.tuples(st.tuples(st.just("channel"), WORDS))), max_size=3,
                unique_by=lambda v: v.name.casefold()))
def test_what_was_decided_comes_back_as_it_was(ws, aims, notes, views):
    decisions.put_back(ws, Decided((Verdict("channel", "Paid", "keep", ""),), tuple(aims), tuple(notes), tuple(views)))
    found = decisions.decided(ws)
    assert set(found.targets) == set(aims) and set(found.notes) == set(notes) and set(found.views) == set(views) and len(found.verdicts) == 1
    decisions.put_back(ws, Decided())
    assert decisions.decided(ws) == Decided()


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.from_type(Planned).filter(lambda p: "nan" not in repr(p)))  # NaN equals nothing, itself least of all
def test_what_is_planned_comes_back_as_it_was(ws, planned):
    decisions.put_back(ws, Decided(planned=planned))
    assert decisions.decided(ws).planned == planned


# -- the session -------------------------------------------------------------------------------------------------------


def test_a_target_shows_at_once_and_can_be_taken_back_and_set_again(heard, workspace):
    heard.open(workspace, "2024-01")
    heard.watch("overview")
    deciding = heard.session.decided
    deciding.set_target(GOAL)
    heard.settle()
    assert heard.last(Overview).snapshot.state("mqls").goal.value == 5 and deciding.to_undo and not deciding.to_redo
    deciding.undo()
    heard.settle()
    assert heard.last(Overview).snapshot.state("mqls").goal is None and held(workspace).targets == () and deciding.to_redo
    deciding.redo()
    heard.settle()
    assert heard.last(Overview).snapshot.state("mqls").pace.share == pytest.approx(2 / 5)
    deciding.remove_target(GOAL)
    heard.settle()
    assert held(workspace).targets == () and not deciding.to_redo
    assert not heard.troubles


def test_steps_of_every_kind_are_taken_back_in_order(heard, workspace):
    heard.open(workspace)
    deciding = heard.session.decided
    deciding.add_note(NOTE)
    deciding.edit_note(NOTE, Note(NOTE.day, "  Prices   raised ", "mqls"))
    deciding.save_view(SavedView("Mine", "quarter"))
    deciding.rename_view("Mine", "Ours")
    heard.session.set_verdict(Verdict("channel", "Paid", "keep", "why"))
    heard.settle()
    now = held(workspace)
    assert [n.text for n in now.notes] == ["Prices raised"] and [v.name for v in now.views] == ["Ours"] and len(now.verdicts) == 1
    for _ in range(5):
        deciding.undo()
    deciding.undo()  # nothing is left to take back
    heard.settle()
    assert held(workspace) == Decided() and deciding.views == ()
    for _ in range(5):
        deciding.redo()
    heard.settle()
    assert held(workspace) == now
    deciding.remove_note(now.notes[0])
    deciding.remove_view("Ours")
    heard.settle()
    assert held(workspace).notes == () and held(workspace).views == ()


def test_another_workspace_has_nothing_to_take_back(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.session.decided.add_note(NOTE)
    heard.settle()
    heard.open(tmp_path / "other.kpi")
    assert not heard.session.decided.to_undo
    heard.session.decided.undo()
    heard.settle()
    assert held(workspace).notes == (NOTE,)


def test_what_says_nothing_is_refused(heard, workspace):
    heard.open(workspace)
    heard.session.decided.add_note(Note(date(2024, 1, 5), "  "))
    heard.settle()
    assert "few words" in str(heard.troubles[-1].what) and held(workspace).notes == ()
    for refused in (lambda: heard.session.decided.save_view(SavedView(" ", "quarter")), lambda: heard.session.decided.rename_view("a", " "),
                    lambda: heard.session.decided.set_target(Target("mqls", "soon", 1.0))):
        with pytest.raises(UserError):
            refused()


def test_notes_are_flagged_on_the_trend(heard, workspace):
    heard.open(workspace, "2024-01")
    heard.session.decided.add_note(NOTE)
    heard.session.decided.set_target(GOAL)
    heard.watch("detail", kpi="mqls")
    shown = heard.last(DetailShown)
    assert [(m.number, m.note) for m in shown.marks] == [(1, NOTE)] and shown.trend.marks == shown.marks and shown.trend.target == 5
    assert str(shown.target[0]) == "Target 5"


def test_a_view_brings_back_what_was_looked_at(heard, workspace):
    heard.open(workspace)
    view = SavedView("Paid", "2024-01", "year", (("channel", "Paid"),))
    heard.session.decided.apply_view(view)
    heard.settle()
    assert heard.session.selection == Selection(Period.parse("2024-01"), Compare.YEAR, None, (Filter("channel", "Paid"),))


@pytest.mark.parametrize(("kind", "last", "code"), [
    ("quarter", "2025-11-18", "2025-Q4"), ("quarter-1", "2025-11-18", "2025-Q3"), ("quarter-1", "2025-12-31", "2025-Q4"),
    ("month-1", "2025-11-30", "2025-11"), ("month-1", "2025-01-02", "2024-12"), ("year", "2025-11-18", "2025"), ("year-1", "2025-11-18", "2024"),
    ("2023-Q2", "2025-11-18", "2023-Q2")])
def test_a_period_that_follows_the_data(kind, last, code):
    now = Selection(Period.parse("2020"))
    assert selected(SavedView("x", kind), now, (date(2020, 1, 1), date.fromisoformat(last))).period == Period.parse(code)


def test_filters_offer_the_names_of_most_rows_first(workspace):
    with Workspace(workspace) as ws:
        found = building.members(Dataset(ws.frames()))
    assert found["channel"][0] in ("Paid", "SEO") and set(found["channel"]) == {"Paid", "SEO"} and found["owner"] == ("Ann Lee",)


# -- from a file -------------------------------------------------------------------------------------------------------


def written(tmp_path, text):
    file = tmp_path / "targets.csv"
    file.write_text(text, "utf-8")
    return file


def test_targets_are_read_as_people_write_them(tmp_path):
    file = written(tmp_path, "Показатель;Период;Цель;Разрез;Название\nMQLs;2025-q4;1 450,5;;\nclose_rate;2025-03-01;30 %;;\n"
                             "close rate;2025;0,25;Channel;Paid\n")
    assert targets.read(file) == (Target("mqls", "2025-Q4", 1450.5), Target("close_rate", "2025-03", 0.3),
                                  Target("close_rate", "2025", 0.25, "channel", "Paid"))
    i18n.set_language("ru")
    assert targets.read(written(tmp_path, "kpi,period,value,dimension,member\nСтоимость SQL,2025,700,Канал,Paid\n"))[0].dimension == "channel"


@pytest.mark.parametrize(("line", "said"), [
    ("nonsense,2025,1,,", "kpi “nonsense”"), ("mqls,soon,1,,", "period “soon”"), ("mqls,2025,many,,", "value “many”"), ("close_rate,2025,30,,", "value “30”"),
    ("mqls,2025,1,planet,Mars", "dimension “planet”"), ("mqls,2025,1,channel,", "member is blank"), ("mqls,2025,1,,Paid", "dimension “”")])
def test_what_can_be_no_target_is_told_with_its_line(tmp_path, line, said):
    with pytest.raises(UserError) as refused:
        targets.read(written(tmp_path, f"kpi,period,value,dimension,member\nmqls,2025,1,,\n{line}\nmqls,never,1,,\n"))
    assert "targets.csv, line 3" in str(refused.value) and said in str(refused.value) and "1 more line" in str(refused.value)
    assert refused.value.advice is not None


def test_a_file_of_something_else_is_refused(tmp_path):
    with pytest.raises(UserError, match="no column “value”"):
        targets.read(written(tmp_path, "kpi,period\nmqls,2025\n"))


def test_a_file_comes_in_whole_or_not_at_all_and_takes_the_place_of_old_targets(heard, workspace, tmp_path):
    heard.open(workspace)
    heard.session.decided.set_target(Target("mqls", "2025", 9.0))
    heard.session.decided.import_targets(written(tmp_path, "kpi,period,value\nmqls,2025,12\nsqls,2025,4\n"))
    heard.settle()
    assert {(t.kpi, t.value) for t in held(workspace).targets} == {("mqls", 12), ("sqls", 4)}
    heard.session.decided.import_targets(written(tmp_path, "kpi,period,value\nmqls,2026,12\nsqls,whenever,4\n"))
    heard.settle()
    assert len(held(workspace).targets) == 2 and "whenever" in str(heard.troubles[-1].what)
    heard.session.decided.undo()
    heard.settle()
    assert held(workspace).targets == (Target("mqls", "2025", 9.0),)


def test_every_kpi_can_have_a_target(tmp_path):
    text = "kpi,period,value\n" + "".join(f"{k.id},2025,{'50 %' if k.unit.value == 'rate' else 12}\n" for k in KPIS)
    assert [t.kpi for t in merged((), targets.read(written(tmp_path, text)))] == [k.id for k in KPIS]
