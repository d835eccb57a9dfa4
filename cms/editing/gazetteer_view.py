"""Cities for the box of a place: our own list, asked by our own admin."""

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.common import gazetteer
from cms.common.territories import country_name, is_country
from cms.editing.names import editor_language

LONGEST = 80
MOST = 10


@require_safe
def find_cities(request):
    """Answer `?q=<beginnings of words>&country=<code, optional>` with at most ten cities, or 400 with a sentence.

    `{"cities": [{"id", "name", "country", "country_name", "lat", "lng"}]}`. Only for who may enter the admin.
    """
    query, country = request.GET.get("q", ""), request.GET.get("country", "")
    if set(request.GET) - {"q", "country"}:
        return _refused(_("Only “q” and “country” are understood."))
    if not query.strip() or len(query) > LONGEST or not query.isprintable():
        return _refused(_("Write between one and %(limit)d letters.") % {"limit": LONGEST})
    if country and not is_country(country):
        return _refused(_("This country is not known."))
    lang = editor_language()
    cities = [
        {
            "id": city.id,
            "name": city.name,
            "country": city.country,
            "country_name": country_name(city.country, lang),
            "lat": city.lat,
            "lng": city.lng,
        }
        for city in gazetteer.search(query, country or None, MOST)
    ]
    return JsonResponse({"cities": cities})


def _refused(sentence):
    return JsonResponse({"error": sentence}, status=400)
