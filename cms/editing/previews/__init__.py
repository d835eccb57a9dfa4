"""Previews in the editor, and links by which somebody without an account sees a draft."""
