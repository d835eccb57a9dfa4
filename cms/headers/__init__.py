"""The headers of `cms.common.http.policies`, put on Django's answers.

`kinds` says which kind an address is, `elsewhere` which other hosts the settings name, `protection` writes the
headers, `middleware` has the last word.
A view says its kind itself: `view.header_kind = Kind.EMBED`.
"""
