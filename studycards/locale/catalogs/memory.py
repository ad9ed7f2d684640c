"""The sentences of the memory: what can be wrong with the review log and its settings."""

from __future__ import annotations

from studycards.locale.language import Entry

ENTRIES: dict[str, Entry] = {
    "busy": Entry(
        "Dziennik powtórek {path} jest zajęty przez inny program. Spróbuj ponownie za chwilę.",
        "The review log {path} is in use by another program. Try again in a moment.",
    ),
    "damaged": Entry(
        "Plik {path} jest uszkodzony albo nie jest dziennikiem powtórek. "
        "Przywróć go z kopii zapasowej albo przenieś w inne miejsce.",
        "The file {path} is damaged or is not a review log. Restore it from a backup or move it elsewhere.",
    ),
    "full": Entry(
        "Na dysku brakuje miejsca na dziennik powtórek {path}. "
        "Ta zmiana nie została zapisana, wcześniejsze są bezpieczne.",
        "The disk has no room left for the review log {path}. This change was not saved; earlier ones are safe.",
    ),
    "newer": Entry(
        "Dziennik powtórek {path} zapisała nowsza wersja programu. Zaktualizuj studycards.",
        "A newer version of the program wrote the review log {path}. Update studycards.",
    ),
    "not_ours": Entry(
        "Plik {path} to baza danych innego programu, a nie dziennik powtórek.",
        "The file {path} is another program's database, not a review log.",
    ),
    "setting": Entry(
        "Ustawienie {name} musi być liczbą od {low} do {high}, a podano „{value}”.",
        "The setting {name} must be a number from {low} to {high}, not “{value}”.",
    ),
    "unwritable": Entry(
        "Nie udało się otworzyć lub zapisać dziennika powtórek {path}. Sprawdź folder, uprawnienia i miejsce na dysku.",
        "The review log {path} cannot be opened or written. Check its folder, the permissions and the free space.",
    ),
}
