"""Languages: the common ones by name, any other by its BCP 47 tag."""

import re

from cms.common.languages import is_language_tag
from cms.editing.names import language_choices, language_name
from cms.editing.other_names import of_language
from cms.editing.widgets.checklist import Checklist


class LanguagesWidget(Checklist):
    """A checklist of common languages and a line for tags. Its value is the list of both, as they were typed."""

    template_name = "defenders/admin/widgets/languages.html"

    def __init__(self, attrs=None):
        super().__init__(attrs, choices=language_choices, other_names=of_language)

    def value_from_datadict(self, data, files, name):
        ticked = super().value_from_datadict(data, files, name) or []
        if isinstance(ticked, str):
            ticked = [ticked]
        typed = re.split(r"[\s,;|]+", data.get(f"{name}-other", ""))
        return [*ticked, *filter(None, typed)]

    def get_context(self, name, value, attrs):
        value = list(value or [])
        offered = {tag for tag, _name in self.choices}
        context = super().get_context(name, [tag for tag in value if tag in offered], attrs)
        other = [tag for tag in value if tag not in offered]
        context["widget"]["other"] = ", ".join(other)
        context["widget"]["other_names"] = ", ".join(
            language_name(tag) for tag in other if is_language_tag(tag)
        )
        return context
