import pandas as pd

from kpi_desktop.metrics.written import from_plain
from kpi_desktop.model.decisions import Merge, Rate
from kpi_desktop.model.selection import Filter, Period, day_number

LEADS = pd.DataFrame({
    "lead": ["a", "b", "c"], "created": ["2024-01-01", "2024-01-05", "2024-02-01"], "mql": ["2024-01-02", None, "2024-02-03"],
    "channel": ["Paid", " paid", "SEO"]})
DEALS = pd.DataFrame({"deal": ["1", "2"], "created": ["2024-01-05", "2024-01-06"], "closed": ["2024-03-01", "2030-01-01"],
                      "outcome": ["won", "open"], "lead": ["a", "gone"], "amount": [100, None]})


def test_a_period_holds_both_its_days():
    view = from_plain({"leads": LEADS}).view()
    assert list(view.between("leads", "created", Period.parse("2024-01-01..2024-01-05"))) == [0, 1]
    assert view.count("leads", "mql", Period.parse("2024")) == 2


def test_names_are_compared_without_case_and_space():
    view = from_plain({"leads": LEADS}).view()
    members, groups = view.groups("leads", "channel", view.all("leads"))
    assert members == ["Paid", "SEO"]
    assert list(groups) == [0, 0, 1]


def test_deals_take_the_channel_of_their_lead_and_orphans_none():
    view = from_plain({"leads": LEADS, "deals": DEALS}).view()
    assert view.groups("deals", "channel", view.all("deals"))[0] in (["", "Paid"], ["Paid", ""])
    paid = from_plain({"leads": LEADS, "deals": DEALS}).view([Filter("channel", "PAID")])
    assert list(paid.all("deals")) == [0]


def test_merges_leave_the_frames_alone():
    data = from_plain({"leads": LEADS}, merges=(Merge("channel", "SEO", "Paid"),))
    assert data.view().groups("leads", "channel", data.view().all("leads"))[0] == ["Paid"]


def test_an_open_deals_expected_close_is_not_today():
    data = from_plain({"leads": LEADS, "deals": DEALS})
    assert data.today == day_number(pd.Timestamp("2024-03-01").date())


def test_spend_without_a_rate_is_left_out_and_known():
    spend = pd.DataFrame({"date": ["2024-01-03", "2024-02-03"], "amount": [100, 100], "currency": ["USD", "USD"]})
    data = from_plain({"spend": spend}, rates=(Rate("USD", pd.Timestamp("2024-01-01").date(), 0.9),))
    assert data.column("spend", "amount")[0] == 90
    assert list(data.unconverted) == [1]


def test_a_filter_that_rows_cannot_carry_is_said():
    view = from_plain({"leads": LEADS}).view([Filter("channel", "Paid")])
    assert view.carries("leads") is None
    assert "channel" in str(view.carries("customers")).lower()
