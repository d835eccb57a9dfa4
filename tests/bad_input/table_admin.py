"""What an administrator's browser never sends by itself, and a damaged link or program may.

`{organisation}`, `{text}`, `{page}` and `{home}` stand for keys.
"""

from tests.bad_input.cases import Case, Kind

FORM = ("Content-Type", "application/x-www-form-urlencoded")
SCRIPT = ("X-Requested-With", "XMLHttpRequest")
BIG = "9" * 20
NO_TEXT = "contains characters that are not text."


def number(name):
    """Return the sentence about a value that is no number."""
    return f"“{name}” must be a whole number."


def get(target, says, status=400, kind=Kind.SITE, headers=()):
    """Return a request for an address."""
    return Case(f"/admin/{target}", status, kind, says, headers=headers)


def post(target, body, says, status=400, kind=Kind.SITE, headers=()):
    """Return a form that is sent."""
    return Case(f"/admin/{target}", status, kind, says, "POST", (FORM, *headers), body.encode())


ADDRESS = "must be an address of this site that begins with a slash."
MODEL = "“create_model” must be the name of a kind of content."
SEVERAL = "bulk/defenders/organisation/withdraw/?next=/admin/"
MISSING = "A part of the form is missing: “{}”."

ADDRESSES = [
    get("api/main/pages/?offset=" + BIG, number("offset"), kind=Kind.SCRIPT, headers=(SCRIPT,)),
    get("api/main/documents/?offset=" + BIG, number("offset")),
    get("api/main/images/?limit=" + BIG, number("limit")),
    get("api/main/pages/find/?id=x", number("id")),
    get("api/main/pages/find/?id=", number("id")),
    get("api/main/images/find/?id=%D9%A1", number("id")),
    get("pages/?site=" + BIG, number("site")),
    get("pages/?q=%00", NO_TEXT),
    get("pages/?%00=q", NO_TEXT),
    get("pages/usage/defenders/standardpage/?site=" + BIG, number("site")),
    get("choose-page/?target_pages[]=" + BIG, number("target_pages[]")),
    get("choose-page/?target_pages[]=x", number("target_pages[]")),
    get("choose-page/chosen-multiple/?id=x", number("id")),
    get("choose-page/chosen-multiple/?id=", number("id")),
    get("choose-external-link/?parent_page_id=x", number("parent_page_id")),
    get("documents/chooser/chosen/x/", number("pk")),
    get("images/chooser/chosen/-/", number("pk")),
    get("images/chooser/chosen-multiple/?id=x", number("id")),
    get("documents/chooser/chosen-multiple/?id=" + BIG, number("id")),
    get("workflows/edit/{workflow}/?p=x", number("p")),
    get("workflows/edit/{workflow}/?p=-1", number("p")),
    get("workflows/edit/{workflow}/?p=", number("p")),
    get("workflows/task_chooser/?create_model=", MODEL),
    get("workflows/task_chooser/?create_model=x", MODEL),
    get("workflows/task_chooser/?create_model=1.5", MODEL),
    get("workflows/task_chooser/?create_model=no.Thing", MODEL),
    get("bulk/defenders/organisation/delete/?id=x", number("id")),
    get("bulk/defenders/organisation/delete/?id=" + BIG, number("id")),
    get("bulk/defenders/category/delete/?id={organisation}&id=%27", number("id")),
    get("bulk/wagtailcore/page/move/?id=1.5", number("id")),
    get(f"{SEVERAL}&id=x", number("id")),
    get("bulk/wagtailimages/image/delete/?id=%F0%9F%98%80", number("id")),
    get("defenders/gazetteer/?q=%00", NO_TEXT, kind=Kind.SCRIPT, headers=(SCRIPT,)),
    get("defenders/gazetteer/", "Write between one and 80 letters.", kind=Kind.SCRIPT),
    get("defenders/gazetteer/?q=" + "a" * 81, "Write between one and 80 letters.", kind=Kind.SCRIPT),
    get("defenders/gazetteer/?q=a%0Ab", "Write between one and 80 letters.", kind=Kind.SCRIPT),
    get("defenders/gazetteer/?q=a&country=XX", "This country is not known.", kind=Kind.SCRIPT),
    get("defenders/gazetteer/?q=a&country=%FF", "This country is not known.", kind=Kind.SCRIPT),
    get("defenders/gazetteer/?x=1", "Only “q” and “country” are understood.", kind=Kind.SCRIPT),
    get("api/main/pages/99999/", "/en/admin/", 302, Kind.MOVED),
    get("snippets/defenders/organisation/history/x/revisions/compare/0...0/", "Error 404", 404),
    get("snippets/defenders/organisation/edit/" + BIG + "/", "/en/admin/", 302, Kind.MOVED),
    get("snippets/choose/defenders/organisation/chosen/%00/", "Error 404", 404),
    get("snippets/choose/defenders/organisation/chosen-multiple/?id=x", "/en/admin/", 302, Kind.MOVED),
]
FORMS = [
    post("choose-external-link/", "a=b", MISSING.format("external-link-chooser-url")),
    post("pages/add/defenders/standardpage/{home}/", "title=x", MISSING.format("body-count")),
    post("pages/add/defenders/standardpage/{home}/", "body-count=x", number("body-count")),
    post("pages/add/defenders/standardpage/{home}/", "body-count=", number("body-count")),
    post("pages/add/defenders/standardpage/{home}/", "body-count=" + "9" * 400, number("body-count")),
    post("pages/add/defenders/standardpage/{home}/", "body-count=1", MISSING.format("body-0-deleted")),
    post("pages/add/defenders/standardpage/{home}/", "body-count=1&body-0-order=x", number("body-0-order")),
    post("pages/{page}/edit/", "overwrite_revision_id=x", number("overwrite_revision_id")),
    post("pages/{page}/edit/", "loaded_revision_id=x", number("loaded_revision_id")),
    post("pages/{page}/copy/", "a=b", MISSING.format("new_parent_page")),
    post("pages/{page}/copy/", "new_parent_page=x", number("new_parent_page")),
    post("pages/{page}/copy/", "new_parent_page=", number("new_parent_page")),
    post("pages/{page}/copy/", "new_parent_page=99999", "/en/admin/", 302, Kind.MOVED),
    post("pages/{page}/move/", "new_parent_page=" + BIG, number("new_parent_page")),
    post("pages/{page}/delete/", "next=x", ADDRESS),
    post("pages/{page}/unpublish/", "next=javascript:alert(1)", ADDRESS),
    post("pages/{page}/lock/", "next=%0D%0A/", ADDRESS),
    post("pages/create/defenders/standardpage", "parent_page=x", number("parent_page")),
    post("workflows/add/", "workflow_pages-TOTAL_FORMS=99999", "must be a whole number of at most 300."),
    post("workflows/add/", "workflow_tasks-TOTAL_FORMS=x", "must be a whole number of at most 300."),
    post("workflows/add/", "workflow_tasks-TOTAL_FORMS=-1", "must be a whole number of at most 300."),
    post("workflows/enable/{workflow}/", "next=x", ADDRESS),
    post("redirects/add/", "redirect_page=x", number("redirect_page")),
    post("redirects/import/process/", "a=b", MISSING.format("import_file_name")),
    post(
        "editing-sessions/ping/defenders/organisation/{organisation}/1/",
        "revision_id=x",
        number("revision_id"),
    ),
    post(
        "snippets/defenders/organisation/edit/{organisation}/",
        "overwrite_revision_id=x",
        number("overwrite_revision_id"),
    ),
    post(
        "snippets/defenders/organisation/edit/{organisation}/",
        "places-TOTAL_FORMS=1000000000",
        "of at most 300.",
    ),
    post("snippets/defenders/organisation/add/", "channels-TOTAL_FORMS=%FF", "of at most 300."),
    post(
        "snippets/defenders/organisation/add/",
        "name=%3Cscript%3Ealert(1)",
        "&lt;script&gt;alert",
        200,
        Kind.EDITOR,
    ),
    post("snippets/choose/defenders/organisation/create/", "name=x", "/admin/", 302, Kind.MOVED),
    post(f"{SEVERAL}&id={BIG}", "reason=x", number("id")),
    post("defenders/imports/upload/", "file=text", "Choose a file.", 200, Kind.EDITOR),
]
CASES = ADDRESSES + FORMS
