"""What a plan asks for and aims at, and how budgets are drawn."""

from dataclasses import replace
from datetime import date

import pytest

from kpi_desktop.model.plans import Expected, Hypothesis, Range
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.planning import budget_pictures
from kpi_desktop.planning import plan as drafts
from kpi_desktop.planning.portfolio import portfolio
from kpi_desktop.planning.practices import ELIMINATE, KEEP, OPTIMISE
from kpi_desktop.planning.verdicts import review
from tests.planning.test_plan import company

YEAR, NEXT = Period.parse("2024"), Period.parse("2025")


def worth(name, sqls, revenue, profit=None):
    some = Range(sqls, sqls - 1, sqls + 1)
    return Expected(name, some, some, some, *(None if v is None else Range(v, v - 10, v + 10) for v in (revenue, profit)))


def judged(*verdicts):
    """The company's review with these verdicts."""
    found = review(company(), Selection(YEAR))
    return replace(found, practices=tuple(replace(p, verdict=v) for p, v in zip(found.practices, verdicts, strict=True)))


def hypothesis(**more):
    return Hypothesis("h", more.pop("kind", "channel"), "Paid", "because", "believe", "Shorter form", "then", "leads_sql",
                      **{"start": date(2025, 3, 1), "until": date(2025, 6, 1), "baseline": 0.5, "known": 60, "threshold": 0.6, "needed": 80} | more)


def test_verdicts_ask_to_stop_and_to_mend_and_nothing_where_a_practice_is_kept():
    names = [p.name for p in judged(KEEP, KEEP).practices]
    stop, mend = drafts.tasks(judged(ELIMINATE, OPTIMISE), (), NEXT)
    assert (stop.practice, stop.due, stop.source) == (names[0], date(2025, 1, 15), "verdict") and "stop the spend" in str(stop.text)
    weak = judged(KEEP, OPTIMISE).practices[1]
    assert (mend.practice, mend.due) == (names[1], date(2025, 2, 15)) and str(weak.weak_step or weak.reason) in str(mend.text)
    assert drafts.tasks(judged(KEEP, KEEP), (), NEXT) == ()


@pytest.mark.parametrize(("start", "due"), [(date(2025, 3, 1), date(2025, 3, 1)), (date(2024, 3, 1), date(2025, 1, 1)), (date(2027, 1, 1), date(2025, 12, 31))])
def test_a_hypothesis_is_tested_within_the_plan(start, due):
    (task,) = drafts.tasks(judged(KEEP, KEEP), [hypothesis(start=start)], NEXT)
    assert (task.due, task.source, str(task.text)) == (due, "hypothesis", "Paid: Shorter form")


def test_what_is_answered_or_of_another_kind_is_no_task():
    assert drafts.tasks(judged(KEEP, KEEP), [hypothesis(answer="confirmed"), hypothesis(kind="campaign")], NEXT) == ()


def test_a_practice_that_is_new_is_spread_evenly_over_months_a_part_of_one_by_its_days():
    p = portfolio(company(), YEAR)
    lines = drafts.by_month(p, {"Newcomer": 1200.0}, NEXT)
    assert [line.amount for line in lines] == [100.0] * 12
    part = [line.amount for line in drafts.by_month(p, {"Newcomer": 4700.0}, Period.parse("2025-01-16..2025-02-28"))]
    assert part == [1600.0, 3100.0]  # 16 of 31 days, and a whole month


def test_goals_are_the_forecast_and_what_grows_with_it():
    data = company()
    p = portfolio(data, YEAR)
    found = {t.kpi: t for t in drafts.goals(data, p, {"Paid": 1000.0, "Blog": 600.0}, worth("", 192.0, None), NEXT)}
    held = sum(float(n) for n in p.sqls)
    assert held == 96 and found["sqls"].value == 192 and found["cost_per_sql"].value == pytest.approx((1600 + p.shared) / 192, rel=5e-3)
    assert {t.period for t in found.values()} == {"2025"} and "nps" not in found
    nothing = {t.kpi: t.value for t in drafts.goals(data, p, {"Paid": 0.0}, worth("", 0.0, None), NEXT)}
    assert nothing["sqls"] == 0 and "cost_per_sql" not in nothing


# -- pictures --------------------------------------------------------------------------------------------------------------


def test_scenarios_are_drawn_by_profit_and_by_revenue_where_one_knows_none():
    named = [("A", worth("", 5, 100.0, 40.0)), ("B", worth("", 5, 300.0, 20.0))]
    chart = budget_pictures.scenarios(named, worth("", 5, 200.0, 30.0), "EUR")
    assert chart.series[0].values == (40.0, 20.0, 30.0) and chart.series[0].low == (30.0, 10.0, 20.0) and str(chart.description).startswith("A should bring")
    by_revenue = budget_pictures.scenarios(named, worth("", 5, 200.0), "EUR")
    assert by_revenue.series[0].values == (100.0, 300.0, 200.0) and str(by_revenue.description).startswith("B should bring")
    assert "revenue" in str(by_revenue.title)


def test_without_scenarios_or_money_there_is_nothing_to_draw():
    assert budget_pictures.scenarios([], worth("", 5, 1.0, 1.0), "EUR") is None
    assert budget_pictures.scenarios([("A", worth("", 5, None))], None, "EUR") is None


def test_months_are_drawn_where_there_are_two():
    months = [worth("2025-01", 5, None), worth("2025-02", 9, None)]
    chart = budget_pictures.by_month(months, "EUR")
    assert chart.labels == (Period.parse("2025-01"), Period.parse("2025-02")) and chart.series[0].high == (6, 10)
    assert "9" in str(chart.description) and budget_pictures.by_month(months[:1], "EUR") is None
