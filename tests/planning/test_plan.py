"""A plan from a budget, its changes, and how it stands when data come in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop import i18n
from kpi_desktop.app import budget_screen, plan_files, plan_screen
from kpi_desktop.app import plan as plans
from kpi_desktop.app.budget import Asked
from kpi_desktop.app.calendar import calendar
from kpi_desktop.app.plan import PlanAsked
from kpi_desktop.model.decided import Decided, Planned
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.plans import Action, Assumptions, BudgetLine, Expected, Plan, Range, Scenario
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Options, Period, Selection
from kpi_desktop.planning import basis
from kpi_desktop.planning import plan as drafts
from kpi_desktop.planning.changes import changes
from kpi_desktop.planning.fact import against
from kpi_desktop.planning.portfolio import portfolio
from kpi_desktop.report.contents import PlanTold
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace
from tests.metrics.plain import dataset

EMPTY = Planned()


def company(last="2024-12-31", more=()):
    """Two channels over 2024: 10 and 6 leads a month, half of them SQLs; spend of Paid in January twice that of other months, none of Blog in June."""
    leads, spend = [("end", last, None, None)], []
    for month in range(1, 13):
        for name, n in (("Paid", 10), ("Blog", 6)):
            for i in range(n):
                day = date(2024, month, 1 + i)
                leads.append((f"{name}{month}-{i}", day, day + timedelta(days=3) if i % 2 else None, name))
            amount = (200.0 if month == 1 else 100.0) if name == "Paid" else (0.0 if month == 6 else 50.0)
            spend.append((date(2024, month, 5), amount, name))
    leads += [(f"m{k}", d, d, n) for k, (d, n) in enumerate(more)]
    return dataset(leads=("lead created sql channel", leads), spend=("date amount channel", spend))


def made(data=None, **asked):
    data = data if data is not None else company()
    return plan_screen.draft(data, Selection(Period.parse("2024")), Decided(planned=asked.pop("planned", EMPTY)), PlanAsked(draft=True, **asked))


def test_money_falls_in_the_months_in_which_it_fell_last_year():
    plan = made()
    paid = {b.month: b.amount for b in plan.budget if b.practice == "Paid"}
    assert paid["2025-01"] == 200.0 and paid["2025-02"] == 100.0 and sum(paid.values()) == 1300.0
    assert {b.month: b.amount for b in plan.budget if b.practice == "Blog"}["2025-06"] == 0.0
    assert plan.period == "2025" and plan.version == 1 and plan.approved is None


@settings(deadline=None, max_examples=30)
@given(st.floats(0.01, 1e7), st.floats(0.01, 1e7), st.sampled_from(["2025", "2025-Q3", "2025-02", "2025-01-15..2025-04-02"]))
def test_months_sum_to_the_amount_to_the_cent(paid, blog, period):
    data = company()
    p = portfolio(data, Period.parse("2024"))
    lines = drafts.by_month(p, {"Paid": paid, "Blog": blog}, Period.parse(period))
    for name, amount in (("Paid", paid), ("Blog", blog)):
        assert round(sum(b.amount for b in lines if b.practice == name), 2) == round(amount, 2)
        assert all(b.amount >= 0 for b in lines)


def test_goals_are_what_the_budget_should_bring():
    plan = made()
    goals = {g.kpi: g.value for g in plan.goals}
    total = plan.total
    assert goals["sqls"] == float(f"{total.sqls.value:.3g}")
    assert goals["cost_per_sql"] == float(f"{plan.amount() / total.sqls.value:.3g}")


def test_a_scenario_gives_the_amounts():
    planned = Planned(scenarios=(Scenario("Half", "2025", "channel", "own", (("Paid", 650.0), ("Blog", 275.0))),))
    plan = made(planned=planned, scenario="Half")
    assert plan.amount("Paid") == 650.0 and plan.amount() == 925.0
    with pytest.raises(UserError, match="not of this period"):
        made(planned=planned, scenario="Half", period=Period.parse("2026"))


def test_what_was_approved_does_not_change_any_more():
    plan = made()
    planned = plans.added(EMPTY, plan)
    approved = replace(plan, approved=date(2025, 1, 2))
    planned = plans.changed(planned, plan, approved)
    with pytest.raises(UserError, match="does not change any more"):
        plans.changed(planned, approved, replace(approved, note="x"))
    planned = plans.next_version(planned, approved)
    assert [(p.version, p.approved) for p in planned.plans] == [(1, date(2025, 1, 2)), (2, None)]
    assert plans.latest(planned.plans, PlanAsked(plan.name)).version == 2 and plans.latest(planned.plans, PlanAsked(plan.name, 1)).approved is not None
    assert plans.dropped(planned, planned.plans[1]).plans == planned.plans[:1]


def test_changes_and_what_is_refused():
    plan = made()
    assert plans.with_amount(plan, "Paid", "2025-03", 500.0).amount("Paid") == 1700.0
    with pytest.raises(UserError, match="not below 0"):
        plans.with_amount(plan, "Paid", "2025-03", -1.0)
    with pytest.raises(UserError, match="a few words"):
        plans.with_action(plan, Action("", "  "))
    with pytest.raises(UserError, match="cannot be the plan's name"):
        plans.named(plans.added(EMPTY, plan), plan, " ")
    new = plans.with_action(plans.with_goal(plans.with_amount(plan, "Paid", "2025-03", 500.0), "sqls", 99.0), Action("", "Ask the agency"))
    said = [str(t) for t in changes(plan, new, "EUR")]
    assert said[0].startswith("Paid: 1,300.00 EUR became 1,700.00") and "became 99.0" in said[1] and said[2] == "New action: Ask the agency"
    assert plans.with_goal(new, "sqls", None).goals == tuple(g for g in plan.goals if g.kpi != "sqls")


# -- against fact ------------------------------------------------------------------------------------------------------


def stands(sqls, share_days, low=80.0, high=120.0):
    more = [(date(2025, 1, 1) + timedelta(days=k % share_days), "Paid") for k in range(sqls)]
    data = company((date(2025, 1, 1) + timedelta(days=share_days - 1)).isoformat(), more)
    expected = Expected("Paid", Range(0, 0, 0), Range(100.0, low, high), Range(0, 0, 0), None, None)
    plan = Plan("p", "2025", "channel", budget=(BudgetLine("Paid", "2025-01", 310.0), BudgetLine("Paid", "2025-02", 280.0)), expected=(expected,))
    return against(data, plan, Options())


def test_due_is_what_the_months_so_far_have():
    (a,) = stands(10, 45)  # January and 14 of 28 days of February
    assert a.due == pytest.approx(310 + 140) and a.budget == 590.0 and a.sqls_due == pytest.approx(100 * 45 / 365)


@pytest.mark.parametrize(("sqls", "days", "standing"), [(1, 20, "early"), (50, 183, "on"), (30, 183, "behind"), (70, 183, "ahead")])
def test_behind_and_ahead_only_beyond_the_range(sqls, days, standing):
    (a,) = stands(sqls, days)
    assert a.standing == standing and a.sqls == sqls


def test_the_forecast_to_the_end_goes_on_from_what_came():
    (a,) = stands(60, 146)  # 40 % of the year, half as much again as planned
    assert a.end.value == pytest.approx(60 + 100 * 0.6 * 1.25) and a.end.low < a.end.value < a.end.high


def test_nothing_to_hold_against_is_said():
    plan = made()
    shown = plan_screen.fact(company(), Selection(Period.parse("2024")), Decided(planned=plans.added(EMPTY, plan)), PlanAsked())
    assert "No data of 2025 yet" in str(shown.note) or "No data of" in str(shown.note)
    assert plan_screen.fact(company(), Selection(Period.parse("2024")), Decided(), PlanAsked()).plan is None


# -- files -------------------------------------------------------------------------------------------------------------


def full():
    plan = made()
    acts = (Action("a", "Call; the, agency\nnow " + "длинный текст " * 12, "Anna", date(2025, 2, 28)), Action("b", "=cmd()", "", None), Action(
        "c", "Gone", "", date(2025, 3, 1), "dropped"))
    return replace(plan, actions=acts, goals=(Target("sqls", "2025", 90.0), Target("close_rate", "2025", 0.3)))


def test_the_calendar_reads_back_as_it_was_written():
    text = calendar(full(), datetime(2025, 1, 1, 12, tzinfo=UTC))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1 == lines.count("END:VEVENT")  # without a day or dropped: no entry
    said = dict(line.split(":", 1) for line in lines if ":" in line)
    assert said["DTSTART;VALUE=DATE"] == "20250228" and said["DTEND;VALUE=DATE"] == "20250301" and said["DTSTAMP"] == "20250101T120000Z"
    plain = said["SUMMARY"].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    assert plain == "Anna: " + full().actions[0].text
    assert calendar(full()).split("UID:")[1].split("\r\n")[0] == text.split("UID:")[1].split("\r\n")[0]


def test_the_workbook_holds_numbers_sums_and_harmless_texts(tmp_path):
    plan = full()
    shown = plan_screen.shown(company(), Selection(Period.parse("2024")), Decided(planned=plans.added(EMPTY, plan)), PlanAsked())
    path = tmp_path / "plan.xlsx"
    plan_files.write(path, PlanTold(plan, shown.goals), "EUR", lambda *_: None)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert sheet.cell(2, 14).value == "=SUM(B2:M2)" and sheet.cell(2, 2).value == next(b.amount for b in plan.budget)
    assert openpyxl.load_workbook(path, data_only=True).worksheets[0].cell(2, 14).value == plan.amount(plan.budget[0].practice)
    acts = book["Actions"]
    assert (acts.cell(3, 1).value, acts.cell(3, 1).data_type) == ("=cmd()", "s") and acts.cell(2, 3).value.date() == date(2025, 2, 28)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_large_amounts_stay_within_the_page(tmp_path, language):
    i18n.set_language(language)
    money, leads, sqls = (Range(8 * n, 7 * n, 9 * n) for n in (111_111_111.0, 11_111.0, 1_111.0))
    plan = made()
    names = {b.practice for b in plan.budget}
    plan = replace(plan, budget=tuple(replace(b, amount=8_888_888.0) for b in plan.budget),
                   expected=tuple(Expected(n, leads, sqls, sqls, money, money) for n in (*names, "")))
    plan_files.write(tmp_path / "plan.pdf", PlanTold(plan, ()), "EUR", lambda *_: None)
    with pypdfium2.PdfDocument(str(tmp_path / "plan.pdf")) as document:
        for page in document:
            text = page.get_textpage()
            left, right = zip(*((box[0], box[2]) for box in map(text.get_rect, range(text.count_rects()))), strict=True)
            assert min(left) > 45 and max(right) < page.get_width() - 45


def test_the_pdf_tells_the_plan(tmp_path):
    plan = full()
    shown = plan_screen.shown(company(), Selection(Period.parse("2024")), Decided(planned=plans.added(EMPTY, plan)), PlanAsked())
    path = tmp_path / "plan.pdf"
    plan_files.write(path, PlanTold(plan, shown.goals), "EUR", lambda *_: None)
    with pypdfium2.PdfDocument(str(path)) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    assert "Plan for 2025" in text and "Anna" in text and "Paid" in text and "30.0" in text
    with pytest.raises(UserError, match="none of the files"):
        plan_files.write(tmp_path / "plan.doc", PlanTold(plan, shown.goals), "EUR", lambda *_: None)


# -- what a plan rests on, and goals of single practices ------------------------------------------------------------------


def test_a_plan_keeps_what_it_was_made_from():
    own = replace(EMPTY.thresholds, ceiling=40.0)
    mine = Scenario("Mine", "2025", "channel", "own", (("Paid", 500.0), ("Blog", 100.0)), Assumptions(0.8, 0.6, 1.0, own=(("Paid", 0.9),), reserve=0.2))
    rests = made(planned=replace(EMPTY, scenarios=(mine,), thresholds=own), scenario="Mine").basis
    assert (rests.source, rests.scenario, rests.base, rests.until.isoformat()) == ("scenario", "Mine", "2024", "2024-12-31")
    assert (rests.assumptions, rests.thresholds, rests.ceiling) == (mine.assumptions, own, 40.0)
    assert {a.practice: (a.value, a.source) for a in rests.answers} == {"Paid": (0.9, "own"), "Blog": (0.8, "assumed")}
    assert len(rests.season) == 12 and sum(rests.season) == pytest.approx(12, abs=0.01)
    told = {str(what): str(value) for what, value in basis.told(rests, "channel", "EUR")}
    assert told["Made from"] == "the scenario “Mine”" and told["Kept for tests"] == "20 %" and told["A SQL may cost at most"] == "40.00 EUR (set by you)"
    assert told["Elasticity of Paid"] == "10 % more money brings 9.0 % more SQLs (7.0 % to 10.0 %), set by you"
    assert made().basis.source == "spend"


def test_plans_of_older_programs_load_without_a_basis(tmp_path):
    plan = made()
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        decisions.set_planned(ws, Planned(plans=(plan,)))
        assert decisions.planned(ws).plans == (plan,)
        kept = ws.setting("planned", {})
        del kept["plans"][0]["basis"]
        del kept["thresholds"]["ceiling"]
        ws.set_setting("planned", kept)
        assert decisions.planned(ws).plans == (replace(plan, basis=None),)


def test_a_goal_of_one_practice_stands_beside_that_of_all():
    plan = plans.with_goal(plans.with_goal(replace(made(), goals=()), "sqls", 100), "sqls", 40, "Paid")
    assert plan.goals == (Target("sqls", "2025", 100), Target("sqls", "2025", 40, "channel", "Paid"))
    assert plans.with_goal(plan, "sqls", None).goals == plan.goals[1:] and plans.with_goal(plan, "sqls", None, "Paid").goals == plan.goals[:1]
    fact = plan_screen.fact(company("2025-06-30", [("2025-02-01", "Paid")] * 7 + [("2025-03-01", "Blog")] * 3), Selection(Period.parse("2025")),
                            Decided(planned=Planned(plans=(plan,))), PlanAsked())
    assert [(str(g.label), g.goal, g.value) for g in fact.goals] == [("SQLs", 100, 10), ("SQLs, Paid", 40, 7)]
    assert any("SQLs, Paid" in str(t) for t in changes(replace(plan, goals=plan.goals[:1]), plan, "EUR"))


def test_a_plan_that_has_begun_is_held_against_fact_before_a_later_one():
    now, later = replace(made(), period="2025-Q1"), replace(made(), name="Later", period="2026")
    data = company("2025-02-15", [("2025-02-01", "Paid")])
    assert plan_screen.fact(data, Selection(Period.parse("2025")), Decided(planned=Planned(plans=(now, later))), PlanAsked()).plan == now


def test_a_figure_without_a_forecast_is_not_too_early():
    """Half of the year has passed: what cannot be projected stands without a word on how it goes, not as too early to say."""
    plan = replace(made(), goals=(Target("mqls", "2025", 10),))
    state = SimpleNamespace(pace=None, kpi=SimpleNamespace(label="Visitors", unit=None), result=SimpleNamespace(value=5.0))
    assert plan_screen._goal_fact(state, plan.goals[0], 0.5).standing == "open"
    assert plan_screen._goal_fact(state, plan.goals[0], 0.05).standing == "early"


def test_what_is_missing_for_a_budget_is_named():
    costs, leads = ("date amount channel", [("2024-01-05", 100.0, "Paid")]), ("lead created sql channel", [("a", "2024-01-12", "2024-01-13", "Blog")])
    for tables, words in (({"spend": costs}, "Import leads with their source"), ({"leads": leads}, "Import marketing costs that name"),
                          ({"leads": leads, "spend": costs}, "Costs name Paid, SQLs name Blog"), ({}, "Import marketing costs and leads first")):
        shown = budget_screen.shown(dataset(**tables), Selection(Period.parse("2024")), "channel", Asked(base=Period.parse("2024")), EMPTY)
        assert words in str(shown.trouble[1]) and shown.total is None


def test_the_files_tell_what_it_rests_on(tmp_path):
    plan = made()
    for name in ("plan.pdf", "plan.xlsx"):
        plan_files.write(tmp_path / name, PlanTold(plan, ()), "EUR", lambda done, total: None)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "plan.pdf"))
    assert "What it rests on" in text and "the spend of those figures" in text
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx")["What it rests on"]
    assert [row[0].value for row in sheet][-12:][0] == "Jan" and sum(row[1].value for row in list(sheet)[-12:]) == pytest.approx(12, abs=0.01)
