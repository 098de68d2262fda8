"""Every shipped format: known keys only, and its sample comes in exactly as it says, recognised as this format and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kpi_desktop import i18n, paths
from kpi_desktop.imports import convert, mapping, presets, readers
from kpi_desktop.model.decisions import Rate
from kpi_desktop.model.problem import Brought, Text
from kpi_desktop.model.schema import BY_NAME, Field, Kind
from kpi_desktop.model.selection import day_of

FILES = sorted(paths.resource("formats").glob("*.toml"))
KEYS = {"name", "tool", "language", "source", "feeds", "reason", "signature", "without", "headers", "opens", "begins_after", "ends", "footer", "gaps",
        "header_rows", "preamble", "derived", "tables", "dates", "ru", "decimal", "currency", "sample"}
PART = {"table", "columns", "constants", "from_preamble", "values", "only", "skip"}
RATES = tuple(Rate(code, day_of(0).replace(2024, month), 1.0) for code in ("USD", "RUB") for month in range(1, 13))


def data_of(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def read_sample(data: dict[str, Any], folder: Path) -> readers.RawTable:
    said = data["sample"]
    path = folder / said.get("name", "export.csv")
    path.write_text(said["text"], said.get("encoding", "utf-8"))
    return readers.read(path)


def plain(field: Field, value: Any) -> Any:
    if field.kind is Kind.DAY:
        return day_of(value).isoformat()
    if field.kind is Kind.CHOICE:
        return field.choices[value].value
    return bool(value) if field.kind is Kind.FLAG else value


def came_in(raw: readers.RawTable) -> tuple[dict[str, list[dict[str, Any]]], int]:
    found = mapping.guess(raw).mapping
    carried = convert.convert(raw, found, currency="EUR", rates=RATES).columns
    chunk = convert.preview(raw, found, currency="EUR", rates=RATES)
    out: dict[str, list[dict[str, Any]]] = {}
    for part in found.tables:
        fields = [BY_NAME[part.table].by_name[name] for name in carried[part.table]]
        rows = ([(f, v) for f, v in zip(fields, row[1:], strict=True) if v is not None] for row in chunk.rows[part.table])
        out[part.table] = [{f.name: plain(f, v) for f, v in row} for row in rows]
    return out, len(chunk.problems)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_only_known_keys_tables_and_fields(path):
    data = data_of(path)
    assert set(data) <= KEYS
    assert all(isinstance(data[k], str) and data[k] for k in ("name", "tool", "language"))
    assert set(data["ru"]) == {"name", *(["reason"] if "reason" in data else [])} and all(data["ru"].values())
    assert data["source"] in ("real file", "documentation", "importer code")
    assert data["signature"]
    parts = data.get("tables", [])
    assert (data.get("feeds") == "nothing" and data["reason"] and not parts) or (parts and "feeds" not in data)
    assert len({p["table"] for p in parts}) == len(parts)
    for part in parts:
        fields = BY_NAME[part["table"]].by_name
        assert set(part) <= PART
        assert all(set(part.get(k, {})) <= set(fields) for k in ("columns", "constants", "from_preamble", "values"))
        assert set(part.get("from_preamble", {}).values()) <= set(data.get("preamble", {}))
    assert all(set(how) in ({"below"}, {"match"}) for how in data.get("preamble", {}).values())
    for how in data.get("derived", {}).values():
        if how["step"] == "reached":
            assert set(how) == {"step", "field", "columns", "first_of", "words"} and how["field"] in ("mql", "sql", "rejected") and len(how["columns"]) == 1
        else:
            assert set(how) <= {"step", "columns", "facts"} and how["step"] in presets.STEPS


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_the_sample_comes_in_as_it_says(path, tmp_path):
    data = data_of(path)
    raw = read_sample(data, tmp_path)
    assert raw.preset == data["name"]
    found = mapping.guess(raw)
    if data.get("feeds") == "nothing":
        assert found.missing and found.refused is not None and data["reason"] in str(found.refused)
    else:
        rows, aside = came_in(raw)
        assert not found.missing and not found.doubts and not aside
        assert rows == data["sample"]["expected"]
    list(raw.blocks())
    assert raw.skipped == data["sample"].get("skipped", 0)


def test_names_are_unique():
    names = [data_of(p)["name"] for p in FILES]
    assert len(set(names)) == len(names) == len(presets.formats())


def test_a_table_that_is_asked_for_is_guessed_though_the_format_feeds_nothing(tmp_path):
    data = data_of(next(p for p in FILES if p.stem == "salesforce_cases"))
    found = mapping.guess(read_sample(data, tmp_path), "leads")
    assert found.refused is None and [t.table for t in found.mapping.tables] == ["leads"]


def test_the_file_shows_more_than_the_format_says(tmp_path):
    text = ("Campaign report,,,,\n,,,,\nStart Date (in UTC),Account Name,Currency,Campaign Name,Total Spent\n"
            "31/12/2024,Example,EUR,Brand,10\n")
    path = tmp_path / "linkedin.csv"
    path.write_text(text, "utf-8")
    raw = readers.read(path)
    assert raw.preset == "LinkedIn Campaign Manager"
    assert mapping.guess(raw).mapping.dates == "" and came_in(raw)[0]["spend"][0]["date"] == "2024-12-31"


@pytest.mark.parametrize(("first", "last", "kind"), [
    ("20240101", "20241231", "year"), ("20240401", "20240630", "quarter"), ("20240201", "20240229", "month"), ("20240304", "20240310", "week"),
    ("20240304", "20240304", "day"), ("20240201", "20240430", "2024-02-01 – 2024-04-30"), ("20240305", "20240311", "2024-03-05 – 2024-03-11")])
def test_what_kind_of_period_two_days_bound(first, last, kind):
    assert presets.STEPS["span"]((first, last), "dmy")(()) == kind


@pytest.mark.parametrize("header", [
    "Date,Users,Channel,Granularity", "date,unique visitors,visits,channel", "Дата,Посетители,Канал,Период", "Day,Campaign,Channel,Cost,Clicks",
    "Дата,Канал,Показы,Клики,Расход", "Day,Platform,Campaign,Cost,Impr.", "Date,Source,Clicks,Impressions,Avg. CPC,Cost", "Date,Campaign,Cost,Clicks"])
def test_a_file_of_the_persons_own_is_taken_for_no_tool(tmp_path, header):
    path = tmp_path / "mine.csv"
    path.write_text(header + "\n" + ",".join("2024-03-01" for _ in header.split(",")) + "\n", "utf-8")
    assert readers.read(path).preset == ""


def test_a_plain_number_and_a_date_are_no_lead(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("Id,CreatedDate,Subject\n1,2024-03-01,x\n", "utf-8")
    assert ("leads", "lead") not in [(t.table, "lead") for t in mapping.guess(readers.read(path)).mapping.tables if "lead" in t.fields]
    path.write_text("Id,CreatedDate,LeadSource\n1,2024-03-01,Web\n", "utf-8")
    assert not mapping.guess(readers.read(path)).missing
    named = tmp_path / "leads.csv"
    named.write_text("Id,CreatedDate,Subject\n1,2024-03-01,x\n", "utf-8")
    assert not mapping.guess(readers.read(named)).missing


def test_formats_speak_russian():
    i18n.set_language("ru")
    assert i18n.read_as("Zoho: tasks") == "Zoho: задачи" and i18n.read_as("my own") == "my own"
    refused = Text("{format} feeds no table: {reason}.", format=Brought("Zoho: tasks"), reason=Brought("tasks are neither leads nor deals"))
    assert "задачи — не лиды и не сделки" in i18n.say(refused)
    assert Text.from_json(refused.to_json()) == refused
    i18n.set_language("en")
    assert i18n.say(refused) == "Zoho: tasks feeds no table: tasks are neither leads nor deals."


@pytest.mark.parametrize(("text", "table", "row"), [
    ('"Дата начала отчетности","Окончание отчетности","Название кампании","Сумма затрат (USD)"\n2024-03-01,2024-03-31,Осень,310.55\n', "spend",
     {"from": "2024-03-01", "to": "2024-03-31", "amount": 310.55, "channel": "Meta Ads", "campaign": "Осень", "kind": "direct", "currency": "USD"}),
    ("# Источники трафика\n# Дата начала: 20240101\n# Дата окончания: 20240131\nСеанс – основная группа каналов,Всего пользователей,Сеансы\nDirect,70,80\n",
     "visits", {"date": "2024-01-01", "visitors": 70, "grain": "month", "sessions": 80, "channel": "Direct"}),
    ("Record ID,Email,Create Date,Contact owner,Lifecycle Stage,Last Modified Date\n1,a@example.com,2024-03-01,Kim,Sales Qualified Lead,2024-04-01\n", "leads",
     {"lead": "1", "created": "2024-03-01", "mql": "2024-03-01", "sql": "2024-04-01", "owner": "Kim", "email": "a@example.com"}),
    ("Record ID,Email,Create Date,Contact owner,Lifecycle Stage,Became a Marketing Qualified Lead Date\n1,,2024-03-01,Kim,Customer,2024-03-09\n", "leads",
     {"lead": "1", "created": "2024-03-01", "mql": "2024-03-09", "sql": "2024-03-09", "owner": "Kim"})])
def test_other_columns_of_known_tools(tmp_path, text, table, row):
    path = tmp_path / "export.csv"
    path.write_text(text, "utf-8")
    assert came_in(readers.read(path)) == ({table: [row]}, 0)
