"""The screens of an import: list, upload, preview, progress, result, undo."""
