"""Every kind of address answers through nginx as the application says it."""

import pytest


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/es/", "text/html"),
        ("/api/v2/organisations/?lang=es&limit=2", "application/json"),
        ("/published/v1/directory.es.json", "application/json"),
        ("/widgets/v1/defenders.js", "text/javascript"),
        ("/embed/v1/map/?lang=eu", "text/html"),
        ("/readyz", "application/json"),
    ],
)
def test_every_kind_of_address_answers(machine, path, kind):
    reply = machine.visitor.ask(path)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(kind)
