"""Persons replaced and forgotten in whole workspaces: figures stay, bytes go, files that come again find their rows. Every person here is a "zq"."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kpi_desktop import demo
from kpi_desktop.app import kept, names, privacy
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import compute
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.decisions import Mapping, NameRule, Rule, TableMapping, Target, Verdict
from kpi_desktop.model.plans import Action, Plan
from kpi_desktop.model.privacy import Privacy
from kpi_desktop.model.problem import Cancelled, UserError
from kpi_desktop.model.schema import TABLES
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.store import decisions
from kpi_desktop.store.database import VERSION
from kpi_desktop.store.privacy import backups
from kpi_desktop.store.workspace import Workspace
from tests.app.small import written

KEY = bytes(range(32))
FILES = {
    "leads.csv": "lead,created,mql,email,owner,company\n1,2024-01-02,2024-01-05,Zqann@x.com,Zqed Ray,Acme\nzqann@x.com,2024-01-03,,zqann@x.com,Zqed Ray,Bolt\n"
                 "3,2024-01-04,,zqbo@x.com,Zqida Fox,Acme\n4,never,,zqann@x.com,Zqed Ray,Cork\n5,never,,zqbo@x.com,Zqida Fox,Cork\n",
    "attendance.csv": "event,email,attended,lead,Phone\nW1,zqann@x.com,yes,1,+49 30 1234567\nW1,zqbo@x.com,no,3,\nW2,Zqcarl Lee,yes,,\n",
    "nps.csv": "date,nps score,respondent,manager,comment\n2024-01-05,9,zqann@x.com,Zqed Ray,call me: zqann@x.com or +49 30 1234567\n"
               "2024-01-06,3,,Zqida Fox,Zqcarl Lee was rude\n2024-01-07,8,zqbo@x.com,Zqida Fox,\n",
    "deals.csv": "deal,created,outcome,amount,lead,customer,owner\nd1,2024-01-20,won,900,1,Acme,Zqed Ray\n"
                 "d2,2024-01-21,open,800,zqann@x.com,Zqcarl Lee,Zqida Fox\n",
    "customers.csv": "customer,started,mrr,manager\nAcme,2024-01-01,50,Zqed Ray\nzqcarl lee,2024-01-01,10,Zqida Fox\n",
    "invoices.csv": "customer,invoice date,revenue\nzqbo@x.com,2024-02-01,100\nAcme,2024-02-01,100\nAcme,2024-02-01,100\n",
    "reps.csv": "rep,team,quota\nZqed Ray,North,100\nZqida Fox,South,90\n",
}


def bring(ws, path):
    """Import a file as the program does."""
    raw = readers.read(path)
    found = mapping.guess(raw).mapping
    report = ws.add(convert.convert(raw, found, currency=ws.setting("currency", "EUR"), rates=(), privacy=ws.privacy))
    decisions.save_mapping(ws, raw.header, found)
    return report


def filled(path, files=FILES, held=None):
    """A workspace of the files."""
    with Workspace(path, create=True) as ws:
        if held is not None:
            ws.set_privacy(held)
            ws.set_setting("privacy_whole", True)
        for file in written(path.parent, files):
            bring(ws, file)
    return path


def state(ws, but=("row",)):
    """All that rows say, with their marks and versions, in an order of their own."""
    names_ = dict(ws.db.execute("SELECT id, name FROM names"))
    out = {}
    for table in TABLES:
        named = {f.name for f in table.fields if f.kind.value == "name"}
        for place in (table.name, f"{table.name}_versions"):
            cursor = ws.db.execute(f"SELECT * FROM {place}")
            columns = [c[0] for c in cursor.description]
            out[place] = sorted(repr([names_.get(v) if c in named and v is not None else v for c, v in zip(columns, row) if c not in but]) for row in cursor)
    return out


def nowhere(folder, *words):
    """No byte of a workspace, its log or a copy of it says a word, in any case."""
    files = [p for p in folder.iterdir() if ".kpi" in p.name]
    assert files
    for path in files:
        there = path.read_bytes().lower()
        assert not [w for w in words if w.lower().encode() in there], path.name
    return True


def nameless(detail):
    """A breakdown without the names of salespeople, in an order of its own."""
    return sorted(repr({k: v for k, v in d.items() if k != "owner"}) for d in detail) if isinstance(detail, list) else detail


def figures(path, periods=("2024-Q1", "2024", "2025-Q3")):
    with Workspace(path) as ws:
        data = Dataset(ws.frames())
    out = []
    for period in periods:
        for s in compute(data, Selection(Period.parse(period))).kpis:
            r = s.result
            details = {k: nameless(v) for k, v in r.details.items()}
            out.append((s.kpi.id, r.value, r.numerator, r.denominator, r.n, r.low, r.high, details, r.note, [len(u.ids) for u in r.used]))
    return out


@pytest.fixture(scope="module")
def plain_figures(demo_file):
    return figures(demo_file)


def test_all_figures_are_equal_where_persons_never_came_in(tmp_path, plain_figures):
    (tmp_path / "exports").mkdir()
    files = sorted(demo.write_files(tmp_path / "exports"))
    path = tmp_path / "hashed.kpi"
    with Workspace(path, create=True) as ws:
        privacy.choose(ws, True, True)
        for file in files:
            bring(ws, file)
        people = {r[0] for r in ws.db.execute("SELECT DISTINCT name FROM names JOIN attendance ON person = id")}
        assert people and all(p.startswith("person-") for p in people)
    assert figures(path) == plain_figures


@pytest.mark.parametrize("salespeople", [False, True])
def test_all_figures_are_equal_once_persons_are_replaced(tmp_path, demo_file, plain_figures, salespeople):
    copied = Path(shutil.copy(demo_file, tmp_path / "later.kpi"))
    with Workspace(copied) as ws:
        privacy.choose(ws, True, salespeople)
        privacy.replace_all(ws)
    assert figures(copied) == plain_figures


@pytest.mark.parametrize("late", [False, True])
def test_no_byte_names_a_person_once_hashes_stand_for_them(tmp_path, late):
    path = filled(tmp_path / "w.kpi", held=None if late else Privacy(KEY, True, True))
    with Workspace(path) as ws:
        if late:
            assert b"zqann" in path.read_bytes().lower() + Path(f"{path}-wal").read_bytes().lower() and not privacy.shown(ws).plain
            assert privacy.choose(ws, True, True).plain
            done = privacy.replace_all(ws)
            assert done.done and done.traces.changed["attendance"] == 3 and done.traces.kept_aside == 2
            assert privacy.replace_all(ws).traces.total == 0
        assert not privacy.shown(ws).plain and len(kept.shown(ws).rows) == 2
        assert ws.db.execute("SELECT count(*) FROM deals d JOIN leads l ON l.lead = d.lead").fetchone() == (2,)
        assert ws.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert nowhere(tmp_path, "zqann", "zqbo", "zqcarl@", "zqed", "zqida", "1234567")
    assert nowhere(tmp_path, "zqann", "zqbo", "zqed", "zqida", "1234567")


ROW = st.tuples(st.sampled_from(["W1", "W2"]), st.sampled_from(["zqann@x.com", "ZQANN@x.com", "Zqbo", "zqbo ", "zqcy"]), st.sampled_from(["yes", "no"]))
ANSWER = st.tuples(st.sampled_from(["2024-01-02", "2024-01-03"]), st.integers(0, 9), st.sampled_from(["", "Zqbo", "zqbo", "zqann@x.com"]),
                   st.sampled_from(["", "Zqed"]), st.sampled_from(["", "fine", "write zqann@x.com"]))
# Rows without a key are told by their content: two spellings of a person are two contents before hashing and one after it, so that which of a later
# file's rows was there already can no longer be told. Such rows stay as they came; here each person is spelled one way.
BILL = st.tuples(st.sampled_from(["Acme", "zqann@x.com"]), st.sampled_from(["2024-01-02", "2024-01-03"]), st.integers(1, 2))
FILE = st.one_of(
    st.lists(ROW, min_size=1, max_size=5).map(lambda rows: ("event,email,attended", rows)),
    st.lists(ANSWER, min_size=1, max_size=5).map(lambda rows: ("date,nps score,respondent,manager,comment", rows)),
    st.lists(BILL, min_size=1, max_size=5).map(lambda rows: ("customer,invoice date,revenue", rows)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILE, min_size=1, max_size=4), data=st.data())
@example([("event,email,attended", [("W2", "ZQANN@x.com", "yes"), *more]) for more in ([], [("W2", "zqann@x.com", "no")])], None)
def test_replacing_later_is_as_if_it_had_been_on_from_the_start(tmp_path_factory, files, data):
    folder = tmp_path_factory.mktemp("later")
    texts = {f"{i}.csv": head + "\n" + "".join(",".join(map(str, r)) + "\n" for r in rows) for i, (head, rows) in enumerate(files)}
    held = Privacy(KEY, contacts=True, salespeople=True)
    filled(folder / "first.kpi", texts, held)
    filled(folder / "later.kpi", texts)
    with Workspace(folder / "first.kpi") as first, Workspace(folder / "later.kpi") as later:
        later.set_privacy(held)
        privacy.replace_all(later)
        at_once, then = (state(ws, ("row", "import_id", "line")) for ws in (first, later))
        assert {t.name: then[t.name] for t in TABLES} == {t.name: at_once[t.name] for t in TABLES}
        for file in written(folder, {n: t + "\n" for n, t in texts.items()}):  # other bytes, the same rows
            assert all(c.added == 0 for c in bring(later, file).tables.values())
        numbers = range(1, len(later.imports()) + 1)
        gone = data.draw(st.permutations(numbers)) if data is not None else numbers
        for number in gone:
            later.take_back(number)
        assert not any(state(later).values())


def test_marks_stay_what_an_import_makes_them(tmp_path):
    """Rows of which nothing changes are known by the same number when all numbers are made anew."""
    from kpi_desktop.store.privacy import _columns, _mark_again

    with Workspace(filled(tmp_path / "w.kpi")) as ws:
        before = state(ws)
        for table in TABLES:
            if table.name in ("nps", "invoices", "spend"):
                ws.db.execute(f"DROP INDEX {table.name}_key")
                _mark_again(ws.db, table, _columns(ws.db, table), [r[0] for r in ws.db.execute("SELECT name FROM names ORDER BY id")])
        assert state(ws) == before


@pytest.mark.parametrize("hashed", [False, True])
@pytest.mark.parametrize(("person", "word", "removed"), [
    ("ZQANN@x.com ", "zqann", {"attendance": 1, "nps": 1}), ("zqed  ray", "zqed", {"reps": 1}), ("Zqcarl Lee", "zqcarl", {"attendance": 1})])
def test_a_forgotten_person_is_nowhere_and_stays_away(tmp_path, hashed, person, word, removed):
    path = filled(tmp_path / "w.kpi", held=Privacy(KEY, True, True) if hashed else None)
    with Workspace(path) as ws:
        held = ws.counts()
        seen = privacy.trace(ws, person)
        assert ws.counts() == held and seen.traces.removed == removed and not seen.done
        done = privacy.forget(ws, person)
        assert done.traces == seen.traces and privacy.trace(ws, person).traces.total == 0
        assert {t: held[t] - n for t, n in ws.counts().items() if n != held[t]} == removed
        assert nowhere(tmp_path, word)
        rows = {t.name: ws.counts()[t.name] for t in TABLES}
        for file in written(tmp_path, {n: t + "\n" for n, t in FILES.items()}):
            report = bring(ws, file)
            assert all(c.added == 0 for c in report.tables.values()), (file, report)
        assert ws.counts() == rows and nowhere(tmp_path, word)
        assert privacy.shown(ws).forgotten == 1
        for entry in ws.imports():
            ws.take_back(entry.import_id)
        assert not any(ws.counts().values())
        for file in written(tmp_path, FILES):
            bring(ws, file)
        assert ws.counts() == rows and nowhere(tmp_path, word)


def test_rows_that_hang_on_a_forgotten_lead_stay_together(tmp_path):
    with Workspace(filled(tmp_path / "w.kpi")) as ws:
        before = figures(ws.path, ("2024-Q1",))
        privacy.forget(ws, "zqann@x.com")
        assert ws.db.execute("SELECT count(*) FROM deals d JOIN leads l ON l.lead = d.lead WHERE l.lead LIKE 'forgotten-%'").fetchone() == (1,)
        kpis = {k[0]: k for k in figures(ws.path, ("2024-Q1",))}
        assert [k for k in before if k[0] not in ("attendance", "nps", "target_visitors") and kpis[k[0]] != k] == []


def test_decisions_follow(tmp_path):
    with Workspace(filled(tmp_path / "w.kpi")) as ws:
        names.merge(ws, "person", ["Zqed R", "Zqed Ray"], "Zqed Ray")
        decisions.set_name_rules(ws, [NameRule("person", "equals", "zqe", "Zqed Ray"), NameRule("person", "contains", "zqi", "Zqida Fox"),
                                      NameRule("channel", "contains", "google", "Paid")])
        decisions.set_apart(ws, "person", [["Zqed Ray", "Zqida Fox"]])
        decisions.set_target(ws, Target("deals", "2024", 5.0, "owner", "Zqed Ray"))
        decisions.set_verdict(ws, Verdict("channel", "paid", "keep", "ask zqbo@x.com, or Zqed Ray"))
        said = Plan("p", "2025", "channel", actions=(Action("a", "Call Zqed Ray", "Zqed Ray"), Action("b", "Write to zqbo@x.com", "Anna")))
        decisions.set_planned(ws, Planned(plans=(said,)))
        how = Mapping("own", (TableMapping("deals", {"owner": Rule(("Rep",))}, {"owner": {"ZQ1": "Zqed Ray"}}),))
        decisions.save_mapping(ws, ("Rep",), how)
        privacy.choose(ws, True, True)
        assert privacy.replace_all(ws).traces.decisions >= 7
        made = ws.privacy.pseudonym
        assert {(m.name, m.canonical) for m in decisions.merges(ws)} == {(made("Zqed R"), made("Zqed Ray"))}
        assert decisions.name_rules(ws) == (NameRule("person", "equals", made("zqe"), made("Zqed Ray")), NameRule("channel", "contains", "google", "Paid"))
        assert decisions.targets(ws)[0].member == made("zqed ray") and "zqbo" not in decisions.verdicts(ws)[0].note
        assert decisions.saved_mapping(ws, ("Rep",)).tables[0].values == {"owner": {made("ZQ1"): made("Zqed Ray")}}
        privacy.forget(ws, "Zqed Ray")
        assert not decisions.merges(ws) and not decisions.targets(ws) and not decisions.apart(ws, "person") and len(decisions.name_rules(ws)) == 1
        acts = decisions.planned(ws).plans[0].actions
        assert [(a.owner, a.text) for a in acts[:1]] == [("", "Call ***")] and acts[1].owner == "Anna" and "zqbo" not in acts[1].text
        assert decisions.verdicts(ws)[0].note.endswith("or ***") and nowhere(tmp_path, "zqed", "zqbo")


def test_words_of_a_saved_mapping_still_hold_when_they_are_hashes(tmp_path):
    how = Mapping("own", (TableMapping("deals", {n: Rule((n,)) for n in ("deal", "created", "outcome", "owner")}, {"owner": {"ZQ1": "Zqed Ray"}},
                                       skip={"owner": ("Zqida Fox",)}),))
    file = written(tmp_path, {"d.csv": "deal,created,outcome,owner\n1,2024-01-01,won,zq1\n2,2024-01-01,won,Zqed Ray\n3,2024-01-01,won,zqida fox\n"})[0]
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        privacy.choose(ws, True, True)
        decisions.save_mapping(ws, ("x",), how)
        kept_how = decisions.saved_mapping(ws, ("x",))
        assert "Zq" not in str(kept_how)
        told = []
        for used in (how, kept_how):
            report = ws.add(convert.convert(readers.read(file), used, currency="EUR", rates=(), privacy=ws.privacy))
            told.append(report.read)
        assert told == [2, 2] and len(ws.imports()) == 1, "the same bytes read the same way"
        assert {r[0] for r in ws.db.execute("SELECT name FROM names JOIN deals ON owner = id")} == {ws.privacy.pseudonym("Zqed Ray")}


def test_a_row_kept_aside_is_mended_without_its_person_being_seen(tmp_path):
    with Workspace(filled(tmp_path / "w.kpi", held=Privacy(KEY, True))) as ws:
        row = next(r for r in kept.shown(ws).rows if ws.privacy.pseudonym("zqann@x.com") in r.cells)
        again = kept.retry(ws, {row.number: tuple("someday zqbo@x.com" if c == "never" else c for c in row.cells)})
        assert (again.mended, again.still) == (0, 1) and nowhere(tmp_path, "zqann@", "zqbo@")
        assert kept.retry(ws, {row.number: tuple("2024-01-09" if c == "never" else c for c in row.cells)}).mended == 1
        assert ws.db.execute("SELECT email FROM leads WHERE lead = '4'").fetchone() == (ws.privacy.pseudonym("zqann@x.com"),)


def test_off_again_counts_for_later_files_alone(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        privacy.choose(ws, True, False)
        first = ws.privacy.key
        (file,) = written(tmp_path, {"attendance.csv": FILES["attendance.csv"]})
        bring(ws, file)
        assert not privacy.choose(ws, False, True).salespeople
        (file,) = written(tmp_path, {"more.csv": "event,email,attended\nW9,zqdan@x.com,yes\n"})
        bring(ws, file)
        people = {r[0] for r in ws.db.execute("SELECT name FROM names JOIN attendance ON person = id")}
        assert "zqdan@x.com" in people and len([p for p in people if p.startswith("person-")]) == 3
        assert privacy.choose(ws, True, False).plain and ws.privacy.key == first


def test_rows_converted_under_another_setting_are_refused(tmp_path):
    (file,) = written(tmp_path, {"attendance.csv": FILES["attendance.csv"]})
    raw = readers.read(file)
    batch = convert.convert(raw, mapping.guess(raw).mapping, currency="EUR", rates=())
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        privacy.choose(ws, True, False)
        with pytest.raises(ValueError, match="privacy"):
            ws.add(batch)
        assert not ws.imports()


@pytest.mark.parametrize("version", range(1, VERSION))
def test_copies_of_older_versions_are_treated_alike_and_still_open(tmp_path, version):
    path = tmp_path / "old.kpi"
    db = sqlite3.connect(path)
    db.executescript((Path(__file__).parents[1] / "store" / f"version_{version}.sql").read_text("utf-8"))
    with db:
        db.execute("UPDATE leads SET email = 'zqann@x.com' WHERE lead = (SELECT min(lead) FROM leads)")
        db.execute("UPDATE leads SET email = 'zqbo@x.com' WHERE lead = (SELECT max(lead) FROM leads)")
        db.execute("UPDATE visitors SET visitor = 'zqann@x.com' WHERE id = (SELECT min(id) FROM visitors)")
        aside = db.execute("UPDATE kept_aside SET raw = '[\"zqann@x.com\"]'").rowcount
    db.close()
    (tmp_path / "old.kpi.version-none").write_text("a person's own copy of zqann@x.com", "utf-8")
    with Workspace(path) as ws:
        (copy,) = backups(path)
        assert b"zqann" in copy.read_bytes()
        done = privacy.forget(ws, "zqann@x.com")
        assert done.copies == 1 and done.traces.changed == {"leads": 1, "visits": 1} and done.traces.kept_aside == aside
        assert b"zqann" not in copy.read_bytes() + path.read_bytes() + Path(f"{path}-wal").read_bytes() and b"zqbo" in copy.read_bytes()
        privacy.choose(ws, True, False)
        privacy.replace_all(ws)
        assert b"zqbo" not in copy.read_bytes() + path.read_bytes()
    again = Path(shutil.copy(copy, tmp_path / "again.kpi"))
    with Workspace(again) as ws:
        assert ws.counts()["leads"] == 2 and ws.counts()["visits"] == 3 and ws.privacy.is_forgotten("zqann@x.com")


def test_a_copy_that_cannot_be_read_is_told_of(tmp_path):
    path = filled(tmp_path / "w.kpi")
    (tmp_path / "w.kpi.version-1").write_bytes(b"no workspace at all, but zqann@x.com")
    with Workspace(path) as ws, pytest.raises(UserError, match="version-1"):
        privacy.forget(ws, "zqann@x.com")


def test_a_look_can_be_stopped_and_what_is_too_short_is_no_person(tmp_path):
    def stop(done, total):
        raise Cancelled

    with Workspace(filled(tmp_path / "w.kpi")) as ws:
        before = state(ws)
        with pytest.raises(Cancelled):
            privacy.trace(ws, "zqann@x.com", stop)
        with pytest.raises(Cancelled):
            privacy.forget(ws, "zqann@x.com", stop)
        assert state(ws) == before and not privacy.shown(ws).forgotten
        for text in ("", " a "):
            with pytest.raises(UserError, match="too short"):
                privacy.trace(ws, text)
        with pytest.raises(UserError, match="not replaced"):
            privacy.replace_all(ws)


def test_bytes_that_another_program_holds_are_told_of(tmp_path):
    path = filled(tmp_path / "w.kpi")
    reading = sqlite3.connect(path, isolation_level=None)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM leads").fetchone()
    with Workspace(path) as ws:
        ws.db.execute("PRAGMA busy_timeout=50")
        with pytest.raises(UserError, match="another program|written anew"):
            privacy.forget(ws, "zqann@x.com")
        reading.close()
        assert privacy.forget(ws, "zqann@x.com").traces.total == 0
        assert nowhere(tmp_path, "zqann")


def test_a_forgotten_person_counts_as_such_in_the_report_of_an_import(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        privacy.forget(ws, "zqann@x.com")
        told = {f.name: bring(ws, f) for f in written(tmp_path, FILES)}
        one = told["attendance.csv"]
        assert (one.read, one.forgotten, one.left_out, one.kept_aside) == (2, 1, 0, 0)
        one = told["leads.csv"]
        assert (one.read, one.forgotten, one.kept_aside) == (4, 1, 1)
        assert replace(ws.privacy, forgotten=frozenset()).active is False
