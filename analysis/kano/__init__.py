"""Kano's method: how a benefit's presence and absence touch satisfaction."""

from analysis.kano.changes import MethodChanges, method_changes
from analysis.kano.continuous import Continuous, continuous
from analysis.kano.curves import s_curve, s_curves
from analysis.kano.peaks import Peaks, peaks
from analysis.kano.persons import contradictory
from analysis.kano.result import KanoResult, analyse
from analysis.kano.rules import RULES, TOO_CLOSE
from analysis.kano.segments import Comparison, compare
from analysis.kano.shares import class_shares, evenness
from analysis.kano.tables import CLASSES, SCALE, TABLES

__all__ = [
    "CLASSES",
    "RULES",
    "SCALE",
    "TABLES",
    "TOO_CLOSE",
    "Comparison",
    "Continuous",
    "KanoResult",
    "MethodChanges",
    "Peaks",
    "analyse",
    "class_shares",
    "compare",
    "continuous",
    "contradictory",
    "evenness",
    "method_changes",
    "peaks",
    "s_curve",
    "s_curves",
]
