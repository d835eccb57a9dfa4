"""What the repeated parts of a form (places, channels) have in common."""

from modelcluster.forms import BaseChildFormSet


class ChildFormSet(BaseChildFormSet):
    """Forms of the parts of an organisation.

    A part whose key is missing, unreadable or no longer known (somebody deleted it meanwhile) is a new one: nothing
    that was typed is lost.
    """

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if data is not None:
            self.data = self._with_known_keys()

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
