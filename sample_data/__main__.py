"""Write the shipped files, or draw a union of any size into a database."""

import argparse
import sys
from pathlib import Path

from sample_data.build import from_files, generate
from sample_data.files import SEED, write_files


def main() -> None:
    """Do what the command line asks."""
    options = _options()
    if options.files:
        write_files(seed=options.seed, progress=_print)
    elif options.members:
        generate(options.database, options.members, options.seed, _print)
    else:
        from_files(options.database, _print)
    sys.stdout.write("\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    parser.add_argument("--files", action="store_true", help="rewrite the shipped files")
    parser.add_argument("--members", type=int, help="people ever a member, to draw anew")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--database", type=Path, help="the DuckDB file to build")
    options = parser.parse_args()
    if not options.files and options.database is None:
        parser.error("say --files, or --database PATH")
    return options


def _print(fraction: float, code: str) -> None:
    sys.stdout.write(f"\r{fraction:4.0%} {code:<24}")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
