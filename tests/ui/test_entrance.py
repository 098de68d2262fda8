"""The way in: what stands until the window is there."""

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kpi_desktop.ui import theme
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


def test_widgets_built_without_the_style_sheet_are_styled_afterwards(qtbot, qapp):
    theme.apply(qapp, "light")
    sheet = qapp.styleSheet()
    try:
        with theme.undressed():
            assert not QApplication.styleSheet(qapp)
            made = QWidget()
            qtbot.addWidget(made)
        assert qapp.styleSheet() == sheet
        try:
            with theme.undressed():
                raise ValueError
        except ValueError:
            pass
        assert qapp.styleSheet() == sheet
    finally:
        qapp.setStyleSheet("")
