"""The words of the settings: their file, its faults, their screen."""

from studycards.locale.language import Entry

ENTRIES = {
    # The faults of the file.
    "where": Entry("{file}, wiersz {line}", "{file}, line {line}"),
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
    "screen_help": Entry("pomoc", "help"),
    "screen_home": Entry("lista talii", "decks"),
    "screen_report": Entry("wynik egzaminu", "exam result"),
    "screen_review": Entry("przegląd egzaminu", "exam review"),
    "screen_settings": Entry("ustawienia", "settings"),
    "screen_slots": Entry("pytania egzaminu", "exam questions"),
    "screen_study": Entry("ekran nauki", "study screen"),
    "screen_welcome": Entry("powitanie", "welcome"),
    # The exam on the home screen.
    "exam_today": Entry("Egzamin jest dzisiaj.", "The exam is today."),
    "exam_in": Entry(
        ("Egzamin jest jutro.", "Egzamin za {count} dni.", "Egzamin za {count} dni."),
        ("The exam is tomorrow.", "The exam is in {count} days."),
    ),
}
