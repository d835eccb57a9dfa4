"""The preview of a page in the front end of a partner, which reads the draft from the API with a signed token."""

from django.template.response import TemplateResponse

from cms.common.headless_preview import headless_address
from cms.conf import defenders_settings
from cms.directory.preview_tokens import PAGE, PreviewTarget, make_token
from cms.snippets.previews import HEADERS

HEADLESS = "headless"


def headless_preview(page, request):
    """Return a page of ours around theirs, because the editor's scripts do not reach into another site's frame.

    It shows what was saved last: that is what the API gives. A page that was never saved has no address yet.
    """
    context = {"address": address_of(page) if page.pk else "", "page": page}
    return TemplateResponse(request, "defenders/previews/headless.html", context, headers=HEADERS)


def address_of(page):
    """Return the address of the draft in the partner's front end."""
    lang = page.locale.language_code
    values = {
        "content_type": f"{page._meta.app_label}.{type(page).__name__}",
        "page_id": str(page.pk),
        "key": page.key,
        "lang": lang,
        "token": make_token(PreviewTarget(PAGE, str(page.pk), lang)),
    }
    return headless_address(defenders_settings.HEADLESS_PREVIEW_URL, values)
