"""Batches read by the workers of a Dask cluster: a worker that dies loses nothing but the batch it was reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from comms_tracker.errors import CommsTrackerError, InputError
from comms_tracker.scale.dataset import Batch
from comms_tracker.scale.extracting import Run
from comms_tracker.scale.reading_batch import Read, read_batch

ANSWER_S = 10
RETRIES = 3
"""How often a batch is read again whose reading failed; Dask itself gives a batch of a dead worker to another one."""
WAITING = 3
"""Batches for each thread of the cluster that are handed over at once, so that no worker waits and no list grows."""

WORKER_SETTINGS = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "MALLOC_TRIM_THRESHOLD_": "134217728",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
}
"""What workers are best started with. Dask else looks over their shoulders 100 times a second, and has them give memory
back to the system at once, only to ask for it again for the next text: a tenth of the time that they read."""


class ClusterError(CommsTrackerError):
    """A cluster that could not do a batch. What was read before stays."""


def on_cluster(address: str) -> Run:
    """A ``Run`` by the workers of the cluster at ``address``, such as tcp://10.0.0.5:8786.

    The data set's folder must be the same for all of them. Raises InputError where distributed is not installed or no
    scheduler answers, and ClusterError where a batch fails on every worker.
    """

    def run(folder: str, batches: Sequence[Batch]) -> Iterator[Read]:
        client = connected(address)
        try:
            yield from done_by(client, folder, batches)
        finally:
            client.close()

    return run


def dask() -> Any:
    """The package of Dask's clusters; raises InputError where it is not installed."""
    try:
        return import_module("distributed")
    except ImportError:
        raise InputError(
            "--dask needs Dask, which is not installed. Install it with: pip install 'comms-tracker[cluster]'"
        ) from None


def connected(address: str) -> Any:
    """A client of the scheduler at ``address``; raises InputError."""
    distributed = dask()
    try:
        return distributed.Client(address, timeout=ANSWER_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(
            f"No Dask scheduler answers at {address}: {error}. Start one with: dask scheduler, and workers with: "
            "dask worker ADDRESS --nthreads 1"
        ) from None


def done_by(client: Any, folder: str, batches: Sequence[Batch]) -> Iterator[Read]:
    """Each batch as a worker has done it; a few at a time are handed over."""
    if not batches:
        return
    coming = list(reversed(batches))
    at_once = WAITING * (sum(client.nthreads().values()) or 1)
    first = [handed(client, folder, coming.pop()) for _ in range(min(len(coming), at_once))]
    going = dask().as_completed(first, loop=client.loop)
    for future in going:
        yield result_of(future)
        if coming:
            going.add(handed(client, folder, coming.pop()))


def handed(client: Any, folder: str, batch: Batch) -> Any:
    """The future of a batch; only the name of the function is sent, and each worker loads its own model."""
    return client.submit(read_batch, folder, batch, key=f"comms-tracker-{batch.id}", retries=RETRIES, pure=False)


def result_of(future: Any) -> Read:
    """What a worker gave; raises ClusterError where the batch failed everywhere, and what is wrong with the input."""
    try:
        read: Read = future.result()
    except CommsTrackerError:
        raise
    except dask().KilledWorker as error:
        raise ClusterError(
            f"A batch ended every worker that read it, which mostly means that memory ran out ({error}). "
            "What was read before stays. Give each worker more memory and run the same command again."
        ) from None
    return read
