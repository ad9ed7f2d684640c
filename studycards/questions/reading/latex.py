"""Plain notation for what is pasted from LaTeX: matrices, fractions, and signs of multiplication."""

from __future__ import annotations

import re

_SIZED = re.compile(r"\\(?:left|right|displaystyle|textstyle|,|;|!| )|\$")
"""What only changes how a formula looks."""

_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")

_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{(?:[bBpvV]?(?:small)?matrix|array)\*?\}(?:\{[clr|]*\})?")

_SIGNS = {r"\cdot": "·", r"\times": "×", r"\sqrt": "√", r"\{": "[", r"\}": "]", r"\hline": ""}


def without_latex(text: str) -> str:
    r"""Return `\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}` as `1 | 2 ; 3 | 4`; what is no LaTeX as it is."""
    if "\\" not in text:
        return text
    plain = _FRACTION.sub(r"(\1)/(\2)", text)
    if _ENVIRONMENT.search(plain):
        plain = _ENVIRONMENT.sub(" ", plain.replace("&", "|").replace("\n", " ")).replace(r"\\", ";")
    for command, sign in _SIGNS.items():
        plain = plain.replace(command, sign)
    return _SIZED.sub("", plain)
