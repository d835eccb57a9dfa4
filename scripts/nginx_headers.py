"""Writes `deploy/nginx/headers-*.conf` anew, from the table of the application: headers of what nginx sends itself.

python scripts/nginx_headers.py
"""

import base64
import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cms.common.http.policies import Kind, headers_of  # noqa: E402
from config.settings import https  # noqa: E402

FOLDER = ROOT / "deploy" / "nginx"

READ_ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}
# Name of the file -> what its answers are, and whether scripts of any site may read them.
FILES = {
    "static": (Kind.STATIC, {}),
    "media": (Kind.MEDIA, READ_ANYWHERE),
    "file": (Kind.FILE, READ_ANYWHERE),
    "embed": (Kind.EMBED, READ_ANYWHERE),
    "unavailable": (Kind.EMBED, READ_ANYWHERE),
}


def content_of(name: str) -> str:
    """Return the text of the file of a name."""
    kind, more = FILES[name]
    headers = more | dict(headers_of(kind)) | {"Strict-Transport-Security": strict_transport_security()}
    if name == "unavailable":
        headers["Content-Security-Policy"] = policy_of_the_last_page()
    lines = [f'add_header {header} "{value}" always;' for header, value in sorted(headers.items())]
    return "\n".join(["# Written by scripts/nginx_headers.py: what the application says too.", *lines, ""])


def policy_of_the_last_page() -> str:
    """Return the policy of the page that stands in for all others: it is one file, its style in it and nothing else."""
    page = (FOLDER / "unavailable.html").read_text(encoding="utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "form-action 'none'; frame-ancestors *; base-uri 'none'"
    )


def strict_transport_security() -> str:
    """Return what Django's SecurityMiddleware says with these settings."""
    parts = [f"max-age={https.SECURE_HSTS_SECONDS}"]
    parts += ["includeSubDomains"] if https.SECURE_HSTS_INCLUDE_SUBDOMAINS else []
    parts += ["preload"] if https.SECURE_HSTS_PRELOAD else []
    return "; ".join(parts)


def path_of(name: str) -> Path:
    """Return the file of a name."""
    return FOLDER / f"headers-{name}.conf"


if __name__ == "__main__":
    for one in FILES:
        path_of(one).write_text(content_of(one), encoding="utf-8")
