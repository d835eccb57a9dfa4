"""An administrator takes the lost second factor of somebody else away."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from accounts.reset import may_reset, reset_second_factor


@reauthentication_required()
def reset_view(request, pk):
    """Ask, and do it."""
    user = get_object_or_404(get_user_model(), pk=pk)
    if not may_reset(request.user, user):
        raise PermissionDenied
    back = reverse("wagtailusers_users:edit", args=[pk])
    if request.method == "POST":
        reset_second_factor(user, by=request.user)
        messages.success(
            request, _("The second factor of %(login)s is removed.") % {"login": user.get_username()}
        )
        return redirect(back)
    return TemplateResponse(request, "accounts/admin/reset.html", {"user_to_reset": user, "back": back})
