"""What a factory makes is saved several times, and enters the indexes of search and references once, when it is whole.

What a test itself saves is indexed at once, as on a site.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from unittest import mock

from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend
from factory.django import DjangoModelFactory
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

# By their functions: a task is made anew for every backend.
INDEXING = {insert_or_update_object_task.func, update_reference_index_task.func}

_waiting: ContextVar[dict | None] = ContextVar("waiting", default=None)


@contextmanager
def indexed_when_whole():
    """Let what is saved within enter the indexes at the end, each row once."""
    if _waiting.get() is not None:  # whatever it is made for is whole later
        yield
        return
    tasks: dict = {}
    token = _waiting.set(tasks)
    try:
        with mock.patch.object(ImmediateBackend, "enqueue", _enqueue):
            yield
    finally:
        _waiting.reset(token)
    for task, args, kwargs in tasks.values():
        task.enqueue(*args, **kwargs)


class IndexedWhenWhole(DjangoModelFactory):
    """Base of factories: in one transaction, after which a site that publishes on change publishes once."""

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy, params):
        with transaction.atomic(), indexed_when_whole():
            return super()._generate(strategy, params)


_enqueue_at_once = ImmediateBackend.enqueue


def _enqueue(backend, task, args, kwargs):
    if task.func not in INDEXING:
        return _enqueue_at_once(backend, task, args, kwargs)
    tasks = _waiting.get()
    key = (task.func, tuple(args), tuple(sorted(kwargs.items())))
    tasks.pop(key, None)  # the last save decides when
    tasks[key] = task, args, kwargs
    return None
