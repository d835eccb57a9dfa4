"""Deleting categories, one or several: those that have to stay say why."""

from django.db.models import ProtectedError
from django.shortcuts import get_list_or_404, redirect
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.snippets import DeleteView

from cms.editing.forms.codes import is_key
from cms.snippets.category import Category


class CategoryDeleteView(DeleteView):
    """The question before a category is deleted, or the sentence that says why it cannot be."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        reason = self.object.reason_to_stay()
        return context | {"reason_to_stay": reason, "is_protected": bool(reason)}


class CategoryDeleteBulkAction(DeleteBulkAction):
    """The same for several: none is deleted when one has to stay. Takes the place of Wagtail's own action."""

    models = [Category]
    template_name = "defenders/admin/category_bulk_delete.html"

    @classmethod
    def get_queryset(cls, model, object_ids):
        # An address may have been changed by hand: what is no key finds nothing.
        return get_list_or_404(model, pk__in=[key for key in object_ids if is_key(str(key))])

    def annotate_items(self, items):
        items = super().annotate_items(items)
        self.reasons = {category.pk: category.reason_to_stay() for category in items}
        self.is_protected = self.is_protected or any(self.reasons.values())
        return items

    def object_context(self, category):
        return super().object_context(category) | {"reason_to_stay": self.reasons[category.pk]}

    def prepare_action(self, objects, objects_without_access):
        if not self.is_protected:
            return super().prepare_action(objects, objects_without_access)
        for reason in filter(None, self.reasons.values()):
            messages.error(self.request, reason)
        return redirect(self.next_url)
