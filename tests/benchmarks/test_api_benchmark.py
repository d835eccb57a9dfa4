"""The benchmark of the API runs, at a size at which its numbers say nothing: no time is looked at here."""

import json
import sys
from types import SimpleNamespace

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from wagtail.models import Locale

from benchmarks import report, runs
from benchmarks.api import __main__ as benchmark
from benchmarks.api import data, machine
from benchmarks.api.made_up import organisation
from benchmarks.api.options import Options
from cms.common.languages import LANGUAGES
from cms.models import Organisation, OrganisationText
from cms.sample.categories import load_categories
from tests.benchmarks.stage import InProcess, stock_application

COUNT = 4
OPTIONS = Options(count=COUNT, counts=(COUNT,), rounds=1, seconds=0, processor_seconds=0, warm_up=0)


@pytest.fixture(scope="module")
def organisations(django_db_setup, django_db_blocker, tmp_path_factory):
    """The made-up organisations, written once; gives the folder to publish to."""
    with django_db_blocker.unblock(), transaction.atomic():
        for code in LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        load_categories()
        data.write(range(COUNT))
        yield tmp_path_factory.mktemp("published")
        transaction.set_rollback(True)


@pytest.fixture
def stage(organisations, db, settings, monkeypatch):
    """Everything is in this process."""
    settings.DEFENDERS_PUBLISHED_ROOT = organisations
    settings.DEFENDERS_API_RATE = None
    stock = SimpleNamespace(application=stock_application())
    monkeypatch.setitem(sys.modules, "benchmarks.api.stock_wsgi", stock)
    # A server ends its connection to the database with a request; here it is the connection of the test.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield InProcess
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("organisations", "db")
def test_made_up_organisations_are_those_that_editors_could_write():
    for one in Organisation.objects.all():
        one.full_clean()
        for part in (*one.channels.all(), *one.places.all()):
            part.full_clean()


@pytest.mark.usefixtures("organisations", "db")
def test_made_up_texts_know_their_sentences():
    for text in OrganisationText.objects.all():
        text.full_clean()
        assert text.content_digest == text.digest()


def test_an_organisation_is_made_up_the_same_whatever_comes_before_it():
    assert organisation(3) == organisation(3)
    assert organisation(3)["uuid"] != organisation(4)["uuid"]


@pytest.mark.parametrize("name", benchmark.SECTIONS)
def test_a_section_measures_and_says_what_it_found(stage, name):
    section = {"measured on": "today", "seconds": 0, "load before": 0}
    measured = section | {"result": benchmark.SECTIONS[name].measure(OPTIONS, stage)}
    described = machine.describe("sqlite:///x")
    texts = benchmark.texts({"machine": described, "sections": {name: measured}})
    assert "requests/s" in texts[name] or "Requests per second" in texts[name]
    assert "errors | none | 0 | yes |" in texts["targets"]


def test_every_place_in_the_page_has_its_markers():
    content = runs.PAGE.read_text()
    for name in ("machine", "targets", *benchmark.SECTIONS):
        assert all(marker.format(name=name) in content for marker in report.MARKERS)


def test_tables_are_put_between_their_markers_and_nowhere_else(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- measured: x -->\nold\n<!-- end: x -->\nb\n")
    report.write(page, "x", report.table(["what", "much"], [["one", "1,000"]]))
    table = "| what | much |\n| --- | ---: |\n| one | 1,000 |"
    assert page.read_text() == f"a\n<!-- measured: x -->\n\n{table}\n\n<!-- end: x -->\nb\n"
    with pytest.raises(ValueError, match="no place for y"):
        report.write(page, "y", "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "?"),
        (0, "0"),
        (0.01234, "0.0123"),
        (1.5, "1.5"),
        (99.94, "99.9"),
        (99.96, "100"),
        (12345.6, "12,346"),
    ],
)
def test_numbers_have_three_digits_that_mean_something(value, text):
    assert report.number(value) == text


def test_what_was_found_is_printed_and_written_where_the_command_line_says(tmp_path, monkeypatch, capsys):
    page, file = tmp_path / "page.md", tmp_path / "found.json"
    page.write_text("<!-- measured: x -->\n<!-- end: x -->\n")
    monkeypatch.setattr(runs, "PAGE", page)
    monkeypatch.setattr(runs, "ROOT", tmp_path)
    parser = runs.parser_of("Measures.\n\nMore.", ["x", "y"])
    runs.tell({"a": 1}, {"x": "| one |"}, parser.parse_args([]))
    assert "| one |" in capsys.readouterr().out
    assert "one" not in page.read_text()
    given = parser.parse_args(["--only", "y", "--write", "--json", str(file)])
    runs.tell({"a": 1}, {"x": "| one |"}, given)
    assert (given.only, parser.parse_args([]).only) == (["y"], ["x", "y"])
    assert "| one |" in page.read_text()
    assert json.loads(file.read_text()) == {"a": 1}
    with pytest.raises(SystemExit):
        parser.parse_args(["--only", "z"])
