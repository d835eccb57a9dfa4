"""Help found in three questions: the same needs in the browser and here."""

import re
from pathlib import Path

from cms.common.vocabularies import NEEDS

SOURCE = Path(__file__).resolve().parents[2] / "widgets" / "src" / "finder" / "needs.js"


def test_the_browser_means_the_same_services_by_a_need():
    table = re.findall(r"^  (\w+): \[(.*)\],$", SOURCE.read_text(encoding="utf-8"), re.M)
    assert {need: tuple(re.findall(r"'(\w+)'", services)) for need, services in table} == NEEDS
