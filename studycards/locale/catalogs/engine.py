"""What the engine refuses. The English sentences are the engine's own, word for word."""

from studycards.locale.language import Entry

ENTRIES: dict[str, Entry] = {
    # Expressions: how they are written
    "expression_empty": Entry("tu potrzebne jest wyrażenie", "an expression is needed here"),
    "expression_incomplete": Entry("wyrażenie urywa się na końcu", "the expression breaks off at its end"),
    "expression_unreadable": Entry(
        "wyrażenia nie da się odczytać od '{found}'", "the expression cannot be read from '{found}' on"
    ),
    "expression_too_long": Entry(
        "wyrażenie może mieć najwyżej {limit} znaków", "an expression has at most {limit} characters"
    ),
    "expression_too_complex": Entry(
        "wyrażenie może mieć najwyżej {limit} części", "an expression has at most {limit} parts"
    ),
    "expression_too_deep": Entry(
        "wyrażenie jest zagnieżdżone głębiej niż na {limit} poziomów",
        "the expression is nested more than {limit} levels deep",
    ),
    "unexpected_token": Entry("'{found}' nie może stać w wyrażeniu", "'{found}' cannot stand in an expression"),
    "not_allowed": Entry("'{found}' jest w wyrażeniu niedozwolone", "'{found}' is not allowed in an expression"),
    "unknown_name": Entry("nieznana nazwa '{name}'", "unknown name '{name}'"),
    "unknown_name_near": Entry(
        "nieznana nazwa '{name}'; czy chodziło o '{nearest}'?", "unknown name '{name}'; did you mean '{nearest}'?"
    ),
    "function_not_called": Entry(
        "'{name}' to funkcja: napisz {name}(...)", "'{name}' is a function: write {name}(...)"
    ),
    "not_a_function": Entry("'{name}' nie jest funkcją", "'{name}' is no function"),
    "wrong_arguments": Entry(
        "'{name}' nie przyjmuje tylu argumentów", "'{name}' does not take this number of arguments"
    ),
    # Expressions: what they are worth
    "not_a_number": Entry("tu potrzebna jest liczba", "a number is needed here"),
    "not_whole": Entry(
        "tu potrzebna jest liczba całkowita, a nie {value}", "a whole number is needed here, not {value}"
    ),
    "not_a_condition": Entry(
        "tu potrzebny jest warunek, na przykład p < k", "a condition is needed here, such as p < k"
    ),
    "different_kinds": Entry(
        "nie można porównać wartości różnego rodzaju", "values of different kinds cannot be compared"
    ),
    "division_by_zero": Entry("dzielenie przez zero", "division by zero"),
    "exponent_too_large": Entry("wykładnik może wynosić najwyżej {limit}", "an exponent may be at most {limit}"),
    "number_too_large": Entry(
        "liczby robią się zbyt duże: najwyżej {limit} bitów", "the numbers get too large: at most {limit} bits"
    ),
    "places_out_of_range": Entry(
        "round zaokrągla do 0–{limit} miejsc po przecinku", "round takes 0 to {limit} decimal places"
    ),
    # Networks: how they are written
    "no_layers": Entry(
        "po wejściu wpisz warstwy, na przykład 3x32x32 | conv2d(16, 5) | relu",
        "write layers after the input, as in 3x32x32 | conv2d(16, 5) | relu",
    ),
    "notation_too_long": Entry(
        "zapis sieci może mieć najwyżej {limit} znaków", "a network has at most {limit} characters"
    ),
    "too_many_layers": Entry("sieć może mieć najwyżej {limit} warstw", "a network has at most {limit} layers"),
    "input_notation": Entry(
        "wejście zapisuje się jako 3x32x32 albo [C, H, W], a nie '{found}'",
        "the input is written 3x32x32 or [C, H, W], not '{found}'",
    ),
    "layer_missing": Entry("tu potrzebna jest warstwa, na przykład relu", "a layer is needed here, such as relu"),
    "unknown_layer": Entry("nie ma warstwy '{name}'", "there is no layer '{name}'"),
    "unknown_layer_near": Entry(
        "nie ma warstwy '{name}'; czy chodziło o '{nearest}'?", "there is no layer '{name}'; did you mean '{nearest}'?"
    ),
    "behind_layer": Entry(
        "'{found}' nie może stać za warstwą; warstwy rozdziela się znakiem |",
        "'{found}' cannot stand behind a layer; layers are separated by |",
    ),
    "parenthesis_open": Entry("ten nawias nie jest zamknięty", "this parenthesis is never closed"),
    "argument_misplaced": Entry(
        "'{found}' to o jeden argument za dużo dla {layer} albo brakuje przed nim nazwy opcji: padding=1",
        "'{found}' is one argument too many for {layer}, or needs its option before it: padding=1",
    ),
    "unknown_option": Entry("{layer} nie ma opcji '{name}'", "{layer} has no option '{name}'"),
    "unknown_option_near": Entry(
        "{layer} nie ma opcji '{name}'; czy chodziło o '{nearest}'?",
        "{layer} has no option '{name}'; did you mean '{nearest}'?",
    ),
    "option_twice": Entry("opcja {option} jest podana dwa razy", "{option} is given twice"),
    "option_missing": Entry("w {layer} brakuje opcji {option}", "{layer} needs {option}"),
    # Layers and networks: what does not fit
    "option_not_whole": Entry(
        "{option} w {layer} to liczba całkowita, a nie {value}",
        "{option} of {layer} must be a whole number, not {value}",
    ),
    "option_not_size": Entry(
        "{option} w {layer} to liczba całkowita albo para liczb całkowitych, a nie {value}",
        "{option} of {layer} must be a whole number or a pair of them, not {value}",
    ),
    "option_not_flag": Entry(
        "{option} w {layer} to True albo False, a nie {value}", "{option} of {layer} must be True or False, not {value}"
    ),
    "option_not_number": Entry(
        "{option} w {layer} to liczba, a nie {value}", "{option} of {layer} must be a number, not {value}"
    ),
    "option_out_of_range": Entry(
        "{option} w {layer} musi być od {least} do {most}, a nie {value}",
        "{option} of {layer} must be from {least} to {most}, not {value}",
    ),
    "option_too_small": Entry(
        "{option} musi wynosić co najmniej {least}, a nie {value}", "{option} must be at least {least}, not {value}"
    ),
    "input_shape": Entry(
        "wejście ma kształt kanały×wysokość×szerokość albo jedną liczbę cech, a nie {shape}",
        "an input has the shape channels×height×width or one number of features, not {shape}",
    ),
    "name_taken": Entry(
        "nazwa '{name}' jest już zajęta: wybierz inną", "the name '{name}' is taken: choose another one"
    ),
    "unknown_node": Entry("sieć nie ma warstwy '{name}'", "the network has no layer '{name}'"),
    "unknown_node_near": Entry(
        "sieć nie ma warstwy '{name}'; czy chodziło o '{nearest}'?",
        "the network has no layer '{name}'; did you mean '{nearest}'?",
    ),
    "needs_map": Entry(
        "{layer} działa na mapie (kanały, wysokość, szerokość), a dostaje kształt {shape}",
        "{layer} needs a map (channels, height, width), but its input has the shape {shape}",
    ),
    "needs_vector": Entry(
        "linear działa na wektorze, a dostaje kształt {shape}: najpierw go spłaszcz (flatten)",
        "linear needs a vector, but its input has the shape {shape}: flatten it first",
    ),
    "groups_inputs": Entry(
        "groups={groups} nie dzieli liczby kanałów wejścia: {channels} mod {groups} = {rest}",
        "groups={groups} does not divide the {channels} input channels: {channels} mod {groups} = {rest}",
    ),
    "groups_outputs": Entry(
        "groups={groups} nie dzieli out_channels={channels}: {channels} mod {groups} = {rest}",
        "groups={groups} does not divide out_channels={channels}: {channels} mod {groups} = {rest}",
    ),
    "same_with_stride": Entry(
        "padding='same' wymaga kroku 1, a nie {stride}", "padding='same' needs stride 1, not {stride}"
    ),
    "kernel_too_large": Entry(
        "jądro obejmuje {span} komórek, {dilation} * ({kernel} - 1) + 1,"
        " a wejście z wypełnieniem ma ich {padded}, {before} + {size} + {after}",
        "the kernel spans {span} cells, {dilation} * ({kernel} - 1) + 1,"
        " but the padded input has {padded}, {before} + {size} + {after}",
    ),
    "pool_padding": Entry(
        "wypełnienie {padding} to więcej niż połowa rozmiaru okna {kernel}",
        "padding {padding} is more than half of kernel size {kernel}",
    ),
    # Arrays: what does not fit
    "array_missing": Entry("brakuje tablicy {name}", "{name} is missing: no array was given for it"),
    "array_shape": Entry(
        "{name} ma mieć kształt {expected}, a nie {found}", "{name} must have the shape {expected}, not {found}"
    ),
    "rank": Entry(
        "potrzebna jest tablica o {expected} osiach, licząc oś wsadu, a nie o kształcie {shape}",
        "expected an array with {expected} axes, the batch included, not one of shape {shape}",
    ),
    "vector_shape": Entry(
        "potrzeba {length} liczb, po jednej na kanał, a nie tablicy o kształcie {shape}",
        "expected {length} numbers, one for each channel, not an array of shape {shape}",
    ),
    "groups": Entry(
        "groups={groups} musi dzielić liczbę kanałów wejścia ({channels}) i liczbę filtrów ({filters})",
        "groups={groups} must divide the {channels} input channels and the {filters} filters",
    ),
    "weight_channels": Entry(
        "każdy filtr ma {found} kanałów, a wejście {channels} kanałów / {groups} grup = {expected}",
        "each filter has {found} channels, but the input has {channels} channels / {groups} groups = {expected}",
    ),
    "linear_features": Entry(
        "macierz wag przyjmuje {expected} cech, a wejście ma ich {found}",
        "the weight takes {expected} features, but the input has {found}",
    ),
    "batch_of_one": Entry(
        "batch_norm podczas uczenia potrzebuje więcej niż jednej wartości na kanał, a dostaje kształt {shape}",
        "batch_norm in training needs more than one value per channel, not the shape {shape}",
    ),
    "running_statistics": Entry(
        "batch_norm poza uczeniem potrzebuje średniej i wariancji z uczenia",
        "batch_norm without training needs running statistics",
    ),
    "dropout_probability": Entry("p musi być od 0 do 1, a nie {p}", "p must be from 0 to 1, not {p}"),
    "zero_divisor": Entry("divisor_override nie może być zerem", "divisor_override must not be 0"),
}
