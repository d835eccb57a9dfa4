"""Pure building blocks that everything else may import: no models, no HTTP, no settings.

Only ``labels`` and ``messages`` know Django, and only its lazy translation.
"""
