"""`/privacy/<lang>/`: exactly what is kept of a visit, and what nobody here can promise. It needs no database."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from django.utils.translation.trans_real import parse_accept_lang_header

from cms.common.http.answers import NOT_KEPT, PUBLIC_HEADERS
from cms.common.http.policies import Kind
from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE, direction
from cms.conf import defenders_settings
from cms.pages.privacy_statements import sections
from cms.pages.public_documents import public_html


@public_html
def privacy_page(lang):
    """Return the page in a language."""
    with override(lang):
        return render_to_string(
            "defenders/privacy.html",
            {
                "site_lang": lang,
                "site_name": getattr(settings, "WAGTAIL_SITE_NAME", ""),
                "sections": sections(),
                "languages": [_version(code, code == lang) for code in LANGUAGES],
                "canonical": _absolute(lang),
                "onion_address": defenders_settings.ONION_URL,
                "security_contact": defenders_settings.SECURITY_CONTACT,
            },
        )


def privacy_in_language(request):
    """Lead to the page in the language of the browser, for links that know none."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    codes = (tag.partition("-")[0] for tag, _weight in wanted)
    address = path_of(next((code for code in codes if code in LANGUAGES), SOURCE_LANGUAGE))
    headers = {**PUBLIC_HEADERS, "Location": address, "Cache-Control": NOT_KEPT, "Vary": "Accept-Language"}
    return HttpResponse(status=302, headers=headers)


privacy_in_language.is_public_address = True
privacy_in_language.csrf_exempt = True
privacy_in_language.header_kind = Kind.PAGE


def sitemap_entries():
    """Return what the sitemap says of the page, as `cms.pages.sitemap.entries` does."""
    versions = [(lang, _absolute(lang)) for lang in LANGUAGES]
    return [
        {"url": url, "versions": versions, "default": _absolute(SOURCE_LANGUAGE)} for _lang, url in versions
    ]


def path_of(lang):
    """Return the address within the site."""
    return reverse("defenders_pages:privacy", kwargs={"lang": lang})


def _absolute(lang):
    return f"{defenders_settings.BASE_URL}{path_of(lang)}"


def _version(lang, current):
    return {
        "lang": lang,
        "name": ENDONYMS[lang],
        "dir": direction(lang),
        "url": path_of(lang),
        "absolute_url": _absolute(lang),
        "current": current,
    }
