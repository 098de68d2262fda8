"""Persons in a workspace: replaced by keyed hashes from now on or everywhere, and one of them forgotten on request."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kpi_desktop import paths
from kpi_desktop.imports import mapping
from kpi_desktop.model.privacy import Privacy, identity
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.store import backups
from kpi_desktop.store import privacy as store
from kpi_desktop.store.privacy import Codec, Heard, Traces
from kpi_desktop.store.workspace import Workspace

_CODEC = Codec(mapping.from_data, mapping.as_data)
_WHOLE = "privacy_whole"
_SHORTEST = 3


@dataclass(frozen=True)
class PrivacyShown:
    """What the workspace does with persons. `plain`: rows that came before may still name some; `forgotten` counts persons, `copies` the older files."""

    contacts: bool
    salespeople: bool
    plain: bool
    forgotten: int
    copies: int


@dataclass(frozen=True)
class Traced:
    """What was found of one person, or of all; `done` once it is gone."""

    person: str
    traces: Traces
    copies: int
    done: bool = False

    @property
    def lines(self) -> tuple[tuple[Text, int], ...]:
        """What was found, place by place, with its count."""
        found = self.traces
        rows = [(Text("{table}: rows removed", table=BY_NAME[t].label), n) for t, n in found.removed.items()]
        rows += [(Text("{table}: rows kept without the person", table=BY_NAME[t].label), n) for t, n in found.changed.items()]
        rows += [(Text("Rows kept aside"), found.kept_aside)] if found.kept_aside else []
        return tuple(rows + ([(Text("Merges, rules, notes and mappings"), found.decisions)] if found.decisions else []))


class _Undone(Exception):
    """Ends a look that must leave nothing."""


def shown(ws: Workspace) -> PrivacyShown:
    """What stands in the panel."""
    held = ws.privacy
    return PrivacyShown(held.contacts, held.salespeople, held.contacts and not ws.setting(_WHOLE, False), len(held.forgotten), len(_copies_of(ws)))


def choose(ws: Workspace, contacts: bool, salespeople: bool) -> PrivacyShown:
    """Replace persons in files from now on, or no longer; what is there stays as it is."""
    old = ws.privacy
    new = replace(old if old.key else Privacy.fresh(), contacts=contacts, salespeople=contacts and salespeople)
    if new != old:
        more = (new.contacts and not old.contacts) or (new.salespeople and not old.salespeople)
        with ws.transaction():
            ws.set_privacy(new)
            if more:
                ws.set_setting(_WHOLE, not ws.imports())
    return shown(ws)


def replace_all(ws: Workspace, heard: Heard = lambda done, total: None) -> Traced:
    """Replace the persons in everything that is there and in the copies beside it, for good; their bytes are wiped."""
    held = ws.privacy
    if not held.contacts:
        raise UserError(Text("Persons are not replaced in this workspace."), Text("Switch that on first."))
    return _everywhere(ws, "", held, heard)


def trace(ws: Workspace, person: str, heard: Heard = lambda done, total: None) -> Traced:
    """What forgetting a person would change; nothing is. UserError where the text is too short to be one."""
    held = _without(ws, person)
    found = Traces()
    with suppress(_Undone), ws.transaction() as db:
        found = store.rewrite(db, _forgetting(held), _CODEC, heard)
        raise _Undone
    return Traced(person, found, len(_copies_of(ws)))


def forget(ws: Workspace, person: str, heard: Heard = lambda done, total: None) -> Traced:
    """Remove a person from everything that is there and from the copies beside it, and keep them out of files to come; their bytes are wiped."""
    return _everywhere(ws, person, _without(ws, person), heard)


def _forgetting(held: Privacy) -> Privacy:
    """Only removes; what is plain stays plain."""
    return replace(held, contacts=False, salespeople=False)


def _without(ws: Workspace, person: str) -> Privacy:
    if len(identity(person)) < _SHORTEST:
        raise UserError(Text("“{person}” is too short to tell a person by.", person=person.strip()), Text("Write the whole name or the e-mail address."))
    held = ws.privacy
    return (held if held.key else Privacy.fresh()).without(person)


def _everywhere(ws: Workspace, person: str, privacy: Privacy, heard: Heard) -> Traced:
    """One transaction in the workspace, one in each copy; a copy also learns what to keep out, should it be opened again."""
    treat = _forgetting(privacy) if person else privacy
    ws.db.execute("PRAGMA secure_delete=ON")
    with ws.transaction() as db:
        found = store.rewrite(db, treat, _CODEC, heard)
        ws.set_privacy(privacy)
        if privacy.contacts and not person:
            ws.set_setting(_WHOLE, True)
        ws.changed()
        told = db.execute("SELECT value FROM settings WHERE key = 'privacy'").fetchone()
    store.wipe(ws.db, ws.path)
    copies = 0
    for copy in store.each_backup(ws.path, backups.everywhere(paths.backups_folder(), ws)):
        store.rewrite(copy, treat, _CODEC)
        copy.execute("INSERT OR REPLACE INTO settings VALUES ('privacy', ?)", told)
        copies += 1
    return Traced(person, found, copies, done=True)


def _copies_of(ws: Workspace) -> list[Path]:
    """Every copy that the program made of the workspace: of older versions, kept when damaged, and backups."""
    return [*store.backups(ws.path), *store.damaged(ws.path), *backups.everywhere(paths.backups_folder(), ws)]


def sentences(shown: PrivacyShown) -> tuple[Text, ...]:
    """What the workspace does with persons, in words."""
    if not shown.contacts:
        said = [Text("Files come in with the e-mails and names that they hold.")]
    elif shown.salespeople:
        said = [Text("Hashes stand for e-mails, names of contacts and names of salespeople in files that come in.")]
    else:
        said = [Text("Hashes stand for e-mails and names of contacts in files that come in.")]
    if shown.plain:
        said.append(Text("Rows that were there before may still name persons."))
    if shown.forgotten:
        said.append(Text("%n person(s) are forgotten and kept out of files to come.", "", shown.forgotten))
    return tuple(said)


def outcome(traced: Traced) -> Text:
    """What came of looking for persons, or of removing them."""
    if traced.done and not traced.traces.total:
        return Text("No rows had to be changed. {copies}", copies=_copies(traced))
    if traced.done:
        return Text("Done, and the file is written anew so that nothing stays in its bytes. {copies}", copies=_copies(traced))
    if not traced.traces.total:
        return Text("“{person}” stands nowhere in this workspace. Forgetting keeps the person out of files to come. {copies}", person=traced.person,
                    copies=_copies(traced))
    return Text("This is what goes. {copies}", copies=_copies(traced))


def _copies(traced: Traced) -> Text:
    if not traced.copies:
        return Text("There are no older copies beside the workspace.")
    if traced.done:
        return Text("%n older cop(y/ies) beside the workspace went the same way.", "", traced.copies)
    return Text("%n older cop(y/ies) beside the workspace will go the same way.", "", traced.copies)
