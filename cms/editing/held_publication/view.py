"""The page on which somebody decides about a publication that is held: who would disappear, and a button."""

import hashlib
import logging
from collections.abc import Iterable

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from cms.conf import defenders_settings
from cms.directory.guard import held, lost_organisations
from cms.directory.publish import PublicationHeld, accept_removals
from cms.editing.roles.rights import may_be_reviewer
from cms.snippets.organisation import Organisation

URL_NAME = "defenders_held_publication"

logger = logging.getLogger("cms.publish")


def may_decide(user):
    """Say whether the user may publish all the same: whoever may publish organisations."""
    return may_be_reviewer(user, Organisation)


def fingerprint(ids: Iterable[str]) -> str:
    """Return what tells whether somebody else is gone since the page was shown."""
    return hashlib.sha256(",".join(sorted(ids)).encode()).hexdigest()


class DecisionForm(forms.Form):
    """Nothing but the button, for those who were listed when the page was shown."""

    shown = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, lost, **kwargs):
        super().__init__(*args, **kwargs)
        self._now = fingerprint(lost)
        self.initial["shown"] = self._now

    def clean_shown(self):
        if self.cleaned_data["shown"] != self._now:
            raise ValidationError(_("The list has changed meanwhile. Look at it again before you decide."))
        return self._now


class HeldPublicationView(WagtailAdminTemplateMixin, FormView):
    """Opening the page does nothing; its button lets those disappear who are listed, and says so in their history."""

    template_name = "defenders/admin/held_publication/decide.html"
    page_title = gettext_lazy("Publishing is held")
    header_icon = "warning"
    form_class = DecisionForm
    success_url = reverse_lazy("wagtailadmin_home")
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_decide(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def held(self):
        """What is held, or None."""
        return held(defenders_settings.PUBLISHED_ROOT)

    @cached_property
    def lost(self):
        """{id: name} of who would disappear; nobody when nothing is held."""
        return lost_organisations(defenders_settings.PUBLISHED_ROOT) if self.held else {}

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"lost": self.lost}

    def get_context_data(self, **kwargs):
        form = kwargs.get("form")
        if form is not None and form.is_bound:
            # Whatever was sent, the button below the present list means the present list.
            kwargs["form"] = DecisionForm(lost=self.lost)
            kwargs["errors"] = form.errors.get("shown", [])
        return super().get_context_data(**kwargs, held=self.held, lost=self.lost)

    def form_valid(self, form):
        if self.lost:
            self._publish()
        return redirect(self.get_success_url())

    def _publish(self):
        try:
            accept_removals(self.lost, self.request.user)
        except PublicationHeld:
            messages.warning(
                self.request, _("Meanwhile more organisations are gone: look at the list again.")
            )
        except Exception:
            logger.exception("The public files could not be published after a decision.")
            messages.error(
                self.request,
                _("The files could not be renewed now. It is tried again every minute; your decision holds."),
            )
        else:
            count = len(self.lost)
            sentence = ngettext(
                "Published: %(count)d organisation is not public any more.",
                "Published: %(count)d organisations are not public any more.",
                count,
            )
            messages.success(self.request, sentence % {"count": count})


def held_publication_urls():
    """Return the addresses for the hook `register_admin_urls`."""
    return [path("defenders/held-publication/", HeldPublicationView.as_view(), name=URL_NAME)]
