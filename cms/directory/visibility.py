"""Who may be seen: the one place that decides it. Whatever becomes public starts from these querysets."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page

from cms.snippets.organisation import Organisation
from cms.snippets.page_withdrawal import PageWithdrawal
from cms.snippets.place import Place
from cms.snippets.programme import Programme, ProgrammeText
from cms.snippets.testimony import Testimony, TestimonyText
from cms.snippets.texts import OrganisationText
from cms.snippets.training import Training, TrainingText


def _not_expired():
    # Unpublishing on time is the timer's work; what has expired is not shown even if the timer stands still.
    return Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())


def _published(model):
    return model.objects.filter(_not_expired(), live=True)


def _public_facts(model):
    return _published(model).filter(visibility="public")


def public_organisations():
    """Organisations that are published, not withdrawn and not expired."""
    return _public_facts(Organisation)


def published_texts():
    """Published texts of organisations, whether these are public or not."""
    return _published(OrganisationText)


def public_texts():
    """Published texts of public organisations."""
    texts = published_texts().filter(organisation__in=public_organisations())
    return texts.select_related("locale")


def public_places():
    """Places of public organisations that are not hidden."""
    return Place.objects.filter(organisation__in=public_organisations()).exclude(precision="hidden")


def public_programmes():
    """Published programmes, not withdrawn, of public organisations."""
    return _public_facts(Programme).filter(organisation__in=public_organisations())


def public_programme_texts():
    """Published texts of public programmes."""
    texts = _published(ProgrammeText).filter(programme__in=public_programmes())
    return texts.select_related("locale")


def public_trainings():
    """Published trainings, not withdrawn, of public organisations."""
    return _public_facts(Training).filter(organisation__in=public_organisations())


def public_training_texts():
    """Published texts of public trainings."""
    texts = _published(TrainingText).filter(training__in=public_trainings())
    return texts.select_related("locale")


def agreed_on(today):
    """Return the condition that the person agrees on this (UTC) day; composed testimonies need nobody's consent."""
    agreed = Q(is_composed=True) | Q(consent_given_on__lte=today)
    return agreed & (Q(consent_expires_on__isnull=True) | Q(consent_expires_on__gte=today))


def public_by_themselves(model, today):
    """Published facts of a model, not withdrawn and agreed to, whatever became of their organisation."""
    facts = _public_facts(model)
    return facts.filter(agreed_on(today)) if model is Testimony else facts


def public_testimonies(today):
    """Published testimonies, not withdrawn, to which the person agrees on this day."""
    return _public_facts(Testimony).filter(agreed_on(today))


def public_testimony_texts(today):
    """Published texts of testimonies that are public on this day."""
    texts = _published(TestimonyText).filter(testimony__in=public_testimonies(today))
    return texts.select_related("locale")


def public_pages():
    """Published pages without viewing restrictions that are not withdrawn, nor below a page that is."""
    return published_pages().public()


def published_pages():
    """The same with those that only some visitors may open."""
    return Page.objects.live().filter(_not_expired()).exclude(_is_withdrawn())


def withdrawn_pages():
    """Pages that are withdrawn, or below one that is."""
    return Page.objects.filter(_is_withdrawn())


def is_withdrawn(page):
    """Say whether a page, or one above it, is withdrawn."""
    return withdrawn_pages().filter(pk=page.pk).exists()


def _is_withdrawn():
    # Asked inside the query: what was withdrawn a moment ago is gone, and no query comes on top. What repeats a page
    # elsewhere in the tree goes with it.
    return Q(_at_or_below_withdrawn("path")) | Q(_at_or_below_withdrawn("alias_of__path"))


def _at_or_below_withdrawn(path):
    keys = PageWithdrawal.objects.values("translation_key")
    withdrawn = Page.objects.filter(translation_key__in=keys).order_by()
    below = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return Exists(withdrawn.annotate(below=below).filter(below__startswith=F("path")))


def public_documents():
    """Documents whose collection has no viewing restrictions."""
    restricted = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    documents = get_document_model().objects.all()
    for path in restricted:
        documents = documents.exclude(collection__path__startswith=path)
    return documents
