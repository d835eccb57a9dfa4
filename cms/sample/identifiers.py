"""Identifiers of the sample: the same wherever it is loaded."""

import uuid

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/protect-those-who-defend/sample/")


def identifier(*names):
    """Return the UUID of what bears these names, such as a kind and a slug."""
    return uuid.uuid5(NAMESPACE, "/".join(names))
