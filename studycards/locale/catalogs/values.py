"""Sentences about values: tensors, gradients, sheets of steps."""

from studycards.locale.language import Entry

ENTRIES = {
    "expects_tensor": Entry(
        "Wpisz liczby wierszami, na przykład 1 2; 3 4. {near}",
        "Type the numbers row by row, for example 1 2; 3 4. {near}",
    ),
    "expects_pixel": Entry(
        "Wpisz liczby kolejnych kanałów, na przykład 4 −1. {near}",
        "Type the numbers of the channels in order, for example 4 −1. {near}",
    ),
    "expects_channels": Entry(
        "Wpisz liczby wierszami, a między macierzami dwa średniki: 1 2; 3 4 ;; 5 6; 7 8. {near}",
        "Type the numbers row by row, with two semicolons between matrices: 1 2; 3 4 ;; 5 6; 7 8. {near}",
    ),
    "channels_last": Entry(
        "Osie map: wiersz, kolumna, kanał (H×W×C). {near}", "Axes of maps: row, column, channel (H×W×C). {near}"
    ),
    "near_exact": Entry(
        "Podaj dokładne liczby; mogą być ułamki, np. 1/3.", "Give exact numbers; fractions such as 1/3 will do."
    ),
    "near_within": Entry("Dokładność: ±{distance}.", "Within ±{distance}."),
    "near_percent": Entry("Dokładność: {percent} %.", "Within {percent}%."),
    "near_decimals": Entry(
        (
            "Zaokrąglij do {count} miejsca po przecinku.",
            "Zaokrąglij do {count} miejsc po przecinku.",
            "Zaokrąglij do {count} miejsc po przecinku.",
        ),
        ("Round to {count} decimal place.", "Round to {count} decimal places."),
    ),
    "expects_sheet": Entry(
        (
            "Podaj wynik {count} etapu.",
            "Podaj po kolei wyniki {count} etapów, oddzielone znakiem &.",
            "Podaj po kolei wyniki {count} etapów, oddzielone znakiem &.",
        ),
        (
            "Give the result of {count} step.",
            "Give the results of {count} steps in order, with & between them.",
        ),
    ),
    "wrong_shape": Entry(
        "Twoja odpowiedź ma kształt {found}, a wynik ma kształt {expected}. Popraw i sprawdź jeszcze raz.",
        "Your answer has the shape {found}, but the shape of the result is {expected}. Correct it and check again.",
    ),
    "too_many_steps": Entry(
        "Liczba odpowiedzi: {found}, liczba etapów: {count}. Znak & oddziela etapy.",
        "Number of answers: {found}, number of steps: {count}. The sign & separates the steps.",
    ),
    "sheet_empty": Entry("Podaj wynik przynajmniej jednego etapu.", "Give the result of at least one step."),
    "steps_on_lines": Entry(
        "Oddziel wyniki etapów znakiem &: nowy wiersz zaczyna tylko następny wiersz macierzy.",
        "Put & between the results of the steps: a new line only begins the next row of a matrix.",
    ),
    "step_unreadable": Entry("{step}: {reason}", "{step}: {reason}"),
    "no_value": Entry("funkcja nie ma wartości w punkcie {value}", "the function has no value at {value}"),
    "left_out": Entry("Pominięto.", "Left out."),
    "carried": Entry(
        "Wynik jest zgodny z Twoją wcześniejszą wartością: metoda dobra, błąd tylko przeniesiony.",
        "This follows from your earlier value: the method is right, the error is only carried forward.",
    ),
    "carried_partly": Entry(
        "Oceniono według Twojej wcześniejszej wartości.", "Graded by what follows from your earlier value."
    ),
    "title_output": Entry("wyjście {of}", "output {of}"),
    "title_loss": Entry("strata {of}", "loss {of}"),
    "title_gradient": Entry("gradient {of}", "gradient {of}"),
    "title_update": Entry("nowa wartość {of}", "new {of}"),
    "title_output_shape": Entry("kształt po {of}", "shape after {of}"),
    "title_output_size": Entry("rozmiar po {of}", "size after {of}"),
    "title_parameters": Entry("parametry {of}", "parameters {of}"),
    "title_trainable": Entry("parametry {of}", "parameters {of}"),
    "title_weights": Entry("wagi {of}", "weights {of}"),
    "title_biases": Entry("biasy {of}", "biases {of}"),
    "title_macs": Entry("MAC {of}", "MACs {of}"),
    "title_flops": Entry("FLOP {of}", "FLOPs {of}"),
    "title_receptive_field": Entry("pole recepcyjne {of}", "receptive field {of}"),
    "title_activation_memory": Entry("pamięć aktywacji {of}", "activation memory {of}"),
}
