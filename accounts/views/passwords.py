"""Changing a password, and a new one for who forgot it."""

from allauth.account.views import PasswordChangeView as AllauthPasswordChangeView
from allauth.account.views import PasswordResetView as AllauthPasswordResetView
from allauth.core import ratelimit
from django.http import HttpResponseRedirect
from django.urls import reverse

from accounts.clients import keyed_name


class PasswordChangeView(AllauthPasswordChangeView):
    """Asks for the old password; whoever has none sets one by mail."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_usable_password():
            return HttpResponseRedirect(reverse("account_reset_password"))
        return super().dispatch(request, *args, **kwargs)


class PasswordResetView(AllauthPasswordResetView):
    """The same answer for every address, counted under a name that does not tell it."""

    def form_valid(self, form):
        name = keyed_name("mail", form.cleaned_data["email"])
        refusal = ratelimit.consume_or_429(self.request, action="reset_password", key=name)
        if refusal:
            return refusal
        form.save(self.request)
        return HttpResponseRedirect(self.get_success_url())
