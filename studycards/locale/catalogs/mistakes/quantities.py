"""What to tell whoever followed a wrong rule about sizes, counts, memory or fields."""

from studycards.locale.language import Entry

QUANTITIES = {
    # Output sizes: ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1.
    "size.no_plus_one": Entry(
        "Brakuje +1: to liczba przesunięć okna, a pozycji jest o jedną więcej. Po podzieleniu przez krok dodaj 1.",
        "The +1 is missing: that is the number of moves, and there is one more position. Add 1 after dividing"
        " by the stride.",
    ),
    "size.pad_once": Entry(
        "Wypełnienie doliczono raz, a dochodzi z obu stron: do rozmiaru wejścia dodaj 2p.",
        "The padding was added once, but it is on both sides: add 2p to the input size.",
    ),
    "size.no_pad": Entry(
        "Pominięto wypełnienie: zanim odejmiesz rozmiar jądra, dodaj do wejścia 2p.",
        "The padding was left out: add 2p to the input before you subtract the kernel size.",
    ),
    "size.pad_subtracted": Entry(
        "Wypełnienie odjęto, a ono powiększa wejście: dodaj 2p.",
        "The padding was subtracted, but it enlarges the input: add 2p.",
    ),
    "size.ceil": Entry(
        "Zaokrąglono w górę. Okno, które nie mieści się w całości, odpada: wynik dzielenia zaokrąglij w dół.",
        "This was rounded up. A window that does not fit completely is dropped: round the quotient down.",
    ),
    "size.no_stride": Entry(
        "Pominięto krok: zanim dodasz 1, podziel przez s.",
        "The stride was left out: divide by s before you add 1.",
    ),
    "size.plus_one_inside": Entry(
        "Jedynkę dodano przed dzieleniem. Najpierw podziel przez krok i zaokrąglij w dół, potem dodaj 1.",
        "The 1 was added before the division. First divide by the stride and round down, then add 1.",
    ),
    "size.no_dilation": Entry(
        "Pominięto dylatację: jądro rozciąga się na d(k − 1) + 1 pól, a nie na k.",
        "The dilation was left out: the kernel spans d(k − 1) + 1 cells, not k.",
    ),
    "size.dilation_times_k": Entry(
        "Przyjęto, że jądro rozciąga się na d·k pól. Odstępów jest k − 1, więc zajmuje d(k − 1) + 1 pól.",
        "The kernel was taken to span d·k cells. There are k − 1 gaps, so it spans d(k − 1) + 1.",
    ),
    "size.same_assumed": Entry(
        "Rozmiar ⌈n/s⌉ wychodzi tylko przy wypełnieniu „same”. Do wzoru podstaw to, które podano (bez niego 0).",
        "The size ⌈n/s⌉ holds only for 'same' padding. Put the given padding into the formula (0 if there is none).",
    ),
    "size.pool_stride1": Entry(
        "Okno poolingu przesuwano o 1. Jego krok jest domyślnie równy rozmiarowi okna: podziel przez s.",
        "The pooling window was moved by 1. Its stride is the window size unless given: divide by s.",
    ),
    "size.no_overlap": Entry(
        "Okno przesuwano o całe jądro. Okna splotu zachodzą na siebie: przesuwaj je o krok.",
        "The window was moved by the whole kernel. Windows of a convolution overlap: move them by the stride.",
    ),
    # Output sizes of a transposed convolution: (n − 1)s − 2p + k.
    "tconv.forward_formula": Entry(
        "To wzór zwykłego splotu. Splot transponowany go odwraca: (n − 1)·s − 2p + k.",
        "That is the formula of an ordinary convolution. A transposed one inverts it: (n − 1)·s − 2p + k.",
    ),
    "tconv.pad_added": Entry(
        "Wypełnienie dodano. W splocie transponowanym obcina ono wyjście z obu stron: odejmij 2p.",
        "The padding was added. In a transposed convolution it cuts the output off on both sides: subtract 2p.",
    ),
    "tconv.no_output_padding": Entry(
        "Pominięto `output_padding`: dolicz go raz, na końcu osi.",
        "The `output_padding` was left out: add it once, at the end of the axis.",
    ),
    "tconv.gap_per_input": Entry(
        "Krok doliczono za każde wejście. Odstępów między n wejściami jest n − 1: (n − 1)·s.",
        "The stride was counted for every input. Between n inputs there are n − 1 gaps: (n − 1)·s.",
    ),
    # Channels of an output.
    "shape.channels_in": Entry(
        "Przepisano liczbę kanałów wejścia. Wyjście ma tyle kanałów, ile jest filtrów.",
        "The channels of the input were kept. The output has as many channels as there are filters.",
    ),
    "shape.flatten_no_channels": Entry(
        "Pominięto kanały. Spłaszczenie mnoży wszystkie trzy wymiary: C·H·W.",
        "The channels were left out. Flattening multiplies all three axes: C·H·W.",
    ),
    "shape.pool_channels": Entry(
        "Podzielono także liczbę kanałów. Pooling działa w każdym kanale osobno, więc C się nie zmienia.",
        "The channels were divided, too. Pooling works on each channel alone, so C stays.",
    ),
    "shape.pool_ignored": Entry(
        "Pominięto pooling: jego okno i krok też zmniejszają mapę.",
        "The pooling was left out: its window and stride shrink the map, too.",
    ),
    # Parameters of a convolution.
    "par.no_bias": Entry(
        "Pominięto biasy: każdy filtr (w warstwie gęstej każde wyjście) ma jeden, więc je dolicz.",
        "The biases were left out: each filter (each output of a dense layer) has one, so add them.",
    ),
    "par.one_bias": Entry(
        "Doliczono jeden bias na całą warstwę. Każdy filtr (w warstwie gęstej każde wyjście) ma własny.",
        "One bias was added for the whole layer. Each filter (each output of a dense layer) has its own.",
    ),
    "par.bias_cin": Entry(
        "Biasów policzono tyle, ile jest kanałów wejścia. Należą do wyjścia: po jednym na filtr.",
        "The biases were counted by input channels. They belong to the output: one for each filter.",
    ),
    "par.bias_per_pair": Entry(
        "Bias doliczono dla każdej pary kanałów. Dodaje się go raz na filtr, po zsumowaniu kanałów wejścia.",
        "A bias was counted for each pair of channels. It is added once per filter, after the sum over the input"
        " channels.",
    ),
    "par.bias_added": Entry(
        "Doliczono biasy, a ta warstwa ich nie ma (`bias=False`): policz same wagi.",
        "Biases were counted, but this layer has none (`bias=False`): count its weights only.",
    ),
    "par.no_cin": Entry(
        "Pominięto głębokość filtra: każdy filtr obejmuje wszystkie kanały wejścia, więc pomnóż przez ich liczbę.",
        "The depth of a filter was left out: each filter spans all input channels, so multiply by their number.",
    ),
    "par.no_cout": Entry(
        "To parametry jednego filtra. Pomnóż je przez liczbę filtrów.",
        "Those are the parameters of one filter. Multiply by the number of filters.",
    ),
    "par.k_not_squared": Entry(
        "Wzięto tylko jeden bok jądra. Jądro kwadratowe ma k·k wag w każdym kanale.",
        "Only one side of the kernel was used. A square kernel has k·k weights in each channel.",
    ),
    "par.times_positions": Entry(
        "Pomnożono przez liczbę pozycji okna. Te same wagi służą wszędzie; taki iloczyn to (prawie) liczba mnożeń.",
        "This was multiplied by the number of window positions. The same weights serve everywhere; that product is"
        " (almost) the number of multiplications.",
    ),
    "par.groups_ignored": Entry(
        "Pominięto podział na grupy: każdy filtr widzi tylko C_in/g kanałów.",
        "The groups were left out: each filter sees only C_in/g channels.",
    ),
    "par.groups_twice": Entry(
        "Podzielono przez liczbę grup dwa razy. Grup po (C_in/g)·(C_out/g) jąder jest g, więc podziel raz.",
        "This was divided by the number of groups twice. There are g groups of (C_in/g)·(C_out/g) kernels, so divide"
        " once.",
    ),
    "par.depthwise_only": Entry(
        "Pominięto splot punktowy: warstwa 1×1 też ma wagi, C_in·C_out.",
        "The pointwise convolution was left out: the 1×1 layer has weights, too, C_in·C_out.",
    ),
    # Parameters of other layers.
    "par.bn_buffers": Entry(
        "Doliczono średnią i wariancję kroczącą. To bufory: uczone są tylko γ i β, czyli 2C liczb.",
        "The running mean and variance were counted. They are buffers: only γ and β are learned, 2C numbers.",
    ),
    "par.bn_gamma_only": Entry(
        "Policzono tylko jeden z dwóch wektorów. Każdy kanał ma skalę γ i przesunięcie β.",
        "Only one of the two vectors was counted. Each channel has a scale γ and a shift β.",
    ),
    "par.bn_per_element": Entry(
        "Policzono γ i β dla każdego piksela. Są wspólne dla całej mapy: po jednej parze na kanał.",
        "γ and β were counted for each pixel. They are shared over the map: one pair for each channel.",
    ),
    "par.dense_no_flatten": Entry(
        "Wejść policzono tyle, ile jest kanałów. Warstwa gęsta widzi wszystkie spłaszczone wartości: C·H·W.",
        "The channels were counted as the inputs. A dense layer sees all the flattened values: C·H·W.",
    ),
    "par.dense_bias_in": Entry(
        "Biasów policzono tyle, ile jest wejść. Jest po jednym na wyjście.",
        "The biases were counted by inputs. There is one for each output.",
    ),
    "par.gap_as_flatten": Entry(
        "To liczba dla flatten. GAP zostawia jedną liczbę na kanał, więc wejść warstwy gęstej jest tyle, ile kanałów.",
        "That is the count for flatten. GAP leaves one number per channel, so there are as many inputs as channels.",
    ),
    "par.pool_has_weights": Entry(
        "Doliczono wagi poolingu. Pooling niczego się nie uczy: ma 0 parametrów.",
        "Weights were counted for the pooling. Pooling learns nothing: it has 0 parameters.",
    ),
    # Multiply-adds.
    "mac.flops_doubled": Entry(
        "To liczba FLOP: mnożenie i dodawanie liczone osobno. Pytanie jest o MAC, czyli o połowę tego.",
        "That is the number of FLOPs, multiplication and addition apart. The question asks for MACs: half of it.",
    ),
    "mac.not_doubled": Entry(
        "To liczba MAC. Jeden MAC to mnożenie i dodawanie, czyli 2 FLOP: pomnóż przez 2.",
        "That is the number of MACs. One MAC is a multiplication and an addition, 2 FLOPs: multiply by 2.",
    ),
    "mac.input_size": Entry(
        "Policzono pozycje na mapie wejściowej. Filtr stosuje się raz na każdą pozycję wyjścia: H_out·W_out.",
        "The positions of the input map were counted. A filter is applied once for each cell of the output:"
        " H_out·W_out.",
    ),
    "mac.params": Entry(
        "To liczba wag, czyli mnożenia w jednej pozycji. Pomnóż przez liczbę pozycji wyjścia: H_out·W_out.",
        "That is the number of weights, the products at one position. Multiply by the positions of the output:"
        " H_out·W_out.",
    ),
    "mac.no_cin": Entry(
        "Pominięto kanały wejścia: każda wartość wyjścia sumuje iloczyny ze wszystkich.",
        "The input channels were left out: each value of the output sums products over all of them.",
    ),
    "mac.one_axis": Entry(
        "Uwzględniono tylko jeden bok mapy wyjściowej. Położeń okna jest H·W: pomnóż przez oba boki.",
        "Only one side of the output map was counted. The window has H·W positions: multiply by both sides.",
    ),
    "mac.bias_counted": Entry(
        "Doliczono biasy. Dodanie biasu to nie mnożenie z dodawaniem, więc do MAC się nie liczy.",
        "The biases were counted. Adding a bias is no multiply-add, so MACs leave it out.",
    ),
    # Memory of activations.
    "mem.elements_not_bytes": Entry(
        "To liczba wartości. Każda (float32) zajmuje 4 bajty: pomnóż przez 4.",
        "That is the number of values. Each of them (float32) takes 4 bytes: multiply by 4.",
    ),
    # Receptive fields: r + d(k − 1)·j, with j the product of the strides before.
    "rf.no_jump": Entry(
        "Pominięto kroki: przyrost k − 1 mnoży się przez iloczyn kroków wszystkich wcześniejszych warstw.",
        "The strides were left out: the growth k − 1 is multiplied by the strides of all layers before.",
    ),
    "rf.stride_included": Entry(
        "Wliczono krok samej warstwy. Działa on dopiero na następne: mnóż przez kroki warstw wcześniejszych.",
        "The layer's own stride was included. It acts on the layers after it: multiply by the strides before it.",
    ),
    "rf.no_pool": Entry(
        "Pominięto pooling: jego okno też poszerza pole, a jego krok mnoży dalsze przyrosty.",
        "The pooling was left out: its window widens the field, too, and its stride multiplies what follows.",
    ),
    "rf.no_dilation": Entry(
        "Pominięto dylatację: warstwa dokłada d(k − 1), a nie k − 1.",
        "The dilation was left out: a layer adds d(k − 1), not k − 1.",
    ),
    "rf.sum_kernels": Entry(
        "Dodano boki jąder. Okna zachodzą na siebie: zacznij od 1 i w każdej warstwie dodawaj k − 1.",
        "The kernel sides were added up. Windows overlap: start with 1 and add k − 1 for each layer.",
    ),
    "rf.from_zero": Entry(
        "Dodano same przyrosty. Zaczyna się od 1 piksela, a dopiero do niego warstwy dokładają swoje.",
        "Only the growths were added. Start with 1 pixel; the layers add to that.",
    ),
    "rf.product": Entry(
        "Pomnożono boki jąder. Pole rośnie przez dodawanie: dwa sploty 3×3 widzą 5×5, a nie 9×9.",
        "The kernel sides were multiplied. The field grows by addition: two 3×3 convolutions see 5×5, not 9×9.",
    ),
}
