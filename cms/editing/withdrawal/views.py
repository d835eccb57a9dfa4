"""The pages to confirm: what goes, in which languages, and what is below it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from cms.editing.actions.base import ReasonForm, StateActionView
from cms.editing.withdrawal.affected import language_versions
from cms.editing.withdrawal.rights import may_restore_page, may_withdraw_page
from cms.snippets.page_withdrawal import PageWithdrawal, restore_page, withdraw_page


class PageActionView(StateActionView):
    """Base: an action on a page in all its languages."""

    model = Page
    template_name = "defenders/admin/withdrawal/confirm_page.html"

    @cached_property
    def facts(self):
        """The page (not a draft of it); the root of all pages is none."""
        page = get_object_or_404(Page, pk=self.kwargs["pk"])
        if page.is_root():
            raise Http404
        return page.specific

    def get_success_url(self):
        return get_valid_next_url_from_request(self.request) or reverse(
            "wagtailadmin_pages:edit", args=[self.facts.pk]
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, versions=language_versions(self.facts))


class WithdrawPageView(PageActionView):
    """Take a page and what is below it out of everything public, in every language. Needs no second person."""

    name, icon_name, permission_required = "withdraw", "no-view", "change"
    form_class = ReasonForm
    is_serious = True
    label = gettext_lazy("Withdraw in all languages")
    consequences = (
        gettext_lazy(
            "The page disappears at once from the guidance site, its menus and links, the interface for developers, "
            "the published files, the search and the list for search engines: in all languages below."
        ),
        gettext_lazy(
            "The pages below it disappear with it. In menus and links nothing is left that leads nowhere."
        ),
        gettext_lazy(
            "It needs nobody's approval. No publication, no older version and no scheduled date brings the page back: "
            "only ending the withdrawal does."
        ),
        gettext_lazy("Nothing is deleted: pages, translations and versions stay as they are."),
    )
    done = gettext_lazy("“%(name)s” is withdrawn in all languages: nobody outside sees it any more.")

    @classmethod
    def applies_to(cls, page):
        return not PageWithdrawal.objects.filter(translation_key=page.translation_key).exists()

    @classmethod
    def allowed(cls, user, page):
        return may_withdraw_page(user, page)

    def act(self, form):
        withdraw_page(self.facts, self.request.user, form.cleaned_data["reason"])


class RestorePageView(PageActionView):
    """End a withdrawal: that makes something public, so it takes the right to publish in every language."""

    name, icon_name, permission_required = "restore", "view", "review"
    label = gettext_lazy("End the withdrawal")
    consequences = (
        gettext_lazy(
            "What is published of the page, and of the pages below it, is public again at once: in each language the "
            "version that is published now."
        ),
        gettext_lazy("What is a draft stays a draft."),
        gettext_lazy(
            "The reason for the withdrawal is deleted; the history still shows who withdrew it and when."
        ),
    )
    done = gettext_lazy("The withdrawal of “%(name)s” is ended.")

    @classmethod
    def applies_to(cls, page):
        return not WithdrawPageView.applies_to(page)

    @classmethod
    def allowed(cls, user, page):
        return may_restore_page(user, page)

    def get_context_data(self, **kwargs):
        row = PageWithdrawal.objects.filter(translation_key=self.facts.translation_key).first()
        return super().get_context_data(**kwargs, reason=row and row.reason)

    def act(self, form):
        restore_page(self.facts, self.request.user)


PAGE_ACTIONS = (WithdrawPageView, RestorePageView)
