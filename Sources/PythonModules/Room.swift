// The room's first file; gone with the first real one.
