"""A name beside another one, without the words that both end in."""


def without_shared_ending(name: str, beside: str) -> str:
    """Take off ``name`` what ``beside`` says already: "Bún khô Hồng Luân" beside "HTX Hồng Luân" is "Bún khô".

    At least two words stay, and one word in common must be all that follows the kind ("HTX 20-10").
    """
    words, others = name.split(), beside.split()
    shared = 0
    while shared < min(len(words), len(others)) and words[-1 - shared] == others[-1 - shared]:
        shared += 1
    kept = words[: len(words) - shared]
    says_it = shared > 1 or (shared == 1 and len(others) == 2)
    return " ".join(kept) if says_it and len(kept) > 1 else name
