"""Taking a lost second factor away, so that the person can set up another one."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from wagtail.log_actions import log

from accounts import mails

LOG_ACTION = "defenders_accounts.second_factor_reset"


@transaction.atomic
def reset_second_factor(user, *, by=None, keep_password=False) -> int:
    """Remove everything that stands for the second factor; return how many that were.

    The password goes too unless it is kept: whoever knows it could otherwise set up a factor of their own. The person
    sets a new one by mail. All sessions of the account end.
    """
    count, _by_model = Authenticator.objects.filter(user=user).delete()
    if not keep_password:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    log(user, LOG_ACTION, user=by)
    transaction.on_commit(lambda: mails.send_notice("accounts/second_factor_reset", user))
    return count


def may_reset(person, user) -> bool:
    """Say whether somebody may take the second factor of an account away: not their own, and not of who may more."""
    return (
        person.has_perm("auth.change_user")
        and person.pk != user.pk
        and (person.is_superuser or not user.is_superuser)
    )
