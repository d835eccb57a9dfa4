"""Where partners paste the code: for each kind of website which one to take, and the steps. In the current language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Place:
    """A kind of website: `code` is the key of the code to take, `policy` what a Content-Security-Policy must allow."""

    name: str
    code: str
    steps: tuple[str, ...]
    otherwise: str = ""
    policy: str = ""


def places(host: str) -> list[Place]:
    """Return the kinds of websites, the most usual first; `host` is where scripts and pages come from."""
    return [
        Place(
            "WordPress",
            "address",
            (
                _("Paste the address into a line of its own, as its own paragraph."),
                _("A frame takes its place that grows with its content."),
            ),
            _(
                "For your own colours, or if the address stays a plain line: add a block “Custom HTML” and paste "
                "the code with a script. WordPress takes scripts out again where your account may not use them: "
                "then ask an administrator, or keep the address."
            ),
        ),
        Place(
            "Drupal",
            "element",
            (
                _("Choose a text format that filters no HTML, often called “Full HTML”."),
                _("Switch the editor to the source and paste the code."),
                _("Save, and look whether the page shows more than a link."),
            ),
            _(
                "Where only a link is left, the text format takes scripts out: ask who administers the website, or "
                "try the frame."
            ),
        ),
        Place(
            "Joomla",
            "element",
            (
                _("Make a new site module of the type “Custom”."),
                _("Switch its editor off and paste the code."),
                _("Choose a position and the pages, and publish it."),
            ),
            _(
                "Joomla takes scripts and frames out unless the text filter of your group is “No Filtering”: an "
                "administrator finds it in the global configuration."
            ),
        ),
        Place(
            "Wix, Squarespace, Google Sites, Jimdo",
            "element",
            (
                _("Add the element for embedding: it is called “Embed”, “Code” or “HTML”."),
                _(
                    "Where it takes code, paste the code with a script; where it asks for an address, the address."
                ),
                _("Make the element tall: it does not always grow with its content."),
            ),
            _(
                "Some of them show code in a frame of their own or only in paid plans. In such a frame the button to "
                "leave quickly empties the frame and may not be able to close the page around it."
            ),
        ),
        Place(
            _("Your own pages"),
            "element",
            (
                _("Paste the code where the content is to be."),
                _("If the pages have a Content-Security-Policy, allow this host in three places:"),
            ),
            policy=f"script-src {host}; connect-src {host}; frame-src {host}",
        ),
        Place(
            _("An e-mail, a document, a page that takes nothing else"),
            "link",
            (_("Paste the link, or write the address out."),),
        ),
    ]
