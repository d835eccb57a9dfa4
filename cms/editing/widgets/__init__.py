"""Form widgets of the editors' side. Each works without scripts; scripts only make it quicker."""

from cms.editing.widgets.checklist import Checklist, DescribedChecklist, PrecisionRadios, ShortChecklist
from cms.editing.widgets.city import CityInput, CityWidget
from cms.editing.widgets.country import CountrySelect
from cms.editing.widgets.languages import LanguagesWidget
from cms.editing.widgets.office_map import OfficeMap

__all__ = [
    "Checklist",
    "CityInput",
    "CityWidget",
    "CountrySelect",
    "DescribedChecklist",
    "LanguagesWidget",
    "OfficeMap",
    "PrecisionRadios",
    "ShortChecklist",
]
