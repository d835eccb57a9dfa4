"""Small pictures of what is not public: nothing shows them any more, but who kept their address could fetch them.

They are deleted with every publication and made anew once what they belong to is public again. Originals stay: they
are the editors' own, and go when an editor deletes them.
"""

import logging
from collections.abc import Iterator, Set
from datetime import date

from wagtail.images import get_image_model

from cms.directory.records import LOGO_FILTER
from cms.directory.testimonies import PICTURE_FILTER
from cms.directory.visibility import public_organisations, public_testimonies
from cms.snippets.organisation import Organisation
from cms.snippets.testimony import Testimony

logger = logging.getLogger("cms.pictures")


def unseen_pictures(today: date, spared: Set[str] = frozenset()) -> Iterator:
    """Yield the renditions made for public records of which none shows them on this day.

    `spared` are the ids of records that are shown although they are not public. Two queries, with them four.
    """
    uses = (
        (Organisation, "logo", LOGO_FILTER, public_organisations()),
        (Testimony, "picture", PICTURE_FILTER, public_testimonies(today)),
    )
    renditions = get_image_model().get_rendition_model().objects
    for model, field, spec, public in uses:
        chosen = {f"{field}__isnull": False}
        rows = model.objects.filter(**chosen)
        shown = (
            {image for uuid, image in rows.values_list("uuid", field) if str(uuid) in spared}
            if spared
            else ()
        )
        unseen = renditions.filter(filter_spec=spec, image__in=rows.values(field)).exclude(
            image__in=public.filter(**chosen).values(field)
        )
        yield from (rendition for rendition in unseen if rendition.image_id not in shown)


def forget_unseen_pictures(today: date, spared: Set[str] = frozenset()) -> None:
    """Delete them, files included. A file that cannot be deleted is logged and stops nothing."""
    for rendition in unseen_pictures(today, spared):
        try:
            rendition.delete()
        except OSError:
            logger.exception("The file %s cannot be deleted.", rendition.file.name)
