"""One import: its progress, its preview, its result."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from cms.exchange.batches import earlier_batch
from cms.exchange.differences import shown_rows
from cms.exchange.models import LEFT_TO_DO, ROW_STATES
from cms.exchange.permissions import may_go_on_with
from cms.exchange.views.base import ImportScreen, OfOneBatch

ROWS_PER_PAGE = 25


class BatchView(OfOneBatch, ImportScreen):
    """Whatever there is to see and to decide about an import now."""

    template_name = "defenders/admin/imports/batch.html"

    def get_page_title(self):
        return self.batch.file_name

    def get_context_data(self, **kwargs):
        batch, counts = self.batch, self.batch.counts()
        context = super().get_context_data(**kwargs)
        context |= {
            "batch": batch,
            "counts": [(code, batch.label_of(code), counts[code]) for code in ROW_STATES if counts.get(code)],
            "progress": progress_of(batch, counts),
            "proposals": counts.get("new", 0) + counts.get("changed", 0),
            "may_go_on": may_go_on_with(self.request.user, batch),
            "earlier": earlier_batch(batch) if batch.status == "ready" else None,
            "batch_url": self.batch_url,
        }
        if not batch.is_under_way:
            context |= self._rows(counts)
        return context

    def _rows(self, counts):
        asked = self.request.GET.get("state", "")
        rows = self.batch.rows.select_related("organisation")
        chosen = asked if asked in ROW_STATES and counts.get(asked) else ""
        if chosen:
            rows = rows.filter(state=chosen)
        page = Paginator(rows, ROWS_PER_PAGE).get_page(self.request.GET.get("p"))
        return {
            "chosen": chosen,
            "page": page,
            "rows": shown_rows(page.object_list, self.batch),
            "link_url": f"{self.batch_url}?state={chosen}" if chosen else self.batch_url,
        }


def progress_of(batch, counts):
    """Return {"done", "total", "sentence"} of what is under way; None when nothing is."""
    if not batch.is_under_way:
        return None
    left = sum(counts.get(state, 0) for state in LEFT_TO_DO[batch.status])
    concerned = {
        "comparing": sum(counts.values()),
        "importing": left + counts.get("imported", 0),
        "undoing": left + counts.get("undone", 0) + counts.get("kept", 0),
    }
    total = concerned[batch.status]
    numbers = {"done": total - left, "total": total}
    return numbers | {"sentence": _("%(done)d of %(total)d rows are done.") % numbers}
