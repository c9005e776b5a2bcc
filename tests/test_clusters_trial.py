"""Why latent classes come first: the page quotes what our own engine found."""

import re

import pytest

from benchmarks.clusters import PEOPLE, STRUCTURES, against_the_truth, for_the_page
from views.clusters.trial import METHODS, agreement, as_shown, how_tried, why_latent_classes
from words.language import NAMES, language


def test_the_sentence_says_what_the_file_holds() -> None:
    table, say = agreement(), language("en")
    found = [
        say.share(table.at[name, "lca"] / table.at[name, "true_chances"]) for name in STRUCTURES
    ]
    found += [
        say.share(table.at[name, "kmodes"] / table.at[name, "true_chances"]) for name in STRUCTURES
    ]
    assert re.findall(r"\d+%", why_latent_classes(say)) == found


@pytest.mark.parametrize("code", NAMES)
def test_how_it_was_measured_is_told_in_every_language(code: str) -> None:
    say = language(code)
    assert say.number(PEOPLE) in how_tried(say)
    shown = as_shown(say)
    assert len(shown) == len(STRUCTURES)
    assert say.number(agreement().at["weak", "kmodes"], 2) in shown.iloc[2].tolist()


def test_the_file_is_of_the_trial_that_the_benchmark_makes() -> None:
    table = agreement()
    assert list(table.index) == list(STRUCTURES)
    told = {f"rand_{method}": 0.0 for method in METHODS}
    written = for_the_page(PEOPLE, dict.fromkeys(STRUCTURES, told))
    assert how_tried(language("en")).startswith(f"{PEOPLE:,} people in {written['classes']} groups")
    assert (table["lca"] <= table["true_chances"]).all()
    assert (table["kmodes"] < table["lca"]).all()


@pytest.mark.prove
@pytest.mark.parametrize("name", STRUCTURES)
def test_the_engine_still_finds_what_the_page_says(name: str) -> None:
    line = against_the_truth(name)
    told = agreement().loc[name]
    for method in METHODS:
        assert line[f"rand_{method}"] == pytest.approx(told[method], abs=0.005)
