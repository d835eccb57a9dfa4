"""From what was measured to a day of many views: plain arithmetic, so that anybody can put in other numbers.

    python -m benchmarks.scale                          the tables for ten million views a day
    python -m benchmarks.scale --views 2000000 --near 0.3
    python -m benchmarks.scale --write                  writes them into docs/scale.md

What is measured comes from docs/performance.md; what is assumed is `Assumptions`, each of it an option.
"""
