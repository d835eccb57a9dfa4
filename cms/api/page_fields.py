"""How a page is written: absolute addresses from the configured base, sanitised rich text, its languages."""

from rest_framework.fields import CharField, Field
from wagtail import fields as wagtail_fields
from wagtail.api.v2.serializers import PageSerializer

from cms.api.addresses import page_detail_url
from cms.directory.richtext import page_url, public_html


class WholePageField(Field):
    """Base of fields made from the page and not from one of its attributes."""

    def get_attribute(self, instance):
        return instance


class DetailUrlField(WholePageField):
    """The address of the page in this API."""

    def to_representation(self, page):
        return page_detail_url(page.pk)


class HtmlUrlField(WholePageField):
    """The address of the page for people."""

    def to_representation(self, page):
        return page_url(page)


class LanguageField(WholePageField):
    """The language of the page."""

    def to_representation(self, page):
        return page.locale.language_code


class TranslationsField(WholePageField):
    """The public translations of the page, itself not included, in the order of their languages."""

    def to_representation(self, page):
        return [
            {
                "lang": other.locale.language_code,
                "id": other.pk,
                "html_url": page_url(other),
                "detail_url": page_detail_url(other.pk),
            }
            for other in self.context["translations"].get(page.translation_key, ())
            if other.pk != page.pk
        ]


class ParentField(WholePageField):
    """The page above, or null when it is not public."""

    def to_representation(self, page):
        parent = self.context["base_queryset"].filter(pk=page.get_parent().pk).first()
        if parent is None:
            return None
        kind = parent.cached_content_type.model_class()
        return {
            "id": parent.pk,
            "meta": {
                "type": f"{kind._meta.app_label}.{kind.__name__}",
                "detail_url": page_detail_url(parent.pk),
                "html_url": page_url(parent),
            },
            "title": parent.title,
        }


class PublicHtmlField(CharField):
    """Rich text as sanitised HTML."""

    def to_representation(self, value):
        return public_html(value)


class PublicPageSerializer(PageSerializer):
    """Wagtail's serializer with our own fields where Wagtail's show database markup or the request's host."""

    serializer_field_mapping = PageSerializer.serializer_field_mapping | {
        wagtail_fields.RichTextField: PublicHtmlField
    }

    detail_url = DetailUrlField(read_only=True)
    html_url = HtmlUrlField(read_only=True)
    lang = LanguageField(read_only=True)
    locale = LanguageField(read_only=True)
    translations = TranslationsField(read_only=True)
    parent = ParentField(read_only=True)
