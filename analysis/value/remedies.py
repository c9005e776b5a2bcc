"""What to do about a benefit: Kano's class × where it falls short × what it costs, as one rule."""

import numpy as np
import pandas as pd

REMEDIES = ("fix", "ease", "tell", "invest", "rethink", "keep")
A_THIRD, A_QUARTER, A_FIFTH, HALF, TWO_THIRDS = 1 / 3, 0.25, 0.2, 0.5, 2 / 3


def remedies(benefits: pd.DataFrame) -> pd.DataFrame:
    """Name a remedy for each benefit.

    The first that holds, with the bars on the page beside it:

    * *invest*: nothing meets the need; or it works for all at once and more people have none than
      don't know of it;
    * for what makes no difference to anybody (I or R, and M, O or A to no group), the causes
      excepted: where it costs more than it is worth, *rethink* if it is important to under a third
      and *fix* if a third of those who have it are let down; else *keep*;
    * *ease*: a third of those who needed it did not get it, and most know of it;
    * *tell*: more don't know of it than are let down, and at least a fifth;
    * *fix*: a third of those who got it were let down, a quarter where it must be in order or is
      the better the more; never the causes, which are answered by telling;
    * *tell*: at least a fifth don't know of it;
    * else *keep*.

    An attractive benefit that two thirds of former members don't know is a win-back hook as well.

    Parameters
    ----------
    benefits : DataFrame
        A row a benefit: ``kano`` (class, or missing), ``peak`` (bool: to some group it is M, O or
        A), ``cause`` (bool: solidarity or political work), ``unmet`` (bool), ``important``,
        ``unknown``, ``unknown_former`` (shares), ``access`` and ``let_down`` (share lost of those
        who needed it, and of those who got it), ``absent`` (share of people who have none of it,
        where it is something that one has or not), ``costly`` (bool). Missing = not known.

    Returns
    -------
    DataFrame
        ``remedy`` (of `REMEDIES`) and ``hook`` (bool), by the same index.
    """
    kano, cause = benefits["kano"], benefits["cause"].astype(bool)
    unknown, access, let_down = (
        _known(benefits[name]) for name in ("unknown", "access", "let_down")
    )
    absent, important = _known(benefits["absent"]), benefits["important"].astype(float)
    matters = ~kano.isin(["I", "R"]) | benefits["peak"].astype(bool) | cause
    bar = np.where(kano.isin(["M", "O"]), A_QUARTER, A_THIRD)
    unimportant = (important < A_THIRD) & benefits["costly"].astype(bool)
    conditions = [
        benefits["unmet"].astype(bool) | ((absent > unknown) & (absent >= A_FIFTH)),
        ~matters & unimportant,
        ~matters & (let_down >= A_THIRD) & benefits["costly"].astype(bool),
        ~matters,
        (access >= A_THIRD) & (unknown < HALF) & ~cause,
        (unknown >= A_FIFTH) & (unknown > let_down),
        (let_down >= bar) & ~cause,
        unknown >= A_FIFTH,
    ]
    named = ("invest", "rethink", "fix", "keep", "ease", "tell", "fix", "tell")
    remedy = np.select([one.to_numpy(bool) for one in conditions], named, "keep")
    hook = (kano == "A") & (_known(benefits["unknown_former"]) >= TWO_THIRDS)
    return pd.DataFrame(
        {"remedy": pd.array(remedy, dtype="str"), "hook": hook.to_numpy(bool)}, benefits.index
    )


def _known(share: pd.Series) -> pd.Series:
    """What is not known gives no cause for a remedy."""
    return share.astype(float).fillna(0.0)
