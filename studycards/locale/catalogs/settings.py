"""The words of the settings: their file, its faults, their screen."""

from studycards.locale.language import Entry

ENTRIES = {
    # The faults of the file.
    "where": Entry("{file}, wiersz {line}", "{file}, line {line}"),
    "line": Entry("Wiersz {line}", "Line {line}"),
    "some_faults": Entry(
        (
            "W pliku ustawień jest {count} błąd; pokazuje go w Ustawieniach „błędy pliku”.",
            "W pliku ustawień są {count} błędy; pokazuje je w Ustawieniach „błędy pliku”.",
            "W pliku ustawień jest {count} błędów; pokazuje je w Ustawieniach „błędy pliku”.",
        ),
        (
            "There is {count} fault in the settings file; “file faults” in Settings shows it.",
            "There are {count} faults in the settings file; “file faults” in Settings shows them.",
        ),
    ),
    "faults_title": Entry("Błędy w pliku ustawień", "Faults in the settings file"),
    "faults_about": Entry(
        "Dopóki w pliku są błędy, program niczego w nim nie zmienia.",
        "As long as there are faults in the file, the program changes nothing in it.",
    ),
    "bad_value": Entry(
        "{where}: ustawienie {name} nie może mieć wartości {found}; dozwolone: {allowed}.",
        "{where}: the setting {name} cannot be {found}; allowed: {allowed}.",
    ),
    "bad_value_near": Entry(
        "{where}: ustawienie {name} nie może mieć wartości {found}; dozwolone: {allowed}. Najbliższe to „{nearest}”.",
        "{where}: the setting {name} cannot be {found}; allowed: {allowed}. The nearest is “{nearest}”.",
    ),
    "unknown": Entry(
        "{where}: nie ma ustawienia „{name}”; są: {allowed}.",
        "{where}: there is no setting “{name}”; there are: {allowed}.",
    ),
    "unknown_near": Entry(
        "{where}: nie ma ustawienia „{name}”; najbliższe to „{nearest}”.",
        "{where}: there is no setting “{name}”; the nearest is “{nearest}”.",
    ),
    "no_toml": Entry(
        "{where}: „{found}” nie jest poprawnym zapisem TOML; każde ustawienie to wiersz „nazwa = wartość”.",
        "{where}: “{found}” is not valid TOML; each setting is a line “name = value”.",
    ),
    "not_utf8": Entry(
        "Plik ustawień {file} nie jest zapisany w UTF-8; zapisz go w tym kodowaniu.",
        "The settings file {file} is not UTF-8; save it in that encoding.",
    ),
    "unreadable": Entry(
        "Nie udało się odczytać pliku ustawień {file}: {reason}.",
        "The settings file {file} cannot be read: {reason}.",
    ),
    "unwritable": Entry(
        "Nie udało się zapisać pliku ustawień {file}: {reason}. Nic się w nim nie zmieniło.",
        "The settings file {file} cannot be written: {reason}. Nothing in it has changed.",
    ),
    "crowded": Entry(
        "Plik ustawień podaje „{name}” razem z czymś innym; zmień to w pliku albo podaj w osobnym wierszu.",
        "The settings file gives “{name}” together with something else; change it there, or put it on its own line.",
    ),
    "faulty": Entry(
        "Tej zmiany nie zapisano, bo w pliku ustawień jest błąd. {fault}",
        "This change was not saved, as there is a fault in the settings file. {fault}",
    ),
    "allowed_whole": Entry("liczba całkowita od {low} do {high}", "a whole number from {low} to {high}"),
    "allowed_number": Entry("liczba od {low} do {high}", "a number from {low} to {high}"),
    "allowed_day": Entry("data w zapisie 2027-01-31, bez cudzysłowu", "a date such as 2027-01-31, without quotes"),
    "allowed_keys": Entry(
        'klawisze w cudzysłowie, po przecinku, np. "ctrl+z, u"', 'keys in quotes, with commas, such as "ctrl+z, u"'
    ),
    # The file of a learner who had none.
    "file": Entry(
        "Ustawienia studycards. Zmienia się je tutaj albo w programie, na ekranie Ustawienia.\n"
        "Działa wiersz bez znaku # na początku; gdy go nie ma, działa wartość domyślna.\n"
        "Program zachowuje komentarze i kolejność. Zmiany w pliku działają od następnego uruchomienia.",
        "The settings of studycards. Change them here or in the program, on the Settings screen.\n"
        "A line without # in front holds; where there is none, the default does.\n"
        "The program keeps comments and order. Changes in the file hold from the next start on.",
    ),
    "file_language": Entry(
        'Język: "pl", "en" albo "auto" (język terminala).', 'Language: "pl", "en" or "auto" (that of the terminal).'
    ),
    "file_theme": Entry(
        'Motyw: "dark" (ciemny), "light" (jasny), "high-contrast" (duży kontrast),\n'
        '"colour-blind" (niebieski i pomarańczowy) albo "ansi" (kolory terminala).',
        'Theme: "dark", "light", "high-contrast", "colour-blind" (blue and orange)\n'
        'or "ansi" (the colours of the terminal).',
    ),
    "file_timer": Entry(
        "Czy w czasie nauki widać, jak długo pytanie jest otwarte: true albo false.",
        "Whether the study screen shows how long the question has been open: true or false.",
    ),
    "file_layout": Entry(
        'Kolejność osi w kształtach: "CHW" (kanały, wysokość, szerokość), "HWC" albo "deck" (jak w talii).',
        'Order of the axes in shapes: "CHW" (channels, height, width), "HWC" or "deck" (as the deck says).',
    ),
    "file_decimal": Entry(
        'Znak dziesiętny: "comma" (0,5), "point" (0.5) albo "language" (jak w języku programu).\n'
        "Odpowiedzi zawsze można wpisywać na oba sposoby.",
        'Decimal mark: "comma" (0,5), "point" (0.5) or "language" (as the language has it).\n'
        "Answers can always be typed either way.",
    ),
    "file_new_per_day": Entry("Najwięcej nowych kart na dzień.", "New cards a day, at most."),
    "file_reviews_per_day": Entry("Najwięcej powtórek na dzień.", "Reviews a day, at most."),
    "file_desired_retention": Entry(
        "Jaka część kart ma być pamiętana w dniu powtórki: od 0.7 (mniej pracy) do 0.99 (mniej zapominania).",
        "The share of cards to be remembered when they come back: 0.7 (less work) to 0.99 (less forgetting).",
    ),
    "file_rollover_hour": Entry(
        "Godzina, o której kończy się dzień nauki (0–23).", "The hour at which the study day ends (0 to 23)."
    ),
    "file_exam_date": Entry(
        "Dzień egzaminu: program pokaże, ile zostało. Terminów powtórek nie zmienia.",
        "The day of the exam: the program tells how many are left. It moves no due date.",
    ),
    "file_keys": Entry(
        "Klawisze poleceń. Identyfikatory poleceń są na ekranie Ustawienia; kilka klawiszy po przecinku.",
        "The keys of commands. Their ids are on the Settings screen; several keys with commas.",
    ),
    # The keys.
    "clash": Entry("{key} to już: {label}.", "{key} is taken by: {label}."),
    "clash_on": Entry("{key} to już: {label} ({screen}).", "{key} is taken by: {label} ({screen})."),
    "two_on_a_key": Entry(
        "Ten sam klawisz {key}: {one} i {other}.", "One key, {key}, for two things: {one} and {other}."
    ),
    "two_on_a_key_on": Entry(
        "Ten sam klawisz {key}: {one} i {other} ({screen}).",
        "One key, {key}, for two things: {one} and {other} ({screen}).",
    ),
    "no_such_binding": Entry(
        "Nie ma polecenia o identyfikatorze „{name}”.", "There is no command with the id “{name}”."
    ),
    "no_such_key": Entry("Polecenie {name}: nie ma klawisza „{key}”.", "Command {name}: there is no key “{key}”."),
    "screen_exam": Entry("egzamin", "exam"),
    "screen_exams": Entry("lista egzaminów", "exams"),
    "screen_faults": Entry("błędy w ustawieniach", "faults of the settings"),
    "screen_help": Entry("pomoc", "help"),
    "screen_home": Entry("lista talii", "decks"),
    "screen_browse": Entry("przeglądarka kart", "card browser"),
    "screen_history": Entry("historia karty", "card history"),
    "screen_palette": Entry("lista poleceń", "commands"),
    "screen_lab": Entry("laboratorium", "lab"),
    "screen_statistics": Entry("statystyki", "statistics"),
    "screen_report": Entry("wynik egzaminu", "exam result"),
    "screen_problems": Entry("błędy w talii", "problems of a deck"),
    "screen_review": Entry("przegląd egzaminu", "exam review"),
    "screen_settings": Entry("ustawienia", "settings"),
    "screen_slots": Entry("pytania egzaminu", "exam questions"),
    "screen_study": Entry("ekran nauki", "study screen"),
    "screen_welcome": Entry("powitanie", "welcome"),
    # The screen.
    "title": Entry("Ustawienia", "Settings"),
    "section_look": Entry("Wygląd", "Appearance"),
    "section_tasks": Entry("Zadania", "Exercises"),
    "section_study": Entry("Nauka", "Study"),
    "section_keys": Entry("Klawisze", "Keys"),
    "section_keys_everywhere": Entry("Klawisze na wielu ekranach", "Keys of several screens"),
    "section_keys_on": Entry("Klawisze: {screen}", "Keys: {screen}"),
    "name_language": Entry("język", "language"),
    "hint_language": Entry("Język programu i kart, które go mają.", "The language of the program and of its cards."),
    "value_language_auto": Entry("jak terminal", "by terminal"),
    "value_language_pl": Entry("polski", "Polish"),
    "value_language_en": Entry("angielski", "English"),
    "name_theme": Entry("motyw", "theme"),
    "hint_theme": Entry(
        "Kolory; dobre i złe odpowiedzi zawsze różnią się też znakiem.",
        "The colours; right and wrong always differ by a mark, too.",
    ),
    "value_theme_dark": Entry("ciemny", "dark"),
    "value_theme_light": Entry("jasny", "light"),
    "value_theme_high_contrast": Entry("duży kontrast", "high contrast"),
    "value_theme_colour_blind": Entry("niebieski i pomarańczowy", "blue and orange"),
    "value_theme_ansi": Entry("kolory terminala", "terminal colours"),
    "name_timer": Entry("czas pytania", "question timer"),
    "hint_timer": Entry(
        "Czy w czasie nauki widać, jak długo pytanie jest otwarte; egzamin zawsze ma zegar.",
        "Whether the study screen shows how long the question has been open; an exam always has its clock.",
    ),
    "value_timer_on": Entry("widoczny", "shown"),
    "value_timer_off": Entry("ukryty", "hidden"),
    "name_layout": Entry("kolejność osi", "order of axes"),
    "hint_layout": Entry(
        "Kolejność osi w pytaniach o kształty i tensory; egzaminy pytają tak, jak talia.",
        "The order of axes in questions on shapes and tensors; exams ask as the deck says.",
    ),
    "value_layout_deck": Entry("jak talia", "by deck"),
    "value_layout_CHW": Entry("CHW: kanały na początku", "CHW: channels first"),
    "value_layout_HWC": Entry("HWC: kanały na końcu", "HWC: channels last"),
    "name_decimal": Entry("znak dziesiętny", "decimal mark"),
    "hint_decimal": Entry(
        "Jak są zapisane liczby; odpowiedzi można wpisywać i z przecinkiem, i z kropką.",
        "How numbers are written; answers may be typed with a comma or a point.",
    ),
    "value_decimal_language": Entry("jak język", "by language"),
    "value_decimal_comma": Entry("przecinek: 0,5", "comma: 0,5"),
    "value_decimal_point": Entry("kropka: 0.5", "point: 0.5"),
    "name_new_per_day": Entry("nowe na dzień", "new cards/day"),
    "hint_new_per_day": Entry("Ile nowych kart najwyżej dojdzie dziennie.", "At most so many new cards come a day."),
    "name_reviews_per_day": Entry("powtórki na dzień", "reviews/day"),
    "hint_reviews_per_day": Entry(
        "Ile powtórek najwyżej czeka dziennie; reszta przechodzi na jutro.",
        "At most so many reviews a day; the rest waits for tomorrow.",
    ),
    "name_desired_retention": Entry("cel zapamiętania", "retention goal"),
    "hint_desired_retention": Entry(
        "Jaka część kart ma być pamiętana, gdy wracają; więcej to częstsze powtórki.",
        "The share of cards to be remembered when they come back; more of it means more reviews.",
    ),
    "name_rollover_hour": Entry("koniec dnia nauki", "study day ends"),
    "hint_rollover_hour": Entry(
        "O której godzinie zaczyna się następny dzień nauki.", "The hour at which the next study day begins."
    ),
    "name_exam_date": Entry("dzień egzaminu", "exam date"),
    "hint_exam_date": Entry(
        "Program pokaże, ile dni zostało; terminów powtórek to nie zmienia.",
        "The program tells how many days are left; it moves no due date.",
    ),
    "hint_key": Entry("{about} Identyfikator: {id}", "{about} Id: {id}"),
    "one_down": Entry("w dół", "down"),
    "one_later": Entry("przesuń w dół", "move down"),
    "one_left": Entry("w lewo", "left"),
    "one_right": Entry("komórka w prawo", "cell right"),
    "one_channel": Entry("następny kanał", "next channel"),
    "one_input_channel": Entry("następny kanał wejścia", "next input channel"),
    "one_layer": Entry("następna warstwa", "next layer"),
    "one_value": Entry("następna wartość", "next value"),
    "one_section": Entry("następny dział", "next section"),
    "value": Entry("{number}", "{number}"),
    "value_hour": Entry("{hour}:00", "{hour}:00"),
    "value_no_day": Entry("nie podano", "not set"),
    "percent": Entry("{number} %", "{number}%"),
    "press_new_key": Entry(
        "Naciśnij nowy klawisz tego polecenia; Enter zostawia dotychczasowy.",
        "Press the new key of this command; Enter leaves the one it has.",
    ),
    "press_key": Entry("naciśnij klawisz…", "press a key…"),
    "bad_entry": Entry(
        "Nie można ustawić „{found}”; dozwolone: {allowed}.", "“{found}” cannot be set; allowed: {allowed}."
    ),
    "entry_day": Entry("data, np. 2027-01-31 albo 31.1.2027", "a date, such as 2027-01-31 or 31.1.2027"),
    "entry_percent": Entry("od {low} do {high} %", "{low} to {high}%"),
    "rescheduling": Entry(
        "Przeliczam terminy powtórek: {number} z {count}…", "Computing the due dates: {number} of {count}…"
    ),
    "rescheduling_begins": Entry("Przeliczam terminy powtórek…", "Computing the due dates…"),
    "rescheduled": Entry("Terminy powtórek są przeliczone.", "The due dates are up to date."),
    "key_open": Entry("ustawienia", "settings"),
    "about_open": Entry("Otwiera ustawienia.", "Open the settings."),
    "key_down": Entry("wybór", "choose"),
    "about_down": Entry("Następne ustawienie; także j.", "Next setting; also j."),
    "key_up": Entry("poprzednie", "previous"),
    "about_up": Entry("Poprzednie ustawienie; także k.", "Previous setting; also k."),
    "key_next": Entry("zmień", "change"),
    "about_next": Entry(
        "Następna lub poprzednia wartość; także + i −, liczbę lub datę można wpisać.",
        "The next value or the one before; also + and −, and a number or date can be typed.",
    ),
    "key_previous": Entry("wartość wcześniej", "value before"),
    "about_previous": Entry("Poprzednia wartość.", "The value before."),
    "key_edit": Entry("ustaw", "set"),
    "about_edit": Entry(
        "Wpisuje liczbę lub datę, wybiera klawisz albo bierze następną wartość.",
        "Type a number or date, press a key for a command, or take the next value.",
    ),
    "key_default": Entry("domyślne", "default"),
    "about_default": Entry("Przywraca wartość domyślną.", "Give the setting its default."),
    "key_section": Entry("dział", "section"),
    "about_section": Entry(
        "Przechodzi do następnego działu, [ do poprzedniego.", "Go to the next section, [ to the one before."
    ),
    "key_section_back": Entry("poprzedni dział", "section before"),
    "about_section_back": Entry("Przechodzi do poprzedniego działu.", "Go to the section before."),
    "key_page_down": Entry("dziesięć w dół", "ten down"),
    "about_page_down": Entry("Dziesięć ustawień w dół.", "Ten settings down."),
    "key_page_up": Entry("dziesięć w górę", "ten up"),
    "about_page_up": Entry("Dziesięć ustawień w górę.", "Ten settings up."),
    "key_first": Entry("pierwsze", "first"),
    "about_first": Entry("Pierwsze ustawienie; także g.", "The first setting; also g."),
    "key_last": Entry("ostatnie", "last"),
    "about_last": Entry("Ostatnie ustawienie; także G.", "The last setting; also G."),
    "key_faults": Entry("błędy pliku", "file faults"),
    "about_faults": Entry("Pokazuje wszystkie błędy w pliku ustawień.", "Show all faults in the settings file."),
    "key_undo": Entry("cofnij", "undo"),
    "about_undo": Entry("Cofa ostatnią zmianę ustawień.", "Take back the last change of the settings."),
}
