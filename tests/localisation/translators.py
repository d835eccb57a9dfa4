"""Machine translators of every temper."""

from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

HERE = "tests.localisation.translators"


class Polite(BaseMachineTranslator):
    """Translates everything."""

    display_name = "Polite"

    def can_translate(self, source_locale, target_locale):
        return True

    def translate(self, source_locale, target_locale, strings):
        return {string: StringValue(f"{target_locale.language_code}: {string.data}") for string in strings}


class Picky(Polite):
    """Knows no pair of languages."""

    def can_translate(self, source_locale, target_locale):
        return False


class Refusing(Polite):
    """Says that it can, and refuses the pair when asked."""

    def translate(self, source_locale, target_locale, strings):
        raise KeyError("translations")


class Slow(Polite):
    """Never answers in time."""

    def translate(self, source_locale, target_locale, strings):
        raise TimeoutError("canary-key-of-the-service")


class Mute(Polite):
    """Answers with nothing."""

    def translate(self, source_locale, target_locale, strings):
        return None


class Confused(Polite):
    """Answers with something else."""

    def translate(self, source_locale, target_locale, strings):
        return dict.fromkeys(strings, 7)


class Forgetful(Polite):
    """Translates the first sentence only, and one to nothing."""

    def translate(self, source_locale, target_locale, strings):
        first, second, *_ = strings
        return {first: StringValue("Bat."), second: StringValue("  ")}


class Careless(Polite):
    """Breaks the mark-up."""

    def translate(self, source_locale, target_locale, strings):
        return {string: StringValue("<script>alert(1)</script>") for string in strings}


class Broken(Polite):
    """Cannot even be made."""

    def __init__(self, options):
        raise ValueError("no key")
