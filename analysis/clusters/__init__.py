"""Clusters of people who answer alike: the partition, what it is made of, how many classes."""

from analysis.clusters.applied import applied
from analysis.clusters.by_number import Sweep, sweep
from analysis.clusters.checks import FEWEST
from analysis.clusters.correspondence import Map, correspondence
from analysis.clusters.drift import Drift, drift
from analysis.clusters.kept import Kept, kept
from analysis.clusters.levels import MISSING
from analysis.clusters.matching import agreement, flow, matched
from analysis.clusters.profiles import profile
from analysis.clusters.residuals import bivariate_residuals
from analysis.clusters.rules import Rule, Rules, approximated
from analysis.clusters.short_form import ShortForm, short_form
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
    "Drift",
    "Kept",
    "Map",
    "Rule",
    "Rules",
    "ShortForm",
    "Sweep",
    "Typed",
    "agreement",
    "applied",
    "approximated",
    "bivariate_residuals",
    "class_sizes",
    "correspondence",
    "drift",
    "fit",
    "flow",
    "kept",
    "matched",
    "profile",
    "short_form",
    "silhouette",
    "sweep",
    "telling",
]
