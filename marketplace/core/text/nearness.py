"""How alike two names are that somebody may have written twice: a letter more or less, syllables swapped or missing."""

from collections.abc import Collection, Sequence

ONE_LETTER, TWO_LETTERS = 1, 2
_LEAST_FOR_ONE, _LEAST_FOR_TWO = 8, 11  # letters, without spaces; shorter names differ by a letter and are two names


def distance(first: str, second: str, most: int = TWO_LETTERS) -> int:
    """How many letters were added, left out, mistaken or swapped with their neighbour; ``most`` + 1 for more."""
    if abs(len(first) - len(second)) > most or len(set(first) ^ set(second)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        earlier, before, row = before, row, [at]
        for column, other in enumerate(second, 1):
            cost = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != other))
            if at > 1 and column > 1 and letter == second[column - 2] and first[at - 2] == other:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def likeness(first: Sequence[str], second: Sequence[str], said: Collection[str] = ()) -> float:
    """How alike two names are, from 0 to 1; both are folded words, without what all names of their kind have.

    ``said``: words that may be missing, since they stand elsewhere already (the commune, the producer's name).
    Numbers must be the same: "Tổ 2" is not "Tổ 3".
    """
    if not first or not second or _numbers(first) != _numbers(second):
        return 0.0
    if list(first) == list(second):
        return 1.0
    if sorted(first) == sorted(second):  # its halves swapped, or its words in any order
        return 0.95 if list(first) in [list(second[at:]) + list(second[:at]) for at in range(len(second))] else 0.7
    return max(_by_letters("".join(first), "".join(second)), _by_words(first, second, said))


def _numbers(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if word.isdigit())


def _by_letters(first: str, second: str) -> float:
    """Written together or apart, a letter or two otherwise."""
    if first == second:
        return 0.95
    longest = max(len(first), len(second))
    apart = distance(first, second)
    if apart == ONE_LETTER:
        return 0.9 if longest >= _LEAST_FOR_ONE else 0.78
    return 0.84 if apart == TWO_LETTERS and longest >= _LEAST_FOR_TWO else 0.0


def _by_words(first: Sequence[str], second: Sequence[str], said: Collection[str]) -> float:
    shorter, longer = sorted((list(first), list(second)), key=len)
    left, mistaken = list(longer), 0
    for word in shorter:
        near = word if word in left else next((other for other in left if _is_near(word, other)), None)
        if near is None:
            return _partly(first, second)
        mistaken += near != word
        left.remove(near)
    if all(word in said for word in left):
        return 0.92 - 0.06 * mistaken
    whole = 0.5 if len(shorter) == 1 else 0.76 if len(left) == 1 else 0.73
    return whole - 0.06 * mistaken


def _is_near(word: str, other: str) -> bool:
    """One letter in a long syllable; in short ones it is another word."""
    return min(len(word), len(other)) > 3 and distance(word, other, ONE_LETTER) == ONE_LETTER


def _partly(first: Sequence[str], second: Sequence[str]) -> float:
    """Each has a word that the other lacks: seldom one name."""
    common = len(set(first) & set(second))
    return 0.6 * 2 * common / (len(first) + len(second))
