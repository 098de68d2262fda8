"""The commands as a person or a script uses them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kpi_desktop.__main__ import main

LEADS = """lead,created,mql,sql,channel,target
1,2024-01-02,2024-01-05,2024-01-15,Paid,yes
2,2024-01-03,2024-01-06,,Paid,no
3,2024-02-04,,,SEO,yes
"""


@pytest.fixture
def workspace(tmp_path, capsys):
    leads, spend = tmp_path / "leads.csv", tmp_path / "spend.csv"
    leads.write_text(LEADS, "utf-8")
    spend.write_text("date,amount,channel\n2024-01-10,500,Paid\n", "utf-8")
    assert main(["import", "--workspace", str(tmp_path / "w.kpi"), str(leads), str(spend)]) == 0
    capsys.readouterr()
    return tmp_path / "w.kpi"


def output(capsys, *arguments):
    assert main(list(map(str, arguments))) == 0
    return json.loads(capsys.readouterr().out)


def test_import_reports_and_keeps_bad_rows_aside(tmp_path, capsys):
    file = tmp_path / "leads.csv"
    file.write_text(LEADS + "4,not a day,,,SEO,\n", "utf-8")
    command = ["import", "--workspace", str(tmp_path / "w.kpi"), "--json", str(file)]
    assert main(command) == 1
    told = json.loads(capsys.readouterr().out)["files"][0]
    assert (told["table"], told["read"], told["added"], told["kept_aside"]) == ("leads", 4, 3, 1)
    assert told["reasons"][0]["line"] == 5 and told["reasons"][0]["value"] == "not a day" and told["reasons"][0]["field"] == "created"
    main(command)
    again = json.loads(capsys.readouterr().out)["files"][0]
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 3)


def test_kpis_in_the_public_form(workspace, capsys):
    found = output(capsys, "kpis", "--workspace", workspace, "--period", "2024-01", "--by", "channel", "--json")
    assert found["period"] == {"from": "2024-01-01", "to": "2024-01-31"} and found["currency"] == "EUR"
    by_id = {k["id"]: k for k in found["kpis"]}
    assert list(by_id) == ["unique_visitors", "mqls", "sqls", "target_attendance", "cost_per_sql", "sales_effectiveness", "customer_profitability",
                           "customer_retention", "nps", "close_rate"]
    assert by_id["mqls"]["value"] == 2 and by_id["cost_per_sql"]["value"] == 500
    assert by_id["nps"]["value"] is None and by_id["nps"]["warnings"]
    assert by_id["mqls"]["breakdown"][0] | {"details": {}} == {"member": "Paid", "value": 2, "numerator": 2, "denominator": None, "n": 2, "low": None,
                                                               "high": None, "details": {}} or by_id["mqls"]["breakdown"][0]["value"] == 2


def test_why_figures_changed(workspace, capsys):
    found = output(capsys, "kpis", "--workspace", workspace, "--period", "2024-01-08..2024-01-14", "--compare", "previous", "--explain", "--json")
    by_id = {k["id"]: k for k in found["kpis"]}
    mqls = by_id["mqls"]
    assert mqls["compare"]["change"] == -2 == pytest.approx(sum(e["amount"] for e in mqls["explain"])) and mqls["explained_by"] == "channel"
    assert {e["driver"] for e in mqls["explain"]} <= {"leads", "lead_to_mql", "mix"}
    assert {e["member"] for e in mqls["explain"]} <= {None, "Paid", "SEO", "other"}
    assert "lower" in mqls["why"] and by_id["nps"]["explain"] == [] and "Import" in by_id["nps"]["why"]
    assert "explain" not in output(capsys, "kpis", "--workspace", workspace, "--period", "2024-01-08..2024-01-14", "--compare", "previous", "--json")["kpis"][0]
    assert main(["kpis", "--workspace", str(workspace), "--period", "2024-01-08..2024-01-14", "--compare", "previous", "--explain"]) == 0
    assert mqls["why"] in capsys.readouterr().out


def test_filters_and_a_compared_funnel(workspace, capsys):
    found = output(capsys, "kpis", "--workspace", workspace, "--period", "2024", "--filter", "channel=paid", "--json")
    assert {k["id"]: k["value"] for k in found["kpis"]}["mqls"] == 2
    funnel = output(capsys, "funnel", "--workspace", workspace, "--period", "2024-02", "--filter", "channel=Paid", "--compare", "previous", "--json")
    assert [s["count"] for s in funnel["stages"]][1] == 0 and [s["count"] for s in funnel["compared"]["stages"]][1:4] == [2, 0, 0]
    assert funnel["compared"]["period"] == {"from": "2024-01-01", "to": "2024-01-04"}
    assert output(capsys, "funnel", "--workspace", workspace, "--period", "2024", "--json")["compared"] is None
    plan = output(capsys, "plan", "--workspace", workspace, "--period", "2024", "--filter", "channel=SEO", "--json")
    assert [p["leads"] for p in plan["practices"] if p["leads"]] == [1]
    assert main(["funnel", "--workspace", str(workspace), "--period", "2024-02", "--compare", "previous"]) == 0
    assert capsys.readouterr().out.count("what happened in the period") == 2


@pytest.mark.parametrize("text", ["chanel=Paid", "channel", "channel=Piad", "country=Paid"])
def test_a_filter_that_nothing_can_pass_is_refused(workspace, capsys, text):
    assert main(["kpis", "--workspace", str(workspace), "--period", "2024", "--filter", text]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and text.split("=")[-1] in said


def test_a_plan_follows_kept_thresholds_and_groups(workspace, capsys):
    from kpi_desktop.model.decided import Planned
    from kpi_desktop.model.plans import Group, Thresholds
    from kpi_desktop.store import decisions
    from kpi_desktop.store.workspace import Workspace

    with Workspace(workspace) as ws:
        decisions.set_planned(ws, Planned(Thresholds(keep=0.65), (Group("channel", "All", ("Paid", "SEO")),)))
    plan = output(capsys, "plan", "--workspace", workspace, "--period", "2024", "--json")
    (whole,) = plan["practices"]
    assert (whole["name"], whole["members"], whole["sqls"], whole["intervals"]["sqls"][0]) == ("All", ["Paid", "SEO"], 1, pytest.approx(0.0253, abs=1e-4))
    assert plan["thresholds"]["keep"] == 0.65 and any("65 %" in r for r in plan["rules"])


def test_funnel_and_plan(workspace, capsys):
    funnel = output(capsys, "funnel", "--workspace", workspace, "--period", "2024", "--mode", "cohort", "--json")
    assert [s["id"] for s in funnel["stages"]] == ["visitors", "leads", "mql", "sql", "deals", "won"]
    assert [s["count"] for s in funnel["stages"]][1:4] == [3, 2, 1]
    plan = output(capsys, "plan", "--workspace", workspace, "--period", "2024", "--json")
    paid = next(p for p in plan["practices"] if p["name"] == "Paid")
    assert (paid["spend"], paid["leads"], paid["sqls"], paid["verdict"]) == (500, 2, 1, "not_enough_data")


def test_the_funnel_tells_who_is_stuck_and_puts_two_members_side_by_side(tmp_path, workspace, capsys):
    (tmp_path / "more.csv").write_text("lead,created,channel,company,owner\n7,2024-01-10,SEO,Acme,Ann\n8,2024-02-20,SEO,,\n", "utf-8")
    assert main(["import", "--workspace", str(workspace), str(tmp_path / "more.csv")]) == 0
    capsys.readouterr()
    asked = ("funnel", "--workspace", workspace, "--period", "2024", "--mode", "cohort", "--stuck", "--versus", "channel=Paid", "channel= seo")
    told = output(capsys, *asked, "--json")
    leads = next(s for s in told["stuck"] if s["stage"] == "leads")
    assert leads["limit_days"] == 3 and leads["people"] == [
        {"lead": "7", "company": "Acme", "owner": "Ann", "channel": "SEO", "since": "2024-01-10", "days": 41},
        {"lead": "3", "company": None, "owner": None, "channel": "SEO", "since": "2024-02-04", "days": 16}]
    mql = next(s for s in told["versus"]["steps"] if s["id"] == "mql")
    assert (mql["left"]["count"], mql["right"]["count"], mql["difference"], mql["differs"], mql["small_sample"]) == (2, 0, 1.0, True, True)
    assert main([str(a) for a in asked]) == 0
    lines = capsys.readouterr().out
    assert "Stuck at Leads: 2 wait there for more than 3 days." in lines.replace("wait(s)", "wait") and "+100.0 pt, better" in lines and "Acme" in lines


@pytest.mark.parametrize("members", [("channel=Paid", "country=DE"), ("channel=Paid", "SEO"), ("colour=red", "colour=blue"), ("channel=Paid", "channel=Piad")])
def test_what_cannot_stand_side_by_side_is_refused(workspace, capsys, members):
    assert main(["funnel", "--workspace", str(workspace), "--period", "2024", "--versus", *members]) == 2
    said = capsys.readouterr().err
    assert "not two members of one dimension" in said or "No row has the channel “Piad”" in said


@pytest.mark.parametrize("arguments", [["kpis", "--period", "2024"], ["kpis", "--workspace", "{w}", "--period", "20x"],
                                       ["kpis", "--workspace", "{w}.missing", "--period", "2024"], ["import", "--workspace", "{w}", "{w}.missing.csv"],
                                       ["report", "--workspace", "{w}", "--out", "{w}/no/x.pdf"]])
def test_wrong_use_is_one_line(workspace, capsys, arguments):
    assert main([a.replace("{w}", str(workspace)) for a in arguments]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "Traceback" not in said


def test_a_bad_file_leaves_no_workspace_behind(tmp_path, capsys):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"not a workbook")
    assert main(["import", "--workspace", str(tmp_path / "new.kpi"), str(bad)]) == 2
    assert not (tmp_path / "new.kpi").exists()


def test_a_report_of_any_workspace(workspace, tmp_path, capsys):
    import pypdfium2

    out = tmp_path / "report.pdf"
    assert main(["report", "--workspace", str(workspace), "--period", "2024", "--out", str(out)]) == 0
    document = pypdfium2.PdfDocument(str(out))
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "Cost per SQL" in text and "Practices and verdicts" in text and "Page 2 of" in text
    assert not list(tmp_path.glob(".report*"))


def test_a_folder_brings_in_what_is_understood_and_tells_the_rest(tmp_path, capsys):
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "leads.csv").write_text(LEADS, "utf-8")
    (folder / "strange.csv").write_text("colour,shape\nred,round\n", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    assert main(["import", "--workspace", str(tmp_path / "w.kpi"), "--json", str(folder)]) == 1
    told = capsys.readouterr()
    assert [(Path(f["path"]).name, f["added"]) for f in json.loads(told.out)["files"]] == [("leads.csv", 3)]
    assert len(told.err.splitlines()) == 2 and "picture.png" in told.err and "strange.csv" in told.err
    assert main(["import", "--workspace", str(tmp_path / "v.kpi"), str(folder / "leads.csv"), str(folder / "strange.csv")]) == 2
    assert not (tmp_path / "v.kpi").exists()


def test_total_lines_are_left_out_and_told(tmp_path, capsys):
    file = tmp_path / "spend.csv"
    file.write_text("date,amount,channel\n2024-01-10,500,Paid\nTotal,500,\n", "utf-8")
    assert main(["import", "--workspace", str(tmp_path / "w.kpi"), "--json", str(file)]) == 0
    told = json.loads(capsys.readouterr().out)["files"][0]
    assert (told["read"], told["added"], told["left_out"]) == (1, 1, 1)


def test_the_program_tries_itself(tmp_path):
    done = subprocess.run([sys.executable, "-m", "kpi_desktop", "--selftest"], capture_output=True, text=True, check=False, timeout=90)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[1:5] == ["Data import", "KPI overview", "Funnel", "Strategy planner"]


def test_the_demo_without_a_screen_writes_its_report_and_says_where(tmp_path):
    done = subprocess.run([sys.executable, "-m", "kpi_desktop", "--demo"], capture_output=True, text=True, check=False, timeout=90, cwd=tmp_path,
                          env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)})
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(rf"The report is in {tmp_path / 'kpi-desktop-demo.pdf'}: \d+ pages\.\n", done.stdout) and "no display" in done.stderr


def test_imports_are_listed_and_taken_back(workspace, capsys):
    log = output(capsys, "imports", "--workspace", workspace, "--json")["imports"]
    assert [(i["file"], i["tables"], i["added"]) for i in log] == [("spend.csv", ["spend"], 1), ("leads.csv", ["leads"], 3)]
    done = output(capsys, "imports", "--workspace", workspace, "--undo", log[1]["id"], "--json")
    assert done["undone"] == log[1]["id"] and done["rows"] == {"leads": 3} and [i["file"] for i in done["imports"]] == ["spend.csv"]
    assert main(["imports", "--workspace", str(workspace), "--undo", "99"]) == 2
    assert "no import number 99" in capsys.readouterr().err
    assert main(["imports", "--workspace", str(workspace)]) == 0 and "spend.csv" in capsys.readouterr().out


def test_a_date_that_could_be_two_is_refused_and_settled_by_an_option(tmp_path, capsys):
    file = tmp_path / "leads.csv"
    file.write_text("lead,created,channel\n1,03/04/2024,Paid\n2,05/04/2024,SEO\n", "utf-8")
    command = ["import", "--workspace", str(tmp_path / "w.kpi"), str(file)]
    assert main(command) == 2 and not (tmp_path / "w.kpi").exists()
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1 and "03/04/2024" in told and "--dates" in told
    assert main([*command, "--dates", "mdy"]) == 0
    capsys.readouterr()
    assert {k["id"]: k for k in output(capsys, "kpis", "--workspace", tmp_path / "w.kpi", "--period", "2024", "--json")["kpis"]}
    found = output(capsys, "funnel", "--workspace", tmp_path / "w.kpi", "--period", "2024-03", "--json")
    assert [s["count"] for s in found["stages"]][1] == 1


def test_privacy_replaces_and_forgets_persons(workspace, tmp_path, capsys):
    people = tmp_path / "people.csv"
    people.write_text("event,email,attended\nW1,ann@x.com,yes\nW1,bo@x.com,yes\n", "utf-8")
    assert main(["import", "--workspace", str(workspace), str(people)]) == 0
    capsys.readouterr()
    told = output(capsys, "privacy", "--workspace", workspace, "--hash", "on", "--json")
    assert (told["hash"], told["salespeople"], told["existing_plain"], told["done"]) == (True, False, True, [])
    assert main(["privacy", "--workspace", str(workspace), "--forget", "Ann@x.com"]) == 0
    assert "Attendance: rows removed: 1" in capsys.readouterr().out
    told = output(capsys, "privacy", "--workspace", workspace, "--existing", "--json")
    assert told["existing_plain"] is False and told["forgotten"] == 1 and told["done"][0]["changed"] == {"attendance": 1}
    assert not [w for w in (b"ann@", b"bo@") if w in workspace.read_bytes()]
    people.write_text(people.read_text("utf-8") + "\n", "utf-8")
    assert main(["import", "--workspace", str(workspace), str(people)]) == 0
    assert "forgotten on request" in capsys.readouterr().out
    assert output(capsys, "privacy", "--workspace", workspace, "--hash", "off", "--json")["hash"] is False
    assert main(["privacy", "--workspace", str(workspace), "--salespeople"]) == 2
    assert main(["privacy", "--workspace", str(workspace), "--existing"]) == 2
    assert main(["privacy", "--workspace", str(tmp_path / "none.kpi")]) == 2


def test_targets_come_from_a_file_and_stand_in_the_public_form(workspace, tmp_path, capsys):
    file = tmp_path / "targets.csv"
    file.write_text("kpi,period,value,dimension,member\nmqls,2024,40,,\nSQLs,2024-01,2,channel,Paid\n", "utf-8")
    told = output(capsys, "targets", "--workspace", workspace, "--import", file, "--json")
    assert told == {"targets": [{"kpi": "mqls", "period": "2024", "value": 40.0, "dimension": None, "member": None},
                                {"kpi": "sqls", "period": "2024-01", "value": 2.0, "dimension": "channel", "member": "Paid"}]}
    mqls = output(capsys, "kpis", "--workspace", workspace, "--period", "2024-01", "--json")["kpis"][1]
    assert mqls["target"] == {"value": pytest.approx(40 * 31 / 366), "derived_from": "2024"}
    assert mqls["pace"]["standing"] == "missed" and mqls["pace"]["elapsed"] == 1
    begun = output(capsys, "kpis", "--workspace", workspace, "--period", "2024-02", "--json")
    assert begun["so_far"] == {"from": "2024-02-01", "to": "2024-02-04"} and begun["compared"] == {"from": "2024-01-01", "to": "2024-01-04"}
    assert begun["kpis"][1]["compare"]["from"] == "2024-01-01" and begun["kpis"][1]["compare"]["to"] == "2024-01-04"
    assert output(capsys, "kpis", "--workspace", workspace, "--period", "2024-01", "--by", "channel", "--json")["kpis"][2]["breakdown"][0]["target"] == 2
    assert main(["kpis", "--workspace", str(workspace), "--period", "2024-02"]) == 0
    shown = capsys.readouterr().out
    assert "1–4 Feb 2024 is compared with 1–4 Jan 2024" in shown and "Target 3, a share by days of that for 2024" in shown
    assert main(["targets", "--workspace", str(workspace)]) == 0 and "Channel: Paid" in capsys.readouterr().out


def test_lines_say_how_sure_a_figure_is_and_what_is_still_to_come(workspace, capsys):
    """Interval, sample size, marks and coverage stand in the text as in the JSON; a cohort's rates at maturity beside the raw ones."""
    assert main(["kpis", "--workspace", str(workspace), "--period", "2024-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    cost = next(lines[k + 1] for k, line in enumerate(lines) if line.startswith("Cost per SQL"))
    assert "95 % interval" in cost and "n = 1" in cost and "small sample" in cost and "covers all rows" in cost
    told = {k["id"]: k for k in output(capsys, "kpis", "--workspace", workspace, "--period", "2024-01", "--json")["kpis"]}
    assert told["cost_per_sql"]["small_sample"] is True and told["cost_per_sql"]["coverage"] == "covers all rows"
    assert told["nps"]["small_sample"] is False and told["nps"]["coverage"] is None
    assert main(["funnel", "--workspace", str(workspace), "--period", "2024", "--mode", "cohort"]) == 0
    mql = next(line for line in capsys.readouterr().out.replace("\u00a0", " ").splitlines() if line.startswith("  MQL"))
    stage = output(capsys, "funnel", "--workspace", workspace, "--period", "2024", "--mode", "cohort", "--json")["stages"][2]
    assert f"at maturity {100 * stage['expected_rate']:.1f} %" in mql and f"{100 * stage['expected_low']:.1f} %" in mql
