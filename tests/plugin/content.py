"""Runs in the project that has the plugin: a page tree and an organisation, published as editors publish them."""

from wagtail.models import Locale, Site

from cms.common.gazetteer import nearest_named
from cms.models import Category, HomePage, Organisation, OrganisationText, Place, WhoAccompaniesPage

spanish = Locale.objects.get(language_code="es")
everything = {"heading": "Quién acompaña", "roles": [], "services": [], "audiences": [], "country": ""}

# Pages of a language are below the first page in that language.
first_page = Site.objects.get(is_default_site=True).root_page.specific.copy_for_translation(spanish)
first_page.save_revision().publish()
home = HomePage(title="Proteger a quienes defienden", slug="proteger", locale=spanish, live=False)
first_page.add_child(instance=home)
home.save_revision().publish()
section = WhoAccompaniesPage(title="Quién acompaña", slug="quien-acompana", locale=spanish, live=False)
section.body = [("map", everything)]
home.add_child(instance=section)
section.save_revision().publish()

organisation = Organisation(
    name="Refugio de Prueba", slug="refugio-de-prueba", areas_served=["CO"], live=False
)
city = nearest_named("Bilbao", "ES")
organisation.places.add(Place(precision="city", country="ES", city_id=city.id, is_seat=True))
organisation.roles.set([Category.objects.get(kind="role", code="accompaniment")])
organisation.full_clean()
organisation.save()
organisation.save_revision().publish()
text = OrganisationText(
    organisation=organisation, locale=spanish, summary="Acompaña a defensoras.", live=False
)
text.save()
text.save_revision().publish()
