"""Reports as a person sets them up: sections, paper, standard, colour and logo; what the summary says, held against the figures."""

import struct
import zlib
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop import i18n
from kpi_desktop.app import reporting
from kpi_desktop.i18n import say
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.grid_pictures import picture
from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.model.decided import Decided, Planned
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.plans import Action, BudgetLine, Expected, Plan, Range
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.report_setup import MARGIN, PAPERS, PLAIN, SECTIONS, STANDARDS, Setup
from kpi_desktop.model.selection import Compare, Period, Selection
from kpi_desktop.planning.practices import VERDICTS
from kpi_desktop.report import events, overview, plan, summary, tables, typesetting, writing
from kpi_desktop.report.drawn import Pictures, palette
from kpi_desktop.report.logo import MOST_BYTES, fetch, look
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.theme_colours import contrast
from tests.app import small

TARGETS = (Target("mqls", "2025", 900), Target("close_rate", "2025", 0.5))
PLANS = (Plan("Growth", "2026", "channel", goals=(Target("sqls", "2026", 40),), budget=tuple(BudgetLine(name, month, amount) for name, month, amount in (
                  ("SEO", "2026-01", 1000.0), ("SEO", "2026-02", 500.0), ("Paid", "2026-01", 250.0))),
              expected=(Expected("SEO", Range(90, 80, 100), Range(30, 20, 40), Range(5, 3, 8), None, Range(50_000, 30_000, 70_000)),),
              actions=(Action("1", "Rewrite the landing page", "Ann", date(2026, 2, 1)), Action("2", "Old idea", state="done"))),)


def of(workspace, period, decided=None, compare=Compare.PREVIOUS, setup=PLAIN):
    with Workspace(workspace) as ws:
        return reporting.gather(Dataset(ws.frames()), Selection(Period.parse(period), compare), "Mine", decided or Decided(), tuple(ws.imports()), None, setup,
                                reporting.kept_aside(ws))


@pytest.fixture(scope="module")
def demo(demo_file, qapp):
    """The demo's year with two targets and a plan."""
    return of(demo_file, "2025", Decided(targets=TARGETS, planned=Planned(plans=PLANS)))


@pytest.fixture(scope="module")
def tiny(qapp, tmp_path_factory):
    """The small workspace, gathered."""
    return of(small.fill(tmp_path_factory.mktemp("tiny") / "tiny.kpi"), "2024-01")


def png(path, wide=40, high=20):
    """A grey picture of that size."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes([120]) * wide for _ in range(high))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows))
                     + chunk(b"IEND", b""))
    return path


def written(tmp_path, data, **how):
    """A report of few sections, with its pages' sizes in points and its text."""
    out = tmp_path / "r.pdf"
    writing.write(out, data, None, replace(Setup(sections=("overview",)), **how))
    with pypdfium2.PdfDocument(str(out)) as document:
        return SimpleNamespace(content=out.read_bytes(), sizes={tuple(round(s) for s in page.get_size()) for page in document},
                               about=document.get_metadata_dict(), text=" ".join(" ".join(p.get_textpage().get_text_bounded().split()) for p in document))


# -- how it looks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "landscape", "size"), [("a4", False, (595, 842)), ("a4", True, (842, 595)), ("letter", False, (612, 792)),
                                                           ("letter", True, (792, 612))])
def test_pages_are_of_the_paper_that_was_chosen(tmp_path, tiny, paper, landscape, size):
    assert written(tmp_path, tiny, paper=paper, landscape=landscape).sizes == {size}


@pytest.mark.parametrize(("standard", "says"), [("ua-1", (b"pdfuaid:part>1",)), ("a-2a", (b"pdfaid:part>2", b"pdfuaid:part>1")),
                                                 ("a-2b", (b"pdfaid:part>2",))])
def test_a_file_says_which_standard_it_keeps(tmp_path, tiny, standard, says):
    content = written(tmp_path, tiny, standard=standard).content
    assert set(STANDARDS) == {"ua-1", "a-2a", "a-2b"} and all(word in content for word in says)


def test_the_file_tells_what_it_is_about(tmp_path, tiny):
    about = written(tmp_path, tiny, author="Ann Lee").about
    assert about["Author"] == "Ann Lee" and about["Title"] == "Mine January 2024" and "Cost per SQL" in about["Keywords"]


def test_only_the_chosen_sections_are_there_in_their_order(tmp_path, tiny):
    text = written(tmp_path, tiny, sections=("notes", "summary")).text
    assert text.index("What changed, and why") < text.index("Rows held") and "The KPIs in detail" not in text


@given(st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True))
def test_any_accent_can_be_read_on_paper(accent):
    assert contrast(palette(accent).accent, "#FFFFFF") >= 4.5


def test_an_accent_that_can_be_read_is_taken_as_it_is(tmp_path):
    assert palette("#7A1FA2").accent == "#7A1FA2" and Pictures(tmp_path, Setup(accent="#7A1FA2")).palette.accent == "#7A1FA2"


def test_a_report_speaks_its_own_language_while_the_window_keeps_its(tmp_path, workspace_of_one):
    with Workspace(workspace_of_one) as ws:
        data = Dataset(ws.frames())
        reporting.export(ws, data, Selection(Period.parse("2024-01")), Text("Demo company"), tmp_path / "r.pdf", lambda a, b: None,
                         Setup(language="ru", sections=("overview",)))
    with pypdfium2.PdfDocument(str(tmp_path / "r.pdf")) as document:
        text = document[0].get_textpage().get_text_bounded() + document[1].get_textpage().get_text_bounded()
    assert "Январь 2024" in text and "Демо-компания" in text and "Десять KPI" in text and i18n.language() == "en" and say(Text("Funnel")) == "Funnel"


def test_a_language_is_spoken_for_a_while_only():
    with pytest.raises(ZeroDivisionError), i18n.speaking("ru"):
        assert i18n.language() == "ru" and i18n.number(1.5) == "1,5" and i18n.tr("%n row(s)", "", 2) == "2 строки"
        raise ZeroDivisionError
    assert i18n.language() == "en" and i18n.number(1.5) == "1.5"
    with pytest.raises(UserError, match="no language"), i18n.speaking("xx"):
        pass


@pytest.fixture
def workspace_of_one(tmp_path):
    return small.fill(tmp_path / "one.kpi")


# -- the logo --------------------------------------------------------------------------------------------------------------


def test_a_logo_stands_on_the_first_page_with_its_description(tmp_path, tiny):
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L9 9V0z" fill="#f00"/></svg>')
    for logo in (png(tmp_path / "logo.png"), tmp_path / "logo.svg"):
        with_it, without = (written(tmp_path, tiny, logo=where) for where in (str(logo), ""))
        assert len(with_it.content) > len(without.content)


@pytest.mark.parametrize(("name", "content", "says"), [
    ("none.png", None, "cannot be read"), ("text.png", b"hello", "no picture"), ("cut.png", b"\x89PNG\r\n\x1a\n" + bytes(30), "no picture"),
    ("not.svg", b"<html></html>", "no picture"), ("broken.svg", b"<svg", "no picture"), ("big.png", bytes(MOST_BYTES + 1), "too large: 5.0 MB"),
    ("logo.gif", b"GIF89a", "neither PNG nor SVG")])
def test_a_logo_that_cannot_be_used_is_told_and_no_report_is_left(tmp_path, tiny, name, content, says):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=says) as told:
        written(tmp_path, tiny, logo=str(tmp_path / name))
    assert told.value.advice is not None and name in str(told.value.what) and not (tmp_path / "r.pdf").exists()


def test_a_huge_picture_is_refused_by_its_size_in_pixels(tmp_path):
    assert look(png(tmp_path / "fine.png", 300, 100))
    with pytest.raises(UserError, match="7000 × 10 pixels"):
        look(png(tmp_path / "wide.png", 7000, 10))


def test_a_cut_png_is_found_by_drawing_it(tmp_path):
    path = png(tmp_path / "half.png", 300, 300)
    path.write_bytes(path.read_bytes()[:60])
    (tmp_path / "work").mkdir()
    with pytest.raises(UserError, match="no picture"):
        fetch(path, tmp_path / "work")


# -- what is chosen --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("how", "says"), [({"sections": ("overview", "x")}, "no section “x”"), ({"sections": ()}, "no section"),
                                           ({"paper": "a3"}, "no paper “a3”"), ({"standard": "x"}, "no PDF standard"), ({"accent": "red"}, "not a colour"),
                                           ({"compare": "x"}, "no comparison"),
                                           ({"logo": "a.jpg"}, "neither PNG nor SVG"), ({"period": "2024-13"}, "not a period")])
def test_a_choice_that_does_not_exist_is_told(how, says):
    with pytest.raises(UserError, match=says) as told:
        replace(PLAIN, **how).checked()
    assert told.value.advice is not None


NAMES = st.text(max_size=9)
SETUPS = st.builds(Setup, NAMES, st.lists(st.sampled_from(list(SECTIONS)), min_size=1, unique=True).map(tuple), st.just("2025-Q1"),
                   st.sampled_from(["", "year"]), st.sampled_from(["", "ru"]), st.sampled_from(["", "/a/b.png"]), st.sampled_from(["", "#112233"]), NAMES,
                   st.sampled_from(list(PAPERS)), st.booleans(), st.sampled_from(list(STANDARDS)))


@given(SETUPS)
def test_a_setup_comes_back_as_it_was_told(setup):
    assert Setup.read(setup.told()) == setup


@given(st.dictionaries(st.sampled_from(list(PLAIN.__dataclass_fields__)), st.one_of(st.text(), st.integers(), st.lists(st.text()), st.none())))
def test_a_spoiled_setup_is_one_that_works(told):
    assert Setup.read(told).checked()


def test_a_period_of_its_own_follows_the_data():
    days = (date(2023, 1, 1), date(2025, 11, 12))
    now = Selection(Period.parse("2025-03"), Compare.NONE)
    assert reporting.selected(Setup(period="quarter-1", compare="year"), now, days) == Selection(Period.parse("2025-Q3"), Compare.YEAR)
    assert reporting.selected(PLAIN, now, days) == now and reporting.selected(Setup(period="2024"), now, days).period.code == "2024"
    with pytest.raises(UserError, match="not a period"):
        reporting.selected(Setup(period="someday"), now, days)


# -- the summary -----------------------------------------------------------------------------------------------------------


def test_each_change_is_told_with_its_figures_and_its_reason(demo):
    told = {line["name"]: line for line in summary.changes(demo)}
    for state in demo.snapshot.kpis:
        line = told.get(say(state.kpi.label))
        assert (line is not None) == (state.significant is True), state.kpi.id
        value, then = overview.headline(state, "EUR"), i18n.figure(state.compared.value, state.kpi.unit, "EUR")
        if line is None:
            assert f"{say(state.kpi.label)} {value}" in told["Within noise"]["text"]
            continue
        assert line["text"] == f"{value}; 2024: {then}. {say(state.explanation.sentence)}"
        assert line["mark"] == line["tone"] == ("better" if state.change * state.kpi.better > 0 else "worse")


def test_without_a_comparison_no_change_is_told(demo_file):
    data = of(demo_file, "2025", compare=Compare.NONE, setup=Setup(sections=("summary",)))
    (line,) = summary.changes(data)
    assert line["text"] == "The report is of 2025 alone, so it tells no changes."


def test_every_target_is_told_with_how_it_stands(demo):
    lines = list(summary.targets(demo))
    assert [line["name"] for line in lines] == ["MQLs", "Close rate"]
    mqls = demo.snapshot.state("mqls").result.value
    assert lines[0]["text"].startswith(f"{mqls:.0f}. Target 900 · {round(100 * mqls / 900)} % of it")


def test_what_to_do_comes_from_the_verdicts_most_money_first(demo):
    lines = list(summary.to_do(demo))
    practices = [p for r in demo.reviews for p in r.practices]
    for verdict in ("eliminate", "optimise", "keep"):
        of_it = [line for line in lines if line["mark"] == say(VERDICTS[verdict])]
        assert len(of_it) == len({line["text"] for line in of_it}) <= 3
        for line in of_it:
            name = line["name"].split(" · ")[0]
            practice = next(p for p in practices if p.name == name and p.verdict == verdict)
            reason = say(practice.reason)
            assert line["text"].startswith(reason[:1].upper() + reason[1:])
    ended = max((p for p in practices if p.verdict == "eliminate"), key=lambda p: p.spend)
    assert f"Ending it frees {i18n.money(ended.spend, 'EUR')}." in lines[0]["text"]
    unknown = [p for p in practices if p.verdict == "not_enough_data"]
    (line,) = [line for line in lines if line["name"] == "Not enough data"]
    assert line["text"].startswith(str(len(unknown))) and i18n.money(sum(p.spend for p in unknown), "EUR") in line["text"]
    assert lines[-1] == {"kind": "finding", "name": "Plan", "mark": "", "tone": "quiet", "text": "Rewrite the landing page, Ann, 1 Feb 2026"}


# -- plan, events, notes ---------------------------------------------------------------------------------------------------


def test_the_plan_sums_its_budget_and_lists_its_actions(demo, tmp_path):
    made = plan.page(demo, Pictures(tmp_path))
    goals, counted, paid, months, actions = (b for b in made["blocks"] if b["kind"] == "table")
    assert [row[2] for row in goals["rows"]] == ["40"] and len(goals["rows"][0]) == 3
    assert counted["rows"] == [["SEO", "€1,500", "90 (80 – 100)", "30 (20 – 40)", "5 (3 – 8)"], ["Paid", "€250", *["—"] * 3], ["Total", "€1,750", *["—"] * 3]]
    assert paid["rows"] == [["SEO", "—", "€50,000 (30–70\u00a0k)"], ["Paid", "—", "—"], ["Total", "—", "—"]]
    assert months["rows"] == [["SEO", "1,000", "500"], ["Paid", "250", "0"], ["Total", "1,250", "500"]]
    assert actions["rows"] == [["Rewrite the landing page", "Ann", "1 Feb 2026", "open"], ["Old idea", "—", "—", "done"]]
    assert plan.page(replace(demo, plan=None), Pictures(tmp_path)) is None


def test_the_plan_that_was_approved_last_is_in_force():
    draft, first, second = (replace(PLANS[0], name=n, approved=d) for n, d in (("c", None), ("a", date(2026, 1, 1)), ("b", date(2026, 2, 1))))
    assert reporting.plan_in_force((first, second, draft)) is second and reporting.plan_in_force((draft,)) is draft and reporting.plan_in_force(()) is None


def test_events_stand_in_their_own_section_only(demo, tmp_path):
    tables = [b["title"] for b in events.page(demo, Pictures(tmp_path))["blocks"] if b["kind"] == "table"]
    assert "Events of the period" in tables
    kpis = dict(writing.PAGES)["kpis"](demo, Pictures(tmp_path))
    assert not [b for b in kpis["blocks"] if b.get("title") == "Events of the period"]


def test_the_notes_tell_months_without_rows_and_rows_kept_aside(tmp_path, qapp):
    files = {"leads.csv": "lead,created,channel\n1,2024-01-02,Paid\n2,2024-04-03,SEO\n3,31.31.2024,SEO\n4,never,SEO\n"}
    data = of(small.fill(tmp_path / "gaps.kpi", files), "2024")
    blocks = [b for b in dict(writing.PAGES)["notes"](data, Pictures(tmp_path))["blocks"] if b["kind"] == "table"]
    assert ["Leads", "2", "Jan 24 – Apr 24", "Feb 24, Mar 24"] in blocks[0]["rows"]
    aside = next(b for b in blocks if b["head"][1] == "Field")
    assert [row[0] for row in aside["rows"]] == ["leads.csv"] * len(aside["rows"]) and sum(int(row[3]) for row in aside["rows"]) == 2


def test_the_trend_in_a_cell_is_a_line_to_the_last_point(tmp_path):
    drawn = Pictures(tmp_path)
    made = drawn.spark([1.0, None, 2.0, 3.0], 4.0, Text("up"))
    svg = (tmp_path / made["file"]).read_text()
    assert made["finding"] == "up" and svg.count("M") == 3 and 'cx="85.00"' in svg and drawn.spark([None, 2.0], None, Text("x")) is None


def test_a_trend_of_single_points_shows_each_of_them(tmp_path):
    drawn = Pictures(tmp_path)
    svg = (tmp_path / drawn.spark([1.0, None, 2.0, None, 3.0], None, Text("up"))["file"]).read_text()
    assert svg.count("<circle") == 4  # three on their own, the last of them as the last point, too


# -- what is not there -----------------------------------------------------------------------------------------------------


def test_a_section_without_data_says_so_and_draws_nothing(tmp_path, qapp):
    data = of(small.fill(tmp_path / "bare.kpi", {"customers.csv": "customer,start\nAcme,2024-01-03\n"}), "2024")
    for key, says in (("funnel", "There is no data in the period."),
                      ("practices", "Nothing can be judged: no lead of the period names a channel, a campaign or an event.")):
        assert dict(writing.PAGES)[key](data, Pictures(tmp_path))["blocks"] == [{"kind": "note", "text": says}]


def test_what_nobody_knows_to_be_spent_is_not_told_as_zero(demo):
    plain = [replace(p, spend=None, verdict="not_enough_data") for p in demo.reviews[0].practices[:2]]
    data = replace(demo, reviews=(replace(demo.reviews[0], practices=tuple(plain)),), plan=None)
    told = [line["text"] for line in summary.to_do(data)][-1]
    assert told.startswith("2 practice") and told.endswith("cannot be judged yet; no spend of theirs is known.")


# -- tables that are wider than a page -------------------------------------------------------------------------------------


def grid(names):
    columns = (("name", Text("Event"), None), ("date", Text("Date"), None), *((f"c{k}", Text("Cost per target attendee"), Unit.MONEY) for k in range(14)))
    rows = tuple((name, date(2025, 1, 1) + timedelta(k), *(1000.0 * k + c for c in range(14))) for k, name in enumerate(names))
    return Grid("events", Text("Events of the period"), columns, rows, Form("bars", ("c0",)))


@pytest.mark.parametrize(("names", "telling"), [("ABCDE", ["Event"]), ("ABABA", ["Event", "Date"])])
def test_each_part_of_a_wide_table_tells_its_rows_apart(tmp_path, names, telling):
    parts = [b for b in tables.pictured(grid(names), "EUR", Pictures(tmp_path)) if b["kind"] == "table"]
    assert len(parts) > 1
    for part in parts[1:]:
        assert part["head"][:len(telling)] == telling and len(part["head"]) > len(telling)
        assert len({tuple(row[:len(telling)]) for row in part["rows"]}) == len(names)
    heads = [h for part in parts for h in part["head"]]
    assert heads.count("Cost per target attendee") == 14


def test_rows_of_one_name_are_drawn_with_their_days():
    assert [say(v) for v in picture(grid("AB"), "EUR").labels] == ["A", "B"]
    assert [say(v) for v in picture(grid("AA"), "EUR").labels] == ["1 Jan 2025 · A", "2 Jan 2025 · A"]


def test_a_wide_table_keeps_every_cell_on_the_page(tmp_path):
    section = {"kind": "section", "heading": "Wide", "blocks": tables.pictured(grid(["Webinar: Paperless purchasing"] * 40), "EUR", Pictures(tmp_path))[1:]}
    typesetting.typeset(tmp_path / "wide.pdf", "Mine", "2025", lambda drawn: [section])
    with pypdfium2.PdfDocument(str(tmp_path / "wide.pdf")) as document:
        pages = [" ".join(p.get_textpage().get_text_bounded().split()) for p in document]
        ends = []
        for text in [p.get_textpage() for p in document]:
            ends += [text.get_rect(k)[2] for k in range(text.count_rects())]
        assert max(ends) <= document[0].get_size()[0] - MARGIN / 25.4 * 72 + 1
    assert len(pages) > 1 and all("Event Date" in page for page in pages)  # the head is repeated
    assert all(f"€{1000 * k + c:,}" in " ".join(pages) for k in range(1, 30) for c in range(14))
