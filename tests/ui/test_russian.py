"""In Russian every tab speaks Russian and has room for it, at the smallest usual screen."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QScrollArea

from kpi_desktop import i18n
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.model.selection import Period
from kpi_desktop.ui import card, theme
from kpi_desktop.ui.main_window import FUNNEL, IMPORT, OVERVIEW, PLANNER
from tests import translations
from tests.app.small import written
from tests.ui.hands import Hands, cells, headers, too_small, words

MESSY = {"ещё.csv": "lead,created,target\n9,2024-01-08,yes\n10,31.31.2024,no\n", "odd.csv": "lead,channel\n9,Paid\n"}


def english():
    """What would be English: the catalogue's sources that have another text in Russian, without those that a name may be."""
    found = set()
    for message in ET.parse(translations.I18N / "kpi_desktop_ru.ts").iter("message"):
        source, forms = message.find("source").text, message.find("translation")
        said = [f.text for f in forms.iter("numerusform")] or [forms.text]
        if source not in said and re.search("[A-Za-z]{3}", source):
            found.add(source)
    return found


def left_in_english(texts):
    """Texts that are a source, or hold a source of several words; {values} of a source stand for anything."""
    sources = english()
    whole = {s for s in sources if "{" not in s and "%n" not in s}
    patterns = [re.compile(re.sub(r"\\\{\w+\\\}|%n", ".+", re.escape(s)).replace(r"\(s\)", "s?")) for s in sources if "{" in s or "%n" in s]
    many = [s for s in whole if s.count(" ") >= 2]
    return sorted({t for t in texts if t in whole or any(s in t for s in many) or any(p.fullmatch(t) for p in patterns if len(p.pattern) > 12)})


@pytest.fixture
def russian(dressed, demo_hands):
    demo_hands.session.set_language("ru")
    demo_hands.settle()
    return demo_hands


def everything(hands):
    """The window's places one after the other."""
    for tab in (IMPORT, OVERVIEW, FUNNEL, PLANNER):
        hands.tab(tab)
        yield str(tab)
    hands.choose(hands.window.planner_tab.review._kinds, "campaign")
    yield "campaigns"
    hands.tab(OVERVIEW)
    for kpi in KPIS:
        hands.window.overview_tab.open_detail(kpi.id)
        hands.settle()
        yield kpi.id


def test_the_searches_find_english_and_what_is_too_small(dressed, demo_hands):
    assert len(left_in_english(words(demo_hands.window, hidden=True))) > 60
    demo_hands.window._bar._main.setFixedWidth(40)
    assert too_small(demo_hands.window) == ["Export PDF"]


def test_every_place_speaks_russian_and_has_room_for_it(russian):
    assert (russian.window.width(), russian.window.height()) == (1280, 720)
    texts = set()
    for place in everything(russian):
        texts |= set(words(russian.window, hidden=True))
        assert not too_small(russian.window), place
        wide = [a for a in russian.window.findChildren(QScrollArea) if a.isVisible() and a.horizontalScrollBar().maximum() > 0]
        assert not wide, place
    assert not left_in_english(texts)
    assert len(re.findall("[а-яё]{3,}", " ".join(texts))) > 1000


def test_files_on_their_way_in_speak_russian(dressed, qtbot, workspace, tmp_path):
    i18n.set_language("ru")
    hands = Hands(qtbot, workspace, "2024-01")
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, MESSY))
    hands.settle()
    hands.click("Импортировать всё готовое")
    assert not left_in_english(words(hands.window)) and not too_small(hands.window)
    assert "отложено" in " ".join(words(hands.window))


def test_a_file_that_was_read_before_the_switch_speaks_russian_after_it(hands, tmp_path):
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, {"a.csv": MESSY["ещё.csv"]}))
    hands.settle()
    hands.session.set_language("ru")
    hands.settle()
    preview = hands.window.import_tab.files.rows[0].findChild(type(hands.window.import_tab._log_view))
    assert cells(preview)[0][1:] == ["08.01.2024", "да"]


def test_the_log_names_what_a_file_was_read_as(hands):
    hands.session.set_language("ru")
    assert not set(cells(hands.tab(IMPORT)._log_view, 1)) & {"visits", "leads", "deals", "spend"}


def test_the_ends_of_an_interval_are_not_days(hands):
    hands.session.set_language("ru")
    assert not {"С", "По"} & set(headers(hands.tab(PLANNER).review._view))


def test_a_quarter_inside_a_sentence_is_spelled(demo_hands):
    demo_hands.session.set_language("ru")
    assert not re.search(r"\d{4}-Q\d", demo_hands.tab(FUNNEL)._finding.text())


def test_qts_own_buttons_are_spoken():
    i18n.set_language("ru")
    assert QCoreApplication.translate("QPlatformTheme", "&Yes") != "&Yes" and QCoreApplication.translate("QPlatformTheme", "Close") != "Close"


@pytest.fixture
def painted(monkeypatch):
    """What cards paint that has no room: lines that end in …, notes that go on below their place."""
    lost, text, lines = [], card.Card._text, card.Card._lines

    def one(self, p, said, top, size, width, colour, weight=QFont.Weight.Normal, height=18):
        if QFontMetricsF(theme.font(size, weight)).horizontalAdvance(said) > width:
            lost.append(said)
        text(self, p, said, top, size, width, colour, weight, height)

    def many(self, p, said, top, width, most):
        lines(self, p, said, top, width, most)
        need = QFontMetricsF(theme.font(theme.NOTE)).boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), said).height()
        if need > 15 * most + 2:
            lost.append(said)

    monkeypatch.setattr(card.Card, "_text", one)
    monkeypatch.setattr(card.Card, "_lines", many)
    return lost


def test_cards_lose_no_word(russian, painted):
    for code in ("2025-Q4", "2025", "2024-01"):
        russian.session.select(russian.session.selection.with_period(Period.parse(code)))
        russian.settle()
        assert not russian.window.grab().isNull() and not painted


def test_cards_without_data_lose_no_word(dressed, qtbot, workspace, painted):
    i18n.set_language("ru")
    hands = Hands(qtbot, workspace, "2024-01")
    assert not hands.window.grab().isNull() and not painted
