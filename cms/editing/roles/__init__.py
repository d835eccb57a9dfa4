"""Roles in the admin: what each may do, how they are set up, and the doors that Wagtail leaves open."""
