"""What worked solutions of values say: the names of values, the rules that need words, and how the lines are joined."""

from studycards.locale.language import Entry


def _formula(text: str) -> Entry:
    """Return a formula, which is written alike in both languages."""
    return Entry(text, text)


ENTRIES = {
    # Names of values.
    "input": Entry("wejście", "input"),
    "output_of": Entry("wyjście {layer}", "output of {layer}"),
    "gradient_of_input": Entry("gradient po wejściu", "gradient of the input"),
    "gradient_of_input_of": Entry("gradient po wejściu {layer}", "gradient of the input of {layer}"),
    "gradient_of_output": Entry("gradient po wyjściu {name}", "gradient of the output of {name}"),
    "gradient_of_array": Entry("gradient po {name}", "gradient of {name}"),
    "outputs": Entry("wyjścia {names}", "the outputs {names}"),
    "gradients": Entry("gradienty {names}", "the gradients {names}"),
    "loss": Entry("strata", "the loss"),
    "updated": Entry("nowe {name}", "the new {name}"),
    # What the letters stand for.
    "letter": _formula("{letter} = {what}"),
    "and": _formula("{first}, {second}"),
    "legend": Entry("Indeksy liczymy od 0. Oznaczenia: {letters}.", "Indices begin at 0. Notation: {letters}."),
    "legend_each": Entry(
        "Indeksy liczymy od 0. W każdej warstwie X to jej wejście, Y wyjście, K i W to wagi, b biasy;"
        " dX, dY, dK, … to gradienty straty po nich.",
        "Indices begin at 0. In each layer X is its input, Y its output, K and W are its weights, b its biases;"
        " dX, dY, dK, … are the gradients of the loss with respect to them.",
    ),
    "legend_loss": Entry(
        "{legend} Z to wyjście sieci, L strata, t cel.",
        "{legend} Z is the output of the network, L the loss, t the target.",
    ),
    "padding_zero": Entry("0ₚ to zero z wypełnienia.", "0ₚ is a zero of the padding."),
    # Rules that need words.
    "flattened": Entry(
        "Y to liczby z X po kolei: kanał po kanale, wiersz po wierszu.",
        "Y is the numbers of X in order: channel by channel, row by row.",
    ),
    "flattened_back": Entry(
        "dX to liczby z dY ułożone z powrotem w kształt X.",
        "dX is the numbers of dY put back into the shape of X.",
    ),
    "joined": Entry("Y to kanały X₀, a za nimi kanały X₁.", "Y is the channels of X₀, then those of X₁."),
    "joined_back": Entry(
        "Każde wejście dostaje te kanały dY, które do Y wniosło.",
        "Each input gets those channels of dY that it contributed to Y.",
    ),
    "channel_mean": Entry("Y[c] = średnia z kanału c", "Y[c] = mean of channel c"),
    "channel_maximum": Entry("Y[c] = maksimum z kanału c", "Y[c] = maximum of channel c"),
    "channel_maximum_back": Entry(
        "dY[c] trafia do największej liczby kanału c, pozostałe dostają 0.",
        "dY[c] goes to the largest number of channel c, the others get 0.",
    ),
    "part_mean": Entry("Y = średnia z części mapy X", "Y = mean of a part of the map X"),
    "part_maximum": Entry("Y = maksimum z części mapy X", "Y = maximum of a part of the map X"),
    "relu_back": Entry(
        "dX = dY tam, gdzie X > 0, a gdzie indziej 0",
        "dX = dY where X > 0, elsewhere 0",
    ),
    "maximum_back": Entry(
        "dY każdego okna trafia w dX do największej liczby tego okna; pozostałe dostają od niego 0.",
        "The dY of each window goes in dX to the largest number of that window; the others get 0 from it.",
    ),
    "m_cells": Entry(
        "{rule}; m = liczba pól okna, które się liczą",
        "{rule}; m = number of cells of the window that count",
    ),
    "m_numbers": Entry("{rule}; m = liczba elementów Z", "{rule}; m = number of elements of Z"),
    "one_hot": Entry(
        "{rule}; y = 1 dla prawdziwej klasy, 0 dla pozostałych",
        "{rule}; y = 1 for the true class, 0 for the others",
    ),
    "mean_of_examples": Entry(
        "{rule}; strata to średnia z {count} przykładów",
        "{rule}; the loss is the mean over {count} examples",
    ),
    "mean_back": Entry(
        "{rule}; wszystko dzielimy przez liczbę przykładów ({count})",
        "{rule}; all of it divided by the number of examples ({count})",
    ),
    "update": _formula("{rule}; η = {rate}"),
    "shares": Entry(
        "Gradient to suma tego, co wraca z każdego użycia: {names}.",
        "The gradient is the sum of what comes back from each use: {names}.",
    ),
    # The lines.
    "first": Entry("Najpierw policz: {names}.", "First compute: {names}."),
    "on_the_way": Entry("Po drodze: {names}.", "On the way: {names}."),
    "window": Entry("X: okno dla {cell}", "X: window of {cell}"),
    "used_cells": Entry("X: liczby użyte w {cell}", "X: the numbers used for {cell}"),
    "with_note": _formula("{line} ({note})"),
    "left_out": Entry(
        (
            "Pominięto jeszcze {count} komórkę liczoną tak samo.",
            "Pominięto jeszcze {count} komórki liczone tak samo.",
            "Pominięto jeszcze {count} komórek liczonych tak samo.",
        ),
        ("{count} more cell is computed alike.", "{count} more cells are computed alike."),
    ),
}
