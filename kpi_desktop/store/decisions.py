"""Reads and writes what the person decided: verdicts, targets, merges, rates and mappings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, astuple
from datetime import date
from typing import Any

from cattrs.preconf.json import make_converter

from kpi_desktop.model.decided import Counted, Decided, Planned
from kpi_desktop.model.decisions import Mapping, Merge, NameRule, Note, Rate, Rule, SavedView, TableMapping, Target, Verdict
from kpi_desktop.store.workspace import Workspace

_PLANNED = make_converter()


def verdicts(ws: Workspace) -> tuple[Verdict, ...]:
    """The person's own verdicts."""
    return tuple(Verdict(*r) for r in ws.db.execute("SELECT kind, practice, verdict, note FROM verdicts ORDER BY kind, practice"))


def set_verdict(ws: Workspace, verdict: Verdict) -> None:
    """Keep the person's verdict and note on a practice."""
    ws.db.execute("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)", (verdict.practice_kind, verdict.practice, verdict.verdict, verdict.note))


def clear_verdict(ws: Workspace, kind: str, practice: str) -> None:
    """Go back to the computed verdict."""
    ws.db.execute("DELETE FROM verdicts WHERE kind = ? AND practice = ?", (kind, practice))


def targets(ws: Workspace) -> tuple[Target, ...]:
    """All goals."""
    return tuple(Target(*r) for r in ws.db.execute("SELECT kpi, period, value, dimension, member FROM targets ORDER BY kpi, period, dimension, member"))


def set_target(ws: Workspace, target: Target) -> None:
    """Set a goal for a KPI in a period."""
    ws.db.execute("INSERT OR REPLACE INTO targets(kpi, period, value, dimension, member) VALUES (?, ?, ?, ?, ?)",
                  (target.kpi, target.period, target.value, target.dimension, target.member))


def notes(ws: Workspace) -> tuple[Note, ...]:
    """What happened, by day."""
    return tuple(Note(date.fromisoformat(day), *rest) for day, *rest in ws.setting("notes", []))


def set_notes(ws: Workspace, notes: Iterable[Note]) -> None:
    """Keep these notes, and no others."""
    ws.set_setting("notes", [(n.day.isoformat(), n.text, n.kpi, n.dimension, n.member)
                             for n in sorted(dict.fromkeys(notes), key=lambda n: (n.day, n.text))])


def views(ws: Workspace) -> tuple[SavedView, ...]:
    """The views that were saved, by name."""
    return tuple(SavedView(**v | {"filters": tuple((d, m) for d, m in v["filters"])}) for v in ws.setting("views", []))


def set_views(ws: Workspace, views: Iterable[SavedView]) -> None:
    """Keep these views, and no others."""
    ws.set_setting("views", [asdict(v) for v in sorted(views, key=lambda v: v.name.casefold())])


def planned(ws: Workspace) -> Planned:
    """What the strategy planner keeps; what an older program did not know stands at its default."""
    return _PLANNED.structure(ws.setting("planned", {}), Planned)


def set_planned(ws: Workspace, planned: Planned) -> None:
    """Keep this of the planner, and nothing else."""
    ws.set_setting("planned", _PLANNED.unstructure(planned))


def decided(ws: Workspace) -> Decided:
    """All that stands beside the data on screens and in reports."""
    return Decided(verdicts(ws), targets(ws), notes(ws), views(ws), planned(ws), counted(ws))


def counted(ws: Workspace) -> Counted:
    """What the figures are counted by."""
    groups = tuple((kind, tuple(tuple(names) for names in held)) for kind, held in sorted(ws.setting("names_apart", {}).items()) if held)
    return Counted(merges(ws), name_rules(ws), groups, tuple(sorted(rates(ws), key=lambda r: (r.currency, r.month))))


def set_counted(ws: Workspace, wanted: Counted) -> None:
    """Count by this, and nothing else; figures hear of it only where merges or rates differ."""
    now = counted(ws)
    if now.rules != wanted.rules:
        set_name_rules(ws, wanted.rules)
    if now.apart != wanted.apart:
        ws.set_setting("names_apart", dict(wanted.apart))
    if now.merges != wanted.merges:
        ws.db.execute("DELETE FROM merges")
        ws.db.executemany("INSERT INTO merges VALUES (?, ?, ?)", [astuple(m) for m in wanted.merges])
        ws.changed()
    if now.rates != wanted.rates:
        ws.db.execute("DELETE FROM rates")
        for rate in wanted.rates:
            set_rate(ws, rate)
        ws.changed()


def put_back(ws: Workspace, before: Decided) -> None:
    """Make everything stand as it stood, all or nothing."""
    with ws.transaction():
        ws.db.execute("DELETE FROM verdicts")
        ws.db.execute("DELETE FROM targets")
        for verdict in before.verdicts:
            set_verdict(ws, verdict)
        for target in before.targets:
            set_target(ws, target)
        set_notes(ws, before.notes)
        set_views(ws, before.views)
        set_planned(ws, before.planned)
        set_counted(ws, before.counted)


def set_merge(ws: Workspace, merge: Merge) -> None:
    """Call one name by another; the rows stay as written."""
    ws.db.execute("INSERT OR REPLACE INTO merges VALUES (?, ?, ?)", (merge.dimension, merge.name, merge.canonical))
    ws.changed()


def merges(ws: Workspace) -> tuple[Merge, ...]:
    """The merges in force, by dimension and name."""
    return tuple(Merge(*r) for r in ws.db.execute("SELECT dimension, name, canonical FROM merges ORDER BY dimension, name"))


def clear_merge(ws: Workspace, dimension: str, name: str) -> None:
    """Let a name stand for itself again."""
    ws.db.execute("DELETE FROM merges WHERE dimension = ? AND name = ?", (dimension, name))
    ws.changed()


def name_rules(ws: Workspace) -> tuple[NameRule, ...]:
    """The rules that propose merges, in the order in which they are asked."""
    return tuple(NameRule(*r) for r in ws.setting("name_rules", []))


def set_name_rules(ws: Workspace, rules: Iterable[NameRule]) -> None:
    """Keep the rules that propose merges."""
    ws.set_setting("name_rules", [astuple(r) for r in dict.fromkeys(rules)])


def apart(ws: Workspace, kind: str) -> tuple[tuple[str, ...], ...]:
    """Sets of names of a kind that the person said are not the same."""
    return tuple(tuple(names) for names in ws.setting("names_apart", {}).get(kind, []))


def set_apart(ws: Workspace, kind: str, groups: Iterable[Iterable[str]]) -> None:
    """Keep which names of a kind are not the same."""
    held = {tuple(sorted(g)) for g in groups}
    ws.set_setting("names_apart", {**ws.setting("names_apart", {}), kind: sorted(held)})


def rates(ws: Workspace) -> tuple[Rate, ...]:
    """The rate table."""
    return tuple(Rate(c, date.fromisoformat(m), r) for c, m, r in ws.db.execute("SELECT currency, month, rate FROM rates"))


def set_rate(ws: Workspace, rate: Rate) -> None:
    """Set what one unit of a currency is worth in a month."""
    ws.db.execute("INSERT OR REPLACE INTO rates VALUES (?, ?, ?)", (rate.currency.upper(), rate.month.isoformat(), rate.rate))
    ws.changed()


def clear_rate(ws: Workspace, rate: Rate) -> None:
    """Forget a rate."""
    ws.db.execute("DELETE FROM rates WHERE currency = ? AND month = ?", (rate.currency, rate.month.isoformat()))
    ws.changed()


def save_mapping(ws: Workspace, header: tuple[str, ...], mapping: Mapping) -> None:
    """Remember how a header is read."""
    ws.db.execute("INSERT OR REPLACE INTO mappings VALUES (?, ?)", (json.dumps(header), json.dumps(asdict(ws.privacy.mapping(mapping)))))


def saved_mapping(ws: Workspace, header: tuple[str, ...]) -> Mapping | None:
    """How this header was read before."""
    row = ws.db.execute("SELECT mapping FROM mappings WHERE header = ?", (json.dumps(header),)).fetchone()
    return None if row is None else mapping_of(json.loads(row[0]))


def saved_mappings(ws: Workspace) -> tuple[tuple[tuple[str, ...], Mapping], ...]:
    """Every header that is remembered, with how it is read; by name."""
    rows = ws.db.execute("SELECT header, mapping FROM mappings")
    return tuple(sorted(((tuple(json.loads(h)), mapping_of(json.loads(m))) for h, m in rows), key=lambda saved: (saved[1].name.casefold(), saved[0])))


def forget_mapping(ws: Workspace, header: tuple[str, ...]) -> None:
    """Remember no longer how a header is read."""
    ws.db.execute("DELETE FROM mappings WHERE header = ?", (json.dumps(header),))


def mapping_of(data: dict[str, Any]) -> Mapping:
    """The mapping that is remembered so."""
    tables = tuple(TableMapping(t["table"], {f: Rule(**r | {"columns": tuple(r["columns"])}) for f, r in t["fields"].items()}, t["values"],
                                {k: tuple(v) for k, v in t["only"].items()}, {k: tuple(v) for k, v in t["skip"].items()}) for t in data["tables"])
    return Mapping(data["name"], tables, data["dates"], data["decimal"], data["currency"])
