"""Editors at work: clients with and without rights."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.snippets.models import create_extra_permissions


@pytest.fixture
def editor(admin_user, languages):
    """A client that may do everything."""
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.fixture
def client_with(django_user_model, languages):
    """Return a function that gives a client which may enter the admin and has these rights ("change_organisation")."""

    # The test database is made before Wagtail knows the snippets, so their own rights are missing in it.
    create_extra_permissions(apps.get_app_config("defenders"))

    def make(*codenames):
        user = django_user_model.objects.create_user("user-" + "-".join(codenames), password="x")
        group = Group.objects.create(name=user.username)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        rights = Permission.objects.filter(content_type__app_label="defenders", codename__in=codenames)
        assert rights.count() == len(codenames)
        group.permissions.add(*rights)
        user.groups.add(group)
        client = Client()
        client.force_login(user)
        return client

    return make
