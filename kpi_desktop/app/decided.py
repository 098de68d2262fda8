"""What a person decides on screen, and going back: targets, notes on days, saved views, verdicts, plans, merged names and rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kpi_desktop.model.decided import Decided, Planned
from kpi_desktop.model.decisions import Note, SavedView, Target, Verdict
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Compare, Filter, Grain, Period, Selection, day_number

if TYPE_CHECKING:
    from kpi_desktop.app.session import Session
    from kpi_desktop.store.workspace import Workspace

_DEEP = 100


@dataclass(frozen=True)
class Step:
    """One thing that was decided, by its name, with what stood before and after."""

    name: Text
    before: Decided
    after: Decided


class Deciding(QObject):
    """Keeps what the person decides, in the session's write lane; each step can be undone and done again while the workspace is open."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._done: list[Step | Path] = []  # a path: the backup of what stood before another one was restored
        self._undone: list[Step | Path] = []
        self.views: tuple[SavedView, ...] = ()
        self.planned = Planned()

    def opened(self) -> None:
        """Another workspace is open."""
        self._done, self._undone, self.views, self.planned = [], [], (), Planned()
        self._session.aside(Text("Reading the workspace"), lambda ws, _: _read(ws), self._know, can_cancel=False)

    @property
    def to_undo(self) -> Text | None:
        """The name of the step that would be taken back."""
        return _name(self._done)

    @property
    def to_redo(self) -> Text | None:
        """The name of the step that would be done again."""
        return _name(self._undone)

    def forget_steps(self) -> None:
        """Nothing of before can be brought back (a person was forgotten, who may stand in it)."""
        self._done, self._undone = [], []

    # -- commands -------------------------------------------------------------------------------------------------------

    def verdict(self, verdict: Verdict) -> None:
        """Keep the person's own verdict and note."""
        self._do(Text("Keeping your verdict"), Text("verdict"),
                 lambda ws, at: replace(at, verdicts=(*_but(at.verdicts, _practice(verdict), _practice), verdict)))

    def no_verdict(self, kind: str, practice: str) -> None:
        """Go back to the computed verdict."""
        self._do(Text("Keeping your verdict"), Text("verdict"), lambda ws, at: replace(at, verdicts=_but(at.verdicts, (kind, practice), _practice)))

    def set_target(self, target: Target) -> None:
        """Set a goal, in place of the one that was there. UserError where its period cannot be read."""
        Period.parse(target.period)
        self._do(Text("Keeping the target"), Text("target"), lambda ws, at: replace(at, targets=(*_but(at.targets, _aim(target), _aim), target)))

    def remove_target(self, target: Target) -> None:
        """Aim no longer; the target's value does not matter."""
        self._do(Text("Keeping the target"), Text("target"), lambda ws, at: replace(at, targets=_but(at.targets, _aim(target), _aim)))

    def import_targets(self, path: Path) -> None:
        """Take the targets of a file over, all or none."""

        def bring(ws: Workspace, at: Decided) -> Decided:
            from kpi_desktop.app import targets

            return replace(at, targets=merged(at.targets, targets.read(path)))

        self._do(Text("Reading {file}", file=path.name), Text("targets of a file"), bring)

    def add_note(self, note: Note) -> None:
        """Flag what happened on a day."""
        self._do(Text("Keeping the note"), Text("note"), lambda ws, at: replace(at, notes=(*at.notes, _with_words(note))))

    def edit_note(self, old: Note, new: Note) -> None:
        """Say it otherwise, or of another day."""
        self._do(Text("Keeping the note"), Text("note"), lambda ws, at: replace(at, notes=tuple(_with_words(new) if n == old else n for n in at.notes)))

    def remove_note(self, note: Note) -> None:
        """Take a flag down."""
        self._do(Text("Keeping the note"), Text("note"), lambda ws, at: replace(at, notes=tuple(n for n in at.notes if n != note)))

    def save_view(self, view: SavedView) -> None:
        """Keep what is looked at under its name; an older view of that name gives way."""
        if not view.name.strip():
            raise UserError(Text("A view needs a name."), Text("Write a few words."))
        self._do(Text("Keeping the view"), Text("view"),
                 lambda ws, at: replace(at, views=(*_but(at.views, _named(view), _named), replace(view, name=view.name.strip()))))

    def rename_view(self, old: str, new: str) -> None:
        """Call a view otherwise. UserError where the name is blank or taken."""
        if not new.strip() or any(v.name.casefold() == new.strip().casefold() and v.name != old for v in self.views):
            raise UserError(Text("“{name}” cannot be the view's name.", name=new.strip()), Text("Choose one that no other view has."))
        self._do(Text("Keeping the view"), Text("view"),
                 lambda ws, at: replace(at, views=tuple(replace(v, name=new.strip()) if v.name == old else v for v in at.views)))

    def remove_view(self, name: str) -> None:
        """Forget a view."""
        self._do(Text("Keeping the view"), Text("view"), lambda ws, at: replace(at, views=tuple(v for v in at.views if v.name != name)))

    def apply_view(self, view: SavedView) -> None:
        """Look at what a view holds; which tab shows it is the window's matter."""
        self._session.select(selected(view, self._session.selection, self._session.span))

    def plan(self, change: Callable[[Planned], Planned], said: Text | None = None) -> None:
        """Change what the planner keeps: `change` gets what is there and says what shall be; UserErrors of it are told."""
        self._do(said or Text("Keeping the plan"), None, lambda ws, at: replace(at, planned=change(at.planned)))

    def once_kept(self, then: Callable[[], None]) -> None:
        """Call `then` when all that was decided until now is kept."""
        self._session.aside(Text("Keeping the plan"), lambda ws, _: None, lambda _: then())

    def count_by(self, said: Text, name: Text, change: Callable[[Workspace], object]) -> None:
        """Change what figures are counted by (merged names, rates); `change` writes it itself."""

        def write(ws: Workspace, at: Decided) -> None:
            change(ws)

        self._do(said, name, write)

    # -- going back -----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        step = self._done.pop() if self._done else None
        if isinstance(step, Path):
            self._session.safe.swap(step, lambda now: self._history([], [now]))
        elif step is not None:
            self._undone.append(step)
            self._put(step.after, step.before)

    def redo(self) -> None:
        """Take the step that was taken back again."""
        step = self._undone.pop() if self._undone else None
        if isinstance(step, Path):
            self._session.safe.swap(step, self.restored)
        elif step is not None:
            self._done.append(step)
            self._put(step.before, step.after)

    def restored(self, before: Path) -> None:
        """A backup stands in the workspace's place; what was there is in `before`."""
        self._history([before], [])

    def _history(self, done: list[Step | Path], undone: list[Step | Path]) -> None:
        self._done, self._undone = done, undone

    def _put(self, now: Decided, state: Decided) -> None:
        def what(ws: Workspace, progress: Any) -> Decided:
            from kpi_desktop.store import decisions

            decisions.put_back(ws, state)
            return state

        self._session.aside(Text("Going back"), what, lambda after: self._heard(now, after), can_cancel=False)

    def _do(self, said: Text, name: Text | None, change: Callable[[Workspace, Decided], Decided | None]) -> None:
        """`change` says what shall stand, or has written it already (None); a step of the planner is named by what it changed."""

        def what(ws: Workspace, progress: Any) -> Step:
            from kpi_desktop.store import decisions

            before = decisions.decided(ws)
            wanted = change(ws, before)
            if wanted is not None:
                decisions.put_back(ws, wanted)
            after = decisions.decided(ws)
            return Step(name or _planner_step(before.planned, after.planned), before, after)

        def then(step: Step) -> None:
            if step.before != step.after:
                self._done = [*self._done[1 - _DEEP:], step]
                self._undone.clear()
            self._heard(step.before, step.after)

        self._session.aside(said, what, then, can_cancel=False)

    def _know(self, now: Decided) -> None:
        self.views, self.planned = now.views, now.planned

    def _heard(self, before: Decided, now: Decided) -> None:
        self._know(now)
        if before.counted != now.counted:
            self._session.data_changed(frozenset())
        else:
            self._session.look_again()


def _name(steps: list[Step | Path]) -> Text | None:
    if not steps:
        return None
    last = steps[-1]
    return Text("restored backup") if isinstance(last, Path) else last.name


def _read(ws: Workspace) -> Decided:
    from kpi_desktop.store import decisions

    return decisions.decided(ws)


_PLANNER_STEPS = {"thresholds": Text("thresholds"), "groups": Text("group of practices"), "hypotheses": Text("hypothesis"), "scenarios": Text("budget"),
                  "plans": Text("plan")}


def _planner_step(before: Planned, after: Planned) -> Text:
    return next((name for field, name in _PLANNER_STEPS.items() if getattr(before, field) != getattr(after, field)), Text("plan"))


def _aim(target: Target) -> tuple[str, ...]:
    return target.kpi, target.period, target.dimension, target.member.casefold()


def _practice(verdict: Verdict) -> tuple[str, ...]:
    return verdict.practice_kind, verdict.practice


def _named(view: SavedView) -> tuple[str, ...]:
    return (view.name.strip().casefold(),)


def _but(held: tuple[Any, ...], key: tuple[str, ...], by: Callable[[Any], tuple[str, ...]]) -> tuple[Any, ...]:
    return tuple(one for one in held if by(one) != key)


def merged(held: tuple[Target, ...], new: tuple[Target, ...]) -> tuple[Target, ...]:
    """Targets with new ones in place of the old ones of the same KPI, period and member."""
    return tuple({_aim(t): t for t in (*held, *new)}.values())


def _with_words(note: Note) -> Note:
    words = " ".join(note.text.split())
    if not words:
        raise UserError(Text("A note needs a few words."), Text("Write what happened."))
    return replace(note, text=words)


def selected(view: SavedView, now: Selection, span: tuple[date, date] | None) -> Selection:
    """The selection that a view stands for; a period that follows the data is found from their last day."""
    kind, _, back = view.period.partition("-")
    if kind in (Grain.MONTH, Grain.QUARTER, Grain.YEAR):
        last = span[1] if span is not None else now.period.last
        period = Period.of(Grain(kind), last)
        if back and period.unfinished(day_number(last)):
            period = period.shift(-1)
    else:
        period = Period.parse(view.period)
    return replace(now, period=period, compare=Compare(view.compare), filters=tuple(Filter(d, m) for d, m in view.filters))
