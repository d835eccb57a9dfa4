"""What a public host must be told, and what it says when it was told something wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.settings import environment, object_storage, services
from tests.test_docs import variables_in_docs

ROOT = Path(__file__).parents[1]
PRODUCTION = {
    "SECRET_KEY": "only-for-tests-only-for-tests-only-for-tests-only-for-tests",
    "ALLOWED_HOSTS": "defenders.example.org",
    "BASE_URL": "https://defenders.example.org",
}
STORAGE = {
    "S3_ENDPOINT": "https://s3.example.org",
    "S3_ACCESS_KEY": "key",
    "S3_SECRET_KEY": "secret",
    "S3_PRIVATE_BUCKET": "private",
    "S3_PUBLIC_BUCKET": "public",
}


@pytest.fixture
def told(monkeypatch):
    """Return a function that sets variables; those of whoever runs the tests are gone."""
    for name in variables_in_docs():
        monkeypatch.delenv(name, raising=False)
    return lambda **values: [monkeypatch.setenv(name, value) for name, value in values.items()]


def start(values):
    """Start the production settings with these variables alone; gives the code it ended with and what it said."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    code = "import config.settings.production"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=ROOT, env=kept | values, capture_output=True, text=True
    )
    return done.returncode, done.stderr


def test_a_host_that_was_told_everything_starts():
    assert start(PRODUCTION | STORAGE) == (0, "")


def test_what_is_missing_is_said_in_one_sentence_and_nothing_else():
    code, said = start({name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"})
    assert code == 1
    assert said == "SECRET_KEY is missing: put at least 50 random characters there. See docs/deploy.md.\n"


WRONG = [
    # settings, the variables, what is said
    (lambda: environment.required("BASE_URL", "the address"), {}, "BASE_URL is missing"),
    (lambda: environment.required("BASE_URL", "the address"), {"BASE_URL": "  "}, "BASE_URL is missing"),
    (
        lambda: environment.origin("BASE_URL", "x"),
        {"BASE_URL": "http://a.example"},
        "must begin with https://",
    ),
    (lambda: environment.origin("BASE_URL", "x"), {"BASE_URL": "a.example"}, "must begin with https://"),
    (lambda: environment.origin("BASE_URL", "x"), {"BASE_URL": "https://a.example/b"}, "nothing else"),
    (lambda: environment.origin("BASE_URL", "x"), {"BASE_URL": "https://u:p@a.example"}, "nothing else"),
    (lambda: environment.origin("BASE_URL", "x"), {"BASE_URL": "https://"}, "nothing else"),
    (lambda: environment.origin("BASE_URL", "x"), {"BASE_URL": "https://a.example:x"}, "is no address"),
    (lambda: environment.origin("BASE_URL", "x"), {"BASE_URL": "https://[a"}, "is no address"),
    (lambda: environment.names("ALLOWED_HOSTS", "x"), {}, "ALLOWED_HOSTS is missing"),
    (lambda: environment.names("ALLOWED_HOSTS", "x"), {"ALLOWED_HOSTS": "a,,b"}, "an empty part"),
    (lambda: environment.number("NUM_PROXIES", 1), {"NUM_PROXIES": "one"}, "must be a whole number"),
    (lambda: environment.number("NUM_PROXIES", 1), {"NUM_PROXIES": "-1"}, "must be a whole number"),
    (lambda: environment.number("NUM_PROXIES", 1), {"NUM_PROXIES": "٣"}, "must be a whole number"),
    (lambda: environment.yes("SAMPLE_CONTENT"), {"SAMPLE_CONTENT": "true"}, "must be yes or no"),
    (lambda: services.database(ROOT), {"DATABASE_URL": "defenders"}, "is no address of a database"),
    (lambda: services.database(ROOT), {"DATABASE_URL": "oracles://a/b"}, "is no address of a database"),
    (lambda: services.database(ROOT), {"DATABASE_URL": "postgres://a:x/b"}, "is no address of a database"),
    (lambda: services.database(ROOT), {"DATABASE_URL": "mysql://a/b"}, "is not supported"),
    (
        lambda: services.database(ROOT),
        {"DATABASE_URL": "postgres://a/b", "DATABASE_STATEMENT_SECONDS": "1.5"},
        "DATABASE_STATEMENT_SECONDS must be a whole number",
    ),
    (lambda: services.caches({}), {"REDIS_URL": "localhost:6379"}, "must begin with redis://"),
    (lambda: services.caches({}), {"REDIS_URL": "redis://localhost:port"}, "is no address"),
    (services.mail, {"EMAIL_URL": "mail.example.org"}, "must begin with smtp://"),
    (services.mail, {"EMAIL_URL": "smtp://"}, "names no host"),
    (services.mail, {"EMAIL_URL": "smtp://mail.example.org:mail"}, "is no address"),
    (
        lambda: object_storage.storages("x"),
        STORAGE | {"S3_ENDPOINT": "s3.example.org"},
        "must begin with https://",
    ),
    (lambda: object_storage.storages("x"), STORAGE | {"S3_SECRET_KEY": ""}, "S3_SECRET_KEY is missing"),
    (
        lambda: object_storage.storages("x"),
        STORAGE | {"S3_PRIVATE_BUCKET": ""},
        "S3_PRIVATE_BUCKET is missing",
    ),
    (
        lambda: object_storage.storages("x"),
        STORAGE | {"S3_PUBLIC_BUCKET": "private"},
        "must be another bucket",
    ),
]


@pytest.mark.parametrize(("settings_of", "values", "sentence"), WRONG)
def test_a_wrong_value_is_named_and_not_repeated(told, settings_of, values, sentence):
    told(**values)
    with pytest.raises(SystemExit) as refusal:
        settings_of()
    said = str(refusal.value)
    assert sentence in said
    assert said.endswith("See docs/deploy.md.")
    assert "u:p" not in said


def test_postgresql_waits_for_nobody_for_ever(told):
    told(DATABASE_URL="postgres://u:p@db.example/name?sslmode=verify-full")
    database = services.database(ROOT)
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (60, True)
    assert database["OPTIONS"]["connect_timeout"] == 5
    assert database["OPTIONS"]["sslmode"] == "verify-full"
    assert database["OPTIONS"]["options"] == (
        "-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"
    )


def test_without_redis_each_process_remembers_for_itself(told):
    told()
    in_memory = {"default": {"BACKEND": "memory"}}
    assert services.caches(in_memory) is in_memory


def test_every_cache_goes_to_redis_under_names_of_its_own(told):
    told(REDIS_URL="redis://localhost:6379/0")
    caches = services.caches({"default": {"BACKEND": "memory"}, "throttling": {"BACKEND": "memory"}})
    assert {cache["BACKEND"] for cache in caches.values()} == {"config.redis_cache.RedisOrMemory"}
    assert [cache["KEY_PREFIX"] for cache in caches.values()] == ["default", "throttling"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", ("localhost", 25, "", "", False, False)),
        ("smtp://mail.example.org", ("mail.example.org", 25, "", "", False, False)),
        ("smtp+tls://a%40b:p%3Aw@mail.example.org", ("mail.example.org", 587, "a@b", "p:w", True, False)),
        ("smtps://a:b@mail.example.org:4650", ("mail.example.org", 4650, "a", "b", False, True)),
    ],
)
def test_the_mail_server_is_that_of_the_address(told, url, expected):
    told(EMAIL_URL=url)
    assert services.mail() == expected


def test_visitors_get_pictures_from_this_site_and_no_document_from_a_bucket(told):
    told(**STORAGE, S3_PUBLISHED_BUCKET="published")
    storages = object_storage.storages("https://defenders.example.org")
    assert storages["renditions"]["OPTIONS"]["custom_domain"] == "defenders.example.org"
    assert storages["renditions"]["OPTIONS"]["bucket_name"] == "public"
    assert storages["default"]["OPTIONS"]["bucket_name"] == "private"
    assert storages["default"]["OPTIONS"]["querystring_auth"] is True
    assert storages["published"]["OPTIONS"]["file_overwrite"] is True
