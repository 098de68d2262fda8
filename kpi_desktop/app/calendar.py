"""Actions as a calendar (RFC 5545): one all-day entry per action that has a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kpi_desktop.model.plans import Plan

_LINE = 75  # bytes that a line may have


def calendar(plan: Plan, now: datetime | None = None) -> str:
    """The plan's actions as text in the iCalendar format; entries keep their identity from export to export, so that a calendar updates them."""
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//KPI Desktop//Plan//EN", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_escaped(plan.name)}"]
    for action in plan.actions:
        if action.due is None or action.state == "dropped":
            continue
        who = f"{action.owner}: " if action.owner else ""
        lines += ["BEGIN:VEVENT", f"UID:{_escaped(plan.name)}-{action.key}@kpi-desktop", f"DTSTAMP:{stamp}", f"DTSTART;VALUE=DATE:{_day(action.due)}",
                  f"DTEND;VALUE=DATE:{_day(action.due + timedelta(days=1))}", f"SUMMARY:{_escaped(who + action.text)}",
                  f"DESCRIPTION:{_escaped(plan.name)}", f"STATUS:{'CONFIRMED' if action.state == 'done' else 'TENTATIVE'}", "TRANSP:TRANSPARENT", "END:VEVENT"]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, broken between signs; a blank begins each that goes on."""
    out, size = [""], 0
    for sign in line:
        wide = len(sign.encode())
        if size + wide > _LINE - (len(out) > 1):
            out.append("")
            size = 0
        out[-1] += sign
        size += wide
    return "\r\n ".join(out)
