import csv

from kpi_desktop import demo


def test_the_demo_is_the_same_every_time_and_has_all_ten_tables(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    paths = demo.write_files(first)
    assert len(paths) == 10
    assert [p.read_bytes() for p in paths] == [p.read_bytes() for p in demo.write_files(second)]


def test_demo_stages_are_in_order(tmp_path):
    demo.write_files(tmp_path)
    with (tmp_path / "crm_leads.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 3000
    assert all(r["Created"] <= r["MQL date"] for r in rows if r["MQL date"])
    assert all(r["MQL date"] <= r["SQL date"] for r in rows if r["SQL date"])
