"""What a screen reader is told: Chromium's accessibility tree in reading order, shadow roots included."""

# Without words of their own that anybody hears.
SILENT = {"none", "generic", "InlineTextBox", "LabelText", "LineBreak", "paragraph", "listitem", "ListMarker"}

# What is used must have a name.
CONTROLS = {
    "button",
    "link",
    "checkbox",
    "combobox",
    "searchbox",
    "textbox",
    "radio",
    "DisclosureTriangle",
    "spinbutton",
}


def reading_order(page):
    """Return [(role, name), …] of everything that is read, from the top of the page to its end."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    order = []

    def read(node):
        role = node.get("role", {}).get("value", "")
        if not node.get("ignored") and role not in SILENT:
            order.append((role, node.get("name", {}).get("value", "")))
        if role == "combobox":
            return  # its options are another screen
        for child in node.get("childIds", ()):
            if child in nodes:
                read(nodes[child])

    read(next(node for node in nodes.values() if "parentId" not in node))
    return order


def missing(order, wanted):
    """Return the first of the wanted (role, beginning of the name) that does not come after the others, or None."""
    heard = iter(order)
    for role, name in wanted:
        if not any(one == role and text.startswith(name) for one, text in heard):
            return role, name
    return None


def nameless(order):
    """Return the roles of the controls without a name."""
    return [role for role, name in order if role in CONTROLS and not name.strip()]
