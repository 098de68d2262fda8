"""The way in: what stands until the window is there."""

from PySide6.QtWidgets import QMainWindow

from kpi_desktop.ui.entrance import Entrance


def test_the_entrance_stands_where_the_window_was_and_gives_way_to_it(qtbot):
    before = QMainWindow()
    qtbot.addWidget(before)
    before.setGeometry(40, 50, 600, 400)
    entrance, window = Entrance(bytes(before.saveGeometry().toBase64().data()).decode()), QMainWindow()
    qtbot.addWidget(entrance)
    qtbot.addWidget(window)
    entrance.stand()
    assert entrance.isVisible() and entrance.size() == before.size()
    entrance.give_way(window)
    assert window.isVisible() and not entrance.isVisible()
