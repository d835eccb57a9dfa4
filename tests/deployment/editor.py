"""Somebody at the login of the editor."""

import re

from tests.deployment.visitor import Reply, Visitor

LOGIN = "/accounts/login/"


def try_to_log_in(visitor: Visitor, url: str, username: str, password: str) -> Reply:
    """Fill in the form of the login and return what is answered."""
    form = visitor.ask(LOGIN)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[1]
    cookie = form.headers["set-cookie"].partition(";")[0]
    body = f"csrfmiddlewaretoken={token}&login={username}&password={password}"
    headers = {
        "Cookie": cookie,
        "Origin": url,
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept-Language": "en",
    }
    return visitor.ask(LOGIN, headers, method="POST", body=body)
