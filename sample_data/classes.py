"""The five kinds of members that are planted, and what sets their lives apart."""

import numpy as np

CLASSES = ("security", "pay", "career", "community", "squeezed")
CLASS_LABELS = (
    "Tryghed på autopilot", "Løn og overenskomst", "Karriere", "Fællesskab", "I klemme",
)  # fmt: skip
CLASS_SHARES = np.array([0.34, 0.24, 0.17, 0.14, 0.11])
COMMUNITY = CLASSES.index("community")

# What people join with, by age at joining: careers are for the young.
SHARES_UNDER_35 = np.array([0.28, 0.23, 0.24, 0.08, 0.17])
SHARES_FROM_35 = np.array([0.30, 0.24, 0.12, 0.13, 0.21])

RESIGN_RISK = np.array([0.75, 1.00, 1.15, 0.60, 2.00])
ARREARS_RISK = np.array([0.80, 1.00, 0.90, 0.80, 2.00])
LOGINS_A_MONTH = np.array([0.25, 0.60, 1.10, 0.90, 0.45])
