"""Member numbers become pseudonyms on the way in, by a secret that the database never holds."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import pandas as pd

_BITS = 63
_PIECE = 50_000


@dataclass(frozen=True)
class Pseudonyms:
    """What turns a union's member numbers into ``member_id``.

    Attributes
    ----------
    secret : bytes
        The key of the HMAC; the same secret gives the same pseudonyms on any machine.
    """

    secret: bytes

    @property
    def fingerprint(self) -> str:
        """What tells one key from another and gives nothing of it away."""
        return sha256(b"fingerprint" + self.secret).hexdigest()[:16]

    def of(self, numbers: pd.Series) -> pd.Series:
        """Return the pseudonym of each member number.

        Parameters
        ----------
        numbers : pandas.Series of str
            Member numbers as the file has them, none of them blank.

        Returns
        -------
        pandas.Series of int64
            63 bits of HMAC-SHA-256 (RFC 2104), with the index of `numbers`.
        """
        places, different = numbers.factorize()
        # copies of one object: setting the key up takes longer than hashing a number
        keyed = hmac.new(self.secret, digestmod=sha256)
        hashed = (_one(keyed, text) for text in _by_pieces(different))
        known = np.fromiter(hashed, "int64", len(different))
        return pd.Series(known[places], numbers.index)


def _by_pieces(texts: pd.Index) -> Iterator[str]:
    """Yield texts, of which a million at once as Python's own would take 60 MB."""
    for start in range(0, len(texts), _PIECE):
        yield from texts[start : start + _PIECE].tolist()


def _one(keyed: hmac.HMAC, number: str) -> int:
    hashed = keyed.copy()
    hashed.update(number.strip().casefold().encode())
    return int.from_bytes(hashed.digest()[:8]) >> (64 - _BITS)
