"""Hints: what an editor may have overlooked. They teach and never stop anybody.

A rule is a function of a form that has been checked; it yields Hints. `FORM_RULES` of each kind of form are tables in
`organisation`, `guidance` and `texts`. The same sentences about a text or a name come while it is typed, from `view`.
"""
