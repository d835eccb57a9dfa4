"""What is logged while somebody looks everywhere tells nothing of any record."""

import logging

from tests.leaks.conftest import listening

# It repeats the address that was asked; a public host sends it nowhere (tests/traces).
REPEATS_ADDRESSES = "django.request"


def test_no_logger_tells_a_secret(world, log):
    told = [(name, said) for name, said in log if name != REPEATS_ADDRESSES]
    assert [(name, said) for name, said in told if world.secrets.found_in(said.encode())] == []


def test_the_loggers_are_heard(log):
    assert any(name == REPEATS_ADDRESSES for name, _said in log)
    with listening() as heard:
        logging.getLogger("cms.pictures").debug("a picture")
    assert heard == [("cms.pictures", "a picture")]
