"""Names that may be one thing: proposals to merge or to part, merges in force that can be undone, and rules that propose more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem

from kpi_desktop import i18n
from kpi_desktop.app import names
from kpi_desktop.app.names import NamesShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.names import HOWS, KINDS, Cluster, readable
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decisions import NameRule
from kpi_desktop.model.problem import Text
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.linked_panel import LinkedPanel
from kpi_desktop.ui.widgets import Page, button, choice, headed, label, panel, pick, table

_LISTED = 200  # names of one proposal that are listed to be ticked
_SPELLED = 8   # names of one proposal that are spelled out in a line


class NamesPanel(Page):
    """Draws a NamesShown; nothing is merged before the person says so."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind, self._at = session, "channel", 0
        self._shown: NamesShown | None = None
        top = QHBoxLayout()
        self._kinds = choice(((k, say(text)) for k, (text, _) in KINDS.items()), self._choose_kind, tr("Kind of names"))
        self._said = label(tr("Computing …"), tone="quiet")
        self._again = button("", self._offer_again, "link")
        top.addWidget(self._kinds)
        top.addWidget(self._said, 1)
        top.addWidget(self._again)
        self.column.addLayout(top)
        self._build_proposals()
        self._build_merges()
        self._build_rules()
        self._linked = LinkedPanel(session)
        self.column.addWidget(self._linked)
        self.column.addStretch(1)
        for part in (self._again, self._proposed, self._merged, self._linked):
            part.hide()

    def _build_proposals(self) -> None:
        self._model = FrameModel(self)
        self._view = table(self._model, tr("Names that may be one"))
        self._view.selectionModel().currentRowChanged.connect(self._choose)
        self._all = button("", self._merge_alike)
        self._name = QLineEdit()
        self._name.setAccessibleName(tr("Name to merge under"))
        self._name.returnPressed.connect(self._merge)
        self._members = QListWidget()
        self._members.setAccessibleName(tr("Names to merge"))
        row = QHBoxLayout()
        row.addWidget(label(tr("One name for those ticked:"), "label"))
        row.addWidget(self._name, 1)
        row.addWidget(button(tr("Merge"), self._merge, "main"))
        row.addWidget(button(tr("Not the same"), self._part, tip=tr("They are not proposed together again")))
        self._proposed = panel(headed(tr("Names that may be one"), self._all), self._view, self._members)
        self._proposed.layout().addLayout(row)  # type: ignore[union-attr]
        self.column.addWidget(self._proposed)

    def _build_merges(self) -> None:
        self._merge_model = FrameModel(self)
        self._merge_view = table(self._merge_model, tr("Merges in force"))
        self._merged = panel(headed(tr("Merges in force"), button(tr("Undo the chosen merge"), self._undo)), self._merge_view)
        self.column.addWidget(self._merged)

    def _build_rules(self) -> None:
        self._how = choice(((k, say(text)) for k, text in HOWS.items()), lambda _: self._try_rule(), tr("How the rule looks at a name"))
        self._text, self._to = QLineEdit(), QLineEdit()
        row = QHBoxLayout()
        row.addWidget(label(tr("A name that")))
        row.addWidget(self._how)
        row.addWidget(self._text, 1)
        row.addWidget(label(tr("is called")))
        row.addWidget(self._to, 1)
        for edit, name in ((self._text, tr("Text to look for")), (self._to, tr("Name to give"))):
            edit.setAccessibleName(name)
            edit.setPlaceholderText(name)
            edit.textChanged.connect(lambda _: self._try_rule())
            edit.returnPressed.connect(self._add_rule)
        self._add = button(tr("Keep the rule"), self._add_rule)
        row.addWidget(self._add)
        self._trial = label("", "note", wrap=True)
        self._rule_model = FrameModel(self)
        self._rule_view = table(self._rule_model, tr("Rules"))
        self._rule_view.selectionModel().currentRowChanged.connect(lambda now, _: self._show_rule())
        self._apply, self._drop = button(tr("Apply the chosen rule"), self._apply_rule, "main"), button(tr("Remove the rule"), self._remove_rule)
        self._would = label("", wrap=True)
        buttons = headed("", self._apply, self._drop)
        self._ruled = panel(label(tr("Rules"), "heading"), label(tr(
            "A rule proposes merges for the names that are there and for those of later imports. Nothing changes before you apply it."), "note", wrap=True))
        layout = self._ruled.layout()
        layout.addLayout(row)  # type: ignore[union-attr]
        for part in (self._trial, self._rule_view, self._would, buttons):
            layout.addWidget(part)  # type: ignore[union-attr]
        self._rule_buttons = buttons
        self.column.addWidget(self._ruled)
        self._try_rule()

    # -- what is shown ---------------------------------------------------------------------------------------------------

    @property
    def looking(self) -> str:
        """What is looked at: the kind of names."""
        return self._kind

    def look(self, at: str) -> None:
        """Look where another window of this kind looked."""
        self._kind = at

    def watch(self) -> None:
        """Ask for what this panel shows."""
        self._session.watch("names", dimension=self._kind, workspace=self._session.workspace_path)

    def _choose_kind(self, kind: str) -> None:
        self._kind, self._at = kind, 0
        self.watch()

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, NamesShown) or shown.kind != self._kind:
            return
        self._shown = shown
        pick(self._kinds, shown.kind)
        self._said.setText(" ".join((tr("%n name(s).", "", shown.total), tr("%n proposal(s) to merge.", "", len(shown.proposals)) if shown.proposals else
                                     tr("No two of them look like one."))) if shown.total else tr("The data hold no names of this kind yet."))
        self._again.setText(tr("Ask again about %n name(s) called different", "", shown.apart))
        self._again.setVisible(bool(shown.apart))
        self._draw_proposals(shown)
        self._merge_model.show_rows((Column(tr("Name")), Column(tr("Counted as"))), [(m.name, m.canonical) for m in shown.merges])
        self._merge_view.fit(len(shown.merges), 6)
        self._merged.setVisible(bool(shown.merges))
        self._draw_rules(shown)
        self._linked.show_shares(shown.linked)
        self._try_rule()

    def _draw_proposals(self, shown: NamesShown) -> None:
        found = shown.proposals
        alike = [c for c in found if c.why == "same"]
        self._all.setText(tr("Merge all %n spelled alike", "", len(alike)))
        self._all.setVisible(len(alike) > 1)
        columns = (Column(tr("Suggested name")), Column(tr("Why")), Column(tr("Rows to change"), Unit.COUNT), Column(tr("Names"), Unit.COUNT),
                   Column(tr("Names with their rows")))
        self._model.show_rows(columns, [(c.canonical, _why(c), c.rows, len(c.names), _spelled(c)) for c in found])
        self._view.fit(len(found), 8)
        self._proposed.setVisible(bool(found))
        self._at = max(0, min(self._at, len(found) - 1))
        if found:
            self._view.selectRow(self._view.model().mapFromSource(self._model.index(self._at, 0)).row())  # type: ignore[attr-defined]
            self._show_cluster(found[self._at])

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self._shown is not None:
            self._at = self._view.model().mapToSource(now).row()  # type: ignore[attr-defined]
            self._show_cluster(self._shown.proposals[self._at])

    def _show_cluster(self, cluster: Cluster) -> None:
        self._name.setText(cluster.canonical)
        self._members.clear()
        for named in cluster.names[:_LISTED]:
            item = QListWidgetItem(tr("{name}: %n row(s)", "", named.rows, name=named.name))
            item.setData(Qt.ItemDataRole.UserRole, named.name)
            item.setCheckState(Qt.CheckState.Checked)
            self._members.addItem(item)
        height = max(self._members.sizeHintForRow(0), 18)
        self._members.setFixedHeight(height * min(self._members.count(), 6) + 2 * self._members.frameWidth() + 6)

    def _draw_rules(self, shown: NamesShown) -> None:
        at = max(0, self._rule_view.chosen())
        columns = (Column(tr("A name that")), Column(tr("Text to look for")), Column(tr("is called")), Column(tr("Names to change"), Unit.COUNT),
                   Column(tr("Rows to change"), Unit.COUNT))
        rows = [(HOWS[r.rule.how], r.rule.text, r.rule.canonical, _changing(r.cluster), r.cluster.rows if r.cluster is not None else 0) for r in shown.rules]
        self._rule_model.show_rows(columns, rows)
        self._rule_view.fit(len(rows), 6)
        for part in (self._rule_view, self._would, self._rule_buttons):
            part.setVisible(bool(rows))
        if rows:
            self._rule_view.selectRow(min(at, len(rows) - 1))
        self._show_rule()

    def _show_rule(self) -> None:
        found = self._rule()
        cluster = found.cluster if found is not None else None
        self._apply.setEnabled(cluster is not None)
        self._would.setText(tr("Would change: {names}", names=_spelled(cluster, but=cluster.canonical)) if cluster is not None else
                            tr("There is no name that it would change now."))

    def _rule(self) -> names.RuleShown | None:
        at = self._rule_view.chosen()
        return self._shown.rules[at] if self._shown is not None and 0 <= at < len(self._shown.rules) else None

    # -- what the person decides -----------------------------------------------------------------------------------------

    def _change(self, said: Text, name: Text, what: Callable[[Any, str], object]) -> None:
        kind = self._kind
        self._session.decided.count_by(said, name, lambda ws: what(ws, kind))

    def _ticked(self) -> list[str]:
        """The names that are ticked, and those that are too many to be listed."""
        items = [self._members.item(k) for k in range(self._members.count())]
        listed = [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]
        more = self._shown.proposals[self._at].names[_LISTED:] if self._shown is not None and self._shown.proposals else ()
        return [*listed, *(n.name for n in more)]

    def _merge(self) -> None:
        members, canonical = self._ticked(), self._name.text().strip()
        if not canonical:
            self._name.setFocus()
        elif members:
            self._change(Text("Merging names"), Text("merge of names"), lambda ws, kind: names.merge(ws, kind, members, canonical))

    def _part(self) -> None:
        cluster = self._shown.proposals[self._at] if self._shown is not None and self._shown.proposals else None
        members = self._ticked()
        if cluster is not None and cluster.rule is not None:  # a rule's names are parted from its name, not from each other
            apart = [[n, cluster.canonical] for n in members if n != cluster.canonical]
            self._change(Text("Keeping names apart"), Text("names kept apart"), lambda ws, kind: names.keep_apart(ws, kind, *apart))
        elif len(members) > 1:
            self._change(Text("Keeping names apart"), Text("names kept apart"), lambda ws, kind: names.keep_apart(ws, kind, members))

    def _merge_alike(self) -> None:
        alike = [c for c in self._shown.proposals if c.why == "same"] if self._shown is not None else []
        self._change(Text("Merging names"), Text("merge of names"), lambda ws, kind: names.merge_all(ws, kind, alike))

    def _offer_again(self) -> None:
        self._change(Text("Keeping names apart"), Text("names kept apart"), names.offer_again)

    def _undo(self) -> None:
        at = self._merge_view.chosen()
        if self._shown is not None and at >= 0:
            name = self._shown.merges[at].name
            self._change(Text("Undoing a merge"), Text("merge undone"), lambda ws, kind: names.undo(ws, kind, name))

    def _new_rule(self) -> NameRule:
        return NameRule(self._kind, self._how.currentData(), self._text.text().strip(), self._to.text().strip())

    def _try_rule(self) -> None:
        """Say what the rule that is being written would change, before it is kept."""
        rule = self._new_rule()
        fine = readable(NameRule(rule.kind, rule.how, rule.text, "x"))
        self._add.setEnabled(readable(rule))
        self._trial.setText("" if fine or not rule.text else tr("This expression cannot be read."))
        self._trial.setVisible(bool(self._trial.text()))

    def _add_rule(self) -> None:
        rule = self._new_rule()
        if readable(rule):
            self._text.clear()
            self._to.clear()
            self._session.decided.count_by(Text("Keeping the rules"), Text("rule for names"), lambda ws: names.add_rule(ws, rule))

    def _remove_rule(self) -> None:
        if (found := self._rule()) is not None:
            self._session.decided.count_by(Text("Keeping the rules"), Text("rule for names"), lambda ws: names.remove_rule(ws, found.rule))

    def _apply_rule(self) -> None:
        found = self._rule()
        if found is not None and found.cluster is not None:
            cluster = found.cluster
            members = [n.name for n in cluster.names]
            self._change(Text("Merging names"), Text("merge of names"), lambda ws, kind: names.merge(ws, kind, members, cluster.canonical))


def _why(cluster: Cluster) -> Text:
    return {"same": Text("spelled alike"), "near": Text("nearly alike"), "rule": Text("your rule")}[cluster.why]


def _spelled(cluster: Cluster, but: str = "") -> str:
    """The names with their rows, as many as can be read."""
    named = [n for n in cluster.names if n.name != but]
    said = ", ".join(f"{n.name} ({i18n.number(n.rows)})" for n in named[:_SPELLED])
    return said if len(named) <= _SPELLED else tr("{names} and %n more", "", len(named) - _SPELLED, names=said)


def _changing(cluster: Cluster | None) -> int:
    return sum(n.name != cluster.canonical for n in cluster.names) if cluster is not None else 0
