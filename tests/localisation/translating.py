"""Translations as translators make them: sent, translated sentence by sentence, published."""

from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.models import HomePage, StandardPage
from tests.factories import OrganisationFactory, locale

SPANISH = {
    "summary": "Acompaña a defensoras.",
    "description": "<p>Da ayuda jurídica.</p><p>Da ayuda psicosocial.</p>",
    "how_to_ask_for_help": "<p>Escribe.</p>",
    "hours": "De 9 a 14.",
}
BASQUE = {
    "Acompaña a defensoras.": "Defendatzaileei laguntzen die.",
    "Da ayuda jurídica.": "Laguntza juridikoa ematen du.",
    "Da ayuda psicosocial.": "Laguntza psikosoziala ematen du.",
    "Escribe.": "Idatzi.",
    "De 9 a 14.": "9etatik 14etara.",
    "Inicio": "Hasiera",
    "Qué es": "Zer den",
    "Una red.": "Sare bat.",
}


def spanish_text(**changes):
    """Return the published Spanish text of an organisation."""
    return OrganisationFactory(texts={"es": SPANISH | changes}).texts.get()


def spanish_home():
    """Return a published Spanish home page."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    page = root.add_child(instance=HomePage(title="Inicio", slug="inicio", locale=locale("es"), live=False))
    page.save_revision().publish()
    return HomePage.objects.get(pk=page.pk)


def spanish_page(home, slug="que-es"):
    """Return a published Spanish page below the home page."""
    page = StandardPage(title="Qué es", slug=slug, introduction="Una red.", locale=home.locale, live=False)
    home.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def send(instance, language="eu"):
    """Send something to translators and return its Translation."""
    translate_object(instance, [locale(language)])
    return Translation.objects.get(
        source__object_id=instance.translation_key, target_locale__language_code=language
    )


def write(translation, strings=BASQUE, **fields):
    """Write the translations of the sentences that `strings` knows."""
    for segment in StringSegment.objects.filter(source=translation.source).select_related(
        "string", "context"
    ):
        if segment.string.data in strings:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": strings[segment.string.data], "translation_type": "manual"} | fields,
            )


def approved(instance, language="eu"):
    """Return the Translation of something that is translated and public."""
    translation = send(instance, language)
    write(translation)
    translation.save_target(publish=True)
    return translation


def republish(instance, **changes):
    """Change the source and publish it."""
    instance = type(instance).objects.get(pk=instance.pk)
    for name, value in changes.items():
        setattr(instance, name, value)
    instance.save_revision().publish()
    return type(instance).objects.get(pk=instance.pk)


def row(translation):
    """Return the row of the translated text or page, as the database has it."""
    return translation.get_target_instance()


def public_words(translation):
    """Return whether the translation is public and what it says."""
    target = row(translation)
    if isinstance(target, Page):
        return target.live, target.title, target.introduction
    return target.live, target.summary, target.description, target.how_to_ask_for_help, target.hours
