"""Withdraw a guidance page in all its languages, with what is below it; and end that."""
