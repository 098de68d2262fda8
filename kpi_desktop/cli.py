"""The commands without a window: parse, call the core, print. Output in JSON is a public interface."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from kpi_desktop import i18n, telling
from kpi_desktop.app import import_command, report_command
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Compare, Filter, Period, Selection

if TYPE_CHECKING:
    from kpi_desktop.metrics.dataset import Dataset

DONE, KEPT_ASIDE, REFUSED = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Wrong use is one line on standard error."""

    def error(self, message: str) -> NoReturn:
        raise UserError(Text("{message}.", message=message), Text("See “kpi-desktop --help”."))


def parser() -> argparse.ArgumentParser:
    """The commands with their options."""
    root = _Parser("kpi-desktop", description=tr("Ten marketing KPIs, a funnel, verdicts and a PDF plan from a folder of exports."))
    root.add_argument("--workspace", type=Path, metavar="FILE")
    root.add_argument("--demo", action="store_true", help=tr("open the demo company; without a screen, write its report"))
    root.add_argument("--selftest", action="store_true", help=argparse.SUPPRESS)
    commands = root.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    import_command.add_options(_of_workspace(commands, "import", tr("bring files into a workspace")))
    found = _of_workspace(commands, "imports", tr("the imports of a workspace; take one back"))
    found.add_argument("--undo", type=int, metavar="ID")
    _privacy_options(_of_workspace(commands, "privacy", tr("replace persons by hashes; forget a person")))
    for name, said in (("kpis", tr("the ten KPIs of a period")), ("funnel", tr("visitors to won deals")), ("plan", tr("practices with their verdicts")),
                       ("hypotheses", tr("hypotheses with their answers, and proposals from weak steps"))):
        _figure_options(name, _of_workspace(commands, name, said))
    found = _of_workspace(commands, "plans", tr("the plans of a workspace and how they stand; write one as PDF, XLSX or calendar"))
    found.add_argument("--name", metavar="PLAN", help=tr("this plan only, its latest version"))
    found.add_argument("--make", metavar="P", help=tr("make a plan for this period from last year's spend"))
    found.add_argument("--out", type=Path, metavar="FILE", help=tr("write it as .pdf, .xlsx or .ics"))
    found = _of_workspace(commands, "targets", tr("the targets of a workspace; take those of a file over"))
    found.add_argument("--import", type=Path, dest="file", metavar="FILE")
    report_command.add_options(commands.add_parser("report", help=tr("write the PDF report")))
    return root


def _of_workspace(commands: Any, name: str, said: str) -> argparse.ArgumentParser:
    """A command on one workspace, which tells people or programs."""
    found = commands.add_parser(name, help=said)
    found.add_argument("--workspace", type=Path, required=True, metavar="FILE")
    found.add_argument("--json", action="store_true")
    return found


def _privacy_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--hash", choices=("on", "off"), help=tr("e-mails and names of contacts in files to come"))
    command.add_argument("--salespeople", action="store_true", help=tr("with --hash on: also names of salespeople"))
    command.add_argument("--existing", action="store_true", help=tr("replace them in the rows that are there, too; this cannot be undone"))
    command.add_argument("--forget", metavar="PERSON", help=tr("a name or an e-mail; this cannot be undone"))


def _figure_options(name: str, command: argparse.ArgumentParser) -> None:
    """What the commands that tell a period's figures take: all of them, and each its own."""
    command.add_argument("--period", required=True, metavar="P")
    command.add_argument("--filter", action="append", default=[], metavar="DIMENSION=MEMBER", help=tr("only these rows; may be given several times"))
    if name in ("kpis", "funnel"):
        command.add_argument("--compare", choices=[c.value for c in Compare], default="previous" if name == "kpis" else "none")
    if name == "kpis":
        command.add_argument("--explain", action="store_true", help=tr("why each figure changed against the compared period"))
    if name == "funnel":
        command.add_argument("--mode", choices=("period", "cohort"), default="period")
        command.add_argument("--versus", nargs=2, metavar="DIMENSION=MEMBER", help=tr("two members side by side, their difference tested"))
        command.add_argument("--stuck", action="store_true", help=tr("who waits at a stage for longer than four in five who went on"))
    if name in ("plan", "hypotheses"):
        command.add_argument("--practice", choices=("channel", "campaign", "event"), default="channel")
    if name == "plan":
        command.add_argument("--budget", type=float, metavar="AMOUNT", help=tr("what may be spent in the year after the period: how to split it best"))
        command.add_argument("--goal", metavar="GOAL", help=tr(
            "with --budget what the split is best for (sqls, gross_profit); a revenue in numbers: the leads and the budget that it takes"))
        command.add_argument("--ceiling", type=float, metavar="AMOUNT", help=tr("the most that a SQL may cost"))
    else:
        command.add_argument("--by", choices=tuple(DIMENSIONS), metavar="DIMENSION")


def run(options: argparse.Namespace) -> int:
    """One command; the exit code."""
    i18n.set_language("en")
    return COMMANDS[options.command](options)


def complain(error: UserError) -> None:
    """What went wrong and what to do, on one line of standard error."""
    parts = [say(error.what), say(error.advice) if error.advice is not None else ""]
    print("kpi-desktop: " + " ".join(" ".join(p.split()) for p in parts if p), file=sys.stderr)


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
    print(" ".join(say(t) for t in privacy.sentences(shown)))
    for one in done:
        for what, count in one.lines:
            print(f"  {say(what)}: {i18n.number(count)}")
        print("  " + say(privacy.outcome(one)))
    return DONE


# -- figures -----------------------------------------------------------------------------------------------------------


def _filters(options: argparse.Namespace, data: Dataset) -> tuple[Filter, ...]:
    """The filters asked for; a dimension or a name that no row has is refused, as it would only give empty figures."""
    found = []
    for text in options.filter:
        dimension, sign, member = text.partition("=")
        if not sign or dimension not in DIMENSIONS:
            raise UserError(Text("“{text}” is not a filter.", text=text),
                            Text("Write DIMENSION=MEMBER; the dimensions are {names}.", names=", ".join(DIMENSIONS)))
        if member.strip() and data.code(member) < 0:
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
