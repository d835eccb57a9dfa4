"""Pictures, documents and published files in an S3-compatible storage on loopback."""

import io
import json
import os
import subprocess
import sys

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer
from PIL import Image as Pillow
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.directory.publish import publish
from config.settings import object_storage
from tests.deployment.shipped import ROOT

BUCKETS = {"S3_PRIVATE_BUCKET": "private", "S3_PUBLIC_BUCKET": "public", "S3_PUBLISHED_BUCKET": "published"}
KEYS = {"S3_ACCESS_KEY": "key-of-the-test", "S3_SECRET_KEY": "secret-of-the-test"}


@pytest.fixture(scope="module")
def endpoint():
    """The address of the storage, with the buckets of docs/deploy.md."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    client = _client(address)
    for bucket in BUCKETS.values():
        client.create_bucket(Bucket=bucket)
    yield address
    server.stop()


def _client(address):
    return boto3.client(
        "s3",
        endpoint_url=address,
        aws_access_key_id=KEYS["S3_ACCESS_KEY"],
        aws_secret_access_key=KEYS["S3_SECRET_KEY"],
        region_name="us-east-1",
    )


@pytest.fixture
def buckets(endpoint, settings, monkeypatch):
    """Return a function that gives the names in a bucket; the site uses them."""
    for name, value in {"S3_ENDPOINT": endpoint, **KEYS, **BUCKETS}.items():
        monkeypatch.setenv(name, value)
    settings.STORAGES = object_storage.storages("https://defenders.example.org")
    # Wagtail reads WAGTAILIMAGES_RENDITION_STORAGE when its models are loaded.
    shown = get_image_model().get_rendition_model()._meta.get_field("file")
    monkeypatch.setattr(shown, "storage", storages["renditions"])
    settings.DEFENDERS_PUBLISHED_STORAGE = "published"
    client = _client(endpoint)

    def names(bucket):
        return {item["Key"] for item in client.list_objects_v2(Bucket=bucket).get("Contents", ())}

    yield names
    for bucket in BUCKETS.values():
        for name in names(bucket):
            client.delete_object(Bucket=bucket, Key=name)


@pytest.fixture
def picture(buckets, db):
    """A picture as an editor has uploaded it."""
    content = io.BytesIO()
    Pillow.new("RGB", (64, 48), "teal").save(content, "PNG")
    file = ContentFile(content.getvalue(), name="a1b2c3.png")
    return get_image_model().objects.create(title="A picture", file=file, width=64, height=48)


def test_the_original_is_private_and_what_is_shown_is_public(picture, buckets):
    shown = picture.get_rendition("width-32|format-webp")
    assert buckets("private") == {picture.file.name}
    assert buckets("public") == {f"media/{shown.file.name}"}
    # The address is one of this site: the web server fetches it from the bucket, the visitor never does.
    assert shown.url == f"https://defenders.example.org/media/{shown.file.name}"


def test_the_settings_of_a_public_host_put_them_there(endpoint):
    code = (
        "import django; django.setup()\n"
        "from wagtail.images import get_image_model as model\n"
        "for kind in (model(), model().get_rendition_model()):\n"
        "    print(kind._meta.get_field('file').storage.bucket_name)\n"
    )
    told = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "only-for-tests-only-for-tests-only-for-tests-only-for-tests",
        "ALLOWED_HOSTS": "defenders.example.org",
        "BASE_URL": "https://defenders.example.org",
        "S3_ENDPOINT": endpoint,
        **KEYS,
        **BUCKETS,
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | told, capture_output=True, text=True)  # noqa: S603
    assert (done.stdout.split(), done.stderr) == (["private", "public"], "")


def test_an_original_is_fetched_with_a_signature_or_not_at_all(picture, endpoint):
    signed = picture.file.url
    assert "X-Amz-Signature=" in signed
    assert "X-Amz-Expires=60" in signed


def test_a_document_is_sent_by_the_site_and_only_to_whom_it_may(buckets, client, admin_user):
    file = ContentFile(b"a guide for everybody", name="guide.txt")
    document = get_document_model().objects.create(title="A guide", file=file)
    assert buckets("private") == {document.file.name}
    # Nothing that is published shows it.
    assert client.get(document.url).status_code == 404
    client.force_login(admin_user)
    reply = client.get(document.url)
    assert reply.status_code == 200
    assert b"".join(reply.streaming_content) == b"a guide for everybody"


def test_what_is_deleted_is_gone_from_the_buckets(picture, buckets, django_capture_on_commit_callbacks):
    picture.get_rendition("width-32")
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert (buckets("private"), buckets("public")) == (set(), set())


def test_every_publication_is_copied_and_a_name_keeps_one_file(buckets, languages):
    publish()
    names = buckets("published")
    assert {
        "published/v1/manifest.json",
        "published/v1/directory.es.json",
        "published/v1/directory.es.json.br",
    } <= names
    assert "published/v1/unfinished.json" not in names
    publish()
    assert buckets("published") == names
    with storages["published"].open("manifest.json") as copied:
        assert "directory.es.json" in json.load(copied)["files"]


def test_two_files_of_one_name_do_not_replace_each_other(buckets):
    first = storages["default"].save("documents/a.txt", ContentFile(b"first"))
    second = storages["default"].save("documents/a.txt", ContentFile(b"second"))
    assert first != second
    assert storages["default"].open(first).read() == b"first"
