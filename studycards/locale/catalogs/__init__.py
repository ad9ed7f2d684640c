"""The sentences of the program, one module for each area, both languages side by side."""
