"""Really damaged files: what can be read comes over, the original is kept, and nothing ends in a traceback."""

import re
import shutil
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop.model.problem import UserError
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.store import decisions, fetch, kept, schema_pages
from kpi_desktop.store.database import Damaged
from kpi_desktop.store.recovery import recover
from kpi_desktop.store.soundness import unsound
from kpi_desktop.store.workspace import Workspace
from tests.store.test_workspace import bring, held

NOW = datetime(2024, 5, 6)
PAGE = 4096
LEADS = 3000 + 24


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A workspace of some hundred pages, with decisions beside its rows."""
    folder = tmp_path_factory.mktemp("whole")
    with Workspace(folder / "w.kpi", create=True) as ws:
        bring(ws, folder / "leads.csv", "lead,created,channel\n" + "".join(f"k{n:05},2024-01-{1 + n % 28:02},Channel {n % 50}\n" for n in range(3000)))
        bring(ws, folder / "visits.csv", "visitor,date,channel\n" + "".join(f"v{n},2024-01-{1 + n % 28:02},Channel {n % 5}\n" for n in range(600)))
        bring(ws, folder / "bad.csv", "lead,created,channel\n" + "".join(f"x{n},{'no day' if n % 5 == 0 else '2024-01-01'},A\n" for n in range(30)))
        decisions.set_verdict(ws, decisions.Verdict("channel", "Channel 1", "keep", "since it pays"))
    return folder / "w.kpi"


def read_all(path):
    """Everything that screens read."""
    with Workspace(path) as ws:
        ws.frames()
        decisions.decided(ws), decisions.saved_mappings(ws), decisions.merges(ws), decisions.rates(ws), kept.rows(ws, None), ws.imports(), ws.kept_aside()
        fetch.fetch(ws.db, "leads", list(range(1, 50)), 100)
        assert not unsound(ws)
        for logged in ws.imports():
            ws.take_back(logged.import_id)


def opened(path):
    """As the program does: opens, looks, recovers; what was recovered."""
    try:
        with Workspace(path) as ws:
            if not unsound(ws):
                return None
    except Damaged:
        pass
    return recover(path, NOW)


def test_a_sound_workspace_is_sound(whole):
    with Workspace(whole) as ws:
        assert not unsound(ws)


@pytest.mark.parametrize("page", [7, 40, 90])
def test_a_page_of_zeros_costs_its_rows_alone(whole, tmp_path, page):
    path = shutil.copy(whole, tmp_path / "w.kpi")
    data = bytearray(path.read_bytes())
    data[page * PAGE:(page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    done = opened(path)
    assert done is not None and done.kept.name == "w.damaged-2024-05-06.kpi" and done.kept.read_bytes() == data
    assert LEADS - 400 <= done.rows["leads"] <= LEADS
    with Workspace(path) as ws:
        assert {t: n for t, n in ws.counts().items() if n} == done.rows
        with Workspace(whole) as before:
            assert set(held(ws)) <= set(held(before))
    read_all(path)


def test_a_spoiled_header_costs_nothing(whole, tmp_path):
    path = shutil.copy(whole, tmp_path / "w.kpi")
    path.write_bytes(b"\xff" * 100 + whole.read_bytes()[100:])
    done = opened(path)
    assert done.rows["leads"] == LEADS and done.rows["visits"] == 600
    with Workspace(path) as ws, Workspace(whole) as before:
        assert held(ws) == held(before) and decisions.verdicts(ws) == decisions.verdicts(before)


def test_a_first_page_of_zeros_costs_nothing(whole, tmp_path):
    path = shutil.copy(whole, tmp_path / "w.kpi")
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    done = opened(path)
    assert done is not None and done.rows["leads"] == LEADS
    with Workspace(path) as ws, Workspace(whole) as before:
        assert held(ws) == held(before)
    read_all(path)


def test_a_page_of_the_schema_that_is_lost_costs_the_tables_it_told_of(whole, tmp_path):
    data = whole.read_bytes()
    pages = {at: data[at * PAGE:(at + 1) * PAGE] for at in range(1, len(data) // PAGE)}
    schema = [at for at, page in pages.items() if schema_pages._rows(page) is not None]
    kept = [at for at in schema if b"CREATE TABLE leads(" not in pages[at]]
    assert len(schema) > len(kept) > 0
    for at in schema:
        path = tmp_path / f"w{at}.kpi"
        path.write_bytes(spoiled := data[:at * PAGE] + b"\xa5" * PAGE + data[(at + 1) * PAGE:])
        if at in kept:
            done = opened(path)
            assert done is not None and done.rows["leads"] == LEADS
            read_all(path)
        else:
            with pytest.raises(UserError):
                opened(path)
            assert path.read_bytes() == spoiled


def test_row_numbers_are_written_as_sqlite_does():
    for value in (0, 1, 127, 128, 300, 16_383, 16_384, 2_097_152, 1 << 40):
        assert schema_pages._varint(schema_pages._as_varint(value), 0)[0] == value


def test_half_a_file_gives_what_is_in_it(whole, tmp_path):
    path = shutil.copy(whole, tmp_path / "w.kpi")
    half = whole.read_bytes()[:whole.stat().st_size // 2]
    path.write_bytes(half)
    assert opened(path).rows["leads"] >= len(set(re.findall(rb"k\d{5}", half))) - 2 > 50
    read_all(path)


def test_where_nothing_is_left_the_backup_takes_its_place_or_all_stays_as_it_was(whole, tmp_path):
    path = shutil.copy(whole, tmp_path / "w.kpi")
    spoiled = bytes(68) + whole.read_bytes()[68:72] + bytes(PAGE)
    path.write_bytes(spoiled)
    with pytest.raises(UserError, match="nothing in it can be read"):
        opened(path)
    assert [p.name for p in tmp_path.glob("w*")] == ["w.kpi"] and path.read_bytes() == spoiled
    done = recover(path, NOW, whole, datetime(2024, 5, 1))
    assert done.backup == datetime(2024, 5, 1) and done.kept.read_bytes() == spoiled
    with Workspace(path) as ws, Workspace(whole) as before:
        assert held(ws) == held(before)


def test_another_file_is_left_alone(tmp_path):
    other = tmp_path / "other.kpi"
    other.write_bytes(b"%PDF-1.7" + bytes(50_000))
    with pytest.raises(UserError, match="no workspace"):
        opened(other)
    assert other.stat().st_size == 50_008 and len(list(tmp_path.glob("other*"))) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_ends_in_a_traceback(whole, tmp_path_factory, data):
    path = tmp_path_factory.mktemp("damaged") / "w.kpi"
    held_bytes = bytearray(whole.read_bytes())
    kind = data.draw(st.sampled_from(["cut", "zeros", "flips", "noise"]))
    place = st.integers(0, len(held_bytes) - 1)
    if kind == "cut":
        del held_bytes[data.draw(place):]
    elif kind == "flips":
        for at in data.draw(st.lists(place, min_size=1, max_size=40)):
            held_bytes[at] ^= data.draw(st.integers(1, 255))
    else:
        at = data.draw(place) // PAGE * PAGE
        held_bytes[at:at + PAGE] = bytes(PAGE) if kind == "zeros" else data.draw(st.binary(min_size=64, max_size=64)) * (PAGE // 64)
    path.write_bytes(held_bytes)
    try:
        done = opened(path)
    except UserError:
        return  # said in one sentence
    assert done is None or set(done.rows) <= {*BY_NAME, "decisions"}
    read_all(path)


def test_decisions_alone_are_worth_recovering(tmp_path):
    path = tmp_path / "w.kpi"
    with Workspace(path, create=True) as ws:
        decisions.set_verdict(ws, decisions.Verdict("channel", "Paid", "keep", "since it pays"))
        ws.db.execute("INSERT INTO settings(key, value) VALUES ('revision', 'no number')")
        assert unsound(ws)
    found = recover(path, NOW)
    assert found.rows["decisions"] >= 1 and found.kept.exists()
    with Workspace(path) as ws:
        assert [v.note for v in decisions.decided(ws).verdicts] == ["since it pays"] and not unsound(ws) and ws.revision == 0
