"""`programmes/`: temporary protection, open calls first."""

from cms.api.guidance import GuidanceAPIViewSet
from cms.directory.guidance_filters import PROGRAMME_FILTERS
from cms.directory.programmes import PROGRAMMES


class ProgrammesAPIViewSet(GuidanceAPIViewSet):
    """Programmes of public organisations."""

    name = PROGRAMMES.name
    kind = PROGRAMMES
    model = PROGRAMMES.model
    filters = PROGRAMME_FILTERS
    not_found = "There is no public programme with this id."
    parameters = {
        "listing_view": ("lang", *PROGRAMME_FILTERS, "search", "limit", "offset"),
        "detail_view": ("lang",),
    }
