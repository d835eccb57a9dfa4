"""Telephone numbers, normalised to E.164 ("+34944000000").

The form is checked, not whether the number is in use: numbers reserved for fiction are well-formed.
"""

import re

import phonenumbers
from phonenumbers import ValidationResult

from cms.common.problems import ContactError
from cms.common.text import ascii_digits
from cms.common.typed_text import visible_text

_LONGEST = 40
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_ALLOWED = re.compile(r"\+[0-9 ().\-/\u2010-\u2013]+")

_PROBLEMS = {
    ValidationResult.INVALID_COUNTRY_CODE: "phone_unknown_country",
    ValidationResult.TOO_SHORT: "phone_too_short",
    ValidationResult.TOO_LONG: "phone_too_long",
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "phone_area_code",
    ValidationResult.INVALID_LENGTH: "phone_length",
}
_UNREADABLE = {
    phonenumbers.NumberParseException.INVALID_COUNTRY_CODE: "phone_unknown_country",
    phonenumbers.NumberParseException.TOO_SHORT_NSN: "phone_too_short",
    phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD: "phone_too_short",
    phonenumbers.NumberParseException.TOO_LONG: "phone_too_long",
}


def clean_phone(value):
    """Return the number as + and digits; ContactError says what is wrong."""
    text = _SPACES.sub(" ", ascii_digits(visible_text(value, _LONGEST)))
    text = text.replace("\uff0b", "+").removeprefix("tel:").strip()
    if re.match(r"00[1-9]", text):
        text = f"+{text[2:]}"
    if not text.startswith("+"):
        raise ContactError("phone_country" if re.fullmatch(r"[0-9 ().\-/]+", text) else "phone_characters")
    if not _ALLOWED.fullmatch(text):
        raise ContactError("phone_characters")
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException as error:
        raise ContactError(_UNREADABLE.get(error.error_type, "phone_characters")) from None
    problem = _PROBLEMS.get(phonenumbers.is_possible_number_with_reason(number))
    if problem:
        raise ContactError(problem)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
