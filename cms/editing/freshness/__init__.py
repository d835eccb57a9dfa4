"""Freshness: who verified what and when, what is due, which links are broken, and the weekly summary of it."""
