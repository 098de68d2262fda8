"""Verdicts on practices whose right answer is known."""

from datetime import date, timedelta

import numpy as np
import pytest
from scipy import stats

from kpi_desktop.model.decided import Planned
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.selection import Compare, Options, Period, Selection
from kpi_desktop.planning import verdicts
from kpi_desktop.planning.model import fit
from kpi_desktop.planning.practices import ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE
from tests.metrics.plain import dataset

START = date(2024, 1, 1)


def company(spec, ceiling=1000.0, decided=()):
    """A review of channels given as name -> (spend or None, leads, MQLs, SQLs), all in January with half a year to mature."""
    leads, spend = [("end", "2024-06-30", None, None, None)], []
    for name, (money, n, mqls, sqls) in spec.items():
        for i in range(n):
            day = START + timedelta(days=i % 28)
            leads.append((f"{name}{i}", day, day if i < mqls else None, day if i < sqls else None, name))
        if money is not None:
            spend.append(("2024-01-15", money, name))
    data = dataset(leads=("lead created mql sql channel", leads), spend=("date amount channel", spend))
    selection = Selection(Period.parse("2024-01"), Compare.NONE, options=Options(target_cost_per_sql=ceiling))
    found = verdicts.review(data, selection, "channel", decided)
    return {p.name: p for p in found.practices}


def test_the_four_verdicts():
    found = company({"Cheap": (10_000.0, 200, 100, 50), "Dear": (60_000.0, 20, 10, 5), "Middle": (42_000.0, 120, 60, 40),
                     "New": (1_500.0, 8, 4, 2), "Free": (None, 50, 20, 10)})
    assert found["Cheap"].verdict == KEEP
    assert found["Dear"].verdict == ELIMINATE
    assert found["Middle"].verdict == OPTIMISE
    assert found["New"].verdict == NOT_ENOUGH_DATA
    assert found["Free"].verdict == NOT_ENOUGH_DATA
    cheap = found["Cheap"]
    assert (cheap.spend, cheap.leads, cheap.mqls, cheap.sqls, cheap.cost_per_sql) == (10_000.0, 200, 100, 50, 200.0)
    assert "1.5 times" in str(found["Dear"].reason) and "1,050" in str(found["Middle"].reason)
    assert cheap.robust is not None and cheap.robust > 0.8


def test_a_dear_practice_with_one_weak_step_is_mended_not_dropped():
    found = company({"Good": (20_000.0, 200, 100, 50), "Leaky": (40_000.0, 400, 16, 16)})
    assert found["Leaky"].computed_verdict == OPTIMISE
    assert "few MQLs: 4.0 %" in str(found["Leaky"].weak_step)


def test_the_persons_verdict_wins_and_the_computed_one_stays():
    own = Verdict("channel", "Cheap", ELIMINATE, "no capacity")
    found = company({"Cheap": (10_000.0, 200, 100, 50)}, decided=[own])["Cheap"]
    assert (found.verdict, found.computed_verdict, found.own) == (ELIMINATE, KEEP, own)


def test_the_flip_point_turns_the_verdict():
    spec = {"Middle": (42_000.0, 120, 60, 40), "Other": (40_000.0, 120, 60, 40)}
    middle = company(spec)["Middle"]
    assert middle.verdict == OPTIMISE and middle.flip is not None
    turn = dict(middle.flip.values)["turn"].amount
    prior = fit(np.array([42_000.0, 40_000.0]), np.array([40.0, 40.0]))
    needed = round(42_000 / turn)
    assert prior.within(42_000.0, needed, 1000.0) >= 0.8 > prior.within(42_000.0, needed - 1, 1000.0)


def test_the_model_shrinks_a_small_practice_toward_the_portfolio():
    spend, sqls = np.array([10_000.0, 12_000.0, 9_000.0, 200.0]), np.array([10.0, 12.0, 9.0, 2.0])
    prior = fit(spend, sqls)
    alone = 1 - np.exp(-200 / 300) * (1 + 200 / 300)  # not used as a bound, the point is the direction
    assert prior.average == pytest.approx(31_200 / 33)
    assert prior.within(200.0, 2, 300.0) < 0.9 and alone < 0.9
    assert fit(spend, np.zeros(4)) is None
    assert prior.within(10_000.0, 10, 2_000.0) > prior.within(10_000.0, 10, 900.0)


def test_no_ceiling_is_said():
    data = dataset(leads=("lead created sql channel", [("a", "2024-01-01", "2024-01-02", "Paid"), ("b", "2024-03-01", None, "Paid")]),
                   spend=("date amount channel", [("2024-01-03", 100.0, "Paid")]))
    found = verdicts.review(data, Selection(Period.parse("2024"), Compare.NONE), "channel")
    assert found.ceiling is None and found.practices[0].verdict == NOT_ENOUGH_DATA
    assert any("ceiling" in str(w) for w in found.warnings)


def test_a_ceiling_of_ones_own_judges_where_none_can_be_computed():
    data = dataset(leads=("lead created sql channel", [(f"a{k}", "2024-01-01", "2024-01-02", "Paid") for k in range(40)] + [("b", "2024-03-01", None, "Paid")]),
                   spend=("date amount channel", [("2024-01-03", 4_000.0, "Paid")]))
    for ceiling, verdict in ((None, NOT_ENOUGH_DATA), (200.0, KEEP), (20.0, ELIMINATE)):
        found = verdicts.review(data, Selection(Period.parse("2024-01"), Compare.NONE), "channel", planned=Planned(thresholds=Thresholds(ceiling=ceiling)))
        assert (found.ceiling, found.practices[0].verdict) == (ceiling, verdict)


def test_the_reckoning_can_be_done_again_with_what_it_shows():
    """Interval, closing and mended step, each worked out anew from the numbers in its sentence."""
    found = company({"Cheap": (10_000.0, 200, 100, 50), "Dear": (60_000.0, 60, 30, 5)})["Dear"]
    told = {str(t).split(":")[0]: dict(t.values) for t in found.how().model}
    ends = told["What a SQL costs (95 %), in a spreadsheet"]
    assert ends["low"].amount == pytest.approx(60_000 / (stats.chi2.ppf(0.975, 12) / 2)) and ends["high"].amount == pytest.approx(
        60_000 / (stats.chi2.ppf(0.025, 10) / 2))
    mended = told["Its best step mended"]
    rate = mended["portfolio"].fraction / mended["own"].fraction
    assert mended["own"].fraction == pytest.approx(mended["reached"] / mended["begun"]) and mended["mended"] == pytest.approx(5 * rate, abs=0.06)
    assert mended["cost"].amount == pytest.approx(60_000 / (5 * rate))
