"""What to tell whoever computed a loss, its gradient or a step of an optimiser wrongly."""

from studycards.locale.language import Entry

LOSSES_AND_STEPS = {
    # Losses.
    "fwd.ce_log10": Entry(
        "Użyto logarytmu dziesiętnego. W entropii krzyżowej logarytm jest naturalny.",
        "The base-10 logarithm was used. Cross-entropy has the natural one.",
    ),
    "fwd.ce_sign": Entry(
        "Zgubiono minus. Strata to −ln p: nigdy nie jest ujemna.",
        "The minus was lost. The loss is −ln p: never negative.",
    ),
    "fwd.ce_sum_not_mean": Entry(
        "Straty przykładów zsumowano. Strata paczki to ich średnia.",
        "The losses of the examples were added up. The loss of a batch is their mean.",
    ),
    "fwd.ce_one_minus_p": Entry(
        "Policzono 1 − p. Strata to −ln p dla prawdziwej klasy.",
        "1 − p was computed. The loss is −ln p of the true class.",
    ),
    "fwd.ce_all_classes": Entry(
        "Zsumowano logarytmy dla wszystkich klas. Liczy się tylko klasa prawdziwa.",
        "The logarithms of all classes were added up. Only the true class counts.",
    ),
    "fwd.ce_wrong_class": Entry(
        "Wzięto poprzednią klasę. Klasy numeruje się od 0.",
        "The class before was taken. Classes are numbered from 0.",
    ),
    "fwd.mse_sum_not_mean": Entry(
        "Składniki straty zsumowano. Ta strata jest średnią: podziel przez ich liczbę.",
        "The terms of the loss were added up. This loss is a mean: divide by their number.",
    ),
    "fwd.square_half": Entry(
        "Doliczono ½. Ta strata to średnia samych kwadratów, bez ½.",
        "A factor ½ was put in. This loss is the mean of the squares alone.",
    ),
    "fwd.square_no_half": Entry(
        "Pominięto ½: ta strata to połowa kwadratu różnicy.",
        "The ½ was left out: this loss is half the square of the difference.",
    ),
    # Their gradients.
    "bwd.smce_no_y": Entry(
        "To samo p. Odejmij jeszcze cel: dz = p − y, czyli 1 mniej dla prawdziwej klasy.",
        "That is p alone. Subtract the target, too: dz = p − y, 1 less for the true class.",
    ),
    "bwd.smce_sign": Entry(
        "Znak jest odwrotny: gradient logitów to p − y.",
        "The sign is reversed: the gradient of the logits is p − y.",
    ),
    "bwd.smce_double_jacobian": Entry(
        "Pochodną softmaxu doliczono drugi raz. Wzór p − y już ją zawiera.",
        "The derivative of softmax was put in twice. The formula p − y contains it already.",
    ),
    "bwd.softmax_denominator": Entry(
        "Pominięto mianownik softmaxu. Jest wspólny, więc gradient dostaje każdy logit: dz = p − y.",
        "The denominator of softmax was left out. It is shared, so each logit gets a gradient: dz = p − y.",
    ),
    "bwd.smce_no_mean": Entry(
        "Pominięto 1/N. Strata jest średnią z N przykładów: dz = (p − y)/N.",
        "The 1/N was left out. The loss is the mean of N examples: dz = (p − y)/N.",
    ),
    "bwd.smce_diagonal": Entry(
        "To p(1 − p), pochodna sigmoidy. Dla softmaxu z entropią krzyżową dz = p − y.",
        "That is p(1 − p), the derivative of a sigmoid. For softmax with cross-entropy dz = p − y.",
    ),
    "bwd.smce_one_over_p": Entry(
        "To gradient po p. Przez softmax wraca on do logitów jako p − y.",
        "That is the gradient with respect to p. Through softmax it comes back to the logits as p − y.",
    ),
    "bwd.smce_wrong_class": Entry(
        "Jedynkę odjęto przy poprzedniej klasie. Klasy numeruje się od 0.",
        "The 1 was subtracted at the class before. Classes are numbered from 0.",
    ),
    "bwd.mse_no_two": Entry(
        "Zgubiono czynnik 2: pochodna kwadratu (ŷ − y)² to 2(ŷ − y).",
        "The factor 2 was lost: the derivative of the square (ŷ − y)² is 2(ŷ − y).",
    ),
    "bwd.mse_no_mean": Entry(
        "Pominięto 1/n: strata jest średnią z n kwadratów, więc podziel przez n.",
        "The 1/n was left out: the loss is the mean of n squares, so divide by n.",
    ),
    "bwd.square_sign": Entry(
        "Znak jest odwrotny: od przewidywania odejmij cel, a nie na odwrót.",
        "The sign is reversed: subtract the target from the prediction, not the other way round.",
    ),
    "bwd.l2_no_two": Entry(
        "Zgubiono czynnik 2: pochodna λw² to 2λw (bez 2 tylko wtedy, gdy strata ma ½).",
        "The factor 2 was lost: the derivative of λw² is 2λw (without the 2 only if the loss has ½).",
    ),
    # Steps of an optimiser.
    "opt.ascent": Entry(
        "Wagę przesunięto zgodnie z gradientem. Idź w przeciwną stronę: odejmij η·g.",
        "The weight was moved along the gradient. Go against it: subtract η·g.",
    ),
    "opt.no_lr": Entry(
        "Pominięto współczynnik uczenia: gradient pomnóż przez η.",
        "The learning rate was left out: multiply the gradient by η.",
    ),
    "opt.weight_forgotten": Entry(
        "To sama zmiana wagi. Dodaj ją do starej wartości.",
        "That is the change of the weight alone. Add it to the old value.",
    ),
    "opt.decay_missing": Entry(
        "Pominięto zanik wag (weight decay): dolicz składnik z λ·w.",
        "The weight decay was left out: put in the term with λ·w.",
    ),
    "opt.decay_unscaled": Entry(
        "Składnika λ·w nie pomnożono przez η. Dodaje się go do gradientu: w − η·(g + λ·w).",
        "The term λ·w was not multiplied by η. It is added to the gradient: w − η·(g + λ·w).",
    ),
    "opt.decay_subtracted": Entry(
        "Składnik λ·w odjęto od gradientu. Trzeba go dodać: g + λ·w.",
        "The term λ·w was subtracted from the gradient. It has to be added: g + λ·w.",
    ),
}
