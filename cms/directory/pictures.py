"""Small pictures in records: their sizes come with the query of the rows, not one query for each."""

import logging

from django.db.models import F, FilteredRelation, Q
from wagtail.images import get_image_model

from cms.conf import defenders_settings

logger = logging.getLogger("cms.pictures")

# What `with_picture` adds to rows.
SMALL = ("small_file", "small_width", "small_height")


def with_picture(rows, field, spec):
    """Return the queryset with an image field and its rendition of this filter spec, for `picture_of`."""
    small = FilteredRelation(
        f"{field}__renditions",
        condition=Q(
            **{f"{field}__renditions__filter_spec": spec, f"{field}__renditions__focal_point_key": ""}
        ),
    )
    return (
        rows.select_related(field)
        .alias(small=small)
        .annotate(small_file=F("small__file"), small_width=F("small__width"), small_height=F("small__height"))
    )


def readable_rendition(image, spec):
    """Return the rendition of an image, or None when its file is lost, broken or no picture at all.

    Whatever is wrong with it is logged and must not stop everything public: a withdrawal has to reach the files.
    """
    try:
        return image.get_rendition(spec)
    except Exception:
        logger.exception("The file of picture %s cannot be read; it is left out.", image.pk)
        return None


def picture_of(row, field, spec):
    """Return {"url", "width", "height"} of the picture; it is made now when nobody asked for it before.

    None without a picture, and when its file cannot be read: one lost file must not stop everything public.
    """
    image = getattr(row, field)
    if image is None:
        return None
    return known_picture(row) or made_picture(image, spec)


def known_picture(row):
    """Return the picture of a row that came from `with_picture`, or None when it was never made."""
    if not getattr(row, "small_file", None):
        return None
    storage = get_image_model().get_rendition_model()._meta.get_field("file").storage
    return _picture(storage.url(row.small_file), row.small_width, row.small_height)


def made_picture(image, spec):
    """Return the picture of an image, made now; None when its file cannot be read."""
    rendition = readable_rendition(image, spec)
    return rendition and _picture(rendition.url, rendition.width, rendition.height)


def _picture(url, width, height):
    return {
        "url": url if "://" in url else f"{defenders_settings.BASE_URL}{url}",
        "width": width,
        "height": height,
    }
