"""The words around the screens: the browser, the end of the program, the help."""

from studycards.locale.language import Entry

ENTRIES = {
    # A fault of the program.
    "crashed": Entry(
        "błąd w programie ({fault}). Wszystkie oceny są zapisane; opis dla autorów jest w pliku {path}",
        "a fault in the program ({fault}). Every rating is kept; a report for its authors is in {path}",
    ),
    "crashed_unwritten": Entry(
        "błąd w programie ({fault}). Wszystkie oceny są zapisane; opisu nie udało się zapisać ({reason})",
        "a fault in the program ({fault}). Every rating is kept; the report could not be written ({reason})",
    ),
}
