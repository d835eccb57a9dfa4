"""A certificate for localhost, and the authority that signed it: made for one run and believed by nobody else."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.deployment.programs import find

NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1"


@dataclass(frozen=True)
class Certificate:
    """Files: `authority` is what a visitor has to trust, `chain` and `key` are what a server shows and keeps."""

    authority: Path
    chain: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    """Make an authority and a certificate for localhost in a folder."""
    made = Certificate(folder / "authority.pem", folder / "fullchain.pem", folder / "privkey.pem")
    authority_key, request, names = folder / "authority.key", folder / "request.pem", folder / "names"
    names.write_text(NAMES)
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    _openssl(
        *("req", "-x509", *new_key, "-keyout", authority_key, "-out", made.authority, "-days", "2"),
        *("-subj", "/CN=Authority of one test run"),
    )
    _openssl("req", *new_key, "-keyout", made.key, "-out", request, "-subj", "/CN=localhost")
    _openssl(
        *("x509", "-req", "-in", request, "-CA", made.authority, "-CAkey", authority_key, "-CAcreateserial"),
        *("-out", made.chain, "-days", "2", "-extfile", names),
    )
    return made


def _openssl(*arguments):
    subprocess.run([find("openssl", "openssl"), *arguments], check=True, capture_output=True)  # noqa: S603
