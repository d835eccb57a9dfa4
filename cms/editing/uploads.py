"""Forms of pictures and documents: what somebody uploads is cleaned, checked and renamed before it is stored.

The name of a file often names a person or a place, and a name that can be guessed shows that a file exists.
"""

import secrets
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from cms.common.uploads import documents, pictures
from cms.common.uploads.damaged import Damaged

_NAME_BYTES = 16


class SoundPictureField(WagtailImageField):
    """Wagtail's field; what Pillow cannot open is an error of the form, not of the server."""

    def to_python(self, data):
        try:
            return super().to_python(data)
        except (ValidationError, MemoryError):
            raise
        except Exception as error:  # Pillow raises whatever a broken structure leads to
            raise _damaged() from error


class CleanPicture:
    """A form that stores pictures without metadata, under names that say nothing."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = SoundPictureField(
                label=given.label, required=given.required, widget=given.widget
            )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            content = pictures.without_metadata(file.read())
        except pictures.UnknownFormat:
            raise ValidationError(
                _(
                    "Save this picture as JPEG, PNG, WebP or GIF: of these we can take away where and with what it was "
                    "made."
                ),
                code="unknown_format",
            ) from None
        except Damaged:
            raise _damaged() from None
        return _renamed(file, content)


class CleanDocument:
    """A form that stores documents that are what they say, under names that say nothing."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].help_text = _(
                "A document holds more than what you see: the name of who wrote it, comments, earlier versions, where "
                "pictures in it were taken. Remove that first (in LibreOffice: File, Properties; in Word: File, Info, "
                "Inspect document), then save it as PDF."
            )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        content, extension = file.read(), PurePath(file.name).suffix[1:].lower()
        if not documents.is_what_it_says(extension, content):
            raise ValidationError(
                _(
                    "This is no sound %(kind)s file. Open it in the program it was made with and save it again."
                ),
                code="not_what_it_says",
                params={"kind": extension.upper() or "?"},
            )
        return _renamed(file, content)


def _damaged():
    return ValidationError(
        _("This picture cannot be read to its end. Open it in a picture program and save it again."),
        code="damaged",
    )


def _renamed(file, content):
    name = f"{secrets.token_hex(_NAME_BYTES)}{PurePath(file.name).suffix.lower()}"
    return SimpleUploadedFile(name, content, file.content_type)
