"""wagtailgeowidget's Leaflet map over one line of typed or pasted coordinates, with nothing fetched from elsewhere."""

import json
import re

from django import forms
from django.templatetags.static import static
from django.utils.functional import cached_property
from wagtailgeowidget.helpers import geosgeometry_str_to_struct
from wagtailgeowidget.widgets import LeafletField

from cms.common.coordinates import parse_point, rounded
from cms.common.problems import CoordinateError
from cms.conf import defenders_settings
from cms.editing.widgets.checklist import STYLES


class OfficeMap(LeafletField):
    """The visible line is what counts: what it holds is posted as `<name>-typed`, the map only writes into it.

    Its value is a text; `parse_office` reads it.
    """

    template_name = "defenders/admin/widgets/office_map.html"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, srid=4326, **kwargs)

    @cached_property
    def media(self):
        return forms.Media(
            css={
                "all": [
                    "defenders/admin/vendor/leaflet/leaflet.css",
                    "wagtailgeowidget/css/leaflet-field.css",
                    *STYLES["all"],
                ]
            },
            js=[
                "defenders/admin/vendor/leaflet/leaflet.js",
                "wagtailgeowidget/js/leaflet-field.js",
                "defenders/admin/office-map.js",
            ],
        )

    def build_attrs(self, *args, **kwargs):
        attrs = super().build_attrs(*args, **kwargs)
        del attrs["data-leaflet-field-options-value"]
        options = {
            "srid": self.srid,
            "zoom": 1,
            "defaultLocation": {"lat": 0, "lng": 0},
            "tiles": defenders_settings.MAP_TILES,
            "world": static("defenders/admin/world.json"),
        }
        attrs["data-controller"] = "defenders-office-map"
        attrs["data-defenders-office-map-options-value"] = json.dumps(options)
        return attrs

    def value_from_datadict(self, data, files, name):
        typed = data.get(f"{name}-typed")
        return typed if typed is not None else data.get(name)

    def value_omitted_from_data(self, data, files, name):
        return name not in data and f"{name}-typed" not in data

    def render(self, name, value, attrs=None, renderer=None):
        # Not LeafletField's own: its visible line has no name, so that nothing typed would arrive without scripts.
        return self._render(self.template_name, self.get_context(name, value, attrs), renderer)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["typed"] = shown(value)
        return context


def parse_office(text):
    """Return the Point of a typed text or of the map's own notation, or None for an empty one.

    Raises CoordinateError for anything else.
    """
    text = (text or "").strip()
    if not text:
        return None
    place = geosgeometry_str_to_struct(re.sub(r"\s+", " ", text)[:200])
    return rounded(parse_point(f"{place['y']}, {place['x']}" if place else text), "exact")


def shown(text):
    """Return how a value stands in the line: "lat, lng" where it can be read, else as it was typed."""
    try:
        office = parse_office(text)
    except CoordinateError:
        return text
    return f"{office.lat}, {office.lng}" if office else ""
