"""What the admin shows of accounts: the way to one's own password and second factor, and to a lost one."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from accounts.reset import LOG_ACTION, may_reset
from accounts.views.reset import reset_view


@hooks.register("register_admin_urls")
def reset_urls():
    """The address at which a second factor is taken away."""
    return [path("accounts/<int:pk>/second-factor/", reset_view, name="defenders_accounts_reset")]


@hooks.register("register_account_menu_item")
def password_item(request):
    """The way to one's own password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change the password"),
        "help_text": _("Your other sessions end; this one goes on."),
    }


@hooks.register("register_account_menu_item")
def second_factor_item(request):
    """The way to one's own second factor."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("Authenticator app, passkeys, security keys and recovery codes."),
    }


@hooks.register("register_user_listing_buttons")
def reset_button(user, request_user):
    """The way to taking a lost second factor away, in the list of accounts."""
    if may_reset(request_user, user):
        yield Button(
            _("Second factor was lost"),
            reverse("defenders_accounts_reset", args=[user.pk]),
            icon_name="key",
            priority=40,
        )


@hooks.register("register_log_actions")
def log_actions(actions):
    """What the history of an account says."""
    actions.register_action(
        LOG_ACTION, _("Remove the second factor"), _("The second factor and the password were removed")
    )
