"""What is not there."""


class NothingPublished(Exception):
    """There is no release, or what is asked for cannot be read in it."""
