"""The words of the Lab: a network that is typed, its table, and the picture of one layer at work."""

from studycards.locale.language import Entry

ENTRIES = {
    "title": Entry("Laboratorium", "Lab"),
    "layers": Entry("Warstwy", "Layers"),
    "layers_at": Entry("Warstwy · {number} z {count}", "Layers · {number} of {count}"),
    "empty": Entry(
        "Wpisz sieć: najpierw kształt wejścia, potem warstwy, na przykład 1x5x5 | conv2d(1, 3) | relu.",
        "Type a network: the shape of its input, then its layers, for example 1x5x5 | conv2d(1, 3) | relu.",
    ),
    # The table.
    "column_name": Entry("nazwa", "name"),
    "column_call": Entry("warstwa", "layer"),
    "column_shape": Entry("kształt", "shape"),
    "column_parameters": Entry("parametry", "parameters"),
    "column_macs": Entry("MAC", "MACs"),
    "column_field": Entry("pole rec.", "rec. field"),
    "totals": Entry(
        "parametry {parameters} · MAC {macs} · FLOP {flops}", "parameters {parameters} · MACs {macs} · FLOPs {flops}"
    ),
    "totals_short": Entry("parametry {parameters}", "parameters {parameters}"),
    # Keys of the line.
    "key_edit": Entry("edytuj sieć", "edit network"),
    "about_edit": Entry(
        "Wraca do linii, na której pisze się sieć.", "Returns to the line on which the network is typed."
    ),
    "key_to_layers": Entry("warstwy", "layers"),
    "about_to_layers": Entry("Przechodzi do tabeli warstw.", "Goes to the table of layers."),
    # Keys of the table.
    "key_layer_down": Entry("warstwa", "layer"),
    "about_layer_down": Entry("Zaznacza następną warstwę.", "Selects the next layer."),
    "key_layer_up": Entry("poprzednia warstwa", "previous layer"),
    "about_layer_up": Entry("Zaznacza poprzednią warstwę.", "Selects the previous layer."),
    "key_layer_page_down": Entry("dziesięć warstw dalej", "ten layers on"),
    "about_layer_page_down": Entry("Zaznacza warstwę dziesięć wierszy niżej.", "Selects the layer ten rows down."),
    "key_layer_page_up": Entry("dziesięć warstw wstecz", "ten layers back"),
    "about_layer_page_up": Entry("Zaznacza warstwę dziesięć wierszy wyżej.", "Selects the layer ten rows up."),
    "key_layer_first": Entry("pierwsza warstwa", "first layer"),
    "about_layer_first": Entry("Zaznacza pierwszą warstwę.", "Selects the first layer."),
    "key_layer_last": Entry("ostatnia warstwa", "last layer"),
    "about_layer_last": Entry("Zaznacza ostatnią warstwę.", "Selects the last layer."),
    "key_step_in": Entry("okno po oknie", "step by step"),
    "about_step_in": Entry(
        "Pokazuje, jak warstwa liczy każdą komórkę: okno, jądro i sumę.",
        "Shows how the layer computes each cell: the window, the kernel and the sum.",
    ),
    # The picture of a layer.
    "input": Entry("wejście", "input"),
    "kernel": Entry("jądro", "kernel"),
    "weights": Entry("wagi", "weights"),
    "output": Entry("wyjście", "output"),
    "gradient": Entry("gradient", "gradient"),
    "mask": Entry("maska", "mask"),
    "products": Entry("iloczyny", "products"),
    "aside": Entry("{label} = {value}", "{label} = {value}"),
    "given": Entry("{label} = {value} (dane w zadaniu)", "{label} = {value} (given in the question)"),
    "reach": Entry("Co widzi {label}, od wejścia sieci:", "What {label} sees, from the input of the network on:"),
    "drawn": Entry(
        "Zadanie tego nie podaje, więc jest wylosowane: {names}.",
        "The question leaves this open, so it was drawn: {names}.",
    ),
    "long_sum": Entry(
        (
            "{label} = {value}; spotyka się tu {count} liczba.",
            "{label} = {value}; spotykają się tu {count} liczby.",
            "{label} = {value}; spotyka się tu {count} liczb.",
        ),
        ("{label} = {value}; {count} number meets here.", "{label} = {value}; {count} numbers meet here."),
    ),
    "by_channel": Entry("Sumy kanałów: {line}", "Sums of channels: {line}"),
    "cell_of": Entry("komórka {number} z {count}", "cell {number} of {count}"),
    "channel_of": Entry("kanał wejścia {number} z {count}", "input channel {number} of {count}"),
    # Keys of the picture.
    "key_cell_right": Entry("komórka", "cell"),
    "about_cell_right": Entry("Przechodzi do komórki po prawej.", "Goes to the cell on the right."),
    "key_cell_left": Entry("komórka w lewo", "cell left"),
    "about_cell_left": Entry("Przechodzi do komórki po lewej.", "Goes to the cell on the left."),
    "key_cell_down": Entry("komórka w dół", "cell down"),
    "about_cell_down": Entry("Przechodzi do komórki poniżej.", "Goes to the cell below."),
    "key_cell_up": Entry("komórka w górę", "cell up"),
    "about_cell_up": Entry("Przechodzi do komórki powyżej.", "Goes to the cell above."),
    "key_cell_next": Entry("następna", "next"),
    "about_cell_next": Entry(
        "Przechodzi do następnej komórki, także w następnym kanale.", "Goes to the next cell, on into the next channel."
    ),
    "key_cell_back": Entry("poprzednia komórka", "previous cell"),
    "about_cell_back": Entry("Cofa się o jedną komórkę.", "Goes back by one cell."),
    "key_cell_first": Entry("pierwsza komórka", "first cell"),
    "about_cell_first": Entry("Przechodzi do pierwszej komórki.", "Goes to the first cell."),
    "key_cell_last": Entry("ostatnia komórka", "last cell"),
    "about_cell_last": Entry("Przechodzi do ostatniej komórki.", "Goes to the last cell."),
    "key_turn": Entry("w przód/wstecz", "forward/back"),
    "about_turn": Entry(
        "Zmienia to, co jest liczone: wyjście, gradient po wejściu, po wagach, po biasie.",
        "Changes what is computed: the output, the gradient of the input, of the weights, of the bias.",
    ),
    "key_turn_back": Entry("poprzedni kierunek", "previous direction"),
    "about_turn_back": Entry("Wraca do poprzedniego kierunku.", "Returns to the previous direction."),
    "key_plane_next": Entry("kanał", "channel"),
    "about_plane_next": Entry(
        "Pokazuje następny kanał tego, co jest liczone.", "Shows the next channel of what is computed."
    ),
    "key_plane_back": Entry("poprzedni kanał", "previous channel"),
    "about_plane_back": Entry(
        "Pokazuje poprzedni kanał tego, co jest liczone.", "Shows the previous channel of what is computed."
    ),
    "key_inner_next": Entry("kanał wejścia", "input channel"),
    "about_inner_next": Entry(
        "Pokazuje następny z kanałów, które wchodzą do tej komórki.", "Shows the next channel that goes into this cell."
    ),
    "key_inner_back": Entry("poprzedni kanał wejścia", "previous input channel"),
    "about_inner_back": Entry(
        "Pokazuje poprzedni z kanałów, które wchodzą do tej komórki.",
        "Shows the previous channel that goes into this cell.",
    ),
    "key_layer_next": Entry("warstwa", "layer"),
    "about_layer_next": Entry("Pokazuje następną warstwę.", "Shows the next layer."),
    "key_layer_back": Entry("poprzednia warstwa", "previous layer"),
    "about_layer_back": Entry("Pokazuje poprzednią warstwę.", "Shows the previous layer."),
    "key_redraw": Entry("inne liczby", "other numbers"),
    "about_redraw": Entry("Losuje inne liczby.", "Draws other numbers."),
    "key_redraw_back": Entry("poprzednie liczby", "numbers before"),
    "about_redraw_back": Entry(
        "Wraca do poprzednich liczb, na końcu do liczb z zadania.",
        "Returns to the numbers before, in the end to those of the question.",
    ),
    "key_to_table": Entry("tabela", "table"),
    "about_to_table": Entry("Wraca do tabeli warstw.", "Returns to the table of layers."),
    "too_many_cells": Entry(
        "Ta sieć ma {found} liczb, za dużo, by oglądać je po kolei (najwyżej {limit}).",
        "This network has {found} numbers, too many to look at one by one ({limit} at most).",
    ),
}
