"""Sentences that both faces say."""

from __future__ import annotations

import pytest

from studycards.locale import Language
from studycards.study.wording import source_words


@pytest.mark.parametrize(
    ("source", "pl", "en"),
    [
        ("N12; Goodfellow et al. 2016", "notatki z kursu, wiersz 12; Goodfellow et al. 2016", "course notes, row 12;"),
        ("N3, N29; He et al. 2016", "notatki z kursu, wiersze 3, 29; He et al. 2016", "course notes, rows 3, 29;"),
        ("N3", "notatki z kursu, wiersz 3", "course notes, row 3"),
        ("Wu 2019 (CNN4N7)", "Wu 2019 (CNN4N7)", "Wu 2019 (CNN4N7)"),
    ],
)
def test_a_source_says_in_words_which_rows_of_the_notes_it_means(source: str, pl: str, en: str) -> None:
    assert source_words(source, Language("pl")) == pl
    assert source_words(source, Language("en")).startswith(en)
