"""The WSGI application of a public host with one organisation, one editor, and a layer outside Django that fails."""

from config.wsgi import application as site
from tests.traces.kanaria import LOGIN, PASSWORD


def prepare():
    """Make what there is to visit."""
    from django.contrib.auth import get_user_model

    from cms.directory.publish import publish
    from tests.factories.organisations import OrganisationFactory

    if not get_user_model().objects.filter(username=LOGIN).exists():
        get_user_model().objects.create_superuser(LOGIN, "editor@example.org", PASSWORD)
        OrganisationFactory(name="Casa Abierta", texts={"es": "Acompaña."})
        publish()


def application(environ, start_response):
    """Answer as the site does, but for one address."""
    if environ["PATH_INFO"] == "/outside/":
        raise RuntimeError(repr(environ))
    return site(environ, start_response)


prepare()
