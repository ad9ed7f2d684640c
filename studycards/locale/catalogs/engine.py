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
    "unexpected_token_instead": Entry(
        "'{found}' nie może stać w wyrażeniu; pisze się {instead}",
        "'{found}' cannot stand in an expression; write {instead}",
    ),
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
    "unknown_objective": Entry("nie ma '{name}'; dostępne są: {allowed}", "there is no '{name}'; there are: {allowed}"),
    "unknown_objective_near": Entry(
        "nie ma '{name}'; czy chodziło o '{nearest}'?", "there is no '{name}'; did you mean '{nearest}'?"
    ),
    "inferred_option": Entry(
        "{layer} odczytuje {inferred} z wejścia, więc tego się nie podaje; pisze się {example}",
        "{layer} takes {inferred} from its input, so that is not given; it is written {example}",
    ),
    "torch_order": Entry(
        "{layer} odczytuje in_channels z wejścia: opuść {channels}, jak w {layer}({filters}, {kernel});"
        " jeśli chodzi o {layer}({channels}, kernel_size={filters}), napisz to w ten sposób",
        "{layer} takes in_channels from its input: leave the {channels} out, as in {layer}({filters}, {kernel});"
        " if {layer}({channels}, kernel_size={filters}) is meant, write it so",
    ),
    "option_twice": Entry("opcja {option} jest podana dwa razy", "{option} is given twice"),
    "option_missing": Entry("w {layer} brakuje opcji {option}", "{layer} needs {option}"),
    "brackets_too_deep": Entry(
        "nawiasy są zagnieżdżone głębiej niż na {limit} poziomów", "brackets are nested more than {limit} levels deep"
    ),
    "blocks_too_deep": Entry(
        "bloki są zagnieżdżone głębiej niż na {limit} poziomów", "blocks are nested more than {limit} levels deep"
    ),
    "branch_missing": Entry("{layer} potrzebuje co najmniej dwóch gałęzi", "{layer} needs two branches or more"),
    "residual_arguments": Entry(
        "residual ma jedną gałąź, a drugą zapisuje się jako shortcut=...",
        "residual takes one branch, and shortcut=... for another one",
    ),
    "repeat_count": Entry(
        "warstwy powtarza się od 1 do {limit} razy, a nie {value}",
        "layers are repeated from 1 to {limit} times, not {value}",
    ),
    # Layers and networks: what does not fit
    "option_not_whole": Entry(
        "{option} w {layer} to liczba całkowita, a nie {value}",
        "{option} of {layer} must be a whole number, not {value}",
    ),
    "option_not_size": Entry(
        "{option} w {layer} to liczba całkowita albo para liczb całkowitych, a nie {value}",
        "{option} of {layer} must be a whole number or a pair of them, not {value}",
    ),
    "option_not_sides": Entry(
        "{option} w {layer} to liczba całkowita albo cztery liczby całkowite, a nie {value}",
        "{option} of {layer} must be a whole number or four of them, not {value}",
    ),
    "option_not_word": Entry(
        "{option} w {layer} to jedno z: {allowed}, a nie {value}",
        "{option} of {layer} must be one of {allowed}, not {value}",
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
    "input_too_large": Entry(
        "wejście {shape} ma {count} wartości, a może mieć najwyżej {limit}",
        "an input of {shape} has {count} values, and at most {limit} may go in",
    ),
    "name_taken": Entry(
        "nazwa '{name}' jest już zajęta: wybierz inną", "the name '{name}' is taken: choose another one"
    ),
    "unknown_architecture": Entry("nie ma architektury '{name}'", "there is no architecture '{name}'"),
    "unknown_architecture_near": Entry(
        "nie ma architektury '{name}'; czy chodziło o '{nearest}'?",
        "there is no architecture '{name}'; did you mean '{nearest}'?",
    ),
    "unknown_node": Entry("sieć nie ma warstwy '{name}'", "the network has no layer '{name}'"),
    "unknown_node_near": Entry(
        "sieć nie ma warstwy '{name}'; czy chodziło o '{nearest}'?",
        "the network has no layer '{name}'; did you mean '{nearest}'?",
    ),
    "unknown_input": Entry(
        "przed warstwą {layer} nie ma warstwy '{name}'", "no layer before {layer} is called '{name}'"
    ),
    "unknown_input_near": Entry(
        "przed warstwą {layer} nie ma warstwy '{name}'; czy chodziło o '{nearest}'?",
        "no layer before {layer} is called '{name}'; did you mean '{nearest}'?",
    ),
    "unshareable": Entry(
        "{name} nie może użyć wag warstwy '{shared}': wcześniejsza warstwa musi mieć wagi tych samych kształtów",
        "{name} cannot use the weights of '{shared}': an earlier layer must have weights of the same shapes",
    ),
    "inputs_count": Entry(
        "liczba wejść {layer} to {wanted}, a nie {found}",
        "the number of inputs of {layer} must be {wanted}, not {found}",
    ),
    "shapes_unlike": Entry(
        "{layer} nie może połączyć {first} i {second}", "{layer} cannot bring {first} and {second} together"
    ),
    "map_too_large": Entry(
        "mapa {shape} jest za duża, żeby się nią zajmować", "a map of {shape} is too large to think about"
    ),
    "branch_strides": Entry(
        "gałęzie, które łączą się w {layer}, widzą wejście z różnymi krokami, {first} i {second}:"
        " razem nie mają pola recepcyjnego",
        "the branches that meet in {layer} see the input at different strides, {first} and {second}:"
        " together they have no receptive field",
    ),
    "pattern_too_long": Entry(
        "{cells} sąsiednich komórek widzi wejście na różne sposoby: tak daleko pola recepcyjnego nie śledzimy",
        "{cells} neighbouring cells see the input in different ways: receptive fields are not followed that far",
    ),
    "slice_outside": Entry(
        "z {channels} kanałów nie wytnie się kanałów od {start} do {stop}",
        "channels {start} to {stop} cannot be cut out of {channels}",
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
        "rozpiętość jądra to {span}, {dilation} * ({kernel} - 1) + 1,"
        " a bok wejścia z wypełnieniem to {padded}, {before} + {size} + {after}",
        "the kernel spans {span} cells, {dilation} * ({kernel} - 1) + 1,"
        " but the padded input has {padded}, {before} + {size} + {after}",
    ),
    "pool_padding": Entry(
        "wypełnienie {padding} to więcej niż połowa rozmiaru okna {kernel}",
        "padding {padding} is more than half of kernel size {kernel}",
    ),
    "output_padding": Entry(
        "output_padding {output_padding} musi być mniejsze niż krok {stride} albo dylatacja {dilation}",
        "output_padding {output_padding} must be smaller than stride {stride} or dilation {dilation}",
    ),
    "transposed_too_small": Entry(
        "wypełnienie {padding} z obu stron odcina wszystkie komórki, a jest ich {padded},"
        " ({count} - 1) * {stride} + {span} + {output_padding}",
        "padding {padding} on both sides leaves nothing of {padded} cells,"
        " ({count} - 1) * {stride} + {span} + {output_padding}",
    ),
    "transposed_channels": Entry(
        "macierz wag przyjmuje {expected} kanałów, a wejście ma ich {found}",
        "the weight takes {expected} channels, but the input has {found}",
    ),
    "unknown_padding": Entry(
        "padding to liczba, para liczb, 'same' albo 'valid', a nie '{padding}'",
        "padding must be a number, a pair, 'same' or 'valid', not '{padding}'",
    ),
    "unknown_mode": Entry("nie ma trybu '{name}'", "there is no mode '{name}'"),
    "unknown_mode_near": Entry(
        "nie ma trybu '{name}'; czy chodziło o '{nearest}'?", "there is no mode '{name}'; did you mean '{nearest}'?"
    ),
    "pad_value": Entry(
        "tryb '{mode}' kopiuje komórki, więc nie przyjmuje wartości", "mode '{mode}' copies cells and takes no value"
    ),
    "pad_numbers": Entry(
        "pad przyjmuje po dwie liczby na oś, najwyżej dla {axes} osi, a dostaje ich {numbers}",
        "pad takes two numbers for an axis, for at most {axes} axes, not {numbers} numbers",
    ),
    "pad_axes": Entry(
        "tryb '{mode}' wypełnia wszystkie osie poza paczką i kanałami: pad przyjmuje {expected} liczb, a nie {numbers}",
        "mode '{mode}' pads all axes but batch and channels: pad takes {expected} numbers, not {numbers}",
    ),
    "pad_cuts_all": Entry(
        "pad {margin} nie zostawia nic z osi o długości {size}", "pad {margin} leaves nothing of {size} cells"
    ),
    "pad_too_large": Entry(
        "tryb '{mode}' może dodać po jednej stronie najwyżej {most} komórek osi o długości {size}, a nie {padding}",
        "mode '{mode}' can add at most {most} cells to a side of {size}, not {padding}",
    ),
    "crop_too_large": Entry(
        "z mapy {found} nie da się wyciąć środka {size}", "a map of {found} has no centre of {size}"
    ),
    "size_or_scale": Entry("podaj size albo scale_factor: dokładnie jedno z nich", "give either size or scale_factor"),
    "scale_factor": Entry(
        "scale_factor {factor} nie zostawia nic z osi o długości {size}",
        "scale_factor {factor} leaves nothing of {size} cells",
    ),
    "align_corners": Entry(
        "align_corners wymaga mode='bilinear': nearest nie ma narożników",
        "align_corners needs mode='bilinear': nearest has no corners",
    ),
    # Arrays: what does not fit
    "gradient_shape": Entry(
        "dy musi mieć kształt wyjścia, {expected}, a nie {found}",
        "dy must have the shape of the output, {expected}, not {found}",
    ),
    "broadcast": Entry("kształty {first} i {second} do siebie nie pasują", "shapes {first} and {second} do not match"),
    "concat_nothing": Entry("concat potrzebuje co najmniej jednej tablicy", "concat needs at least one array"),
    "concat_shapes": Entry(
        "kształty {first} i {second} różnią się nie tylko na osi {dim}",
        "shapes {first} and {second} differ in more than axis {dim}",
    ),
    "no_such_axis": Entry("kształt {shape} nie ma osi {dim}", "there is no axis {dim} in the shape {shape}"),
    "shuffle_axes": Entry(
        "channel_shuffle potrzebuje osi za kanałami, a dostaje kształt {shape}",
        "channel_shuffle needs axes behind the channels, not {shape}",
    ),
    "array_needed": Entry(
        "brakuje danych: {names}; bez nich nie da się tego policzyć",
        "data is missing: {names}; this cannot be computed without it",
    ),
    "array_needed_shape": Entry(
        "{name} ma mieć kształt {expected}, a nie {found}", "{name} must have the shape {expected}, not {found}"
    ),
    "no_such_part": Entry("nie ma tu komórki {index}", "there is no cell {index} here"),
    "not_finite": Entry("wartość jest nieskończona albo nie jest liczbą", "a value is infinite or no number"),
    "array_unknown": Entry(
        "nie ma tu tablicy '{name}'; dostępne są: {known}", "there is no array '{name}' here; there are: {known}"
    ),
    "loss_needed": Entry(
        "potrzebna jest strata (loss) albo dany gradient wyjścia", "a loss or a given gradient of the output is needed"
    ),
    "optimizer_needed": Entry("potrzebny jest optymalizator (optimizer)", "an optimizer is needed"),
    "windows_needed": Entry(
        "okna mają tylko splot i pooling, a {name} nie", "only convolution and pooling have windows, {name} has none"
    ),
    "array_missing": Entry("brakuje tablicy {name}", "{name} is missing: no array was given for it"),
    "array_shape": Entry(
        "{name} ma mieć kształt {expected}, a nie {found}", "{name} must have the shape {expected}, not {found}"
    ),
    "rank": Entry(
        "potrzebna jest tablica o {expected} osiach, licząc oś paczki, a nie o kształcie {shape}",
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
    "few_axes": Entry(
        "potrzebna jest tablica o co najmniej {least} osiach, licząc oś paczki, a nie o kształcie {shape}",
        "expected an array with at least {least} axes, the batch included, not one of shape {shape}",
    ),
    "gelu_approximate": Entry(
        "approximate w gelu to 'none' albo 'tanh', a nie '{value}'",
        "approximate of gelu must be 'none' or 'tanh', not '{value}'",
    ),
    "normalized_shape": Entry(
        "layer_norm po {expected} wymaga takich ostatnich osi wejścia oraz takich wag i biasów, a nie {found}",
        "layer_norm over {expected} needs these last axes of the input and this weight and bias, not {found}",
    ),
    "norm_groups": Entry(
        "num_groups={groups} musi dzielić liczbę kanałów ({channels})",
        "num_groups={groups} must divide the {channels} channels",
    ),
    "group_of_one": Entry(
        "do normalizacji grupa musi mieć więcej niż jedną wartość: kształt {shape}, liczba grup {groups}",
        "a group needs more than one value to be normalized: the shape {shape} has {groups} groups",
    ),
    "one_position": Entry(
        "instance_norm potrzebuje w kanale więcej niż jednej pozycji, a dostaje kształt {shape}",
        "instance_norm needs more than one position in a channel, not the shape {shape}",
    ),
    "reduction": Entry(
        "reduction to 'none', 'mean' albo 'sum', a nie '{value}'",
        "reduction must be 'none', 'mean' or 'sum', not '{value}'",
    ),
    "loss_shape": Entry(
        "{name} musi mieć kształt wejścia, {expected}, a nie {found}",
        "{name} must have the shape of the input, {expected}, not {found}",
    ),
    "mean_of_nothing": Entry(
        "średniej nie ma: żaden cel się nie liczy albo wszystkie mają wagę 0",
        "there is no mean: no target counts, or all weigh 0",
    ),
    "smooth_l1_beta": Entry(
        "beta w smooth_l1_loss nie może być ujemna, a wynosi {beta}",
        "beta of smooth_l1_loss must not be negative, but it is {beta}",
    ),
    "huber_delta": Entry(
        "delta w huber_loss musi być dodatnia, a wynosi {delta}",
        "delta of huber_loss must be positive, but it is {delta}",
    ),
    "label_smoothing": Entry(
        "label_smoothing musi być od 0 do 1, a nie {value}", "label_smoothing must be from 0 to 1, not {value}"
    ),
    "target_count": Entry(
        "liczb w celu jest {found}, a potrzeba {needed} albo jednej dla wszystkich",
        "the target has {found} numbers, but {needed} are needed, or one for all",
    ),
    "target_whole": Entry(
        "cel wynosi {found}, a numer klasy jest liczbą całkowitą",
        "a target is {found}, but classes are whole numbers",
    ),
    "betas_needed": Entry(
        "betas to dwie liczby, na przykład [0.9, 0.999]", "betas are two numbers, as in [0.9, 0.999]"
    ),
    "call_too_long": Entry("tu może stać najwyżej {limit} znaków", "at most {limit} characters can stand here"),
    "target_kind": Entry(
        "cel o kształcie wejścia zawiera prawdopodobieństwa, a nie liczby całkowite",
        "a target of the shape of the input holds probabilities, not whole numbers",
    ),
    "ignored_probabilities": Entry(
        "ignore_index={index} nie działa z prawdopodobieństwami jako celem: to numer klasy",
        "ignore_index={index} clashes with a target of probabilities: it names a class index",
    ),
    "logits_needed": Entry(
        "{loss} potrzebuje jednej liczby na klasę, a sieć daje kształt {shape}; dodaj flatten",
        "{loss} takes one number for each class, but the network gives the shape {shape}; add a flatten",
    ),
    "target_shape": Entry(
        "cel dla wejścia {shape} to numery klas o kształcie {expected}, a nie {found} typu {kind}",
        "the target of an input {shape} must be class indices {expected}, not {found} of type {kind}",
    ),
    "target_index": Entry(
        "cel wynosi {index}, a klasy mają numery od 0 do {last}", "a target is {index}, but the classes are 0 to {last}"
    ),
    "no_probability": Entry(
        "binary_cross_entropy przyjmuje prawdopodobieństwa od 0 do 1, a nie {value}:"
        " wyniki sprzed sigmoidy przyjmuje binary_cross_entropy_with_logits",
        "binary_cross_entropy takes probabilities from 0 to 1, not {value}:"
        " binary_cross_entropy_with_logits takes scores",
    ),
    "weight_spread": Entry(
        "{name} o kształcie {found} nie da się rozciągnąć na wejście, {expected}",
        "{name} of the shape {found} cannot be spread over the input, {expected}",
    ),
    "nesterov": Entry(
        "nesterov=True wymaga momentum i dampening=0, a jest momentum={momentum} i dampening={dampening}",
        "nesterov=True needs a momentum and no dampening, not momentum={momentum} and dampening={dampening}",
    ),
    "optimizer_option": Entry(
        "{option} nie może być ujemne, a wynosi {value}", "{option} must not be negative, but it is {value}"
    ),
    "optimizer_beta": Entry(
        "betas muszą być od 0, ale mniejsze od 1, a nie {value}",
        "betas must be from 0 up to, but not including 1, not {value}",
    ),
    # Worked solutions: what is asked of them
    "no_cell": Entry(
        "tablica o kształcie {shape} nie ma komórki {cell}", "an array of shape {shape} has no cell {cell}"
    ),
    "no_gradient": Entry("nie ma tu gradientu '{argument}'", "there is no gradient of '{argument}' here"),
}
