"""The words of the list of all cards, and of editing a card in an editor."""

from studycards.locale.language import Entry

ENTRIES = {
    # Editing.
    "no_editor": Entry(
        "Nie wiem, którym edytorem otworzyć {place}. Ustaw zmienną EDITOR, np. EDITOR=nano.",
        "There is no editor to open {place} with. Set the variable EDITOR, for example EDITOR=nano.",
    ),
    "editor_unreadable": Entry(
        "Nie rozumiem zmiennej EDITOR: {editor}. Karta jest tutaj: {place}",
        "The variable EDITOR cannot be read: {editor}. The card is here: {place}",
    ),
    "no_such_editor": Entry(
        "Nie udało się uruchomić edytora {editor}. Karta jest tutaj: {place}",
        "The editor {editor} could not be started. The card is here: {place}",
    ),
    "no_suspend": Entry(
        "W tym oknie nie da się otworzyć edytora. Karta jest tutaj: {place}",
        "No editor can be opened in this window. The card is here: {place}",
    ),
    "edited": Entry("Zmieniona talia została wczytana.", "The changed deck has been read."),
    "edited_with_problems": Entry(
        (
            "Talia ma teraz {count} błąd, więc zostaje poprzednia wersja. Pokaże go: studycards check {file}",
            "Talia ma teraz {count} błędy, więc zostaje poprzednia wersja. Pokaże je: studycards check {file}",
            "Talia ma teraz {count} błędów, więc zostaje poprzednia wersja. Pokaże je: studycards check {file}",
        ),
        (
            "The deck now has {count} problem, so the version before stays. To see it: studycards check {file}",
            "The deck now has {count} problems, so the version before stays. To see them: studycards check {file}",
        ),
    ),
}
