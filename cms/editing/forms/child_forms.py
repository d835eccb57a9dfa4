"""What the repeated parts of a form (places, channels) have in common."""

from django.utils.functional import cached_property
from modelcluster.forms import BaseChildFormSet

from cms.editing.forms.plain_text import PlainTextForm

LAST = 10_000


class PartForm(PlainTextForm):
    """A part of an organisation; one that was only added, or only moved, counts for nothing."""

    @cached_property
    def changed_data(self):
        changed = super().changed_data
        return [name for name in changed if name != "ORDER"] if self.empty_permitted else changed

    def full_clean(self):
        super().full_clean()
        if self.is_bound:
            # Wagtail asks for it when the page is shown again, also of a part that nobody filled in: that one is last.
            self.cleaned_data.setdefault("ORDER", LAST)


class ChildFormSet(BaseChildFormSet):
    """Forms of the parts of an organisation.

    A part whose key is missing, unreadable or no longer known (somebody deleted it meanwhile) is a new one: nothing
    that was typed is lost.
    """

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if data is not None:
            self.data = self._with_known_keys()
        elif self.instance.pk is None:
            # One stands open in a new organisation, so that nobody looks for it. Left as it is, it counts for nothing.
            self.extra = 1

    def total_form_count(self):
        """Read a few more forms than are allowed, so that none is lost, but not the thousands a caller may claim."""
        return min(super().total_form_count(), self.max_num + 10)

    def _with_known_keys(self):
        known = {str(part.pk) for part in self.queryset}
        data = self.data.copy()
        for index in range(min(self.initial_form_count(), self.total_form_count())):
            name = f"{self.add_prefix(index)}-id"
            if data.get(name) not in known:
                data[name] = ""
        return data
