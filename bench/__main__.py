"""``make bench``: every figure of docs/performance.md."""

from bench import addresses, indexing, lists, pages

for each in (pages, lists, indexing, addresses):
    each.main()
    print()
