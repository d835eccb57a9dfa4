"""Index of the kinds of facts that the guidance shows."""

from cms.directory.programmes import PROGRAMMES
from cms.directory.testimonies import TESTIMONIES
from cms.directory.trainings import TRAININGS

KINDS = (PROGRAMMES, TRAININGS, TESTIMONIES)
