"""What the overview can be narrowed down to."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from cms.common.languages import ENDONYMS
from cms.editing.overview.cells import KIND_WORDS, STATE_WORDS
from cms.snippets.organisation import Organisation


def _choice(label, choices):
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=gettext_lazy("All"), widget=forms.RadioSelect
    )


class OverviewFilterSet(WagtailFilterSet):
    """The form beside the report. The report itself applies it: it lists items, which are no rows of one table."""

    language = _choice(gettext_lazy("Language"), list(ENDONYMS.items()))
    state = _choice(gettext_lazy("State"), [(code, word) for code, (word, _icon) in STATE_WORDS.items()])
    newer = _choice(
        gettext_lazy("Beside what is public"),
        [
            ("draft", gettext_lazy("A newer draft")),
            ("in_review", gettext_lazy("A newer version in review")),
        ],
    )
    kind = _choice(gettext_lazy("What it is"), list(KIND_WORDS.items()))
    mine = _choice(gettext_lazy("Rights"), [("yes", gettext_lazy("Only what I may edit"))])

    class Meta:
        model = Organisation  # whose rows are never asked for; a set of filters needs one
        fields: list[str] = []
