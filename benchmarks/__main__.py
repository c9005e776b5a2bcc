"""Every benchmark, each a ratio against a peer in the same run: ``python -m benchmarks [NAME]``.

``--small`` takes fewer people where a benchmark would take long: for every day.
"""

import sys
from functools import partial

from benchmarks import clusters, clusters_scale, first_chart, imports, kano

SMALL = "--small" in sys.argv
BENCHMARKS = {
    "first_chart": first_chart.run,
    "clusters": clusters.run,
    "clusters_scale": partial(clusters_scale.run, small=SMALL),
    "kano": kano.run,
    "imports": imports.run,
}

if __name__ == "__main__":
    for name in [name for name in sys.argv[1:] if name != "--small"] or BENCHMARKS:
        BENCHMARKS[name]()
