"""Every benchmark, each a ratio against a peer in the same run: ``python -m benchmarks [NAME]``."""

import sys

from benchmarks import clusters, first_chart, imports, kano

BENCHMARKS = {
    "first_chart": first_chart.run,
    "clusters": clusters.run,
    "kano": kano.run,
    "imports": imports.run,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHMARKS:
        BENCHMARKS[name]()
