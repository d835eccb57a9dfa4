"""One cell of the overview: a state in words, and the address where this user does what is to be done about it."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import set_query_params
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE
from cms.localisation.overview import PAGE, Item, text_models
from cms.localisation.status import TranslationState, translated_models
from cms.roles.rights import languages_of, languages_with

# State -> word, name of Wagtail's icon.
STATE_WORDS = {
    "missing": (gettext_lazy("Missing"), "circle-plus"),
    "draft": (gettext_lazy("Draft"), "edit"),
    "in_review": (gettext_lazy("In review"), "glasses"),
    "public": (gettext_lazy("Public"), "check"),
    "outdated": (gettext_lazy("Outdated"), "warning"),
}
NEWER_WORDS = {
    "draft": gettext_lazy("newer draft"),
    "in_review": gettext_lazy("newer version in review"),
}
KIND_WORDS = {
    "organisation": gettext_lazy("Organisation"),
    "programme": gettext_lazy("Programme"),
    "training": gettext_lazy("Training"),
    "testimony": gettext_lazy("Testimony"),
    PAGE: gettext_lazy("Guidance page"),
}
# What lets a user see how far the translations of a kind are.
SEEING_TEXTS = ("add", "change", "publish", "view")
SEEING_PAGES = ("add", "change", "publish")


@dataclass(frozen=True)
class Cell:
    """A state as it is shown; `url` is where to act on it, None where this user cannot."""

    language: str
    code: str
    word: str
    icon: str
    newer: str
    url: str | None

    @property
    def language_name(self):
        """The language by its own name."""
        return ENDONYMS[self.language]


@dataclass(frozen=True)
class Row:
    """An item and its cells in the languages that are shown."""

    item: Item
    cells: list[Cell]

    @property
    def kind(self):
        """What it is, in words."""
        return KIND_WORDS[self.item.kind]


def visible_kinds(user):
    """Return the kinds of items whose states the user may see, in their order."""
    kinds = [
        kind
        for kind, model in text_models().items()
        if policy_registry.get_by_type(model).user_has_any_permission(user, SEEING_TEXTS)
    ]
    if policy_registry.get_by_type(Page).user_has_any_permission(user, SEEING_PAGES):
        kinds.append(PAGE)
    return kinds


def own_languages(user):
    """Return the languages of somebody who works in some alone, in the usual order; [] of everybody else."""
    own = languages_of(user)
    return [language for language in LANGUAGES if language in own] if own else []


class Links:
    """Where a user acts on a cell. Asks the database a fixed number of times, however many cells follow."""

    def __init__(self, user):
        self.languages = languages_of(user)
        self.may_submit = user.has_perm("wagtail_localize.submit_translation")
        self.locales = set(Locale.objects.values_list("language_code", flat=True))
        self.rights = {
            model: {
                action: languages_with(user, action, model._meta.model_name) for action in ("add", "change")
            }
            for model in text_models().values()
        }
        # What is edited beside its source; the others are begun there, where the changed sentences are shown.
        running = Translation.objects.filter(enabled=True)
        self.side_by_side = set(running.values_list("source__object_id", "target_locale__language_code"))
        types = ContentType.objects.get_for_models(
            *(model for model in translated_models() if issubclass(model, Page))
        )
        editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
        self.pages = set(editable.filter(content_type__in=types.values()).values_list("pk", flat=True))

    def cell(self, item: Item, language: str) -> Cell:
        """Return the cell of an item in a language."""
        state = item.states[language]
        word, icon = STATE_WORDS[state.code]
        newer = NEWER_WORDS.get(state.newer, "")
        return Cell(language, state.code, str(word), icon, str(newer), self.url(item, language, state))

    def url(self, item: Item, language: str, state: TranslationState) -> str | None:
        """Return where to act: the editor of what there is, or else where it is begun."""
        if not self._may_act(item, language, state):
            return None
        if state.pk is None:
            return self._beginning(item, language)
        if state.code == "outdated" and (state.key, language) not in self.side_by_side:
            return reverse("defenders_translate_side_by_side", args=[item.model._meta.model_name, state.pk])
        if item.kind == PAGE:
            return reverse("wagtailadmin_pages:edit", args=[state.pk])
        return reverse(item.model.snippet_viewset.get_url_name("edit"), args=[state.pk])

    def _may_act(self, item, language, state):
        if state.pk is None:
            return language in self.locales
        return state.pk in self.pages if item.kind == PAGE else self._may(item.model, "change", language)

    def _beginning(self, item, language):
        """Return where a missing text or page is sent to translators or, a text, written; None where neither may be."""
        source = item.states[SOURCE_LANGUAGE].pk
        may_submit = source is not None and self.may_submit and self._is_own(language)
        if item.kind == PAGE:
            if may_submit:
                return self._submission("wagtail_localize:submit_page_translation", (source,), language)
            return None
        options = item.model._meta
        if may_submit and self._may(item.model, "change", language):
            args = (options.app_label, options.model_name, source)
            return self._submission("wagtail_localize:submit_snippet_translation", args, language)
        if self._may(item.model, "add", language):
            return set_query_params(
                reverse(item.model.snippet_viewset.get_url_name("add")),
                {item.model.subject_field: item.key, "locale": language},
            )
        return None

    def _is_own(self, language):
        return self.languages is None or language in self.languages

    def _submission(self, name, args, language):
        return set_query_params(reverse(name, args=args), {"select_locale": language})

    def _may(self, model, action, language):
        languages = self.rights[model][action]
        return languages is None or language in languages
