"""A model field for a list of codes that can be filtered alike on SQLite and PostgreSQL."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Lookup
from django.utils.translation import gettext_lazy as _


class CodesField(models.TextField):
    """A list of short codes, kept in their order and stored as "|CO|worldwide|".

    `valid(code)` says whether a code may be stored, `normalise(code)` gives the one way to write it. Codes contain
    letters, digits, "_" and "-" only, so that the bar cannot occur in one.
    Filter with `field__overlaps=["CO", "africa"]`: any of them.
    """

    default_error_messages = {"unknown_code": _("“%(code)s” is not a known code.")}

    def __init__(self, *args, valid=None, normalise=None, **kwargs):
        self.valid = valid
        self.normalise = normalise
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"default": list}

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            return [code for code in value.split("|") if code]
        return list(value or [])

    def get_prep_value(self, value):
        codes = self.to_python(value)
        return f"|{'|'.join(codes)}|" if codes else ""

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def value_from_object(self, obj):
        return self.to_python(super().value_from_object(obj))

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        for code in value:
            if self.valid and not self.valid(code):
                raise ValidationError(
                    self.error_messages["unknown_code"], code="unknown_code", params={"code": code}
                )

    def clean(self, value, model_instance):
        codes = self.to_python(value)
        if self.normalise:
            codes = [self.normalise(code) or code for code in codes]
        return super().clean(list(dict.fromkeys(codes)), model_instance)


@CodesField.register_lookup
class Overlaps(Lookup):
    """`overlaps`: any of these codes is in the list; an empty list finds nothing."""

    lookup_name = "overlaps"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        lhs, lhs_params = self.process_lhs(compiler, connection)
        if not self.rhs:
            return "1 = 0", []
        # LIKE takes "_" for any character, and codes contain it.
        patterns = [
            "%|{}|%".format(re.sub(r"[\\%_]", lambda match: f"\\{match[0]}", code)) for code in self.rhs
        ]
        sql = " OR ".join([f"{lhs} LIKE %s ESCAPE '\\'"] * len(patterns))
        return f"({sql})", [param for pattern in patterns for param in (*lhs_params, pattern)]
