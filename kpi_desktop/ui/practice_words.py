"""One practice in words: its verdict, why, how it came about with the numbers put in, and the person's own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.planning.practices import VERDICTS, Check, Practice, practice_name
from kpi_desktop.ui.review_table import trend_words
from kpi_desktop.ui.widgets import button, choice, label, panel, pick


class PracticeWords(QFrame):
    """Shows one practice; keeps the person's verdict and reason on it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind, self._practice = session, "channel", None
        self._decided = ("", "")
        self.title, self.why = label("", "heading"), label("", wrap=True)
        self.own = choice((("", tr("as computed")), *((k, say(t)) for k, t in VERDICTS.items())), lambda _: None, tr("Your verdict"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Your reason"))
        self.note.setAccessibleName(tr("Your reason"))
        self.note.returnPressed.connect(self._keep)
        self.save = button(tr("Keep my verdict"), self._keep, "main")
        row = QHBoxLayout()
        for part in (label(tr("Your verdict"), "label"), self.own):
            row.addWidget(part)
        row.addWidget(self.note, 1)
        row.addWidget(self.save)
        self.ask = button(tr("How this verdict came about"), self._open, "link")
        self.ask.setCheckable(True)
        self.how = label("", wrap=True)
        self.how.hide()
        inner = panel(self.title, self.why)
        inner.layout().addLayout(row)  # type: ignore[union-attr]
        self.row = QHBoxLayout()
        self.row.addWidget(self.ask)
        self.row.addStretch(1)
        inner.layout().addLayout(self.row)  # type: ignore[union-attr]
        inner.layout().addWidget(self.how)  # type: ignore[union-attr]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)

    @property
    def practice(self) -> Practice | None:
        """The practice that is shown."""
        return self._practice

    def show_practice(self, p: Practice | None, kind: str, currency: str) -> None:
        """Show a practice; what is being decided on the same one stays."""
        self.setVisible(p is not None)
        same = self._practice is not None and p is not None and p.name == self._practice.name
        typing = same and (self.own.currentData(), self.note.text()) != self._decided
        self._practice, self._kind = p, kind
        if p is None:
            return
        self.title.setText(f"{say(practice_name(p.name, kind))}: {say(VERDICTS[p.verdict])}")
        self.why.setText("\n".join(_lines(p, currency)))
        self._tell_how()
        if not typing:
            self._decided = (p.own.verdict, p.own.note) if p.own is not None else ("", "")
            pick(self.own, self._decided[0])
            self.note.setText(self._decided[1])

    def _open(self) -> None:
        self.how.setVisible(self.ask.isChecked())
        self._tell_how()

    def _tell_how(self) -> None:
        if self._practice is not None and self.ask.isChecked():
            how = self._practice.how()
            self.how.setText("\n".join([*map(say, how.model), *(line for c in how.checks for line in _check(c))]))

    def _keep(self) -> None:
        p, chosen = self._practice, self.own.currentData()
        if p is None:
            return
        self._decided = chosen, self.note.text()
        if chosen:
            self._session.set_verdict(Verdict(self._kind, p.name, chosen, self.note.text().strip()))
        else:
            self._session.clear_verdict(self._kind, p.name)


def _lines(p: Practice, currency: str) -> list[str]:
    lines = [tr("Your verdict; computed was: {verdict}.", verdict=VERDICTS[p.computed_verdict])] if p.own is not None else []
    lines += [say(t) for t in (p.reason, p.weak_step, p.flip) if t is not None]
    if p.robust is not None:
        lines.append(tr("The same verdict under {share} of the settings for shared cost and lag.", share=i18n.percent(p.robust, 0)))
    if p.quality is not None and p.quality_of:
        lines.append(tr("{won} of {closed} SQLs that have had their time were won; to be expected: {value} ({low} to {high}).", won=p.quality_won,
                        closed=p.quality_of, value=i18n.percent(p.quality.value), low=i18n.percent(p.quality.low), high=i18n.percent(p.quality.high)))
    if p.trend is not None:
        lines.append(trend_words(p.trend, currency))
    if p.members:
        lines.append(tr("Grouped by you: {names}.", names=", ".join(p.members)))
    return lines


def _check(c: Check) -> list[str]:
    said = say(VERDICTS[c.verdict])
    head = tr("{verdict}: this rule holds and decides.", verdict=said) if c.decides else (
        tr("{verdict}: holds too, but an earlier rule has decided.", verdict=said) if c.holds else tr("{verdict}: does not hold.", verdict=said))
    return [head, *(f"    {'✓' if met else '✗'} {say(text)}" for text, met in c.conditions)]
