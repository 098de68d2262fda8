"""A chart answers to the mouse and to the keyboard: what stands under the pointer, zoom, copy and save."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kpi_desktop.charts import letters, notes
from kpi_desktop.model.problem import UserError
from kpi_desktop.ui import chart_stamps
from kpi_desktop.ui.chart_view import ChartView
from tests.test_charts import CASES, months, trend

VALUES = (10.0, 20.0, None, 40.0, 50.0, 60.0)


@pytest.fixture
def view(dressed, qtbot):
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(600, 220)
    made.show_chart(trend(VALUES, months(6)))
    made.show()
    return made


def at(view, number):
    return view.place(view._spots[number])


def test_the_place_under_the_pointer_tells_its_value(view):
    assert len(view._spots) == 5, "a gap tells nothing"
    QTest.mouseMove(view, (at(view, 2) + QPointF(6, 30)).toPoint())
    assert view._pointer.text == "Apr 23: €40.00" and view.accessibleDescription().startswith("Apr 23: €40.00")
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._pointer.text == "" and view.nearest(QPointF(-400, 10)) == -1


def test_the_keyboard_goes_from_place_to_place(view):
    view.setFocus()
    for key, said in ((Qt.Key.Key_Right, "Jan 23"), (Qt.Key.Key_Right, "Feb 23"), (Qt.Key.Key_Right, "Apr 23"), (Qt.Key.Key_Left, "Feb 23"),
                      (Qt.Key.Key_End, "Jun 23"), (Qt.Key.Key_Right, "Jun 23"), (Qt.Key.Key_Home, "Jan 23")):
        QTest.keyClick(view, key)
        assert view._pointer.text.startswith(said)


def test_zoom_shows_a_part_and_all_again(view):
    axes = view._canvas.figure.axes[0]
    QTest.keyClick(view, Qt.Key.Key_End)
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    first, last = axes.get_xlim()
    assert last <= 5.5 and 1 <= last - first < 2, "a place at the least, around the one pointed at"
    assert all(view._seen(view._spots[view.nearest(view.place(s))]) for s in view._spots if view._seen(s))
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view._canvas.figure.axes[0].get_xlim() == (-0.5, 5.5)


def test_a_drag_chooses_what_is_shown(view):
    start, end = at(view, 1).toPoint(), at(view, 3).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert view._canvas.figure.axes[0].get_xlim() == pytest.approx((1.0, 4.0), abs=0.05)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view._canvas.figure.axes[0].get_xlim() == (-0.5, 5.5)


def test_the_picture_is_copied(view):
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = QApplication.clipboard().image()
    assert (image.width(), image.height()) == (1200, 440)


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_picture_is_saved(view, tmp_path, monkeypatch, ending, begins):
    out = tmp_path / f"chart.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    view.save()
    assert out.read_bytes().startswith(begins) and [p.name for p in tmp_path.iterdir()] == [out.name]


def test_a_picture_that_cannot_be_saved_is_told(view, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(tmp_path / "no" / "chart.png"), ""))
    with pytest.raises(UserError, match="cannot be written"):
        view.save()


@pytest.mark.parametrize("name", CASES)
def test_every_place_of_every_chart_can_be_found(dressed, qtbot, name):
    view = ChartView(260)
    qtbot.addWidget(view)
    view.resize(700, 260)
    view.show_chart(CASES[name])
    view.show()
    for number, spot in enumerate(view._spots):
        found = view.nearest(view.place(spot))
        assert found == number or view._spots[found].text == spot.text or view.place(view._spots[found]) == view.place(spot)


# -- texts on screen ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["12,345 €", "Aug", "two\nlines", "Визиты 5 %"])
@pytest.mark.parametrize("ha", ["left", "center", "right"])
@pytest.mark.parametrize("va", ["top", "center", "bottom", "baseline"])
def test_a_stamp_stands_where_matplotlib_would_write(dressed, text, ha, va):
    boxes = []
    for maker in (chart_stamps.stamp, notes._drawn):
        image, left, low = maker(text, 8.25, 400, "#000000", ha, va, 96.0)
        rows, columns = np.nonzero(image[..., 3] > 60)
        boxes.append((left + columns.min(), left + columns.max(), low + len(image) - 1 - rows.max(), low + len(image) - 1 - rows.min()))
    assert np.abs(np.subtract(*boxes)).max() <= 1


@pytest.mark.parametrize("text", ["12,345 €", "Посетители, ставшие лидами", "WAVE Te. fi", "1 250,5 ₽"])
@pytest.mark.parametrize(("size", "weight"), [(8.25, 400), (9.0, 600)])
def test_texts_are_as_wide_on_screen_as_on_paper(dressed, text, size, weight):
    assert chart_stamps.width(text, size, weight) == pytest.approx(letters._measured(text, size, weight), rel=0.005)
