"""Long work: one at a time, watched, and let go when asked."""

import threading

import pytest

from pages.parts import jobs


def finished(job: jobs.Job) -> jobs.Job:
    """Wait for a job's end; the worker is alone, so a later job ends after it."""
    jobs._worker.submit(lambda: None).result(timeout=10)
    return job


@pytest.fixture(autouse=True)
def no_jobs_left() -> None:
    yield
    jobs._worker.submit(lambda: None).result(timeout=10)
    for name in list(jobs._jobs):
        jobs.forget(name)


def test_a_job_reports_and_returns() -> None:
    def work(progress: jobs.Progress) -> int:
        progress(0.5, "half")
        return 42

    job = finished(jobs.start("t", work))
    assert (job.state, job.result, job.stage, job.fraction) == ("done", 42, "half", 1.0)


def test_a_cancelled_job_stops_at_its_next_report() -> None:
    begun, go_on, after = threading.Event(), threading.Event(), []

    def work(progress: jobs.Progress) -> None:
        begun.set()
        go_on.wait(10)
        progress(0.5, "half")
        after.append("not cancelled")

    job = jobs.start("t", work)
    begun.wait(10)
    job.cancel()
    go_on.set()
    assert finished(job).state == "cancelled"
    assert after == []


def test_a_failed_job_keeps_its_error() -> None:
    def work(_progress: jobs.Progress) -> None:
        raise ValueError("x")

    job = finished(jobs.start("t", work))
    assert job.state == "failed"
    assert isinstance(job.error, ValueError)


def test_two_jobs_of_a_name_are_one_until_it_is_over() -> None:
    go_on = threading.Event()
    first = jobs.start("t", lambda _progress: go_on.wait(10))
    assert jobs.start("t", lambda _progress: None) is first
    assert jobs.start_new("t", lambda _progress: None) is None  # whoever came second has none
    go_on.set()
    finished(first)
    assert jobs.start("t", lambda _progress: None) is not first


def test_a_job_that_is_over_can_be_forgotten() -> None:
    finished(jobs.start("t", lambda _progress: None))
    jobs.forget("t")
    assert jobs.find("t") is None
