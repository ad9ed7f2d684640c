"""Sentences of a session: ratings, waits, verdicts, the summary, and what can go wrong with decks and data."""

from studycards.locale.language import Entry

ENTRIES = {
    "again": Entry("Znowu", "Again"),
    "hard": Entry("Trudne", "Hard"),
    "good": Entry("Dobrze", "Good"),
    "easy": Entry("Łatwe", "Easy"),
    "unknown": Entry("Nie wiem", "Not known"),
    "known": Entry("Wiem", "Known"),
    "wait_minutes": Entry("{count} min", "{count} min"),
    "wait_days": Entry(("{count} dzień", "{count} dni", "{count} dni"), ("{count} day", "{count} days")),
    "wait_months": Entry("{months} mies.", "{months} mo"),
    "wait_years": Entry("{years} r.", "{years} y"),
    "right": Entry("Dobrze", "Right"),
    "partial": Entry("Częściowo dobrze: {percent} %", "Partly right: {percent}%"),
    "wrong": Entry("Źle", "Wrong"),
    "shown": Entry("Odpowiedź pokazana", "Answer shown"),
    "compare": Entry("Porównaj ze swoją odpowiedzią", "Compare with your own answer"),
    "read_as": Entry("odczytano: {echo}", "read as: {echo}"),
    "right_answer": Entry("Odpowiedź: {answer}", "Answer: {answer}"),
    "progress": Entry("{done} z {total}", "{done} of {total}"),
    "undone": Entry("Cofnięto ostatnią ocenę; to pytanie wraca.", "The last rating is undone; here is that question."),
    "nothing_to_undo": Entry("Nie ma czego cofnąć.", "There is nothing to undo."),
    "answered": Entry(
        ("{count} odpowiedź", "{count} odpowiedzi", "{count} odpowiedzi"),
        ("{count} answer", "{count} answers"),
    ),
    "score": Entry(
        "dobrze {right}, częściowo {partial}, źle {wrong}", "right {right}, partly {partial}, wrong {wrong}"
    ),
    "skipped": Entry(
        ("pominięto {count} kartę", "pominięto {count} karty", "pominięto {count} kart"),
        ("{count} card skipped", "{count} cards skipped"),
    ),
    "left_today": Entry(
        ("Na dziś została {count} karta.", "Na dziś zostały {count} karty.", "Na dziś zostało {count} kart."),
        ("{count} card is left for today.", "{count} cards are left for today."),
    ),
    "done_today": Entry("Na dziś wszystko zrobione.", "All done for today."),
    "next_in": Entry(
        ("Następne karty jutro.", "Następne karty za {count} dni.", "Następne karty za {count} dni."),
        ("The next cards come tomorrow.", "The next cards come in {count} days."),
    ),
    "minutes": Entry(("{count} minuta", "{count} minuty", "{count} minut"), ("{count} minute", "{count} minutes")),
    "cards": Entry(("{count} karta", "{count} karty", "{count} kart"), ("{count} card", "{count} cards")),
    "no_such_card": Entry(
        "Karty „{prompt}” nie ma już w żadnej talii; jej historia zostaje.",
        "No deck has the card '{prompt}' any more; its history stays.",
    ),
    "unknown_card": Entry(
        "Nie ma karty „{name}”; kartę z innej talii podaje się jako talia.yaml:id.",
        "There is no card '{name}'; a card of another deck is named deck.yaml:id.",
    ),
    "unknown_card_near": Entry(
        "Nie ma karty „{name}”; czy chodzi o „{nearest}”?", "There is no card '{name}'; did you mean '{nearest}'?"
    ),
    "unknown_deck": Entry(
        "Nie ma talii „{name}”; listę talii pokazuje: studycards list",
        "There is no deck '{name}'; 'studycards list' shows the decks.",
    ),
    "unknown_deck_near": Entry(
        "Nie ma talii „{name}”; czy chodzi o „{nearest}”?", "There is no deck '{name}'; did you mean '{nearest}'?"
    ),
    "ambiguous_deck": Entry(
        "„{name}” pasuje do kilku talii: {decks}. Podaj dłuższą nazwę.",
        "'{name}' fits several decks: {decks}. Give more of the name.",
    ),
    "faulty_deck": Entry(
        "Talia ma błędy; pokaże je polecenie: studycards check {path}",
        "The deck has problems; to see them: studycards check {path}",
    ),
    "no_such_path": Entry("Nie ma pliku ani folderu {path}.", "There is no file or folder {path}."),
    "gone_from_cache": Entry(
        "Talia {path} zmieniła się w trakcie pracy; uruchom program ponownie.",
        "The deck {path} has changed meanwhile; start the program again.",
    ),
    "deck_id_taken": Entry(
        "id talii „{id}” należy już do innej talii; nadaj inne.",
        "the deck id '{id}' belongs to another deck already; choose another.",
    ),
    "card_id_taken": Entry(
        "id „{id}” należy już do karty z talii „{deck}”; id karty jest jedno w całej bibliotece.",
        "the id '{id}' belongs to a card of the deck '{deck}' already; a card's id is unique in the whole library.",
    ),
    "unknown_prerequisite": Entry(
        "wymagana karta „{id}” nie istnieje w żadnej talii. {near}", "no deck has the required card '{id}'. {near}"
    ),
    "unknown_mistake": Entry("nie ma pomyłki „{name}”. {near}", "there is no mistake '{name}'. {near}"),
    "test_failed": Entry("przykład {number}: {reason}", "test {number}: {reason}"),
    "variant_failed": Entry("tej karty nie da się zadać: {reason}", "this card cannot be asked: {reason}"),
    "mistake_is_right": Entry(
        "{names} daje poprawny wynik w {count} z {seeds} wariantów, np. dla {example}; wyklucz je w polu require.",
        "{names} gives the right answer in {count} of {seeds} variants, such as {example}; exclude them with require.",
    ),
    "mistakes_coincide": Entry(
        "{names} dają ten sam wynik w {count} z {seeds} wariantów, np. dla {example}; wyklucz je w polu require.",
        "{names} give the same answer in {count} of {seeds} variants, such as {example}; exclude them with require.",
    ),
    "home_unusable": Entry(
        "Nie można użyć folderu danych {path} ({reason}); podaj inny przez --home lub STUDYCARDS_HOME.",
        "The data folder {path} cannot be used ({reason}); name another with --home or STUDYCARDS_HOME.",
    ),
}
