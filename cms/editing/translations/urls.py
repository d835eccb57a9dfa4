"""This project's views at wagtail-localize's addresses, and its own.

They are registered before wagtail-localize's, so they answer; its names still lead here. A view that finds another
app's text or page hands on to wagtail-localize's own.
"""

from django.urls import path

from cms.editing.roles import names
from cms.editing.translations import files, machine, preview, sentences, submit, synchronise, whole

TRANSLATION = "localize/translate/<int:translation_id>/"


def translation_urls():
    """Return them for the hook `register_admin_urls`, which asks for a login first."""
    return [
        path("localize/submit/page/<int:page_id>/", submit.SubmitPage.as_view()),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            submit.SubmitSnippet.as_view(),
        ),
        path("localize/update/<int:translation_source_id>/", synchronise.SynchroniseView.as_view()),
        path(TRANSLATION + "strings/<int:string_segment_id>/edit/", sentences.edit_sentence),
        path(TRANSLATION + "overrides/<int:overridable_segment_id>/edit/", sentences.edit_override),
        path(TRANSLATION + "pofile/download/", files.download),
        path(TRANSLATION + "pofile/upload/", files.upload),
        path(TRANSLATION + "machine_translate/", machine.machine_translate),
        path(TRANSLATION + "preview/", preview.preview),
        path(TRANSLATION + "preview/<str:mode>/", preview.preview),
        path(TRANSLATION + "disable/", whole.stop),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/",
            names.SnippetNames.as_view({"get": "list"}),
        ),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
            names.SnippetNames.as_view({"get": "retrieve"}),
        ),
        path("localize/page/<int:page_id>/convert_to_alias/", whole.convert_to_alias),
        path(
            "defenders/translate/<slug:model_name>/<str:pk>/",
            whole.start,
            name="defenders_translate_side_by_side",
        ),
    ]
