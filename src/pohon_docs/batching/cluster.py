"""Workers on many machines: a Dask cluster, which needs no disk that they share.

Each task goes out as bytes and comes back as bytes. A task whose worker dies is given to another
by the scheduler; one that has cost several workers is lost. Where all workers are gone and no
other comes for a while, what is left isn't built.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from distributed import Client, KilledWorker

from pohon_docs.batching.stages import STAGES
from pohon_docs.batching.workers import Crew
from pohon_docs.misuse import MisuseError

_SOON, _PATIENCE = 10, 60
"""Seconds that a scheduler may take to answer, and a worker to come where there is none."""
_LOGGERS = ("distributed", "distributed.client")
"""Who else would print what a run tells in a sentence of its own."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Builds on the workers of the scheduler at `address`, waiting `patience` seconds for one."""

    address: str
    patience: float = _PATIENCE

    @contextmanager
    def open(self) -> Iterator[Crew]:
        """Join the cluster; raises MisuseError where no scheduler answers."""
        with self._client() as client:
            if STAGES.handlers:
                client.forward_logging(STAGES.name)
            executor = client.get_executor(pure=False)

            def lanes() -> int:
                return max(2, 2 * sum(map(int, client.nthreads().values())))

            try:
                yield Crew(executor, lanes, (KilledWorker,), _Roll(client, self.patience).deserted)
            finally:
                executor.shutdown(wait=False)

    def _client(self) -> Client:
        for name in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            client = Client(self.address, timeout=_SOON, set_as_default=False)
        except (OSError, ValueError) as error:
            told = "Periksa alamatnya, dan jalankan `dask scheduler` di sana."
            raise MisuseError(f"Penjadwal {self.address} tidak menjawab. {told}") from error
        try:
            client.wait_for_workers(1, timeout=self.patience)
        except OSError as error:
            client.close()
            told = f"Jalankan `dask worker {self.address}` di komputer yang ikut bekerja."
            raise MisuseError(f"Penjadwal {self.address} belum punya pekerja. {told}") from error
        return client


class _Roll:
    """Since when a cluster has been seen without any worker; None while it has some."""

    def __init__(self, client: Client, patience: float) -> None:
        self.client = client
        self.patience = patience
        self.empty: float | None = None

    def deserted(self) -> bool:
        """Tell whether no worker has come for too long; of a lost scheduler the client tells."""
        try:
            present = bool(self.client.nthreads())
        except OSError:
            return False
        now = monotonic()
        self.empty = None if present else self.empty or now
        return self.empty is not None and now - self.empty > self.patience
