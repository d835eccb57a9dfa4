"""Logging in as one of the accounts of the demo."""


def log_in(page, site, login="editor"):
    """Log in on a page, with the password that the demo keeps for this login."""
    page.goto(f"{site.url}/accounts/login/?next=/admin/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", (site.data / f"{login}-login").read_text())
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{site.url}/admin/")
