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
    "column_reviews": Entry("powtórki", "due"),
    "column_new": Entry("nowe", "new"),
    "column_waiting": Entry("czeka", "waiting"),
    "column_cards": Entry("karty", "cards"),
    "problems": Entry(
        ("{count} błąd", "{count} błędy", "{count} błędów"),
        ("{count} problem", "{count} problems"),
    ),
    "next_problems": Entry(
        (
            "Tej talii nie da się użyć: ma {count} błąd. Enter pokazuje, w którym wierszu.",
            "Tej talii nie da się użyć: ma {count} błędy. Enter pokazuje, w których wierszach.",
            "Tej talii nie da się użyć: ma {count} błędów. Enter pokazuje, w których wierszach.",
        ),
        (
            "This deck cannot be used: it has {count} problem. Enter shows in which line.",
            "This deck cannot be used: it has {count} problems. Enter shows in which lines.",
        ),
    ),
    "problems_title": Entry("Błędy w talii", "Problems in the deck"),
    "problem_line": Entry("Wiersz {line}, znak {column}", "Line {line}, column {column}"),
    "problems_then": Entry(
        "Popraw plik i uruchom program ponownie; bez niego sprawdza: studycards check {path}",
        "Mend the file and start the program again; to check it alone: studycards check {path}",
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
    "guide_grid": Entry(
        "Spacja przechodzi do następnej komórki, średnik do następnego wiersza. {near}",
        "A space goes on to the next cell, a semicolon to the next row. {near}",
    ),
    "grid_filled": Entry("Wpisane {filled} z {of}", "{filled} of {of} filled in"),
    "empty_cells": Entry(
        ("Pusta komórka: {cells}", "Puste komórki: {cells}", "Puste komórki: {cells}"),
        ("Empty cell: {cells}", "Empty cells: {cells}"),
    ),
    "other_shape": Entry(
        "Wklejone liczby mają kształt {found}, a potrzebny jest {expected}; nic się nie zmieniło.",
        "What was pasted has the shape {found}, but {expected} is needed; nothing has changed.",
    ),
    "objection": Entry("Etap {number}: {reason}", "Step {number}: {reason}"),
    "sheet_empty": Entry("Nic jeszcze nie jest wpisane.", "Nothing is filled in yet."),
    "sheet_left_out": Entry(
        (
            "Bez odpowiedzi jest etap {steps}. Ponownie ten sam klawisz idzie dalej mimo to.",
            "Bez odpowiedzi są etapy {steps}. Ponownie ten sam klawisz idzie dalej mimo to.",
            "Bez odpowiedzi są etapy {steps}. Ponownie ten sam klawisz idzie dalej mimo to.",
        ),
        (
            "Step {steps} has no answer. The same key again goes on all the same.",
            "Steps {steps} have no answer. The same key again goes on all the same.",
        ),
    ),
    "hint_lead": Entry("Podpowiedź {number}:", "Hint {number}:"),
    "right_answer": Entry("Poprawna odpowiedź:", "Right answer:"),
    "solution": Entry("Rozwiązanie:", "Solution:"),
    "source": Entry("Źródło:", "Source:"),
    "summary": Entry("Podsumowanie", "Summary"),
    "took": Entry("Czas: {time}", "Time: {time}"),
    "under_a_minute": Entry("niecała minuta", "under a minute"),
    "missed": Entry("Do powtórzenia", "To look at again"),
    # Exams.
    "exams": Entry("Egzaminy", "Exams"),
    "exam_mark": Entry("Ocena", "Mark"),
    "exam_lost": Entry(
        (
            "{count} pytanie nie dało wszystkich punktów: Enter pokazuje je z rozwiązaniem, d dodaje do powtórek.",
            "{count} pytania nie dały wszystkich punktów: Enter pokazuje je z rozwiązaniami, d dodaje do powtórek.",
            "{count} pytań nie dało wszystkich punktów: Enter pokazuje je z rozwiązaniami, d dodaje do powtórek.",
        ),
        (
            "{count} question lost points: Enter shows it with its solution, d adds it to the reviews.",
            "{count} questions lost points: Enter shows them with their solutions, d adds them to the reviews.",
        ),
    ),
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
    "key_grid_next": Entry("następna", "next cell"),
    "about_grid_next": Entry(
        "Przechodzi do następnej komórki; w ostatniej Enter idzie dalej.",
        "Go to the next cell; in the last one Enter goes on.",
    ),
    "key_grid_left": Entry("komórka", "cell"),
    "about_grid_left": Entry("Komórka po lewej.", "The cell on the left."),
    "key_grid_right": Entry("w prawo", "right"),
    "about_grid_right": Entry("Komórka po prawej.", "The cell on the right."),
    "key_grid_up": Entry("w górę", "up"),
    "about_grid_up": Entry("Komórka powyżej.", "The cell above."),
    "key_grid_down": Entry("w dół", "down"),
    "about_grid_down": Entry("Komórka poniżej.", "The cell below."),
    "key_grid_back": Entry("poprzednia", "previous cell"),
    "about_grid_back": Entry("Wraca do poprzedniej komórki.", "Go back to the previous cell."),
    "key_grid_first": Entry("początek wiersza", "start of the row"),
    "about_grid_first": Entry("Pierwsza komórka wiersza.", "The first cell of the row."),
    "key_grid_last": Entry("koniec wiersza", "end of the row"),
    "about_grid_last": Entry("Ostatnia komórka wiersza.", "The last cell of the row."),
    "key_grid_next_matrix": Entry("kanał", "channel"),
    "about_grid_next_matrix": Entry(
        "Przechodzi do następnego kanału, [ do poprzedniego.", "Go to the next channel, [ to the previous one."
    ),
    "key_grid_previous_matrix": Entry("poprzedni kanał", "previous channel"),
    "about_grid_previous_matrix": Entry("Poprzedni kanał.", "The previous channel."),
    "key_grid_erase": Entry("usuń znak", "erase"),
    "about_grid_erase": Entry("Usuwa ostatni znak komórki.", "Erase the last character of the cell."),
    "key_grid_clear": Entry("wyczyść", "clear"),
    "about_grid_clear": Entry("Czyści komórkę.", "Clear the cell."),
    "key_step_next": Entry("następny etap", "next step"),
    "about_step_next": Entry("Przechodzi do następnego etapu.", "Go to the next step."),
    "key_step_back": Entry("poprzedni etap", "previous step"),
    "about_step_back": Entry("Wraca do poprzedniego etapu.", "Go back to the previous step."),
    "key_hand_in": Entry("sprawdź", "check"),
    "about_hand_in": Entry("Sprawdza całą odpowiedź, z każdego miejsca.", "Check the whole answer, from anywhere."),
    "key_to_line": Entry("jeden wiersz", "on one line"),
    "about_to_line": Entry(
        "Odpowiedź w jednym wierszu, np. 1 2; 3 4; tak można podać też inny kształt.",
        "Answer on one line, such as 1 2; 3 4; another shape can be given like this, too.",
    ),
    "key_to_grid": Entry("siatka", "in a grid"),
    "about_to_grid": Entry("Odpowiedź komórka po komórce.", "Answer cell by cell."),
    "key_explain": Entry("pełne rozwiązanie", "full solution"),
    "about_explain": Entry("Pokazuje wszystkie wiersze rozwiązania.", "Show every line of the solution."),
    "key_explain_less": Entry("krótkie rozwiązanie", "short solution"),
    "about_explain_less": Entry("Chowa pełne rozwiązanie.", "Hide the full solution."),
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
    "key_show_problems": Entry("błędy", "problems"),
    "about_show_problems": Entry(
        "Pokazuje błędy w pliku tej talii, każdy w jego wierszu.",
        "Show what is wrong in the file of this deck, line by line.",
    ),
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
    "key_palette_run": Entry("wykonaj", "run"),
    "about_palette_run": Entry("Wykonuje wybrane polecenie.", "Carry out the chosen command."),
    "key_palette_down": Entry("wybór", "choose"),
    "about_palette_down": Entry("Następne lub poprzednie polecenie.", "The next command or the one before."),
    "key_palette_close": Entry("wróć", "back"),
    "about_palette_close": Entry("Zamyka listę poleceń.", "Close the list of commands."),
    "key_palette": Entry("polecenia", "commands"),
    "about_palette": Entry("Szuka polecenia po nazwie.", "Find a command by name."),
    "key_quit": Entry("wyjdź", "quit"),
    "about_quit": Entry(
        "Kończy program; wszystko jest już zapisane.", "Leave the program; everything is saved already."
    ),
    "key_close": Entry("wróć", "back"),
    "about_close": Entry("Wraca do poprzedniego ekranu.", "Go back to the screen before."),
    "key_scroll_line_down": Entry("przewiń", "scroll"),
    "about_scroll_line_down": Entry("Przewija w dół.", "Scroll down."),
    "key_scroll_line_up": Entry("w górę", "up"),
    "about_scroll_line_up": Entry("Przewija w górę.", "Scroll up."),
    "key_go_on": Entry("zaczynamy", "let's start"),
    "about_go_on": Entry("Przechodzi do listy talii.", "Go on to the decks."),
    "key_exams": Entry("egzaminy", "exams"),
    "about_exams": Entry(
        "Lista egzaminów: próbny, kolokwium, diagnoza i własne.", "The exams: mock exam, test, diagnosis and your own."
    ),
    "key_row_down": Entry("wybór", "choose"),
    "about_row_down": Entry("Następny wiersz; także j.", "Next row; also j."),
    "key_row_up": Entry("w górę", "up"),
    "about_row_up": Entry("Poprzedni wiersz; także k.", "Previous row; also k."),
    "key_row_page_down": Entry("dziesięć wierszy w dół", "ten rows down"),
    "about_row_page_down": Entry("Dziesięć wierszy w dół.", "Ten rows down."),
    "key_row_page_up": Entry("dziesięć wierszy w górę", "ten rows up"),
    "about_row_page_up": Entry("Dziesięć wierszy w górę.", "Ten rows up."),
    "key_exam_begin": Entry("zacznij", "begin"),
    "about_exam_begin": Entry("Zaczyna egzamin; od tej chwili biegnie czas.", "Begin the exam; the clock starts."),
    "key_exam_resume": Entry("wróć do podejścia", "go on"),
    "about_exam_resume": Entry(
        "Wraca do niedokończonego podejścia; czas biegnie dalej.",
        "Go on with the unfinished attempt; the clock goes on, too.",
    ),
    "key_exam_begin_anew": Entry("nowe podejście", "new attempt"),
    "about_exam_begin_anew": Entry(
        "Zaczyna nowe podejście z innymi pytaniami.", "Begin another attempt with other questions."
    ),
    "key_exam_answer": Entry("zapisz i dalej", "keep, go on"),
    "about_exam_answer": Entry(
        "Zapisuje odpowiedź i pokazuje następne pytanie; pusta zostawia je na później.",
        "Keep the answer and show the next question; an empty one leaves it for later.",
    ),
    "key_exam_next": Entry("następne", "next"),
    "about_exam_next": Entry("Następne pytanie; odpowiedź zostaje zapisana.", "The next question; the answer is kept."),
    "key_exam_back": Entry("poprzednie", "previous"),
    "about_exam_back": Entry(
        "Poprzednie pytanie; odpowiedź zostaje zapisana.", "The previous question; the answer is kept."
    ),
    "key_exam_flag": Entry("oznacz", "flag"),
    "about_exam_flag": Entry(
        "Oznacza pytanie, żeby do niego wrócić, albo zdejmuje oznaczenie.",
        "Flag the question to come back to it, or take the flag off.",
    ),
    "key_exam_list": Entry("lista pytań", "questions"),
    "about_exam_list": Entry(
        "Lista pytań: które mają odpowiedź, które są oznaczone.",
        "All questions: which are answered, which are flagged.",
    ),
    "key_exam_hand_in": Entry("oddaj pracę", "hand in"),
    "about_exam_hand_in": Entry(
        "Oddaje pracę; gdy brakuje odpowiedzi, dopiero drugie naciśnięcie.",
        "Hand in; where answers are missing, by a second press.",
    ),
    "key_exam_leave": Entry("przerwij", "pause"),
    "about_exam_leave": Entry(
        "Zatrzymuje czas i wraca do listy egzaminów; wszystko jest zapisane.",
        "Stop the clock and go back to the exams; all is saved.",
    ),
    "key_exam_go": Entry("przejdź", "go"),
    "about_exam_go": Entry(
        "Pokazuje to pytanie; można też wpisać jego numer.", "Show this question; its number can be typed, too."
    ),
    "key_exam_close": Entry("wróć", "back"),
    "about_exam_close": Entry("Wraca do pytania.", "Go back to the question."),
    "key_exam_review": Entry("przejrzyj błędy", "review errors"),
    "about_exam_review": Entry(
        "Pokazuje po kolei pytania, które nie dały wszystkich punktów.",
        "Show the questions that lost points, one by one.",
    ),
    "key_exam_schedule": Entry("dodaj do powtórek", "add to reviews"),
    "about_exam_schedule": Entry("Dodaje te pytania do powtórek na dziś.", "Put these questions into today's reviews."),
    "key_exam_exams": Entry("lista egzaminów", "exams"),
    "about_exam_exams": Entry("Wraca do listy egzaminów.", "Go back to the exams."),
    "key_exam_next_lost": Entry("dalej", "next"),
    "about_exam_next_lost": Entry("Następne z tych pytań.", "The next one of these questions."),
    "key_exam_previous_lost": Entry("poprzednie", "previous"),
    "about_exam_previous_lost": Entry("Poprzednie z tych pytań.", "The previous one of these questions."),
    "key_exam_report": Entry("wynik", "result"),
    "about_exam_report": Entry("Wraca do wyniku.", "Go back to the result."),
    "key_exam_grade_0": Entry("źle", "wrong"),
    "about_exam_grade_0": Entry("Ocenia własną odpowiedź jako złą.", "Grade your own answer as wrong."),
    "key_exam_grade_1": Entry("częściowo", "partly"),
    "about_exam_grade_1": Entry(
        "Ocenia własną odpowiedź jako częściowo dobrą.", "Grade your own answer as partly right."
    ),
    "key_exam_grade_2": Entry("dobrze", "right"),
    "about_exam_grade_2": Entry("Ocenia własną odpowiedź jako dobrą.", "Grade your own answer as right."),
    # The app.
    "palette_nothing": Entry("Nie ma takiego polecenia.", "There is no such command."),
    "palette_prompt": Entry("Szukaj polecenia…", "Find a command…"),
    "how_to_quit": Entry("Wyjście: Ctrl+Q.", "To leave, press Ctrl+Q."),
    "language_pl": Entry("Język: polski", "Language: Polish"),
    "language_en": Entry("Język: angielski", "Language: English"),
    "theme_dark": Entry("Motyw: ciemny", "Theme: dark"),
    "theme_light": Entry("Motyw: jasny", "Theme: light"),
    "theme_high_contrast": Entry("Motyw: duży kontrast", "Theme: high contrast"),
    "theme_ansi": Entry("Motyw: kolory terminala", "Theme: the colours of the terminal"),
    "theme_colour_blind": Entry(
        "Motyw: niebieski i pomarańczowy, dla osób z daltonizmem", "Theme: blue and orange, for colour-blind eyes"
    ),
    # Help and welcome, in the Markdown of decks.
    "help": Entry("Pomoc", "Help"),
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
