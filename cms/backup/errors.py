"""What goes wrong with a backup, as sentences for whoever runs the command. Pure."""


class BackupError(Exception):
    """A backup or restoration cannot go on; the message is a sentence."""


class BadArchive(BackupError):
    """An archive is damaged, cut off, foreign, or not for this site."""
