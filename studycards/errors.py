"""The error that a person can mend. A leaf: it imports nothing of ours."""

from __future__ import annotations


class StudycardsError(Exception):
    """A fault in what the person gave us: told in one sentence, in their language, without a traceback.

    Args:
        key: names the sentence in the catalogs of `studycards.locale`, such as `cli.unknown_deck`.
        values: fill the sentence.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values
