"""Clusters of people who answer alike: the partition, what it is made of, how many classes."""

from analysis.clusters.by_number import Sweep, sweep
from analysis.clusters.coding import FEWEST, MISSING
from analysis.clusters.profiles import profile
from analysis.clusters.silhouette import silhouette
from analysis.clusters.sizes import class_sizes
from analysis.clusters.solution import Clusters, fit
from analysis.clusters.telling import telling

__all__ = [
    "FEWEST",
    "MISSING",
    "Clusters",
    "Sweep",
    "class_sizes",
    "fit",
    "profile",
    "silhouette",
    "sweep",
    "telling",
]
