"""Every benchmark, each a ratio against a peer in the same run: ``python -m benchmarks``."""

from benchmarks import first_chart

if __name__ == "__main__":
    first_chart.run()
