"""Identifiers that a person can read."""

import uuid


def fixed_uuid(number):
    """Return a readable UUID."""
    return uuid.UUID(f"00000000-0000-4000-8000-{number:012}")
