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
    # The browser.
    "serving": Entry(
        "studycards czeka pod adresem {address} (Ctrl+C kończy)", "studycards is at {address} (Ctrl+C ends it)"
    ),
    "serve_missing": Entry(
        "przeglądarka wymaga pakietu textual-serve: {python} -m pip install textual-serve",
        "serving to a browser needs textual-serve: {python} -m pip install textual-serve",
    ),
    "port_taken": Entry(
        "port {port} jest zajęty; dowolny wolny wybierze: studycards serve --port 0",
        "port {port} is taken; any that is free: studycards serve --port 0",
    ),
    "browser_closed": Entry(
        "Program zakończył pracę; oceny są zapisane.", "The program has ended; your ratings are kept."
    ),
    "browser_again": Entry("Otwórz ponownie", "Open it again"),
    "browser_needs_scripts": Entry("Ta strona wymaga JavaScriptu.", "This page needs JavaScript."),
}
