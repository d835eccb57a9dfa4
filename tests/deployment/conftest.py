"""The machine that all tests of this folder share: `machine`, with the certificate that `machine.visitor` believes."""

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.deployment import documentation
from tests.deployment.certificate import make_certificate
from tests.deployment.machine import (
    Machine,
    granian_server,
    make_places,
    nginx_server,
    redis_server,
    run,
    write_environment,
)
from tests.deployment.postgresql import PostgreSQL


@pytest.fixture(scope="session")
def folder():
    """A folder whose path is short enough for sockets, and that other users may enter."""
    made = Path(tempfile.mkdtemp(prefix="defenders-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="session")
def places(folder):
    """Folders and ports of the machine."""
    return make_places(folder)


@pytest.fixture(scope="session")
def certificate(places):
    """The certificate of the site, for localhost, beside the configuration of nginx."""
    return make_certificate(places.nginx)


@pytest.fixture(scope="session")
def postgresql(places):
    """PostgreSQL, running."""
    server = PostgreSQL(places.folder / "postgresql")
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def redis(places):
    """Redis, running."""
    yield from _running(redis_server(places))


@pytest.fixture(scope="session")
def environment(places, postgresql, redis):
    """The environment of the service: that of docs/deploy.md, with the content of a trial allowed."""
    socket = f"unix://{places.run / 'redis-server.sock'}?db=0"
    return write_environment(places, postgresql.url, REDIS_URL=socket, SAMPLE_CONTENT="yes")


@pytest.fixture(scope="session")
def installed(places, environment):
    """The site, installed by the commands of docs/deploy.md, with the sample content; gives what each command wrote."""
    written = {}
    for command in documentation.commands():
        written[command] = run(command, places)
        if command.endswith("set_up_directory"):
            run("/srv/defenders/app/deploy/manage load_sample", places)
    return written


@pytest.fixture(scope="session")
def granian(places, environment, installed):
    """Granian, running as its unit starts it."""
    yield from _running(granian_server(places, environment))


@pytest.fixture(scope="session")
def nginx(places, certificate):
    """Nginx, running with the shipped configuration."""
    yield from _running(nginx_server(places))


@pytest.fixture(scope="session")
def machine(places, environment, certificate, postgresql, redis, granian, nginx):
    """Everything, running. Who stops a server starts it again."""
    return Machine(places, environment, certificate, postgresql, redis, granian, nginx)


def _running(server):
    try:
        server.start()
        yield server
    finally:
        server.stop()
