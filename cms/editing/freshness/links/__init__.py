"""Broken links of listed organisations: looked for by `manage.py check_links`, shown to editors only.

`targets` says which hosts may be asked, `probe` asks one address, `run` asks many politely, `addresses` says which, and
`results` keeps what was found.
"""
