"""What an archive says about itself: versions, and the size and hash of everything in it. Pure."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from cms.backup.errors import BadArchive

FORMAT = 1
ENGINES = ("sqlite", "postgresql")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Content:
    """Something in the archive: `size` in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True)
class File(Content):
    """An uploaded file by its name in the storage."""

    name: str


@dataclass(frozen=True)
class About:
    """When the archive was made, of which database, by which `versions`; `migrations` is {app: last one applied}."""

    made_at: datetime
    engine: str
    versions: Mapping[str, str]
    migrations: Mapping[str, str]


@dataclass(frozen=True)
class Manifest:
    """The last thing in an archive. Of the files that rows name, `missing` are lost, `elsewhere` in other storages."""

    about: About
    database: Content
    files: tuple[File, ...]
    missing: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = field(default=())

    @property
    def media_size(self) -> int:
        """Bytes of all uploaded files together."""
        return sum(file.size for file in self.files)


def is_safe_name(name: str) -> bool:
    """Tell whether a name stays below the folder it is put into."""
    parts = name.split("/")
    return (
        bool(name) and "\0" not in name and "\\" not in name and all(p not in ("", ".", "..") for p in parts)
    )


def as_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as JSON."""
    data = asdict(manifest)
    data["about"]["made_at"] = manifest.about.made_at.isoformat()
    return json.dumps({"format": FORMAT, **data}, ensure_ascii=False, indent=1, sort_keys=True).encode()


def from_bytes(content: bytes) -> Manifest:
    """Read a manifest; raises `BadArchive` for anything that is none."""
    try:
        data = json.loads(content)
        number = data["format"]
        if number != FORMAT:
            raise BadArchive(
                f"The archive has format {number!r}, this version reads format {FORMAT}: "
                "restore it with the version that made it."
            )
        about = data["about"]
        manifest = Manifest(
            About(
                datetime.fromisoformat(about["made_at"]),
                about["engine"],
                _texts(about["versions"]),
                _texts(about["migrations"]),
            ),
            Content(**_content(data["database"])),
            tuple(File(name=_name(file["name"]), **_content(file)) for file in data["files"]),
            tuple(map(_name, data["missing"])),
            tuple(map(str, data["elsewhere"])),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise BadArchive("The archive is damaged: its manifest cannot be read.") from problem
    if manifest.about.engine not in ENGINES:
        raise BadArchive("The archive is damaged: it names a database that nobody knows.")
    names = [file.name for file in manifest.files]
    if len(set(names)) != len(names):
        raise BadArchive("The archive is damaged: it names a file twice.")
    folders = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    if folders.intersection(names):
        raise BadArchive("The archive is damaged: a file has the name of a folder.")
    return manifest


def _content(data):
    size, digest = data["size"], data["sha256"]
    if not isinstance(size, int) or isinstance(size, bool) or size < 0 or not _SHA256.fullmatch(digest):
        raise ValueError(size, digest)
    return {"size": size, "sha256": digest}


def _name(name):
    if not isinstance(name, str) or not is_safe_name(name):
        raise BadArchive("The archive names a file outside the folder for uploads: it is not used.")
    return name


def _texts(data):
    return {str(key): str(value) for key, value in data.items()}
