"""What editors see of a block before they choose it: in which group it stands, what it is for, and an example.

The examples are made up and in the language of the editor.
"""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TEXTS = gettext_lazy("Text")
PICTURES = gettext_lazy("Pictures and files")
LISTS = gettext_lazy("From the directory and the guidance")

# A page of its own with the style of the site.
TEMPLATE = "defenders/blocks/preview.html"


def text():
    """Return an example of formatted text."""
    return format_html(
        "<h2>{}</h2><p>{}</p><ul><li>{}</li><li>{}</li></ul>",
        _("Before you travel"),
        _("Tell somebody you trust where you are going, and when you will call."),
        _("Take only the papers you need."),
        _("Agree on a word that means danger."),
    )


def paragraph(sentence):
    """Return a sentence as formatted text."""
    return format_html("<p>{}</p>", sentence)


def steps():
    """Return an example of steps."""
    return {
        "heading": _("If you are threatened"),
        "items": [
            {
                "title": _("Write down what happened"),
                "text": paragraph(_("Day, hour, place and the exact words.")),
            },
            {"title": _("Tell somebody you trust"), "text": paragraph(_("Nobody should face it alone."))},
        ],
    }


def questions():
    """Return an example of questions and answers."""
    answer = paragraph(_("No. Accompaniment costs nothing, and nobody may ask you for money."))
    return {
        "heading": _("Questions we are asked"),
        "items": [{"question": _("Do I have to pay?"), "answer": answer}],
    }


def warning():
    """Return an example of a warning."""
    return {
        "level": "warning",
        "heading": _("Not from the phone you are threatened on"),
        "text": paragraph(_("Write from another one, if you can.")),
    }


def quote():
    """Return an example of a quote."""
    return {
        "text": _(
            "Everyone has the right, individually and in association with others, to promote human rights."
        ),
        "attribution": _("Declaration on human rights defenders, article 1"),
        "url": "",
    }


def call_to_action():
    """Return an example of a call to action."""
    return {
        "heading": _("You need help now?"),
        "text": _("Look for an organisation that accompanies people where you live."),
        "page": None,
        "url": "https://example.org/",
        "link_label": _("Open the directory"),
    }


def programmes():
    """Return the heading over the programmes there are."""
    return {
        "heading": _("Programmes with an open call"),
        "open_only": False,
        "family_only": False,
        "audiences": [],
    }


def trainings():
    """Return the heading over the trainings there are."""
    return {"heading": _("Learn to protect yourselves")}


def testimonies():
    """Return the heading over the testimonies there are."""
    return {"heading": _("In their own words"), "display": "list"}
