"""The help: every page in every language, no link into nothing, and F1 on what is in front."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from kpi_desktop import i18n, paths
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.ui import help_window
from kpi_desktop.ui.backups_dialog import BackupsDialog
from kpi_desktop.ui.main_window import FUNNEL, IMPORT, OVERVIEW, PLANNER
from kpi_desktop.ui.rows_dialog import RowsDialog
from tests.ui.hands import entries


def text(code, page):
    return paths.resource("help", code, f"{page}.md").read_text("utf-8")


@pytest.mark.parametrize("code", list(i18n.languages()))
def test_every_page_is_there_and_reached_and_every_link_leads_somewhere(code):
    there = {p.stem for p in paths.resource("help", code).glob("*.md")}
    assert there == set(help_window.PAGES) and there >= {kpi.id for kpi in KPIS}
    links = {page: set(re.findall(r"\]\(([^)]+)\)", text(code, page))) for page in there}
    assert not {link for found in links.values() for link in found} - {f"{page}.md" for page in there}
    reached, new = {"index"}, {"index"}
    while new:
        new = {link.removesuffix(".md") for page in new for link in links[page]} - reached
        reached |= new
    assert reached == there


def test_the_languages_tell_the_same():
    """As many headings, points and links on a page, whatever the language."""
    for page in help_window.PAGES:
        marks = (r"^#+ ", r"^- ", r"^\d+\. ", r"^\|", r"^> ", r"\]\(")
        shapes = [[len(re.findall(mark, text(code, page), re.M)) for mark in marks] for code in i18n.languages()]
        assert all(shape == shapes[0] for shape in shapes), page
    for page in help_window.PAGES:
        assert re.search("[а-яё]{4}", text("ru", page)) and not re.search("[а-яё]", text("en", page))


@pytest.mark.parametrize("kpi", KPIS, ids=lambda k: k.id)
def test_every_kpi_is_explained_with_formula_example_and_what_to_watch(kpi):
    for code, named in (("en", ("What is this?", "## Example", "what to watch")), ("ru", ("Что это?", "## Пример", "за чем следить"))):
        said = text(code, kpi.id)
        assert all(n in said for n in named) and re.search("^> .+", said, re.M) and re.search(r"\d", said)
        i18n.set_language(code)
        assert help_window.title(kpi.id) == i18n.say(kpi.label)
    i18n.set_language("en")


def page_of(hands):
    next(a for a in entries(hands.window.menuBar()) if a.shortcut().toString() == "F1").trigger()
    return hands.window._helping.page


def test_f1_opens_the_page_for_what_is_in_front(hands):
    assert page_of(hands) == "overview"
    for tab, page in ((IMPORT, "data"), (FUNNEL, "funnel"), (PLANNER, "review")):
        hands.tab(tab)
        assert page_of(hands) == page
    for at, page in ((1, "hypotheses"), (2, "budget")):
        hands.window.planner_tab.turn_to(at)
        hands.settle()
        assert page_of(hands) == page
    assert hands.window._helping.isVisible()


def test_f1_in_a_dialog_opens_a_page_beside_it(hands):
    """A dialog stands before the window and its menu; the help must be its own to be reached."""
    hands.tab(OVERVIEW).open_detail("cost_per_sql")
    hands.settle()
    for asks, kind, page in ((lambda: hands.click("Show rows"), RowsDialog, "cost_per_sql"), (hands.session.safe.show, BackupsDialog, "files")):
        asks()
        hands.settle()
        dialog = hands.dialog(kind)
        hands.qtbot.keyClick(dialog, Qt.Key.Key_F1)
        beside = dialog.findChild(help_window.HelpWindow)
        assert beside.page == page and beside.isVisible()
        dialog.accept()
        hands.settle()
        assert not any(isinstance(w, help_window.HelpWindow) and w.isVisible() for w in QApplication.topLevelWidgets())


def test_a_kpi_is_explained_from_its_card_and_its_detail(hands):
    card = hands.window.overview_tab._cards[4]
    hands.click(card.about)
    assert hands.window._helping.page == "cost_per_sql" and "What is this?" in hands.window._helping.pages.toPlainText()
    assert hands.window.overview_tab.looking[0] == ""
    hands.window.overview_tab.open_detail("nps")
    hands.settle()
    hands.click("What is this?")
    assert hands.window._helping.page == "nps" and page_of(hands) == "nps"


def test_a_link_leads_to_its_page_and_back_goes_back(hands):
    hands.window._help("index")
    help_shown = hands.window._helping
    help_shown.pages.setSource(QUrl("funnel.md"))
    assert help_shown.page == "funnel" and help_shown._list.currentItem().text() == "Funnel"
    hands.click(next(b for b in help_shown.findChildren(type(hands.window._bar._main)) if b.text() == "‹ Back"))
    assert help_shown.page == "index"
    help_shown._list.setCurrentRow(help_window.PAGES.index("nps"))
    hands.qtbot.keyClick(help_shown._list, Qt.Key.Key_Return)
    assert help_shown.page == "nps"


def test_the_help_speaks_the_language_of_the_window(hands):
    hands.window._help("mqls")
    hands.session.set_language("ru")
    hands.settle()
    hands.window._help("mqls")
    assert "Что это?" in hands.window._helping.pages.toPlainText()
