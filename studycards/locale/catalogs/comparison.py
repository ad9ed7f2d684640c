"""What questions say that compare networks."""

from studycards.locale.language import Entry

ENTRIES = {
    # What to type.
    "expects": Entry(
        "sieć i ile razy, np. {label} 2,5 ({near})",
        "the network and how many times, such as {label} 2.5 ({near})",
    ),
    "expects_least": Entry(
        "sieć i ile razy mniej ma niż ta, która ma najwięcej, np. {label} 2,5 ({near})",
        "the network and how many times less it has than the one with most, such as {label} 2.5 ({near})",
    ),
    "expects_most": Entry(
        "sieć i ile razy więcej ma niż ta, która ma najmniej, np. {label} 2,5 ({near})",
        "the network and how many times more it has than the one with least, such as {label} 2.5 ({near})",
    ),
    "both": Entry(
        "Podaj i sieć ({labels}), i ile razy, np. {label} 2,5.",
        "Give both the network ({labels}) and how many times, such as {label} 2.5.",
    ),
    "factor_missing": Entry(
        "Wybrana sieć: {label}. Dopisz, ile razy, np. {label} 2,5.",
        "The network is {label}. Add how many times, such as {label} 2.5.",
    ),
    "network_missing": Entry(
        "Dopisz, która to sieć: {labels}.",
        "Add which network it is: {labels}.",
    ),
    "unclear": Entry(
        "Nie wiadomo, co znaczy „{found}”. Podaj sieć ({labels}) i ile razy, np. {label} 2,5.",
        "'{found}' cannot be read. Give the network ({labels}) and how many times, such as {label} 2.5.",
    ),
    "read": Entry("sieć {label}: {factor} razy", "network {label}: {factor} times"),
    # How it was graded.
    "answer": Entry("{label} {factor} razy", "{label} {factor} times"),
    "other_least": Entry(
        "Najmniej ma inna sieć; liczba razy się zgadza.", "Another network has least; the factor is right."
    ),
    "other_most": Entry(
        "Najwięcej ma inna sieć; liczba razy się zgadza.", "Another network has most; the factor is right."
    ),
    "other_factor": Entry("Sieć się zgadza, liczba razy nie.", "The network is right, the factor is not."),
    "inverted": Entry(
        "Podzielono odwrotnie. „Ile razy” to większy wynik podzielony przez mniejszy, zawsze więcej niż 1.",
        "This was divided the other way round. 'How many times' is the larger result over the smaller, always above 1.",
    ),
    "inverted_name": Entry("odwrócony iloraz", "inverted quotient"),
    # Worked solutions.
    "of_network": Entry("{label}) {line}", "{label}) {line}"),
    "divide": Entry(
        "Policz to dla każdej sieci i podziel większy wynik przez mniejszy.",
        "Work it out for each network and divide the larger result by the smaller.",
    ),
    # What is wrong with a card.
    "equal": Entry(
        "sieci {networks} mają tyle samo",
        "the networks {networks} have as much as each other",
    ),
    "nothing": Entry(
        "sieć {network} ma tu 0, więc nie da się powiedzieć, ile razy",
        "the network {network} has 0 here, so there is no factor",
    ),
    "no_number": Entry(
        "pole recepcyjne sieci {network} nie jest kwadratem, więc nie da się go porównać",
        "the receptive field of the network {network} is no square, so it cannot be compared",
    ),
}
