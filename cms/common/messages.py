"""What an editor reads when a value is refused: code -> lazy sentence.

A sentence says what is wrong and what to do. Codes are stable; placeholders are named.
"""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    # Coordinates
    "coordinates_missing": _("Write a latitude and a longitude."),
    "coordinates_unclear": _(
        "These coordinates cannot be read. Write latitude and longitude like this: 43.26300, -2.93500."
    ),
    "number_unclear": _("“%(value)s” is not a number of degrees. Write it like this: 43.26300."),
    "latitude_range": _(
        "The latitude must lie between -90 and 90. If the two numbers are swapped, write the latitude first."
    ),
    "longitude_range": _("The longitude must lie between -180 and 180."),
    "null_island": _(
        "Latitude 0 and longitude 0 is a point in the sea that usually means a missing value. "
        "Write the real coordinates or choose a coarser precision."
    ),
    "short_map_link": _(
        "This short link does not contain coordinates. Open it in a browser and paste the long address of "
        "the map, or the two numbers."
    ),
    "link_without_coordinates": _(
        "This link does not contain coordinates. Centre the map on the place and paste its address again, "
        "or paste the two numbers."
    ),
    # Bounding boxes
    "bbox_count": _("A box is four numbers: west,south,east,north."),
    "bbox_number": _("“%(value)s” is not a number. A box is four numbers: west,south,east,north."),
    "bbox_order": _("The south of a box must not lie north of its north: write west,south,east,north."),
    # Any contact
    "empty": _("Write a value."),
    "too_long": _("This is too long: at most %(limit)d characters are possible."),
    "invisible_characters": _(
        "There are invisible characters in this value. Type it by hand instead of pasting it."
    ),
    "unknown_kind": _("“%(kind)s” is not a kind of contact."),
    # Web addresses
    "url_scheme": _("Write the whole address, beginning with https://."),
    "url_http_or_https": _("Write the whole address, beginning with https:// or http://."),
    "url_unclear": _("This is not a web address. Copy it from the address bar of the browser."),
    "url_credentials": _("The address contains a user name or password before an @ sign. Remove that part."),
    "url_host": _("The address needs a public domain name, such as example.org."),
    "url_onion": _("This is an onion address. Add it as a contact of the kind “Onion address”."),
    "domain_spelling": _(
        "The domain name contains letters that have two readings on the web. "
        "Copy the address from the browser, where it begins with xn--."
    ),
    "onion_old": _("Onion addresses of 16 characters no longer work. Ask for the new one, of 56 characters."),
    "onion_unclear": _("This is not an onion address: 56 letters and digits followed by .onion are needed."),
    "onion_checksum": _("This onion address contains a typing mistake. Copy it again from the source."),
    # E-mail
    "email_unclear": _("This is not an e-mail address. Write only the address: name@example.org."),
    # Telephone numbers
    "phone_country": _("Write the number with + and the country code, like this: +34 944 000 000."),
    "phone_characters": _(
        "A telephone number has only digits, spaces and a leading +. Write extensions and notes elsewhere."
    ),
    "phone_unknown_country": _("No country uses the code after the + of this number."),
    "phone_too_short": _("This number is too short for its country."),
    "phone_too_long": _("This number is too long for its country."),
    "phone_area_code": _("The area code is missing from this number."),
    "phone_length": _("The number of digits does not fit the country of this number."),
    # Messengers
    "signal_unclear": _(
        "Write a Signal number with its country code, a user name like name.01, or a signal.me link."
    ),
    "whatsapp_unclear": _("Write a WhatsApp number with its country code, or a wa.me link to it."),
    "telegram_unclear": _(
        "Write a public Telegram name like @name, or a t.me link to it. "
        "Invitation links and numbers cannot be published."
    ),
    # Post
    "postal_street": _(
        "This looks like a street address. Write a PO box, or add an exact place to the organisation first."
    ),
    "postal_box": _(
        "Only PO boxes are possible here. Say so in the address, for example “PO box 123”, "
        "or add an exact place to the organisation first."
    ),
    # PGP
    "fingerprint_key_id": _(
        "This is only the short identifier of the key. Copy the whole fingerprint, 40 or 64 characters."
    ),
    "fingerprint_unclear": _(
        "A PGP fingerprint has 40 or 64 characters, only digits and the letters A to F. Spaces do not matter."
    ),
}
