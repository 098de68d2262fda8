"""Any imports, in any order, some of them taken back: the workspace is what the ones that are left would have made alone."""

from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.model.decisions import Merge, Verdict
from kpi_desktop.model.schema import TABLES, Kind
from kpi_desktop.store import decisions
from kpi_desktop.store.database import key_of, stored
from kpi_desktop.store.workspace import Workspace

DAY = st.sampled_from(["2024-01-01", "2024-01-02", "2024-02-01"])
NAME = st.sampled_from(["Paid", "SEO", "paid", ""])
NUMBER = st.sampled_from(["1", "2", "7.5", ""])
SURE = st.sampled_from(["1", "2", "7.5"])
KEY = st.sampled_from(["a", "b", "c"])
SHAPES = {
    "leads": ({"lead": KEY, "created": DAY}, {"mql": DAY, "channel": NAME, "score": NUMBER, "email": NAME}),
    "deals": ({"deal": KEY, "created": DAY, "outcome": st.sampled_from(["won", "open"])}, {"lead": KEY, "amount": NUMBER, "owner": NAME}),
    "spend": ({"date": DAY, "amount": SURE}, {"channel": NAME, "campaign": NAME, "vendor": NAME}),
    "invoices": ({"customer": KEY, "date": DAY, "revenue": SURE}, {"product": NAME}),
    "nps": ({"date": DAY, "score": SURE}, {"respondent": st.sampled_from(["x", "X", "y", ""]), "owner": NAME, "comment": NAME}),
    "customers": ({"customer": KEY, "started": DAY}, {"ended": DAY, "segment": NAME, "mrr": NUMBER}),
    "reps": ({"rep": KEY}, {"from": DAY, "team": NAME, "quota": NUMBER}),
    "attendance": ({"event": KEY, "person": KEY}, {"attended": st.sampled_from(["yes", "no", ""]), "lead": KEY}),
    "visits": ({"date": DAY, "visitor": KEY}, {"channel": NAME, "sessions": NUMBER}),
    "visits, counted": ({"date": DAY, "visitors": SURE}, {"channel": NAME, "sessions": NUMBER}),
}


@st.composite
def exports(draw):
    """(table, text of a file): few keys and values, so that files meet."""
    shape = draw(st.sampled_from(sorted(SHAPES)))
    needed, more = SHAPES[shape]
    fields = needed | {f: more[f] for f in sorted(draw(st.sets(st.sampled_from(sorted(more)))))}
    rows = draw(st.lists(st.tuples(*fields.values()), min_size=1, max_size=5))
    return shape.partition(",")[0], "\n".join([",".join(fields), *(",".join(r) for r in rows)]) + "\n"


@st.composite
def histories(draw):
    """Exports coming in (some of them longer versions of earlier ones), imports taken back (by their place among those that are there), decisions."""
    steps, files = [], []
    for _ in range(draw(st.integers(2, 7))):
        kind = draw(st.sampled_from(["new", "new", "new", "longer", "same", "back", "back", "decide"]))
        if kind == "back":
            steps.append(draw(st.integers(0, 5)))
        elif kind == "decide":
            steps.append(None)
        elif kind == "new" or not files:
            files.append(draw(exports()))
            steps.append(files[-1])
        else:
            table, text = draw(st.sampled_from(files))
            if kind == "longer":
                lines = text.splitlines()[1:]
                text += "\n".join(draw(st.lists(st.sampled_from(lines), min_size=1, max_size=2))) + "\n"
                files.append((table, text))
            steps.append((table, text))
    return steps


def bring(ws, path, table, text):
    path.write_text(text, "utf-8")
    raw = readers.read(path)
    found = mapping.guess(raw, table).mapping
    return ws.add(convert.convert(raw, found, currency=ws.setting("currency"), rates=())).import_id


def held(ws):
    """Everything that files gave, by what it says: names, links and visitors spelled out, row numbers left out."""
    names = dict(ws.db.execute("SELECT id, name FROM names"))
    found = {}
    for table in TABLES:
        fields = stored(table)
        rows = ws.db.execute(f"SELECT i.file, t.line, {', '.join(f't.{chr(34)}{f}{chr(34)}' for f in fields)} FROM {table.name} t "
                             "JOIN imports i ON i.id = t.import_id").fetchall()
        found[table.name] = sorted(repr((*r[:2], *(names.get(v) if table.by_name[f].kind is Kind.NAME else v for f, v in zip(fields, r[2:])))) for r in rows)
    visitors = dict(ws.db.execute("SELECT id, visitor FROM visitors"))
    frames = ws.frames()
    cells = frames.visits
    visits = [] if cells is None else zip(cells.day.tolist(), cells.channel.tolist(), cells.campaign.tolist(), cells.sessions.tolist(), cells.visitors)
    found["visit sets"] = sorted(repr((d, names.get(c), names.get(k), round(s, 9), sorted(visitors[v] for v in vs))) for d, c, k, s, vs in visits)
    return found | {"counts": ws.counts(), "frames": {t: spelled(f, frames, t) for t, f in frames.tables.items()}, "currency": frames.currency,
                    "imports": [(i.file, i.read, i.kept_aside) for i in ws.imports()]}


def spelled(frame, frames, name):
    """A frame's rows with names and the key of linked rows, sorted."""
    by_name = next(t for t in TABLES if t.name == name).by_name
    columns = []
    for field in (c for c in frame if c not in ("row", "import_id")):
        kind = by_name[field].kind
        columns.append([frames.names[v] if kind is Kind.NAME and v >= 0 else v >= 0 if kind is Kind.REF else str(v) for v in frame[field]])
    return sorted(map(repr, zip(*columns))) if columns else []


def is_sound(ws):
    """No version without its row, no row with a single version, every key unique and the file whole."""
    assert ws.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not ws.db.execute("PRAGMA foreign_key_check").fetchall()
    for table in TABLES:
        lone = f"SELECT count(*) FROM (SELECT row FROM {table.name}_versions GROUP BY row HAVING count(*) = 1)"
        lost = f"SELECT count(*) FROM {table.name}_versions WHERE row NOT IN (SELECT row FROM {table.name})"
        assert ws.db.execute(f"SELECT ({lone}), ({lost})").fetchone() == (0, 0)
        (key,) = [i for i in ws.db.execute(f"PRAGMA index_list({table.name})").fetchall() if i[1] == f"{table.name}_key"]
        assert key[2] == 1 and key_of(table)


def alone(folder, number, survivors):
    with Workspace(folder / f"alone{number}.kpi", create=True) as ws:
        for name, (table, text) in survivors:
            bring(ws, folder / name, table, text)
        return held(ws)


SESSIONS = [("visits", "date,visitor,sessions\n2024-01-01,a,2\n2024-01-01,b,2\n"), ("visits", "date,visitor,sessions\n2024-01-01,b,3\n2024-01-01,c,3\n")]
SAID_TWICE = [("leads", f"lead,created,score\na,2024-01-01,{score}\n{more}") for score, more in ((1, ""), (1, "b,2024-01-01,1\n"), (2, ""))]
OTHERS_MONEY = [("spend", "date,amount\n2024-01-01,$5\n"), ("spend", "date,amount\n2024-01-01,€5\n")]


@settings(max_examples=40, deadline=None)
@example([*SESSIONS, 0])
@example([*SAID_TWICE, 2])
@example([OTHERS_MONEY[0], 0, OTHERS_MONEY[1]])
@given(histories())
def test_the_workspace_is_what_the_surviving_imports_make(tmp_path_factory, steps):
    folder, number = tmp_path_factory.mktemp("truth"), count()
    survivors = {}
    with Workspace(folder / "w.kpi", create=True) as ws:
        for step in steps:
            if step is None:
                decisions.set_merge(ws, Merge("channel", "SEO", "Paid"))
                decisions.set_verdict(ws, Verdict("channel", "Paid", "keep", "said by hand"))
            elif isinstance(step, tuple):
                name = f"f{next(number)}.csv"
                survivors.setdefault(bring(ws, folder / name, *step), (name, step))
            elif survivors:
                gone = sorted(survivors)[step % len(survivors)]
                ws.take_back(gone)
                del survivors[gone]
                is_sound(ws)
                assert held(ws) == alone(folder, next(number), survivors.values())
        assert held(ws) == alone(folder, next(number), survivors.values())
        for gone in sorted(survivors):
            ws.take_back(gone)
        assert not any(ws.counts().values()) and not ws.imports()
        is_sound(ws)
