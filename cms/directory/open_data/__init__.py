"""The directory as open data: tables, an HSDS profile, the terms of each file, and where pages about organisations are.

Everything here is made from the data of a published directory alone.
"""
