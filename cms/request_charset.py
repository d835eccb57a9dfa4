"""The charset a request claims, before Django decodes the query with it."""

from email.message import Message

from django.utils.http import parse_header_parameters

# Pages and forms are UTF-8; Latin-1 can be read and written back byte by byte. The others raise on some text ("hex",
# "idna"), or make text that no database takes ("utf-7"), and Django uses them before any middleware is asked.
USABLE_CHARSETS = frozenset({"utf-8", "utf8", "iso-8859-1", "latin-1", "latin1"})


class UsableCharset:
    """A WSGI application that gives another one only Content-Types whose charset can be used."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        """Answer as the application does; a charset it cannot use is as if it had not been said."""
        content_type = environ.get("CONTENT_TYPE", "")
        if ";" in content_type:
            environ = {**environ, "CONTENT_TYPE": with_usable_charset(content_type)}
        return self.application(environ, start_response)


def with_usable_charset(content_type: str) -> str:
    """Return the Content-Type without a charset that cannot be used; what cannot be read loses all parameters."""
    try:
        _kind, params = parse_header_parameters(content_type)
        if params.get("charset", "utf-8").lower() in USABLE_CHARSETS:
            return content_type
        message = Message()
        message["Content-Type"] = content_type
        message.del_param("charset")
        usable = message["Content-Type"]
        parse_header_parameters(usable)
    except (ValueError, LookupError, TypeError, AttributeError):
        return content_type.partition(";")[0]
    return usable
