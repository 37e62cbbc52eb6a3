"""What somebody is introduced to before the first time, and when it is done (S1-17, S1-19)."""

from collections.abc import Mapping
from hashlib import sha256

from .codes import Subject


def _as_read(words: str) -> str:
    """The words without what nobody sees: line ends and the air around them."""
    return "\n".join(line.rstrip() for line in words.strip().splitlines())


def mark_of(words: str) -> str:
    """A short mark of these very words: 64 characters. Other words have another; mere air makes no difference."""
    return sha256(_as_read(words).encode()).hexdigest()


def what_there_is(words: Mapping[Subject, str]) -> dict[Subject, str]:
    """The subjects that have words, in the order in which they are read. What says nothing, nobody is introduced to."""
    return {subject: words[subject].strip() for subject in Subject if words.get(subject, "").strip()}


def next_number(*, latest: tuple[int, str] | None, mark: str) -> int | None:
    """The number of the version that has to be made for the words of `mark`; None when the latest says the same.

    `latest`: number and mark of the newest version, None before the first. Words that come back after others stood in
    their place are a new version: everybody who read the others has something to read (S1-17).
    """
    if latest is None:
        return 1
    number, same = latest
    return None if same == mark else number + 1


def still_open(
    *, now: Mapping[Subject, str], latest: Mapping[Subject, tuple[int, str]], read: Mapping[Subject, int]
) -> frozenset[Subject]:
    """The subjects somebody has not been introduced to as they are today.

    `now`: the mark of today's words; `latest`: number and mark of the newest version that anybody has read;
    `read`: the number of the newest version that she has read. An older one does not count (S1-17).
    """
    return frozenset(
        subject
        for subject, mark in now.items()
        if subject not in latest or latest[subject][1] != mark or read.get(subject) != latest[subject][0]
    )
