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
    # A start that takes long.
    "loading": Entry(
        "Wczytuję talie: {number} z {count}… (Ctrl+C przerywa)",
        "Reading the decks: {number} of {count}… (Ctrl+C stops)",
    ),
    "rescheduling": Entry(
        "Przeliczam terminy powtórek: {number} z {count}… (Ctrl+C przerywa)",
        "Computing the due dates: {number} of {count}… (Ctrl+C stops)",
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
    # Help.
    "help_around": Entry("Na tym ekranie", "On this screen"),
    "help_everywhere": Entry("W całym programie", "Everywhere"),
    "help_typing": Entry("Jak wpisywać odpowiedzi", "How to type answers"),
    "help_answers": Entry(
        "- liczby: `577`, `73 856`, `0,25`, `3/4`, `2,5e6`, a także działania: `3·3·64+1`\n"
        "- kształty w kolejności kanały, wysokość, szerokość: `16x32x32` albo `16 32 32`\n"
        "- macierze: `1 2; 3 4` albo komórka po komórce; kolejny kanał po `;;`, można też wkleić\n"
        "- słowa: wielkość liter się nie liczy, polskie znaki można pominąć\n"
        "- odpowiedź, której nie da się odczytać, nic nie kosztuje: można ją poprawić",
        "- numbers: `577`, `73 856`, `0.25`, `3/4`, `2.5e6`, and sums: `3·3·64+1`\n"
        "- shapes as channels, height, width: `16x32x32` or `16 32 32`\n"
        "- matrices: `1 2; 3 4` or cell by cell; another channel after `;;`, and they can be pasted\n"
        "- words: capitals do not matter, Polish diacritics may be left out\n"
        "- an answer that cannot be read costs nothing: mend it and go on",
    ),
    "help_caret": Entry(
        "Daszek oznacza klawisz Ctrl: `^T` to Ctrl+T. Wszystko działa też myszą; z opcją --no-mouse"
        " zaznacza ona tekst jak w zwykłym terminalu.",
        "The caret means the Ctrl key: `^T` is Ctrl+T. The mouse works everywhere, too; with --no-mouse"
        " it selects text as in any terminal.",
    ),
    # What the help is about: things that can have the focus, and screens.
    "topic_welcome": Entry("Pierwsze uruchomienie", "The first start"),
    "about_topic_welcome": Entry(
        "Ten ekran pojawia się tylko raz. Dalej jest lista talii.",
        "This screen is shown only once. The list of decks comes next.",
    ),
    "topic_faults": Entry("Błędy w ustawieniach", "Faults in the settings"),
    "about_topic_faults": Entry(
        "Każdy błąd w pliku ustawień. To, co błędne, nie działa; reszta pliku działa.",
        "Each fault in the settings file. What is faulty has no effect; the rest of the file has.",
    ),
    "topic_problems": Entry("Błędy w talii", "Problems in a deck"),
    "about_topic_problems": Entry(
        "Każdy błąd w pliku talii: wiersz, co w nim jest nie tak, i jego treść.",
        "Each problem in the file of a deck: the line, what is wrong with it, and what it says.",
    ),
    "topic_decks": Entry("Lista talii", "The list of decks"),
    "about_topic_decks": Entry(
        "Liczby mówią, ile kart dziś czeka: do powtórki (z zaczętymi) i nowych. Klawisze dotyczą talii pod kursorem,"
        " a w pierwszym wierszu wszystkich talii razem.",
        "The numbers say how many cards wait today: due, those begun among them, and new. The keys mean the deck"
        " under the cursor, and in the first row all decks together.",
    ),
    "topic_card": Entry("Karta", "The card"),
    "about_topic_card": Entry(
        "Od góry: pytanie, odpowiedź, wynik z uzasadnieniem. Ocena mówi, jak dobrze odpowiedź była znana, i decyduje,"
        " kiedy karta wróci.",
        "From the top: the question, the answer, the verdict and why. The rating says how well the answer was known,"
        " and decides when the card comes back.",
    ),
    "topic_answer_line": Entry("Wiersz odpowiedzi", "The answer line"),
    "about_topic_answer_line": Entry(
        "Wpisz odpowiedź i naciśnij Enter. Gdy czegoś nie da się odczytać, program mówi, czego oczekuje,"
        " i próba się nie liczy.",
        "Type the answer and press Enter. What cannot be read does not count as an attempt: the program says what it"
        " expects.",
    ),
    "topic_grid": Entry("Siatka", "The grid"),
    "about_topic_grid": Entry(
        "W każdą komórkę wpisz liczbę albo działanie; spacja przechodzi dalej, średnik do następnego wiersza."
        " Każda komórka jest oceniana osobno. Całą macierz można wkleić.",
        "Type a number or a sum into each cell; Space goes on, a semicolon to the next row."
        " Each cell is graded by itself. A whole matrix can be pasted.",
    ),
    "topic_pad": Entry("Odpowiedzi do wyboru", "Answers to choose from"),
    "about_topic_pad": Entry(
        "Cyfra lub litera przed wierszem działa od razu, bez kursora. Co się wtedy dzieje, mówi zdanie pod spodem.",
        "The digit or letter in front of a row works at once, without the cursor. What it does stands below.",
    ),
    "topic_exams": Entry("Lista egzaminów", "The list of exams"),
    "about_topic_exams": Entry(
        "Przy każdym egzaminie stoi liczba pytań, punktów i minut. Przerwane podejście czeka, a zegar z nim.",
        "Beside each exam stand its questions, points and minutes. An attempt that was broken off waits, and its clock"
        " with it.",
    ),
    "topic_exam": Entry("Egzamin", "The exam"),
    "about_topic_exam": Entry(
        "Odpowiedzi są zapisywane od razu, ale oceniane dopiero po oddaniu pracy. Do każdego pytania można wrócić,"
        " dopóki jest czas.",
        "Answers are kept at once, but graded only when the paper is handed in. While there is time, every question can"
        " be gone back to.",
    ),
    "topic_slots": Entry("Pytania egzaminu", "The questions of the exam"),
    "about_topic_slots": Entry(
        "● ma odpowiedź, ○ jeszcze nie, ⚑ jest oznaczone. Numer pytania przenosi prosto do niego.",
        "● has an answer, ○ has none yet, ⚑ is flagged. The number of a question leads straight to it.",
    ),
    "topic_report": Entry("Wynik egzaminu", "The report of the exam"),
    "about_topic_report": Entry(
        "Ocena, a pod nią punkty według części i tematów. Dalej są rozwiązania pytań, które straciły punkty.",
        "The mark, and below it the points by part and topic. Next come the solutions of questions that lost points.",
    ),
    "topic_review": Entry("Stracone punkty", "Lost points"),
    "about_topic_review": Entry(
        "Po kolei pytania, które nie dały wszystkich punktów: Twoja odpowiedź, rozpoznany błąd i rozwiązanie.",
        "One by one the questions that did not get all points: your answer, the mistake in it and the solution.",
    ),
    "topic_cards": Entry("Lista kart", "The list of cards"),
    "about_topic_cards": Entry(
        "Wszystkie karty wszystkich talii. To, co robi klawisz, dotyczy karty pod kursorem albo zaznaczonych,"
        " jeśli jakieś są.",
        "All cards of all decks. What a key does is done to the card under the cursor, or to those that are marked.",
    ),
    "topic_search": Entry("Szukanie", "The search"),
    "about_topic_search": Entry(
        "Lista zmienia się przy każdej literze. Szukać można słów, a także id, etykiety, talii i stanu karty.",
        "The list follows each letter. Words are looked for, and the id, tag, deck and state of a card, too.",
    ),
    "topic_preview": Entry("Podgląd karty", "The preview of a card"),
    "about_topic_preview": Entry("Karta spod kursora w całości.", "The card under the cursor as a whole."),
    "topic_settings": Entry("Ustawienia", "The settings"),
    "about_topic_settings": Entry(
        "Każda zmiana działa od razu i jest od razu zapisana. Zdanie u góry objaśnia ustawienie pod kursorem.",
        "Each change works at once and is kept at once. The sentence on top explains the setting under the cursor.",
    ),
    "topic_lab_line": Entry("Zapis sieci", "The network as it is written"),
    "about_topic_lab_line": Entry(
        "Warstwy po kolei, rozdzielone kreską |. Tabela niżej zmienia się przy każdym znaku, a błąd jest nazwany.",
        "Layers one after the other, with | in between. The table below follows each key, and a fault is named.",
    ),
    "topic_lab_table": Entry("Tabela warstw", "The table of layers"),
    "about_topic_lab_table": Entry(
        "Kształt wyjścia, parametry, operacje i pole recepcyjne każdej warstwy. Warstwę pod kursorem można obejrzeć"
        " przy pracy, komórka po komórce.",
        "Output shape, parameters, operations and receptive field of each layer. The layer under the cursor can be"
        " watched at work, cell by cell.",
    ),
    "topic_lab_board": Entry("Warstwa przy pracy", "A layer at work"),
    "about_topic_lab_board": Entry(
        "Podświetlone jest okno, z którego powstaje wybrana komórka, a pod spodem suma z jego liczbami."
        " Tak samo w przód i wstecz.",
        "Lit up is the window that the chosen cell comes from; below stands the sum with its numbers."
        " So it is forward and back.",
    ),
    "topic_statistics": Entry("Statystyki", "The statistics"),
    "about_topic_statistics": Entry(
        "Wszystko pochodzi z dziennika odpowiedzi: ile dni nauki, ile powtórek, co zostaje w pamięci, które tematy"
        " i błędy sprawiają kłopot.",
        "All of it comes from the log of answers: days, reviews, what is remembered, which topics and mistakes give"
        " trouble.",
    ),
    "topic_history": Entry("Historia karty", "The history of a card"),
    "about_topic_history": Entry(
        "Każda odpowiedź na tę kartę, ocena i termin, który z niej wynikł. Stąd wiadomo, dlaczego karta jest tu dziś.",
        "Every answer to this card, its rating and the day that followed from it: why the card is here today.",
    ),
}
