"""What to tell whoever sent a wrong gradient back through a layer."""

from studycards.locale.language import Entry

BACKWARD = {
    # Convolution, with respect to its input.
    "bwd.dx_unrotated": Entry(
        "Jądro nie zostało obrócone. W pełnej korelacji z dY obróć je o 180° (albo dodawaj dY[i,j]·K w oknie [i,j]).",
        "The kernel was not rotated. In the full correlation with dY turn it by 180° (or add dY[i,j]·K at [i,j]).",
    ),
    "bwd.dx_valid": Entry(
        "Zabrakło ramki zer. dX ma kształt X: otocz dY zerami (k − 1 z każdej strony), potem licz korelację.",
        "The frame of zeros is missing. dX has the shape of X: put k − 1 zeros around dY, then correlate.",
    ),
    "bwd.dx_valid_unrotated": Entry(
        "To splot dY z K. dX ma kształt X: każde dY[i,j] dodaje dY[i,j]·K w swoim oknie.",
        "That is the convolution of dY with K. dX has the shape of X: each dY[i,j] adds dY[i,j]·K on its window.",
    ),
    "bwd.dx_unweighted": Entry(
        "Zgubiono wagę: gradient wejścia to gradient wyjścia pomnożony przez wagę.",
        "The weight was lost: the gradient of the input is that of the output times the weight.",
    ),
    "bwd.stride_ignored": Entry(
        "Pominięto krok: okna wartości dY są oddalone o s pól, więc wstaw między nie s − 1 zer.",
        "The stride was left out: the windows of the dY values are s cells apart, so put s − 1 zeros between them.",
    ),
    # Convolution, with respect to its weights and biases.
    "bwd.dw_flipped": Entry(
        "Wynik obrócono o 180°. dK to korelacja X z dY, bez żadnego obrotu.",
        "The result was rotated by 180°. dK is the correlation of X with dY, nothing is turned.",
    ),
    "bwd.dw_dy_flipped": Entry(
        "dY obrócono o 180°. dK to korelacja X z dY, bez żadnego obrotu.",
        "dY was rotated by 180°. dK is the correlation of X with dY, nothing is turned.",
    ),
    "bwd.dw_first_window": Entry(
        "Pomnożono tylko jeden wycinek X. Każda waga zbiera iloczyny ze wszystkich pozycji okna: zsumuj je.",
        "Only one part of X was multiplied. Each weight collects products from all window positions: sum them.",
    ),
    "bwd.dw_not_summed": Entry(
        "Zostawiono mapę iloczynów. Waga splotu 1×1 to jedna liczba na kanał: zsumuj iloczyny po pikselach.",
        "The map of products was left. A weight of a 1×1 convolution is one number per channel: sum over the pixels.",
    ),
    "bwd.dw_inputs_mixed": Entry(
        "Zsumowano kanały X. Splot głębokościowy ich nie miesza: do gradientu jądra bierze się X tylko jego kanału.",
        "The channels of X were summed. A depthwise convolution does not mix them: take X of the kernel's own channel.",
    ),
    "bwd.dw_gradients_mixed": Entry(
        "Zsumowano dY wszystkich kanałów. Jądro daje wyjście tylko swojego kanału: weź dY tego kanału.",
        "dY of all channels was summed. A kernel gives the output of its own channel only: take dY of that channel.",
    ),
    "bwd.dw_no_batch": Entry(
        "Policzono tylko pierwszy przykład. Gradienty wag sumują się po całej paczce.",
        "Only the first example was counted. Gradients of weights add up over the batch.",
    ),
    "bwd.dw_batch_mean": Entry(
        "Gradient wag uśredniono po przykładach. Wkłady się sumuje; uśrednia tylko strata, jeśli jest średnią.",
        "The gradient of the weights was averaged over the examples. Their shares are summed; only a loss that is a"
        " mean averages.",
    ),
    "bwd.shared_mean": Entry(
        "Uśredniono gradienty z obu użyć wagi. Każde użycie zmienia stratę osobno, więc gradienty się sumuje.",
        "The gradients of both uses of the weight were averaged. Each use changes the loss by itself: sum them.",
    ),
    "bwd.shared_once": Entry(
        "Uwzględniono tylko pierwsze użycie wagi. Waga użyta kilka razy dostaje sumę gradientów ze wszystkich użyć.",
        "Only the first use of the weight was counted. A weight used several times gets the sum over all its uses.",
    ),
    "bwd.db_not_summed": Entry(
        "Zostawiono całą mapę dY. Jeden bias zasila wszystkie pozycje: zsumuj dY.",
        "The whole map dY was left. One bias feeds all positions: sum dY.",
    ),
    "bwd.db_mean": Entry(
        "dY uśredniono. Gradient biasu to suma po pozycjach, nie średnia.",
        "dY was averaged. The gradient of a bias is the sum over the positions, not their mean.",
    ),
    "bwd.db_no_batch": Entry(
        "Policzono tylko pierwszy przykład. Gradient biasu sumuje się także po paczce.",
        "Only the first example was counted. The gradient of a bias is summed over the batch, too.",
    ),
    # Transposed convolution.
    "bwd.tconv_flipped": Entry(
        "Jądro obrócono. dX splotu transponowanego to zwykły splot dY z K, bez obrotu.",
        "The kernel was rotated. dX of a transposed convolution is the ordinary one of dY with K, nothing is turned.",
    ),
    "bwd.tconv_stride_ignored": Entry(
        "Pominięto krok: dX to splot dY z K, w którym okno przesuwa się co s pól.",
        "The stride was left out: dX is the convolution of dY with K whose window moves by s cells.",
    ),
    # Dense layers.
    "bwd.dense_dw_transposed": Entry(
        "Zamieniono wiersze z kolumnami. dW ma kształt W: dW[i,j] = dy[i]·x[j].",
        "Rows and columns were exchanged. dW has the shape of W: dW[i,j] = dy[i]·x[j].",
    ),
    "bwd.dense_dx_no_transpose": Entry(
        "Pomnożono przez W. Wstecz idzie się przez transpozycję: dx = Wᵀ·dy.",
        "This was multiplied by W. The way back uses the transpose: dx = Wᵀ·dy.",
    ),
    "bwd.dense_db_summed": Entry(
        "Zsumowano wyjścia. Każde wyjście warstwy gęstej ma własny bias: db = dy.",
        "The outputs were summed. Each output of a dense layer has its own bias: db = dy.",
    ),
    # Pooling.
    "bwd.maxpool_all": Entry(
        "Gradient trafił do wszystkich pól okna. W max poolingu dostaje go tylko maksimum.",
        "The gradient went to all cells of the window. In max pooling only the maximum gets it.",
    ),
    "bwd.maxpool_spread": Entry(
        "Gradient rozdzielono po równo, jak w average poolingu. W max poolingu cały dostaje maksimum.",
        "The gradient was shared out evenly, as in average pooling. In max pooling the maximum gets all of it.",
    ),
    "bwd.maxpool_writes_x": Entry(
        "Wpisano wartości X. W miejsce maksimum trafia gradient dY.",
        "The values of X were written. What goes to the place of the maximum is the gradient dY.",
    ),
    "bwd.overlap_overwritten": Entry(
        "Późniejsze okno zastąpiło wcześniejsze. Jeśli to samo pole wygrywa w kilku oknach, ich gradienty się dodają.",
        "A later window replaced an earlier one. Where a cell wins in several windows, their gradients add up.",
    ),
    "bwd.avgpool_no_div": Entry(
        "Gradient skopiowano bez dzielenia. Każde pole miało udział 1/k²: podziel przez liczbę pól okna.",
        "The gradient was copied undivided. Each cell had a share of 1/k²: divide by the number of cells.",
    ),
    "bwd.avgpool_as_max": Entry(
        "Cały gradient dostało maksimum, jak w max poolingu. W average poolingu dzieli się go po równo na całe okno.",
        "The maximum got all of the gradient, as in max pooling. Average pooling shares it evenly over the window.",
    ),
    "bwd.gap_no_div": Entry(
        "Gradient skopiowano bez dzielenia. GAP to średnia: każdy piksel dostaje dg / (H·W).",
        "The gradient was copied undivided. GAP is a mean: each pixel gets dg / (H·W).",
    ),
    "bwd.gap_by_channels": Entry(
        "Podzielono przez liczbę kanałów. GAP uśrednia piksele: dziel przez H·W.",
        "This was divided by the number of channels. GAP averages pixels: divide by H·W.",
    ),
    # Activations.
    "bwd.relu_no_mask": Entry(
        "Pominięto maskę: tam, gdzie wejście ReLU nie jest dodatnie, gradient wynosi 0.",
        "The mask was left out: where the input of the ReLU is not positive, the gradient is 0.",
    ),
    "bwd.relu_zero_is_one": Entry(
        "Gradient przeszedł przez zero. Umowa: w punkcie 0 pochodna ReLU wynosi 0.",
        "The gradient passed at zero. By convention the derivative of ReLU at 0 is 0.",
    ),
    "bwd.relu_mask_on_grad": Entry(
        "Maskę wzięto ze znaku gradientu. Zależy ona od wejścia ReLU, nie od dY.",
        "The mask was taken from the sign of the gradient. It depends on the input of the ReLU, not on dY.",
    ),
    "bwd.relu_times_x": Entry(
        "Pomnożono przez X. Pochodna ReLU to 0 albo 1.",
        "This was multiplied by X. The derivative of ReLU is 0 or 1.",
    ),
    "bwd.sigmoid_at_activation": Entry(
        "Sigmoidę policzono dwa razy. Pochodna to a(1 − a), gdzie a = σ(z) jest już jej wartością.",
        "The sigmoid was applied twice. The derivative is a(1 − a), where a = σ(z) is its value already.",
    ),
    "bwd.sigmoid_raw": Entry(
        "Pomnożono przez samo a. Pochodna sigmoidy to a(1 − a).",
        "This was multiplied by a alone. The derivative of the sigmoid is a(1 − a).",
    ),
    "bwd.tanh_pre": Entry(
        "Do wzoru podstawiono z. Pochodna tangensa hiperbolicznego to 1 − a², gdzie a = tanh z.",
        "z was put into the formula. The derivative of tanh is 1 − a², where a = tanh z.",
    ),
    "bwd.softmax_no_common": Entry(
        "Pominięto wspólny składnik: dz = p·(g − s), gdzie s = Σ p·g.",
        "The common term was left out: dz = p·(g − s), where s = Σ p·g.",
    ),
    "bwd.softmax_diagonal": Entry(
        "Wzięto tylko przekątną jakobianu. Każdy logit zmienia wszystkie prawdopodobieństwa: dz = p·(g − Σ p·g).",
        "Only the diagonal of the Jacobian was used. Each logit moves all probabilities: dz = p·(g − Σ p·g).",
    ),
    # Flattening and branches.
    "bwd.flatten_by_columns": Entry(
        "Mapę wypełniono kolumnami. Kolejność jest ta sama co w przód: kanał, wiersz, kolumna.",
        "The map was filled column by column. The order is that of the way forward: channel, row, column.",
    ),
    "bwd.flatten_divided": Entry(
        "Gradient podzielono, jak w GAP. Spłaszczenie tylko zmienia kształt.",
        "The gradient was divided, as for GAP. Flattening changes the shape only.",
    ),
    "bwd.residual_overwrite": Entry(
        "Pominięto skrót: dodaj gradient, który wraca nim wprost.",
        "The shortcut was left out: add the gradient that comes straight back through it.",
    ),
    "bwd.residual_main_missing": Entry(
        "Pominięto gałąź główną: do gradientu skrótu dodaj ten, który wraca przez F.",
        "The main branch was left out: add the gradient that comes back through F to that of the shortcut.",
    ),
    # Batch norm.
    "bwd.bn_stats_const": Entry(
        "Średnią i wariancję potraktowano jak stałe. Zależą od x, więc ich gradienty też trzeba dodać.",
        "Mean and variance were treated as constants. They depend on x: add their gradients, too.",
    ),
    "bwd.bn_variance_const": Entry(
        "Pominięto składnik z wariancji: od dy − mean(dy) odejmij jeszcze x̂·mean(dy·x̂).",
        "The term of the variance was left out: from dy − mean(dy) subtract x̂·mean(dy·x̂), too.",
    ),
}
