"""What a Wagtail site has from the box: an endpoint of Wagtail's API v2 on the same models, with all public facts.

Written as Wagtail's documentation does it: a `BaseAPIViewSet`, its fields named, serializers for what hangs below.
`TunedViewSet` is the same by somebody who counted the queries. Both give the texts in one language, as ours does.
"""

from django.db.models import Prefetch
from rest_framework import serializers
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import BaseAPIViewSet

from cms.common.languages import SOURCE_LANGUAGE
from cms.models import ContactChannel, Organisation, OrganisationText, Place


class ChannelSerializer(serializers.ModelSerializer):
    """A way to reach it."""

    languages = serializers.ListField()

    class Meta:
        model = ContactChannel
        fields = ("kind", "value", "label", "languages", "urgent", "preferred", "pgp_fingerprint")


class PlaceSerializer(serializers.ModelSerializer):
    """Where it is."""

    class Meta:
        model = Place
        fields = ("precision", "country", "city", "lat", "lng", "is_seat")


class TextSerializer(serializers.ModelSerializer):
    """What it says."""

    class Meta:
        model = OrganisationText
        fields = ("summary", "description", "how_to_ask_for_help", "hours")


def source_texts():
    """Return the published texts in the site's first language."""
    return OrganisationText.objects.filter(live=True, locale__language_code=SOURCE_LANGUAGE)


class TextsField(serializers.Field):
    """The texts of an organisation in the site's first language."""

    def to_representation(self, organisation):
        """Look them up, unless the view did."""
        if not hasattr(organisation, "source_texts"):
            organisation.source_texts = source_texts().filter(organisation=organisation)
        return TextSerializer(organisation.source_texts, many=True).data


def _codes():
    return serializers.SlugRelatedField(slug_field="code", many=True, read_only=True)


class StockViewSet(BaseAPIViewSet):
    """Every public fact with `fields=*`."""

    name = "organisations"
    model = Organisation
    body_fields = [
        *BaseAPIViewSet.body_fields,
        *("uuid", "slug", "name", "alternate_name", "acronym", "logo", "website", "organisation_type"),
        *("is_government", "is_sample", "response_time", "intake_status"),
        *("verified_on", "review_due", "updated_on"),
        *(APIField(name, serializer=serializers.ListField()) for name in ("areas_served", "languages")),
        *(APIField(name, serializer=_codes()) for name in ("roles", "services", "audiences")),
        APIField("texts", serializer=TextsField(source="*")),
        APIField("channels", serializer=ChannelSerializer(many=True)),
        APIField("places", serializer=PlaceSerializer(many=True)),
    ]


class TunedViewSet(StockViewSet):
    """The same with everything read in as few queries as possible."""

    name = "tuned"

    def get_queryset(self):
        """As stock, without a query for each row."""
        texts = Prefetch("texts", source_texts(), to_attr="source_texts")
        everything = (texts, "channels", "places", "roles", "services", "audiences")
        return super().get_queryset().select_related("logo").prefetch_related(*everything)


stock_router = WagtailAPIRouter("stock")
stock_router.register_endpoint("organisations", StockViewSet)
stock_router.register_endpoint("tuned", TunedViewSet)
