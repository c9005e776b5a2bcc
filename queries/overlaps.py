"""Saved segments that lie in one another, and the few people whom that would give away."""

from queries.errors import StoreError
from queries.transaction import Transaction

# Whoever sees two segments of which one lies in the other can subtract their figures, and has those
# of the people between them. Each may have a thousand people: it is the difference that must be
# nobody or as many as a group that is shown. Held against each other are two segments, whole, as
# they stand side by side on a page. Four things are beyond it:
#
# * A segment and a group of another filter, such as a sector that it is nearly all of: a page
#   guards the table over the filters that are set, and these are two tables.
# * Unions. The classes of a solution part people and are guarded as lines of one table
#   (`analysis.disclosure`), but not every sum of segments against every other.
# * The same two segments inside a filter, or among those who answered one survey.
# * Time. Who noted a segment's figures before people were put in can subtract them from those
#   after, as with any figure before and after an import; the audit trail says who put how many in.
#
# Source: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, ch. 4 (differencing).


def refuse_giving_away(transaction: Transaction, segment_id: str, limit: int) -> None:
    """Refuse a segment that differs by few people from another that it lies in or holds.

    Parameters
    ----------
    transaction : Transaction
        The segment and its people are stored in it, and go with it.
    segment_id : str
    limit : int
        The least number of people that the difference may have; none is no difference.

    Raises
    ------
    StoreError
        ``segment_gives_away``, with both names.
    """
    near = transaction.run("nearly_the_same", segment=segment_id, limit=limit)
    if len(near):
        raise StoreError("segment_gives_away", **near.iloc[0].to_dict())
