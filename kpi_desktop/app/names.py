"""Names that may be one thing: what is proposed, what the person decided, and the rules that propose more."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpi_desktop.metrics import names
from kpi_desktop.metrics.linked import Share
from kpi_desktop.metrics.names import KINDS, Cluster
from kpi_desktop.metrics.spelling import fold
from kpi_desktop.model.decisions import Merge, NameRule
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

if TYPE_CHECKING:
    from kpi_desktop.metrics.dataset import Dataset


@dataclass(frozen=True)
class RuleShown:
    """A rule and what it would change now (None: nothing)."""

    rule: NameRule
    cluster: Cluster | None


@dataclass(frozen=True)
class NamesShown:
    """One kind of names: how many there are, what is proposed, the merges in force, the rules, and how many names were said to differ.

    `linked` says how rows of other tables find theirs.
    """

    kind: str
    total: int
    proposals: tuple[Cluster, ...]
    merges: tuple[Merge, ...]
    rules: tuple[RuleShown, ...]
    apart: int
    linked: tuple[Share, ...]


def shown(ws: Workspace, data: Dataset, kind: str) -> NamesShown:
    """What stands in the panel."""
    from kpi_desktop.metrics import links

    counted = names.counted(data, kind)
    rules = tuple(r for r in decisions.name_rules(ws) if r.kind == kind)
    held = decisions.apart(ws, kind)
    merges = in_force(ws, kind)
    found = names.proposals(counted, kind, rules, _as_merged(held, merges))
    by_rule = {c.rule: c for c in found if c.rule is not None}
    return NamesShown(kind, len(counted), found, merges, tuple(RuleShown(r, by_rule.get(r)) for r in rules), len(held), links.shares(data))


def in_force(ws: Workspace, kind: str) -> tuple[Merge, ...]:
    """The merges of a kind, one for each name, by the name that they give."""
    found = {fold(m.name): m for m in decisions.merges(ws) if m.dimension in KINDS[kind][1]}
    return tuple(sorted(found.values(), key=lambda m: (fold(m.canonical), fold(m.name))))


def _as_merged(groups: Iterable[Collection[str]], merges: Iterable[Merge]) -> list[list[str]]:
    """Names that are not the same, under the names that they are merged into by now."""
    step = {fold(m.name): m.canonical for m in merges}

    def end(name: str) -> str:
        seen: set[str] = set()
        while fold(name) in step and fold(name) not in seen:
            seen.add(fold(name))
            name = step[fold(name)]
        return name

    return [[end(n) for n in group] for group in groups]


def merge(ws: Workspace, kind: str, members: Iterable[str], canonical: str) -> None:
    """Call these names by one name from now on; the imported rows stay as written. That name itself stands for itself again."""
    with ws.transaction():
        _merge(ws, kind, members, canonical)


def merge_all(ws: Workspace, kind: str, clusters: Iterable[Cluster]) -> None:
    """Merge several proposals under the names that they suggest, all or none."""
    with ws.transaction():
        for cluster in clusters:
            _merge(ws, kind, (n.name for n in cluster.names), cluster.canonical)


def _merge(ws: Workspace, kind: str, members: Iterable[str], canonical: str) -> None:
    canonical = " ".join(canonical.split())
    if not canonical:
        return
    away = {fold(n): n for n in members if fold(n) != fold(canonical)}
    for old in decisions.merges(ws):
        if old.dimension in KINDS[kind][1] and fold(old.name) in {*away, fold(canonical)}:
            decisions.clear_merge(ws, old.dimension, old.name)
    for name in away.values():
        for field in KINDS[kind][1]:
            decisions.set_merge(ws, Merge(field, name, canonical))


def undo(ws: Workspace, kind: str, name: str) -> None:
    """Let a name stand for itself again."""
    with ws.transaction():
        for old in decisions.merges(ws):
            if old.dimension in KINDS[kind][1] and fold(old.name) == fold(name):
                decisions.clear_merge(ws, old.dimension, old.name)


def keep_apart(ws: Workspace, kind: str, *groups: Collection[str]) -> None:
    """The names of each group are not the same: they are not proposed together again."""
    decisions.set_apart(ws, kind, (*decisions.apart(ws, kind), *groups))


def offer_again(ws: Workspace, kind: str) -> None:
    """Forget which names were said to differ."""
    decisions.set_apart(ws, kind, ())


def add_rule(ws: Workspace, rule: NameRule) -> None:
    """Keep a rule; it proposes merges for the names that are there and for those to come."""
    decisions.set_name_rules(ws, (*decisions.name_rules(ws), rule))


def remove_rule(ws: Workspace, rule: NameRule) -> None:
    """Propose by a rule no more; what was merged stays."""
    decisions.set_name_rules(ws, (r for r in decisions.name_rules(ws) if r != rule))
