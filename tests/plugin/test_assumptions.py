"""The apps assume nothing about the site they are added to."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

import cms
from cms.models import HomePage, StandardPage

MIGRATIONS = sorted((Path(cms.__file__).parent / "migrations").glob("0*.py"))


@pytest.mark.parametrize("model", [HomePage, StandardPage])
def test_a_page_type_of_the_site_may_have_the_same_name(model):
    name = model.__name__.lower()
    assert not hasattr(Page, name)
    assert getattr(Page, f"defenders_{name}").related.related_model is model


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_migrations_leave_the_image_the_user_and_the_page_model_to_the_site(path):
    fixed = re.findall(
        r"to='(?:wagtailimages|wagtaildocs)\.\w+'|to='auth\.user'|to='wagtailcore\.page'", path.read_text()
    )
    assert fixed == []


@pytest.mark.django_db
def test_the_demo_changes_no_other_site(settings, tmp_path):
    settings.DEBUG = True
    settings.ROOT_URLCONF = "widgets.urls"
    before = Site.objects.get().hostname
    with pytest.raises(CommandError, match="load_sample"):
        call_command("demo", data=tmp_path, no_serve=True, stdout=StringIO())
    assert Site.objects.get().hostname == before
    assert list(tmp_path.iterdir()) == []


def test_no_app_imports_the_project_around_it():
    folders = [Path(cms.__file__).parent, Path(cms.__file__).parents[1] / "widgets"]
    importing = [
        str(path)
        for folder in folders
        for path in folder.rglob("*.py")
        if re.search(
            r"^\s*(?:from|import) (?:config|tests|scripts)\b", path.read_text(encoding="utf-8"), re.M
        )
    ]
    assert importing == []
