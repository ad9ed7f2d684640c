"""Polish and English: texts in both, sentences from the catalogs, plurals and numbers as each language writes them.

A leaf: everything may use it, it uses nothing of ours.
"""

from studycards.locale.language import LANGUAGES, Language, detect_language
from studycards.locale.text import Message, Text, message

__all__ = ["LANGUAGES", "Language", "Message", "Text", "detect_language", "message"]
