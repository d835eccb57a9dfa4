"""Search by words: accents and case do not matter, a word finds all words that begin with it, names come first.

Pure. What is searched is the same for the database and for published records: names, acronym and summary.
"""

from cms.common.text import words

IN_NAME, IN_TEXT = 0, 1


def search_rank(search, names, summary):
    """Return IN_NAME when all words are found in the names, IN_TEXT with the summary's help, None when not at all.

    A search without any word finds everything.
    """
    wanted = words(search)
    name_words = words(" ".join(names))
    missing = [word for word in wanted if not _begins_any(word, name_words)]
    if not missing:
        return IN_NAME
    summary_words = words(summary)
    return IN_TEXT if all(_begins_any(word, summary_words) for word in missing) else None


def _begins_any(word, candidates):
    return any(candidate.startswith(word) for candidate in candidates)
