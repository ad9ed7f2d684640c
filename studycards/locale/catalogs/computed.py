"""What computed questions say: what to type, how it was graded, and the formulas of the worked solutions."""

from studycards.locale.language import Entry


def _formula(text: str) -> Entry:
    """Return a formula, which is written alike in both languages."""
    return Entry(text, text)


ENTRIES = {
    # What to type.
    "expects_shape": Entry(
        "kształt bez osi wsadu, np. 8×20×20",
        "a shape without the batch axis, such as 8×20×20",
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
        "liczba lub wyrażenie, z dokładnością do {percent}%",
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
    # How it was graded.
    "with_unit": Entry("{number} {unit}", "{number} {unit}"),
    "read_shape": Entry("odczytano: {shape}", "read as {shape}"),
    "axis_count": Entry(
        "Liczba osi się nie zgadza: w odpowiedzi jest ich {found}, a w szukanym kształcie (bez osi wsadu) {expected}.",
        "The number of axes differs: your answer has {found}, the shape in question (without the batch axis)"
        " {expected}.",
    ),
    "channels_first": Entry(
        "To kolejność H×W×C. Kształt podajemy jako C×H×W: najpierw kanały.",
        "That is the order H×W×C. Shapes are given as C×H×W: channels first.",
    ),
    "one_of": Entry(
        "Do takiego wyniku prowadzi kilka błędów, między innymi:",
        "Several slips lead to this result, among them:",
    ),
    # Worked solutions.
    "step": _formula("{formula} = {filled} = {result}"),
    "plain_step": _formula("{formula} = {result}"),
    "rounded_step": _formula("{formula} ≈ {result}"),
    "open_step": _formula("{formula} = {filled} = ?"),
    "of_layer": _formula("{layer}: {line}"),
    "axis": _formula("{axis} = {formula}"),
    "floor": _formula("⌊({free})/{s}⌋ + 1"),
    "ceil": _formula("⌈({free})/{s}⌉ + 1"),
    "ceil_dropped": Entry(
        "⌈({free})/{s}⌉ + 1 − 1 (ostatnie okno zaczynałoby się już za wejściem)",
        "⌈({free})/{s}⌉ + 1 − 1 (the last window would start behind the input)",
    ),
    "free": _formula("n + 2p − k"),
    "free_filled": _formula("{n} + 2·{p} − {k}"),
    "free_dilated": _formula("n + 2p − d(k − 1) − 1"),
    "free_dilated_filled": _formula("{n} + 2·{p} − {d}·({k} − 1) − 1"),
    "channels_filters": Entry("C = liczba filtrów", "C = number of filters"),
    "channels_kept": Entry("C jak na wejściu", "C as in the input"),
    "global_average": Entry("po jednej średniej z każdego kanału", "one mean of each channel"),
    "outputs": Entry("liczba wyjść warstwy", "number of outputs of the layer"),
    "flatten_formula": _formula("C·H·W"),
    "flatten_filled": _formula("{c}·{h}·{w}"),
    "square": _formula("k·k"),
    "rectangle": _formula("k_h·k_w"),
    "weights": _formula("{kernel}·C_in·C_out"),
    "weights_filled": _formula("{kh}·{kw}·{c_in}·{c_out}"),
    "weights_groups": _formula("{kernel}·(C_in/g)·C_out"),
    "weights_groups_filled": _formula("{kh}·{kw}·({c_in}/{groups})·{c_out}"),
    "dense": _formula("n_in·n_out"),
    "dense_filled": _formula("{n_in}·{n_out}"),
    "norm_formula": _formula("2·C"),
    "norm_filled": _formula("2·{c}"),
    "plus": _formula("{first} + {second}"),
    "total": Entry("razem: {sum} = {result}", "in total: {sum} = {result}"),
    "no_parameters": Entry("0: nie ma tu niczego, co się uczy.", "0: nothing here is learned."),
    # What is wrong with a card.
    "no_variant": Entry(
        "Karta {card}: w {attempts} losowaniach ani razu nie spełniono warunków z pola require.",
        "Card {card}: none of {attempts} draws met the conditions of its field require.",
    ),
    "missing_variables": Entry(
        "Karta {card}: w teście brakuje zmiennych: {names}.",
        "Card {card}: a test leaves out the variables {names}.",
    ),
    "refused": Entry(
        "Karta {card}: tego nie da się policzyć. {reason}",
        "Card {card}: this cannot be computed. {reason}",
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
    "test_excluded": Entry(
        "Zmienne tego testu nie spełniają warunków z pola require.",
        "The variables of this test do not meet the conditions of the field require.",
    ),
    "test_fails": Entry(
        "Wychodzi {computed}, a test podaje {expected}.",
        "The result is {computed}, but the test says {expected}.",
    ),
}
