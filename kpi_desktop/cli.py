"""The commands without a window: parse, call the core, print. Output in JSON is a public interface."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpi_desktop import i18n, telling
from kpi_desktop.app import import_command, report_command
from kpi_desktop.command_line import DONE, KEPT_ASIDE, complain
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Compare, Filter, Period, Selection

if TYPE_CHECKING:
    from kpi_desktop.metrics.dataset import Dataset


def run(options: argparse.Namespace) -> int:
    """One command; the exit code."""
    i18n.set_language("en")
    return COMMANDS[options.command](options)


def _print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False))


def _data(path: Path) -> Dataset:
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.store.workspace import Workspace

    with Workspace(path) as ws:
        return Dataset(ws.frames())


# -- data --------------------------------------------------------------------------------------------------------------


def _import(options: argparse.Namespace) -> int:
    found = import_command.bring_in(options)
    for error in found.passed:
        complain(error)
    if found.beside:
        print("kpi-desktop: " + tr("No exports, and not read: {files}", files=", ".join(p.name for p in found.beside)), file=sys.stderr)
    if options.json:
        _print_json({"files": found.files} | ({"beside": [str(p) for p in found.beside]} if found.beside else {}))
    else:
        for line in import_command.lines(found):
            print(line)
    return KEPT_ASIDE if found.passed or any(one["kept_aside"] for one in found.files) else DONE


def _imports(options: argparse.Namespace) -> int:
    from kpi_desktop.store.workspace import Workspace

    with Workspace(options.workspace) as ws:
        touched = ws.take_back(options.undo) if options.undo is not None else None
        log = [{"id": i.import_id, "file": i.file, "format": i.format, "at": i.at, "tables": list(i.counts), "read": i.read, "kept_aside": i.kept_aside,
                **{k: sum(c[k] for c in i.counts.values()) for k in ("added", "updated", "unchanged")}} for i in ws.imports()]
    if options.json:
        _print_json({"imports": log} | ({} if touched is None else {"undone": options.undo, "rows": touched}))
        return DONE
    if touched is not None:
        print(tr("Import {number} is taken back: {rows} rows are as they were without it.", number=str(options.undo), rows=sum(touched.values())))
    for one in log:
        print(f"{one['id']:>4}  {one['at'][:16].replace('T', ' ')}  {one['file']:40} " + tr(
            "{read} read, {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside", read=one["read"], added=one["added"],
            updated=one["updated"], unchanged=one["unchanged"], aside=one["kept_aside"]))
    return DONE


def _privacy(options: argparse.Namespace) -> int:
    from kpi_desktop.app import privacy
    from kpi_desktop.store.workspace import Workspace

    if options.salespeople and options.hash != "on":
        raise UserError(Text("--salespeople needs --hash on."), Text("See “kpi-desktop --help”."))
    with Workspace(options.workspace) as ws:
        if options.hash is not None:
            privacy.choose(ws, options.hash == "on", options.salespeople)
        done = [privacy.replace_all(ws)] if options.existing else []
        done += [privacy.forget(ws, options.forget)] if options.forget is not None else []
        shown = privacy.shown(ws)
    if options.json:
        _print_json({"hash": shown.contacts, "salespeople": shown.salespeople, "existing_plain": shown.plain, "forgotten": shown.forgotten,
                     "copies": shown.copies, "done": [{"person": d.person or None, "removed": d.traces.removed, "changed": d.traces.changed,
                                                       "kept_aside": d.traces.kept_aside, "decisions": d.traces.decisions, "copies": d.copies}
                                                      for d in done]})
        return DONE
    print(say_all(*privacy.sentences(shown)))
    for one in done:
        for what, count in one.lines:
            print(f"  {say(what)}: {i18n.number(count)}")
        print("  " + say(privacy.outcome(one)))
    return DONE


# -- figures -----------------------------------------------------------------------------------------------------------


def _filters(options: argparse.Namespace, data: Dataset) -> tuple[Filter, ...]:
    """The filters asked for; a dimension or a name that no row has is refused, as it would only give empty figures."""
    from kpi_desktop.app.building import has_member

    found = []
    for text in options.filter:
        dimension, sign, member = text.partition("=")
        if not sign or dimension not in DIMENSIONS:
            raise UserError(Text("“{text}” is not a filter.", text=text),
                            Text("Write DIMENSION=MEMBER; the dimensions are {names}.", names=", ".join(DIMENSIONS)))
        if not has_member(data, Filter(dimension, member)):
            raise UserError(Text("No row has the {dimension} “{member}”.", dimension=dimension, member=member),
                            Text("See the names with “kpi-desktop kpis --by {dimension}”.", dimension=dimension))
        found.append(Filter(dimension, member))
    return tuple(found)


def _tell(options: argparse.Namespace, told: dict[str, Any], lines: Iterable[str]) -> int:
    if options.json:
        _print_json(told)
    else:
        print("\n".join(lines))
    return DONE


def _kpis(options: argparse.Namespace) -> int:
    from kpi_desktop.metrics.registry import compute
    from kpi_desktop.store import decisions
    from kpi_desktop.store.workspace import Workspace

    period, data = Period.parse(options.period), _data(options.workspace)
    with Workspace(options.workspace) as ws:
        targets = decisions.targets(ws)
    selection = Selection(period, Compare(options.compare), options.by, _filters(options, data))
    found = compute(data, selection, trend=False, explain=options.explain, targets=targets)
    return _tell(options, telling.kpis_json(found), telling.kpis_lines(found))


def _targets(options: argparse.Namespace) -> int:
    from kpi_desktop.app import targets
    from kpi_desktop.app.decided import merged
    from kpi_desktop.metrics.registry import KPIS
    from kpi_desktop.store import decisions
    from kpi_desktop.store.workspace import Workspace

    with Workspace(options.workspace) as ws:
        if options.file is not None:
            at = decisions.decided(ws)
            decisions.put_back(ws, replace(at, targets=merged(at.targets, targets.read(options.file))))
        held, currency = decisions.targets(ws), ws.setting("currency", "EUR")
    if options.json:
        _print_json({"targets": [{"kpi": t.kpi, "period": t.period, "value": t.value, "dimension": t.dimension or None, "member": t.member or None}
                                 for t in held]})
        return DONE
    kpis = {k.id: k for k in KPIS}
    for t in held:
        of = f"  {say(DIMENSIONS[t.dimension])}: {t.member}" if t.dimension else ""
        print(f"{say(kpis[t.kpi].label):38} {t.period:24} {i18n.figure(t.value, kpis[t.kpi].unit, currency):>16}{of}")
    return DONE


def _funnel(options: argparse.Namespace) -> int:
    from kpi_desktop.app import funnel_telling
    from kpi_desktop.metrics.funnel import compared, compute

    period, data = Period.parse(options.period), _data(options.workspace)
    selection = Selection(period, Compare(options.compare), filters=_filters(options, data))
    found, then = compute(data, selection, options.mode, options.by), compared(data, selection, options.mode)
    told, lines = telling.funnel_json(found, then), [*telling.funnel_lines(found, then)]
    if options.versus:
        pair = funnel_telling.versus(data, selection, options.mode, options.versus)
        told["versus"] = funnel_telling.versus_json(pair)
        lines += funnel_telling.versus_lines(pair)
    if options.stuck:
        told["stuck"] = funnel_telling.stuck_json(options.workspace, data, selection, options.mode)
        lines += funnel_telling.stuck_lines(options.workspace, data, selection, options.mode)
    return _tell(options, told, lines)


def _plan(options: argparse.Namespace) -> int:
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.planning.verdicts import review
    from kpi_desktop.store import decisions
    from kpi_desktop.store.workspace import Workspace

    period = Period.parse(options.period)
    with Workspace(options.workspace) as ws:
        data, decided = Dataset(ws.frames()), decisions.decided(ws)
    selection = Selection(period, filters=_filters(options, data)).with_option("target_cost_per_sql", options.ceiling)
    found = review(data, selection, options.practice, decided.verdicts, decided.planned)
    told, lines = telling.plan_json(found), telling.plan_lines(found, period, data.currency)
    if options.budget is None and options.goal is None:
        return _tell(options, told, lines)
    return _tell(options, *_budgeted(options, data, selection, decided.planned, told, lines))


def _budgeted(options: argparse.Namespace, data: Any, selection: Selection, planned: Any, told: dict[str, Any], lines: Iterable[str]) -> tuple[Any, Any]:
    """The review with the budget of the following period below it."""
    from kpi_desktop.app import budget_screen, budget_telling
    from kpi_desktop.app.budget import GOALS, Asked

    goal, revenue = options.goal, None
    if goal is not None and goal not in GOALS:
        revenue, goal = i18n.read_figure(goal, Unit.MONEY), None
    asked = Asked(selection.period, selection.period.shift(1), None, options.budget, goal=goal or "gross_profit", best=options.budget is not None,
                  revenue=revenue)
    shown = budget_screen.shown(data, selection, options.practice, asked, planned)
    if shown.trouble is not None:
        raise UserError(*shown.trouble)
    return told | {"plan": budget_telling.told(shown)}, chain(lines, [""], budget_telling.lines(shown))


def _plans(options: argparse.Namespace) -> int:
    from kpi_desktop.app import plans_telling
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.store.workspace import Workspace

    with Workspace(options.workspace) as ws:
        return _tell(options, *plans_telling.asked(ws, Dataset(ws.frames()), options.name, options.make, options.out))


def _hypotheses(options: argparse.Namespace) -> int:
    from kpi_desktop.app import hypotheses_screen, hypotheses_telling
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.store import decisions
    from kpi_desktop.store.workspace import Workspace

    with Workspace(options.workspace) as ws:
        data, planned = Dataset(ws.frames()), decisions.planned(ws)
    shown = hypotheses_screen.shown(data, Selection(Period.parse(options.period), filters=_filters(options, data)), options.practice, planned)
    return _tell(options, hypotheses_telling.told(shown), hypotheses_telling.lines(shown))


def _report(options: argparse.Namespace) -> int:
    from kpi_desktop.app import reporting

    setup = report_command.setup(options)
    i18n.set_language(setup.language or "en")
    pages = reporting.make(None if options.demo else options.workspace, None, options.out, setup)
    print(tr("The report is in {file}: %n page(s).", "", pages, file=str(options.out)))
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import, "imports": _imports, "kpis": _kpis, "funnel": _funnel, "plan": _plan, "report": _report, "privacy": _privacy, "targets": _targets,
    "hypotheses": _hypotheses, "plans": _plans}
