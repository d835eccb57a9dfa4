"""Categories: the roles, services and audiences by which visitors filter.

A category is a neutral key with one label and description per language. Its code is part of the public contract.
"""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from cms.common.labels import CATEGORY_KIND_LABELS
from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE
from cms.common.vocabularies import CATEGORY_CODES
from cms.conf import defenders_settings
from cms.snippets.category_use import users_of

# Of those that use a category, so many are named.
MAX_NAMES = 5

CODE_VALIDATOR = RegexValidator(
    r"^[a-z][a-z0-9_]*$",
    _("Use small letters without accents, digits and underscores only, starting with a letter."),
)


class CategoryQuerySet(models.QuerySet):
    """Categories, of which those that stay cannot be deleted together either."""

    def delete(self):
        """Delete all; ProtectedError when one of them has to stay."""
        for category in self:
            category.refuse_deletion()
        return super().delete()

    # As in Django: no `Category.objects.delete()` by accident, and never from a template.
    delete.alters_data = True
    delete.queryset_only = True


class Category(index.Indexed, RevisionMixin, ClusterableModel):
    """One role, service or audience."""

    kind = models.CharField(_("kind"), max_length=10, choices=list(CATEGORY_KIND_LABELS.items()))
    code = models.CharField(
        _("code"),
        max_length=40,
        validators=[CODE_VALIDATOR],
        help_text=_(
            "The permanent name that partner websites use for this category. It cannot be changed later; the labels "
            "below can."
        ),
    )
    order = models.PositiveSmallIntegerField(
        _("position"), default=100, help_text=_("Categories with a smaller number are shown first.")
    )

    objects = CategoryQuerySet.as_manager()

    panels = [
        FieldPanel("kind"),
        FieldPanel("code"),
        FieldPanel("order"),
        InlinePanel(
            "labels",
            heading=_("Labels"),
            label=_("Label"),
            help_text=_("What visitors read, once per language. A missing language shows another one."),
            min_num=1,
            max_num=len(LANGUAGES),
        ),
    ]

    search_fields = [
        index.AutocompleteField("code"),
        index.SearchField("code"),
        index.RelatedFields("labels", [index.SearchField("label"), index.AutocompleteField("label")]),
    ]

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["kind", "order", "code"]
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="unique_category_code")]

    def __str__(self):
        return self.label_in(get_language() or SOURCE_LANGUAGE)

    def clean(self):
        super().clean()
        if self.pk:
            stored = type(self).objects.filter(pk=self.pk).values_list("kind", "code").first()
            if stored and stored != (self.kind, self.code):
                raise ValidationError(
                    {
                        "code": _(
                            "Partner websites rely on the kind and code of a category: they cannot be changed."
                        )
                    }
                )

    def delete(self, *args, **kwargs):
        """Delete the category; ProtectedError when it has to stay."""
        self.refuse_deletion()
        return super().delete(*args, **kwargs)

    def refuse_deletion(self):
        """Raise ProtectedError when the category has to stay."""
        if reason := self.reason_to_stay():
            raise models.ProtectedError(reason, {self})

    def reason_to_stay(self):
        """Return the sentence that says why the category cannot be deleted; "" when it can."""
        if self.code in CATEGORY_CODES.get(self.kind, ()):
            return _(
                "“%(label)s” cannot be deleted: partner websites rely on it. Its labels can be changed."
            ) % {"label": self}
        if users := users_of(self):
            names = [str(user) for user in users[:MAX_NAMES]] + ["…"] * (len(users) > MAX_NAMES)
            return _("“%(label)s” cannot be deleted while it is in use: %(names)s.") % {
                "label": self,
                "names": ", ".join(names),
            }
        return ""

    def label_in(self, lang):
        """Return the label in a language, or in the first fallback that has one, or the code."""
        return self._text_in(lang, "label") or self.code

    def description_in(self, lang):
        """Return the description in a language or its first fallback; "" when there is none at all."""
        return self._text_in(lang, "description")

    def _text_in(self, lang, field):
        texts = {label.language: getattr(label, field) for label in self.labels.all()}
        lang = lang.split("-")[0]
        for candidate in (lang, *defenders_settings.FALLBACKS.get(lang, LANGUAGES)):
            if texts.get(candidate):
                return texts[candidate]
        return ""


class CategoryLabel(models.Model):
    """The label and description of a category in one language."""

    category = ParentalKey(Category, on_delete=models.CASCADE, related_name="labels")
    language = models.CharField(_("language"), max_length=5, choices=list(ENDONYMS.items()))
    label = models.CharField(_("label"), max_length=80)
    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        help_text=_("One sentence for somebody new to the field."),
    )

    panels = [FieldPanel("language"), FieldPanel("label"), FieldPanel("description")]

    class Meta:
        verbose_name = _("label of a category")
        verbose_name_plural = _("labels of categories")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["category", "language"], name="unique_category_language")
        ]

    def __str__(self):
        return f"{self.language}: {self.label}"
