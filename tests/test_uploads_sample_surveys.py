"""The sample union's own survey files: uploaded, they say what the sample says."""

import pytest

from queries.store import Store
from tests.sample_surveys import KINDS, TABLES, uploaded

NOT_COMPARED = ("survey_id", "import_id", "replaced_by", "item_id")


@pytest.fixture(scope="module")
def own(sample_file, tmp_path_factory) -> Store:
    """A union with the sample's history that uploaded the sample's surveys."""
    with uploaded(sample_file, tmp_path_factory.mktemp("own")) as store:
        yield store


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
    uploaded_rows = rows(own, table, f"{kind}_{kind}_2026_1")
    assert uploaded_rows.equals(rows(sample_to_read, table, f"{kind}-2026"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_respondent_is_the_sample_s(own, sample_to_read, kind):
    for table in ("respondent", "respondent_trait"):
        uploaded_rows = rows(own, table, f"{kind}_{kind}_2026_1")
        assert uploaded_rows.equals(rows(sample_to_read, table, f"{kind}-2026"))


def test_what_is_asked_about_is_the_catalogue_s(own):
    for kind in ("kano", "value"):
        items = own.ask("survey_item_benefits", survey_id=f"{kind}_{kind}_2026_1")
        assert len(items) == 16
        assert items["benefit_id"].notna().all()
