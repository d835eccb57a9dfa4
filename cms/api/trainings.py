"""`trainings/`: who teaches protection, what is still to come first."""

from cms.api.guidance import GuidanceAPIViewSet
from cms.directory.guidance_filters import TRAINING_FILTERS
from cms.directory.trainings import TRAININGS


class TrainingsAPIViewSet(GuidanceAPIViewSet):
    """Trainings of public organisations."""

    name = TRAININGS.name
    kind = TRAININGS
    model = TRAININGS.model
    filters = TRAINING_FILTERS
    not_found = "There is no public training with this id."
    parameters = {
        "listing_view": ("lang", *TRAINING_FILTERS, "search", "limit", "offset"),
        "detail_view": ("lang",),
    }
