import pytest

from cms.common.http.encodings import acceptable_encodings, compress


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ["identity"]),
        ("gzip, deflate, br, zstd", ["br", "gzip", "identity"]),
        ("br;q=0.5, gzip;q=0.9", ["gzip", "br", "identity"]),
        ("gzip;q=0.8,br;q=0.8", ["br", "gzip", "identity"]),
        ("br;q=0, gzip", ["gzip", "identity"]),
        ("br;q=0.000", ["identity"]),
        ("*", ["br", "gzip", "identity"]),
        ("gzip;q=0, *;q=0.5", ["br", "identity"]),
        ("identity, gzip;q=0.5", ["identity"]),
        ("identity;q=0.5, gzip;q=0.5", ["gzip", "identity"]),
        ("identity;q=0, *;q=0", ["identity"]),
        ("GZIP ; Q=1", ["gzip", "identity"]),
        ("br;q=2", ["identity"]),
        ("br;q=", ["identity"]),
        ("br;q=nan, gzip;q=-1", ["identity"]),
        (",,;;q=1,", ["identity"]),
        ("x" * 5000, ["identity"]),
    ],
)
def test_the_header_decides_the_order(header, expected):
    assert list(acceptable_encodings(header)) == expected


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_compressing_twice_gives_the_same_bytes(encoding):
    assert compress(b"defenders" * 99, encoding) == compress(b"defenders" * 99, encoding)
