"""The fields of a table, each with what feeds it: a column, several joined, a part of one, or one text for every row; and what its words mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kpi_desktop.app.mapping_draft import LEFT_BLANK, Draft, meanings
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.decisions import Rule
from kpi_desktop.model.schema import Field, Kind
from kpi_desktop.ui.mapping_columns import COLUMN
from kpi_desktop.ui.widgets import button, choice, clear, label, pick, still

NONE, CONSTANT = "", "="
"""Entries of a field's combo box beside the columns, whose keys begin with a colon."""


def sources(draft: Draft) -> QStandardItemModel:
    """What a field can be fed from, for all combo boxes together."""
    model = QStandardItemModel()
    entries = [(NONE, tr("none")), (CONSTANT, tr("the same for every row"))]
    entries += [(f":{c}", c) for c in draft.header] + [(f":{c}", tr("{column} (not in this file)", column=c)) for c in draft.strangers()]
    for key, text in entries:
        item = QStandardItem(text)
        item.setData(key, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


def wanted(field: Field) -> str:
    """What a field means: its help, else what kind of value it takes."""
    if field.help is not None:
        return say(field.help)
    if field.kind is Kind.CHOICE:
        return " / ".join(say(c.label) for c in field.choices)
    kinds = {Kind.DAY: tr("date"), Kind.NUMBER: tr("number"), Kind.FLAG: tr("yes/no")}
    return kinds.get(field.kind, "")


def _part(number: int) -> str:
    """Which piece of a split text, in words."""
    return {-1: tr("last part"), -2: tr("last part but one")}.get(number) or tr("part {number}", number=number)


class FieldRow(QFrame):
    """One field: name and meaning, what feeds it, and below it, when opened, how that is joined, split or translated."""

    def __init__(self, draft: Draft, at: int, field: Field, model: QStandardItemModel, changed: Callable[[], object]) -> None:
        super().__init__()
        self._draft, self._at, self.field, self._changed = draft, at, field, changed
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 3, 4, 3)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._name = label(f"{say(field.label)} *" if draft.needed(at, field) else say(field.label))
        texts.addWidget(self._name)
        self._note = label("", "note")
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        texts.addWidget(self._note)
        head.addLayout(texts, 3)
        self.box = QComboBox()
        self.box.setModel(model)
        self.box.setAccessibleName(tr("Column for {field}", field=say(field.label)))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumWidth(216)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._chosen)
        still(self.box)
        head.addWidget(self.box, 2)
        self._more = button(tr("More"), self._toggle, "link", tr("Join, split or translate what feeds {field}", field=say(field.label)))
        self._more.setCheckable(True)
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(kept)
        head.addWidget(self._more)
        column.addLayout(head)
        self._below = QWidget()
        self._editor = QVBoxLayout(self._below)
        self._editor.setContentsMargins(12, 0, 0, 4)
        self._below.hide()
        column.addWidget(self._below)
        self.show_rule()

    # -- what feeds it ----------------------------------------------------------------------------------------------------

    def show_rule(self) -> None:
        """Show what feeds the field now."""
        rule = self._draft.rule(self._at, self.field.name)
        self._more.setVisible(rule is not None)
        self._show_source(rule)
        if not self._below.isHidden():
            self._edit()

    def _show_source(self, rule: Rule | None) -> None:
        self.show_need()
        self._show_meaning()
        self.box.setToolTip("")
        if rule is None:
            pick(self.box, NONE)
        elif not rule.columns:
            pick(self.box, CONSTANT)
        elif rule.plain:
            pick(self.box, f":{rule.columns[0]}")
        else:
            told = " + ".join(rule.columns)
            self.box.setPlaceholderText(tr("{part} of {columns}", part=_part(rule.part), columns=told) if rule.separator else told)
            self.box.setToolTip(self.box.placeholderText())
            self.box.setCurrentIndex(-1)

    def show_need(self) -> None:
        """Mark the field while the table cannot do without it and nothing feeds it."""
        needed = self._draft.needed(self._at, self.field)
        self._name.setProperty("tone", "worse" if self._draft.lacks(self._at, self.field) else "strong" if needed else "")
        self._name.style().polish(self._name)

    def _show_meaning(self) -> None:
        """Tell what the field means, or what the words mean that it gets."""
        labels = dict(meanings(self.field))
        words = self._draft.words(self._at, self.field) if self._draft.has_words(self._at, self.field) else ()
        told = [f"{w.text[:24]} = {say(labels[w.meaning]) if w.meaning in labels else '—' if w.meaning else '?'}" for w in words[:6]]
        instead = ", ".join(say(f.label) for f in self._draft.instead_of(self._at, self.field))
        meant = " · ".join(told) or " · ".join(t for t in (wanted(self.field), tr("or {fields}", fields=instead) if instead else "") if t)
        self._note.setText(meant)
        self._note.setToolTip(meant)
        self._note.setVisible(bool(meant))

    def _chosen(self) -> None:
        key = self.box.currentData()
        if key == CONSTANT:
            first = meanings(self.field)[0][0] if self.field.kind in (Kind.CHOICE, Kind.FLAG) else ""
            self._draft.set_rule(self._at, self.field.name, Rule(constant=first))
            self._open(True)
        elif key == NONE:
            self._draft.set_rule(self._at, self.field.name, None)
            self._open(False)
        else:
            self._draft.feed(self._at, self.field.name, key[1:])
        self._say()

    def _say(self) -> None:
        self.show_rule()
        self._changed()

    def _toggle(self) -> None:
        self._open(self._below.isHidden())

    def _open(self, on: bool) -> None:
        self._more.setChecked(on)
        self._below.setVisible(on)
        if on:
            self._edit()

    def open_if_unknown(self) -> None:
        """Open what its words mean where one of them is not known."""
        if self._draft.has_words(self._at, self.field) and any(not w.meaning for w in self._draft.words(self._at, self.field)):
            self._open(True)

    # -- drag -------------------------------------------------------------------------------------------------------------

    def _over(self, on: bool) -> None:
        self.setObjectName("drop" if on else "")
        self.setProperty("over", on)
        self.style().polish(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(COLUMN):
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(False)
        name = bytes(event.mimeData().data(COLUMN).data()).decode()
        self._draft.feed(self._at, self.field.name, name, join=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        event.acceptProposedAction()
        self._say()

    # -- how --------------------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        clear(self._editor)
        rule = self._draft.rule(self._at, self.field.name)
        if rule is None:
            return
        if not rule.columns:
            self._editor.addWidget(self._constant(rule))
            return
        self._meanings = QVBoxLayout()
        self._editor.addLayout(self._meanings)
        self._show_words()
        self._editor.addLayout(self._joined(rule))

    def _show_words(self) -> None:
        """Show the words that the rule gives now, each with its meaning."""
        if self._draft.has_words(self._at, self.field):
            clear(self._meanings)
            self._meanings.addLayout(self._words())

    def _set(self, rule: Rule) -> None:
        """Take another rule without building the editor anew: someone is typing in it."""
        self._draft.set_rule(self._at, self.field.name, rule)
        self._show_source(rule)
        self._show_words()
        self._changed()

    def _constant(self, rule: Rule) -> QWidget:
        name = tr("Every row: {field}", field=say(self.field.label))
        if self.field.kind in (Kind.CHOICE, Kind.FLAG):
            box = choice(((v, say(t)) for v, t in meanings(self.field)), lambda v: self._set(Rule(constant=v)), name)
            pick(box, rule.constant)
            return box
        edit = QLineEdit(rule.constant or "")
        edit.setAccessibleName(name)
        edit.setPlaceholderText(name)
        edit.textEdited.connect(lambda text: self._set(Rule(constant=text)))
        return edit

    def _joined(self, rule: Rule) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(4)
        chips, signs = QHBoxLayout(), QHBoxLayout()
        for line in (chips, signs):
            line.setSpacing(8)
            lines.addLayout(line)
        for c in rule.columns:
            chips.addWidget(button(f"{c[:24]} ✕", lambda c=c: self._part_with(c), "chip", tr("Take {column} away", column=c)))
        free = [c for c in self._draft.header if c not in rule.columns]
        name = tr("Join another column to {field}", field=say(self.field.label))
        more = choice([("", tr("join another …")), *((c, c) for c in free[:500])], self._join, name)
        more.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        more.setMinimumContentsLength(14)
        still(more)
        chips.addWidget(more)
        if len(rule.columns) > 1:
            signs.addWidget(label(tr("joined by"), "note"))
            signs.addWidget(self._sign(rule.joiner, tr("Text between joined columns"), lambda t: self._set(replace(self._now(), joiner=t))))
        signs.addWidget(label(tr("split at"), "note"))
        signs.addWidget(self._sign(rule.separator, tr("Text at which the value is split"), self._split))
        self._part = self._parts(rule)
        signs.addWidget(self._part)
        for line in (chips, signs):
            line.addStretch(1)
        return lines

    def _parts(self, rule: Rule) -> QComboBox:
        numbers = sorted({1, 2, 3, 4, 5, -1, -2, rule.part}, key=lambda n: (n < 0, abs(n)))
        made = choice(((str(n), _part(n)) for n in numbers), lambda n: self._set(replace(self._now(), part=int(n))), tr("Which part is taken"))
        pick(made, str(rule.part))
        made.setEnabled(bool(rule.separator))
        still(made)
        return made

    def _now(self) -> Rule:
        return self._draft.rule(self._at, self.field.name) or Rule()

    def _sign(self, text: str, name: str, heard: Callable[[str], object]) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setAccessibleName(name)
        edit.setFixedWidth(56)
        edit.setMaxLength(20)
        edit.textEdited.connect(heard)
        return edit

    def _split(self, text: str) -> None:
        self._part.setEnabled(bool(text))
        self._set(replace(self._now(), separator=text, part=int(self._part.currentData()) if text else 1))

    def _join(self, column: str) -> None:
        if column:
            self._draft.feed(self._at, self.field.name, column, join=True)
            self._say()

    def _part_with(self, column: str) -> None:
        self._draft.part_with(self._at, self.field.name, column)
        self._say()

    def _words(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        offered = [*((v, say(t)) for v, t in meanings(self.field)), (LEFT_BLANK, tr("leave blank"))]
        for row, word in enumerate(self._draft.words(self._at, self.field)):
            entries = offered if word.guess else [("", tr("not known: keep aside")), *offered]
            name = label(word.text[:40], tone="" if word.meaning else "worse")
            name.setToolTip(word.text)
            box = choice(entries, lambda v, w=word.text, n=name: self._translate(w, v, n), tr("Meaning of {word}", word=word.text))
            pick(box, word.meaning)
            still(box)
            grid.addWidget(name, row, 0)
            grid.addWidget(label(f"× {word.count}" if word.count else "", "note"), row, 1)
            grid.addWidget(box, row, 2)
        grid.setColumnStretch(3, 1)
        return grid

    def _translate(self, word: str, meaning: str, name: QLabel) -> None:
        self._draft.translate(self._at, self.field, word, meaning)
        name.setProperty("tone", "" if meaning else "worse")
        name.style().polish(name)
        self._show_meaning()
        self._changed()


class FieldList(QScrollArea):
    """All fields of one table below each other, those it cannot do without first."""

    def __init__(self, draft: Draft, changed: Callable[[], object]) -> None:
        super().__init__()
        self._draft, self._changed = draft, changed
        self.rows: dict[str, FieldRow] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Fields of the table"))

    def show_table(self, at: int) -> None:
        """Show the fields of another table."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        self.rows = {}
        if at < len(self._draft.tables):
            model = sources(self._draft)
            model.setParent(inner)
            self.rows = {f.name: FieldRow(self._draft, at, f, model, self._changed) for f in self._draft.fields(at)}
        for row in self.rows.values():
            column.addWidget(row)
            row.open_if_unknown()
        column.addStretch(1)
        self.setWidget(inner)

    def refresh(self) -> None:
        """Show again what feeds every field."""
        for row in self.rows.values():
            row.show_rule()
