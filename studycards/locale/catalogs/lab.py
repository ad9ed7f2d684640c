"""The words of the Lab: a network that is typed, its table, and the picture of one layer at work."""

from studycards.locale.language import Entry

ENTRIES = {
    "title": Entry("Laboratorium", "Lab"),
    "layers": Entry("Warstwy", "Layers"),
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
    "at_layer": Entry("{number} z {count}", "{number} of {count}"),
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
    "key_step_in": Entry("krok po kroku", "step by step"),
    "about_step_in": Entry(
        "Pokazuje, jak warstwa liczy każdą komórkę: okno, jądro i sumę.",
        "Shows how the layer computes each cell: the window, the kernel and the sum.",
    ),
}
