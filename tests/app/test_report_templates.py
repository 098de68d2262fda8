"""Templates of reports: kept with the program's settings, taken again by name; the command line over them."""

import argparse

import pytest

from kpi_desktop.app import report_command, report_templates
from kpi_desktop.app.settings import Settings
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.report_setup import PLAIN, SECTIONS, Setup

BOARD = Setup(sections=("summary", "overview"), paper="letter", landscape=True, language="ru", accent="#7A1FA2")


def chosen(*arguments):
    parser = argparse.ArgumentParser(exit_on_error=False)
    report_command.add_options(parser)
    return report_command.setup(parser.parse_args(["--demo", "--out", "r.pdf", *arguments]))


def test_a_template_is_there_the_next_time_and_can_be_replaced_and_dropped():
    report_templates.keep(Settings(), BOARD, " Board ")
    (kept,) = report_templates.templates(Settings())
    assert kept == report_templates.template(Settings(), "board") and kept.name == "Board" and kept.paper == "letter"
    report_templates.keep(Settings(), PLAIN, "BOARD")
    assert [t.name for t in report_templates.templates(Settings())] == ["BOARD"]
    report_templates.drop(Settings(), "Board")
    assert report_templates.templates(Settings()) == () and Settings()["report_templates"] == []


def test_the_last_setup_is_remembered():
    assert report_templates.last(Settings()) == PLAIN
    report_templates.remember(Settings(), BOARD)
    assert report_templates.last(Settings()) == BOARD


def test_a_template_without_a_name_or_unknown_is_told():
    with pytest.raises(UserError, match="needs a name"):
        report_templates.keep(Settings(), BOARD, "  ")
    with pytest.raises(UserError, match="no report template “x”"):
        report_templates.template(Settings(), "x")


def test_options_stand_over_the_template():
    report_templates.keep(Settings(), BOARD, "Board")
    made = chosen("--template", "board", "--paper", "a4", "--sections", "kpis, notes", "--period", "2025-q3", "--compare", "year", "--standard", "a-2a",
                  "--logo", "x.png", "--accent", "#112233", "--lang", "en")
    assert made == Setup("Board", ("kpis", "notes"), "2025-Q3", "year", "en", "x.png", "#112233", "", "a4", True, "a-2a")
    assert chosen() == PLAIN and chosen("--landscape").landscape


@pytest.mark.parametrize(("arguments", "says"), [(("--sections", "kpis,x"), "no section “x”"), (("--sections", ""), "no section"),
                                                 (("--logo", "x.gif"), "PNG nor SVG"), (("--period", "x"), "not a period"),
                                                 (("--template", "x"), "no report template"),
                                                 (("--accent", "blue"), "not a colour")])
def test_wrong_options_are_told(arguments, says):
    with pytest.raises(UserError, match=says):
        chosen(*arguments)
    assert set(PLAIN.sections) == set(SECTIONS)
