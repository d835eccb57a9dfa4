"""A static copy of everything public that any web server can serve: see docs/mirror.md.

release          the published files of one release, checked
layout           where a page lies in a copy, and links that work below any path
shelves          which lists a copy has
pages            what pages show that are about organisations; `kept_cards` draws their cards
guidance_pages   the same for sections of the guidance
moved_pages      pages at addresses that organisations had before
front            the start page and what else stands at the top
folder           writing it so that a web server may serve it meanwhile
export           all of it together
"""
