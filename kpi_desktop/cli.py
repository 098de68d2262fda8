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
from kpi_desktop.app import report_command
from kpi_desktop.command_line import DONE, KEPT_ASIDE, complain
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Compare, Filter, Period, Selection

if TYPE_CHECKING:
    from kpi_desktop.imports.mapping import Guess, Reading
    from kpi_desktop.imports.readers import RawTable
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.model.decisions import Mapping
    from kpi_desktop.store.workspace import Workspace


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


# -- import ------------------------------------------------------------------------------------------------------------


def _import(options: argparse.Namespace) -> int:
    from kpi_desktop.app import folders
    from kpi_desktop.imports import mapping, readers
    from kpi_desktop.store.workspace import Workspace

    chosen = mapping.load(options.mapping) if options.mapping is not None else None
    ready: list[tuple[Path, RawTable, Mapping]] = []
    passed: list[UserError] = []
    beside: list[Path] = []
    for path in options.paths:
        in_folder, more = folders.exports([path])
        beside += more
        for file in in_folder:
            try:
                raw = readers.read(file)
                guess = mapping.guess(raw, options.table) if chosen is None else None
                if guess is not None and guess.missing:
                    raise _unclear(file.name, guess)
                found = guess.mapping if guess is not None else chosen
                assert found is not None
                found = replace(found, dates=options.dates or found.dates, decimal=options.decimal or found.decimal)
                _refuse_doubts(file.name, mapping.readings(raw, found))
            except UserError as error:
                if not path.is_dir():
                    raise
                passed.append(error)
            else:
                ready.append((file, raw, found))
    if not ready:
        raise passed[0] if passed else UserError(Text("There is nothing to import."), Text("Name files, or a folder that holds some."))
    existed = options.workspace.exists()
    try:
        with Workspace(options.workspace, create=True) as ws:
            told = [_bring_in(ws, *one) for one in sorted(ready, key=lambda one: folders.rank(one[2]))]
    except UserError:
        if not existed:
            _discard(options.workspace)
        raise
    for error in passed:
        complain(error)
    if beside:
        print("kpi-desktop: " + tr("No exports, and not read: {files}", files=", ".join(p.name for p in beside)), file=sys.stderr)
    if options.json:
        _print_json({"files": told} | ({"beside": [str(p) for p in beside]} if beside else {}))
    else:
        for one in told:
            _say_imported(one)
    return KEPT_ASIDE if passed or any(one["kept_aside"] for one in told) else DONE


def _unclear(name: str, guess: Guess) -> UserError:
    from kpi_desktop.model.schema import BY_NAME

    if guess.refused is not None:
        return UserError(Text("{file}: {question}", file=name, question=guess.refused), Text("Name the table with --table or the columns with --mapping."))
    table, field = guess.missing[0]
    return UserError(Text("{file} was taken for {table}, but no column holds “{field}”.", file=name, table=table, field=BY_NAME[table].by_name[field].label),
                     Text("Name the table with --table or the columns with --mapping."))


_ANSWERS = {"dates": Text("Give --dates dmy or --dates mdy."), "decimal": Text("Give --decimal comma or --decimal point."),
            "words": Text("Name their meaning under \"values\" in a --mapping file.")}
"""How a question that a file puts is answered on the command line, by the kind of what it asks about."""


def _refuse_doubts(file: str, readings: tuple[Reading, ...]) -> None:
    """What could be read in two ways is not guessed where nobody can be asked."""
    for reading in readings:
        if reading.doubt is not None:
            raise UserError(Text("{file}: {question}", file=file, question=reading.doubt), _ANSWERS[reading.kind])


def _discard(path: Path) -> None:
    """A workspace that was made for an import that failed at once does not stay behind, unless something is in it."""
    from kpi_desktop.store.workspace import Workspace

    with Workspace(path) as ws:
        used = bool(ws.imports())
    if not used:
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)


def _bring_in(ws: Workspace, path: Path, raw: RawTable, mapping: Mapping) -> dict[str, Any]:
    from kpi_desktop.imports import convert
    from kpi_desktop.imports.mapping import notes as notes_of
    from kpi_desktop.store import decisions

    notes = [say(n) for n in notes_of(raw, mapping)]
    batch = convert.convert(raw, mapping, currency=ws.setting("currency"), rates=decisions.rates(ws), privacy=ws.privacy)
    report = ws.add(batch)
    counts = list(report.tables.values())
    names = list(report.tables)
    told: dict[str, Any] = {"path": str(path)}
    told |= {"table": names[0]} if len(names) == 1 else {"tables": names}
    reasons = [{"line": p.line, "field": p.field, "value": p.value, "reason": say(p.reason)} for p in ws.kept_aside(report.import_id, limit=1_000_000)]
    return told | {"format": report.format, "read": report.read, "added": sum(c.added for c in counts), "updated": sum(c.updated for c in counts),
                   "unchanged": sum(c.unchanged for c in counts), "kept_aside": report.kept_aside, "left_out": report.left_out, "forgotten": report.forgotten,
                   "reasons": reasons} | ({"notes": notes} if notes else {})


def _say_imported(one: dict[str, Any]) -> None:
    tables = one.get("table") or ", ".join(one["tables"])
    print(tr("{file}: {table}, {read} read, {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside", file=one["path"], table=tables,
             read=one["read"], added=one["added"], updated=one["updated"], unchanged=one["unchanged"], aside=one["kept_aside"]))
    if one["forgotten"]:
        print("  " + tr("%n row(s) left out, of persons forgotten on request", "", one["forgotten"]))
    if one["left_out"]:
        print("  " + tr("%n line(s) left out: totals, or rows of another kind", "", one["left_out"]))
    for note in one.get("notes", ()):
        print(f"  {note}")
    for reason in one["reasons"][:20]:
        print("  " + tr("line {line}, {field} “{value}”: {reason}", line=str(reason["line"]), field=reason["field"], value=reason["value"],
                        reason=reason["reason"]))
    if len(one["reasons"]) > 20:
        print("  " + tr("and %n more; see --json", "", len(one["reasons"]) - 20))


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
