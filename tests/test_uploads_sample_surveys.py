"""The sample union's own survey files: uploaded, they say what the sample says."""

import pandas as pd
import pytest

from queries.filters import NO_FILTERS
from queries.store import Store
from tests.sample_surveys import KINDS, OF_FILE, TABLES, uploaded
from views import brand, clusters, gaps, kano
from words.language import language

EN = language("en")
NOT_COMPARED = ("survey_id", "import_id", "replaced_by", "item_id")


@pytest.fixture(scope="module")
def own(sample_file, tmp_path_factory) -> Store:
    """A union with the sample's history that uploaded the sample's surveys."""
    with uploaded(sample_file, tmp_path_factory.mktemp("own")) as store:
        yield store


def survey_of(kind: str) -> str:
    return f"{OF_FILE.get(kind, kind)}_{kind}_2026_1"


def rows(store: Store, table: str, survey: str):
    with store.cursor() as cursor:
        frame = cursor.execute(
            f"select * from {table} where replaced_by is null and survey_id = $survey",
            {"survey": survey},
        ).df()
    kept = frame.drop(columns=[name for name in NOT_COMPARED if name in frame])
    return kept.sort_values(list(kept.columns)).reset_index(drop=True).astype("str")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("table", [table for table in TABLES if table.endswith("_answer")])
def test_each_answer_is_the_sample_s(own, sample_to_read, table, kind):
    uploaded_rows = rows(own, table, survey_of(kind))
    assert uploaded_rows.equals(rows(sample_to_read, table, f"{kind}-2026"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_respondent_is_the_sample_s(own, sample_to_read, kind):
    for table in ("respondent", "respondent_trait"):
        uploaded_rows = rows(own, table, survey_of(kind))
        assert uploaded_rows.equals(rows(sample_to_read, table, f"{kind}-2026"))


def test_what_is_asked_about_is_the_catalogue_s(own):
    for kind in ("kano", "value"):
        items = own.ask("survey_item_benefits", survey_id=survey_of(kind))
        assert len(items) == 16
        assert items["benefit_id"].notna().all()


def shown(view, columns):
    return view.frame[columns].reset_index(drop=True)


def test_the_needs_page_is_the_sample_s(own, sample_to_read):
    options = {"language": EN}
    mine = kano.view(NO_FILTERS, kano.Options(survey_id="kano_kano_2026_1", **options), own.ask)
    theirs = kano.view(
        NO_FILTERS, kano.Options(survey_id="kano-2026", **options), sample_to_read.ask
    )
    columns = ["label", "kind", "n", "category", "better", "worse"]
    pd.testing.assert_frame_equal(shown(mine, columns), shown(theirs, columns))
    assert mine.finding == theirs.finding


def test_the_gaps_page_is_the_sample_s(own, sample_to_read):
    mine = gaps.view(NO_FILTERS, gaps.Options(EN), own.ask)
    theirs = gaps.view(NO_FILTERS, gaps.Options(EN), sample_to_read.ask)
    resampled = ("_low", "_high", "sure_gap")
    drawn = [name for name in theirs.frame if name.endswith(resampled)]
    exact = [name for name in theirs.frame if name not in (*drawn, "item_id")]
    pd.testing.assert_frame_equal(shown(mine, exact), shown(theirs, exact))
    pd.testing.assert_frame_equal(shown(mine, drawn), shown(theirs, drawn), rtol=0.03, atol=0.01)
    assert mine.finding == theirs.finding


def test_the_brand_page_is_the_sample_s(own, sample_to_read):
    mine = brand.view(NO_FILTERS, brand.Options(EN), own.ask)
    theirs = brand.view(NO_FILTERS, brand.Options(EN), sample_to_read.ask)
    assert mine.finding == theirs.finding
    assert mine.meaning == theirs.meaning


def test_the_clusters_page_is_the_sample_s(own, sample_to_read):
    options = clusters.Options(EN, k=5)
    mine = clusters.view(NO_FILTERS, options, own.ask)
    theirs = clusters.view(NO_FILTERS, options, sample_to_read.ask)
    assert mine.finding == theirs.finding
    assert mine.meaning == theirs.meaning
