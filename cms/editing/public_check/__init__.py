"""Nothing public without a public source: looked at from outside, and held against what the rows say.

`truth` reads the rows and asks nothing of `directory.visibility`, so that a mistake there is found. `published` walks
the files, `api` walks the API, `rows` looks for translations, index entries and pictures that outlived their source.
Each yields sentences; no sentence means that nothing is wrong.
"""
