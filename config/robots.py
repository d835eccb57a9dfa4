"""`/robots.txt`: what crawlers may read, and where the sitemap is.

Pages that are not to be listed (previews, sample content) say so themselves: a crawler has to read them to know.
"""

from django.urls import reverse

from cms.conf import defenders_settings
from widgets.views.delivery import deliver_made, public

# The API is for programs: search engines can do nothing with its JSON. Its documentation is for people.
RULES = ("User-agent: *", "Disallow: /api/v2/", "Allow: /api/v2/docs/")

# A site that may hold made-up content is not to be found at all.
RULES_OF_A_TRIAL = ("User-agent: *", "Disallow: /")


@public
def robots(request):
    """Return the rules (RFC 9309)."""
    rules = RULES_OF_A_TRIAL if defenders_settings.SAMPLE_CONTENT else RULES
    sitemap = f"Sitemap: {defenders_settings.BASE_URL}{reverse('defenders_pages:sitemap')}"
    return deliver_made(request, "text/plain; charset=utf-8", "\n".join((*rules, "", sitemap, "")).encode())
