"""A network as a table: a line for each layer, numbers as the language writes them; and the same as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape
from studycards.engine.network import INPUT
from studycards.engine.summary import calls, summary, totals, written_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.engine.network import Network
    from studycards.engine.summary import Row
    from studycards.locale import Language

COLUMNS = ("name", "layer", "output_shape", "parameters", "macs", "receptive_field")
WORDS = 3
"""The first columns are words and begin together; the others are numbers and end together."""


def network_lines(network: Network, language: Language) -> list[str]:
    """Return the table of the layers, the totals, and what they count."""
    heading = [language.text(f"cli.network_{column}") for column in COLUMNS]
    start = [INPUT, "", written_shape(network.input_shape), "", "", ""]
    rows = [_cells(row, layer, language) for row, layer in zip(summary(network), calls(network), strict=True)]
    sums = [
        [language.text(f"cli.network_{name}"), language.number(value)]
        for name, value in totals(network)._asdict().items()
    ]
    notes = ["", language.text("cli.network_conventions"), *_missing_field(network, language)]
    return [*_aligned([heading, start, *rows], WORDS), "", *_aligned(sums, 1), *notes]


def network_json(network: Network) -> dict[str, object]:
    """Return the table as plain values; a receptive field is [height, width]."""
    return {
        "input": network.input_shape,
        "output": network.output_shape,
        "layers": [
            {
                "name": row.name,
                "layer": layer,
                "inputs": row.inputs,
                "output_shape": row.shape,
                "parameters": row.parameters,
                "macs": row.macs,
                "receptive_field": row.receptive_field.size if row.receptive_field else None,
            }
            for row, layer in zip(summary(network), calls(network), strict=True)
        ],
        "total": totals(network)._asdict(),
    }


def _cells(row: Row, layer: str, language: Language) -> list[str]:
    numbers = [language.number(row.parameters), language.number(row.macs)]
    return [row.name, layer, written_shape(row.shape), *numbers, written_field(row.receptive_field)]


def _missing_field(network: Network, language: Language) -> list[str]:
    """Say why the table has no receptive fields where branches see the input at different strides."""
    try:
        network.receptive_field()
    except LayerError as error:
        return [language.text(error.key, **error.values)]
    return []


def _aligned(rows: Sequence[Sequence[str]], words: int) -> Iterator[str]:
    """Yield the rows as lines whose columns line up: `words` columns by their beginning, those behind by their end."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(width) if place < words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
