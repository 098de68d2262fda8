"""Every chart draws whatever it may be given, inside its figure, with its axes labelled and its text as text."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text as Drawn

from kpi_desktop import i18n
from kpi_desktop.charts import drawing, letters, notes
from kpi_desktop.metrics import explain
from kpi_desktop.metrics.chart import Chart, Mark, Series
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decisions import Note
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Period
from kpi_desktop.theme_colours import PALETTES

SIZES = {"detail": (7.4, 2.2), "narrow": (4.2, 2.2), "report": (6.9, 2.9)}  # inches; the two panels of a detail, a report's page
LONG = ("Контекстная реклама: поисковые кампании по высокочастотным запросам", "Отраслевая выставка «Технологии и оборудование»", "Почта")
TITLE, FINDING = Text("MQLs"), Text("No data")


def months(count, first="2023-01"):
    start = Period.parse(first)
    return tuple(start.shift(k) for k in range(count))


def trend(values, labels=None, unit=Unit.MONEY, low=None, high=None, **more):
    labels = labels if labels is not None else months(len(values))
    series = Series(TITLE, tuple(values), low or (None,) * len(values), high or (None,) * len(values))
    return Chart("trend", TITLE, labels, (series,), unit, "EUR", FINDING, **more)


def bars(values, labels, unit=Unit.MONEY, low=None, high=None):
    return Chart("bars", TITLE, labels, (Series(TITLE, tuple(values), low or (None,) * len(values), high or (None,) * len(values)),), unit, "RUB", FINDING)


def funnel(counts, expected=None, compared=None, **more):
    labels = tuple(Text(t) for t in ("Visitors", "Leads", "MQL", "SQL", "Deals", "Won"))[: len(counts)]
    series = [Series(Text("Count"), tuple(counts))]
    series += [Series(Text("Expected at maturity"), tuple(expected), role="quiet")] if expected else []
    series += [Series(Text("Compared period"), tuple(compared), role="comparison")] if compared else []
    return Chart("funnel", TITLE, labels, tuple(series), Unit.COUNT, "", FINDING, **more)


def pair(left, right, words, roles):
    """Two funnels; words and roles per stage."""
    labels = tuple(Text(t) for t in ("Visitors", "Leads", "MQL", "SQL", "Deals", "Won"))[: len(left)]
    rates = ("", *(Text("{rate}", rate="12.3 %") for _ in left[1:]))
    series = (Series(LONG[0], tuple(left), notes=rates), Series(Text("Compared period"), tuple(right), role="comparison", notes=rates))
    return Chart("pair", TITLE, labels, series, Unit.COUNT, "", FINDING, notes=tuple(words), roles=tuple(roles))


def funnels(rows, weak=None):
    """Small funnels, one per row of a name and its counts."""
    labels = tuple(Text(t) for t in ("Visitors", "Leads", "MQL", "SQL", "Deals", "Won"))
    series = tuple(Series(name, tuple(counts), notes=("", *(Text("{rate}", rate="12.3 %"),) * 5), highlight=weak, key=f"={name}") for name, counts in rows)
    return Chart("funnels", TITLE, labels, series, Unit.COUNT, "", FINDING)


def columns(values, labels, **more):
    return Chart("columns", TITLE, labels, (Series(TITLE, tuple(values)),), Unit.COUNT, "", FINDING, **more)


def heat(rows, **more):
    """Rows of a label and its cells."""
    labels, cells = zip(*rows, strict=True)
    series = tuple(Series(Text("after %n month(s)", "", k + 1), column) for k, column in enumerate(zip(*cells, strict=True)))
    return Chart("heat", TITLE, labels, series, Unit.RATE, "", FINDING, **more)


def curve(values, **more):
    return Chart("curve", TITLE, tuple(f"Customer {k}" for k in range(len(values))), (Series(TITLE, tuple(values)),), Unit.RATE, "", FINDING, **more)


def practices(rows, ceiling=400.0):
    """Rows of name, value, low, high."""
    names, values, low, high = zip(*rows, strict=True)
    return Chart("practices", TITLE, names, (Series(TITLE, values, low, high),), Unit.MONEY, "EUR", FINDING, ceiling, Text("ceiling") if ceiling else None,
                 tuple(Text("Not enough data") for _ in rows), roles=("quiet",) * len(rows))


def bubbles(rows, ceiling=400.0, whole=(300.0, 0.2)):
    """Rows of name, cost with its interval, share of won SQLs with its interval, spend."""
    names, *columns = zip(*rows, strict=True)
    cost, low, high, won, least, most, spend = columns
    series = (Series(Text("Cost per SQL to be expected"), cost, low, high), Series(Text("SQLs that are won, to be expected"), won, least, most),
              Series(Text("Spend"), spend), Series(Text("Portfolio"), whole, role="quiet"))
    return Chart("bubbles", TITLE, names, series, Unit.MONEY, "EUR", FINDING, ceiling, Text("ceiling") if ceiling else None,
                 tuple(Text("Not enough data") for _ in rows), roles=("better",) * len(rows))


def waterfall(values, labels, unit=Unit.MONEY):
    """The last bar is the sum; each step says its amount."""
    steps = values[1:]
    roles = ("comparison", *("better" if v < 0 else "worse" for v in steps), "accent")
    return Chart("waterfall", TITLE, (*months(1), *labels, *months(1, "2023-02")), (Series(TITLE, (*values, sum(values))),), unit, "RUB", FINDING,
                 notes=("", *(explain.signed(v, unit, "RUB") for v in steps), ""), roles=roles)


def response(curve, months, unit=Unit.COUNT):
    """Rows of money, value, low, high; and of money and value of each month."""
    money, *ends = zip(*curve, strict=True)
    gap, none = (None,) * len(months), (None,) * len(curve)
    series = (Series(Text("SQLs expected, with their 80 % range"), *((*e, *gap) for e in ends)),
              Series(Text("Dots: months, at the pace of the whole period"), (*none, *(v for _, v in months))),
              Series(Text("Spend over the period"), (*money, *(m for m, _ in months))))
    names = (*(Text("Budget") for _ in curve), *(Period.parse("2024-01").shift(k) for k in range(len(months))))
    return Chart("response", TITLE, names, series, unit, "EUR", FINDING, highlight=1)


NOTE = Text("{rate}, {expected} expected at maturity · median {days} days", rate="12.3 %", expected="45.6 %", days=61)
ALL_SIX = (48211.0, 1204.0, 611.0, 230.0, 141.0, 37.0)
CASES = {
    "trend of nothing": trend([None] * 12),
    "trend of one point": trend([None] * 11 + [231.5], low=[None] * 11 + [180.0], high=[None] * 11 + [300.0]),
    "trend with gaps": trend([3.0, None, 4.0, None, None, 9.0], unit=Unit.COUNT),
    "trend of zeros": trend([0.0] * 12, unit=Unit.RATE),
    "trend below zero": trend([-40.0, 12.0, -3.0], unit=Unit.POINTS, reference=5.0, reference_label=Text("compared period")),
    "trend of a year of millions": trend([1e6 * k for k in range(1, 13)], low=[9e5 * k for k in range(1, 13)], high=[12e5 * k for k in range(1, 13)],
                                         reference=3.2e6, reference_label=Text("compared period")),
    "bars of nothing": bars([None], ("Paid",)),
    "one bar": bars([12.0], ("Paid",)),
    "bars of zeros": bars([0.0, 0.0], ("Paid", "SEO")),
    "bars on both sides": bars([120.0, -80.0, 3.0], ("Paid", "SEO", Text("not given")), low=(90.0, -120.0, 1.0), high=(150.0, -50.0, 5.0)),
    "a dozen long names": bars([1e6 / (k + 1) for k in range(12)], tuple(f"{k} {LONG[k % 3]}" for k in range(12))),
    "funnel of nothing": funnel([None] * 6),
    "funnel of one stage": funnel([None, 12.0, None, None, None, None]),
    "funnel in full": funnel(ALL_SIX, expected=(None, None, 640.0, 260.0, 170.0, 60.0), compared=(40000.0, 1000.0, None, 200.0, 100.0, 50.0),
                             notes=("", *(NOTE,) * 5), highlight=3, mark=Text("bottleneck")),
    "two funnels": pair(ALL_SIX, (40000.0, 1000.0, None, 200.0, 100.0, 50.0), ("", *("+20.0 pt, within noise",) * 4, "−2.4 pt, worse"),
                        (*("quiet",) * 5, "worse")),
    "two funnels of nothing": pair([None] * 6, [None] * 6, [""] * 6, ["quiet"] * 6),
    "small funnels": funnels([("Paid", ALL_SIX), (LONG[1], (None, 40.0, 12.0, 0.0, None, None))], weak=3),
    "one small funnel of nothing": funnels([("Paid", [None] * 6)]),
    "days with their median": columns([4.0, 12.0, 7.0, 1.0], ("0–6", "7–13", "14–20", "21+"), highlight=1, mark=Text("median {days} days", days=9)),
    "days in one bin": columns([40.0], ("0",), highlight=0, mark=Text("median {days} days", days=0)),
    "one practice": practices([("Paid", None, 310.0, None)], ceiling=None),
    "a practice that costs nothing": practices([("Paid", 0.0, 0.0, 0.0)], ceiling=None),
    "columns": columns([4.0, 0.0, 12.0, None], ("0", "1", "2", "3"), roles=("worse", "worse", "quiet", "better")),
    "columns of nothing": columns([None, None], ("0", "1")),
    "a triangle": heat([(p, tuple(1 - 0.03 * m * (k + 1) if k + m < 12 else None for k in range(12))) for m, p in enumerate(months(12))],
                       notes=tuple(str(10 + k) for k in range(12))),
    "a triangle of one": heat([(months(1)[0], (1.0,))]),
    "a curve": curve([0.4, 0.7, 0.9, 1.05, 1.0], highlight=0, mark=Text("20 % of the customers bring 40 %")),
    "a curve of one": curve([1.0]),
    "names with signs": bars([3.0, 2.0], ("Save $5_$ now", "50 % & <b>more</b> #1")),
    "names in other scripts": bars([3.0, 2.0, 1.0], ("Sale \U0001f642\ufe0f", "渠道", "Pa\x0bid\u2028\x00")),
    "a waterfall": waterfall([450.0, -121.0, -134.0, 26.0, -9.0], ("Spend", "Lead → MQL", "MQL → SQL", "Mix of leads")),
    "a waterfall through zero": waterfall([100.0, -400.0, 500.0], LONG[:2]),
    "a waterfall below zero": waterfall([-200.0, 150.0, -320.0], ("Spend", "Leads")),
    "a waterfall of one step": waterfall([0.0, 0.125], ("Close rate",), Unit.RATE),
    "a waterfall of small steps": waterfall([15000.0, 3.0, -2.0], ("Paid", "SEO"), Unit.COUNT),
    "a waterfall of eight steps": waterfall([1e6, *((-1) ** k * 4e4 * k for k in range(1, 9))], tuple(f"{k} {LONG[k % 3]}" for k in range(8))),
    "two bubbles": bubbles([("Paid", 300.0, 200.0, 500.0, 0.2, 0.1, 0.3, 9e5), ("SEO", 120.0, 60.0, 260.0, 0.25, 0.15, 0.4, 0.0)], None, (None, None)),
    "a bubble far out": bubbles([("Paid", 9e4, 2e4, 4e5, 0.01, 0.0, 0.03, 9e5), ("SEO", 120.0, 60.0, 260.0, 0.0, 0.0, 0.4, 10.0)]),
    "bubbles with long names": bubbles([(f"{k} {LONG[k % 3]}", 60.0 * k + 50, 40.0 * k, 100.0 * k + 90, 0.03 * k, 0.01 * k, 0.05 * k, 1e4 * k)
                                        for k in range(14)]),
    "a curve over its months": response([(1e5, 20.0, 16.0, 24.0), (2e5, 30.0, 25.0, 36.0), (3e5, 37.0, 29.0, 44.0)], [(9e4, 12.0), (2.4e5, 41.0)]),
    "practices with long names": practices([(f"{k} {LONG[k % 3]}", 100.0 * k or None, 50.0 * k, 300.0 * k if k % 4 else None) for k in range(14)]),
}


def drawn(chart, size="detail", palette="light"):
    figure = Figure(figsize=SIZES[size], dpi=96)
    FigureCanvasAgg(figure)
    drawing.draw(figure, chart, PALETTES[palette])
    figure.canvas.draw()
    return figure


def texts(figure):
    """Every piece of text that can be seen, with where it stands in pixels."""
    renderer = figure.canvas.get_renderer()
    return [(t.get_text(), t.get_window_extent(renderer)) for t in figure.findobj(Drawn) if t.get_visible() and t.get_text().strip()]


@pytest.mark.parametrize("size", ["detail", "narrow"])
@pytest.mark.parametrize("name", CASES)
def test_a_chart_stays_within_its_figure(name, size):
    i18n.set_language("ru")
    figure = drawn(CASES[name], size)
    assert texts(figure), "a chart without a word says nothing"
    tight, inches = figure.get_tightbbox(figure.canvas.get_renderer()), 0.01
    assert tight.x0 >= -inches and tight.y0 >= -inches
    assert tight.x1 <= figure.bbox_inches.x1 + inches and tight.y1 <= figure.bbox_inches.y1 + inches
    assert sum(a.get_position().width for a in figure.axes) > 0.2, "labels leave room for the drawing"
    words = [(t, b.shrunk(0.9, 0.8)) for t, b in texts(figure) if figure.bbox.contains(*b.min) and figure.bbox.contains(*b.max)]
    assert size == "narrow" or not [(t, other) for at, (t, b) in enumerate(words) for other, c in words[at + 1:] if b.overlaps(c)]


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("labels", [
    pytest.param(months(12), id="months"),
    pytest.param(tuple(Period.parse("2022-Q1").shift(k) for k in range(12)), id="quarters"),
    pytest.param(tuple(Period(date(2024, 1, 3), date(2024, 1, 20)).shift(k) for k in range(12)), id="days")])
@pytest.mark.parametrize("size", SIZES)
def test_the_places_of_a_trend_can_be_told_apart(size, labels, code):
    i18n.set_language(code)
    figure = drawn(trend([float(k) for k in range(12)], labels), size)
    renderer = figure.canvas.get_renderer()
    boxes = [t.get_window_extent(renderer) for t in figure.axes[0].texts if t.get_gid() == "place"]
    assert len(boxes) >= 4 and all(a.x1 <= b.x0 for a, b in zip(boxes, boxes[1:], strict=False))


def named(figure, what="place"):
    """What stands beside the places, or beside the scale."""
    return [t.get_text() for t in figure.axes[0].texts if t.get_gid() == what]


def test_a_scale_is_shortened_alike():
    figure = drawn(trend([4e4, 9e4, 12.1e4], unit=Unit.MONEY))
    assert named(figure, "scale")[-3:] == ["€60\u00a0k", "€90\u00a0k", "€120\u00a0k"]
    assert i18n.moneys([0.0, 250_000.0, 500_000.0], "EUR") == ["€0", "€250\u00a0k", "€500\u00a0k"]
    assert i18n.moneys([0.0, 1.25e6], "EUR") == ["€0", "€1.25\u00a0M"] and i18n.moneys([0.0, 0.5], "EUR") == ["€0.00", "€0.50"]


@pytest.mark.parametrize(("values", "compared", "below"), [
    ([50.0, 40.0], None, True), ([40.0, 50.0], None, False), ([40.0, 40.0], 42.0, True), ([50.0, 40.0], 38.0, False), ([45.0, 50.0], 49.0, False)])
def test_the_last_value_stands_where_no_line_runs(values, compared, below):
    """Beside a line that falls it stands below, also below a line to compare with."""
    figure = drawn(trend([20.0, 60.0, *values], reference=compared, reference_label=Text("compared period")))
    (last,) = [t for t in figure.axes[0].texts if t.get_text() == f"€{values[-1]:.2f}"]
    assert (last.get_va() == "top") == below


def test_a_scale_has_no_parts_of_nothing_and_no_share_above_all():
    assert named(drawn(trend([0.0] * 4, unit=Unit.COUNT)), "scale") == ["0", "1"]
    highest = [float(named(drawn(trend(values, unit=Unit.RATE)), "scale")[-1].rstrip("\u00a0%")) for values in ([0.8, 1.0, 1.0], [0.9, 1.6, 1.2])]
    assert 90 < highest[0] <= 100 and highest[1] >= 150, "a rate of different people may exceed it"


def test_a_line_to_compare_with_is_named_where_no_line_runs():
    for values, below in (([30.0, 31.0, 60.0, 90.0], True), ([29.0, 28.0, 60.0, 90.0], False), ([90.0, 60.0, 90.0, 60.0], False)):
        (name,) = [t for t in drawn(trend(values, reference=29.5, reference_label=Text("compared period"))).axes[0].texts if "compared" in t.get_text()]
        assert (name.get_va() == "top") == below


def test_a_bubble_is_as_large_as_its_spend_and_stands_where_its_figures_are():
    figure = drawn(bubbles([("Paid", 300.0, 200.0, 500.0, 0.2, 0.1, 0.3, 400.0), ("SEO", 120.0, 60.0, 260.0, 0.25, 0.15, 0.4, 100.0)]))
    dots = {tuple(line.get_xydata()[0]): line.get_markersize() for line in figure.axes[0].lines if line.get_marker() == "o"}
    assert dots.keys() == {(300.0, 0.2), (120.0, 0.25)} and dots[300.0, 0.2] == pytest.approx(2 * dots[120.0, 0.25])
    assert set(named(figure)) == {"Paid", "SEO"} and [line.get_xydata()[0] for line in figure.axes[0].lines if line.get_marker() == "+"]


def test_axes_are_labelled():
    figure = drawn(CASES["trend of a year of millions"])
    assert named(figure) == [i18n.period(p, short=True) for p in months(12)] and "€10\u00a0M" in named(figure, "scale")
    assert named(drawn(CASES["bars on both sides"])) == ["Paid", "SEO", "not given"]
    assert named(drawn(CASES["funnel in full"])) == ["Visitors", "Leads", "MQL", "SQL", "Deals", "Won"]
    for size, most in (("detail", 40), ("narrow", 25)):
        assert all(name.endswith("…") and len(name) <= most for name in named(drawn(CASES["practices with long names"], size)) if "Почта" not in name)


def test_an_interval_is_drawn_whole():
    axes = drawn(CASES["bars on both sides"]).axes[0]
    ends = [x for lines in axes.collections for segment in lines.get_segments() for x, _ in segment]
    assert axes.get_xlim()[0] <= min(ends) == -120.0 and max(ends) == 150.0 <= axes.get_xlim()[1]


def test_every_sign_can_be_drawn():
    assert letters.drawable("Реклама – “50 %”\u00a0₽ · е\u0308лка") == "Реклама – “50 %”\u00a0₽ · ёлка"
    assert letters.drawable("Sale \U0001f642\ufe0f 渠道\x0bPa\x00id\u2028now") == "Sale □ □□ Paid now"


def test_counts_are_counted_in_whole_numbers():
    assert not [t for t in named(drawn(trend([0.0, 1.0, 1.0], unit=Unit.COUNT)), "scale") if "." in t]


def test_what_is_marked_is_said():
    said = " ".join(t for t, _ in texts(drawn(CASES["funnel in full"])))
    assert "230  bottleneck" in said and "45.6 % expected at maturity" in said
    assert "ceiling €400" in " ".join(t for t, _ in texts(drawn(CASES["practices with long names"])))
    assert "compared period 5" in " ".join(t for t, _ in texts(drawn(CASES["trend below zero"])))


def test_a_narrow_cell_says_its_figure_without_the_sign():
    rows = [(p, tuple(0.5 + 0.01 * k for k in range(24))) for p in months(6)]
    said = {t for t, _ in texts(drawn(heat(rows), "report", "print"))}
    assert {"50", "73"} <= said and not [t for t in said if "%" in t]
    assert "50\u00a0%" in {t for t, _ in texts(drawn(heat([(months(1)[0], (0.5, 0.6))]), "report"))}


def test_the_bottleneck_has_another_colour_than_its_neighbours():
    widths = {}
    for patch in drawn(replace(CASES["funnel in full"], series=CASES["funnel in full"].series[:1])).axes[0].patches:
        widths.setdefault(patch.get_facecolor(), []).append(patch.get_width())
    assert sorted(map(len, widths.values())) == [1, 5]


def test_a_waterfall_hangs_together_and_says_every_step():
    figure = drawn(CASES["a waterfall"])
    bars = [p.get_bbox() for p in figure.axes[0].patches]
    assert [(round(b.y0), round(b.y1)) for b in bars] == [(0, 450), (450, 329), (329, 195), (195, 221), (221, 212), (0, 212)]
    said = {t for t, _ in texts(figure)}
    assert {"₽450", "−₽121", "+₽26.00", "₽212", "Spend", "Lead → MQL", "Jan 23", "Feb 23"} <= said
    colours = [p.get_facecolor() for p in figure.axes[0].patches]
    assert len(set(colours)) == 4 and colours[1] == colours[2] == colours[4] != colours[3]


def test_a_cut_foot_is_seen():
    whole, cut = (drawn(CASES[name]).axes[0] for name in ("a waterfall", "a waterfall of small steps"))
    assert whole.get_ylim()[0] == 0 and cut.get_ylim()[0] > 14000
    assert len([line for line in cut.lines if line.get_linewidth() == 3]) == 2 and not [line for line in whole.lines if line.get_linewidth() == 3]


@pytest.mark.parametrize("name", ["trend with gaps", "bars on both sides", "funnel in full", "practices with long names"])
def test_paper_gets_text_as_text(name):
    i18n.set_language("ru")
    figure = drawn(CASES[name], "report", "print")
    out = io.StringIO()
    figure.savefig(out, format="svg")
    svg = out.getvalue()
    assert svg.count("<text") >= len(named(figure)) and "Inter" in svg
    assert all(t in svg for t in named(figure) if t.isalnum())
    clipped = [part for part in ET.fromstring(svg).iter() if "clip-path" in part.attrib]
    assert not [text for part in clipped for text in part.iter("{http://www.w3.org/2000/svg}text")]  # in the file, and nobody would see them


@pytest.mark.parametrize("palette", PALETTES)
def test_a_redraw_leaves_nothing_of_what_stood_there(palette):
    figure = drawn(CASES["funnel in full"], palette=palette)
    drawing.draw(figure, CASES["one bar"], PALETTES[palette])
    figure.canvas.draw()
    assert len(figure.axes) == 1 and {t for t, _ in texts(figure)} == {"Paid", i18n.figure(12.0, Unit.MONEY, "RUB", compact=True)}
    assert figure.get_facecolor() == pytest.approx(tuple(int(PALETTES[palette].surface[k:k + 2], 16) / 255 for k in (1, 3, 5)) + (1.0,))


def test_a_day_is_the_last_of_its_period():
    period = Period(date(2024, 1, 3), date(2024, 1, 20))
    assert letters.label(period) == "20 Jan 2024" and period.shift(1).first == period.last + timedelta(days=1)


# -- targets, flags and what has not ended -----------------------------------------------------------------------------


def test_a_target_and_flags_are_told_and_the_unfinished_point_is_hollow():
    marks = tuple(Mark(at, number, Note(date(2023, at + 1, 3), "x")) for number, at in enumerate((1, 4, 4), 1))
    chart = trend((3, 4, 5, 4, 6, 2), target=9.0, reference=4.0, marks=marks, unfinished=True, unit=Unit.COUNT)
    figure = Figure(figsize=SIZES["detail"])
    FigureCanvasAgg(figure)
    drawing.draw(figure, chart, PALETTES["light"])
    figure.canvas.draw()
    axes = figure.axes[0]
    said = [t.get_text() for t in axes.texts]
    assert "target 9" in said and "1" in said and "2–3" in said
    solid, way, end = axes.lines[:3]
    assert list(solid.get_xdata()) == [0, 1, 2, 3, 4] and list(way.get_xdata()) == [4, 5] and list(end.get_xdata()) == [5]
    assert way.get_linestyle() == "--" and end.get_markerfacecolor() == PALETTES["light"].surface
    assert axes.get_ylim()[0] < 2 and axes.get_ylim()[1] > 9


@pytest.mark.parametrize("values", [(None, 5), (5,), (None, None, 7)])
def test_an_unfinished_point_may_stand_alone(values):
    figure = Figure(figsize=SIZES["narrow"])
    FigureCanvasAgg(figure)
    drawing.draw(figure, trend(values, unfinished=True), PALETTES["dark"])
    figure.canvas.draw()


@pytest.mark.parametrize("name", CASES)
def test_no_text_is_clipped_away_on_paper(name):
    out = io.StringIO()
    drawn(CASES[name]).savefig(out, format="svg")
    assert not re.search(r"<g clip-path[^>]*>\s*<text", out.getvalue())


def test_texts_on_a_picture_are_those_of_paper(monkeypatch):
    """Stamps on the screen's renderer: the same ink in the same places as without them."""
    monkeypatch.setattr(notes, "_maker", [notes._drawn])  # a window that stood before has its letters drawn by Qt
    notes._stamp.cache_clear()

    def ink():
        figure = drawn(CASES["a waterfall of eight steps"])
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        return np.asarray(canvas.buffer_rgba())[..., :3].mean(axis=2)

    stamped = ink()
    monkeypatch.setattr(notes.Note, "draw", lambda note, renderer: (note.place(), super(notes.Note, note).draw(renderer)))
    plain = ink()
    blurred = [sum(np.roll(np.roll(a, x, 0), y, 1) for x in (-1, 0, 1) for y in (-1, 0, 1)) / 9 for a in (stamped, plain)]
    assert np.abs(blurred[0] - blurred[1]).max() < 60 and (plain < 120).sum() > 500


@pytest.mark.parametrize(("values", "below"), [((3.0, 9.0, 4.0), True), ((3.0, 4.0, 9.0), False), ((9.0, 9.0, 0.0), False), ((9.0, None, 4.0), False)])
def test_the_last_value_does_not_lie_on_a_line_that_falls_to_it(values, below):
    figure = drawn(trend(values, unit=Unit.COUNT))
    (note,) = [t for t in figure.findobj(Drawn) if t.get_text() == f"{values[-1]:.0f}" and t.get_size() == letters.LABEL]
    assert (note.get_verticalalignment() == "top") == below


@pytest.mark.parametrize(("reference", "target"), [(75.0, 76.4), (76.4, 75.0), (75.0, 75.0)])
def test_a_target_beside_the_compared_value_can_be_read_with_it(reference, target):
    figure = drawn(trend((60.0, 90.0, 80.0), unit=Unit.COUNT, reference=reference, reference_label=Text("compared period"), target=target))
    places = {t.get_gid(): t.get_window_extent(figure.canvas.get_renderer()) for t in figure.findobj(Drawn) if t.get_gid() in ("reference", "target")}
    assert len(places) == 2 and not places["reference"].overlaps(places["target"])
