"""The PDF: all that it promises can be read back from it, in both languages; it appears whole or not at all."""

import ctypes
import re
import xml.etree.ElementTree as ET
from datetime import date
from types import SimpleNamespace

import pypdfium2
import pytest
from pypdfium2 import raw

from kpi_desktop import i18n, whole
from kpi_desktop.app import reporting
from kpi_desktop.i18n import say
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.model.decided import Decided
from kpi_desktop.model.decisions import Note, Target, Verdict
from kpi_desktop.model.problem import Cancelled, UserError
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.planning.practices import DIMENSIONS, VERDICTS
from kpi_desktop.report import practices, title, writing
from kpi_desktop.report.tables import started
from kpi_desktop.store.workspace import Workspace
from tests import translations
from tests.app import small

NOTHING = Decided()
NOTED = Verdict("channel", "Paid search", "optimise", "Мы знаем причину")


def read(path):
    """The text of each page, its lines joined, as a person would copy it."""
    with pypdfium2.PdfDocument(str(path)) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def gathered(workspace, period, title="Mine", decided=NOTHING):
    with Workspace(workspace) as ws:
        return reporting.gather(Dataset(ws.frames()), Selection(Period.parse(period)), title, decided, tuple(ws.imports()))


@pytest.fixture(scope="module", params=["en", "ru"])
def made(request, qapp, demo_file, tmp_path_factory):
    """The demo's report in one language: what it was made of, its file and its pages."""
    i18n.set_language(request.param)
    path = tmp_path_factory.mktemp("report") / "demo.pdf"
    data = gathered(demo_file, "2025", "Larkfield", Decided((NOTED,)))
    count = writing.write(path, data)
    yield SimpleNamespace(code=request.param, data=data, path=path, count=count, pages=read(path))
    i18n.set_language("en")


@pytest.fixture(autouse=True)
def spoken(request, in_english):
    if "made" in request.fixturenames:
        i18n.set_language(request.getfixturevalue("made").code)


@pytest.fixture
def tiny(tmp_path):
    return small.fill(tmp_path / "tiny.kpi")


def test_the_number_of_pages_is_told_and_printed_on_each(made):
    assert made.count == len(made.pages) and 12 <= made.count <= 24
    word, of = {"en": ("Page", "of"), "ru": ("Страница", "из")}[made.code]
    assert all(page.endswith(f"{word} {number} {of} {made.count}") for number, page in enumerate(made.pages[1:], 2))
    assert word not in made.pages[0].split()


def test_the_first_page_says_what_is_looked_at(made):
    first = made.pages[0]
    assert first.startswith("Larkfield") and "2025" in first and "2024" in first and "EUR" in first and i18n.day(date.today()) in first
    chapters = {"en": ("Ten KPIs at a glance", "The KPIs in detail", "Funnel", "Practices and verdicts", "Data notes"),
                "ru": ("Десять KPI коротко", "KPI подробно", "Воронка", "Практики и вердикты", "Сведения о данных")}[made.code]
    assert all(chapter in first for chapter in chapters)
    assert all(any(page.startswith(chapter) for page in made.pages[1:]) for chapter in chapters)


def test_every_kpi_stands_there_with_its_value_and_formula(made):
    whole = " ".join(made.pages)
    for state in made.data.snapshot.kpis:
        value = i18n.figure(state.result.value, state.kpi.unit, "EUR").replace("\u00a0", " ").replace("\u202f", " ")
        assert f"{state.kpi.number}. {say(state.kpi.label)}" in whole and value in whole and say(state.kpi.formula) in whole


def test_both_funnels_with_their_stages_and_the_finding(made):
    whole = " ".join(made.pages)
    for funnel, _ in made.data.funnels:
        assert all(f"{say(s.label)} {i18n.number(s.count)}".replace("\u00a0", " ") in whole for s in funnel.stages)
        assert all(f"{m.member} {i18n.number(m.stages[0].count)}".replace("\u00a0", " ") in whole for m in funnel.members if m.member and m.stages[0].count)


def test_every_practice_has_its_verdict_and_reason(made):
    whole = " ".join(made.pages)
    assert [r.kind for r in made.data.reviews] == ["channel", "campaign", "event"]
    for kind, practice in ((r.kind, p) for r in made.data.reviews for p in r.practices):
        assert f"{say(called(practice.name, DIMENSIONS[kind]))} {say(VERDICTS[practice.verdict])}" in whole
        assert started(say(practice.reason)).replace("\u00a0", " ") in whole
    assert NOTED.note in whole and all(say(rule.text).replace("\u00a0", " ") in whole for rule in made.data.reviews[0].rules)


def test_the_notes_name_every_file_and_definition(made):
    whole = " ".join(made.pages)
    assert all(f"{say(label)} {i18n.number(count)}".replace("\u00a0", " ") in whole for label, count in made.data.rows)
    assert all(i.file in whole for i in made.data.imports) and all(say(k.help).replace("\u00a0", " ") in whole for k in KPIS)


def english_left(text):
    """Sources of two words and more that have a Russian text and yet stand in English; the demo's own names may."""
    known = translations.ROOT.joinpath("kpi_desktop", "demo.py").read_text("utf-8")
    found = []
    for message in ET.parse(translations.I18N / "kpi_desktop_ru.ts").iter("message"):
        source = message.find("source").text
        if " " in source and not re.search(r"[{%]", source) and source not in known and re.search(rf"\b{re.escape(source)}\b", text):
            found.append(source)
    return found


def test_nothing_is_left_in_english(made):
    whole = " ".join(made.pages)
    if made.code == "ru":
        assert not english_left(whole) and len(re.findall("[А-Яа-яё]+", whole)) > 1000
    else:
        assert english_left(whole), "the search would find English"


def test_event_formats_are_spoken(made):
    called = {"en": ("online", "offline"), "ru": ("онлайн", "офлайн")}[made.code]
    whole = " ".join(made.pages)
    assert all(re.search(rf"\b{name} ({'|'.join(map(say, VERDICTS.values()))})", whole) for name in called)


def test_fonts_are_in_the_file(made):
    fonts = {}
    with pypdfium2.PdfDocument(str(made.path)) as document:
        for page in document:
            for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=6):
                font = raw.FPDFTextObj_GetFont(piece.raw)
                buffer = ctypes.create_string_buffer(120)
                raw.FPDFFont_GetBaseFontName(font, buffer, 120)
                fonts[buffer.value.decode()] = raw.FPDFFont_GetIsEmbedded(font)
    assert set(fonts.values()) == {1} and all("Inter" in font for font in fonts)


def test_it_is_tagged_and_names_its_language(made):
    with pypdfium2.PdfDocument(str(made.path)) as document:
        assert raw.FPDFCatalog_IsTagged(document.raw)
        assert document.get_metadata_dict()["Title"] == f"Larkfield {i18n.period(made.data.snapshot.selection.period)}"
    assert re.search(rb"/Lang ?\(" + made.code.encode(), made.path.read_bytes())


def test_sections_and_kpis_are_bookmarks_and_the_contents_are_links(made):
    with pypdfium2.PdfDocument(str(made.path)) as document:
        marks = [(b.level, b.get_title(), b.get_dest().get_index()) for b in document.get_toc()]
        page, link, at, links = document[0], raw.FPDF_LINK(), ctypes.c_int(0), 0
        while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
            links += 1
    sections = [title for level, title, _ in marks if level == 0]
    assert len(sections) == 7 and links >= len(sections)
    assert all(made.pages[page].startswith(title) for level, title, page in marks if level == 0)
    assert {f"{s.kpi.number}. {say(s.kpi.label)}" for s in made.data.snapshot.kpis} <= {title for level, title, _ in marks if level == 1}


def test_every_picture_says_its_finding(made):
    content = made.path.read_bytes()
    assert content.count(b"/Figure") >= 20 and content.count(b"/Alt") >= 20


# -- any workspace -------------------------------------------------------------------------------------------------------


def test_a_tiny_workspace_gives_its_figures_and_says_what_is_missing(tiny, tmp_path):
    count = reporting.make(tiny, Period.parse("2024-01"), tmp_path / "tiny.pdf")
    pages = read(tmp_path / "tiny.pdf")
    whole = " ".join(pages)
    assert count == len(pages) and pages[0].startswith("tiny")
    assert "5. Cost per SQL €500" in whole and "9. NPS no data" in whole and "Import NPS answers to see this figure." in whole
    assert "leads.csv" in whole


def test_an_empty_workspace_gives_a_readable_report(tmp_path):
    Workspace(tmp_path / "new.kpi", create=True).close()
    count = reporting.make(tmp_path / "new.kpi", None, tmp_path / "empty.pdf")
    whole = " ".join(read(tmp_path / "empty.pdf"))
    assert count >= 5 and whole.count("no data") >= 10 and "Import Visits" in whole and "There is no data in the period." in whole


@pytest.mark.parametrize("name", ["#set *bold* _x_ [a] $b$ \\ <c> & @d", "Отраслевая выставка «Технологии и оборудование» в Санкт-Петербурге",
                                  "Sale \U0001f642", "渠道", "Pa\x0bid", "Pa\u2028id", "\u202eP\x01a\u200bid"])
def test_any_name_is_text_and_nothing_else(tmp_path, monkeypatch, name):
    monkeypatch.setattr(writing, "PAGES", (("title", title.page), ("practices", practices.page)))
    files = {key: text.replace("Paid", f'"{name}"') for key, text in small.FILES.items()}
    reporting.make(small.fill(tmp_path / "odd.kpi", files), Period.parse("2024"), tmp_path / "odd.pdf")
    readable = [word for word in name.split() if word.isprintable() and all(ord(c) < 0x500 for c in word)]
    assert " ".join(readable) in " ".join(read(tmp_path / "odd.pdf"))


# -- whole or not at all -------------------------------------------------------------------------------------------------


def left_beside(path):
    return sorted(p.name for p in path.parent.iterdir() if p.suffix in (".pdf", ".kpi", ".new") and p != path)


@pytest.mark.parametrize(("step", "error"), [(0, Cancelled), (3, KeyboardInterrupt), (9, Cancelled)])
def test_a_stopped_report_leaves_the_old_one(tiny, tmp_path, step, error):
    path, seen = tmp_path / "r.pdf", []
    path.write_bytes(b"the old one")

    def progress(done, total):
        seen.append(done)
        if len(seen) > step:
            raise error

    with pytest.raises(error):
        writing.write(path, gathered(tiny, "2024-01"), progress)
    assert path.read_bytes() == b"the old one" and left_beside(path) == ["tiny.kpi"] and len(seen) == step + 1


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_failure_while_writing_leaves_nothing_half_done(tmp_path, error):
    def fill(fresh):
        fresh.write_bytes(b"con")
        raise error

    with pytest.raises(UserError if error is OSError else error):
        whole.write(tmp_path / "r.pdf", fill)
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "PAGES", (("title", title.page),))
    (tmp_path / "r.pdf").mkdir()
    with pytest.raises(UserError, match="cannot be written") as told:
        writing.write(tmp_path / "r.pdf", gathered(tiny, "2024-01"))
    assert told.value.advice is not None and left_beside(tmp_path / "r.pdf") == ["tiny.kpi"]


def test_targets_and_notes_stand_in_the_report(tmp_path):
    workspace = small.fill(tmp_path / "small.kpi")
    decided = Decided((), (Target("mqls", "2024-Q1", 40),), (Note(date(2024, 1, 9), "New site went live"),))
    path = tmp_path / "targets.pdf"
    writing.write(path, gathered(workspace, "2024-Q1", "Mine", decided))
    text = " ".join(read(path))
    assert "Target 40 · 5 % of it at 56 % of the quarter" in text and "1 9 Jan 2024: New site went live" in text
    assert "Q1 2024, which has not ended: 1 Jan – 20 Feb 2024" in text and "1 Oct – 20 Nov 2023" in text
    assert "Projected evenly by days" in text
