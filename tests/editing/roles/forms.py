"""What a browser would post of a form that it was shown."""

from bs4 import BeautifulSoup

# Wagtail's scripts count the blocks of these; those of the newsroom have none.
EMPTY_STREAMS = {"body-count": "0", "sources-count": "0"}


def posted(response):
    """Return {name: value} of the fields in the form that the response shows, without its buttons."""
    soup = BeautifulSoup(response.content, "html.parser")
    form = soup.select_one("form[data-edit-form]") or soup.select_one("#w-editor-form")
    data = dict(EMPTY_STREAMS)
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = field["name"], field.get("type")
        if name.startswith("action-") or (kind in ("checkbox", "radio") and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = [option["value"] for option in field.select("option[selected]")]
            if chosen:
                data[name] = chosen if field.has_attr("multiple") else chosen[0]
        elif kind in ("checkbox", "radio"):
            data.setdefault(name, [])
            data[name] = [*data[name], field.get("value", "on")]
        else:
            data[name] = field.text.removeprefix("\n") if field.name == "textarea" else field.get("value", "")
    return data
