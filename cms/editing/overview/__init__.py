"""The translation overview in the admin: a report, its export, and a panel on the first page."""
