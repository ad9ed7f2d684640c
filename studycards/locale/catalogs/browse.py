"""The words of the list of all cards, and of editing a card in an editor."""

from studycards.locale.language import Entry

ENTRIES = {
    # The list.
    "cards": Entry("Karty", "Cards"),
    "all_cards": Entry(("{count} karta", "{count} karty", "{count} kart"), ("{count} card", "{count} cards")),
    "hits": Entry(
        ("{found} z {count} karty", "{found} z {count} kart", "{found} z {count} kart"),
        ("{found} of {count} card", "{found} of {count} cards"),
    ),
    "chosen": Entry(
        ("{count} zaznaczona", "{count} zaznaczone", "{count} zaznaczonych"), ("{count} selected", "{count} selected")
    ),
    "loading": Entry("wczytano {done} z {total} kart", "{done} of {total} cards read"),
    "prompt": Entry("Szukaj: słowa, talia: tag: jest: typ: poziom:", "Search: words, deck: tag: is: type: level:"),
    "no_cards": Entry(
        "Nie ma jeszcze żadnych kart. Własne talie należą do folderu {folder}",
        "There are no cards yet. Your own decks belong into the folder {folder}",
    ),
    "no_hits": Entry(
        "Nic nie pasuje do „{text}”.\n"
        "Esc czyści. Stany: `jest:nowa` `jest:nauka` `jest:powtórka` `jest:zaległa` `jest:zawieszona` "
        "`jest:oznaczona`",
        'Nothing fits "{text}".\n'
        "Esc clears it. States: `is:new` `is:learning` `is:review` `is:due` `is:suspended` `is:flagged`",
    ),
    "column_question": Entry("pytanie", "question"),
    "column_deck": Entry("talia", "deck"),
    "column_id": Entry("id", "id"),
    "column_due": Entry("termin", "due"),
    "column_difficulty": Entry("trudność", "difficulty"),
    "column_lapses": Entry("pomyłki", "lapses"),
    "order_as": Entry("kolejność: {order}", "order: {order}"),
    "order_backwards": Entry("kolejność: {order}, od końca", "order: {order}, reversed"),
    "by_file": Entry("pliki", "files"),
    "by_due": Entry("termin", "due day"),
    "by_difficulty": Entry("trudność", "difficulty"),
    "by_lapses": Entry("pomyłki", "lapses"),
    "by_id": Entry("id", "id"),
    # One card.
    "new": Entry("nowa", "new"),
    "learning": Entry("w nauce", "learning"),
    "review": Entry("powtórka", "review"),
    "today": Entry("dziś", "today"),
    "tomorrow": Entry("jutro", "tomorrow"),
    "due_today": Entry("termin dziś", "due today"),
    "due_since": Entry("zaległa: {wait}", "overdue: {wait}"),
    "due_in": Entry("termin: {wait}", "due: {wait}"),
    "suspended": Entry("zawieszona", "suspended"),
    "flagged": Entry("oznaczona", "flagged"),
    "answers": Entry(
        ("{count} odpowiedź", "{count} odpowiedzi", "{count} odpowiedzi"), ("{count} answer", "{count} answers")
    ),
    "lapses": Entry(("{count} pomyłka", "{count} pomyłki", "{count} pomyłek"), ("{count} lapse", "{count} lapses")),
    "difficulty": Entry("trudność {value} z 10", "difficulty {value} of 10"),
    "preview": Entry("Podgląd", "Preview"),
    "label_deck": Entry("talia", "deck"),
    "label_type": Entry("typ", "type"),
    "label_state": Entry("stan", "state"),
    "label_tags": Entry("tagi", "tags"),
    "label_file": Entry("plik", "file"),
    "level": Entry("poziom {level}", "level {level}"),
    "not_shown": Entry("Tej karty nie da się pokazać: {reason}", "This card cannot be shown: {reason}"),
    # Changes.
    "given_suspended": Entry(
        ("Zawieszono {count} kartę.", "Zawieszono {count} karty.", "Zawieszono {count} kart."),
        ("Suspended {count} card.", "Suspended {count} cards."),
    ),
    "taken_suspended": Entry(
        ("Wznowiono {count} kartę.", "Wznowiono {count} karty.", "Wznowiono {count} kart."),
        ("Resumed {count} card.", "Resumed {count} cards."),
    ),
    "given_flagged": Entry(
        ("Oznaczono {count} kartę.", "Oznaczono {count} karty.", "Oznaczono {count} kart."),
        ("Flagged {count} card.", "Flagged {count} cards."),
    ),
    "taken_flagged": Entry(
        (
            "Zdjęto oznaczenie z {count} karty.",
            "Zdjęto oznaczenie z {count} kart.",
            "Zdjęto oznaczenie z {count} kart.",
        ),
        ("Took the flag off {count} card.", "Took the flag off {count} cards."),
    ),
    "was_reset": Entry(
        (
            "{count} karta jest znów nowa.",
            "{count} karty są znów nowe.",
            "{count} kart jest znów nowych.",
        ),
        ("{count} card is new again.", "{count} cards are new again."),
    ),
    "doing_suspend": Entry(
        (
            "Zawieszam {number} z {count} karty…",
            "Zawieszam {number} z {count} kart…",
            "Zawieszam {number} z {count} kart…",
        ),
        ("Suspending {number} of {count} card…", "Suspending {number} of {count} cards…"),
    ),
    "doing_resume": Entry(
        (
            "Wznawiam {number} z {count} karty…",
            "Wznawiam {number} z {count} kart…",
            "Wznawiam {number} z {count} kart…",
        ),
        ("Resuming {number} of {count} card…", "Resuming {number} of {count} cards…"),
    ),
    "doing_flag": Entry(
        (
            "Oznaczam {number} z {count} karty…",
            "Oznaczam {number} z {count} kart…",
            "Oznaczam {number} z {count} kart…",
        ),
        ("Flagging {number} of {count} card…", "Flagging {number} of {count} cards…"),
    ),
    "doing_unflag": Entry(
        (
            "Zdejmuję oznaczenie z {number} z {count} karty…",
            "Zdejmuję oznaczenie z {number} z {count} kart…",
            "Zdejmuję oznaczenie z {number} z {count} kart…",
        ),
        ("Unflagging {number} of {count} card…", "Unflagging {number} of {count} cards…"),
    ),
    "doing_reset": Entry(
        (
            "Resetuję {number} z {count} karty…",
            "Resetuję {number} z {count} kart…",
            "Resetuję {number} z {count} kart…",
        ),
        ("Resetting {number} of {count} card…", "Resetting {number} of {count} cards…"),
    ),
    "writing": Entry(
        ("Zapisuję zmianę {count} karty…", "Zapisuję zmianę {count} kart…", "Zapisuję zmianę {count} kart…"),
        ("Writing the change of {count} card…", "Writing the change of {count} cards…"),
    ),
    "undoing": Entry(
        "Cofam ostatnią zmianę: {percent}\N{NO-BREAK SPACE}%…",
        "Undoing the last change: {percent}%…",
    ),
    "stopped": Entry("Przerwano. Wszystkie karty są takie jak przedtem.", "Stopped. All cards are as they were."),
    "new_already": Entry("Nic do zresetowania: wszystko tu jest nowe.", "Nothing to reset: all of this is new."),
    "undone": Entry(
        (
            "Cofnięto ostatnią zmianę: {count} karta.",
            "Cofnięto ostatnią zmianę: {count} karty.",
            "Cofnięto ostatnią zmianę: {count} kart.",
        ),
        ("Undid the last change: {count} card.", "Undid the last change: {count} cards."),
    ),
    "nothing_to_undo": Entry("Nie ma czego cofnąć.", "There is nothing to undo."),
    "ask_reset": Entry(
        (
            "Zresetować {count} kartę? Enter: tak, q: nie",
            "Zresetować {count} karty? Enter: tak, q: nie",
            "Zresetować {count} kart? Enter: tak, q: nie",
        ),
        ("Reset {count} card? Enter: yes, q: no", "Reset {count} cards? Enter: yes, q: no"),
    ),
    # Keys.
    "key_search": Entry("szukaj", "search"),
    "about_search": Entry(
        "Szuka podczas pisania: słowa z pytania, id i tagów oraz talia:, tag:, typ:, poziom: i jest: "
        "(nowa, nauka, powtórka, zaległa, zawieszona, oznaczona); cudzysłów łączy słowa.",
        "Search as you type: words of question, id and tags, and deck:, tag:, type:, level: and is: "
        "(new, learning, review, due, suspended, flagged); quotes keep words together.",
    ),
    "key_stop": Entry("przerwij", "stop"),
    "about_stop": Entry(
        "Przerywa zmianę wielu kart: wszystkie pozostają takie, jakie były.",
        "Break off the change of many cards: all of them stay as they were.",
    ),
    "key_close": Entry("wróć", "back"),
    "about_close": Entry("Wraca tam, skąd otwarto listę kart.", "Go back to where the list was opened."),
    "key_clear": Entry("wyczyść szukanie", "clear the search"),
    "about_clear": Entry("Czyści szukanie i pokazuje wszystkie karty.", "Clear the search and show all cards."),
    "key_to_list": Entry("do listy", "to the list"),
    "about_to_list": Entry("Przechodzi z szukania do listy.", "Go from the search to the list."),
    "key_down": Entry("wybór", "choose"),
    "about_down": Entry("Następna karta; także j.", "The next card; also j."),
    "key_up": Entry("w górę", "up"),
    "about_up": Entry("Poprzednia karta; także k.", "The previous card; also k."),
    "key_page_down": Entry("strona w dół", "page down"),
    "about_page_down": Entry("O stronę w dół.", "A page down."),
    "key_page_up": Entry("strona w górę", "page up"),
    "about_page_up": Entry("O stronę w górę.", "A page up."),
    "key_first": Entry("początek listy", "first row"),
    "about_first": Entry("Pierwsza karta; także g.", "The first card; also g."),
    "key_last": Entry("koniec listy", "last row"),
    "about_last": Entry("Ostatnia karta; także G.", "The last card; also G."),
    "key_look": Entry("podgląd", "preview"),
    "about_look": Entry(
        "Pokazuje kartę z odpowiedzią albo chowa podgląd.", "Show the card with its answer, or hide it."
    ),
    "key_shut": Entry("do listy", "to the list"),
    "about_shut": Entry("Chowa podgląd i wraca do listy.", "Hide the preview and go back to the list."),
    "key_look_down": Entry("przewiń podgląd", "scroll the preview"),
    "about_look_down": Entry(
        "J (lub Shift+↓) przewija podgląd w dół, K (lub Shift+↑) w górę.",
        "J (or Shift+↓) scrolls the preview down, K (or Shift+↑) up.",
    ),
    "key_look_up": Entry("podgląd w górę", "preview up"),
    "about_look_up": Entry("Przewija podgląd w górę.", "Scroll the preview up."),
    "key_scroll_down": Entry("przewiń", "scroll"),
    "about_scroll_down": Entry("Przewija podgląd w dół; także j.", "Scroll the preview down; also j."),
    "key_scroll_up": Entry("w górę", "up"),
    "about_scroll_up": Entry("Przewija podgląd w górę; także k.", "Scroll the preview up; also k."),
    "key_choose": Entry("zaznacz", "select"),
    "about_choose": Entry(
        "Zaznacza kartę albo cofa zaznaczenie; także x.", "Select the card, or take that back; also x."
    ),
    "key_choose_all": Entry("zaznacz wszystkie", "select all"),
    "about_choose_all": Entry(
        "Zaznacza wszystkie znalezione karty albo cofa zaznaczenie.", "Select all cards found, or none."
    ),
    "key_suspend": Entry("zawieś", "suspend"),
    "about_suspend": Entry(
        "Zawiesza zaznaczone karty (lub tę jedną): nie będą zadawane; ponownie: wznawia je.",
        "Suspend the selected cards (or this one): they are not asked; again: resume them.",
    ),
    "key_flag": Entry("oznacz", "flag"),
    "about_flag": Entry(
        "Oznacza zaznaczone karty (lub tę jedną), żeby do nich wrócić, albo zdejmuje oznaczenie.",
        "Flag the selected cards (or this one) to come back to them, or take the flag off.",
    ),
    "key_reset": Entry("resetuj", "reset"),
    "about_reset": Entry(
        "Zaznaczone karty (lub ta jedna) będą znów nowe; odpowiedzi zostają w historii.",
        "Let the selected cards (or this one) be new again; their answers stay in the log.",
    ),
    "key_confirm": Entry("tak", "yes"),
    "about_confirm": Entry("Resetuje te karty; można to cofnąć.", "Reset these cards; it can be undone."),
    "key_decline": Entry("nie", "no"),
    "about_decline": Entry("Zostawia karty tak, jak są.", "Leave the cards as they are."),
    "key_undo": Entry("cofnij", "undo"),
    "about_undo": Entry(
        "Cofa ostatnią zmianę: zawieszenie, oznaczenie lub reset.", "Take back the last change: suspend, flag or reset."
    ),
    "key_sort": Entry("kolejność", "order"),
    "about_sort": Entry(
        "Zmienia kolejność: pliki, termin, trudność, pomyłki, id.",
        "Change the order: files, due day, difficulty, lapses, id.",
    ),
    "key_reverse": Entry("odwróć kolejność", "reverse the order"),
    "about_reverse": Entry("Odwraca kolejność.", "Reverse the order."),
    "key_edit": Entry("edytuj", "edit"),
    "about_edit": Entry(
        "Otwiera plik talii w edytorze (VISUAL lub EDITOR) w wierszu tej karty.",
        "Open the deck in your editor (VISUAL or EDITOR) at the line of this card.",
    ),
    "key_history": Entry("historia", "history"),
    "about_history": Entry("Pokazuje wszystkie odpowiedzi na tę kartę.", "Show every answer given to this card."),
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
