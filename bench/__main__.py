"""``make bench``: every figure of docs/performance.md."""

from bench import addresses, lists, pages

for each in (pages, lists, addresses):
    each.main()
    print()
