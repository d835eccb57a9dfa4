"""Index of every model. Models live by subject in `roles/`, `snippets/` and `pages/`; this file only names them.

Imports run one way: `common`, `roles`, `snippets`, `localisation`, `directory`, `pages`; then `api`, `backup`,
`exchange` and `sample`, which never import each other. `widgets` sees `directory`, `common` and `conf` alone.
`tests/test_imports.py` holds it.
"""

from cms.exchange.models import ImportBatch, ImportRow
from cms.pages.home import HomePage
from cms.pages.protection import PermanentProtectionPage, TemporaryProtectionPage
from cms.pages.standard import StandardPage
from cms.pages.training import TrainingPage
from cms.pages.who_accompanies import WhoAccompaniesPage
from cms.roles.models import GroupLanguage, Role
from cms.roles.second_person_task import SecondPersonTask, SecondPersonTaskState
from cms.snippets.category import Category, CategoryLabel
from cms.snippets.channel import ContactChannel
from cms.snippets.link_check import LinkCheck
from cms.snippets.organisation import FormerSlug, Organisation
from cms.snippets.page_withdrawal import PageWithdrawal
from cms.snippets.place import Place
from cms.snippets.programme import Programme, ProgrammeText
from cms.snippets.sent_summary import SentSummary
from cms.snippets.testimony import Testimony, TestimonyText
from cms.snippets.texts import OrganisationText
from cms.snippets.training import Training, TrainingText

__all__ = [
    "Category",
    "CategoryLabel",
    "ContactChannel",
    "FormerSlug",
    "GroupLanguage",
    "HomePage",
    "ImportBatch",
    "ImportRow",
    "LinkCheck",
    "Organisation",
    "OrganisationText",
    "PageWithdrawal",
    "PermanentProtectionPage",
    "Place",
    "Programme",
    "ProgrammeText",
    "Role",
    "SecondPersonTask",
    "SecondPersonTaskState",
    "SentSummary",
    "StandardPage",
    "TemporaryProtectionPage",
    "Testimony",
    "TestimonyText",
    "Training",
    "TrainingPage",
    "TrainingText",
    "WhoAccompaniesPage",
]
