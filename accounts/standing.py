"""What somebody may do, as one value to compare, and the second factors they have: in one query."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils.crypto import salted_hmac
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from cms.roles.models import GroupLanguage

# Recovery codes stand in for one of these, and are no factor by themselves.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

_FLAGS = ("is_active", "is_staff", "is_superuser")


@dataclass(frozen=True)
class Standing:
    """`fingerprint` changes with what the person may do; `authenticators` are (id, type) of theirs."""

    fingerprint: str
    authenticators: frozenset[tuple[int, str]]

    @property
    def has_second_factor(self) -> bool:
        """Whether there is an app or a key that can be asked for at the next login."""
        return any(kind in FACTORS for _pk, kind in self.authenticators)

    @property
    def authenticator_ids(self) -> set[int]:
        """The ids of everything that proves a second factor."""
        return {pk for pk, _kind in self.authenticators}


def read_standing(user) -> Standing:
    """Return how somebody stands at this moment."""
    rows = set(_rows(user))
    authenticators = {row for row in rows if row[0] == "authenticator"}
    flags = [f"{flag}={getattr(user, flag)}" for flag in _FLAGS]
    rights = [" ".join(row) for row in sorted(rows - authenticators)]
    return Standing(
        salted_hmac("accounts.standing", "\n".join([*flags, *rights]), algorithm="sha256").hexdigest(),
        frozenset((int(pk), kind) for _kind, pk, kind in authenticators),
    )


def _rows(user):
    """Return (kind, primary key, detail) of everything that decides; a row that changes its meaning is a new one."""
    groups = user.groups.order_by()
    return _named("group", groups).union(
        _named("own right", user.user_permissions),
        _named("right", Permission.objects.filter(group__in=groups)),
        _named("pages", GroupPagePermission.objects.filter(group__in=groups)),
        _named("collections", GroupCollectionPermission.objects.filter(group__in=groups)),
        _named("language", GroupLanguage.objects.filter(group__in=groups), "language"),
        _named("authenticator", Authenticator.objects.filter(user=user), "type"),
    )


def _named(kind, rows, detail=None):
    text = CharField()
    value = Cast(F(detail), text) if detail else Value("", output_field=text)
    return rows.order_by().values_list(Value(kind, output_field=text), Cast("pk", text), value)
