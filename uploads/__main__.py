"""``python -m uploads FILE…``: what the Upload page does, from a script or a nightly job.

Exit code: 0 all rows are stored, 1 some rows are reported, 2 a file was refused.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from uploads.choices import NO_CHOICES
from uploads.headless import Request, run
from uploads.kinds import ALIASES, KINDS
from uploads.mappings import MappingGone, saved
from uploads.report import as_json, as_text
from words.language import NAMES, language


def main(arguments: Sequence[str] | None = None) -> int:
    """Read each file, say what became of it, and return the worst exit code."""
    said = _parser().parse_args(arguments)
    try:
        request = _request(said)
    except MappingGone as gone:
        print(gone, file=sys.stderr)
        return 2
    speaks = language(said.language)
    worst = 0
    for file in said.files:
        report = run(file, request)
        print((as_json if said.json else as_text)(report, speaks), flush=True)
        worst = max(worst, report.exit_code)
    return worst


def _request(said: argparse.Namespace) -> Request:
    choices = saved(said.mapping) if said.mapping else NO_CHOICES
    if said.day:
        choices = replace(choices, day=said.day.isoformat())
    if said.kind:
        choices = replace(choices, kind=ALIASES.get(said.kind, said.kind))
    accepted = dict(one.partition("=")[::2] for one in said.accept)
    return Request(choices, accepted, said.dry_run, said.label, said.union)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m uploads", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    kinds = sorted({*KINDS, *ALIASES})
    parser.add_argument("--kind", choices=kinds, metavar="KIND", help=", ".join(sorted(KINDS)))
    parser.add_argument("--mapping", metavar="NAME", help="a mapping saved on the Upload page")
    parser.add_argument("--dry-run", action="store_true", help="read only; open no database")
    parser.add_argument("--json", action="store_true", help="one object a file")
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="CODE[=CHOICE]",
        help="answer a question that the file leaves open; may be given again",
    )
    parser.add_argument(
        "--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day the file is as of"
    )
    parser.add_argument("--label", metavar="NAME", help="what the survey is called")
    parser.add_argument("--union", metavar="NAME", default="", help="names a database made anew")
    parser.add_argument("--language", choices=list(NAMES), default="en")
    return parser


if __name__ == "__main__":
    sys.exit(main())
