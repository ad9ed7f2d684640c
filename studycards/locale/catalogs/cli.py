"""Sentences of the command line and the plain face."""

from studycards.locale.language import Entry

ENTRIES = {
    "description": Entry(
        "Fiszki, quizy i zadania obliczeniowe o sieciach splotowych, w terminalu.",
        "Flashcards, quizzes and computed questions on convolutional networks, in the terminal.",
    ),
    "epilog": Entry(
        "Bez polecenia otwiera program na całym ekranie.\n"
        "Kody wyjścia: 0 zrobione, 1 odpowiedź brzmi „nie” (są błędy, nic nie czeka, zła odpowiedź), 2 złe użycie.",
        "Without a command it opens the full-screen program.\n"
        "Exit codes: 0 done, 1 the answer is 'no' (problems found, nothing due, not right), 2 wrong usage.",
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
    "calc_command": Entry(
        "kalkulator sieci: kształty, parametry, MAC, pole recepcyjne",
        "a calculator for networks: shapes, parameters, MACs, receptive field",
    ),
    "preview_command": Entry(
        "jak wygląda karta i jak zostałaby oceniona odpowiedź; nie zmienia planu powtórek",
        "what a card looks like and how an answer would be graded; leaves the schedule alone",
    ),
    "network": Entry(
        "sieć, np. '3x32x32 | conv2d(16, 5, padding=2) | relu', albo nazwa architektury, np. resnet50",
        "a network, such as '3x32x32 | conv2d(16, 5, padding=2) | relu', or an architecture, such as resnet50",
    ),
    "ask": Entry(
        "jedna wielkość słowami pola ask, np. 'receptive_field of conv2'",
        "one quantity in the words of the field ask, such as 'receptive_field of conv2'",
    ),
    "explain": Entry("dodaje rozwiązanie krok po kroku", "add the worked solution"),
    "card": Entry(
        "id karty albo talia.yaml:id, gdy talia leży gdzie indziej",
        "the id of a card, or deck.yaml:id for a deck that is elsewhere",
    ),
    "preview_seed": Entry("który wariant karty (domyślnie 0)", "which variant of the card (default 0)"),
    "answer": Entry("odpowiedź do sprawdzenia", "an answer to be graded"),
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
    "usage_choice": Entry(
        "{name}: nie ma „{value}”; możliwe: {choices}", "{name}: no '{value}'; choose from {choices}"
    ),
    "usage_number": Entry("{name}: „{value}” to nie liczba całkowita", "{name}: '{value}' is no whole number"),
    "usage_positive": Entry(
        "{name}: „{value}” to nie liczba całkowita większa od zera",
        "{name}: '{value}' is no whole number greater than zero",
    ),
    "usage_no_value": Entry("{name}: brakuje wartości", "{name}: a value is missing"),
    "usage_flag": Entry("{name} nie przyjmuje wartości „{value}”", "{name} takes no value, and '{value}' is one"),
    "usage_missing": Entry("brakuje argumentu {name}", "the argument {name} is missing"),
    "usage_unknown": Entry("nieznany argument: {value}", "unknown argument: {value}"),
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
    "no_deck_files": Entry("W {paths} nie ma żadnej talii (pliku .yaml).", "{paths} holds no deck (no .yaml file)."),
    "problems": Entry(
        ("Znaleziono {count} błąd.", "Znaleziono {count} błędy.", "Znaleziono {count} błędów."),
        ("Found {count} problem.", "Found {count} problems."),
    ),
    "files": Entry(("{count} plik", "{count} pliki", "{count} plików"), ("{count} file", "{count} files")),
    "network_name": Entry("nazwa", "name"),
    "network_layer": Entry("warstwa", "layer"),
    "network_output_shape": Entry("kształt wyjścia", "output shape"),
    "network_parameters": Entry("parametry", "parameters"),
    "network_macs": Entry("MAC", "MACs"),
    "network_receptive_field": Entry("pole recepcyjne", "receptive field"),
    "network_flops": Entry("FLOP", "FLOPs"),
    "network_activation_memory": Entry("pamięć aktywacji (bajty)", "activation memory (bytes)"),
    "network_conventions": Entry(
        "Dla jednego obrazu. MAC: mnożenia z dodawaniem w splotach i warstwach liniowych, bez biasów; 1 MAC = 2 FLOP.\n"
        "Pamięć aktywacji: wyjścia wszystkich warstw, po 4 bajty na wartość (float32).",
        "For one image. MACs: multiply-adds of convolutions and linear layers, without biases; 1 MAC = 2 FLOPs.\n"
        "Activation memory: the outputs of all layers, 4 bytes a value (float32).",
    ),
    "variant": Entry("{prompt}, ziarno {seed}", "{prompt}, seed {seed}"),
    "parts": Entry("Części odpowiedzi: {marks}", "Parts of the answer: {marks}"),
    "mistakes": Entry("Pomyłka: {ids}", "Mistake: {ids}"),
    "variants": Entry(
        ("{count} wariant", "{count} warianty", "{count} wariantów"), ("{count} variant", "{count} variants")
    ),
}
