"""Sentences about typed answers: what is expected, what could not be read, what was forgiven."""

from studycards.locale.language import Entry

ENTRIES = {
    "expects_recall": Entry(
        "Odpowiedz w myślach, a potem odsłoń odpowiedź.", "Answer in your mind, then reveal the answer."
    ),
    "expects_option": Entry(
        "Podaj numer lub literę odpowiedzi (1–{last} albo a–{letter}).",
        "Give the number or the letter of the answer (1–{last} or a–{letter}).",
    ),
    "expects_options": Entry(
        "Podaj numery lub litery wszystkich prawidłowych odpowiedzi (1–{last} albo a–{letter}), na przykład 1 2.",
        "Give the numbers or the letters of all right answers (1–{last} or a–{letter}), for example 1 2.",
    ),
    "expects_true_false": Entry("Prawda (p) czy fałsz (f)?", "True (t) or false (f)?"),
    "expects_order": Entry(
        "Podaj wszystkie numery (1–{last}) albo litery (a–{letter}) we właściwej kolejności.",
        "Give all the numbers (1–{last}) or letters (a–{letter}) in the right order.",
    ),
    "expects_match": Entry(
        "Do każdego numeru (1–{last}) dobierz literę (a–{letter}), na przykład 1b 2a; każdą literę raz.",
        "Give each number (1–{last}) a letter (a–{letter}), for example 1b 2a; each letter once.",
    ),
    "expects_text": Entry("Wpisz odpowiedź.", "Type the answer."),
    "expects_cloze": Entry("Wpisz brakujące słowa.", "Type the missing words."),
    "true": Entry("Prawda", "True"),
    "false": Entry("Fałsz", "False"),
    "calculation": Entry("{written} = {value}", "{written} = {value}"),
    "calculation_rounded": Entry("{written} ≈ {value}", "{written} ≈ {value}"),
    "typo": Entry("Literówka. Poprawna pisownia: {right}.", "A typo. The right spelling: {right}."),
    "diacritics": Entry("Pamiętaj o polskich znakach: {right}.", "Mind the Polish letters: {right}."),
    "answer_too_long": Entry(
        "Ta odpowiedź jest za długa: najwyżej {limit} znaków.", "This answer is too long: at most {limit} characters."
    ),
    "text_empty": Entry("Wpisz odpowiedź słowami.", "Type the answer in words."),
    "true_false_unreadable": Entry("Wpisz „prawda” (p) albo „fałsz” (f).", "Type “true” (t) or “false” (f)."),
    "option_single": Entry("Wybierz jedną odpowiedź, a nie {picked}.", "Choose one answer, not {picked}."),
    "picks_empty": Entry(
        "Nic nie wybrano. Podaj numer (1–{last}) albo literę (a–{letter}).",
        "Nothing is chosen. Give a number (1–{last}) or a letter (a–{letter}).",
    ),
    "order_empty": Entry(
        "Kolejność jest jeszcze taka jak w pytaniu, czyli zła. Ułóż wszystkie pozycje od 1 do {last}.",
        "The order is still that of the question, so it is wrong. Put all the items from 1 to {last} in order.",
    ),
    "picks_unknown": Entry(
        "Nie ma tu pozycji „{found}”. Do wyboru są numery 1–{last} albo litery a–{letter}, bez mieszania.",
        "There is no “{found}” here. Choose from the numbers 1–{last} or the letters a–{letter}, not both.",
    ),
    "picks_repeated": Entry(
        "„{found}” występuje więcej niż raz. Każdą pozycję podaj tylko raz.",
        "“{found}” is there more than once. Give each item only once.",
    ),
    "picks_missing": Entry("Brakuje: {missing}. Podaj wszystkie pozycje.", "Missing: {missing}. Give all the items."),
    "number_empty": Entry(
        "Wpisz liczbę albo działanie, na przykład 577, 0,5 lub 3*3*64+1.",
        "Type a number or a calculation, for example 577, 0.5 or 3*3*64+1.",
    ),
    "number_sign": Entry(
        "Nie rozumiem znaku „{found}”. Użyj cyfr i działań, na przykład 577, 3/4, 5,77e2 lub 3*3*64+1.",
        "I cannot read the character “{found}”. Use digits and operations, for example 577, 3/4, 5.77e2 or 3*3*64+1.",
    ),
    "number_word": Entry(
        "Nie rozumiem słowa „{found}”. Użyj cyfr i działań, na przykład 577, 3/4, 5,77e2 lub 3*3*64+1.",
        "I cannot read the word “{found}”. Use digits and operations, for example 577, 3/4, 5.77e2 or 3*3*64+1.",
    ),
    "number_groups": Entry(
        "Nie wiem, jaką liczbą jest „{found}”. Napisz ją bez odstępów i bez kropek między tysiącami.",
        "I cannot tell which number “{found}” is. Write it without spaces or marks between thousands.",
    ),
    "number_ambiguous": Entry(
        "„{found}” można odczytać na dwa sposoby. Napisz {large} albo {small}.",
        "“{found}” can be read in two ways. Write {large} or {small}.",
    ),
    "number_unfinished": Entry(
        "Tego działania nie da się odczytać: „{found}”. Sprawdź, czy nie brakuje znaku lub nawiasu.",
        "This calculation cannot be read: “{found}”. Is a sign or a parenthesis missing?",
    ),
    "number_no_value": Entry("Nie da się policzyć „{found}”: {why}.", "“{found}” cannot be computed: {why}."),
    "shape_empty": Entry("Wpisz rozmiary, na przykład 16x32x32.", "Type the sizes, for example 16x32x32."),
    "shape_sign": Entry(
        "Nie rozumiem znaku „{found}”. Napisz rozmiary na przykład tak: 16x32x32.",
        "I cannot read the character “{found}”. Write the sizes like this: 16x32x32.",
    ),
    "shape_word": Entry(
        "Nie rozumiem słowa „{found}”. Napisz rozmiary na przykład tak: 16x32x32.",
        "I cannot read the word “{found}”. Write the sizes like this: 16x32x32.",
    ),
    "shape_unreadable": Entry(
        "Nie wiem, jakie rozmiary to „{found}”. Napisz je na przykład tak: 16x32x32.",
        "I cannot tell which sizes “{found}” are. Write them like this: 16x32x32.",
    ),
    "shape_not_whole": Entry(
        "Rozmiar jest liczbą całkowitą, a „{found}” nią nie jest. Napisz na przykład 16x32x32.",
        "A size is a whole number, and “{found}” is not. Write, for example, 16x32x32.",
    ),
    "shape_not_positive": Entry(
        "Rozmiar jest większy od zera, a „{found}” nie jest.", "A size is greater than zero, and “{found}” is not."
    ),
    "shape_ambiguous": Entry(
        "„{found}” to jeden rozmiar czy dwa? Napisz {one} albo {two}.",
        "Is “{found}” one size or two? Write {one} or {two}.",
    ),
    "shape_batch": Entry(
        "Podaj kształt dla jednego przykładu, bez osi paczki „{found}”.",
        "Give the shape for one example, without the batch axis “{found}”.",
    ),
    "tensor_empty": Entry(
        "Wpisz liczby wierszami, na przykład 1 2; 3 4.", "Type the numbers row by row, for example 1 2; 3 4."
    ),
    "tensor_gap": Entry(
        "Brakuje liczby między dwoma znakami rozdzielającymi. Zero też trzeba wpisać.",
        "A number is missing between two separators. Type a zero, too.",
    ),
    "tensor_brackets": Entry(
        "Nawiasy się nie zgadzają. Napisz na przykład [[1, 2], [3, 4]] albo bez nawiasów: 1 2; 3 4.",
        "The brackets do not match. Write, for example, [[1, 2], [3, 4]], or without brackets: 1 2; 3 4.",
    ),
    "tensor_wrapped": Entry(
        "Nie wiem, czy nowy wiersz w nawiasie jest dalszym ciągiem poprzedniego."
        " Połącz wiersze albo rozdziel je średnikiem.",
        "I cannot tell whether a new line within brackets continues the one before."
        " Join the lines or put a semicolon between them.",
    ),
    "tensor_axes": Entry(
        "To za dużo osi: tensor może mieć ich najwyżej {limit}.",
        "These are too many axes: a tensor can have at most {limit}.",
    ),
    "tensor_cells": Entry("To za dużo liczb: najwyżej {limit}.", "These are too many numbers: at most {limit}."),
    "tensor_calculations": Entry(
        "Za dużo tu działań: wszystkie razem mogą mieć najwyżej {limit} znaków. Wpisz gotowe liczby.",
        "These are too many calculations: at most {limit} characters of them in all. Type the results.",
    ),
    "tensor_ambiguous": Entry(
        "„{found}” to jedna liczba czy kilka? Napisz {one} albo {several}.",
        "Is “{found}” one number or several? Write {one} or {several}.",
    ),
    "tensor_cell": Entry("Wiersz {row}, kolumna {column}: {why}", "Row {row}, column {column}: {why}"),
    "tensor_ragged_row": Entry(
        "Wiersz {number} ma {found}, a wiersz 1 ma {expected}.", "Row {number} has {found}, but row 1 has {expected}."
    ),
    "tensor_ragged_channel": Entry(
        "Kanał {number} ma {found}, a kanał 1 ma {expected}.",
        "Channel {number} has {found}, but channel 1 has {expected}.",
    ),
    "tensor_ragged_sample": Entry(
        "Przykład {number} ma {found}, a przykład 1 ma {expected}.",
        "Sample {number} has {found}, but sample 1 has {expected}.",
    ),
    "tensor_numbers": Entry(
        ("{count} liczbę", "{count} liczby", "{count} liczb"), ("{count} number", "{count} numbers")
    ),
    "tensor_rows": Entry(("{count} wiersz", "{count} wiersze", "{count} wierszy"), ("{count} row", "{count} rows")),
    "tensor_channels": Entry(
        ("{count} kanał", "{count} kanały", "{count} kanałów"), ("{count} channel", "{count} channels")
    ),
}
