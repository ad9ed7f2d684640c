"""From typed text to a value: numbers, shapes, tensors, words, picks. What cannot be read says why."""
