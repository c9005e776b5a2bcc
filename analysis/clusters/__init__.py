"""Clusters of people who answer alike: the partition, what it is made of, how many classes."""

from analysis.clusters.by_number import Sweep, sweep
from analysis.clusters.coding import FEWEST
from analysis.clusters.levels import MISSING
from analysis.clusters.profiles import profile
from analysis.clusters.silhouette import silhouette
from analysis.clusters.sizes import class_sizes
from analysis.clusters.solution import METHODS, Clusters, fit
from analysis.clusters.telling import telling
from analysis.clusters.typing_form import Typed

__all__ = [
    "FEWEST",
    "METHODS",
    "MISSING",
    "Clusters",
    "Sweep",
    "Typed",
    "class_sizes",
    "fit",
    "profile",
    "silhouette",
    "sweep",
    "telling",
]
