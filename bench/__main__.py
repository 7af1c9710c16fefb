"""``make bench``: every figure of docs/performance.md."""

from bench import addresses, indexing, lists, pages, pictures

for each in (pages, lists, pictures, indexing, addresses):
    each.main()
    print()
