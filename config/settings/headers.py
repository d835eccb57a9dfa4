"""What browsers are told, wherever the site runs. Which address has which headers: `cms/common/http/policies.py`."""

# Pages of errors, redirects and whatever else is not the editor's.
DEFENDERS_HEADERS_EVERYWHERE = True

# For answers that no kind of address claims. With "no-referrer" browsers send "Origin: null" with the editor's own
# forms, and every one of them is refused as forged.
SECURE_REFERRER_POLICY = "same-origin"

# No script reads a cookie, and other sites cause none to be sent with what they ask for.
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
# Messages to editors need no cookie of their own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
