"""The weekly summary to reviewers and administrators: what it says, how it reads, and who gets it."""
