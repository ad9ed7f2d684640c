"""Sentences of the command line and the plain face."""

from studycards.locale.language import Entry

ENTRIES = {
    "description": Entry(
        "Fiszki, quizy i zadania obliczeniowe o sieciach splotowych, w terminalu.",
        "Flashcards, quizzes and computed questions on convolutional networks, in the terminal.",
    ),
    "epilog": Entry(
        "Bez polecenia otwiera program na całym ekranie.\n"
        "Kody wyjścia: 0 zrobione, 1 odpowiedź brzmi „nie” (są błędy, nic nie czeka), 2 złe użycie.",
        "Without a command it opens the full-screen program.\n"
        "Exit codes: 0 done, 1 the answer is 'no' (problems found, nothing due), 2 wrong usage.",
    ),
    "usage": Entry("użycie", "usage"),
    "commands": Entry("polecenia", "commands"),
    "options": Entry("opcje", "options"),
    "arguments": Entry("argumenty", "arguments"),
    "help": Entry("pokazuje tę pomoc", "show this help"),
    "version": Entry("pokazuje wersję", "show the version"),
    "command": Entry("POLECENIE", "COMMAND"),
    "home": Entry("folder danych (zamiast STUDYCARDS_HOME)", "data folder (instead of STUDYCARDS_HOME)"),
    "lang": Entry("język: pl lub en", "language: pl or en"),
    "review_command": Entry("powtórka tego, co przypada na dziś", "review what is due today"),
    "quiz_command": Entry(
        "quiz z dowolnych kart; nie zmienia planu powtórek", "quiz on any cards; leaves the schedule alone"
    ),
    "due_command": Entry("co czeka dzisiaj w taliach", "what waits today in each deck"),
    "list_command": Entry("wszystkie talie", "all decks"),
    "check_command": Entry(
        "sprawdza talie: każdy błąd z plikiem, wierszem i kolumną",
        "check decks: every problem with file, line and column",
    ),
    "decks": Entry(
        "talia: id, jego początek albo ścieżka (domyślnie wszystkie)",
        "deck: its id, the beginning of it, or a path (default: all)",
    ),
    "plain": Entry("sesja jako zwykłe wiersze tekstu", "the session as plain lines of text"),
    "count": Entry("najwyżej tyle pytań", "at most this many questions"),
    "seed": Entry(
        "powtarza kolejność i liczby wcześniejszego quizu", "repeat the order and numbers of an earlier quiz"
    ),
    "tag": Entry("tylko karty z tą etykietą", "only cards with this tag"),
    "type": Entry("tylko karty tego typu", "only cards of this type"),
    "schedule": Entry("zapisuj odpowiedzi jak w powtórce", "record the answers as in a review"),
    "json": Entry("wynik jako JSON", "print JSON"),
    "paths": Entry("plik talii lub folder", "a deck file or a folder"),
    "seeds": Entry(
        "ile wariantów każdej karty obliczeniowej sprawdzić (domyślnie 100)",
        "how many variants of each computed card to prove (default 100)",
    ),
    "column_due": Entry("powtórki", "due"),
    "column_learning": Entry("w nauce", "learning"),
    "column_new": Entry("nowe", "new"),
    "column_cards": Entry("karty", "cards"),
    "column_deck": Entry("talia", "deck"),
    "faulty": Entry("ma błędy: studycards check {path}", "has problems: studycards check {path}"),
    "waiting": Entry(
        ("Na dziś czeka {count} karta.", "Na dziś czekają {count} karty.", "Na dziś czeka {count} kart."),
        ("{count} card waits for today.", "{count} cards wait for today."),
    ),
    "nothing_due": Entry("Na dziś nic nie czeka. {next}", "Nothing is due today. {next}"),
    "no_cards": Entry("Żadna karta nie pasuje do wyboru.", "No card fits the choice."),
    "plain_help": Entry(
        "Wpisz odpowiedź i naciśnij Enter. ? podpowiedź, ! pokaż odpowiedź, :s pomiń, :u cofnij, :q zakończ",
        "Type the answer and press Enter. ? hint, ! show the answer, :s skip, :u undo, :q quit",
    ),
    "hint": Entry("Podpowiedź: {hint}", "Hint: {hint}"),
    "rate_with": Entry(
        "Ocena to jedno z: {keys} (Enter przyjmuje proponowaną).", "Rate with {keys} (Enter takes the proposed one)."
    ),
    "checked": Entry(
        "Bez błędów. Sprawdzono: {files}, {cards}, {variants}.", "No problems. Checked: {files}, {cards}, {variants}."
    ),
    "problems": Entry(
        ("Znaleziono {count} błąd.", "Znaleziono {count} błędy.", "Znaleziono {count} błędów."),
        ("Found {count} problem.", "Found {count} problems."),
    ),
    "files": Entry(("{count} plik", "{count} pliki", "{count} plików"), ("{count} file", "{count} files")),
    "variants": Entry(
        ("{count} wariant", "{count} warianty", "{count} wariantów"), ("{count} variant", "{count} variants")
    ),
}
