"""How the rows of one table find theirs in another: per pair how many by id, e-mail and company, and the rows that find none."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.linked import BY, NOT, Share
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import button, label, panel, table


class LinkedPanel(QWidget):
    """Draws the shares that a session made; hidden where there is no pair of tables."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Share, ...] = ()
        self._model = FrameModel(self)
        self.view = table(self._model, tr("How rows find each other"))
        self.view.selectionModel().currentRowChanged.connect(lambda now, _: self._can_show())
        self._show = button(tr("Show the rows that are not linked"), self._ask)
        head = QHBoxLayout()
        head.addWidget(label(tr("How rows find each other"), "heading"))
        head.addStretch(1)
        head.addWidget(self._show)
        made = panel(label(tr("By id or name first, else by e-mail, else by company without its legal form. Someone of a lead's company who attended is not "
                              "taken for that lead: the company gives the segment and the country alone."), "note", wrap=True), self.view)
        made.layout().insertLayout(0, head)  # type: ignore[union-attr]
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show other shares."""
        at = max(0, self.view.chosen())
        self._shown = shares
        codes = (*range(NOT + 1, len(BY)), NOT)
        columns = (Column(tr("Tables")), Column(tr("Linked"), Unit.RATE), *(Column(say(BY[code]), Unit.COUNT) for code in codes))
        self._model.show_rows(columns, [(s.label, s.linked, *(s.counts[code] for code in codes)) for s in shares])
        self.view.fit(len(shares))
        self.setVisible(bool(shares))
        if shares:
            self.view.selectRow(self.view.model().mapFromSource(self._model.index(min(at, len(shares) - 1), 0)).row())  # type: ignore[attr-defined]
        self._can_show()

    def _share(self) -> Share | None:
        at = self.view.chosen()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _can_show(self) -> None:
        share = self._share()
        self._show.setEnabled(share is not None and share.counts[NOT] > 0)

    def _ask(self) -> None:
        if (share := self._share()) is not None:
            self._session.rows(Text("{tables}: not linked", tables=share.label), (share.unlinked,))
