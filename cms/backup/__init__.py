"""One archive of everything a site cannot make again, and the way back from it (docs/backup.md).

`archive`, `manifest`, `encryption` and `retention` are pure; `sqlite` and `postgresql` know one database each; `media`
the files; `taking` and `restoring` put it together for `manage.py backup` and `manage.py restore`.
"""
