// Loops over floats.
