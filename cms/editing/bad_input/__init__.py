"""What is sent to a view of the admin is looked at before Wagtail, which trusts its own links and forms."""
