"""What axe-core finds on a page: rules of WCAG 2.2 up to AA, and what it calls best practice."""

from pathlib import Path

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def violations(page):
    """Return ["rule: the elements it is about", ...] of a page as it is now.

    The frames of a page are not looked into: each has tests of its own.
    """
    assert AXE.exists(), "axe-core is missing: run “npm ci”."
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {iframes: false, resultTypes: ['violations']})")
    return [
        f"{one['id']}: {', '.join(str(node['target'][0]) for node in one['nodes'])}"
        for one in found["violations"]
    ]
