"""Puts the headers of a kind of address on an answer."""

from cms.common.http.policies import Kind, headers_of
from cms.headers.elsewhere import elsewhere


def protect(response, kind: Kind):
    """Write the headers of the kind over whatever the answer says."""
    for name, value in headers_of(kind, elsewhere()).items():
        response.headers[name] = value
