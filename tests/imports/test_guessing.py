"""Files of no known tool: columns known by any usual form of their names, stages told by a status, words that tell nothing, files of no use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.imports import convert, mapping, readers, statuses
from kpi_desktop.imports.values import date_order, to_choice
from kpi_desktop.imports.words import forms
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.model.selection import day_number, day_of


def seen(folder, text, name="export.csv", encoding="utf-8"):
    path = folder / name
    path.write_text(text, encoding)
    raw = readers.read(path)
    return raw, mapping.guess(raw)


def fed(guess):
    return {part.table: {f: r.columns[0] for f, r in part.fields.items()} for part in guess.mapping.tables}


@pytest.mark.parametrize(("name", "form"), [
    ("LeadSource", "lead source"), ("OpportunityID", "opportunity id"), ("Cost (USD)", "cost"), ("Сумма, руб.", "сумма"), ("Deal - Value", "value"),
    ("created_at", "created at"), ("№ заявки", "номер заявки"), ("Invoices", "invoice"), ("HubSpot Score", "hubspot score")])
def test_a_name_is_known_in_every_usual_form(name, form):
    assert form in dict(forms(name)) and max(dict(forms(name)).values()) == 1.0


@given(st.text(max_size=30))
def test_every_name_has_forms_in_falling_closeness(name):
    found = forms(name)
    assert all(0 < close <= 1 for _, close in found) and [c for _, c in found] == sorted((c for _, c in found), reverse=True)


def test_a_russian_crm_export_needs_no_click(tmp_path):
    rows = "".join(f"{100 + i};{i:02}.03.2024 10:15;Сайт;{('Новый', 'Качественный лид', 'Брак')[i % 3]};{i:02}.04.2024;Ким;ООО {i}\n" for i in range(1, 29))
    raw, found = seen(tmp_path, "№ заявки;Дата и время создания;Источник заявки;Статус лида;Дата изменения;Менеджер;Организация\n" + rows, encoding="cp1251")
    assert not found.missing and not found.doubts and len(found.notes) == 3
    assert fed(found)["leads"] | {} == {
        "lead": "№ заявки", "created": "Дата и время создания", "channel": "Источник заявки", "owner": "Менеджер", "company": "Организация",
        "mql": "Статус лида: MQL", "sql": "Статус лида: SQL", "rejected": "Статус лида: rejected"}
    chunk = convert.preview(raw, found.mapping, currency="EUR", rates=())
    at = {name: list(BY_NAME["leads"].by_name).index(name) for name in ("mql", "sql", "rejected")}
    carried = [f for f in BY_NAME["leads"].by_name if f in fed(found)["leads"]]
    by_lead = {row[1]: dict(zip(carried, row[1:], strict=True)) for row in chunk.rows["leads"]}
    assert at and {f: by_lead["101"][f] for f in at} == {"mql": day_number(date(2024, 3, 1)), "sql": day_number(date(2024, 4, 1)), "rejected": None}
    assert by_lead["102"]["rejected"] == day_number(date(2024, 4, 2)) and by_lead["103"]["mql"] is None


def test_names_in_humps_and_with_units(tmp_path):
    rows = "".join(f"D{i},{('Discovery', 'Closed Won', 'Closed Lost')[i % 3]},\"{1000 + i:,}.00\",2024-0{i % 8 + 1}-15,2024-09-01,Kim\n" for i in range(20))
    _, found = seen(tmp_path, "DealID,PipelineStage,DealValue (USD),CreatedOn,ClosedOn,AccountExecutive\n" + rows)
    assert not found.missing and not found.doubts
    assert fed(found)["deals"] == {"deal": "DealID", "outcome": "PipelineStage", "stage": "PipelineStage", "amount": "DealValue (USD)",
                                   "created": "CreatedOn", "closed": "ClosedOn", "owner": "AccountExecutive"}


def test_what_a_word_of_a_stage_tells(tmp_path):
    outcome = BY_NAME["deals"].by_name["outcome"]
    assert [to_choice(outcome, w) for w in ("Переговоры", "Proposal sent", "Closed Won", "Сделка проиграна")] == [0, 0, 1, 2]
    for word in ("Contract signed", "Этап А", "Closed", "Оплата получена"):
        with pytest.raises(ValueError, match=word):
            to_choice(outcome, word)
    rows = "".join(f"{i},2024-01-{i:02},{('Stage A', 'Proposal', 'Won')[i % 3]}\n" for i in range(1, 20))
    raw, found = seen(tmp_path, "deal id,created,stage\n" + rows, "deals.csv")
    assert ["Stage A" in str(d) and "Proposal" not in str(d) for d in found.doubts] == [True]
    part = found.mapping.tables[0]
    for meaning in ({"stage a": "lost"}, {"*": "open"}):
        said = mapping.Mapping("mine", (mapping.TableMapping("deals", part.fields, {"outcome": meaning}),))
        assert not any(r.doubt for r in mapping.readings(raw, said)) and not convert.preview(raw, said, currency="EUR", rates=()).problems
    assert len(convert.preview(raw, found.mapping, currency="EUR", rates=()).problems) == 6


def test_an_end_is_a_loss_only_where_it_is_said(tmp_path):
    raw, found = seen(tmp_path, "customer,start date,end date,churned,is_trial\na,2023-01-01,2024-01-01,No,false\nb,2023-01-01,2024-02-01,Yes,false\n"
                                "c,2023-01-01,,No,true\n")
    rows = list(convert.preview(raw, found.mapping, currency="EUR", rates=()).rows["customers"])
    assert [(r[1], r[3] and day_of(r[3]).isoformat()) for r in rows] == [("a", None), ("b", "2024-02-01")] and len(found.notes) == 2


def test_the_question_of_a_survey_and_the_only_date(tmp_path):
    rows = "".join(f"2024-03-{i + 1:02} 10:00,{i % 11},a{i}@example.com\n" for i in range(20))
    assert fed(seen(tmp_path, "Timestamp,How likely are you to recommend us to a friend?,Email address\n" + rows)[1]) == {
        "nps": {"date": "Timestamp", "score": "How likely are you to recommend us to a friend?", "respondent": "Email address"}}
    rows = "".join(f"A{i},2024-03-{i + 1:02},{i}.50,Brand\n" for i in range(20))
    assert fed(seen(tmp_path, "Ad_ID,Ad_Date,Cost,Campaign_Name\n" + rows)[1]) == {"spend": {"date": "Ad_Date", "amount": "Cost", "campaign": "Campaign_Name"}}


def test_what_numbers_the_rows_is_no_id_that_comes_again(tmp_path):
    rows = "".join(f"{i // 5},2024-03-{i + 1:02},Web,Call\n" for i in range(20))
    _, found = seen(tmp_path, "LeadID,CreatedDate,LeadSource,Activity\n" + rows)
    assert ("leads", "lead") in found.missing or [t.table for t in found.mapping.tables] != ["leads"]


@pytest.mark.parametrize(("text", "words"), [
    ("product,series,price\na,b,1\n", "none of those"), ("account,revenue,employees\nAcme,12,3\nBolt,14,4\n", "No column holds dates"),
    ("760,25,2009-11-06\n860,50,2012-09-28\n", "values, not column names"),
    ("Table,Field,Description\naccounts,account,Company name\n", "describes the columns")])
def test_a_file_of_no_use_says_why(tmp_path, text, words):
    _, found = seen(tmp_path, text)
    assert found.refused is not None and words in str(found.refused) and found.missing


def test_counts_by_the_month_are_not_taken_for_days(tmp_path):
    _, found = seen(tmp_path, "MONTH,USERS\n" + "".join(f"2023-{i:02}-01,{900 + i}\n" for i in range(1, 13)))
    assert found.missing == (("visits", "date"),)


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 12, 31)), min_size=30, max_size=60))
def test_dates_that_contradict_each_other_are_asked_about(days):
    texts = [d.strftime("%d/%m/%Y") for d in days] + [d.strftime("%m/%d/%Y") for d in days]
    assert not date_order(texts)[1]


@given(st.sampled_from(sorted(statuses.WORDS["sql"])))
def test_a_later_stage_counts_for_the_earlier(word):
    for field in ("mql", "sql"):
        assert statuses.reached(statuses.WORDS[field])((word.upper(), "", "2024-03-01")) == "2024-03-01"
    assert statuses.reached(statuses.WORDS["rejected"])((word, "2024-03-01")) == ""
