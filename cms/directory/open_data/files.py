"""The open data as files of every publication."""

from cms.directory.open_data import hsds
from cms.directory.open_data.table import WrittenPieces, organisations_table
from cms.directory.snapshot import register_derived


def table(directory, lang, shared):
    """`organisations.<lang>.csv`: one row per organisation."""
    return {
        f"organisations.{lang}.csv": organisations_table(
            directory, shared.setdefault(WrittenPieces, WrittenPieces())
        )
    }


def human_services(directory, lang, shared):
    """`hsds.json`, in one language only."""
    return {"hsds.json": hsds.dataset(directory)} if lang == hsds.LANGUAGE else {}


def connect():
    """Add the files to every publication; called once when the app is ready."""
    register_derived(table)
    register_derived(human_services)
