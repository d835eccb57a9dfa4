"""Setting up, replacing and removing second factors."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView as AllauthActivateTOTPView
from allauth.mfa.webauthn.views import RemoveWebAuthnView as AllauthRemoveKeyView
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.views.generic.edit import FormView

from accounts.views.login import TooManyMixin


class ActivateAppView(TooManyMixin, AllauthActivateTOTPView):
    """An authenticator app; the one there was gives way to it in the same moment, so that none is ever missing."""

    @method_decorator(reauthentication_required(app="allauth.mfa"))
    def dispatch(self, request, *args, **kwargs):
        """Open for who has an app already, too: theirs would have to remove the old one first."""
        return FormView.dispatch(self, request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        picture = context["totp_svg"].partition("?>")[2]
        return context | {
            # Made here, of nothing but a path.
            "picture": mark_safe(picture),  # noqa: S308
            "replaces": self._app_of_now().exists(),
        }

    def form_valid(self, form):
        with transaction.atomic():
            self._app_of_now().delete()
            return super().form_valid(form)

    def _app_of_now(self):
        return Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.TOTP)


class RemoveKeyView(AllauthRemoveKeyView):
    """Remove a key, unless it is the last factor."""

    def form_valid(self, form):
        if not get_adapter().can_delete_authenticator(self.get_object()):
            messages.error(self.request, get_adapter().error_messages["cannot_delete_authenticator"])
            return HttpResponseRedirect(reverse("mfa_index"))
        return super().form_valid(form)
