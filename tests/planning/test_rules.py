"""The rules with thresholds: what moves when one is moved, and whether a verdict can be reckoned again from what is said of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.selection import Compare, Options, Selection
from kpi_desktop.planning import verdicts
from kpi_desktop.planning.practices import ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE
from kpi_desktop.planning.rules import RULES, Case, Closing, checks, judge, rules
from tests.bench.worlds import BASE, world

FAIR = Closing(5, 20, 30, 120, 0.9)
WORSE = Closing(1, 60, 60, 120, 0.001)
CASE = Case(10_000.0, 10, 1_000.0, 700.0, 1_900.0, 0.5, 0.2, FAIR, 1.0, None)
SHARE = st.floats(0, 1)


@pytest.mark.parametrize(("case", "changed", "before", "after"), [
    (replace(CASE, p_keep=0.75), {"keep": 0.7}, OPTIMISE, KEEP),
    (replace(CASE, p_keep=0.85), {"keep": 0.9}, KEEP, OPTIMISE),
    (replace(CASE, p_eliminate=0.85), {"eliminate": 0.8}, OPTIMISE, ELIMINATE),
    (replace(CASE, p_eliminate=0.95, mature=0.6), {"mature_share": 0.5}, OPTIMISE, ELIMINATE),
    (CASE, {"widest": 2.0}, OPTIMISE, NOT_ENOUGH_DATA),
    (replace(CASE, high=3_000.0), {"widest": 5.0}, NOT_ENOUGH_DATA, OPTIMISE),
    (replace(CASE, p_keep=0.95, closing=WORSE), {"keep": 0.5}, OPTIMISE, OPTIMISE),
    (replace(CASE, p_eliminate=0.95, best_mended=900.0), {"eliminate": 0.5}, OPTIMISE, OPTIMISE),
    (replace(CASE, spend=None), {"keep": 0.0}, NOT_ENOUGH_DATA, NOT_ENOUGH_DATA)])
def test_a_threshold_turns_the_verdict_that_it_is_about(case, changed, before, after):
    assert judge(case, Thresholds()) == before and judge(case, replace(Thresholds(), **changed)) == after


def test_the_rules_say_the_numbers_in_force():
    said = " ".join(str(r.text) for r in rules(Thresholds(0.75, 0.95, 2.0, 6.5, 0.6)))
    for number in ("75 %", "95 %", "above 2 times", "60 %", "6.5 to 1"):
        assert number in said
    assert "1.5 times" in str(rules(Thresholds())[2].text)


@settings(max_examples=200, deadline=None)
@given(SHARE, SHARE, SHARE, st.sampled_from([FAIR, WORSE]), st.none() | st.floats(100, 3_000), st.none() | st.floats(800, 9_000), SHARE, SHARE)
def test_what_is_said_of_a_rule_is_what_it_decides_by(keep, out, mature, closing, mended, high, least, gone):
    case = replace(CASE, p_keep=keep, p_eliminate=min(out, 1 - keep), mature=mature, closing=closing, best_mended=mended, high=high)
    t = Thresholds(least, gone)
    said = checks(case, t, "EUR")
    for check, (verdict, _, holds, _) in zip(said, RULES, strict=True):
        assert check.verdict == verdict and check.holds == holds(case, t) == all(met for _, met in check.conditions) and check.conditions
    (decided,) = [c for c in said if c.decides]
    assert decided.verdict == judge(case, t)


def test_without_spend_or_ceiling_nothing_else_is_asked():
    for case, words in ((replace(CASE, spend=None), "No spend is known"), (replace(CASE, ceiling=None), "There is no ceiling")):
        (only,) = checks(case, Thresholds(), "EUR")
        assert only.decides and words in str(only.conditions[0][0])


NOTHING = Planned()


def reviewed(planned=NOTHING, seed=3):
    w = world(seed, 15)
    return verdicts.review(w.data, Selection(BASE, Compare.NONE, options=Options(target_cost_per_sql=w.ceiling)), planned=planned)


def test_a_verdict_can_be_reckoned_again_from_what_is_said():
    """By the spreadsheet's formula with the numbers of the sentences, for every practice of a world."""
    found = reviewed()
    for p in found.practices:
        model = p.how().model
        said = dict(model[2].values)
        added, spent, limit, shape = said["added"].amount, said["spend"].amount, said["limit"].amount, said["shape"]
        keep = 1 - scipy_stats.gamma.cdf((added + spent) / limit, shape + said["sqls"])
        out = scipy_stats.gamma.cdf((added + spent) / dict(model[3].values)["limit"].amount, shape + said["sqls"])
        assert (p.p_keep, p.p_eliminate) == (pytest.approx(keep, abs=1e-9), pytest.approx(out, abs=1e-9))
        assert p.estimate.value == pytest.approx((added + spent) / (shape + said["sqls"]))
        assert shape == round(shape, 1) and added == pytest.approx(shape * dict(model[0].values)["average"].amount)
        assert next(c.verdict for c in p.how().checks if c.decides) == p.computed_verdict


def test_thresholds_reach_every_part_of_a_review():
    strict = Thresholds(keep=0.99, too_dear=3.0, weak=0.5)
    before, after = reviewed(), reviewed(Planned(strict))
    assert after.thresholds == strict and after.ceiling == before.ceiling
    assert sum(p.verdict == KEEP for p in after.practices) < sum(p.verdict == KEEP for p in before.practices)
    for a, b in zip(before.practices, after.practices, strict=True):
        assert (a.name, a.spend, a.sqls, a.p_keep) == (b.name, b.spend, b.sqls, b.p_keep) and b.p_eliminate <= a.p_eliminate
        assert {s.id for s in b.steps if s.weak} <= {s.id for s in a.steps if s.weak}
        assert all(s.weak == (s.own < 0.5 * s.portfolio) for s in b.steps)
