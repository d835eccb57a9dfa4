"""The review before anything becomes public: Wagtail's workflow, with a step for a second person."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowContentType, WorkflowPage, WorkflowTask

from cms.editing.roles.definitions import ADMINISTRATOR_KEY, FACTS, REVIEWER_KEY, TEXTS
from cms.pages.home import HomePage
from cms.roles.second_person_task import SecondPersonTask

REVIEWING_ROLES = (REVIEWER_KEY, ADMINISTRATOR_KEY)


def set_up_review(reset) -> bool:
    """Make the review, or put it in place again; say whether anything was done."""
    workflow = the_review()
    if workflow and not reset:
        return False
    if workflow is None:
        task = SecondPersonTask.objects.create(name=_("Somebody else looks"))
        workflow = Workflow.objects.create(name=_("Review before it is public"))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for task in workflow.tasks.specific():
        task.groups.set(Group.objects.filter(defenders_role__key__in=REVIEWING_ROLES))
        task.active = True
        task.save()
    workflow.active = True
    workflow.save()
    _put_in_place(workflow)
    return True


def the_review():
    """Return the workflow with our step, or None while there is none."""
    return (
        Workflow.objects.filter(workflow_tasks__task__secondpersontask__isnull=False).order_by("pk").first()
    )


def review_pages_below(home, workflow):
    """Let a review hold for a home page and all below it, unless another one was chosen there."""
    WorkflowPage.objects.get_or_create(page_id=home.pk, defaults={"workflow": workflow})


def _put_in_place(workflow):
    for name in (*FACTS, *TEXTS):
        content_type = ContentType.objects.get_for_model(apps.get_model("defenders", name))
        WorkflowContentType.objects.update_or_create(
            content_type=content_type, defaults={"workflow": workflow}
        )
    for home in HomePage.objects.all():
        WorkflowPage.objects.update_or_create(page_id=home.pk, defaults={"workflow": workflow})
