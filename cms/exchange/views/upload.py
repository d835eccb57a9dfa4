"""A file comes in."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic.edit import FormMixin

from cms.exchange.batches import forget_undecided, start_batch
from cms.exchange.export import RESPONSES
from cms.exchange.limits import MAX_FILE_BYTES, MAX_ROWS
from cms.exchange.permissions import languages_of_texts
from cms.exchange.problems import Refused, problems_of, sentence_of
from cms.exchange.template import template_rows
from cms.exchange.views.base import ImportersOnly, ImportScreen


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=_("File"),
        error_messages={
            "required": _("Choose a file."),
            "invalid": _("Choose a file."),
            "missing": _("Choose a file."),
            "empty": _("This file is empty."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Here, because a sentence with its numbers in it is in the language of the moment.
        sentence = _("A workbook (XLSX) or a CSV file, at most %(megabytes)d MB and %(rows)d rows.")
        self.fields["file"].help_text = sentence % {
            "megabytes": MAX_FILE_BYTES // 1_000_000,
            "rows": MAX_ROWS,
        }


class UploadView(FormMixin, ImportScreen):
    """Choose a file. It is read and compared; nothing is imported yet."""

    form_class = UploadForm
    template_name = "defenders/admin/imports/upload.html"
    page_title = _("Import a file")

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        forget_undecided()
        file = form.cleaned_data["file"]
        # One byte more than is allowed is enough to refuse it.
        data = file.read(MAX_FILE_BYTES + 1)
        try:
            batch = start_batch(data, _shown(file.name), request.user, languages_of_texts(request.user))
        except Refused as error:
            form.add_error("file", sentence_of(problems_of(error)[0]))
            return self.form_invalid(form)
        return redirect("defenders_imports:batch", batch.pk)


def _shown(name):
    """Return the name of a file as it can be stored and shown."""
    return "".join(char for char in name if char.isprintable()) or "?"


class TemplateDownloadView(ImportersOnly, View):
    """The table to begin with."""

    def get(self, request, form):
        if form not in RESPONSES:
            raise Http404
        return RESPONSES[form](template_rows(), "organisations-template")
