"""Every text can be translated: literals only, the same values in each language, catalogues that follow the code."""

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop import i18n
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Money, Share, Text, UserError
from kpi_desktop.model.selection import Grain, Period
from tests import translations

PACKAGE = Path(__file__).parent.parent / "kpi_desktop"


def messages(path: Path):
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        forms = [f.text or "" for f in translation.findall("numerusform")] or [translation.text or ""]
        yield message.find("source").text, forms, translation.get("type") == "unfinished"


def test_texts_are_plain_literals():
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        if path.name in ("i18n.py", "problem.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "Text") and not (
                    node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)):
                wrong.append(f"{path.name}:{node.lineno}")
    assert not wrong


@pytest.mark.parametrize("code", ["en", "ru"])
def test_translations_keep_the_values(code):
    for source, forms, unfinished in messages(translations.I18N / f"kpi_desktop_{code}.ts"):
        if not unfinished:
            for form in forms:
                assert set(re.findall(r"\{\w+\}", form)) == set(re.findall(r"\{\w+\}", source)), source


def test_russian_is_complete():
    assert not [source for source, forms, unfinished in messages(translations.I18N / "kpi_desktop_ru.ts") if unfinished or not all(forms)]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_catalogues_follow_the_code(code, tmp_path):
    name = f"kpi_desktop_{code}.ts"
    for path in translations.I18N.glob("*.ts"):
        shutil.copy(path, tmp_path)
    translations.rebuild(tmp_path)
    fresh = [(s, f) for s, f, _ in messages(tmp_path / name)]
    assert fresh == [(s, f) for s, f, _ in messages(translations.I18N / name)], "run python -m tests.translations"


def test_numbers_money_and_plurals_in_russian(qapp):
    i18n.set_language("ru")
    assert i18n.tr("%n day(s)", "", 1) == "1 день"
    assert i18n.tr("%n day(s)", "", 3) == "3 дня"
    assert i18n.tr("%n day(s)", "", 11) == "11 дней"
    assert i18n.money(1234, "RUB") == "1\u00a0234\u00a0₽"
    assert i18n.percent(0.255) == "25,5\u00a0%"
    assert i18n.day(date(2024, 2, 5)) == "05.02.2024"
    assert i18n.period(Period.parse("2024-Q3")) == "3 кв. 2024"


def test_english(qapp):
    i18n.set_language("en")
    assert i18n.tr("%n day(s)", "", 1) == "1 day"
    assert i18n.money(-412.3, "EUR") == "−€412"
    assert i18n.number(-0.001, 1) == "0.0"
    assert i18n.say(Text("There is no language “{code}”.", code=Money(5, "EUR"))) == "There is no language “€5.00”."
    assert i18n.shown(Share(0.5)) == "50.0\u00a0%"
    assert i18n.period(Period.parse("2024-03"), short=True) == "Mar 24"


@pytest.mark.parametrize(("code", "said"), [
    ("en", ["€86,200", "€862.0\u00a0k", "−€1.2\u00a0M", "€0", "€5.50", "—"]),
    ("ru", ["86\u00a0200\u00a0€", "862,0\u00a0тыс.\u00a0€", "−1,2\u00a0млн\u00a0€", "0\u00a0€", "5,50\u00a0€", "—"])])
def test_money_on_a_card(code, said):
    i18n.set_language(code)
    assert [i18n.money(v, "EUR", compact=True) for v in (86_200, 862_000, -1_234_567, 0, 5.5, None)] == said


@pytest.mark.parametrize(("unit", "value", "said"), [(Unit.COUNT, 1234567.0, "1,234,567"), (Unit.COUNT, 0.5, "0.5"), (Unit.RATE, 0.0, "0.0\u00a0%"),
                                                     (Unit.POINTS, -33.4, "−33"), (Unit.DAYS, 1.0, "1 day"), (Unit.DAYS, 2.5, "2.5 days"),
                                                     (Unit.FACTOR, 2.0, "2.00"), (Unit.MONEY, float("nan"), "—"), (Unit.COUNT, None, "—")])
def test_a_figure_in_its_unit(unit, value, said):
    assert i18n.figure(value, unit, "EUR") == said


def test_a_count_in_a_plural_has_its_separators():
    assert i18n.tr("%n row(s)", "", 1) == "1 row" and i18n.tr("%n row(s)", "", 12345) == "12,345 rows"
    i18n.set_language("ru")
    assert i18n.tr("%n row(s)", "", 12341).startswith("12\u00a0341 ")


def test_a_language_without_a_catalogue_is_refused_and_the_old_one_stays():
    with pytest.raises(UserError, match="xx"):
        i18n.set_language("xx")
    assert i18n.language() == "en" and set(i18n.languages()) == {"en", "ru"}


def test_what_a_person_wrote_is_no_template():
    assert i18n.say("{braces} %n") == "{braces} %n"
    assert i18n.say(Text("There is no language “{code}”.", code="{code} %n {0}")) == "There is no language “{code} %n {0}”."


@pytest.mark.parametrize(("code", "long", "short"), [("2024", "2024", "2024"), ("2024-Q3", "Q3 2024", "Q3 24"), ("2024-03", "March 2024", "Mar 24"),
                                                     ("2024-01-03..2024-02-05", "3 Jan – 5 Feb 2024", "5 Feb 2024"),
                                                     ("2024-11-01..2024-11-12", "1–12 Nov 2024", "12 Nov 2024"),
                                                     ("2023-12-31..2024-02-05", "31 Dec 2023 – 5 Feb 2024", "5 Feb 2024"),
                                                     ("2024-11-12..2024-11-12", "12 Nov 2024", "12 Nov 2024")])
def test_periods_in_full_and_on_an_axis(code, long, short):
    assert (i18n.period(Period.parse(code)), i18n.period(Period.parse(code), short=True)) == (long, short)


@pytest.mark.parametrize(("language", "text", "unit", "value"), [
    ("en", "1,250.50", Unit.MONEY, 1250.5), ("en", "€12 k", Unit.MONEY, 12000), ("en", "1,5 млн ₽", Unit.MONEY, 1.5e6), ("en", "12,5", Unit.COUNT, 12.5),
    ("en", "25 %", Unit.RATE, 0.25), ("en", "25", Unit.RATE, 0.25), ("en", "−5", Unit.POINTS, -5), ("en", "1.200", Unit.COUNT, 1.2),
    ("ru", "1.200", Unit.COUNT, 1200), ("ru", "1\u00a0250,50", Unit.MONEY, 1250.5), ("ru", "1,250.50", Unit.MONEY, 1250.5), ("ru", "3 млн", Unit.MONEY, 3e6)])
def test_figures_are_read_as_people_type_them(language, text, unit, value):
    i18n.set_language(language)
    assert i18n.read_figure(text, unit) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "many", "1.2.3", "1 2a", "--5"])
def test_what_is_no_figure_is_refused_with_an_example(text):
    with pytest.raises(UserError, match="1,250"):
        i18n.read_figure(text, Unit.COUNT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.floats(-1e9, 1e9).map(lambda v: round(v, 2)), st.sampled_from(["en", "ru"]), st.sampled_from([Unit.MONEY, Unit.COUNT]))
def test_what_is_offered_for_editing_is_read_back(value, language, unit):
    i18n.set_language(language)
    assert i18n.read_figure(i18n.typed(value, unit), unit) == pytest.approx(value, abs=0.005)


@pytest.mark.parametrize(("code", "inside", "start", "alone"), [
    ("ru", "март 2024", "Март 2024", "Март 2024"), ("en", "March 2024", "March 2024", "March 2024")])
def test_a_month_is_capitalised_only_where_a_sentence_begins(code, inside, start, alone):
    i18n.set_language(code)
    try:
        march = Period.of(Grain.MONTH, date(2024, 3, 1))
        assert i18n.tr("no catalogue has this: {period}.", period=march) == f"no catalogue has this: {inside}."
        assert i18n.tr("{period} stands first.", period=march) == f"{start} stands first."
        assert i18n.say(Text("after {period} {period}", period=march)) == f"after {inside} {inside}"
        assert i18n.period(march) == alone
    finally:
        i18n.set_language("en")
