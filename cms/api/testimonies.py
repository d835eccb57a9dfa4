"""`testimonies/`: words of those who defend rights, as long as they agree."""

from cms.api.guidance import GuidanceAPIViewSet
from cms.directory.testimonies import TESTIMONIES


class TestimoniesAPIViewSet(GuidanceAPIViewSet):
    """Testimonies that are public today."""

    name = TESTIMONIES.name
    kind = TESTIMONIES
    model = TESTIMONIES.model
    not_found = "There is no public testimony with this id."
    parameters = {
        "listing_view": ("lang", "limit", "offset"),
        "detail_view": ("lang",),
    }
