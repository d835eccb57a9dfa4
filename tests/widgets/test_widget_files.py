import json

import brotli
import pytest

from widgets import public_files

SHORT = "public, max-age=300, stale-if-error=86400"
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "v1"
    folder.mkdir()
    (folder / "defenders.js").write_text("export const hello = 'kaixo';" * 50)
    (folder / "map.0a1b2c3d4e.js").write_text("export {};")
    (folder / "manifest.json").write_text("{}")
    (tmp_path / "secret.js").write_text("secret")
    monkeypatch.setattr(public_files, "WIDGETS_FOLDER", folder)
    return folder


def test_the_loader_is_kept_for_minutes_and_modules_with_a_hash_for_a_year(client, folder):
    assert client.get("/widgets/v1/defenders.js")["Cache-Control"] == SHORT
    assert client.get("/widgets/v1/map.0a1b2c3d4e.js")["Cache-Control"] == FOREVER


def test_any_origin_may_run_the_scripts(client, folder):
    response = client.get("/widgets/v1/defenders.js", headers={"Accept-Encoding": "br"})
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Vary"] == "Accept-Encoding"
    assert brotli.decompress(response.content) == (folder / "defenders.js").read_bytes()
    assert not response.cookies


def test_a_file_is_compressed_once(client, folder, monkeypatch):
    client.get("/widgets/v1/defenders.js", headers={"Accept-Encoding": "br"})
    monkeypatch.setattr(public_files, "compress", None)
    assert client.get("/widgets/v1/defenders.js", headers={"Accept-Encoding": "br"}).status_code == 200


def test_a_new_build_is_served_at_once(client, folder):
    client.get("/widgets/v1/defenders.js")
    (folder / "defenders.js").write_text("export const next = true;")
    assert client.get("/widgets/v1/defenders.js").content == b"export const next = true;"


def test_a_client_that_has_the_file_gets_no_body(client, folder):
    tag = client.get("/widgets/v1/defenders.js")["ETag"]
    assert client.get("/widgets/v1/defenders.js", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "name",
    [
        "nothing.js",
        "../secret.js",
        "..%2fsecret.js",
        "%2e%2e/secret.js",
        "defenders.js%00",
        "defenders.py",
        "v1",
        "%ff.js",
    ],
)
def test_only_built_files_are_served(client, folder, name):
    response = client.get(f"/widgets/v1/{name}")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert json.loads(response.content)["status"] == 404
