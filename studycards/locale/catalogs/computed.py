"""What computed questions say: what to type, how it was graded, and the formulas of the worked solutions."""

from studycards.locale.language import Entry


def _formula(text: str) -> Entry:
    """Return a formula, which is written alike in both languages."""
    return Entry(text, text)


ENTRIES = {
    # What to type.
    "expects_shape": Entry(
        "kształt bez osi paczki, np. 8×20×20",
        "a shape without the batch axis, such as 8×20×20",
    ),
    "expects_channels_last": Entry(
        "kształt H×W×C (kanały na końcu) bez osi paczki, np. 20×20×8",
        "a shape H×W×C (channels last) without the batch axis, such as 20×20×8",
    ),
    "expects_size": Entry(
        "wysokość i szerokość, np. 20×24, albo jedna liczba, gdy są równe",
        "height and width, such as 20×24, or one number where they are equal",
    ),
    "expects_exact": Entry(
        "dokładna liczba albo wyrażenie, np. 12·5 + 5",
        "an exact number or an expression, such as 12·5 + 5",
    ),
    "expects_within": Entry(
        "liczba lub wyrażenie, z dokładnością do ±{distance}",
        "a number or an expression, within ±{distance}",
    ),
    "expects_percent": Entry(
        "liczba lub wyrażenie, z dokładnością do {percent} %",
        "a number or an expression, within {percent}%",
    ),
    "expects_decimals": Entry(
        (
            "liczba zaokrąglona do {count} miejsca po przecinku",
            "liczba zaokrąglona do {count} miejsc po przecinku",
            "liczba zaokrąglona do {count} miejsc po przecinku",
        ),
        ("a number rounded to {count} decimal place", "a number rounded to {count} decimal places"),
    ),
    "expects_unit": Entry("{what}; jednostka: {unit}", "{what}; unit: {unit}"),
    "counted": Entry("{what}; {counted}", "{what}; {counted}"),
    "counted_weights": Entry(
        "wagi bez biasów, skale normalizacji liczą się jako wagi",
        "weights without biases; the scales of a normalization count as weights",
    ),
    "counted_biases": Entry(
        "biasy, przesunięcia normalizacji liczą się jako biasy",
        "biases; the shifts of a normalization count as biases",
    ),
    "counted_macs": Entry(
        "mnożenia z dodawaniem w splotach i warstwach gęstych dla jednego obrazu, bez biasów",
        "multiply-adds of convolutions and dense layers for one image, without biases",
    ),
    "counted_flops": Entry(
        "dla jednego obrazu, 1 MAC = 2 FLOP (sploty i warstwy gęste, bez biasów)",
        "for one image, 1 MAC = 2 FLOPs (convolutions and dense layers, without biases)",
    ),
    "counted_bytes": Entry(
        "w bajtach: wyjścia warstw dla jednego obrazu, po 4 bajty (float32)",
        "in bytes: what the layers give for one image, 4 bytes each (float32)",
    ),
    # How it was graded.
    "with_unit": Entry("{number} {unit}", "{number} {unit}"),
    "axis_count": Entry(
        "Liczba osi się nie zgadza: w odpowiedzi jest ich {found}, a w szukanym kształcie (bez osi paczki) {expected}.",
        "The number of axes differs: your answer has {found}, the shape in question (without the batch axis)"
        " {expected}.",
    ),
    "channels_first": Entry(
        "To kolejność H×W×C. Kształt podajemy jako C×H×W: najpierw kanały.",
        "That is the order H×W×C. Shapes are given as C×H×W: channels first.",
    ),
    "channels_last": Entry(
        "To kolejność C×H×W. Tutaj kształt podajemy jako H×W×C: kanały na końcu.",
        "That is the order C×H×W. Here shapes are given as H×W×C: channels last.",
    ),
    "size_count": Entry(
        "Szukany rozmiar to wysokość i szerokość, a liczb w odpowiedzi jest {found}.",
        "The size in question is a height and a width, but the number of sizes in your answer is {found}.",
    ),
    "height_first": Entry(
        "To kolejność W×H. Rozmiar podajemy jako H×W: najpierw wysokość.",
        "That is the order W×H. Sizes are given as H×W: height first.",
    ),
    "fitting": Entry("{value} (pasuje też: {others})", "{value} (right as well: {others})"),
    "one_of": Entry(
        "Do takiego wyniku prowadzi kilka błędów, między innymi:",
        "Several slips lead to this result, among them:",
    ),
    # Worked solutions.
    "found": Entry("{name} = {value}, bo wtedy:", "{name} = {value}, since then:"),
    "seen_cells": Entry("{axis} (komórki od {first} do {last})", "{axis} (cells {first} to {last})"),
    "step": _formula("{formula} = {filled} = {result}"),
    "plain_step": _formula("{formula} = {result}"),
    "rounded_step": _formula("{formula} ≈ {result}"),
    "open_step": _formula("{formula} = {filled} = ?"),
    "of_layer": _formula("{layer}: {line}"),
    "axis": _formula("{axis} = {formula}"),
    "also": _formula("{line}, {also}"),
    "ceil_dropped": Entry(
        "{filled} (ostatnie okno zaczynałoby się już za wejściem)",
        "{filled} (the last window would start past the input)",
    ),
    "channels_filters": Entry("C = liczba filtrów", "C = number of filters"),
    "channels_kept": Entry("C jak na wejściu", "C as in the input"),
    "global_average": Entry("po jednej średniej z każdego kanału", "one mean of each channel"),
    "global_maximum": Entry("po jednym maksimum z każdego kanału", "one maximum of each channel"),
    "outputs": Entry("liczba wyjść warstwy", "number of outputs of the layer"),
    "plus": _formula("{first} + {second}"),
    "total": Entry("razem: {sum} = {result}", "in total: {sum} = {result}"),
    "flops": _formula("2·MAC = 2·{count} = {result}"),
    "bytes": Entry("po 4 bajty (float32): 4·{count} = {result}", "4 bytes each (float32): 4·{count} = {result}"),
    "field_rule": Entry(
        "r = r₀ + {growth}·j₀, j = j₀·s (pole i odstęp za warstwą; r₀, j₀ przed nią, na wejściu 1 i 1)",
        "r = r₀ + {growth}·j₀, j = j₀·s (field and jump after a layer; r₀, j₀ before it, 1 and 1 at the input)",
    ),
    "no_macs": Entry("0: nie ma tu splotu ani warstwy gęstej.", "0: there is no convolution or dense layer here."),
    "no_parameters": Entry("0: nie ma tu niczego, co się uczy.", "0: nothing here is learned."),
    # What is wrong with a card.
    "no_variant": Entry(
        "Karta {card}: w {attempts} losowaniach ani razu nie spełniono warunków z pola require,"
        " najczęściej tego: {obstacle}.",
        "Card {card}: none of {attempts} draws met the conditions of its field require, least often this: {obstacle}.",
    ),
    "slips_right": Entry(
        (
            "{condition} ({names} daje poprawny wynik)",
            "{condition} ({names} dają poprawny wynik)",
            "{condition} ({names} dają poprawny wynik)",
        ),
        ("{condition} ({names} gives the right answer)", "{condition} ({names} give the right answer)"),
    ),
    "slips_coincide": Entry("{condition} ({names} dają ten sam wynik)", "{condition} ({names} give the same answer)"),
    "no_solution": Entry(
        "Karta {card}: żadna wartość zmiennej {name} nie daje szukanej wielkości.",
        "Card {card}: no value of the variable {name} gives the quantity that is asked for.",
    ),
    "missing_variables": Entry(
        "Karta {card}: w teście brakuje zmiennych: {names}.",
        "Card {card}: a test leaves out the variables {names}.",
    ),
    "missing_arrays": Entry(
        "Karta {card}: test musi podać w polu data tablicę {name}, bo karta ją losuje.",
        "Card {card}: a test must give {name} in its field data, since the card draws it.",
    ),
    "no_data": Entry(
        "Karta {card}: pyta o wartości, a nie ma pola data z tablicami sieci.",
        "Card {card}: it asks for values, but has no field data with the arrays of the network.",
    ),
    "too_many_cells": Entry(
        "{card}: sieć ma {found} wartości i parametrów, a do liczenia ręcznego może mieć najwyżej {limit}.",
        "{card}: the network has {found} values and parameters, but at most {limit} can be asked for by hand.",
    ),
    "few_choices": Entry(
        "Karta {card}: {answers}, a choices potrzebuje {needed}; dopisz błędy do diagnose albo told_apart do require.",
        "Card {card}: {answers}, but choices needs {needed}; add mistakes to diagnose, or told_apart to require.",
    ),
    "wrong_answers": Entry(
        (
            "z błędów wynika tylko {count} zła odpowiedź",
            "z błędów wynikają tylko {count} różne złe odpowiedzi",
            "z błędów wynika tylko {count} różnych złych odpowiedzi",
        ),
        ("the mistakes give only {count} wrong answer", "the mistakes give only {count} different wrong answers"),
    ),
    "refused": Entry(
        "Karta {card}: tego nie da się policzyć: {reason}",
        "Card {card}: this cannot be computed: {reason}",
    ),
    "unknown_mistake": Entry("Nie ma błędu o nazwie {name}.", "There is no mistake named {name}."),
    "unknown_quantity": Entry(
        "Nie ma wielkości o nazwie {name}; można pytać o: {known}.",
        "There is no quantity named {name}; a card can ask for {known}.",
    ),
    "network_needed": Entry(
        "W wyrażeniu trzeba podać nazwę sieci z pola networks, np. parameters(one).",
        "An expression must name a network of the field networks here, as in parameters(one).",
    ),
    "layer_needed": Entry(
        "W wyrażeniu trzeba podać nazwę warstwy, np. parameters(one, conv1).",
        "An expression must name a layer here, as in parameters(one, conv1).",
    ),
    "map_needed": Entry(
        "Na wyjściu nie ma mapy C×H×W, więc nie ma też wysokości ani szerokości.",
        "There is no C×H×W map at the output, so there is neither a height nor a width.",
    ),
    "map_needed_before": Entry(
        "Na wejściu nie ma mapy C×H×W, więc nie ma też pola recepcyjnego.",
        "There is no C×H×W map at the input, so there is no receptive field either.",
    ),
    "test_excluded": Entry(
        "Zmienne tego testu nie spełniają warunków z pola require.",
        "The variables of this test do not meet the conditions of the field require.",
    ),
    "test_fails": Entry(
        "Wychodzi {computed}, a test podaje {expected}.",
        "The result is {computed}, but the test says {expected}.",
    ),
}
