"""What can be said on the command line. It is read before anything is shown, so that it loads nothing of the core."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NoReturn

from kpi_desktop.app import import_command, report_command
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Compare
from kpi_desktop.version import __version__

DONE, KEPT_ASIDE, REFUSED = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Wrong use is one line on standard error."""

    def error(self, message: str) -> NoReturn:
        raise UserError(Text("{message}.", message=message), Text("See “kpi-desktop --help”."))


def parser() -> argparse.ArgumentParser:
    """The commands with their options."""
    root = _Parser("kpi-desktop", description=tr("Ten marketing KPIs, a funnel, verdicts and a PDF plan from a folder of exports."))
    root.add_argument("--workspace", type=Path, metavar="FILE")
    root.add_argument("--version", action="version", version=f"KPI Desktop {__version__}")
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


def complain(error: UserError) -> None:
    """What went wrong and what to do, on one line of standard error."""
    parts = [say(error.what), say(error.advice) if error.advice is not None else ""]
    print("kpi-desktop: " + " ".join(" ".join(p.split()) for p in parts if p), file=sys.stderr)
