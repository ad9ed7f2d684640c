"""Sentences of the command line and the plain face."""

from studycards.locale.language import Entry

ENTRIES = {
    "description": Entry(
        "Fiszki, quizy i zadania obliczeniowe o sieciach splotowych, w terminalu.",
        "Flashcards, quizzes and computed questions on convolutional networks, in the terminal.",
    ),
    "epilog": Entry(
        "Bez polecenia otwiera program na całym ekranie.\n"
        "Kody wyjścia: 0 zrobione, 1 odpowiedź brzmi „nie” (są błędy, nic nie czeka, zła odpowiedź), 2 złe użycie,\n"
        "70 błąd w samym programie.",
        "Without a command it opens the full-screen program.\n"
        "Exit codes: 0 done, 1 the answer is 'no' (problems found, nothing due, not right), 2 wrong usage,\n"
        "70 a fault of the program itself.",
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
    "exam_command": Entry("egzamin na czas: próbny, kolokwium, diagnoza lub własny", "an exam against the clock"),
    "exam_name": Entry(
        "egzamin: id albo jego początek; bez nazwy wypisuje listę",
        "exam: its id or the beginning of it; none lists them",
    ),
    "exam_list": Entry("wypisuje egzaminy", "list the exams"),
    "exam_new": Entry(
        "zaczyna nowe podejście, choć jest niedokończone", "begin another attempt though one is unfinished"
    ),
    "exam_seed": Entry("losuje ten sam zestaw pytań i liczb", "draw the same questions and numbers again"),
    "exam_json": Entry(
        "wynik (lub listę) jako JSON; rozmowa idzie na wyjście błędów",
        "print the report (or the list) as JSON; the conversation goes to standard error",
    ),
    "exam_help": Entry(
        "Wpisz odpowiedź i naciśnij Enter; pusty wiersz zostawia pytanie na później.\n"
        ":b poprzednie, :n następne, :g 12 przejdź do pytania 12, :f oznacz, :l lista, :d oddaj pracę,"
        " :q wyjdź (wszystko jest zapisane)",
        "Type the answer and press Enter; an empty line leaves the question for later.\n"
        ":b previous, :n next, :g 12 go to question 12, :f flag, :l list, :d hand in, :q leave (all is saved)",
    ),
    "exam_left": Entry(
        "Podejście jest zapisane; wraca do niego polecenie: studycards exam {name}",
        "The attempt is saved; to go on: studycards exam {name}",
    ),
    "yes_or_no": Entry("[t/N]", "[y/N]"),
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
    "mistakes_command": Entry(
        "błędy rozpoznane w odpowiedziach, od najczęstszego",
        "the mistakes recognised in your answers, the commonest first",
    ),
    "stats_command": Entry(
        "statystyki: co było, co będzie, co zostaje w pamięci, słabe punkty",
        "statistics: what was done, what comes, what is remembered, the weak spots",
    ),
    "stats_days": Entry(
        "tyle ostatnich i najbliższych dni po kolei (7)", "so many of the last and the next days, one by one (7)"
    ),
    "days": Entry("tylko z ostatnich N dni", "only those of the last N days"),
    "mistake_in": Entry("{mistake} ({decks})", "{mistake} ({decks})"),
    "no_mistakes": Entry(
        "W Twoich odpowiedziach nie rozpoznano jeszcze żadnego błędu."
        " Rozpoznają je pytania obliczeniowe: studycards review",
        "No mistake has been recognised in your answers yet. Computed questions recognise them: studycards review",
    ),
    "no_mistakes_lately": Entry(
        (
            "Dzisiaj nie rozpoznano żadnego błędu. Wszystkie pokaże: studycards mistakes",
            "W ciągu ostatnich {count} dni nie rozpoznano żadnego błędu. Wszystkie pokaże: studycards mistakes",
            "W ciągu ostatnich {count} dni nie rozpoznano żadnego błędu. Wszystkie pokaże: studycards mistakes",
        ),
        (
            "No mistake was recognised today. To see all of them: studycards mistakes",
            "No mistake was recognised in the last {count} days. To see all of them: studycards mistakes",
        ),
    ),
    "network": Entry(
        "sieć, np. '3x32x32 | conv2d(16, 5, padding=2) | relu', albo nazwa architektury, np. resnet50",
        "a network, such as '3x32x32 | conv2d(16, 5, padding=2) | relu', or an architecture, such as resnet50",
    ),
    "ask": Entry(
        "jedna wielkość lub wartość słowami pola ask, np. 'receptive_field of conv2' albo 'gradient of conv1.weight'",
        "one quantity or value in the words of the field ask, such as 'receptive_field of conv2' or"
        " 'gradient of conv1.weight'",
    ),
    "data": Entry(
        "tablica, której potrzebuje wartość, np. 'input=1 2; 3 4' albo losowana 'conv1.weight=-2..3'; można powtarzać",
        "an array that a value needs, such as 'input=1 2; 3 4', or drawn, 'conv1.weight=-2..3'; may be repeated",
    ),
    "loss": Entry("strata, np. 'cross_entropy(target=0)'", "the loss, such as 'cross_entropy(target=0)'"),
    "optimizer": Entry("optymalizator, np. 'sgd(lr=0.1)'", "the optimizer, such as 'sgd(lr=0.1)'"),
    "batch": Entry("liczba przykładów w paczce (domyślnie 1)", "how many examples the batch has (default 1)"),
    "data_seed": Entry("ziarno losowanych tablic (domyślnie 0)", "seed of the arrays that are drawn (default 0)"),
    "no_value_asked": Entry(
        "{option} służy do wartości; zapytaj o nią, np. --ask 'output of conv1' albo --ask loss",
        "{option} serves values; ask for one, such as --ask 'output of conv1' or --ask loss",
    ),
    "data_form": Entry(
        "„{found}” to nie tablica; podaj ją jako nazwa=wartości, np. 'input=1 2; 3 4'",
        "'{found}' is no array; give it as name=values, such as 'input=1 2; 3 4'",
    ),
    "data_twice": Entry(
        "tablicę {name} podano dwa razy; zostaw jedną", "the array {name} is given twice; leave one of them"
    ),
    "unreadable": Entry("{what}: {reason}", "{what}: {reason}"),
    "explain": Entry("dodaje pełne rozwiązanie", "add the worked solution"),
    "card": Entry(
        "id karty albo talia.yaml:id, gdy talia leży gdzie indziej; id#4KD7Q to wariant o tym kodzie",
        "the id of a card, or deck.yaml:id for a deck that is elsewhere; id#4KD7Q is the variant with that code",
    ),
    "preview_seed": Entry("który wariant karty (domyślnie 0)", "which variant of the card (default 0)"),
    "answer": Entry("odpowiedź do sprawdzenia", "an answer to be graded"),
    "full": Entry("dodaje pełne rozwiązanie", "add the full solution"),
    "decks": Entry(
        "talia: id, jego początek albo ścieżka (domyślnie wszystkie)",
        "deck: its id, the beginning of it, or a path (default: all)",
    ),
    "no_mouse": Entry(
        "bez myszy: zaznacza ona tekst jak w zwykłym terminalu", "leave the mouse to the terminal, to select text with"
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
    "serve_command": Entry(
        "program w przeglądarce na tym komputerze", "the full-screen program in a browser on this machine"
    ),
    "port": Entry("port (domyślnie 8000; 0: dowolny wolny)", "port (default 8000; 0: any that is free)"),
    "usage_port": Entry(
        "{name}: „{value}” to nie numer portu (0–65535)", "{name}: '{value}' is no number of a port (0-65535)"
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
        "Wpisz odpowiedź i naciśnij Enter. ? podpowiedź, ! pokaż odpowiedź, :s pomiń, :u cofnij, :q zakończ,"
        " :oznacz i :zawieś kartę",
        "Type the answer and press Enter. ? hint, ! show the answer, :s skip, :u undo, :q quit,"
        " :flag and :suspend the card",
    ),
    "sheet_help": Entry(
        "Po jednej odpowiedzi w wierszu. Pusty wiersz pomija, :b wraca do poprzedniej.",
        "One answer a line. An empty line leaves it out, :b goes back to the one before.",
    ),
    "recall_help": Entry(
        "Odpowiedz w myślach; Enter pokazuje odpowiedź.", "Answer in your mind; Enter shows the answer."
    ),
    "full_solution": Entry(":f wypisuje pełne rozwiązanie.", ":f prints the full solution."),
    "nothing_answered": Entry(
        "Pełne rozwiązanie można zobaczyć po odpowiedzi.", "The full solution can be seen after the answer."
    ),
    "unknown_command": Entry(
        "Nie ma polecenia {found}; są: {known}.", "There is no command {found}; there are: {known}."
    ),
    "unknown_tag": Entry("Żadna karta nie ma tu tagu „{found}”{near}", "No card here has the tag “{found}”{near}"),
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
    "variant": Entry("{prompt}#{code}, ziarno {seed}", "{prompt}#{code}, seed {seed}"),
    "parts": Entry("Części odpowiedzi: {marks}", "Parts of the answer: {marks}"),
    "mistakes": Entry("Pomyłka: {ids}", "Mistake: {ids}"),
    "variants": Entry(
        ("{count} wariant", "{count} warianty", "{count} wariantów"), ("{count} variant", "{count} variants")
    ),
}
