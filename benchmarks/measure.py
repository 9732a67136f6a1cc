"""Time things side by side: interleaved rounds, medians, and ratios that travel between machines."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["medians", "show"]


def medians(steps: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Run every step once a round and give the median seconds of each.

    Why: the same work takes longer at some times than at others, so only steps that take turns can be compared.
    """
    times: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def show(name: str, value: float, unit: str, target: str = "") -> None:
    """Print one value."""
    print(f"  {name:<52}{value:10.3f} {unit:<4}{target}")
