"""How large the union is, and how a large one is drawn in chunks."""

# 12.5 % of 19,000 members leave a year, so ten years hold some 21,000 people who have left:
# 19,000 members now are 40,000 people ever. Campaign sizes belong to this size and scale with it.
PEOPLE = 40_000
CHUNK = 2 * PEOPLE  # people drawn at once; bounds the memory


def chunks(people: int) -> list[int]:
    """Return how many people each chunk holds."""
    full, rest = divmod(people, CHUNK)
    return [CHUNK] * full + [rest] * (rest > 0)
