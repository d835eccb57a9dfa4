"""The public API, read only: `cms.api.urls` is included at `api/v2/`. See `docs/api.md`."""
