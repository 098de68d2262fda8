"""The look of the window: fonts, type scale, palette and style sheet. Light, dark, or as the system has it."""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kpi_desktop import paths
from kpi_desktop.theme_colours import PALETTES, Palette

NOTE, LABEL, TEXT, HEADING, FIGURE = 11, 12, 13, 18, 26
"""The type scale in pixels."""

_state: dict[str, object] = {"name": "light", "styled": False}

_SHEET = Template("""
* { font-family: "Inter"; font-size: 13px; color: $text; }
QMainWindow, QDialog, #page, #header { background: $ground; }
#header { background: $surface; border-bottom: 1px solid $line; }
QMenuBar { background: $surface; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $soft; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::indicator { width: 12px; height: 12px; margin-left: 10px; }
QMenu::item:selected { background: $soft; color: $accent; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: 10px 4px 9px 4px; margin: 0 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }
#pages::tab { padding: 4px 10px; margin: 8px 0 0 4px; border: 1px solid transparent; border-radius: 6px; font-size: 12px; }
#pages::tab:first { margin-left: 12px; }
#pages::tab:selected { background: $soft; color: $accent; }
#pages::tab:hover { color: $text; }
#pages::tab:selected:hover { color: $accent; }
#pages::tab:focus { border-color: $accent; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: 11px; color: $quiet; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QPushButton, QToolButton, QComboBox, QDateEdit, QSpinBox, QLineEdit { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 4px 10px;
  min-height: 18px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover, QDateEdit:hover, QSpinBox:hover, QLineEdit:hover { border-color: $comparison; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QLineEdit:focus, QTableView:focus, QListView:focus {
  border-color: $accent; }
QSpinBox { padding-right: 16px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 16px; }
QSpinBox::down-arrow { image: url("$chevron"); width: 8px; height: 8px; }
QSpinBox::up-arrow { image: url("$chevron_up"); width: 8px; height: 8px; }
QLineEdit[tone="worse"] { border-color: $worse; }
QPushButton:pressed, QToolButton:pressed { background: $soft; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled { color: $quiet; }
QPushButton[role="main"] { background: $accent; color: $surface; border-color: $accent; }
QPushButton[role="main"]:hover, QPushButton[role="main"]:focus { border-color: $text; }
QPushButton[role="main"]:disabled { background: $comparison; border-color: $comparison; }
QPushButton[role="link"], QToolButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px; }
QPushButton[role="back"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 4px 4px 0; }
QPushButton[role="back"]:hover { text-decoration: underline; }
QPushButton[role="back"]:focus { border-color: $accent; }
QPushButton#figure { padding: 1px 0; font-weight: 600; }
QPushButton[role="link"]:disabled { color: $quiet; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $quiet; padding: 4px 0; text-align: left; }
QPushButton[role="quiet"]:hover { color: $accent; text-decoration: underline; }
QPushButton[role="quiet"]:focus { color: $accent; }
QPushButton[role="about"] { background: transparent; border: 1px solid transparent; border-radius: 10px; padding: 0; min-height: 0; color: $quiet;
  font-size: 12px; }
QPushButton[role="about"]:hover, QPushButton[role="about"]:focus { border-color: $accent; color: $accent; }
#help, QListWidget { background: $surface; border: 1px solid $line; border-radius: 8px; outline: none; padding: 4px; }
QListWidget::item { padding: 5px 6px; border-radius: 4px; }
QListWidget::item:selected { background: $soft; color: $accent; }
#help:focus, QListWidget:focus { border-color: $accent; }
QPushButton[role="chip"] { background: $soft; border: 1px solid transparent; border-radius: 13px; color: $accent; }
QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus { border-color: $accent; }
QPushButton[role="step"] { padding: 4px 0; min-width: 26px; max-width: 26px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="switch"] { border-radius: 0; margin: 0; }
QPushButton[role="switch"]:checked { background: $soft; color: $accent; border-color: $accent; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QComboBox QAbstractItemView, QListView { background: $surface; border: 1px solid $line; selection-background-color: $soft;
  selection-color: $accent; outline: none; padding: 2px; }
QDateEdit::drop-down { border: none; width: 20px; }
QDateEdit::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $ground; }
QCalendarWidget QToolButton { border: none; }
QLineEdit, QComboBox, QDateEdit { selection-background-color: $soft; selection-color: $accent; }
QListView::indicator, QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid $quiet; border-radius: 3px; background: $surface; }
QListView::indicator:checked, QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QListView::item { padding: 2px; }
QCheckBox { border: 1px solid transparent; border-radius: 4px; padding: 1px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox:disabled { color: $quiet; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line; }
QPlainTextEdit { background: $surface; border: 1px solid $line; border-radius: 6px; }
#panel { background: $surface; border: 1px solid $line; border-radius: 8px; }
#drop { background: $surface; border: 1px dashed $comparison; border-radius: 8px; }
#drop[over="true"] { border: 2px dashed $accent; background: $soft; }
#messages { background: $soft; border-bottom: 1px solid $line; }
QAbstractScrollArea::corner { background: transparent; border: none; }
#tag { border: 1px solid $line; border-radius: 4px; padding: 0 5px; }
#popup { background: $surface; border: 1px solid $line; border-radius: 6px; }
QScrollArea, QScrollArea > #qt_scrollarea_viewport > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $comparison; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView { background: transparent; alternate-background-color: transparent; border: 1px solid transparent; gridline-color: $line;
  selection-background-color: $soft; selection-color: $text; outline: none; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 5px; }
QTableView::item:selected { background: $soft; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $quiet; font-size: 12px; border: none; border-bottom: 1px solid $line; padding: 4px 8px; }
QTableCornerButton::section { background: transparent; border: none; }
QProgressBar { border: none; background: $line; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $comparison; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; border: 1px solid $surface; width: 12px; margin: -5px 0; border-radius: 6px; }
QSlider::handle:horizontal:focus { border-color: $text; }
QSplitter::handle { background: transparent; }
QLabel { background: transparent; }
QLabel[scale="note"] { font-size: 11px; color: $quiet; }
QLabel[scale="label"] { font-size: 12px; color: $quiet; }
QLabel[scale="heading"] { font-size: 18px; font-weight: 600; }
QLabel[scale="figure"] { font-size: 26px; font-weight: 600; }
QLabel[tone="strong"] { font-weight: 600; }
QLabel[tone="quiet"] { color: $quiet; }
QLabel[tone="better"] { color: $better; font-weight: 600; }
QLabel[tone="worse"] { color: $worse; font-weight: 600; }
QLabel[tone="trouble"], QLabel[scale="note"][tone="trouble"] { color: $worse; }
QLabel[tone="accent"] { color: $accent; font-weight: 600; }
""")


def colours() -> Palette:
    """The palette in force."""
    return PALETTES[str(_state["name"])]


def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter in one size of the scale, with figures of equal width."""
    made = QFont("Inter")
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def resolved(choice: str) -> str:
    """"light" or "dark" for a choice of the settings; "system" asks the system."""
    if choice in PALETTES and choice != "print":
        return choice
    return "dark" if QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def prepare(app: QApplication, choice: str) -> None:
    """Fonts and colours without the style sheet. Many widgets are put into one another before it comes: with it, each is styled anew with every widget
    around it."""
    load_fonts()
    if not _state["styled"]:
        _state["styled"] = True
        app.setStyle("Fusion")
    _state["name"] = resolved(choice)
    app.setFont(font(TEXT))
    now = colours()
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in ((roles.Window, now.ground), (roles.Base, now.surface), (roles.AlternateBase, now.ground), (roles.Button, now.surface),
                         (roles.WindowText, now.text), (roles.Text, now.text), (roles.ButtonText, now.text), (roles.ToolTipBase, now.surface),
                         (roles.ToolTipText, now.text), (roles.PlaceholderText, now.quiet), (roles.Highlight, now.soft),
                         (roles.HighlightedText, now.accent), (roles.Link, now.accent), (roles.Mid, now.line)):
        palette.setColor(role, QColor(colour))
    app.setPalette(palette)


@cache
def load_fonts() -> None:
    """Make the shipped font known to the window, once."""
    for path in sorted(paths.resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(app: QApplication, choice: str) -> None:
    """Dress the whole application; to be called again when the choice changes."""
    prepare(app, choice)
    now = colours()
    app.setStyleSheet(_SHEET.substitute(
        ground=now.ground, surface=now.surface, line=now.line, text=now.text, quiet=now.quiet, accent=now.accent, soft=now.soft,
        comparison=now.comparison, better=now.better, worse=now.worse, chevron=paths.resource("icons", "chevron.svg").as_posix(),
        chevron_up=paths.resource("icons", "chevron_up.svg").as_posix(),
        check=paths.resource("icons", "check-dark.svg" if _state["name"] == "dark" else "check.svg").as_posix()))
