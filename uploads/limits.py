"""How much of a file is read; past these it is refused before memory is spent on it."""

FILE_BYTES = 200 * 1024 * 1024
UNZIPPED_BYTES = 250 * 1024 * 1024
ROWS = 1_000_000
COLUMNS = 500
CELLS = 50_000_000
CELL_LENGTH = 10_000
LINE_LENGTH = COLUMNS * CELL_LENGTH
