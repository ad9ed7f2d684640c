"""The words of the Textual face: screens, keys, help."""

from studycards.locale.language import Entry

ENTRIES = {
    "space": Entry("Spacja", "Space"),
    "too_small": Entry(
        "Okno jest za małe: potrzeba co najmniej {width}×{height} znaków.",
        "The window is too small: {width}×{height} cells are needed.",
    ),
    # The decks.
    "decks": Entry("Talie", "Decks"),
    "all_decks": Entry("Wszystkie talie", "All decks"),
    "column_learning": Entry("w nauce", "learning"),
    "column_due": Entry("powtórki", "due"),
    "column_new": Entry("nowe", "new"),
    "column_waiting": Entry("czeka", "waiting"),
    "column_cards": Entry("karty", "cards"),
    "problems": Entry(
        ("{count} błąd", "{count} błędy", "{count} błędów"),
        ("{count} problem", "{count} problems"),
    ),
    "next_review": Entry(
        (
            "Czeka {count} karta: Enter zaczyna powtórkę.",
            "Czekają {count} karty: Enter zaczyna powtórkę.",
            "Czeka {count} kart: Enter zaczyna powtórkę.",
        ),
        ("{count} card is waiting: Enter starts the review.", "{count} cards are waiting: Enter starts the review."),
    ),
    "next_quiz": Entry(
        "Na dziś nic tu nie czeka. {next} Klawisz z zaczyna quiz.",
        "Nothing is waiting here today. {next} Press z for a quiz.",
    ),
    "next_problems": Entry(
        (
            "Ta talia ma {count} błąd. Pokaże go polecenie: studycards check {path}",
            "Ta talia ma {count} błędy. Pokaże je polecenie: studycards check {path}",
            "Ta talia ma {count} błędów. Pokaże je polecenie: studycards check {path}",
        ),
        (
            "This deck has {count} problem. To see it: studycards check {path}",
            "This deck has {count} problems. To see them: studycards check {path}",
        ),
    ),
    "next_no_decks": Entry(
        "Nie ma jeszcze żadnej talii. Włóż plik YAML do folderu {folder} i uruchom program ponownie.",
        "There are no decks yet. Put a YAML file into {folder} and start the program again.",
    ),
    # A session.
    "mode_review": Entry("powtórka", "review"),
    "mode_quiz": Entry("quiz", "quiz"),
    "level": Entry("poziom {level}", "level {level}"),
    "true": Entry("Prawda", "True"),
    "false": Entry("Fałsz", "False"),
    "guide_choose": Entry("Wybierz jedną odpowiedź.", "Choose one answer."),
    "guide_judge": Entry("p: prawda, f: fałsz", "t: true, f: false"),
    "guide_tick": Entry("Zaznacz wszystkie poprawne.", "Tick all that are right."),
    "guide_order": Entry(
        "Spacja chwyta, strzałki przesuwają, cyfra wskazuje miejsce.",
        "Space picks up, arrows move, a digit names the place.",
    ),
    "guide_match": Entry("Do każdego numeru dobierz literę.", "Give each number its letter."),
    "hint_lead": Entry("Podpowiedź {number}:", "Hint {number}:"),
    "right_answer": Entry("Poprawna odpowiedź:", "Right answer:"),
    "solution": Entry("Rozwiązanie:", "Solution:"),
    "source": Entry("Źródło:", "Source:"),
    "summary": Entry("Podsumowanie", "Summary"),
    "took": Entry("Czas: {time}", "Time: {time}"),
    "under_a_minute": Entry("niecała minuta", "under a minute"),
    "missed": Entry("Do powtórzenia", "To look at again"),
    # Labels of keys, as short as can be, and what they do.
    "key_check": Entry("sprawdź", "check"),
    "about_check": Entry("Sprawdza odpowiedź.", "Check the answer."),
    "key_recall": Entry("pokaż odpowiedź", "show answer"),
    "about_recall": Entry(
        "Pokazuje odpowiedź, żeby porównać ją ze swoją.", "Show the answer, to compare it with yours."
    ),
    "key_accept": Entry("dalej", "next"),
    "about_accept": Entry("Przyjmuje wyróżnioną ocenę i idzie dalej.", "Take the highlighted rating and go on."),
    "key_go_home": Entry("lista talii", "decks"),
    "about_go_home": Entry("Wraca do listy talii.", "Go back to the decks."),
    "key_again": Entry("jeszcze raz", "again"),
    "about_again": Entry("Zaczyna kolejną taką sesję.", "Start another session like this one."),
    "key_rate_1": Entry("pierwsza ocena", "first rating"),
    "about_rate_1": Entry("Daje pierwszą ocenę z dolnego wiersza.", "Give the first rating of the bottom row."),
    "key_rate_2": Entry("druga ocena", "second rating"),
    "about_rate_2": Entry("Daje drugą ocenę.", "Give the second rating."),
    "key_rate_3": Entry("trzecia ocena", "third rating"),
    "about_rate_3": Entry("Daje trzecią ocenę.", "Give the third rating."),
    "key_rate_4": Entry("czwarta ocena", "fourth rating"),
    "about_rate_4": Entry("Daje czwartą ocenę.", "Give the fourth rating."),
    "key_hint": Entry("podpowiedź", "hint"),
    "about_hint": Entry(
        "Pokazuje podpowiedź; z podpowiedzią karta wróci trochę wcześniej.",
        "Show a hint; with a hint the card comes back a little earlier.",
    ),
    "key_give_up": Entry("nie wiem", "don't know"),
    "about_give_up": Entry(
        "Pokazuje odpowiedź; karta wróci niedługo.", "Show the answer; the card will come back soon."
    ),
    "key_skip": Entry("pomiń", "skip"),
    "about_skip": Entry("Pomija to pytanie w tej sesji.", "Leave this question out of the session."),
    "key_undo": Entry("cofnij", "undo"),
    "about_undo": Entry("Cofa ostatnią ocenę i pyta jeszcze raz.", "Take back the last rating and ask again."),
    "key_leave": Entry("zakończ", "finish"),
    "about_leave": Entry(
        "Kończy sesję i pokazuje podsumowanie; nic nie ginie.", "End the session with its summary; nothing is lost."
    ),
    "key_page_down": Entry("strona w dół", "page down"),
    "about_page_down": Entry("Przewija długą kartę o stronę w dół.", "Scroll a long card down by a page."),
    "key_page_up": Entry("strona w górę", "page up"),
    "about_page_up": Entry("Przewija długą kartę o stronę w górę.", "Scroll a long card up by a page."),
    "key_line_down": Entry("wiersz w dół", "line down"),
    "about_line_down": Entry("Przewija kartę o wiersz w dół; także j.", "Scroll the card down by a line; also j."),
    "key_line_up": Entry("wiersz w górę", "line up"),
    "about_line_up": Entry("Przewija kartę o wiersz w górę; także k.", "Scroll the card up by a line; also k."),
    "key_pad_down": Entry("wybór", "choose"),
    "about_pad_down": Entry(
        "Idzie w dół; cyfra lub litera wybiera od razu.", "Go down; a digit or letter picks at once."
    ),
    "key_pad_up": Entry("w górę", "up"),
    "about_pad_up": Entry("Idzie w górę.", "Go up."),
    "key_pad_tick": Entry("zaznacz", "tick"),
    "about_pad_tick": Entry("Zaznacza odpowiedź albo cofa zaznaczenie.", "Tick an answer, or take the tick back."),
    "key_pad_hold": Entry("chwyć", "pick up"),
    "about_pad_hold": Entry("Chwyta element, a potem go odkłada.", "Pick an item up, and put it down again."),
    "key_pad_later": Entry("przesuń", "move"),
    "about_pad_later": Entry(
        "J (lub Shift+↓) przesuwa element w dół, K (lub Shift+↑) w górę.",
        "J (or Shift+↓) moves an item down, K (or Shift+↑) up.",
    ),
    "key_pad_earlier": Entry("przesuń w górę", "move up"),
    "about_pad_earlier": Entry("Przesuwa element w górę.", "Move an item up."),
    "key_pad_clear": Entry("usuń", "clear"),
    "about_pad_clear": Entry("Usuwa parę z tego wiersza.", "Take the match of this row back."),
    "key_list_down": Entry("wybór", "choose"),
    "about_list_down": Entry("Następna talia; także j.", "Next deck; also j."),
    "key_list_up": Entry("poprzednia talia", "previous deck"),
    "about_list_up": Entry("Poprzednia talia; także k.", "Previous deck; also k."),
    "key_list_page_down": Entry("dziesięć talii w dół", "ten decks down"),
    "about_list_page_down": Entry("Dziesięć talii w dół.", "Ten decks down."),
    "key_list_page_up": Entry("dziesięć talii w górę", "ten decks up"),
    "about_list_page_up": Entry("Dziesięć talii w górę.", "Ten decks up."),
    "key_list_first": Entry("początek listy", "first row"),
    "about_list_first": Entry("Początek listy; także g.", "First row; also g."),
    "key_list_last": Entry("koniec listy", "last row"),
    "about_list_last": Entry("Koniec listy; także G.", "Last row; also G."),
    "key_review": Entry("powtórka", "review"),
    "about_review": Entry("Powtarza to, co czeka w tej talii.", "Review what is waiting in this deck."),
    "key_review_all": Entry("powtórz wszystko", "review all"),
    "about_review_all": Entry("Powtarza to, co czeka we wszystkich taliach.", "Review what is waiting in all decks."),
    "key_quiz": Entry("quiz", "quiz"),
    "about_quiz": Entry(
        "Pyta o losowe karty tej talii; terminy powtórek się nie zmieniają.",
        "Ask random cards of this deck; no due date changes.",
    ),
    "key_help": Entry("pomoc", "help"),
    "about_help": Entry("Ta pomoc; także ?.", "This help; also ?."),
    "key_language": Entry("English", "polski"),
    "about_language": Entry("Zmienia język programu.", "Change the language of the program."),
    "key_theme": Entry("motyw", "theme"),
    "about_theme": Entry("Zmienia kolory.", "Change the colours."),
    "key_palette": Entry("polecenia", "commands"),
    "about_palette": Entry("Szuka polecenia po nazwie.", "Find a command by name."),
    "key_quit": Entry("wyjdź", "quit"),
    "about_quit": Entry(
        "Kończy program; wszystko jest już zapisane.", "Leave the program; everything is saved already."
    ),
    "key_close": Entry("wróć", "back"),
    "about_close": Entry("Zamyka pomoc.", "Close the help."),
    "key_scroll_line_down": Entry("przewiń", "scroll"),
    "about_scroll_line_down": Entry("Przewija w dół.", "Scroll down."),
    "key_scroll_line_up": Entry("w górę", "up"),
    "about_scroll_line_up": Entry("Przewija w górę.", "Scroll up."),
    "key_go_on": Entry("zaczynamy", "let's start"),
    "about_go_on": Entry("Przechodzi do listy talii.", "Go on to the decks."),
    # The app.
    "palette_prompt": Entry("Szukaj polecenia…", "Find a command…"),
    "how_to_quit": Entry("Wyjście: Ctrl+Q.", "To leave, press Ctrl+Q."),
    "language_pl": Entry("Język: polski", "Language: Polish"),
    "language_en": Entry("Język: angielski", "Language: English"),
    "theme_dark": Entry("Motyw: ciemny", "Theme: dark"),
    "theme_light": Entry("Motyw: jasny", "Theme: light"),
    "theme_colour_blind": Entry(
        "Motyw: niebieski i pomarańczowy, dla osób z daltonizmem", "Theme: blue and orange, for colour-blind eyes"
    ),
    # Help and welcome, in the Markdown of decks.
    "help": Entry("Pomoc", "Help"),
    "help_answers": Entry(
        "**Jak wpisywać odpowiedzi**\n"
        "- liczby: `577`, `73 856`, `0,25`, `3/4`, `2,5e6`, a także działania: `3·3·64+1`\n"
        "- kształty w kolejności kanały, wysokość, szerokość: `16x32x32` albo `16 32 32`\n"
        "- słowa: wielkość liter się nie liczy, polskie znaki można pominąć\n"
        "- odpowiedź, której nie da się odczytać, nic nie kosztuje: można ją poprawić\n"
        "\n"
        "Daszek oznacza klawisz Ctrl: `^T` to Ctrl+T. Wszystko działa też myszą.",
        "**How to type answers**\n"
        "- numbers: `577`, `73 856`, `0.25`, `3/4`, `2.5e6`, and sums: `3·3·64+1`\n"
        "- shapes as channels, height, width: `16x32x32` or `16 32 32`\n"
        "- words: capitals do not matter, Polish diacritics may be left out\n"
        "- an answer that cannot be read costs nothing: mend it and go on\n"
        "\n"
        "The caret means the Ctrl key: `^T` is Ctrl+T. The mouse works everywhere, too.",
    ),
    "welcome": Entry(
        "**Fiszki i zadania, które wracają wtedy, kiedy trzeba.**\n"
        "\n"
        "Program zadaje pytania, sprawdza odpowiedzi, wyjaśnia je i ustala termin następnej powtórki. "
        "Zadania obliczeniowe dostają za każdym razem nowe liczby.\n"
        "\n"
        "- `Enter` sprawdza odpowiedź i idzie dalej\n"
        "- `^R` (Ctrl+R) znaczy „nie wiem” i pokazuje odpowiedź\n"
        "- `^G` (Ctrl+G) otwiera pomoc; klawisze, które działają, są zawsze na dole\n"
        "\n"
        "English? Press `l`.\n"
        "Postępy i własne talie są w folderze {folder}",
        "**Flashcards and exercises that come back when you need them.**\n"
        "\n"
        "The program asks, checks your answers, explains them and plans the next review. "
        "Computed exercises bring new numbers every time.\n"
        "\n"
        "- `Enter` checks an answer and goes on\n"
        '- `^R` (Ctrl+R) means "I don\'t know" and shows the answer\n'
        "- `^G` (Ctrl+G) opens the help; the keys that work are always at the bottom\n"
        "\n"
        "Po polsku? Naciśnij `l`.\n"
        "Your progress and your own decks are in {folder}",
    ),
}
