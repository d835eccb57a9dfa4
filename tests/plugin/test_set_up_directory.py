"""A site that adds the plugin gets its languages and categories with one command."""

import json

import pytest
from django.core.management import call_command
from wagtail.models import Locale

from cms.common.languages import LANGUAGES
from cms.models import Category, Organisation
from cms.sample.files import read_json

pytestmark = pytest.mark.django_db


def test_all_languages_and_categories_are_there_afterwards(capsys):
    call_command("set_up_directory")
    assert set(Locale.objects.values_list("language_code", flat=True)) >= set(LANGUAGES)
    assert Category.objects.count() == len(read_json("categories.json"))
    assert not Organisation.objects.exists()
    assert f"categories: {Category.objects.count()} added" in capsys.readouterr().out


def test_it_is_allowed_where_sample_content_is_not(settings):
    settings.DEFENDERS_SAMPLE_CONTENT = False
    call_command("set_up_directory")
    assert Category.objects.exists()


def test_a_second_time_changes_nothing(capsys):
    call_command("set_up_directory")
    mine = Category.objects.get(kind="service", code="shelter")
    mine.order = 999
    mine.save()
    capsys.readouterr()
    call_command("set_up_directory")
    mine.refresh_from_db()
    assert mine.order == 999
    assert capsys.readouterr().out == "languages: 0 added\ncategories: 0 added\nroles: 0 added\n"


def test_the_first_files_are_published_at_once(settings, published_root):
    settings.DEFENDERS_PUBLISH_ON_CHANGE = True
    call_command("set_up_directory")
    labels = json.loads((published_root / "current" / "directory.eu.json").read_bytes())["labels"]
    assert labels["service"]["shelter"]
