"""The one thing that a page's figure, table, sentence, slide and workbook are drawn from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from analysis.disclosure import LIMIT
from queries.named import NamedQuery
from words.language import Language

Ask = Callable[..., pd.DataFrame]
Kind = Literal["text", "count", "share", "coefficient", "number", "money", "month"]


@dataclass(frozen=True)
class Options:
    """Who reads, and how: each view adds its own choices.

    Attributes
    ----------
    language : Language
        What sentences and numbers are said in.
    limit : int
        The least number of people that a shown group may have.
    """

    language: Language
    limit: int = LIMIT


@dataclass(frozen=True)
class Column:
    """A column of the frame as a reader sees it.

    Attributes
    ----------
    name : str
        The frame's own name.
    label : str
        The heading, in the reader's language.
    kind : str
        How its values are written.
    low, high : str, optional
        The frame's columns that hold the interval, written beside the value.
    """

    name: str
    label: str
    kind: Kind = "text"
    low: str | None = None
    high: str | None = None


@dataclass(frozen=True)
class Metric:
    """A key figure: its name, the figure as written, and its doubt or comparison."""

    label: str
    value: str
    beside: str = ""


@dataclass(frozen=True)
class Chart:
    """The main picture, as data: what slide makers and plotters both need.

    Attributes
    ----------
    kind : {"columns", "bars", "points"}
        Standing bars over x (stacked around zero), lying bars a row, or points in a plane.
    x, y : tuple of str
        Columns of the frame: ``columns`` and ``bars`` take one x and a y a series; ``points``
        takes one x and one y.
    label : str
        The frame's column that names a mark.
    x_title, y_title : str
        Axis titles, in the reader's language.
    colour : str, optional
        The frame's column whose codes pick the colour.
    """

    kind: Literal["columns", "bars", "points"]
    x: str
    y: tuple[str, ...]
    label: str
    x_title: str = ""
    y_title: str = ""
    colour: str | None = None


@dataclass(frozen=True)
class Computed:
    """How the page's figures came about.

    Attributes
    ----------
    words : str
        What was done, in plain words.
    formula : str
        The formula, in LaTeX, or empty.
    source : str
        Whom the method is from.
    queries : tuple of NamedQuery
        What was asked of the database.
    """

    words: str
    formula: str = ""
    source: str = ""
    queries: tuple[NamedQuery, ...] = ()


@dataclass(frozen=True)
class View:
    """A page's answer in one language.

    Attributes
    ----------
    name : str
        The page's short name, used in file names.
    title : str
        The question that the page answers.
    finding : str
        The answer in a sentence, computed from the result.
    frame : pandas.DataFrame
        A row a mark; small groups are already out of it.
    columns : tuple of Column
        The frame's columns that a reader sees, in order.
    chart : Chart
        The main picture.
    n : int
        People that the figures rest on.
    basis : str
        The line below the chart: n, survey or extract, date, level.
    alt : str
        The picture in words, for those who don't see it.
    metrics : tuple of Metric
        At most three.
    meaning : tuple of str
        Sentences that follow from the figures, each with its n.
    notes : tuple of str
        What can't be shown or honoured, and why.
    filters : tuple of str
        The active filters in words.
    computed : Computed
        How the figures came about.
    result : object
        The analysis's own result, for what only this page's figure needs.
    """

    name: str
    title: str
    finding: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    chart: Chart
    n: int
    basis: str
    alt: str
    computed: Computed
    metrics: tuple[Metric, ...] = ()
    meaning: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    result: object = field(default=None, compare=False)


class Nothing(Exception):
    """There is nothing to show, and this is why.

    Parameters
    ----------
    sentence : str
        What is missing, in the reader's language.
    mend : str
        The page that mends it (``"upload"``, ``"clusters"``, ``"questionnaire"``), or
        ``"filters"``, or empty.
    """

    def __init__(self, sentence: str, mend: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.mend = mend
