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
    "variant": Entry("wariant {code}", "variant {code}"),
    "panel_given": Entry("Twoja odpowiedź", "Your answer"),
    "panel_right": Entry("Poprawnie", "Right answer"),
    "left_out": Entry("bez odpowiedzi", "left out"),
    "full_solution": Entry("Pełne rozwiązanie:", "Full solution:"),
    "no_full_solution": Entry("To rozwiązanie jest już pełne.", "This solution is in full already."),
    "columns": Entry(
        ("kolumna {first}", "kolumny {first}–{last}", "kolumny {first}–{last}"),
        ("column {first}", "columns {first}–{last}"),
    ),
    "progress_again": Entry("{progress} · {again}", "{progress} · {again}"),
    "again_left": Entry(
        ("{count} karta do powtórzenia", "{count} karty do powtórzenia", "{count} kart do powtórzenia"),
        ("{count} card to repeat", "{count} cards to repeat"),
    ),
    "progress": Entry("{done} z {total}", "{done} of {total}"),
    "undone": Entry("Cofnięto ostatnią ocenę; to pytanie wraca.", "The last rating is undone; here is that question."),
    "suspended": Entry("Karta zawieszona; cofnij, jeśli ma wrócić.", "Card suspended; undo to have it back."),
    "resumed": Entry("Karta przywrócona.", "The card is back."),
    "flag_on": Entry("Karta oznaczona.", "The card is flagged."),
    "flag_off": Entry("Karta nie jest już oznaczona.", "The card is flagged no more."),
    "flagged": Entry("oznaczona", "flagged"),
    "card_changed": Entry("Karta się zmieniła; oto nowa wersja.", "The card has changed; here is its new form."),
    "change_undone": Entry("Cofnięto ostatnią zmianę.", "The last change is undone."),
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
    "times": Entry(("{count} raz", "{count} razy", "{count} razy"), ("{count} time", "{count} times")),
    "mistake": Entry("{name}: {times}", "{name}: {times}"),
    "frequent_mistake": Entry("Najczęstszy błąd: {name} ({times})", "Most frequent mistake: {name} ({times})"),
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
    "no_variant_code": Entry(
        "„{code}” to nie kod wariantu; kod to cyfry i litery, np. 4KD7Q.",
        "'{code}' is no code of a variant; a code is made of digits and letters, such as 4KD7Q.",
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
        "wymagana karta „{id}” nie istnieje w żadnej talii{near}", "no deck has the required card '{id}'{near}"
    ),
    "unknown_mistake": Entry("nie ma pomyłki „{name}”{near}", "there is no mistake '{name}'{near}"),
    "no_more_hints": Entry("Nie ma więcej podpowiedzi.", "There are no more hints."),
    "no_hints": Entry("To pytanie nie ma podpowiedzi.", "This question has no hints."),
    "unused_variable": Entry(
        "zmiennej {name} nic nie używa; usuń ją albo wpisz ją do pytania lub obliczeń.",
        "nothing uses the variable {name}; remove it, or use it in the question or what is computed.",
    ),
    "test_failed": Entry("ten przykład się nie zgadza: {reason}", "this example does not hold: {reason}"),
    "unlisted_mistake": Entry("diagnose nie wymienia pomyłki „{name}”", "diagnose does not list the mistake '{name}'"),
    "variant_failed": Entry(
        "tej karty nie da się zadać: {reason}{remedy}", "this card cannot be asked: {reason}{remedy}"
    ),
    "variants_failed": Entry(
        "{count} z {seeds} wariantów nie da się zadać, np. {example}: {reason}{remedy}",
        "{count} of {seeds} variants cannot be asked, such as {example}: {reason}{remedy}",
    ),
    "remedy": Entry("; dopisz do require: {condition}", "; add to require: {condition}"),
    "no_remedy": Entry(
        "; losuj z innych wartości albo usuń jedną z pomyłek", "; draw from other values, or remove one of the mistakes"
    ),
    "other_networks": Entry(
        "; zmień którąś z sieci albo porównaj inną wielkość",
        "; change one of the networks, or compare another quantity",
    ),
    "no_remedy_right": Entry(
        "; losuj z innych wartości albo usuń tę pomyłkę", "; draw from other values, or remove the mistake"
    ),
    "no_remedy_alike": Entry(
        "; nie rozdzieli ich żaden warunek, który dałoby się pogodzić z pozostałymi: wpisz alike: [[{names}]], "
        "usuń jedną z nich z diagnose albo losuj z innych wartości",
        "; no condition that goes with the others tells them apart: write alike: [[{names}]], "
        "remove one of them from diagnose, or draw from other values",
    ),
    "in_step": Entry("etap „{step}”: {reason}", "step '{step}': {reason}"),
    "example_variables": Entry("dla {variables}", "for {variables}"),
    "example_seed": Entry("dla ziarna {seed}", "for the seed {seed}"),
    "example_both": Entry("dla {variables} i ziarna {seed}", "for {variables} and the seed {seed}"),
    "mistake_is_right": Entry(
        "{names} daje poprawny wynik w {count} z {seeds} wariantów, np. {example}{remedy}",
        "{names} gives the right answer in {count} of {seeds} variants, such as {example}{remedy}",
    ),
    "mistakes_coincide": Entry(
        "{names} dają ten sam wynik w {count} z {seeds} wariantów, np. {example}{remedy}",
        "{names} give the same answer in {count} of {seeds} variants, such as {example}{remedy}",
    ),
    "mistake_is_right_always": Entry(
        "{names} daje poprawny wynik w każdym wariancie; usuń tę pomyłkę albo zmień zadanie.",
        "{names} gives the right answer in every variant; remove the mistake or change what is asked.",
    ),
    "mistakes_coincide_always": Entry(
        "{names} dają ten sam wynik w każdym wariancie; zostaw jedną z nich albo zmień zadanie.",
        "{names} give the same answer in every variant; leave one of them or change what is asked.",
    ),
    "mistakes_alike_always": Entry(
        "{names} dają ten sam wynik w każdym wariancie; zostaw w diagnose jedną z nich, wpisz alike: [[{names}]]"
        " albo zmień zadanie.",
        "{names} give the same answer in every variant; leave one of them in diagnose, write alike: [[{names}]],"
        " or change what is asked.",
    ),
    "idle_mistake": Entry(
        "{name} nie daje tu nigdy żadnej odpowiedzi; usuń tę pomyłkę z diagnose albo zmień zadanie.",
        "{name} never leads to an answer here; remove it from diagnose or change what is asked.",
    ),
    "unseen_arrays": Entry(
        (
            "{names}: liczby są losowane, a nie widać ich w pytaniu; dopisz tę tablicę do show albo podaj ją na stałe.",
            "{names}: liczby są losowane, a nie widać ich w pytaniu; dopisz te tablice do show albo podaj je na stałe.",
            "{names}: liczby są losowane, a nie widać ich w pytaniu; dopisz te tablice do show albo podaj je na stałe.",
        ),
        (
            "{names} is drawn, but not seen in the question; add it to show, or give fixed numbers.",
            "{names} are drawn, but not seen in the question; add them to show, or give fixed numbers.",
        ),
    ),
    "given_answer": Entry(
        "{name} to odpowiedź, a podano ją w data; usuń ją stamtąd albo zapytaj o coś innego.",
        "{name} is the answer, but data gives it; remove it there or ask something else.",
    ),
    "slow_draws": Entry(
        "warunki odrzuciły {rejected} z {draws} losowań, a dla jednego pytania trzeba było ich {most};"
        " złagodź require albo losuj z innego zakresu.",
        "the conditions rejected {rejected} of {draws} draws, and one question took {most};"
        " relax require or draw from another range.",
    ),
    "the_answer": Entry("odpowiedź", "the answer"),
    "too_many_digits": Entry(
        "{what}: liczba {size} ma przed przecinkiem więcej cyfr niż {bound};"
        " tak jest w {count} z {seeds} wariantów, najpierw dla ziarna {seed}; zawęź wartości albo zmień humane.",
        "{what}: {size} has more than {bound} digits before the decimal point;"
        " so it is in {count} of {seeds} variants, first for the seed {seed}; narrow the values or change humane.",
    ),
    "too_many_decimals": Entry(
        "{what}: liczba {size} ma po przecinku więcej miejsc niż {bound};"
        " tak jest w {count} z {seeds} wariantów, najpierw dla ziarna {seed};"
        " zmień wartości, podaj tolerance albo zmień humane.",
        "{what}: {size} has more than {bound} decimal places;"
        " so it is in {count} of {seeds} variants, first for the seed {seed};"
        " change the values, give a tolerance or change humane.",
    ),
    "too_many_cells": Entry(
        "{what}: komórek jest {size}, a może być najwyżej {bound};"
        " tak jest w {count} z {seeds} wariantów, najpierw dla ziarna {seed}; zmniejsz tablice albo zmień humane.",
        "{what}: there are {size} cells, but at most {bound} may be;"
        " so it is in {count} of {seeds} variants, first for the seed {seed}; use smaller arrays or change humane.",
    ),
    "equal_largest": Entry(
        "gradient zależy od tego, którą z równych największych wartości wybierze {layer}, w {count} z {seeds}"
        " wariantów, najpierw dla ziarna {seed}; {remedy}",
        "the gradient depends on which of several equal largest values {layer} takes in {count} of {seeds} variants,"
        " first for the seed {seed}; {remedy}",
    ),
    "at_the_kink": Entry(
        "gradient zależy od umowy, bo wartość na wejściu {layer} trafia dokładnie w punkt załamania, w {count}"
        " z {seeds} wariantów, najpierw dla ziarna {seed}; {remedy}",
        "the gradient depends on a convention, since a value that enters {layer} is exactly at its kink, in {count}"
        " of {seeds} variants, first for the seed {seed}; {remedy}",
    ),
    "add": Entry("dopisz do require: {condition}", "add to require: {condition}"),
    "other_numbers": Entry(
        "zmień liczby albo losuj z większego zakresu", "change the numbers, or draw from a larger range"
    ),
    "home_unusable": Entry(
        "Nie można użyć folderu danych {path} ({reason}); podaj inny przez --home lub STUDYCARDS_HOME.",
        "The data folder {path} cannot be used ({reason}); name another with --home or STUDYCARDS_HOME.",
    ),
}
