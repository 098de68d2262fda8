"""The rate table: set by hand, read from a file, and what it does to a cost."""

from datetime import date

import pytest

from kpi_desktop.app import rates
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import compute
from kpi_desktop.model.decisions import Rate
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace


@pytest.fixture
def ws(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as made:
        made.set_setting("currency", "EUR")
        yield made


@pytest.mark.parametrize(("told", "what"), [
    (("US", "2024-03", "1"), "no currency"), (("EUR", "2024-03", "1"), "own currency"), (("USD", "March?", "1"), "no month"),
    (("USD", "2024-03", "much"), "no rate"), (("USD", "2024-03", "0"), "above zero"), (("USD", "2024-03", "-1"), "above zero")])
def test_what_can_be_no_rate_is_refused_with_advice(told, what):
    with pytest.raises(UserError) as refused:
        rates.made(*told, "EUR")
    assert what in f"{refused.value.what} {refused.value.advice}"


def test_a_rate_is_read_as_people_write_it():
    assert rates.made(" usd", "2024-03-15", "0,92", "EUR") == Rate("USD", date(2024, 3, 1), 0.92)


def test_rates_of_a_file_come_in_all_or_none(ws, tmp_path):
    file = tmp_path / "rates.csv"
    file.write_text("Валюта;Месяц;Курс\nUSD;01.03.2024;0,92\nGBP;01.03.2024;1,17\n", "utf-8")
    rates.bring_in(ws, file)
    assert rates.shown(ws).rates == (Rate("GBP", date(2024, 3, 1), 1.17), Rate("USD", date(2024, 3, 1), 0.92))
    file.write_text("currency,month,rate\nCHF,2024-03,1.05\nPLN,2024-03,cheap\n", "utf-8")
    with pytest.raises(UserError, match="line 3"):
        rates.bring_in(ws, file)
    assert {r.currency for r in rates.shown(ws).rates} == {"GBP", "USD"}
    file.write_text("currency,rate\nCHF,1.05\n", "utf-8")
    with pytest.raises(UserError, match="month"):
        rates.bring_in(ws, file)


def test_a_rate_turns_a_foreign_cost_and_its_end_is_felt(ws, tmp_path):
    leads, spend = tmp_path / "leads.csv", tmp_path / "spend.csv"
    leads.write_text("lead,created,mql,sql,channel\n1,2024-03-01,2024-03-02,2024-03-03,Paid\n", "utf-8")
    spend.write_text("date,amount,currency,channel\n2024-03-05,100,USD,Paid\n", "utf-8")

    def bring(path):
        raw = readers.read(path)
        return ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency="EUR", rates=decisions.rates(ws)))

    bring(leads)
    assert bring(spend).kept_aside == 1
    rates.put(ws, Rate("USD", date(2024, 3, 1), 0.9))
    spend.write_text(spend.read_text("utf-8") + "\n", "utf-8")
    assert bring(spend).kept_aside == 0
    cost = compute(Dataset(ws.frames()), Selection(Period.parse("2024-03")), only=("cost_per_sql",)).kpis[0].result.value
    assert cost == pytest.approx(90)
    rates.put(ws, None, Rate("USD", date(2024, 3, 1), 0.9))
    assert not rates.shown(ws).rates
