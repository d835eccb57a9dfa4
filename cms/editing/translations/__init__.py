"""wagtail-localize's editor and its neighbours, with the rights, the review and the notices of this project."""
