"""Worker processes and the jobs that are handed to them."""

import json
import selectors
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Self

from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.film.orders import Craft, Job
from adgen_app.studio.film.worker import Worker

_TAIL = 400
"""Characters of a failed worker's last words that are kept."""


class Crew:
    """Workers that make one ad; leaving the `with` block ends them, whatever they are doing."""

    def __init__(self, storyboard: Storyboard, workers: Mapping[Craft, int]) -> None:
        """Start so many processes of each craft. Raises StudioFailed."""
        self._words = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed by __exit__
        self._workers: list[Worker] = []
        try:
            for craft in [craft for craft, number in workers.items() for _ in range(number)]:
                self._workers.append(Worker(craft, self._words))
                self._workers[-1].tell(storyboard.model_dump_json())
        except OSError as error:
            self.__exit__()
            raise StudioFailed(f"The studio's worker processes could not be started: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()
        self._words.close()

    def work(self, jobs: Sequence[Job], on_drawn: Callable[[int], None]) -> None:
        """Do all jobs, those of a craft in their order; `on_drawn` hears of every few frames. Raises StudioFailed."""
        waiting = {craft: [job for job in reversed(jobs) if job.craft is craft] for craft in Craft}
        with selectors.DefaultSelector() as selector:
            for worker in self._workers:
                selector.register(worker, selectors.EVENT_READ, worker)
            for worker in tuple(self._workers):
                self._give(worker, waiting, selector)
            while selector.get_map():
                for key, _ in selector.select():
                    self._listen(key.data, waiting, selector, on_drawn)

    def _listen(
        self,
        worker: Worker,
        waiting: dict[Craft, list[Job]],
        selector: selectors.BaseSelector,
        on_drawn: Callable[[int], None],
    ) -> None:
        answers = worker.answers()
        if answers is None:
            raise self._lost()
        for answer in answers:
            if "drawn" in answer:
                on_drawn(answer["drawn"])
            else:
                self._give(worker, waiting, selector)

    def _give(self, worker: Worker, waiting: dict[Craft, list[Job]], selector: selectors.BaseSelector) -> None:
        """Hand it its craft's next job; when there is none, it goes home and leaves its memory to the others."""
        if waiting[worker.craft]:
            worker.tell(json.dumps(asdict(waiting[worker.craft].pop())))
            return
        selector.unregister(worker)
        self._workers.remove(worker)
        worker.end()

    def _lost(self) -> StudioFailed:
        """A worker ended before its work did: say why."""
        self._words.seek(0)
        last = self._words.read().strip().splitlines()[-1:] or ["it was killed, as systems do when memory is short"]
        return StudioFailed(f"A worker of the studio ended early ({last[0][-_TAIL:]}).")
