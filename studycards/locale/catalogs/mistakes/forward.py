"""What to tell whoever computed a value wrongly on the way forward."""

from studycards.locale.language import Entry

FORWARD = {
    # Convolution: y = b + Σ w·x.
    "fwd.kernel_flip": Entry(
        "Obrócono jądro o 180°. „Splot” w sieciach to korelacja: przykładaj jądro tak, jak jest podane.",
        "The kernel was rotated by 180°. The 'convolution' of networks is a correlation: use the kernel as it stands.",
    ),
    "fwd.kernel_transposed": Entry(
        "Zamieniono wiersze jądra z kolumnami. Nakładaj wiersz jądra na wiersz okna.",
        "Rows and columns of the kernel were exchanged. Lay a row of the kernel on a row of the window.",
    ),
    "fwd.no_bias": Entry(
        "Pominięto bias: do każdej wartości wyjścia dodaj bias jej filtra (w warstwie gęstej: bias tego wyjścia).",
        "The bias was left out: add to each output value the bias of its filter (in a dense layer: of that output).",
    ),
    "fwd.bias_subtracted": Entry(
        "Bias odjęto, a trzeba go dodać.",
        "The bias was subtracted, but it has to be added.",
    ),
    "fwd.bias_per_tap": Entry(
        "Bias dodano przy każdym iloczynie. Dodaje się go raz na wartość wyjścia, po zsumowaniu okna.",
        "The bias was added with each product. Add it once to each value of the output, after the sum over the window.",
    ),
    "fwd.bias_per_channel": Entry(
        "Bias dodano w każdym kanale wejścia. Najpierw zsumuj kanały, potem dodaj bias raz.",
        "The bias was added in each input channel. First sum over the channels, then add the bias once.",
    ),
    "fwd.first_channel_only": Entry(
        "Policzono tylko pierwszy kanał. Filtr obejmuje wszystkie kanały wejścia: zsumuj ich iloczyny.",
        "Only the first channel was computed. A filter spans all input channels: sum their products.",
    ),
    "fwd.channels_not_summed": Entry(
        "Zostawiono osobną mapę dla każdego kanału, jak w splocie głębokościowym. Jeden filtr daje jedną mapę:"
        " zsumuj kanały.",
        "Each channel was left with a map of its own, as in a depthwise convolution. One filter gives one map:"
        " sum over the channels.",
    ),
    "fwd.matmul": Entry(
        "To iloczyn macierzy. W splocie mnoży się okno i jądro pole po polu i sumuje wszystkie iloczyny.",
        "That is a matrix product. A convolution multiplies window and kernel cell by cell and sums all the products.",
    ),
    "fwd.padding_ignored": Entry(
        "Pominięto wypełnienie: zanim zaczniesz przesuwać okno, dopisz pola wokół wejścia.",
        "The padding was left out: put the cells around the input before you move the window.",
    ),
    "fwd.stride_ignored": Entry(
        "Pominięto krok: okno przesuwano o 1, a kolejne pozycje są oddalone o s pól.",
        "The stride was left out: the window was moved by 1, but its positions are s cells apart.",
    ),
    "fwd.dilation_ignored": Entry(
        "Pominięto dylatację: jądro bierze co d-te pole wejścia, a nie pola sąsiednie.",
        "The dilation was left out: the kernel takes every d-th cell of the input, not neighbouring ones.",
    ),
    "fwd.pointwise_pixels_summed": Entry(
        "Zsumowano piksele. Splot 1×1 sumuje tylko kanały, w każdym pikselu osobno.",
        "The pixels were summed. A 1×1 convolution sums over the channels only, at each pixel by itself.",
    ),
    "fwd.pointwise_unweighted": Entry(
        "Pominięto wagi splotu 1×1: zanim dodasz kanały, pomnóż każdy przez jego wagę.",
        "The weights of the 1×1 convolution were left out: multiply each channel by its weight before you add them.",
    ),
    # Transposed convolution.
    "fwd.tconv_as_conv": Entry(
        "To zwykły splot. W transponowanym całe jądro mnoży się przez każdą wartość wejścia, a wynik dodaje się"
        " we właściwym miejscu wyjścia.",
        "That is an ordinary convolution. In a transposed one the whole kernel is multiplied by each input value and"
        " added at its place of the output.",
    ),
    "fwd.tconv_upsampled": Entry(
        "Powielono wartości, pomijając jądro. W splocie transponowanym każda wartość mnoży całe jądro.",
        "The values were repeated without the kernel. In a transposed convolution each value multiplies the whole"
        " kernel.",
    ),
    "fwd.tconv_overwritten": Entry(
        "Późniejsza kopia jądra zastąpiła wcześniejszą. Tam, gdzie kopie się nakładają, trzeba je dodać.",
        "A later copy of the kernel replaced an earlier one. Where copies overlap, add them.",
    ),
    "fwd.tconv_stride_ignored": Entry(
        "Pominięto krok: kopie jądra leżą co s pól wyjścia, a nie co 1.",
        "The stride was left out: the copies of the kernel lie s cells apart on the output, not 1.",
    ),
    # Dense layers.
    "fwd.dense_transposed": Entry(
        "Użyto kolumn macierzy W. Wyjście y[i] to i-ty wiersz macierzy W pomnożony przez wejście.",
        "The columns of W were used. Output y[i] is row i of W times the input.",
    ),
    # Pooling.
    "fwd.avg_sums": Entry(
        "To suma okna. Średnia wymaga jeszcze dzielenia przez liczbę jego pól.",
        "That is the sum of the window. Divide it by the number of its cells.",
    ),
    "fwd.pool_overlap": Entry(
        "Okno poolingu przesuwano o 1. Jego krok jest inny (domyślnie równy rozmiarowi okna).",
        "The pooling window was moved by 1. Its stride is another one (the window size unless given).",
    ),
    "fwd.avgpool_pad_excluded": Entry(
        "Podzielono przez liczbę prawdziwych pól. Tu zera wypełnienia też się liczą: dziel przez całe okno.",
        "This was divided by the number of real cells. Here the zeros of the padding count, too: divide by the whole"
        " window.",
    ),
    "fwd.avg_for_max": Entry(
        "To average pooling. Max pooling bierze największą wartość okna.",
        "That is average pooling. Max pooling takes the largest value of the window.",
    ),
    "fwd.max_for_avg": Entry(
        "To max pooling. Average pooling bierze średnią okna.",
        "That is max pooling. Average pooling takes the mean of the window.",
    ),
    "fwd.gap_over_all": Entry(
        "Uśredniono wszystkie kanały razem. GAP liczy średnią każdej mapy osobno.",
        "All channels were averaged together. GAP takes the mean of each map by itself.",
    ),
    # Activations.
    "fwd.relu_abs": Entry(
        "To wartość bezwzględna. ReLU zamienia liczby ujemne na 0.",
        "That is the absolute value. ReLU turns negative numbers into 0.",
    ),
    "fwd.relu_mask_value": Entry(
        "To maska, czyli pochodna ReLU. Wartości dodatnie przechodzą bez zmian.",
        "That is the mask, the derivative of ReLU. Positive values pass unchanged.",
    ),
    "fwd.relu_ignored": Entry(
        "Pominięto ReLU: liczby ujemne zamień na 0.",
        "The ReLU was left out: turn negative numbers into 0.",
    ),
    "fwd.softmax_linear": Entry(
        "Podzielono same logity. Najpierw policz e^z, potem dziel przez sumę.",
        "The logits themselves were divided. First compute e^z, then divide by the sum.",
    ),
    "fwd.softmax_unnormalised": Entry(
        "To same potęgi e^z. Prawdopodobieństwa sumują się do 1, więc podziel te potęgi przez Σ e^z.",
        "Those are the powers e^z alone. Probabilities add up to 1: divide by Σ e^z.",
    ),
    "fwd.softmax_argmax": Entry(
        "To wskazanie największego logitu (argmax). Softmax daje każdej klasie e^z / Σ e^z.",
        "That points at the largest logit (argmax). Softmax gives each class e^z / Σ e^z.",
    ),
    # Branches.
    "fwd.residual_relu_first": Entry(
        "ReLU zastosowano przed dodaniem skrótu. Najpierw dodaj, potem zastosuj ReLU do sumy.",
        "The ReLU was applied before the shortcut was added. First add, then apply the ReLU to the sum.",
    ),
    "fwd.residual_no_skip": Entry(
        "Pominięto skrót: do wyniku gałęzi dodaj to, co do niej weszło.",
        "The shortcut was left out: add what entered the branch to what comes out of it.",
    ),
    "fwd.residual_multiplied": Entry(
        "Gałęzie pomnożono. Skrót się dodaje.",
        "The branches were multiplied. A shortcut is added.",
    ),
    # Flattening.
    "fwd.flatten_by_columns": Entry(
        "Mapę odczytano kolumnami. Kolejność spłaszczania: kanał, wiersz, kolumna, czyli wierszami.",
        "The map was read column by column. The order of flattening is channel, row, column: read it row by row.",
    ),
    "fwd.flatten_channels_last": Entry(
        "Kanały przepleciono piksel po pikselu. Kolejność spłaszczania: cały pierwszy kanał, potem następny.",
        "The channels were interleaved pixel by pixel. Flattening takes the whole first channel, then the next.",
    ),
    # Batch norm and dropout.
    "fwd.bn_unbiased": Entry(
        "Sumę kwadratów odchyleń podzielono przez m − 1. Normalizacja wsadowa w treningu dzieli ją przez m.",
        "The sum of squared deviations was divided by m − 1. Batch norm in training divides it by m.",
    ),
    "fwd.bn_divide_by_var": Entry(
        "Podzielono przez wariancję. Dziel przez odchylenie standardowe, czyli pierwiastek z niej.",
        "This was divided by the variance. Divide by the standard deviation, its square root.",
    ),
    "fwd.bn_no_affine": Entry(
        "Pominięto γ i β: znormalizowaną wartość pomnóż przez γ i dodaj β.",
        "γ and β were left out: multiply the normalised value by γ and add β.",
    ),
    "fwd.dropout_no_scale": Entry(
        "Zabrakło skalowania. Odwrócony dropout dzieli zachowane wartości przez 1 − p.",
        "The scaling is missing. Inverted dropout divides the kept values by 1 − p.",
    ),
    "fwd.dropout_multiplied": Entry(
        "Zachowane wartości pomnożono przez 1 − p. W treningu się je przez to dzieli.",
        "The kept values were multiplied by 1 − p. In training they are divided by it.",
    ),
    "fwd.dropout_by_p": Entry(
        "Podzielono przez p, prawdopodobieństwo wyzerowania. Dziel przez prawdopodobieństwo zachowania, 1 − p.",
        "This was divided by p, the probability of being dropped. Divide by that of being kept, 1 − p.",
    ),
}
