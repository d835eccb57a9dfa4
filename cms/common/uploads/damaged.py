"""What is wrong with a file that somebody uploads."""


class Damaged(ValueError):
    """A picture that cannot be read to its end."""
