"""Long work: one worker, with progress that can be watched and a cancel that works."""

import logging
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

Progress = Callable[[float, str], None]
Work = Callable[[Progress], object]

log = logging.getLogger("union")


class Cancelled(Exception):
    """The person let go of the job; whatever it had begun is rolled back."""


@dataclass
class Job:
    """A piece of long work, watched from any session.

    Attributes
    ----------
    id, name : str
        Its number and what it does, as a code.
    fraction : float
        How far it is, 0 to 1.
    stage : str
        What it is at, as a code.
    state : str
        ``"waiting"``, ``"running"``, ``"done"``, ``"cancelled"`` or ``"failed"``.
    result : object
        What the work returned.
    error : Exception or None
        Why it failed.
    """

    name: str
    id: str = field(default_factory=lambda: secrets.token_hex(6))
    fraction: float = 0.0
    stage: str = ""
    state: str = "waiting"
    result: object = None
    error: Exception | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "cancelled", "failed")

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def report(self, fraction: float, stage: str) -> None:
        """Take note of progress; the work calls this often."""
        if self._stop.is_set():
            raise Cancelled
        self.fraction, self.stage = min(max(fraction, 0.0), 1.0), stage

    def run(self, work: Work) -> None:
        """Do the work and keep what came of it."""
        self.state = "running"
        try:
            self.report(0.0, "start")
            self.result = work(self.report)
            self.fraction, self.state = 1.0, "done"
        except Cancelled:
            self.state = "cancelled"
        except Exception as error:
            log.exception("job %s failed, reference %s", self.name, self.id.upper())
            self.error, self.state = error, "failed"


_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
_jobs: dict[str, Job] = {}
_lock = threading.Lock()


def start(name: str, work: Work) -> Job:
    """Put work in the one worker's queue; a job of that name that is not over is returned as is."""
    return start_new(name, work) or _jobs[name]


def start_new(name: str, work: Work) -> Job | None:
    """Put work in the one worker's queue; None where a job of that name is not over.

    Parameters
    ----------
    name : str
        What the job does; two of the same name never run at once.
    work : callable
        Takes ``progress(fraction, stage)``, which raises `Cancelled` when asked to stop.
    """
    with _lock:
        current = _jobs.get(name)
        if current is not None and not current.over:
            return None
        job = _jobs[name] = Job(name)
    _worker.submit(job.run, work)
    return job


def find(name: str) -> Job | None:
    """Return the newest job of a name."""
    with _lock:
        return _jobs.get(name)


def busy() -> bool:
    """Say whether any job is waiting or at work."""
    with _lock:
        return any(not job.over for job in _jobs.values())


def forget(name: str) -> None:
    """Let go of a job that is over, once its end was seen."""
    with _lock:
        job = _jobs.get(name)
        if job is not None and job.over:
            del _jobs[name]
