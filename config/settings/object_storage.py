"""Where pictures, documents and a copy of the published files lie: in DATA_DIR, or in an S3-compatible object storage.

In S3_PRIVATE_BUCKET is what nobody may fetch by its address: originals of pictures, and documents, which the site sends
itself once it knows who asks. In S3_PUBLIC_BUCKET are the pictures as they are shown. Their addresses stay those of
this site, so that no visitor is sent to the storage: the web server fetches them from there.
"""

from config.settings.environment import address, optional, refuse, required

S3 = "storages.backends.s3.S3Storage"
IN_FOLDERS = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Who may read is said by the bucket, not by each file. Seconds that a signed address opens.
SIGNED = {"querystring_auth": True, "querystring_expire": 60}
SHORT = "public, max-age=300"
SHORT_OR_STALE = "public, max-age=300, stale-if-error=86400"


def storages(base_url: str) -> dict:
    """Return STORAGES: those of S3_ENDPOINT, without it folders."""
    if address("S3_ENDPOINT", ("https", "http"), "the address of the object storage") is None:
        return IN_FOLDERS
    account = _account()
    private = required("S3_PRIVATE_BUCKET", "the bucket for originals and documents, open to nobody")
    public = required("S3_PUBLIC_BUCKET", "the bucket for pictures as they are shown, open for reading")
    if private == public:
        refuse("S3_PUBLIC_BUCKET", "must be another bucket than S3_PRIVATE_BUCKET.")
    scheme, _, host = base_url.partition("://")
    here = {"custom_domain": host, "url_protocol": f"{scheme}:"}
    options = {
        "default": {"bucket_name": private, **SIGNED},
        "renditions": {"bucket_name": public, "location": "media", **_open(SHORT), **here},
    }
    published = optional("S3_PUBLISHED_BUCKET")
    if published:
        # Published files keep their names: what is new replaces what was there.
        options["published"] = {
            "bucket_name": published,
            "location": "published/v1",
            "file_overwrite": True,
            **_open(SHORT_OR_STALE),
        }
    return IN_FOLDERS | {name: {"BACKEND": S3, "OPTIONS": account | more} for name, more in options.items()}


def _account():
    return {
        "endpoint_url": optional("S3_ENDPOINT"),
        "region_name": optional("S3_REGION", "us-east-1"),
        "access_key": required(
            "S3_ACCESS_KEY", "the key that may read, write, delete and list in the buckets"
        ),
        "secret_key": required("S3_SECRET_KEY", "the secret of S3_ACCESS_KEY"),
        "addressing_style": "path",
        "signature_version": "s3v4",
        "default_acl": None,
        "file_overwrite": False,
    }


def _open(cache):
    return {"querystring_auth": False, "object_parameters": {"CacheControl": cache}}
